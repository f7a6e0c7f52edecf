/**
 * A Vitest reporter that counts and remembers why a test was skipped: Vitest's own JSON report drops the reason.
 * Writes `Tally` as JSON to the path in SECTION16_TALLY.
 */
import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase } from 'vitest/node'

/** What a run of tests came to. */
export interface Tally {
  passed: number
  failed: number
  skipped: { test: string; reason: string }[]
}

/** The note given to `context.skip(condition, note)`, else what a title says in brackets: `(needs Chromium)`. */
const reasonOf = (test: TestCase): string => {
  const result = test.result()
  const note = result.state === 'skipped' ? result.note : undefined
  return note ?? /\((needs [^)]*)\)/.exec(test.fullName)?.[1] ?? 'no reason given'
}

export default class TallyReporter implements Reporter {
  onTestRunEnd: Reporter['onTestRunEnd'] = (modules, unhandledErrors) => {
    // An error outside every test, or a file that could not be loaded, would otherwise count as nothing.
    const tally: Tally = { passed: 0, failed: unhandledErrors.length, skipped: [] }
    for (const file of modules) {
      let failed = 0
      for (const test of file.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') tally.passed++
        else if (state === 'skipped')
          tally.skipped.push({ test: `${file.relativeModuleId}: ${test.fullName}`, reason: reasonOf(test) })
        else failed++
      }
      tally.failed += failed === 0 && !file.ok() ? 1 : failed
    }
    const path = process.env.SECTION16_TALLY
    if (path === undefined) throw new Error('SECTION16_TALLY names no file')
    writeFileSync(path, JSON.stringify(tally))
  }
}
