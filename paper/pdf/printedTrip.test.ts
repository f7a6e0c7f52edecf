import { readOwnershipXml } from '@section16/core/read'
import { describe, expect, test } from 'vitest'
import { FORMS, readCase } from '../../print/forms.mts'
import { corpusIsThere, looseSample, NO_CORPUS } from '../../tools/testing/corpus.ts'
import { editionInTurn, faultsOf, type Trip } from '../trip.mts'
import { printAndRead } from './printedTrip.mts'

describe('what our pages say of a document is what is read from them', () => {
  test.each(FORMS)('%s', async (_, document) => {
    const trip = await printAndRead(document)
    expect([faultsOf(trip), trip.unplaced]).toEqual([[], []])
    expect(trip.outcomes.length).toBeGreaterThan(15)
  })

  test.each(['2003', '2012', '2023', '2026'] as const)('the edition of %s', async (edition) => {
    for (const path of ['terminal/form4a-joint.xml', 'terminal/form5-late.xml', 'terminal/form3-derivatives.xml']) {
      expect(faultsOf(await printAndRead(readCase(path), { edition }))).toEqual([])
    }
  })
})

test('filings printed by us are read back exactly', async (context) => {
  context.skip(!corpusIsThere, NO_CORPUS)
  const sample = looseSample(0.02, 20030507)
  const trips: Trip[] = []
  for (const [i, { text }] of sample.entries()) {
    trips.push(await printAndRead(readOwnershipXml(text).document!, editionInTurn(i)))
  }
  expect(trips.flatMap(faultsOf)).toEqual([])
  const compared = trips.flatMap(({ outcomes }) => outcomes).length
  expect([trips.length > 15, compared > 800]).toEqual([true, true])
}, 120_000)
