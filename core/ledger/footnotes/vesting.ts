import type { CalendarDate } from '../../model/calendarDate.ts'
import { aboutAward } from './award.ts'
import type { Certainty, Span } from './reading.ts'
import { sentencesOf } from './sentences.ts'
import { tokensOf } from './tokens.ts'
import type { VestingReason } from './vestingReasons.ts'
import { ScheduleBuilder } from './vestingSchedule.ts'
import { isAcceleration, isSchedule, itemsOf, PERFORMANCE } from './vestingSentences.ts'
import type { VestingNote, VestingPart } from './vestingTerms.ts'

/** What a footnote says about vesting. */
export interface VestingReading {
  readonly kind: 'vesting'
  /** The words it came from, first to last. */
  readonly at: Span
  readonly certainty: Certainty
  /** Why it was left, or what was taken for said. */
  readonly reasons: readonly VestingReason[]
  /** In the order said; empty where it was left. */
  readonly parts: readonly VestingPart[]
  /** Whether the parts are the whole award; `undefined` where only the number of shares can tell. */
  readonly isComplete: boolean | undefined
  /** Shares of the award as the footnote numbers them; `undefined` where it does not. */
  readonly total: bigint | undefined
  readonly grantDate: CalendarDate | undefined
  readonly commencement: CalendarDate | undefined
  readonly notes: readonly VestingNote[]
}

/**
 * Reads the vesting schedule out of a footnote; `undefined` where it speaks of none. A schedule that is not understood to
 * its last word is left, never guessed (section16-rules.md 6.1).
 */
export function vestingReading(text: string): VestingReading | undefined {
  if (!/vest|exercisable/i.test(text)) return undefined
  const sentences = sentencesOf(text, tokensOf(text))
  const schedules = sentences.filter(({ tokens }) => isSchedule(tokens) && !isAcceleration(tokens))
  const [first, last] = [schedules[0], schedules.at(-1)]
  if (!first || !last) return undefined
  const at = { start: first.start, end: last.end }
  const { hasSeveralGrants, ...award } = aboutAward(sentences)
  const nothing = { parts: [], isComplete: undefined, notes: [], ...award }
  const left = (reason: VestingReason): VestingReading => ({
    kind: 'vesting',
    at,
    certainty: 'left',
    reasons: [reason],
    ...nothing,
  })
  if (PERFORMANCE.test(text)) return left('performance')
  if (TRANSACTION.test(text)) return left('otherTransaction')
  if (ONE_OF_SEVERAL.test(text)) return left('wordsNotUnderstood')
  const read = schedules.map((sentence) => itemsOf(sentence))
  if (read.some((one) => one === undefined)) return left('wordsNotUnderstood')
  const items = read.flatMap((one) => one!.items)
  const builder = new ScheduleBuilder()
  for (const item of items) builder.add(item, items.length === 1)
  const { parts, assumed, failed } = builder.meaning
  if (failed) return left(failed)
  if (hasSeveralGrants && parts.some(isFromGrant)) return left('severalAwards')
  const certainty = assumed.length > 0 ? 'probable' : 'certain'
  const notes = read.flatMap((one) => one!.notes)
  const { isComplete } = builder
  return { ...nothing, kind: 'vesting', at, certainty, reasons: assumed, parts, isComplete, notes }
}

function isFromGrant({ whens }: VestingPart): boolean {
  return whens.some(({ earliestOf }) => earliestOf.some(({ base }) => base.kind === 'grantDate'))
}

/** What vests is said to be a part of the award, elsewhere than where it is said to vest. */
const ONE_OF_SEVERAL = /\bthis (?:vesting|tranche|installment) (?:represents|is)\b/i

/** Shares kept back or sold when others vested: the vesting is only mentioned. */
const TRANSACTION = /\btax|withh(?:e|o)ld/i
