import { describe, expect, test } from 'vitest'
import { recipeOf, recipes } from './recipes.ts'
import type { RecipeResult } from './result.ts'
import { SAMPLES } from './samples.mts'
import { build, judged } from './testing.mts'
import { recipeDiagnostics } from './wordings.ts'

/** The event of a sample, with those before it on its form. */
function resultsOf(name: string): RecipeResult[] {
  const sample = SAMPLES[name]
  const recipe = recipeOf(name)
  if (!sample || !recipe) throw new Error(`no sample of ${name}`)
  const before = sample.after ? resultsOf(sample.after) : []
  const positions = before.at(-1)?.positions ?? sample.positions
  return [...before, build(recipe, sample.values, positions ? { positions } : {})]
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
    const [first, again] = [resultsOf(name), resultsOf(name)]
    expect(first.at(-1)).toMatchObject({ isComplete: true, open: [] })
    expect(Object.keys(first.at(-1)?.restsOn ?? {}).toSorted()).toEqual(
      Object.keys(SAMPLES[name]?.values ?? {}).toSorted(),
    )
    expect(again).toEqual(first)
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
