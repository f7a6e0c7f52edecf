import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type AssumptionName, assumptions, DEFAULT_ASSUMPTIONS, readAssumption } from '../facts/assumptions.ts'
import { messageOf } from '../facts/messageOf.ts'
import { CalendarDate } from '../model/calendarDate.ts'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import { check } from './check.ts'
import { registry } from './registry.ts'

const cases = join(import.meta.dirname, '../../cases/rules')
const folders = new Map(registry.map(({ code, name }) => [code, `${code}-${name}`]))
type Edit = readonly [from: string | RegExp, to: string]

/** What a rule says of a case, edited, under a reading; the assumption that each finding names. */
function said(code: string, file: 'good' | 'bad', assumption: string, edits: readonly Edit[] = []): string[] {
  let xml = readFileSync(join(cases, folders.get(code) ?? '', `${file}.xml`), 'utf8')
  for (const [from, to] of edits) {
    expect(xml).toMatch(from)
    xml = xml.replaceAll(new RegExp(from, 'g'), to)
  }
  const { document } = readOwnershipXml(xml)
  if (!document) throw new Error(`${code} is no document`)
  const filedOn = code === 'C500' ? { filedOn: CalendarDate.parse('2023-03-31')! } : {}
  const taken = readAssumption(assumption)
  expect(taken, assumption).toBeDefined()
  return check(document, { ...filedOn, assumptions: taken ?? {} }).flatMap((one) =>
    one.code === code ? [String(one.data.assumption)] : [],
  )
}

/** Code, case, edits of it, what the usual reading finds, and what the other. */
const ROWS: readonly [code: string, file: 'good' | 'bad', edits: readonly Edit[], usual: boolean, other: boolean][] = [
  ['C411', 'bad', [[/2024-03-\d\d/, '2023-03-10']], false, true],
  ['C412', 'bad', [], true, false],
  ['C413', 'bad', [], true, false],
  ['C416', 'bad', [['2024-05-06', '2023-03-10']], false, true],
  ['C442', 'bad', [], true, false],
  ['C461', 'bad', [], true, false],
  [
    'C500',
    'bad',
    [
      ['2024-03-01', '2023-03-10'],
      ['>S<', '>G<'],
    ],
    false,
    true,
  ],
  ['C550', 'bad', [], true, false],
  ['C551', 'bad', [], true, false],
  ['C552', 'bad', [], true, false],
  ['C628', 'bad', [[/20\.80/, '20.10']], false, true],
  ['C640', 'bad', [['>900<', '>1000<']], false, true],
  ['C641', 'bad', [], true, false],
  ['C655', 'bad', [], true, false],
]

const readingsOf = (name: AssumptionName) => Object.keys(assumptions[name].readings)

describe.each(ROWS)('%s', (code, file, edits, usual, other) => {
  const [name] = registry.find((rule) => rule.code === code)?.assumes ?? []
  if (!name) throw new Error(`${code} assumes nothing`)
  const [first, second] = readingsOf(name).map((reading) => `${name}=${reading}`) as [string, string]

  test('says which reading it took, and another changes the answer', () => {
    expect(said(code, file, first, edits).slice(0, 1)).toEqual(usual ? [first] : [])
    expect(said(code, file, second, edits).slice(0, 1)).toEqual(other ? [second] : [])
  })
})

test('every rule that assumes something is asked here', () => {
  const asked = ROWS.map(([code]) => code)
  const resting = registry.filter(({ assumes }) => assumes).map(({ code }) => code)
  expect(asked.toSorted()).toEqual(resting)
  expect(new Set(registry.flatMap(({ assumes = [] }) => assumes))).toEqual(new Set(Object.keys(assumptions)))
})

test('a message ends with the assumption', () => {
  const wording = { name: 'n', severity: 'doubt', message: 'It is {what}.', fix: '' } as const
  const diagnostic = { code: 'C1', severity: 'doubt', at: {}, data: { what: 'so', assumption: 'a=b' } } as const
  expect(messageOf(diagnostic, { C1: wording })).toBe('It is so. (Assuming a=b.)')
})

test('NAME=READING is read, anything else is not', () => {
  expect(readAssumption('gift-transition=due')).toEqual({ 'gift-transition': 'due' })
  for (const written of ['', 'gift-transition', 'gift-transition=', 'gift-transition=maybe', 'constructor=name', 'a=b'])
    expect(readAssumption(written)).toBeUndefined()
  expect(readAssumption('gift-transition=due=')).toBeUndefined()
  expect(DEFAULT_ASSUMPTIONS['one-dollar-range']).toBe('included')
})
