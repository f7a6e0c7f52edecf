/**
 * Which tests can tell a mutant that acts while its file is loaded: a rule's head, a table, a constant. Stryker would run
 * every test on each of them. Here the tests are those that enter a function of its file or of a file that imports it,
 * those that name its rule or the rule of an importer, and those that enter no function of the room, because they can
 * only look at what was loaded. Every test where there are none of the first two, or more than half of all: that takes
 * less to say.
 */
import type { CoverageData, MutantCoverage } from '@stryker-mutator/api/core'
import type { Bundle } from './bundle.ts'

/**
 * Tests that take seconds and reach more than they ask, and the files that they ask. `check.test.ts` holds two ways of
 * asking all rules against each other, so a change of a rule or of the schema changes both. `quick.test.ts` holds the
 * quick look against the walk, which the other tests of the schema hold against the SEC's.
 */
const ASKED: readonly (readonly [tests: string, files: RegExp])[] = [
  ['core/check/check.test.ts', /^core\/check\/\w+\.ts$/],
  ['core/check/schema/quick.test.ts', /^core\/check\/schema\/quick/],
  ['core/check/schema/', /^core\/check\/schema\//],
]

type Known = Pick<Bundle, 'mutantsOf' | 'importersOf'>

/** The coverage with what was reached while loading given to the tests that can tell. */
export function reach({ mutantsOf, importersOf }: Known, { static: onLoad, perTest }: MutantCoverage): MutantCoverage {
  const fileOf = new Map([...mutantsOf].flatMap(([file, ids]) => ids.map((id) => [id, file] as const)))
  const seen = Object.fromEntries(Object.entries(perTest).map(([test, hits]) => [test, told(test, hits, fileOf)]))
  const testsOf = testsByFile(fileOf, [...mutantsOf.keys()], seen)
  const onlyLook = Object.keys(perTest).filter((test) => Object.keys(perTest[test] ?? {}).length === 0)
  const many = Object.keys(perTest).length / 2
  const left: CoverageData = {}
  for (const [id, hits] of Object.entries(onLoad)) {
    const file = fileOf.get(id) ?? ''
    const tests = new Set([file, ...(importersOf.get(file) ?? [])].flatMap((one) => [...(testsOf.get(one) ?? [])]))
    if (tests.size === 0 || tests.size > many) left[id] = hits
    else for (const test of [...onlyLook, ...tests]) add(seen, test, id, hits)
  }
  return { static: left, perTest: seen }
}

/** Of what a test reaches, what it can tell. */
function told(test: string, hits: CoverageData, fileOf: ReadonlyMap<string, string>): CoverageData {
  const [, files] = ASKED.find(([tests]) => test.startsWith(tests)) ?? []
  if (!files) return { ...hits }
  return Object.fromEntries(Object.entries(hits).filter(([id]) => files.test(fileOf.get(id) ?? '')))
}

function add(perTest: MutantCoverage['perTest'], test: string, id: string, hits: number): void {
  perTest[test] ??= {}
  const all = perTest[test]
  all[id] = hits + (all[id] ?? 0)
}

/** The tests that enter a function of a file, or name the rule that the file is. */
function testsByFile(
  fileOf: ReadonlyMap<string, string>,
  files: readonly string[],
  perTest: MutantCoverage['perTest'],
): Map<string, Set<string>> {
  const testsOf = new Map(files.map((file) => [file, new Set<string>()]))
  const ofRule = new Map(files.map((file) => [/\/rules\/(C\d{3})-/.exec(file)?.[1] ?? '', file]))
  for (const [test, hits] of Object.entries(perTest)) {
    for (const id of Object.keys(hits)) testsOf.get(fileOf.get(id) ?? '')?.add(test)
    for (const [code] of test.matchAll(/\bC\d{3}\b/g)) testsOf.get(ofRule.get(code) ?? '')?.add(test)
  }
  return testsOf
}
