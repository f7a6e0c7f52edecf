/**
 * A test runner for Stryker, for the check room only. Vitest's takes a second and a half for each mutant; this one makes
 * the room anew inside the process, the mutant switched on before the first constant is worked out, and runs the tests
 * that can reach it, the quickest first.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Script } from 'node:vm'
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext, type MutantCoverage } from '@stryker-mutator/api/core'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import { type Bundle, bundleOf } from './bundle.ts'
import { type CollectedTest, collector } from './collect.ts'
import { reach } from './reach.ts'

/** The tests of the room, beside it and on its cases. Not those on random documents, which take seconds. */
const TESTS = ['core/check/**/*.test.ts', 'cases/rules.test.ts']

/** What the tests took in the first run, for processes that begin later; in the sandbox. */
const TIMES = 'test-times.json'

/** Longer than any test takes, in milliseconds. */
const LATER = 1e6

/** What a test may take beyond twenty times what it took before, in milliseconds. */
const PATIENCE = 3000

/** What Node says of a script that took too long. */
const TOO_LONG = 'Script execution timed out'

class InProcessRunner implements TestRunner {
  /** Made when the first mutant is tried; the process of the first run has another, which counts. */
  private room: Promise<Bundle> | undefined
  /** What each test took when it was last run, in milliseconds. */
  private readonly spent = new Map<string, number>()
  private readonly likely = new Map<string, Set<string>>()

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true }
  }

  /**
   * Runs every test and says which mutants each can tell. The room is made anew for each test, because it remembers what
   * was worked out, and a test that finds it remembered does not reach it.
   */
  async dryRun(): Promise<DryRunResult> {
    const mutantCoverage: MutantCoverage = { static: {}, perTest: {} }
    const { perTest } = mutantCoverage
    const switches = stryker({ mutantCoverage })
    const tests: TestResult[] = []
    const bundle = await bundleOf(process.cwd(), globSync(TESTS).sort(), true)
    for (const { id } of testsOf(bundle)) {
      // A test that reaches nothing has its place all the same: its name may name a rule.
      perTest[id] = {}
      switches.mutantCoverage = { static: {}, perTest }
      const test = testsOf(bundle)[tests.length] as CollectedTest
      switches.currentTestId = id
      tests.push(await this.resultOf(test))
      delete switches.currentTestId
    }
    writeFileSync(TIMES, JSON.stringify([...this.spent]))
    return { status: DryRunStatus.Complete, tests, mutantCoverage: reach(bundle, mutantCoverage) }
  }

  /** Makes the room with the mutant in it and runs the tests that can tell, until one fails. */
  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    const switches = stryker({ activeMutant: activeMutant.id, hitCount: 0, ...(hitLimit ? { hitLimit } : {}) })
    const tests: TestResult[] = []
    this.room ??= bundleOf(process.cwd(), globSync(TESTS).sort(), false)
    for (const test of this.toRun(await this.room, testFilter, activeMutant.fileName)) {
      const patience = PATIENCE + 20 * (this.spent.get(test.id) ?? 0)
      const result = await this.resultOf({ ...test, run: () => watched(test.run, patience) })
      const stuck = determineHitLimitReached(switches.hitCount, switches.hitLimit)
      if (stuck) return toMutantRunResult(stuck)
      if (result.status === TestStatus.Failed && result.failureMessage.includes(TOO_LONG)) {
        return toMutantRunResult({ status: DryRunStatus.Timeout, reason: result.failureMessage })
      }
      tests.push(result)
      if (result.status === TestStatus.Failed) {
        this.likelyFor(activeMutant.fileName).add(test.id)
        break
      }
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests })
  }

  /** The tests that told another mutant of a file. */
  private likelyFor(file: string): Set<string> {
    const likely = this.likely.get(file) ?? new Set()
    this.likely.set(file, likely)
    return likely
  }

  /**
   * The likely ones first: those that told another mutant of the file, stand beside it, or name its rule. Then the
   * quickest. A room that cannot even be loaded fails the first of them.
   */
  private toRun(room: Bundle, filter: readonly string[] | undefined, file: string): CollectedTest[] {
    if (this.spent.size === 0) for (const [id, ms] of JSON.parse(readFileSync(TIMES, 'utf8'))) this.spent.set(id, ms)
    const chosen = filter && new Set(filter)
    const told = this.likelyFor(file)
    const name = basename(file, '.ts')
    const mark = /^C\d{3}(?=-)/.exec(name)?.[0] ?? `/${name}.test.ts > `
    const rank = ({ id }: CollectedTest) => (told.has(id) || id.includes(mark) ? 0 : LATER) + (this.spent.get(id) ?? 0)
    try {
      return testsOf(room)
        .filter(({ id }) => !chosen || chosen.has(id))
        .map((test) => ({ test, at: rank(test) }))
        .sort((a, b) => a.at - b.at)
        .map(({ test }) => test)
    } catch (error) {
      const run = () => {
        throw error
      }
      return [{ id: filter?.[0] ?? '', file: '', run }]
    }
  }

  private async resultOf({ id, file, run }: CollectedTest): Promise<TestResult> {
    const started = performance.now()
    const failureMessage = await failureOf(run)
    const timeSpentMs = performance.now() - started
    this.spent.set(id, timeSpentMs)
    const common = { id, name: id, fileName: file, timeSpentMs }
    return failureMessage === undefined
      ? { ...common, status: TestStatus.Success }
      : { ...common, status: TestStatus.Failed, failureMessage }
  }
}

/** Loads everything anew. */
function testsOf(bundle: Bundle): CollectedTest[] {
  const { tests, vitest, start } = collector()
  bundle.load(start, vitest)
  return tests
}

/**
 * Runs a test under a watch that ends it where it sits: a loop without end gives nobody else a turn, and Stryker, which
 * watches from another process, would wait for minutes and lose this one.
 */
function watched(run: () => unknown, patience: number): unknown {
  Object.assign(globalThis, { [WATCHED]: run })
  return CALL.runInThisContext({ timeout: Math.ceil(patience) })
}

const WATCHED = '__section16Watched'
const CALL = new Script(`globalThis.${WATCHED}()`)

async function failureOf(run: () => unknown): Promise<string | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    return String(error)
  }
}

/** Sets the switches that Stryker's copy looks at, and no others. */
function stryker(switches: InstrumenterContext): InstrumenterContext {
  const name = INSTRUMENTER_CONSTANTS.NAMESPACE
  Object.assign(globalThis, { [name]: switches })
  return switches
}

/** What Stryker looks for in a plugin. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]
