/**
 * Mutation testing of the check room: Stryker changes its code in one place at a time, and some test must fail of it.
 * Arguments: `--only TEXT,TEXT` mutates only the files whose path has one of these in it and lists what survives there;
 * `--concurrency N` processes (as many as there are processors). A run that was ended goes on where it was, as long as
 * nothing it depends on has changed. Nothing in it is random: a seed changes nothing.
 */
import { createHash } from 'node:crypto'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import type { LogLevel, MutantResult, PartialStrykerOptions } from '@stryker-mutator/api/core'
import { Stryker } from '@stryker-mutator/core'
import type { LongTest } from '../full.ts'
import { type Change, changeOf, equivalents, matchEquivalents, type Tried } from '../mutation/equivalents.ts'
import { ownFiles, root } from '../repository.ts'

export const about = 'a change in any place of core/check is noticed by a test (Stryker); 10 minutes on two processors'

/** Of all mutants that are not equivalent, in per cent. */
const ENOUGH = 85
/** What a mutant may take beyond one and a half times the time without it, in milliseconds. */
const PATIENCE = 3000
/** All that the result depends on, but for the list of equivalent mutants. */
const MATTERS = /^(?:(?:core|cases|docs\/rules|tools)\/(?!mutation\/equivalents\.json)|package-lock\.json)/

/** See `about`. */
export const run: LongTest['run'] = async ({ out, stateDir, args }) => {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const only = option('--only')
  const files = ownFiles().filter(
    (file) => isMutated(file) && (only ?? '').split(',').some((text) => file.includes(text)),
  )
  if (files.length === 0) return { ok: false, summary: `no file to mutate has ${only} in its path` }
  process.chdir(root)
  const results = await new Stryker({
    ...settings(files, stateDir),
    ...(only === undefined ? resumed(stateDir) : {}),
    concurrency: Number(option('--concurrency') ?? availableParallelism()),
  }).runMutationTest()
  return judge(results, new Set(files), only === undefined ? writerTo(join(stateDir, 'survivors.txt'), out) : out)
}

function settings(files: string[], stateDir: string): PartialStrykerOptions {
  return {
    mutate: files,
    ignorePatterns: ['**', '!core/check/**', '!cases/*.ts', '!cases/*.mts', '!tools/**'],
    plugins: [join(root, 'tools/mutation/runner.ts')],
    testRunner: 'in-process',
    coverageAnalysis: 'perTest',
    disableTypeChecks: false,
    timeoutMS: PATIENCE,
    // The first run of all tests takes half a minute; a busy machine may take many times that.
    dryRunTimeoutMinutes: 30,
    tempDirName: relative(root, join(stateDir, 'sandbox')),
    symlinkNodeModules: false,
    reporters: ['progress-append-only', 'html'],
    htmlReporter: { fileName: join(stateDir, 'mutation.html') },
    logLevel: 'warn' as LogLevel,
    allowConsoleColors: false,
  }
}

function isMutated(file: string): boolean {
  return /^core\/check\/.*(?<!\.test)\.ts$/.test(file) && file !== 'core/check/registry.ts'
}

/** Results of the very same files are taken from the run before; others are thrown away. */
function resumed(stateDir: string) {
  const digest = createHash('sha256')
  for (const file of ownFiles().filter((path) => MATTERS.test(path))) {
    digest.update(file).update(readFileSync(join(root, file)))
  }
  const incrementalFile = join(stateDir, `results-${digest.digest('hex').slice(0, 16)}.json`)
  for (const old of globSync(join(stateDir, 'results-*.json'))) {
    if (old !== incrementalFile || !isWhole(old)) rmSync(old)
  }
  return { incremental: true, incrementalFile }
}

/** Whether a file of results was written to its end. */
function isWhole(path: string): boolean {
  try {
    JSON.parse(readFileSync(path, 'utf8'))
    return true
  } catch {
    return false
  }
}

/** Keeps a long list out of the terminal. */
function writerTo(path: string, out: (line: string) => void): (line: string) => void {
  writeFileSync(path, '')
  out(`what survives: ${path}`)
  return (line) => writeFileSync(path, `${line}\n`, { flag: 'a' })
}

function judge(results: readonly MutantResult[], files: ReadonlySet<string>, out: (line: string) => void) {
  const texts = new Map([...files].map((file) => [file, readFileSync(join(root, file), 'utf8')]))
  const tried = results.map((mutant) => triedOf(mutant, texts))
  const { isEquivalent, idle } = matchEquivalents(equivalents(), tried, files)
  const counts = { killed: 0, timeout: 0, crashed: 0, survived: 0, noCoverage: 0, ignored: 0, failed: 0, equivalent: 0 }
  for (const { change, isTold, status, at } of tried) {
    const isListed = !isTold && isEquivalent(change)
    counts[isListed ? 'equivalent' : status]++
    if (!isTold && !isListed && status !== 'timeout') out(`${status} ${change.file}:${at} ${onOneLine(change)}`)
  }
  for (const one of idle) out(`listed as equivalent, but no such mutant survives: ${one.file}: ${onOneLine(one)}`)
  const told = counts.killed + counts.timeout + counts.crashed
  const score = (100 * told) / (told + counts.survived + counts.noCoverage)
  const numbers = { mutants: results.length, ...counts, idle: idle.length, score: score.toFixed(2) }
  return {
    ok: score >= ENOUGH && counts.failed + idle.length === 0,
    summary: Object.entries(numbers)
      .map(([name, n]) => `${name}=${n}`)
      .join(' '),
  }
}

function onOneLine({ from, to }: Change): string {
  return `${from} -> ${to}`.replace(/\s+/g, ' ')
}

/** `failed`: Stryker could not try it, which is a fault of this test. */
const STATUSES = {
  Killed: 'killed',
  Timeout: 'timeout',
  Survived: 'survived',
  NoCoverage: 'noCoverage',
  Ignored: 'ignored',
  CompileError: 'failed',
  RuntimeError: 'failed',
  Pending: 'failed',
} as const satisfies Record<MutantResult['status'], string>

/** As in `STATUSES`; `crashed`: with it the process itself ended, at every try, for want of memory say. */
type Status = (typeof STATUSES)[keyof typeof STATUSES] | 'crashed'

function triedOf(mutant: MutantResult, texts: ReadonlyMap<string, string>): Tried & { status: Status; at: string } {
  const { location, replacement, statusReason } = mutant
  const status = statusReason?.startsWith('Test runner crashed') ? 'crashed' : STATUSES[mutant.status]
  const file = relative(root, mutant.fileName).replaceAll('\\', '/')
  const change = changeOf(file, texts.get(file) ?? '', location, replacement)
  const at = `${location.start.line}:${location.start.column}`
  // Not by running out of time: on a busy machine a mutant that does the same does that too, and then its entry decides.
  return { change, isTold: ['killed', 'crashed'].includes(status), status, at }
}
