import type { CalendarDate } from '../../model/calendarDate.ts'
import type { Sentence } from './sentences.ts'
import type { Token } from './tokens.ts'

/** What a footnote says of the award itself; `undefined` where it does not, or says several. */
export interface SaidOfAward {
  readonly total: bigint | undefined
  readonly grantDate: CalendarDate | undefined
  readonly commencement: CalendarDate | undefined
  /** Several days of grants are named, so that `the grant date` is none of them for sure. */
  readonly hasSeveralGrants: boolean
}

/** The shares of the award, the day of its grant and of the commencement of vesting, where they are said plainly. */
export function aboutAward(sentences: readonly Sentence[]): SaidOfAward {
  const totals: bigint[] = []
  const grants: CalendarDate[] = []
  const commencements: CalendarDate[] = []
  for (const { tokens } of sentences) {
    for (const [i, token] of tokens.entries()) {
      if (token.kind === 'number' && isAwarded(tokens, i)) totals.push(token.number.units)
      if (token.kind !== 'date') continue
      if (isGrantDay(tokens, i)) grants.push(token.date)
      if (isCommencement(tokens, i)) commencements.push(token.date)
    }
  }
  return {
    total: only(totals, String),
    grantDate: only(grants, String),
    commencement: only(commencements, String),
    hasSeveralGrants: new Set(grants.map(String)).size > 1,
  }
}

/** The one there is, however often it is said. */
function only<T>(values: readonly T[], key: (value: T) => string): T | undefined {
  return new Set(values.map(key)).size === 1 ? values[0] : undefined
}

function words(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(Math.max(0, from), Math.max(0, to))
    .map(({ text }) => text)
    .join(' ')
}

/** `granted 10,000 restricted stock units`, `an option to purchase 10,000 shares`. */
function isAwarded(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  if (token.kind !== 'number' || token.number.scale !== 0 || token.number.sign <= 0) return false
  const after = words(tokens, i + 1, i + 9)
  const before = words(tokens, i - 8, i)
  const isThing = /^(?:of the )?(?:\w+ ){0,3}(?:shares|units|rsus|options)\b/.test(after)
  if (!isThing) return false
  if (/(?:a total of|an aggregate of)$/.test(before)) return /\b(?:granted|awarded)\b/.test(`${before} ${after}`)
  return /(?:\b(?:granted|awarded|received)|(?:award|grant) of|to purchase)(?: up to| an award of)?$/.test(before)
}

function isGrantDay(tokens: readonly Token[], i: number): boolean {
  const before = words(tokens, i - 5, i)
  const isAfterVerb = /(?:granted|awarded)(?: on| to \w+ \w+ on)?$/.test(before)
  return (
    isAfterVerb || (before === 'on' && /\b(?:granted|awarded|received|issued)\b/.test(words(tokens, i + 1, i + 10)))
  )
}

/** `the Vesting Commencement Date ("VCD") of March 1, 2023`, `granted on March 1, 2023, the VCD`. */
function isCommencement(tokens: readonly Token[], i: number): boolean {
  const isAfter = /(?:commencement date|vcd)(?: \( vcd \))?(?: of the grant)?(?: is| was| of)?$/.test(
    words(tokens, i - 10, i),
  )
  return (
    isAfter || /^,? ?\(? ?the (?:vest\w* (?:commencement|start|reference) date|vcd)\b/.test(words(tokens, i + 1, i + 7))
  )
}
