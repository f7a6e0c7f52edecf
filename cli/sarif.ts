import { pathToFileURL } from 'node:url'
import { type Rule, registry } from '@section16/core/check'
import { type DiagnosticWording, submissionFileDiagnostics } from '@section16/core/facts'
import { jsonText } from './json.ts'
import type { Sink } from './output.ts'
import type { DiagnosticJson } from './problems.ts'
import { rulePages } from './rulePages.ts'
import { wordingPage } from './ruleReference.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

/** SARIF knows three levels. */
const LEVELS: Readonly<Record<string, 'error' | 'warning' | 'note'>> = {
  suspends: 'error',
  law: 'error',
  warns: 'warning',
  doubt: 'warning',
  note: 'note',
}

/** Findings as one SARIF 2.1.0 log, written as they come: a result a line, so that no batch is too large. */
export class SarifLog {
  private readonly sink: Sink
  private readonly version: string
  private count = 0

  constructor(sink: Sink, version: string) {
    this.sink = sink
    this.version = version
  }

  async add(file: string, json: DiagnosticJson, place?: string): Promise<void> {
    await this.sink.write(`${this.count++ === 0 ? this.head() : ',\n'}${jsonText(resultOf(file, json, place))}`)
  }

  async end(): Promise<void> {
    await this.sink.write(`${this.count === 0 ? this.head() : ''}\n]}]}\n`)
  }

  private head(): string {
    const driver = { name: 'section16', version: this.version, rules: RULES.map(ruleOf) }
    const start = jsonText({ $schema: SCHEMA, version: '2.1.0', runs: [] }).slice(0, -2)
    const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results: [] }
    return `${start}\n${jsonText(run).slice(0, -2)}\n`
  }
}

/** What check asks: the rules, and what it asks of a submission as a whole; each with its page. */
const RULES: readonly [code: string, wording: DiagnosticWording, page: string][] = [
  ...registry.map((rule) => [rule.code, rule, rulePages[rule.code] ?? rule.fix] as [string, Rule, string]),
  ...Object.entries(submissionFileDiagnostics).map(
    ([code, wording]) => [code, wording, wordingPage(code, wording)] as [string, DiagnosticWording, string],
  ),
]

function ruleOf([id, { name, severity, message, fix }, page]: (typeof RULES)[number]): object {
  return {
    id,
    name,
    shortDescription: { text: name.replaceAll('-', ' ') },
    fullDescription: { text: message },
    help: { text: fix, markdown: page },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { severity },
  }
}

const INDEX = new Map(RULES.map(([code], i) => [code, i]))

function resultOf(file: string, { code, severity, at, message }: DiagnosticJson, place: string | undefined): object {
  const ruleIndex = INDEX.get(code)
  const { line, column, path } = at
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column } }
  const logicalLocations = path ? { logicalLocations: [{ fullyQualifiedName: path }] } : {}
  return {
    ruleId: code,
    ...(ruleIndex !== undefined && { ruleIndex }),
    // Whatever else there is kept a file from being read.
    level: LEVELS[severity] ?? 'error',
    message: { text: place ? `${place}: ${message}` : message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region }, ...logicalLocations }],
    properties: { severity },
  }
}

/** A relative name stays relative, so that the log holds on another machine. */
function uriOf(file: string): string {
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(file)) return pathToFileURL(file).href
  const steps = file.split(/[\\/]/).map(encodeURIComponent).join('/')
  return file === '-' ? 'stdin' : steps
}
