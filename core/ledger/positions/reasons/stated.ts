import { Decimal } from '../../../model/decimal.ts'
import { notesOn, type ReportLine } from '../../amendments/index.ts'
import type { FiledReport } from '../../filedReport.ts'
import type { BreakReason, ReasonTest, TestedBreak } from './breakReason.ts'

/** Changes that need not be reported and only move the next total. Source: section16-rules.md 2.1 (none), R2.7.3. */
const EXEMPT =
  /stock purchase plan|espp\b|purchase plan|dividend reinvest|reinvest(?:ed|ment)|dividend equivalent|401\(k\)|savings plan|retirement plan|profit sharing|deferred compensation|domestic relations|divorce|pro rata (?:distribution|in-kind)|distribut|stock dividend|rule 16a-(?:9|11|12|13)|exempt from|not required to be reported|change in (?:the )?form of (?:beneficial )?ownership|transferred? (?:to|from|into)|previously reported (?:as|in)|inherit/i

const SPLIT_WORDS = /\b(?:stock|share|forward|reverse)[ -](?:split|dividend)|\bsplit\b/i

/** A line of the run states no amount or no direction: the total alone says what it was. */
export const amountNotStated: ReasonTest = ({ brk }) => {
  const without = brk.run.find(({ change }) => change === undefined)
  return without && { cause: 'amountNotStated', verdict: 'shown', evidence: { report: without.line.report.key } }
}

/** A footnote or remark around the break speaks of a change that need not be reported; its figures may be the break. */
export const exemptChange: ReasonTest = (tested) => {
  const words = wordsAround(tested).filter(({ text }) => EXEMPT.test(text) && !SPLIT_WORDS.test(text))
  const size = absolute(tested.brk.size)
  for (const { text, report } of words) {
    const figures = figuresIn(text)
    if (addsUp(figures, size)) return found('shown', report, text)
  }
  const [first] = words
  return first && found('likely', first.report, first.text)
}

function found(verdict: BreakReason['verdict'], report: FiledReport, text: string): BreakReason {
  return { cause: 'exemptChange', verdict, evidence: { report: report.key, words: excerpt(text) } }
}

/** Whether a footnote or remark around the break speaks of a split, and what it says. */
export function splitWords(tested: TestedBreak): { readonly report: FiledReport; readonly text: string } | undefined {
  return wordsAround(tested).find(({ text }) => SPLIT_WORDS.test(text))
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

/** `1,234.5` and `966`, but no years, percentages or prices. */
function figuresIn(text: string): Decimal[] {
  const plain = text.replace(/\$ ?[\d.,]+|[\d.]+ ?%|\b(?:19|20)\d\d\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g, ' ')
  const found = plain.match(/\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+/g) ?? []
  return found.flatMap((figure) => Decimal.parse(figure.replaceAll(',', '')) ?? [])
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
