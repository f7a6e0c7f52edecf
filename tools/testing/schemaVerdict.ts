import { type SchemaEdition, schemaComplaints } from './xsd.ts'

const verdicts = new Map<string, boolean>()

/**
 * Whether the SEC's schema of a document type takes a document, as libxml2 says it; remembered for good, so only for
 * tests that ask of the same few thousand documents again and again. libxml2 refuses white space around a date, which
 * `xs:date` allows: that is no refusal here.
 */
export function isValid(xml: string, type: string, edition: SchemaEdition = 'today'): boolean {
  const key = `${edition} ${type} ${xml}`
  let verdict = verdicts.get(key)
  if (verdict === undefined) {
    verdict = schemaComplaints(xml, type, edition).every((text) =>
      /: '(?:\s+\S+\s*|\S+\s+)' is not a valid value of the atomic type 'xs:date'/.test(text),
    )
    verdicts.set(key, verdict)
  }
  return verdict
}
