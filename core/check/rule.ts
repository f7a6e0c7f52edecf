import { CalendarDate } from '../model/calendarDate.ts'
import type { Diagnostic, Severity } from '../model/diagnostic.ts'
import type { CheckedFiling } from './checkedFiling.ts'

/** Notes a finding at a path (an XPath of the document's elements, or a model path of `CheckedFiling`). */
export type Report = (path: string, data?: Diagnostic['data']) => void

/** What a rule file says of itself. The comment above it is its public page. */
export interface RuleDefinition {
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
  check: (filing: CheckedFiling, report: Report) => void
}

/** A rule as the registry holds it. */
export interface Rule extends Omit<RuleDefinition, 'from' | 'until'> {
  readonly from: CalendarDate | undefined
  readonly until: CalendarDate | undefined
}

/** Makes a rule. A date that is none is a fault of the program: it throws when the file is loaded. */
export function rule(definition: RuleDefinition): Rule {
  const { from, until, ...rest } = definition
  return { ...rest, from: date(from), until: date(until) }
}

function date(written: string | undefined): CalendarDate | undefined {
  if (written === undefined) return undefined
  const parsed = CalendarDate.parse(written)
  if (!parsed) throw new RangeError(`not a date: ${written}`)
  return parsed
}
