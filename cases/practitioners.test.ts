import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { registry } from '../core/check/index.ts'
import { root } from '../tools/repository.ts'

const rows = readFileSync(join(root, 'cases/rules/practitioners.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Error'))
  .map((line) => line.split('|').map((cell) => cell.trim()))

test('each practitioners’ error has rules that exist, or the reason why one filing cannot show it', () => {
  const known = new Set(registry.map(({ code }) => code))
  expect(rows.length).toBeGreaterThan(15)
  for (const [, error, codes = '', reason] of rows) {
    const named = codes.match(/C\d{3}/g) ?? []
    expect([error, named.filter((code) => !known.has(code))]).toEqual([error, []])
    expect([error, named.length > 0 || reason !== '']).toEqual([error, true])
  }
})
