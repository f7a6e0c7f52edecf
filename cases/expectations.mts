/**
 * Cases that say in a file what a reader of a filing must get: `<id>-<slug>/source.xml` (or `source.txt`, a full
 * submission) with `case.json`. All sources are inventions.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type TestContext, vi } from 'vitest'
import { type DataSetTableName, transactionCodes } from '../core/facts/index.ts'
import type { Diagnostic } from '../core/model/index.ts'
import {
  ownershipDocumentOf,
  type ReadResult,
  readDelimited,
  readFilingJson,
  readOwnershipXml,
  readSubmission,
} from '../core/read/index.ts'
import { drawForm } from '../core/render/index.ts'
import {
  dataSetTable,
  flatRows,
  flatTable,
  originOf,
  type SubmissionOrigin,
  toCsv,
  toDataSets,
  toFilingJson,
  toSecApi,
  writeOwnershipXml,
} from '../core/write/index.ts'

export interface Case {
  /** Its folder. */
  name: string
  /** What goes wrong where a reader does otherwise, in one sentence. */
  about: string
  /** What is right, by the meaning of the SEC's elements, and where that is written. */
  right: string
  /** Other ids that this case answers too. */
  also: readonly string[]
  source: string
  isSubmission: boolean
  expect: readonly Expectation[]
}

/**
 * One thing that must hold of a view of the filing.
 * `path`: steps with dots between them, `0.owners.1.cik`; `*` takes the next step in every member: `*.shares`.
 * `is`: what stands there. `lacks`: a key, a member or a text that does not stand there.
 * `line`: texts that one line of a text has, in this order.
 */
export interface Expectation {
  of: keyof Views
  path?: string
  is?: unknown
  lacks?: string
  line?: string[]
}

/** The shapes in which a filing leaves core. */
interface Views {
  /** `read`, `repaired`, `refused`, or `none` for a submission without ownership XML. */
  outcome: string
  diagnostics: Diagnostic[]
  rows: unknown
  json: unknown
  secApi: unknown
  /** The SEC's data sets: table, line, column. */
  dataSets: unknown
  /** The rows once more, through a CSV text and back. */
  csv: unknown
  xml: string
  terminal: string
  /** Not of the filing: the transaction codes by letter. */
  codes: unknown
}

/** Wide enough that a row is one line. */
const TERMINAL_COLUMNS = 300

/** The cases of a folder beside this file, by name. */
export function casesIn(folder: string): Case[] {
  const home = join(import.meta.dirname, folder)
  return readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const files = readdirSync(join(home, name))
      const source = files.find((file) => file.startsWith('source.'))
      if (source === undefined) throw new Error(`${name} has no source`)
      const text = (file: string) => readFileSync(join(home, name, file), 'utf8')
      const { also = [], ...rest } = JSON.parse(text('case.json'))
      return { name, also, ...rest, source: text(source), isSubmission: source.endsWith('.txt') }
    })
}

/** The id in front of a folder's slug: `3.1a` of `3.1a-derivative-value`. */
export function idOf({ name }: Case): string {
  return name.slice(0, name.indexOf('-'))
}

/** Reads a case's source, in silence, and checks everything it expects; what was read is also written back. */
export function checkCase(testCase: Case, { onTestFinished }: TestContext): void {
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name))
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
  const { views, reading } = viewsOf(testCase)
  expect(testCase.about && testCase.right, 'it says what is wrong and what is right').toBeTruthy()
  expect(testCase.expect.length).toBeGreaterThan(0)
  for (const expectation of testCase.expect) checkExpectation(views, expectation)
  if (reading?.document) {
    const written = writeOwnershipXml(reading.document)
    expect(written, 'written back').toBe(reading.text)
    const again = readFilingJson(JSON.parse(JSON.stringify(toFilingJson(reading.document))))
    expect(again.document && writeOwnershipXml(again.document), 'written back from filing JSON').toBe(written)
  }
  for (const spy of spies) expect(spy, 'nothing is printed').not.toHaveBeenCalled()
}

function checkExpectation(views: Views, expectation: Expectation): void {
  const { of, path, lacks, line } = expectation
  const found = at(views[of], path === undefined ? [] : path.split('.'))
  const what = `${of} ${path ?? ''}`
  if ('is' in expectation) expect(found, what).toEqual(expectation.is)
  else if (line)
    expect(hasLine(String(found), line), `${what} has a line with ${line.join(' … ')}\n${String(found)}`).toBe(true)
  else if (lacks !== undefined) {
    const absent = typeof found === 'string' || Array.isArray(found) ? found : Object.keys(found as object)
    expect(absent, what).not.toContain(lacks)
  } else throw new Error(`${what}: nothing is expected`)
}

function at(value: unknown, steps: readonly string[]): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return value
  if (step === '*') return (value as unknown[]).map((member) => at(member, rest))
  if (typeof value !== 'object' || value === null) return undefined
  return at((value as Record<string, unknown>)[step], rest)
}

function hasLine(text: string, words: readonly string[]): boolean {
  return text.split('\n').some((line) => {
    let from = 0
    return words.every((word) => {
      const index = line.indexOf(word, from)
      from = index + word.length
      return index >= 0
    })
  })
}

function viewsOf(testCase: Case): { views: Views; reading: ReadResult | undefined } {
  const { reading, origin, diagnostics } = read(testCase)
  const document = reading?.document
  const common = { outcome: reading?.outcome ?? 'none', diagnostics, codes: Object.fromEntries(transactionCodes) }
  if (!document) {
    return {
      views: { ...common, rows: [], json: {}, secApi: {}, dataSets: {}, csv: [], xml: '', terminal: '' },
      reading,
    }
  }
  const rows = flatRows(document, origin)
  const views: Views = {
    ...common,
    rows,
    json: toFilingJson(document, origin).document,
    secApi: toSecApi(document, origin),
    dataSets: Object.fromEntries(
      Object.entries(toDataSets(document, origin)).map(([table, cells]) => [
        table,
        records([dataSetTable(table as DataSetTableName, []).columns as string[], ...cells]),
      ]),
    ),
    csv: records(readDelimited(toCsv(flatTable(rows), { formulas: 'kept' })).rows),
    xml: writeOwnershipXml(document),
    terminal: drawForm(document, { width: TERMINAL_COLUMNS, colour: false }),
  }
  return { views, reading }
}

interface Source {
  reading: ReadResult | undefined
  origin: SubmissionOrigin
  diagnostics: Diagnostic[]
}

function read({ source, isSubmission }: Case): Source {
  if (!isSubmission) {
    const reading = readOwnershipXml(source)
    return { reading, origin: {}, diagnostics: [...reading.diagnostics] }
  }
  const submission = readSubmission(source)
  const { found, diagnostics } = ownershipDocumentOf(source, submission)
  const reading = found && readOwnershipXml(source.slice(found.start, found.end))
  return {
    reading,
    origin: originOf(submission),
    diagnostics: [...submission.diagnostics, ...diagnostics, ...(reading?.diagnostics ?? [])],
  }
}

function records([columns = [], ...rows]: readonly (readonly string[])[]): Record<string, string>[] {
  return rows.map((cells) => Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])))
}
