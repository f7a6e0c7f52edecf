import { type Diagnostic, MASKED_CCC } from '@section16/core/model'
import {
  type EdgarSubmissionOptions,
  flatRows,
  flatTable,
  type SubmissionForm,
  toCsv,
  toFilingJson,
  toNdjson,
  toSecApi,
  writeEdgarSubmission,
  writeOwnershipXml,
  writeSubmissionForm,
} from '@section16/core/write'
import { commandDiagnostic } from './commandDiagnostics.ts'
import type { Filing } from './filings.ts'
import { jsonText } from './json.ts'

/** What `write --to` writes. */
export const FORMATS = [
  'xml',
  'json',
  'submission',
  'edgar-submission',
  'sec-api',
  'ndjson',
  'csv',
  'tsv',
  'data-sets',
] as const

export type Format = (typeof FORMATS)[number]

export interface FormatOptions {
  withCcc: boolean
  edgar: EdgarSubmissionOptions
}

/** What a filing is in a format; without `text` where a diagnostic says why it cannot be. */
export interface Formatted {
  text: string | undefined
  diagnostics: Diagnostic[]
}

/** The ending of a file in a format. */
export function endingOf(format: Format): string {
  switch (format) {
    case 'xml':
    case 'submission':
    case 'edgar-submission':
      return '.xml'
    case 'json':
    case 'sec-api':
      return '.json'
    case 'data-sets':
      return ''
    default:
      return `.${format}`
  }
}

/** A filing as a JSON value, for the formats that are JSON; `undefined` for others. */
export function jsonValueOf({ reading, origin }: Filing, format: Format): unknown {
  if (format === 'json') return toFilingJson(reading.document!, origin)
  return format === 'sec-api' ? toSecApi(reading.document!, origin) : undefined
}

/** A filing as rows of text; `undefined` for formats that are not rows. Without a header line unless asked for. */
export function rowsTextOf({ reading, origin }: Filing, format: Format, header: boolean): string | undefined {
  const rows = () => flatRows(reading.document!, origin)
  if (format === 'ndjson') return toNdjson(rows())
  if (format === 'csv') return toCsv(flatTable(rows()), { header })
  return format === 'tsv' ? toCsv(flatTable(rows()), { separator: '\t', header }) : undefined
}

/** A filing in one format, whole. */
export function formatted(filing: Filing, format: Format, options: FormatOptions): Formatted {
  const document = filing.reading.document!
  const ccc = options.withCcc ? 'include' : 'omit'
  const missing = options.withCcc ? cccProblems(filing) : []
  if (missing.length > 0) return { text: undefined, diagnostics: missing }
  if (format === 'submission') return forFiling(filing, writeSubmissionForm(document, { ccc }))
  if (format === 'edgar-submission') return forFiling(filing, writeEdgarSubmission(document, { ...options.edgar, ccc }))
  if (format === 'xml') return { text: writeOwnershipXml(document), diagnostics: [] }
  const value = jsonValueOf(filing, format)
  const text = value === undefined ? rowsTextOf(filing, format, true) : `${jsonText(value, 2)}\n`
  return { text, diagnostics: [] }
}

/** Every question that the paper leaves refuses it: what stands there unread would be left out without a word. */
function forFiling({ paper }: Filing, { xml, diagnostics }: SubmissionForm): Formatted {
  const said = new Set(diagnostics.map(({ at }) => at.path))
  const asked = new Set(paper?.questions.map(({ path }) => path))
  const open = (paper?.diagnostics ?? []).filter(
    ({ code, at: { path } }) => /^P(?:12.|108)$/.test(code) && path !== undefined && asked.has(path) && !said.has(path),
  )
  return { text: open.length > 0 ? undefined : xml, diagnostics: [...diagnostics, ...open] }
}

/** A CCC can be put in only where the source holds it. */
function cccProblems({ reading }: Filing): Diagnostic[] {
  return reading.document!.reportingOwners.flatMap(({ id }) => {
    const owner = id.name.value ?? id.cik.value ?? 'an owner'
    if (id.ccc.kind !== 'value') return [commandDiagnostic('I220', { owner })]
    return id.ccc.value === MASKED_CCC ? [commandDiagnostic('I221', { owner })] : []
  })
}
