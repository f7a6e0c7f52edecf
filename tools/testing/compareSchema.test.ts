import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DocumentType, documentTypes } from '../../core/facts/index.ts'
import { writeOwnershipXml } from '../../core/write/xml.ts'
import { asOfX0306, compareSchema } from './compareSchema.ts'
import { Random, seedOf } from './random.ts'
import { anyDocument, randomDocument } from './randomModel.ts'
import { mutateForSchema } from './schemaMutations.ts'

const SEED = 16

const bases = fc
  .sample(anyDocument(), { seed: SEED, numRuns: 12 })
  .map((document) => writeOwnershipXml(document))
  // Long ones cost time and show nothing new.
  .filter((xml) => xml.length < 60_000)

const [form4] = [...documentTypes.values()].filter(({ code }) => code === '4')
const older = fc
  .sample(randomDocument(form4 as DocumentType), { seed: SEED, numRuns: 8 })
  .map((document) => asOfX0306(writeOwnershipXml(document)))
  .filter((xml) => xml.length < 60_000)

test('a valid document is valid for our rules too', () => {
  for (const xml of bases) expect(compareSchema(xml)).toEqual({ outcome: 'valid', ours: [], theirs: [] })
  for (const xml of older) expect(compareSchema(xml, 'x0306')).toEqual({ outcome: 'valid', ours: [], theirs: [] })
})

test.each([
  ['today', bases, 400],
  ['x0306', older, 150],
] as const)('our rules and the SEC’s schema of %s refuse the same mutations', (edition, documents, mutations) => {
  const outcomes = new Map<string, number>()
  for (let n = 0; n < mutations; n++) {
    const random = new Random(seedOf(SEED, n))
    const { xml, kinds } = mutateForSchema(random.pick(documents), random)
    const { outcome, ours, theirs } = compareSchema(xml, edition)
    outcomes.set(outcome, 1 + (outcomes.get(outcome) ?? 0))
    expect({ n, kinds, outcome, ours, theirs }).toMatchObject({ outcome: expect.not.stringMatching(/^only/) })
  }
  expect(outcomes.get('valid')).toBeGreaterThan(mutations / 10)
  expect(outcomes.get('invalid')).toBeGreaterThan(mutations / 3)
})
