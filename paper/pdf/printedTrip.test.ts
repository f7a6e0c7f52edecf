import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OwnershipDocument } from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { describe, expect, test } from 'vitest'
import { inventedForm } from '../../print/invented.mts'
import { type CorpusDocument, corpusIsThere, looseDocuments, NO_CORPUS } from '../../tools/testing/corpus.ts'
import { Random } from '../../tools/testing/random.ts'
import { emptyTally, measureTrips, printAndRead } from './printedTrip.mts'

const cases = join(import.meta.dirname, '../../cases')
const readCase = (path: string) => readOwnershipXml(readFileSync(join(cases, path))).document!

const FORMS: [string, OwnershipDocument][] = [
  ['the seed', readCase('seed/form4.xml')],
  ['a Form 3 without securities', readCase('terminal/form3-none-owned.xml')],
  ['a Form 3 with derivatives', readCase('terminal/form3-derivatives.xml')],
  ['a joint amendment', readCase('terminal/form4a-joint.xml')],
  ['a Form 5', readCase('terminal/form5-late.xml')],
  ['ten persons', inventedForm(10, 2, 4)],
  ['thirty rows in each table, on several pages', inventedForm(1, 30, 25)],
]

describe('what our pages say of a document is what is read from them', () => {
  test.each(FORMS)('%s', async (_, document) => {
    const { compared, faults, unplaced } = await printAndRead(document)
    expect([faults, unplaced]).toEqual([[], []])
    expect(compared).toBeGreaterThan(15)
  })

  test.each(['2003', '2012', '2023', '2026'] as const)('the edition of %s', async (edition) => {
    for (const path of ['terminal/form4a-joint.xml', 'terminal/form5-late.xml', 'terminal/form3-derivatives.xml']) {
      expect((await printAndRead(readCase(path), { edition })).faults).toEqual([])
    }
  })
})

const SEED = 20030507
/** Of some 1,400 filings. */
const SHARE = 0.02

/** A sample that is the same in each run. */
function* sample(): Generator<CorpusDocument> {
  const random = new Random(SEED)
  for (const document of looseDocuments()) if (random.chance(SHARE)) yield document
}

test('filings printed by us are read back exactly', async (context) => {
  context.skip(!corpusIsThere, NO_CORPUS)
  const tally = emptyTally()
  for await (const _ of measureTrips(sample(), tally));
  expect(tally.faults).toEqual([])
  expect([tally.filings > 15, tally.fields > 800, tally.wrong]).toEqual([true, true, 0])
}, 120_000)

test('a measurement that was stopped goes on where it was', async (context) => {
  context.skip(!corpusIsThere, NO_CORPUS)
  const filings = [...sample()].slice(0, 3)
  const tally = { ...emptyTally(), seen: 2 }
  for await (const _ of measureTrips(filings, tally));
  expect([tally.seen, tally.filings]).toEqual([3, 1])
})
