/**
 * The round trip of a document over paper of ours: printed by the print room, read back as a PDF, compared with what it
 * says field by field. For many filings one after the other, so that a caller may stop, keep the tally and go on.
 */
import { formEditions } from '../../core/facts/index.ts'
import type { OwnershipDocument } from '../../core/model/index.ts'
import { readOwnershipXml } from '../../core/read/index.ts'
import type { PageOptions } from '../../core/render/index.ts'
import { renderPdf } from '../../print/renderPdf.ts'
import { misplacedWords } from '../form/testing.mts'
import { layOut } from '../layout/layOut.ts'
import { comparePrinted, printedTruth, readFields, truthEdition } from '../truth.mts'
import { readPdf } from './readPdf.ts'

/** What became of a document. */
export interface Trip {
  readonly pages: number
  readonly compared: number
  /** Fields that differ, in words, and whatever else is not as it should be. */
  readonly faults: readonly string[]
  /** Texts that found no home. */
  readonly unplaced: readonly string[]
  /** Milliseconds of reading and laying out, without the printing. */
  readonly time: number
}

/** Prints a document, reads it back, and says where the two differ; words lost or taken twice are faults too. */
export async function printAndRead(document: OwnershipDocument, options: PageOptions = {}): Promise<Trip> {
  const bytes = await renderPdf(document, options)
  const began = performance.now()
  const reading = await readPdf(bytes)
  const pages = reading.pages.map(({ page }) => page)
  const [form, ...others] = layOut(pages, 'pdf')
  const time = performance.now() - began
  const trip = { pages: pages.length, time }
  if (!form || others.length > 0) {
    return { ...trip, compared: 0, faults: [`${form ? 1 + others.length : 0} forms`], unplaced: [] }
  }
  const { compared, differences } = comparePrinted(printedTruth(document, options), readFields(form))
  const edition = truthEdition(document, options)
  const faults = [
    ...differences.map((difference) => JSON.stringify(difference)),
    ...misplacedWords(form, pages),
    ...(form.edition === edition ? [] : [`edition ${form.edition}, not ${edition}`]),
    ...reading.diagnostics.map(({ code }) => code),
  ]
  return { ...trip, compared, faults, unplaced: form.unplaced.map(({ text }) => text) }
}

/** Plain data: it may be written to a file and read again. */
export interface TripTally {
  /** Filings passed, those without a document too: where to go on. */
  seen: number
  filings: number
  pages: number
  fields: number
  wrong: number
  /** Texts without a place. */
  unplaced: number
  /** Milliseconds of reading. */
  time: number
  /** The first faults, in words. */
  faults: string[]
}

const MOST_FAULTS = 50
/** The edition of the filing's day, then each by name: filing by filing another. */
const EDITIONS: readonly PageOptions[] = [{}, ...formEditions.map(({ name }) => ({ edition: name }))]

export const emptyTally = (): TripTally => ({
  seen: 0,
  filings: 0,
  pages: 0,
  fields: 0,
  wrong: 0,
  unplaced: 0,
  time: 0,
  faults: [],
})

/** Goes on from a tally; yields it after each filing. */
export async function* measureTrips(
  filings: Iterable<{ readonly name: string; readonly text: string }>,
  tally: TripTally,
): AsyncGenerator<TripTally> {
  const { seen } = tally
  let at = 0
  for (const { name, text } of filings) {
    if (at++ < seen) continue
    tally.seen = at
    const { document } = readOwnershipXml(text)
    if (document) add(tally, name, await printAndRead(document, EDITIONS[at % EDITIONS.length]))
    yield tally
  }
}

function add(tally: TripTally, name: string, { pages, compared, faults, unplaced, time }: Trip): void {
  tally.filings++
  tally.pages += pages
  tally.fields += compared
  tally.wrong += faults.length
  tally.unplaced += unplaced.length
  tally.time += time
  for (const fault of faults) if (tally.faults.length < MOST_FAULTS) tally.faults.push(`${name}: ${fault}`)
}
