import { Decimal } from '../../../model/decimal.ts'
import { notesOn, type ReportLine } from '../../amendments/index.ts'
import type { FiledReport } from '../../filedReport.ts'
import { type Token, tokensOf } from '../../footnotes/tokens.ts'
import type { ReasonTest, TestedBreak } from './breakReason.ts'

/** Changes that need not be reported and only move the next total. Source: section16-rules.md 2.1 (none), R2.7.3. */
const EXEMPT =
  /stock purchase plan|espp\b|purchase plan|dividend reinvest|reinvest(?:ed|ment)|dividend equivalent|401\(k\)|savings plan|retirement plan|profit sharing|deferred compensation|domestic relations|divorce|pro rata|distribut|stock dividend|rule 16a-(?:9|11|12|13)|exempt from|not required to be reported|form of (?:beneficial )?ownership|transfer|inherit/i

/** Says that the total has something in it, or that something happened: not what a unit or a plan is. */
const OF_A_CHANGE =
  /\binclud|\breflect|\badjust|\badditional|\bresult|\bsince\b|\bexempt|\bnot required|\btransferred|\bchange|\bdistributed|\bdivorce|\bdomestic relations|\breinvested|\binherited/i

const SPLIT_WORDS = /\b(?:stock|share|forward|reverse)[ -](?:split|dividend)|\bsplit\b/i

/** A line of the run states no amount or no direction: the total alone says what it was. */
export const amountNotStated: ReasonTest = ({ brk }) => {
  const without = brk.run.find(({ change }) => change === undefined)
  return without && { cause: 'amountNotStated', verdict: 'shown', evidence: { report: without.line.report.key } }
}

/**
 * A footnote or remark around the break speaks of a change that need not be reported. Its figures may be the break
 * (shown), or the most of it, or there are none (likely); where they are less, something else is there too (possible).
 */
export const exemptChange: ReasonTest = (tested) => {
  const words = wordsAround(tested).filter(
    ({ text }) => EXEMPT.test(text) && OF_A_CHANGE.test(text) && !SPLIT_WORDS.test(text),
  )
  const size = absolute(tested.brk.size)
  const judged = words.map((one) => ({ ...one, verdict: verdictOf(figuresIn(one.text), size) }))
  const best = (['shown', 'likely', 'possible'] as const).flatMap((verdict) =>
    judged.filter((one) => one.verdict === verdict),
  )[0]
  if (!best) return undefined
  const evidence = { report: best.report.key, words: excerpt(best.text) }
  return { cause: 'exemptChange', verdict: best.verdict, evidence }
}

function verdictOf(figures: readonly Decimal[], size: Decimal): 'shown' | 'likely' | 'possible' {
  if (addsUp(figures, size)) return 'shown'
  const least = figures.filter((figure) => figure.compare(size) <= 0).reduce((sum, one) => sum.plus(one), Decimal.of(0))
  return figures.length === 0 || least.plus(least).compare(size) >= 0 ? 'likely' : 'possible'
}

/** Says that a figure was wrong. */
const OF_AN_ERROR =
  /\bcorrect(?:s|ed|ing|ion|ions)?\b|\bincorrect|\berrors?\b|\berroneous|\binadvertent|\bmis(?:stated|reported|calculated|counted)\b|\b(?:under|over)[- ]?(?:stated|reported|counted)\b/i

/** And that it was one of a report before. */
const OF_EARLIER = /\bprevious|\bprior\b|\bearlier\b|\blast report|\boriginal|\bfiled on\b|\breported\b/i

/**
 * A footnote or remark around the break corrects what an earlier report said: a small error need not be amended (R5.2.8).
 * Shown where the size of the break is one of its figures, or by how much two of them differ.
 */
export const statedCorrection: ReasonTest = (tested) => {
  const words = wordsAround(tested).filter(({ text }) => OF_AN_ERROR.test(text) && OF_EARLIER.test(text))
  const size = absolute(tested.brk.size)
  const fitting = words.find(({ text }) => isOneOrDifference(figuresIn(text), size))
  const best = fitting ?? words.find(({ text }) => figuresIn(text).length === 0)
  if (!best) return undefined
  const evidence = { report: best.report.key, words: excerpt(best.text) }
  return { cause: 'statedCorrection', verdict: fitting ? 'shown' : 'likely', evidence }
}

function isOneOrDifference(figures: readonly Decimal[], size: Decimal): boolean {
  return figures.some((one) => one.equals(size) || figures.some((other) => one.minus(other).equals(size)))
}

/** Whether a footnote or remark around the break speaks of a split, and what it says. */
export function splitWords(tested: TestedBreak): { readonly report: FiledReport; readonly text: string } | undefined {
  return wordsAround(tested).find(({ text }) => SPLIT_WORDS.test(text))
}

/** Whether a footnote or remark around the break gives an amount, as one figure or as the sum of few. */
export function isAmountStated(tested: TestedBreak, amount: Decimal): boolean {
  return wordsAround(tested).some(({ text }) => addsUp(figuresIn(text), absolute(amount)))
}

/**
 * What is said with the total after the break: the footnotes on its lines, those on the totals of the same report that
 * the lines share, and the remarks. Footnotes come sentence by sentence.
 */
function wordsAround({ brk }: TestedBreak): { readonly report: FiledReport; readonly text: string }[] {
  const lines: ReportLine[] = brk.run.map(({ line }) => line)
  const notes = lines.flatMap((line) => notesOn(line).map(({ text }) => ({ report: line.report, text })))
  const reports = [...new Set(lines.map(({ report }) => report))]
  const remarks = reports.flatMap((report) => {
    const text = report.document.remarks.value
    return text === undefined ? [] : [{ report, text }]
  })
  const unique = new Map([...notes, ...remarks].map((one) => [one.text, one]))
  return [...unique.values()]
}

/** `1,234.5` and `966`, but no dates, years, parts or prices, and not the 4 of Form 4 or the 401 of 401(k). */
function figuresIn(text: string): Decimal[] {
  return tokensOf(text).flatMap((token, i, tokens) =>
    token.kind === 'number' && !isName(text, token, tokens[i - 1]) ? [token.number] : [],
  )
}

/** After one of these a number is a name. */
const NAMED = /^(?:forms?|rules?|sections?|items?|tables?|lines?|columns?|(?:foot)?notes?)$/
/** So it is in `16a-9` and `401(k)`. */
const GOES_ON = /^(?:[a-z]|\([a-z])/i

function isName(text: string, { start, end, text: written }: Token, before: Token | undefined): boolean {
  if (/^(?:19|20)\d\d$/.test(written) || GOES_ON.test(text.slice(end, end + 2))) return true
  return NAMED.test(before?.text ?? '') || /\w-$/.test(text.slice(Math.max(0, start - 2), start))
}

/** With more figures than this some of them add up to anything. */
const MOST_FIGURES = 8

/** Whether a figure, or several of few, add up to a number. */
function addsUp(figures: readonly Decimal[], size: Decimal): boolean {
  if (figures.some((figure) => figure.equals(size))) return true
  if (figures.length > MOST_FIGURES) return false
  const sums = [Decimal.of(0)]
  for (const figure of figures) sums.push(...sums.map((sum) => sum.plus(figure)))
  return sums.some((sum) => sum.equals(size))
}

/** A number without its sign. */
export function absolute(decimal: Decimal): Decimal {
  return decimal.sign < 0 ? Decimal.of(0).minus(decimal) : decimal
}

const LONGEST = 160

function excerpt(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST - 1)}…`
}
