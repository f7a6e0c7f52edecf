import { CalendarDate } from '../../../model/calendarDate.ts'
import type { BreakReason, ReasonTest, TestedBreak } from './breakReason.ts'
import { type FoundSplit, ratioText, type SplitRatio, splitRatio, splitShares } from './splits.ts'
import { isAmountStated, splitWords } from './stated.ts'

/**
 * A split or stock dividend (Rule 16a-9), by the ratio test: the holders of the security at that time have to agree. What
 * a found split leaves over is a further change. A ratio of this holder's alone is only possible, unless it is said.
 */
export const split: ReasonTest = (tested) => {
  const { position, brk, from, to, index } = tested
  if (position.key.table === 'derivative') return undefined
  const own = splitRatio(brk.expected, brk.opening)
  const found = index.splitsOf(position).filter((one) => one.from <= to && one.to >= from)
  const agreed = found.find((one) => one.supporting.some((pair) => pair.brk === brk))
  if (agreed) return ofHolders(agreed)
  const partly = found.filter((one) => one.contradicting.length === 0).find((one) => explainsMost(tested, one.ratio))
  if (partly) return withRest(tested, partly)
  const said = splitWords(tested)
  if (said) return saidToBe(tested, said.report.key, said.text)
  const isPlain = own !== undefined && (own.for === 1n || own.shares === 1n)
  return isPlain
    ? { cause: 'split', verdict: 'possible', evidence: { ratio: ratioText(own), holders: '1' } }
    : undefined
}

/** A split of which the report speaks: with the ratio that it gives, and what is left over. */
function saidToBe(tested: TestedBreak, report: string, words: string): BreakReason {
  const ratio = ratioIn(words)
  const becomes = ratio && splitShares(tested.brk.expected, ratio)
  if (!ratio || !becomes) return { cause: 'split', verdict: 'possible', evidence: { report, words } }
  const rest = tested.brk.opening.minus(becomes)
  const evidence = { report, words, ratio: ratioText(ratio), rest: String(rest) }
  if (rest.isZero || isAmountStated(tested, rest)) return { cause: 'split', verdict: 'shown', evidence }
  return { cause: 'split', verdict: explainsMost(tested, ratio) ? 'likely' : 'possible', evidence }
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'fifteen', 'twenty']
const VALUES = [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n, 10n, 15n, 20n]
const RATIO = new RegExp(`\\b(\\d{1,3}|${NUMBERS.join('|')})[ -](?:for|to)[ -](\\d{1,3}|${NUMBERS.join('|')})\\b`, 'i')

/** `4-for-1`, `seven-for-one`, `1 to 10`. */
function ratioIn(words: string): SplitRatio | undefined {
  const [, into = '', per = ''] = RATIO.exec(words) ?? []
  const value = (text: string) => (/^\d/.test(text) ? BigInt(text) : VALUES[NUMBERS.indexOf(text.toLowerCase())])
  const [shares, of] = [value(into), value(per)]
  return shares && of && shares !== of ? { shares, for: of } : undefined
}

function ofHolders({ ratio, from, to, supporting, contradicting }: FoundSplit): BreakReason {
  const evidence = {
    ratio: ratioText(ratio),
    holders: String(new Set(supporting.map(({ position }) => position.owners.join())).size),
    against: String(contradicting.length),
    after: String(new CalendarDate(from)),
    by: String(new CalendarDate(to)),
  }
  return { cause: 'split', verdict: contradicting.length === 0 ? 'shown' : 'against', evidence }
}

/** Whether a split leaves less over than it explains. */
function explainsMost({ brk }: TestedBreak, ratio: SplitRatio): boolean {
  const becomes = splitShares(brk.expected, ratio)
  if (becomes === undefined || brk.expected.sign <= 0) return false
  const rest = brk.opening.minus(becomes)
  return rest.times(rest).compare(brk.size.times(brk.size)) < 0
}

function withRest(tested: TestedBreak, found: FoundSplit): BreakReason {
  const { brk } = tested
  const { evidence } = ofHolders(found)
  const rest = brk.opening.minus(splitShares(brk.expected, found.ratio)!)
  return {
    cause: 'split',
    verdict: rest.isZero || isAmountStated(tested, rest) ? 'shown' : 'likely',
    evidence: { ...evidence, rest: String(rest) },
  }
}
