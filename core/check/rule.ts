import type { AssumptionName } from '../facts/assumptions.ts'
import { CalendarDate } from '../model/calendarDate.ts'
import type { Diagnostic, Severity } from '../model/diagnostic.ts'
import type { FieldDefinition, LeafDefinition } from '../model/elements.ts'
import type { Footnote, OwnerSignature, ReportingOwner } from '../model/ownershipDocument.ts'
import type { Reported } from '../model/reported.ts'
import type { CheckedFiling } from './checkedFiling.ts'
import type { CheckedRow } from './checkedRow.ts'
import type { FaultKind } from './schema/fault.ts'

/**
 * Notes a finding. `place` is a path below what the rule looks at (`transactionAmounts/transactionShares`; '' is that
 * itself), or the whole XPath where it begins with `/`.
 */
export type Report = (place: string, data?: Diagnostic['data']) => void

/** What a rule file says of itself. The comment above it is its public page. */
export type RuleDefinition = RuleDescription & Question

interface RuleDescription {
  /** `C101`, for ever; a retired code points to its successor in the changelog. */
  code: string
  /** Names the problem, so that “allow unpriced-market-trade” reads well. */
  name: string
  severity: Severity
  /** One sentence; `{name}` stands for `data.name`. */
  message: string
  /** What to do about it, one sentence. */
  fix: string
  /** Rule, release or specification section, with its mark of how sure it is where it has one. */
  source: string
  /** Families of forms it concerns; all where it is absent. */
  forms?: readonly ('3' | '4' | '5')[]
  /** First filing date for which it holds, `YYYY-MM-DD`. */
  from?: string
  /** First filing date for which it holds no more. */
  until?: string
  /** `draft`: only before filing (what EDGAR puts in itself is no fault afterwards). Both where it is absent. */
  stage?: 'draft' | 'filed'
  /** Codes, of rules or of the reader (R), that say the same at the same field: there only this one is told. */
  insteadOf?: readonly string[]
  /** Doubtful statements it rests on. Every finding that does names the reading taken, as `data.assumption`. */
  assumes?: readonly AssumptionName[]
}

/**
 * What a rule looks at and what it asks of each: `check` is called for every one of them, in the order filed. A rule
 * that has to see several at once looks at the filing.
 */
type Question =
  | { of: 'filing'; check: (filing: CheckedFiling, report: Report) => void }
  /** Every field that is there, wherever it stands. */
  | { of: 'fields'; check: Ask<PresentField> }
  | { of: 'owners'; check: Ask<ReportingOwner> }
  | { of: 'footnotes'; check: Ask<Footnote> }
  | { of: 'signatures'; check: Ask<OwnerSignature> }
  | { of: 'rows' | 'holdings'; table?: 'I' | 'II'; check: Ask<CheckedRow> }
  /** `codes`: transaction codes, a letter each (`PS`); it is asked of no other transaction. */
  | { of: 'transactions'; table?: 'I' | 'II'; codes?: string; check: Ask<CheckedRow> }
  /** The schema decides: one kind of what it has against a document. */
  | { of: 'schema'; fault: FaultKind }

/** A field that is there, and what the schema makes of it. */
export interface PresentField {
  readonly field: Reported<unknown>
  readonly definition: LeafDefinition | FieldDefinition
}

type Ask<Subject> = (subject: Subject, report: Report, filing: CheckedFiling) => void

/** A rule as the registry holds it. All have the same properties in the same order: that is what V8 is fast with. */
export interface Rule extends Omit<RuleDescription, 'forms' | 'from' | 'until' | 'stage' | 'insteadOf' | 'assumes'> {
  readonly forms: RuleDescription['forms'] | undefined
  readonly from: CalendarDate | undefined
  readonly until: CalendarDate | undefined
  readonly stage: RuleDescription['stage'] | undefined
  readonly insteadOf: RuleDescription['insteadOf'] | undefined
  readonly assumes: RuleDescription['assumes'] | undefined
  readonly of: Question['of']
  readonly table: 'I' | 'II' | undefined
  readonly codes: string | undefined
  readonly fault: FaultKind | undefined
  /** Called with what `of` says, and with nothing else; never for a rule of the schema. */
  readonly check: Ask<never>
}

/** Makes a rule. A date that is none is a fault of the program: it throws when the file is loaded. */
export function rule(definition: RuleDefinition): Rule {
  const { code, name, severity, message, fix, source, forms, from, until, stage, insteadOf, assumes, of } = definition
  return {
    code,
    name,
    severity,
    message,
    fix,
    source,
    forms,
    from: date(from),
    until: date(until),
    stage,
    insteadOf,
    assumes,
    of,
    table: 'table' in definition ? definition.table : undefined,
    codes: 'codes' in definition ? definition.codes : undefined,
    fault: 'fault' in definition ? definition.fault : undefined,
    check: 'check' in definition ? definition.check : () => {},
  }
}

function date(written: string | undefined): CalendarDate | undefined {
  if (written === undefined) return undefined
  const parsed = CalendarDate.parse(written)
  if (!parsed) throw new RangeError(`not a date: ${written}`)
  return parsed
}
