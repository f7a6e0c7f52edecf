import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recipes } from './recipes.ts'
import { SAMPLES } from './samples.mts'
import { build, codes } from './testing.mts'

const RUNS = { numRuns: 40 }

/** The transactions of a result, as they are written. */
function written({ lines }: ReturnType<typeof build>): string[] {
  return lines.filter(({ line }) => line.transaction).map(({ line }) => JSON.stringify(line))
}

describe.each(recipes)('$name', (recipe) => {
  const { values = {}, positions } = SAMPLES[recipe.name] ?? {}
  const changes = positions ? { positions } : {}
  const names = Object.keys(values)

  test('who knows less never writes anything else', () => {
    const all = written(build(recipe, values, changes))
    fc.assert(
      fc.property(fc.subarray(names), (known) => {
        const result = build(recipe, Object.fromEntries(known.map((name) => [name, values[name]])), changes)
        expect(all).toEqual(expect.arrayContaining(written(result)))
        expect(result.isComplete).toBe(known.length === names.length)
      }),
      RUNS,
    )
  })

  test('an answer that is none is said and asked again, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.anything(), (name, nonsense) => {
        const result = build(recipe, { ...values, [name]: nonsense }, changes)
        const isRead = recipe.facts[name]?.read(nonsense) !== undefined
        expect(result.open.some((one) => one.name === name)).toBe(!isRead)
        expect(codes(result.diagnostics).includes('D101')).toBe(!isRead)
      }),
      RUNS,
    )
  })
})
