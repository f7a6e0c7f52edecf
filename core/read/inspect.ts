import type { CalendarDate } from '../model/calendarDate.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { FieldDefinition, LeafDefinition } from '../model/elements.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import type { Reported } from '../model/reported.ts'
import { walk } from '../model/walk.ts'
import { severityOf } from './diagnose.ts'
import { excerpt } from './excerpt.ts'

/** The year of the Exchange Act: no transaction is older. */
const FIRST_YEAR = 1934
/** Options and notes run for decades, hardly for longer. */
const LONGEST_TERM_YEARS = 100

const PAST = new Set(['periodOfReport', 'dateOfOriginalSubmission', 'transactionDate', 'deemedExecutionDate'])

/**
 * What is wrong with single values: text that is no value of its type, dates in an unlikely year, footnotes and
 * references that do not meet. Nothing is changed. `knownBy`: a day by which everything reported must have happened
 * (the filing date); without it the latest signature date serves.
 */
export function inspectValues(document: OwnershipDocument, knownBy?: CalendarDate): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const note = (code: string, path: string, data: Diagnostic['data']) =>
    diagnostics.push({ code, severity: severityOf(code), at: { path }, data })
  const latest = knownBy ?? latestSignature(document)
  const used = new Set<string>()
  const known = new Set(document.footnotes.footnotes.map((footnote) => footnote.id))
  const refer = (ids: readonly string[], path: () => string) => {
    for (const id of ids) {
      used.add(id)
      if (!known.has(id)) note('R156', path(), { id: excerpt(id) })
    }
  }
  const seen = new Set<string>()
  walk(document, {
    field: (field, definition, path) => {
      const problem = problemOf(field, definition, latest)
      if (problem) note(problem.code, path(), problem.data)
      if (field.footnotes.length > 0) refer(field.footnotes, path)
    },
    references: refer,
    footnote: (footnote, path) => {
      if (seen.has(footnote.id)) note('R158', path(), { id: excerpt(footnote.id) })
      else if (!used.has(footnote.id)) note('R157', path(), { id: excerpt(footnote.id) })
      seen.add(footnote.id)
    },
  })
  return diagnostics
}

const NOT_A_VALUE = { date: 'R151', decimal: 'R152', boolean: 'R153', cik: 'R154', text: '' }

function problemOf(
  field: Reported<unknown>,
  definition: LeafDefinition | FieldDefinition,
  latest: CalendarDate | undefined,
): { code: string; data: Diagnostic['data'] } | undefined {
  if (field.kind === 'invalid') {
    return { code: NOT_A_VALUE[definition.type], data: { written: excerpt(field.written) } }
  }
  if (definition.type !== 'date' || field.kind !== 'value') return undefined
  const date = field.value as CalendarDate
  const bound = latest && (PAST.has(definition.element) ? latest.day : latest.day + LONGEST_TERM_YEARS * 366)
  const unlikely = date.year < FIRST_YEAR || (bound !== undefined && date.day > bound)
  return unlikely ? { code: 'R155', data: { date: String(date) } } : undefined
}

function latestSignature(document: OwnershipDocument): CalendarDate | undefined {
  let latest: CalendarDate | undefined
  for (const { date } of document.ownerSignatures) {
    if (date.kind === 'value' && (!latest || date.value.day > latest.day)) latest = date.value
  }
  return latest
}
