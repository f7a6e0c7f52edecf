import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeOwnershipXml } from '../../core/write/xml.ts'
import { compareSchema } from './compareSchema.ts'
import { Random, seedOf } from './random.ts'
import { anyDocument } from './randomModel.ts'
import { mutateForSchema } from './schemaMutations.ts'

const SEED = 16
const MUTATIONS = 400

const bases = fc
  .sample(anyDocument(), { seed: SEED, numRuns: 12 })
  .map((document) => writeOwnershipXml(document))
  // Long ones cost time and show nothing new.
  .filter((xml) => xml.length < 60_000)

test('a valid document is valid for our rules too', () => {
  for (const xml of bases) expect(compareSchema(xml)).toEqual({ outcome: 'valid', ours: [], theirs: [] })
})

test('our rules and the SEC’s schema refuse the same mutations', () => {
  const outcomes = new Map<string, number>()
  for (let n = 0; n < MUTATIONS; n++) {
    const random = new Random(seedOf(SEED, n))
    const { xml, kinds } = mutateForSchema(random.pick(bases), random)
    const { outcome, ours, theirs } = compareSchema(xml)
    outcomes.set(outcome, 1 + (outcomes.get(outcome) ?? 0))
    expect({ n, kinds, outcome, ours, theirs }).toMatchObject({ outcome: expect.not.stringMatching(/^only/) })
  }
  expect(outcomes.get('valid')).toBeGreaterThan(MUTATIONS / 10)
  expect(outcomes.get('invalid')).toBeGreaterThan(MUTATIONS / 3)
})
