import { describe, expect, test } from 'vitest'
import { recipeOf, recipes } from './recipes.ts'
import type { RecipeResult } from './result.ts'
import { SAMPLES } from './samples.mts'
import { build, judged } from './testing.mts'
import { recipeDiagnostics } from './wordings.ts'

/** The event of a sample by itself. */
function resultOf(name: string, given?: RecipeResult['positions']): RecipeResult {
  const sample = SAMPLES[name]
  const recipe = recipeOf(name)
  if (!sample || !recipe) throw new Error(`no sample of ${name}`)
  const positions = given ?? sample.positions
  return build(recipe, sample.values, positions ? { positions } : {})
}

/** The events of its form: those before it, itself, those after it. */
function resultsOf(name: string): RecipeResult[] {
  const { after, before } = SAMPLES[name]!
  const first = after ? [resultOf(after)] : []
  const own = resultOf(name, first[0]?.positions)
  return [...first, own, ...(before ? [resultOf(before, own.positions)] : [])]
}

test('names are unique, and each has a sample', () => {
  expect(new Set(recipes.map(({ name }) => name)).size).toBe(recipes.length)
  expect(Object.keys(SAMPLES).toSorted()).toEqual(recipes.map(({ name }) => name).toSorted())
})

describe.each(recipes)('$name', ({ name, title, about, facts, build: make }) => {
  test('says what it is and why it asks', () => {
    for (const said of [title, about, ...Object.values(facts).flatMap((one) => [one.question, one.why, one.source])])
      expect(said.length).toBeGreaterThan(3)
    for (const { type, options = [] } of Object.values(facts)) expect(options.length > 1).toBe(type === 'choice')
  })

  test('knowing nothing it writes nothing, and asks', () => {
    const result = make({
      facts: {},
      positions: { held: [], isComplete: false },
      insider: { role: 'directorOrOfficer' },
      issuer: {},
    })
    const asked = result.open.map((one) => one.name)
    expect(asked).toEqual(Object.keys(facts).filter((one) => facts[one]?.when?.({}, {}) ?? true))
    expect([result.lines, result.events, result.isComplete]).toEqual([[], [], false])
  })

  test('its sample is complete, rests on its facts, and is the same each time', () => {
    const result = resultOf(name, SAMPLES[name]?.after ? resultOf(SAMPLES[name].after).positions : undefined)
    expect(result).toMatchObject({ isComplete: true, open: [] })
    expect(Object.keys(result.restsOn).toSorted()).toEqual(Object.keys(SAMPLES[name]?.values ?? {}).toSorted())
    expect(resultsOf(name)).toEqual(resultsOf(name))
  })

  test('every fact that its sample gives is needed', () => {
    const { values = {}, positions } = SAMPLES[name] ?? {}
    const recipe = recipeOf(name)!
    for (const fact of Object.keys(values)) {
      const { [fact]: _, ...rest } = values
      const result = build(recipe, rest, positions ? { positions } : {})
      expect(result.isComplete, fact).toBe(false)
      expect(
        result.open.map((one) => one.name),
        fact,
      ).toContain(fact)
    }
  })

  test('its form is as the golden has it, XSD-valid, and nothing is found', async () => {
    const { form } = SAMPLES[name]!
    if (!form) {
      expect(resultOf(name).lines).toEqual([])
      return
    }
    const { xml, complaints, findings } = judged(form, ...resultsOf(name))
    expect({ complaints, findings }).toEqual({ complaints: [], findings: [] })
    await expect(xml).toMatchFileSnapshot(`goldens/${name}.xml`)
  })
})

test('what is said names only what is given', () => {
  const names = Object.values(recipeDiagnostics).map((one) => one.name)
  expect(new Set(names).size).toBe(names.length)
  for (const [code, { message, fix, name }] of Object.entries(recipeDiagnostics)) {
    expect(code).toMatch(/^D1\d\d$/)
    expect(name).toMatch(/^[a-z0-9-]+$/)
    expect(message.length * fix.length).toBeGreaterThan(0)
  }
})
