import { expect, test } from 'vitest'
import { collector } from './collect.ts'
import { changeOf, equivalents, matchEquivalents } from './equivalents.ts'
import { reach } from './reach.ts'

const COLUMN = { file: 'core/check/a.ts', line: 'return a < b', from: 'a < b', to: 'a <= b' }

test('a mutant is known by its line and what it changes, over several lines too', () => {
  const text = 'const a = 1\n  return a < b\n\ncall(\n  a,\n)\n'
  const place = { start: { line: 2, column: 10 }, end: { line: 2, column: 15 } }
  expect(changeOf('core/check/a.ts', text, place, 'a <= b')).toEqual(COLUMN)
  const long = { start: { line: 4, column: 5 }, end: { line: 6, column: 2 } }
  expect(changeOf('a.ts', text, long, '()')).toEqual({ file: 'a.ts', line: 'call(', from: '(\n  a,\n)', to: '()' })
})

test('an entry is of a mutant that survived; of none in files that were not mutated', () => {
  const listed = [{ ...COLUMN, reason: 'never equal' }]
  const files = new Set([COLUMN.file])
  const match = (isTold: boolean) => matchEquivalents(listed, [{ change: COLUMN, isTold }], files)
  expect(match(false).isEquivalent(COLUMN)).toBe(true)
  expect(match(false).isEquivalent({ ...COLUMN, to: 'true' })).toBe(false)
  expect(match(false).idle).toEqual([])
  expect(match(true).idle).toEqual(listed)
  expect(matchEquivalents(listed, [], files).idle).toEqual(listed)
  expect(matchEquivalents(listed, [], new Set()).idle).toEqual([])
})

test('every entry has a reason and is there once', () => {
  const keys = equivalents().map(({ reason, ...change }) => {
    expect(reason).not.toBe('')
    return JSON.stringify(change)
  })
  expect(new Set(keys).size).toBe(keys.length)
})

test('a mutant of a constant is told by who enters its file, an importer, or names its rule; and who only looks', () => {
  const bundle = {
    mutantsOf: new Map([
      ['core/check/rules/C101-one.ts', ['1', '2']],
      ['core/check/rules/C102-two.ts', ['3']],
      ['core/check/lines.ts', ['4']],
      ['core/check/alone.ts', ['5']],
    ]),
    importersOf: new Map([['core/check/lines.ts', ['core/check/rules/C101-one.ts']]]),
  }
  const perTest = { enters: { '2': 3 }, 'C102 is named': { '4': 1 }, looks: {}, 'looks too': {} }
  const { static: left, perTest: told } = reach(bundle, { static: { '1': 1, '3': 1, '4': 1, '5': 1 }, perTest })
  expect(left).toEqual({ '5': 1 })
  expect(told).toEqual({
    enters: { '1': 1, '2': 3, '4': 1 },
    'C102 is named': { '3': 1, '4': 2 },
    looks: { '1': 1, '3': 1, '4': 1 },
    'looks too': { '1': 1, '3': 1, '4': 1 },
  })
})

test('a mutant that more than half of the tests may tell is told by all', () => {
  const bundle = { mutantsOf: new Map([['core/check/lines.ts', ['1', '2']]]), importersOf: new Map() }
  const perTest = { a: { '2': 1 }, b: { '2': 1 }, c: {} }
  expect(reach(bundle, { static: { '1': 1 }, perTest })).toEqual({ static: { '1': 1 }, perTest })
})

test('tests that reach more than they ask tell only what they ask', () => {
  const bundle = {
    mutantsOf: new Map([
      ['core/check/rules/C101-one.ts', ['1']],
      ['core/check/plan.ts', ['2']],
      ['core/check/schema/bound.ts', ['3']],
    ]),
    importersOf: new Map(),
  }
  const all = { '1': 1, '2': 1, '3': 1 }
  const perTest = {
    'core/check/check.test.ts > all': all,
    'core/check/plan.test.ts > all': all,
    'core/check/schema/elements.test.ts > all': all,
  }
  expect(reach(bundle, { static: {}, perTest }).perTest).toEqual({
    'core/check/check.test.ts > all': { '2': 1 },
    'core/check/plan.test.ts > all': all,
    'core/check/schema/elements.test.ts > all': { '3': 1 },
  })
})

test('tests are noted down under names of their own, rows filled in', async () => {
  const { tests, vitest, start } = collector()
  const met: unknown[] = []
  start('a.test.ts')
  vitest.describe.each([['x', 1]])('of %s', (name, number) => {
    vitest.test('one', () => met.push(name, number))
  })
  vitest.test.skipIf(false)('of what is not here', () => met.push('skipped'))
  vitest.it.each([{ a: 1 }, { a: 1 }])('row $a', (row) => met.push(row))
  expect(tests.map(({ id }) => id)).toEqual(['a.test.ts > of x > one', 'a.test.ts > row 1', 'a.test.ts > row 1 #2'])
  for (const { run } of tests) await run()
  expect(met).toEqual(['x', 1, { a: 1 }, { a: 1 }])
})
