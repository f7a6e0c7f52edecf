/**
 * `npm test`: every quick check, one after another, each a child process whose exit status is its verdict.
 * A check counts as one test, beside the tests that Vitest counts. Ends with a table, the skipped tests with their
 * reasons, and the line `N passed, N failed, N skipped`; the same goes to report.json for `.ci/run`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { provideChromium } from './chromium.ts'
import { cache, installed, root } from './repository.ts'
import type { Tally } from './tally.ts'

/** A check: the arguments Node runs it with. `live` shows its output as it comes, else only when it failed. */
interface Step {
  name: string
  args: string[]
  live?: boolean
}

interface Outcome {
  name: string
  ok: boolean
  seconds: number
}

const VITEST = 'tests'
const STEPS: Step[] = [
  { name: 'types (tsc)', args: [installed('typescript/bin/tsc'), '-b'] },
  { name: 'pages (vite)', args: ['tools/web.ts'] },
  {
    name: 'format, lint (biome)',
    args: [installed('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  },
  { name: 'typed lint (oxlint)', args: [installed('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '.'] },
  { name: 'nothing unused (knip)', args: [installed('knip/bin/knip.js'), '--no-progress'] },
  { name: 'room arrows', args: ['tools/arrows.ts'] },
  { name: 'house rules', args: ['tools/tidy.ts'] },
  {
    name: VITEST,
    args: [installed('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=./tools/tally.ts'],
    live: true,
  },
  { name: 'packed and installed', args: ['tools/pack.ts'] },
]

// Vitest colours a pipe too.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }

const tallyPath = join(cache, 'tally.json')
const reportPath = join(cache, 'report.json')

function take({ name, args, live = false }: Step): Outcome {
  process.stdout.write(live ? `${name}\n` : `${name} ... `)
  const began = performance.now()
  const { status, error, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...plain, SECTION16_TALLY: tallyPath },
    stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const outcome = { name, ok: status === 0, seconds: (performance.now() - began) / 1000 }
  if (!live) console.log(outcome.ok ? 'ok' : `FAILED\n${stdout}${stderr}`)
  if (error) console.log(error.message)
  return outcome
}

function table(outcomes: Outcome[]): string {
  const width = Math.max(...outcomes.map(({ name }) => name.length))
  return outcomes
    .map(
      ({ name, ok, seconds }) =>
        `  ${name.padEnd(width)}  ${ok ? 'ok    ' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s`,
    )
    .join('\n')
}

/** Skipped tests under their reasons. */
function skips(skipped: Tally['skipped']): string {
  const byReason = Object.entries(Object.groupBy(skipped, ({ reason }) => reason))
  return byReason
    .map(([reason, tests = []]) => `skipped, ${reason}:\n${tests.map(({ test }) => `  ${test}`).join('\n')}\n`)
    .join('')
}

mkdirSync(cache, { recursive: true })
for (const stale of [tallyPath, reportPath]) rmSync(stale, { force: true })
const complaint = provideChromium()
if (complaint !== undefined) console.log(complaint)

const outcomes = STEPS.map(take)
// No tally: Vitest died before its end, which its step already counts as a failure.
const none: Tally = { passed: 0, failed: 0, skipped: [] }
const tally: Tally = existsSync(tallyPath) ? JSON.parse(readFileSync(tallyPath, 'utf8')) : none
const report = {
  passed: tally.passed + outcomes.filter(({ ok }) => ok).length,
  failed: tally.failed + outcomes.filter(({ ok, name }) => !ok && !(name === VITEST && tally.failed > 0)).length,
  skipped: tally.skipped.length,
  steps: outcomes,
  skippedTests: tally.skipped,
}
writeFileSync(reportPath, JSON.stringify(report, null, 2))
console.log(`\n${table(outcomes)}\n\n${skips(tally.skipped)}`)
console.log(`${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped`)
process.exitCode = report.failed > 0 ? 1 : 0
