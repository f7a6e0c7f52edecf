import { applies, type CheckOptions, checkedFiling, type Rule, registry } from '../../core/check/index.ts'
import { documentTypes } from '../../core/facts/index.ts'
import { CalendarDate } from '../../core/model/calendarDate.ts'
import type { OwnershipDocument } from '../../core/model/ownershipDocument.ts'
import { readOwnershipXml } from '../../core/read/index.ts'
import { schemaComplaints } from './xsd.ts'

/** The day whose schema the files in cases/xsd are. */
const TODAY = new CalendarDate(20_605)

/** How our rules and the SEC’s schema, as libxml2 reads it, came out on one document. */
export interface Compared {
  /**
   * `unread`: not well-formed, or not an ownership document. `space`: libxml2 refuses white space around a date, which
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
  const filing = checkedFiling(document, options)
  const findings: { rule: Rule; path: string }[] = []
  for (const rule of SCHEMA_RULES)
    if (applies(rule, filing)) rule.check(filing, (path) => findings.push({ rule, path }))
  return findings
}

/** Holds the rules of the schema against the schema itself. */
export function compareSchema(xml: string): Compared {
  const { outcome, document } = readOwnershipXml(xml)
  if (outcome !== 'read' || !document) return { outcome: 'unread', ours: [], theirs: [] }
  const type = document.documentType.written ?? ''
  const theirs = schemaComplaints(xml, documentTypes.has(type) ? type : '4')
  const findings = schemaFindings(document, { rulesOf: TODAY })
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
