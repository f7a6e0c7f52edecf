import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './repository.ts'

const PAGE = 'docs/what-filers-ask.md'

/** The rows of the page's table, without its headings. */
const rows = readFileSync(join(root, PAGE), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number = '', what = '', state = '', shown = '']) => ({ number: Number(number), what, state, shown }))

const holding = rows.filter(({ state }) => state === 'holds')

test('the page has 109 rows in order, each with its state, and says what is missing where something is known', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 109 }, (_, i) => i + 1))
  expect(rows.filter(({ what, state }) => what === '' || !['holds', 'in part', 'no'].includes(state))).toEqual([])
  expect(rows.filter(({ state, shown }) => state === 'in part' && shown === '')).toEqual([])
})

test('a row that holds names tests that are there', () => {
  const named = holding.map(({ number, shown }) => ({
    number,
    tests: [...shown.matchAll(/`([\w./-]+\.test\.ts)` “([^”]+)”/g)].map(([, file = '', title = '']) => ({
      file,
      title,
    })),
  }))
  expect(named.filter(({ tests }) => tests.length === 0)).toEqual([])
  const isThere = ({ file, title }: { file: string; title: string }) =>
    existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8').includes(title)
  const missing = named.flatMap(({ number, tests }) =>
    tests.filter((one) => !isThere(one)).map((one) => ({ number, ...one })),
  )
  expect(missing).toEqual([])
})

test('at least 60 rows hold', () => {
  expect(holding.length).toBeGreaterThanOrEqual(60)
})
