import type { CalendarDate } from '../model/calendarDate.ts'
import type { CheckedFiling } from './checkedFiling.ts'
import type { CheckedRow } from './checkedRow.ts'
import { codeOf } from './lines.ts'
import { registry } from './registry.ts'
import type { Rule } from './rule.ts'
import type { FaultKind } from './schema/fault.ts'

/** The rules in force for one form, stage and time, by what they look at, each list in the registry's order. */
export class Plan {
  readonly filing: readonly Rule[]
  readonly fields: readonly Rule[]
  readonly owners: readonly Rule[]
  readonly footnotes: readonly Rule[]
  readonly signatures: readonly Rule[]
  readonly faults: ReadonlyMap<FaultKind, Rule>
  private readonly lines: readonly Rule[]
  /** Those of `lines` by the kind of line, sorted out when the first such line is met. */
  private readonly byKind: (readonly Rule[] | undefined)[] = []

  constructor(rules: readonly Rule[]) {
    const lookingAt = (of: Rule['of']) => rules.filter((rule) => rule.of === of)
    this.filing = lookingAt('filing')
    this.fields = lookingAt('fields')
    this.owners = lookingAt('owners')
    this.footnotes = lookingAt('footnotes')
    this.signatures = lookingAt('signatures')
    this.faults = new Map(rules.flatMap((rule) => (rule.fault ? [[rule.fault, rule]] : [])))
    this.lines = rules.filter(({ of }) => of === 'rows' || of === 'transactions' || of === 'holdings')
  }

  /** The rules of lines that concern this one. */
  concerning(line: CheckedRow): readonly Rule[] {
    const kind = kindOf(line)
    const known = this.byKind[kind]
    if (known) return known
    const rules = this.lines.filter((rule) => concernsLine(rule, line))
    this.byKind[kind] = rules
    return rules
  }
}

/** Whether a rule of lines looks at this one: of its sort, its table, its code. */
export function concernsLine({ of, table, codes }: Rule, line: CheckedRow): boolean {
  if (of === (line.row.isTransaction ? 'holdings' : 'transactions')) return false
  if (table && table !== line.table) return false
  const code = codeOf(line)
  return codes === undefined || (code.length === 1 && codes.includes(code))
}

/** A number for each kind of line; the same rules concern all of one kind. Codes that are no capital are one kind. */
function kindOf(line: CheckedRow): number {
  const code = codeOf(line)
  const letter = code.length === 1 ? code.charCodeAt(0) - 64 : 0
  return (
    (letter > 0 && letter <= 26 ? letter : 0) * 4 + (line.row.isTransaction ? 2 : 0) + (line.table === 'II' ? 1 : 0)
  )
}

/** The days on which some rule begins or ends to hold, in order. */
const CHANGES: readonly number[] = [
  ...new Set(registry.flatMap(({ from, until }) => [from, until].flatMap((date) => (date ? [date.day] : [])))),
].sort((a, b) => a - b)

/** How many of those days have come; -1 where the day is not known. */
function timeOf(rulesOf: CalendarDate | undefined): number {
  if (!rulesOf) return -1
  let time = 0
  for (const day of CHANGES) if (day <= rulesOf.day) time++
  return time
}

const plans = new Map<string, Plan>()

/** The plan for a filing, made for the first of its form, stage and time. */
export function planFor(filing: CheckedFiling): Plan {
  const { form, stage, rulesOf } = filing
  const key = `${form} ${stage} ${timeOf(rulesOf)}`
  let plan = plans.get(key)
  if (!plan) {
    plan = new Plan(registry.filter((rule) => applies(rule, filing)))
    plans.set(key, plan)
  }
  return plan
}

/** Whether a rule holds for a filing: its form, its day, before or after filing. */
export function applies({ forms, from, until, stage }: Rule, filing: CheckedFiling): boolean {
  if (forms && (filing.form === '' || !forms.includes(filing.form))) return false
  return (!stage || stage === filing.stage) && holdsOn(from, until, filing.rulesOf)
}

function holdsOn(from: CalendarDate | undefined, until: CalendarDate | undefined, day: CalendarDate | undefined) {
  if (!from && !until) return true
  // A day that nobody knows is in no rule's time.
  if (!day) return false
  return (!from || day.day >= from.day) && (!until || day.day < until.day)
}
