import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cache, installed } from './repository.ts'
import type { Tally } from './tally.ts'

let folder = ''
beforeAll(() => {
  mkdirSync(cache, { recursive: true })
  folder = mkdtempSync(join(cache, 'tally-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs Vitest over invented test files and returns what the reporter wrote. */
function tally(files: Record<string, string>): Tally {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const path = join(folder, 'tally.json')
  const reporter = join(import.meta.dirname, 'tally.ts')
  const args = ['run', '--root', folder, '--config', 'none.config.ts', '--reporter', reporter]
  spawnSync(process.execPath, [installed('vitest/vitest.mjs'), ...args], {
    env: { ...process.env, SECTION16_TALLY: path },
  })
  return JSON.parse(readFileSync(path, 'utf8'))
}

test('passed, failed and skipped tests are counted, and a file that cannot be loaded is a failure', () => {
  const counted = tally({
    'none.config.ts': 'export default { test: { include: ["*.test.ts"] } }',
    'mixed.test.ts': `
      import { expect, test } from 'vitest'
      test('good', () => {})
      test('bad', () => expect(1).toBe(2))
      test('noted', (context) => context.skip(true, 'needs a reader'))
      test.skip('titled (needs a browser)', () => {})
      test.skip('bare', () => {})`,
    'broken.test.ts': 'throw new Error("at load")',
  })
  expect(counted).toEqual({
    passed: 1,
    failed: 2,
    skipped: [
      { test: 'mixed.test.ts: noted', reason: 'needs a reader' },
      { test: 'mixed.test.ts: titled (needs a browser)', reason: 'needs a browser' },
      { test: 'mixed.test.ts: bare', reason: 'no reason given' },
    ],
  })
})
