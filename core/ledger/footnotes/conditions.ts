import type { Cursor } from './cursor.ts'
import type { VestingNote } from './vestingTerms.ts'

/** Words with which conditions begin; they go on to the end of the sentence. */
const CONDITIONS =
  'upon_continuous upon_continued upon_the_continued subject_to subject_in_each_case in_each_case provided so_long_as as_long_as assuming contingent_upon contingent_on conditioned_upon conditioned_on if_the_reporting_person unless_earlier unless_that unless_any except_as except_in with_accelerated with_full_acceleration and_will_accelerate and_shall_accelerate subject ( based_on_continued based_upon_continued so_long with_acceleration unless and_have_no_expiration_date and_has_no_expiration_date and_will_be_settled and_shares_were and_vested_shares and_shares_will and_will_be_delivered and_are_settled and_will_settle based_on based_upon none_of will_be_settled will_be_delivered shares_were vested_shares shares_will the_reporting'

/** What is said after the schedule. It may name no day and no part: else something of the schedule would be lost. */
export function condition(cursor: Cursor): VestingNote | undefined {
  return cursor.try((c) => {
    c.words(', ; and but')
    const from = c.at
    if (!c.word(CONDITIONS)) return undefined
    const result = c.tokens.findIndex(
      ({ text }, i) => i > from && /^(?:such|so)$/.test(text) && c.tokens[i + 1]?.text === 'that',
    )
    const until = result < 0 ? c.end : Math.min(result, c.end)
    const rest = c.tokens.slice(from, until)
    if (rest.some(({ kind }) => kind === 'part' || kind === 'date' || kind === 'monthDay' || kind === 'month')) return
    const words = rest.map(({ text }) => text).join(' ')
    if (SCHEDULE_IN_CONDITION.test(words)) return undefined
    const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1]
    if (!kind) return undefined
    c.at = until
    return { kind, words }
  })
}

/** Words that belong to a schedule: a condition that holds them holds some of it. */
const SCHEDULE_IN_CONDITION =
  /thereafter|ments?\b.*\bequal|equal.*ments?\b|\bvest(?:s|ing)? (?:on|in|as|monthly|quarterly|annually|over)\b|\b(?:third|half|fourth|quarter) of\b/

const KINDS: readonly [RegExp, VestingNote['kind']][] = [
  [/non ?business date|next business d/, 'businessDay'],
  [/accelerat|change (?:in|of) control/, 'acceleration'],
  [/forfeit/, 'forfeiture'],
  [/service|employ|continu|remain/, 'service'],
  [/terms|agreement|plan\b|conditions|expiration|settled|deliver|eligible/, 'terms'],
]
