/**
 * What the grammars of footnotes make of the corpus: how many phrases of each kind are read, how many recognised and
 * left, and why. `--sample N` draws N readings of each kind, by the seed, from the half of the texts that the grammars
 * were not written on, and prints them for judging; `--kind NAME` only of that kind.
 */
import { createHash } from 'node:crypto'
import {
  type Day,
  type PriceRangeReading,
  priceRangeReading,
  type TradingPlanReading,
  tradingPlanReading,
  type VestingReading,
  vestingReading,
  type When,
} from '../../core/ledger/footnotes/index.ts'
import { readOwnershipXml } from '../../core/read/index.ts'
import type { LongTest } from '../full.ts'
import { bulkDocuments, corpusIsThere, looseDocuments, NO_CORPUS } from '../testing/corpus.ts'
import { Random } from '../testing/random.ts'

export const about = 'footnotes of the corpus: phrases read and left, samples for judging; half a minute'

type Reading = VestingReading | PriceRangeReading | TradingPlanReading
type Out = (line: string) => void

const READERS: readonly [Reading['kind'], (text: string) => Reading | undefined][] = [
  ['vesting', vestingReading],
  ['priceRange', priceRangeReading],
  ['tradingPlan', tradingPlanReading],
]

/** Every footnote's text, and how often it stands in the corpus. */
function footnoteTexts(): Map<string, number> {
  const texts = new Map<string, number>()
  for (const documents of [looseDocuments(), bulkDocuments()]) {
    for (const { text } of documents) {
      const { document } = readOwnershipXml(text)
      for (const footnote of document?.footnotes.footnotes ?? []) {
        texts.set(footnote.text, 1 + (texts.get(footnote.text) ?? 0))
      }
    }
  }
  return texts
}

/** The grammars were written looking at one half only; which, its hash says. */
function isHeldBack(text: string): boolean {
  return createHash('sha256').update(text).digest()[0]! % 2 === 1
}

/** Footnotes, and texts that differ. */
interface Count {
  footnotes: number
  texts: number
}

class Tally {
  readonly counts = new Map<string, Count>()

  add(name: string, footnotes: number): void {
    const count = this.counts.get(name) ?? { footnotes: 0, texts: 0 }
    this.counts.set(name, { footnotes: count.footnotes + footnotes, texts: count.texts + 1 })
  }

  of(name: string): Count {
    return this.counts.get(name) ?? { footnotes: 0, texts: 0 }
  }
}

/** What has to hold of every reading. */
function isSound({ at, certainty, reasons }: Reading, text: string): boolean {
  const isInside = at.start >= 0 && at.start < at.end && at.end <= text.length
  return isInside && (certainty === 'certain' ? reasons.length === 0 : reasons.length > 0)
}

function tell(kind: string, tally: Tally, out: Out): string {
  const [certain, probable, left] = ['certain', 'probable', 'left'].map((name) => tally.of(name))
  const read = { footnotes: certain!.footnotes + probable!.footnotes, texts: certain!.texts + probable!.texts }
  for (const [name, { footnotes, texts }] of tally.counts)
    out(`  ${kind} ${name}: ${footnotes} footnotes, ${texts} texts`)
  return `${kind} read=${read.footnotes}/${read.texts} left=${left!.footnotes}/${left!.texts}`
}

function dayText({ base, months }: Day): string {
  const from = base.kind === 'date' ? String(base.date) : base.kind === 'event' ? `[${base.words}]` : base.kind
  return months === 0 ? from : `${from}+${months}m`
}

function whenText({ earliestOf }: When): string {
  return earliestOf.length === 1 ? dayText(earliestOf[0]!) : `earliest of ${earliestOf.map(dayText).join(' | ')}`
}

/** One reading on a line, as short as it can be judged by. */
function readingText(reading: Reading): string {
  if (reading.kind === 'vesting') return reading.parts.map(partText).join('; ')
  if (reading.kind === 'priceRange') {
    const ranges = reading.ranges.map(
      ({ low, high, isInclusive }) => `${String(low)}..${String(high)}${isInclusive ? ' incl.' : ''}`,
    )
    return `${ranges.join('; ')} ${reading.hasUndertaking ? 'undertakes' : 'no undertaking'}`
  }
  return reading.events
    .map(({ event, dates, by }) => {
      const days = dates.map((day) => (day.kind === 'date' ? String(day.date) : `${day.year}-${day.month}`))
      return `${event} ${days.join(' + ')}${by === undefined ? '' : ` by ${by}`}`
    })
    .join('; ')
}

function partText({ portion, whens }: VestingReading['parts'][number]): string {
  const amount =
    portion.kind === 'fraction' ? portion.fraction : portion.kind === 'count' ? `${portion.count} shares` : 'rest'
  const days = whens.map(whenText)
  return `${String(amount)} @ ${days.length > 4 ? `${days[0]} … ${days.length} … ${days.at(-1)}` : days.join(', ')}`
}

function sample(readings: readonly [string, Reading][], count: number, seed: number, out: Out): void {
  const random = new Random(seed)
  const bag = readings.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  for (let n = 1; n <= count && bag.length > 0; n++) {
    const [text, reading] = bag.splice(random.below(bag.length), 1)[0]!
    out(`${n}. ${text.replace(/\s+/g, ' ')}`)
    out(`   => ${reading.certainty} ${reading.reasons.join(' ')} ${readingText(reading)}`)
  }
}

/** See `about`. */
export const run: LongTest['run'] = async ({ seed, out, args }) => {
  if (!corpusIsThere) return { ok: true, summary: NO_CORPUS }
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const texts = footnoteTexts()
  const summaries: string[] = []
  let unsound = 0
  for (const [kind, read] of READERS) {
    const tally = new Tally()
    const heldBack: [string, Reading][] = []
    const others: [string, Reading][] = []
    for (const [text, footnotes] of texts) {
      const reading = read(text)
      if (!reading) continue
      if (!isSound(reading, text)) unsound++
      tally.add(reading.certainty, footnotes)
      if (reading.certainty === 'left') tally.add(`left: ${reading.reasons[0]}`, footnotes)
      else (isHeldBack(text) ? heldBack : others).push([text, reading])
    }
    summaries.push(tell(kind, tally, out))
    out(`  ${kind} read in the half held back: ${heldBack.length} texts`)
    if ((option('--kind') ?? kind) !== kind) continue
    const count = Number(option('--sample') ?? 0)
    sample(heldBack, count, seed, out)
    if (count > heldBack.length) {
      out('from the half that the grammars were written on:')
      sample(others, count - heldBack.length, seed, out)
    }
  }
  const all = [...texts.values()].reduce((sum, one) => sum + one, 0)
  const summary = `${all} footnotes, ${texts.size} texts; ${summaries.join('; ')} (footnotes/texts); unsound=${unsound}`
  return { ok: unsound === 0, summary }
}
