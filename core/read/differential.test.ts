import { describe, expect, test } from 'vitest'
import { corpusIsThere, looseDocuments, NO_CORPUS } from '../../tools/testing/corpus.ts'
import { examine } from '../../tools/testing/examine.ts'
import { MUTATIONS, mutate } from '../../tools/testing/mutate.ts'
import { Random, seedOf } from '../../tools/testing/random.ts'
import { randomSource } from '../../tools/testing/randomSource.ts'

/** `npm run test:full -- differential` does the same with every real document and 100,000 mutations. */
const SEED = 16
const INVENTED = 300
const MUTATIONS_OF_EACH = 10
const CORPUS_SAMPLE = 200

const invented = Array.from({ length: INVENTED }, (_, i) => randomSource(new Random(seedOf(SEED, i))))

describe('reader, saxes and writer agree', () => {
  test('on invented documents', () => {
    let fast = 0
    for (const source of invented) {
      const examined = examine(source)
      expect(examined, source).toMatchObject({ outcome: 'wellFormed', roundTrip: true, faults: [] })
      if (examined.fast) fast++
    }
    // Both ways are worth nothing as each other's witness if one of them never reads.
    expect(fast).toBeGreaterThan(INVENTED / 10)
    expect(fast).toBeLessThan(INVENTED / 2)
  })

  const counts: Record<string, number> = {}
  const kindsMet = new Set<string>()

  test.each(Array.from({ length: MUTATIONS_OF_EACH }, (_, round) => round))('on a mutation of each (%i)', (round) => {
    for (const [i, source] of invented.entries()) {
      const { text, kinds } = mutate(source, new Random(seedOf(SEED + 1, round * INVENTED + i)))
      const { outcome, repaired, faults } = examine(text)
      expect(faults, `${kinds.join(', ')} of ${i}\n${text}`).toEqual([])
      counts[outcome] = (counts[outcome] ?? 0) + 1
      if (repaired) counts.repaired = (counts.repaired ?? 0) + 1
      for (const kind of kinds) kindsMet.add(kind)
    }
  })

  test('on mutations of every kind and every outcome', () => {
    expect([...kindsMet].sort()).toEqual(Object.keys(MUTATIONS).sort())
    expect(counts.wellFormed).toBeGreaterThan(500)
    expect(counts.notWellFormed).toBeGreaterThan(1000)
    expect(counts.repaired).toBeGreaterThan(500)
    expect(counts.saxesDiffers ?? 0).toBeLessThan(50)
    expect(counts.policy).toBeGreaterThan(0)
  })

  test('on a sample of real ones', (context) => {
    if (!corpusIsThere) context.skip(NO_CORPUS)
    const documents = [...looseDocuments()]
    expect(documents.length).toBeGreaterThan(1000)
    const step = Math.floor(documents.length / CORPUS_SAMPLE)
    for (const { name, text } of documents.filter((_, i) => i % step === 0)) {
      expect(examine(text).faults, name).toEqual([])
    }
  })
})

test('an examination finds what is wrong', () => {
  expect(examine('<ownershipDocument/>')).toMatchObject({ outcome: 'wellFormed', roundTrip: true, faults: [] })
  expect(examine('<a/>')).toMatchObject({ outcome: 'wellFormed', roundTrip: false, faults: [] })
  expect(examine('<ownershipDocument>')).toMatchObject({ outcome: 'notWellFormed', repaired: true, faults: [] })
  expect(examine('<!DOCTYPE a><a/>')).toMatchObject({ outcome: 'policy', faults: [] })
  expect(examine('<ownershipDocument><?a?b?></ownershipDocument>')).toMatchObject({
    outcome: 'saxesDiffers',
    departure: 'instructionWithoutSpace',
  })
})
