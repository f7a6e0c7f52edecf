/** Many filings printed and read back, one after the other, so that a caller may stop, keep the tally and go on. */
import { formEditions } from '../../core/facts/index.ts'
import type { OwnershipDocument } from '../../core/model/index.ts'
import { readOwnershipXml } from '../../core/read/index.ts'
import type { PageOptions } from '../../core/render/index.ts'
import type { PageResult } from './ownPages.mts'

/** Plain data: it may be written to a file and read again. */
export interface PageTally {
  /** Filings passed, those without a document too: where to go on. */
  seen: number
  pages: number
  fields: number
  wrong: number
  /** Texts without a place. */
  unplaced: number
  /** The first differences, in words. */
  faults: string[]
}

const MOST_FAULTS = 50
/** The edition of the filing's day, then each by name: filing by filing another. */
const EDITIONS: readonly PageOptions[] = [{}, ...formEditions.map(({ name }) => ({ edition: name }))]

export const emptyTally = (): PageTally => ({ seen: 0, pages: 0, fields: 0, wrong: 0, unplaced: 0, faults: [] })

/** Goes on from a tally; yields it after each filing. */
export function* measurePages(
  filings: Iterable<{ readonly name: string; readonly text: string }>,
  readBack: (document: OwnershipDocument, options: PageOptions) => PageResult,
  tally: PageTally,
): Generator<PageTally> {
  const { seen } = tally
  let at = 0
  for (const { name, text } of filings) {
    if (at++ < seen) continue
    tally.seen = at
    const { document } = readOwnershipXml(text)
    if (document) add(tally, name, readBack(document, EDITIONS[at % EDITIONS.length]!))
    yield tally
  }
}

function add(tally: PageTally, name: string, { compared, differences, unplaced }: PageResult): void {
  tally.pages++
  tally.fields += compared
  tally.wrong += differences.length
  tally.unplaced += unplaced.length
  for (const difference of differences) {
    if (tally.faults.length < MOST_FAULTS) tally.faults.push(`${name}: ${JSON.stringify(difference)}`)
  }
}
