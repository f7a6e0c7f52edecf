import { applies, CheckedFiling, type CheckOptions, findingsOf, type Rule, registry } from '../../core/check/index.ts'
import { day } from '../../core/facts/dated.ts'
import { documentTypes } from '../../core/facts/index.ts'
import type { CalendarDate } from '../../core/model/calendarDate.ts'
import type { OwnershipDocument } from '../../core/model/ownershipDocument.ts'
import { readOwnershipXml } from '../../core/read/index.ts'
import { type SchemaEdition, schemaComplaints } from './xsd.ts'

/** A day of each schema in cases/xsd. */
const DAYS: Readonly<Record<SchemaEdition, CalendarDate>> = { today: day('2026-06-01'), x0306: day('2023-03-17') }

/** The types whose schema of that time is in cases/xsd. */
const TYPES: Readonly<Record<SchemaEdition, readonly string[]>> = {
  today: [...documentTypes.keys()],
  x0306: ['4', '4/A'],
}

const NEW_ELEMENTS =
  'aff10b5One|issuerForeignTradingSymbol|rptOwnerNonUSAddressFlag|rptOwnerNonUSStateTerritory|rptOwnerCountry'

/** A document of today as it would have been before 2023-03-20: without the elements that came since. */
export function asOfX0306(xml: string): string {
  return xml.replace(new RegExp(`\\s*<(${NEW_ELEMENTS})>[^<]*</\\1>`, 'g'), '')
}

/** How our rules and the SEC’s schema, as libxml2 reads it, came out on one document. */
export interface Compared {
  /**
   * `unread`: not well-formed, not an ownership document, or of a type whose schema is not there. `space`: libxml2 refuses white space around a date, which
   * `xs:date` allows. `idref`: it does not look whether a footnote reference has its footnote.
   */
  outcome: 'valid' | 'invalid' | 'unread' | 'space' | 'idref' | 'onlyOurs' | 'onlyTheirs'
  ours: string[]
  theirs: string[]
}

/** The rules that the schema decides. */
export const SCHEMA_RULES = registry.filter(({ code }) => /^C[01]/.test(code))

/** What those rules find; the others are not run, because they take longer and say nothing of the schema. */
export function schemaFindings(document: OwnershipDocument, options: CheckOptions): { rule: Rule; path: string }[] {
  const filing = new CheckedFiling(document, options)
  return SCHEMA_RULES.filter((rule) => applies(rule, filing)).flatMap((rule) =>
    findingsOf(rule, filing).map(({ at }) => ({ rule, path: at.path ?? '' })),
  )
}

/** Holds the rules of the schema against the schema itself. */
export function compareSchema(xml: string, edition: SchemaEdition = 'today'): Compared {
  const { outcome, document } = readOwnershipXml(xml)
  if (outcome !== 'read' || !document) return { outcome: 'unread', ours: [], theirs: [] }
  const type = document.documentType.written ?? ''
  const hasSchema = TYPES[edition].includes(type)
  if (!hasSchema && documentTypes.has(type)) return { outcome: 'unread', ours: [], theirs: [] }
  const theirs = schemaComplaints(xml, hasSchema ? type : '4', edition)
  const findings = schemaFindings(document, { rulesOf: DAYS[edition] })
  const ours = findings.map(({ rule, path }) => `${rule.code} ${path}`)
  const known = findings.filter(({ rule }) => rule.name !== 'reference-without-footnote')
  if (theirs.length > 0) {
    const isSpace = theirs.every((text) =>
      /'\s*\S*\s+\S*\s*' is not a valid value of the atomic type 'xs:date'/.test(text),
    )
    return { outcome: known.length > 0 ? 'invalid' : isSpace ? 'space' : 'onlyTheirs', ours, theirs }
  }
  return { outcome: known.length > 0 ? 'onlyOurs' : ours.length > 0 ? 'idref' : 'valid', ours, theirs }
}
