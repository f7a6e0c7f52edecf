import { Cursor } from './cursor.ts'
import { isSame, WHOLE } from './parts.ts'
import type { Sentence } from './sentences.ts'
import type { Token } from './tokens.ts'
import { type VestingItems, vestingItems } from './vestingItems.ts'

/** Words of vesting that hangs on results, not on days. */
export const PERFORMANCE =
  /performance|milestone|hurdle|\btsr\b|shareholder return|stockholder return|price target|target (?:level|award|number)|\bgoals?\b|criteria|achiev|ebitda|certif|eligible to vest|liquidity|stock price|share price|closing price/i

const VERB = /^(?:vest|vests|vested|vesting|exercisable)$/

const TIME =
  /^(?:anniversar|annual|year|month|quarter|install|instal|tranche|increment|immediately|fully|full$|thereafter|grant$|meeting|exercisable$|currently|january|february|march|april|june|july|august|september|october|november|december)/

const WHEN_KIND = /^(?:date|part|monthDay|month)$/

/** Whether a sentence says that something vests and when or how much. */
export function isSchedule(tokens: readonly Token[]): boolean {
  const hasVerb = tokens.some(({ text }, i) => VERB.test(text) && isVerb(tokens, i))
  const words = tokens.map(({ text }) => text).join(' ')
  const hasWhen = tokens.some(({ kind, text }) => WHEN_KIND.test(kind) || TIME.test(text))
  return hasVerb && (hasWhen || PERFORMANCE.test(words))
}

const THING =
  /^(?:shares?|units?|options?|rsus?|psus?|gsus?|dsus?|awards?|restricted|class|phantom|common|deferred|stock|ltip|profits)$/

const SERIES = /installment|increment|tranche|anniversar|monthly|quarterly|annually|each (?:month|quarter|year)/

/** A sentence on what would hasten vesting; no day of the schedule stands in it. */
export function isAcceleration(tokens: readonly Token[]): boolean {
  const words = tokens.map(({ text }) => text).join(' ')
  const isDated = tokens.some(
    (one) => /^(?:date|month)$/.test(one.kind) || (one.kind === 'part' && !isSame(one.part, WHOLE)),
  )
  return (
    !isDated &&
    !SERIES.test(words) &&
    /accelerat|change (?:in|of) control|\b(?:if|upon|event)\b.*\b(?:death|disability|retire|terminat)/.test(words)
  )
}

/** `upon vesting`, `the vesting of`, `vested shares`, `vesting date` name things; they say nothing of when. */
function isVerb(tokens: readonly Token[], i: number): boolean {
  const { text } = tokens[i]!
  const [before, after] = [tokens[i - 1]?.text ?? '', tokens[i + 1]?.text ?? '']
  if (text === 'vesting')
    return (
      !/^(?:upon|the|of|to|for|each|applicable|such|further|based|before|accelerated|and|after|with|on|time|service|future|following|subject|that|first|year|annual|through|any|final|last|partial|its|their|his|her|all)$/.test(
        before,
      ) && !/^(?:date|dates|commencement|schedule|conditions?|of|requirements?|start)$/.test(after)
    )
  if (text === 'vested') return !THING.test(after) && !/^(?:|the|of|each|any|all|for|such|certain)$/.test(before)
  if (text === 'exercisable')
    return !/^(?:date|through|into)$/.test(after) && (after !== 'for' || tokens[i + 2]?.kind === 'part')
  return true
}

/** A longer sentence holds more than one award, and would cost more than its length. */
const MOST_TOKENS = 400

/** The items of a sentence: of all places where a schedule can begin, the first that reads to the sentence's end. */
export function itemsOf({ tokens }: Sentence): VestingItems | undefined {
  if (tokens.length > MOST_TOKENS) return undefined
  for (let at = 0; at < tokens.length; at++) {
    const isIncluding = INCLUDING.test(tokens[at - 1]?.text ?? '')
    if (isIncluding ? tokens[at]?.kind !== 'number' : !isHarmless(tokens, at)) return undefined
    if (isGrantDayAt(tokens, at)) continue
    const read = vestingItems(new Cursor(tokens, at))
    if (read && read.items.length > 0 && read.items.some(({ hasVerb }) => hasVerb)) {
      return isSecondOfTwo(tokens, at) ? undefined : read
    }
    if (isIncluding) return undefined
  }
  return undefined
}

/** `100 units and 200 units vest`: what begins with the second number is not all that vests. */
function isSecondOfTwo(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== 'number') return false
  const before = tokens.slice(0, at)
  const isOfWhich = tokens.slice(at, at + 8).some(({ text }, i, some) => text === 'of' && some[i + 1]?.text === 'which')
  return (
    !isOfWhich &&
    before.some(({ kind }, i) => kind === 'number' && before.slice(i, i + 6).some(({ text }) => THING.test(text)))
  )
}

/** Some of the shares of the row: only if the words go on with how many. */
const INCLUDING = /^(?:includes?|including|included)$/

/** Words before a schedule that make it another: a condition, a denial, another award, another transaction. */
const HARMFUL =
  /^(?:if|unless|except|not|no|none|remaining|balance|portion|previously|sold|sale|cancel\w*|forfeited|accelerat\w*|modif\w*|half|third|fourth|quarter|fifth|would|some|both|when|after|excludes?|until|deferred_until|remainder|respectively|vest|vests|vested|exercisable)$/

/** Whether the words before `at` leave the meaning of what follows alone. */
function isHarmless(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at - 1]
  if (!token) return true
  // "were to vest": did not come to pass.
  if (/^(?:was|were)$/.test(token.text) && tokens[at]?.text === 'to') return false
  if (token.kind === 'word' && HARMFUL.test(token.text)) return isUnlessForfeited(tokens, at - 1)
  if (token.kind === 'part' || token.kind === 'monthDay' || token.kind === 'money') return false
  if (token.kind === 'date') return isGrant(tokens, at - 1)
  return true
}

/** `on March 1, 2023` of `was granted on March 1, 2023 and vests …` is no day of the schedule. */
function isGrantDayAt(tokens: readonly Token[], at: number): boolean {
  const day = tokens[at]?.kind === 'date' ? at : at + 1
  return (
    tokens[day]?.kind === 'date' &&
    /^(?:on|as|)$/.test(tokens[at]?.kind === 'date' ? '' : (tokens[at]?.text ?? '-')) &&
    isGrant(tokens, day)
  )
}

/** `Unless earlier forfeited under the terms of the award, …` */
function isUnlessForfeited(tokens: readonly Token[], at: number): boolean {
  const from = tokens[at]?.text === 'unless' ? at : at - 2
  return ['unless', 'earlier', 'forfeited'].every((word, i) => tokens[from + i]?.text === word)
}

/** Whether a date stands beside words of granting: `granted on March 1, 2023`, `On March 1, 2023, … was granted`. */
function isGrant(tokens: readonly Token[], at: number): boolean {
  const before = tokens
    .slice(Math.max(0, at - 8), at)
    .map(({ text }) => text)
    .join(' ')
  const after = tokens
    .slice(at + 1, at + 14)
    .map(({ text }) => text)
    .join(' ')
  return (
    /\b(?:grant(?:ed)?|award(?:ed)?|issued|received)\b/.test(before) ||
    (/^on$/.test(before) && /\b(?:grant|award|issu|receiv)/.test(after))
  )
}
