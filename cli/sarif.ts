import { pathToFileURL } from 'node:url'
import { registry } from '@section16/core/check'
import type { Finding } from './findings.ts'
import { jsonText } from './json.ts'
import type { Sink } from './output.ts'
import type { DiagnosticJson } from './problems.ts'
import { rulePages } from './rulePages.ts'

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

  async add(file: string, { json, place }: Pick<Finding, 'json' | 'place'>): Promise<void> {
    await this.sink.write(`${this.count++ === 0 ? this.head() : ',\n'}${jsonText(resultOf(file, json, place))}`)
  }

  async end(): Promise<void> {
    await this.sink.write(`${this.count === 0 ? this.head() : ''}\n]}]}\n`)
  }

  private head(): string {
    const driver = { name: 'section16', version: this.version, rules: registry.map(ruleOf) }
    const start = jsonText({ $schema: SCHEMA, version: '2.1.0', runs: [] }).slice(0, -2)
    const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results: [] }
    return `${start}\n${jsonText(run).slice(0, -2)}\n`
  }
}

function ruleOf({ code, name, severity, message, fix }: (typeof registry)[number]): object {
  return {
    id: code,
    name,
    shortDescription: { text: name.replaceAll('-', ' ') },
    fullDescription: { text: message },
    help: { text: fix, markdown: rulePages[code] ?? fix },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { severity },
  }
}

const INDEX = new Map(registry.map(({ code }, i) => [code, i]))

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
