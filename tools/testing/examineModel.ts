import { Ajv2020 } from 'ajv/dist/2020.js'
import { EDGAR_ELEMENTS } from '../../core/model/edgarElements.ts'
import type { OwnershipDocument } from '../../core/model/ownershipDocument.ts'
import { canonical, type Reported, reported } from '../../core/model/reported.ts'
import { walk } from '../../core/model/walk.ts'
import { readFilingJson } from '../../core/read/filingJson.ts'
import { LIMITS } from '../../core/read/limits.ts'
import { readOwnershipXml, readThoroughly } from '../../core/read/ownershipXml.ts'
import { readQuickly } from '../../core/read/quick.ts'
import { writeEdgarSubmission } from '../../core/write/edgarSubmission.ts'
import { toFilingJson } from '../../core/write/json.ts'
import { filingJsonSchema } from '../../core/write/jsonSchema.ts'
import { writeSubmissionForm } from '../../core/write/submissionForm.ts'
import { writeOwnershipXml } from '../../core/write/xml.ts'
import { dump } from './dump.ts'
import { schemaComplaints } from './xsd.ts'

/** What came of one valid document. Empty lists are good. */
export interface ExaminedModel {
  /** Written, read, written again: the same bytes and the same document. */
  roundTrip: string[]
  /** Through filing JSON likewise, and valid for its JSON Schema. */
  json: string[]
  /** The form for filing and the file around it: valid for the SEC's schemas and of the same content. */
  submission: string[]
  /** Whether the fast way reads it. */
  fast: boolean
  /** The form for filing, for whoever wants to break it. */
  form: string
}

/** A CCC that nobody has, put in to see where it comes out. */
export const CANARY = 'cAn4ry#1'

const ajv = new Ajv2020({ formats: { date: /^\d{4}-\d{2}-\d{2}$/ } })
/** Validates a filing JSON against its schema. */
export const isFilingJson = ajv.compile(filingJsonSchema())

/** Holds everything that readers and writers promise about a valid document against it. */
export function examineModel(document: OwnershipDocument): ExaminedModel {
  const xml = writeOwnershipXml(document)
  const { form, faults } = examineForm(document)
  return {
    roundTrip: examineRoundTrip(document, xml),
    json: examineJson(document, xml),
    submission: [...faults, ...examineEdgarSubmission(document, form)],
    fast: readQuickly(new TextEncoder().encode(xml), xml) !== undefined,
    form,
  }
}

/**
 * Whether the fast way leaves this to the other: text of more than 900 characters with a line end in it may have been
 * cut by EDGAR.
 */
export function isSlow(xml: string): boolean {
  return [...xml.matchAll(/>([^<]{901,})</g)].some(([, text]) => text?.includes('\n'))
}

function examineRoundTrip(document: OwnershipDocument, xml: string): string[] {
  const faults = schemaComplaints(xml, String(document.documentType.value)).map((text) => `as disseminated: ${text}`)
  const read = readOwnershipXml(xml)
  const thorough = readThoroughly(xml, LIMITS)
  if (read.outcome !== 'read') faults.push(`${read.outcome}, not read`)
  if (dump(read.document) !== dump(document)) faults.push('another document was read')
  if (dump(thorough.document) !== dump(document)) faults.push('another document was read the slow way')
  if (read.document && writeOwnershipXml(read.document) !== xml) faults.push('other bytes were written')
  const isFast = readQuickly(new TextEncoder().encode(xml), xml) !== undefined
  if (isFast === isSlow(xml)) faults.push(isFast ? 'read the fast way' : 'not read the fast way')
  const wrong = read.diagnostics.filter(({ code }) => code !== 'R155')
  if (wrong.length > 0) faults.push(`diagnostics ${JSON.stringify(wrong)}`)
  return faults
}

function examineJson(document: OwnershipDocument, xml: string): string[] {
  const faults: string[] = []
  const origin = { accessionNumber: '0000000000-26-000001', filedAsOf: '2026-04-01', acceptedAt: '2026-04-01T17:30:00' }
  const text = JSON.stringify(toFilingJson(document, origin))
  const json: unknown = JSON.parse(text)
  if (!isFilingJson(json)) faults.push(`invalid: ${ajv.errorsText(isFilingJson.errors)}`)
  const read = readFilingJson(json)
  if (!read.document) return [...faults, 'refused']
  if (dump(read.document) !== dump(document)) faults.push('another document was read')
  if (JSON.stringify(read.origin) !== JSON.stringify(origin)) faults.push('another origin was read')
  if (read.diagnostics.length > 0) faults.push(`diagnostics ${JSON.stringify(read.diagnostics)}`)
  if (writeOwnershipXml(read.document) !== xml) faults.push('other bytes were written')
  if (JSON.stringify(toFilingJson(read.document, read.origin)) !== text) faults.push('other JSON was written')
  return faults
}

function examineForm(document: OwnershipDocument): { form: string; faults: string[] } {
  const { xml = '', diagnostics } = writeSubmissionForm(document)
  const faults = diagnostics.map((diagnostic) => JSON.stringify(diagnostic))
  if (!/^[\t\n\x20-\x7e]+$/.test(xml)) faults.push('not ASCII, or nothing')
  faults.push(...schemaComplaints(xml, String(document.documentType.value)))
  for (const element of EDGAR_ELEMENTS) if (xml.includes(`<${element}>`)) faults.push(`${element} is EDGAR's`)
  if (/<(?!natureOfOwnership|value)(\w+)><\/\1>/.test(xml)) faults.push('an element without content')
  const read = readOwnershipXml(xml)
  if (JSON.stringify(submitted(read.document)) !== JSON.stringify(submitted(document))) faults.push('other values')
  if (read.document && writeSubmissionForm(read.document).xml !== xml) faults.push('another form the second time')
  return { form: xml, faults }
}

/** What a filer says with a document, in order: values and footnotes by path, EDGAR's own elements left out. */
export function submitted(document: OwnershipDocument | undefined): unknown[] {
  const said: unknown[] = []
  if (!document) return said
  const isForm3 = document.documentType.value?.startsWith('3')
  walk(document, {
    field: (field, { element }, path) => {
      if (field.kind === 'absent' || EDGAR_ELEMENTS.has(element) || (isForm3 && element === 'aff10b5One')) return
      const value = field.kind === 'value' ? canonical((field as Reported<string>).value as string) : field.kind
      said.push([path(), value, field.footnotes])
    },
    references: (footnotes, path) => said.push([path(), footnotes]),
    footnote: ({ id, text }) => said.push([id, text]),
  })
  return said
}

function examineEdgarSubmission(document: OwnershipDocument, form: string): string[] {
  const faults: string[] = []
  const power = new TextEncoder().encode('Know all by these presents ...\n')
  const options = {
    testOrLive: 'TEST',
    contact: { name: 'Ann Example', phoneNumber: '212-555-0100', emailAddress: 'ann@example.com' },
    notificationEmailAddresses: ['desk@example.com'],
    supportingDocuments: [{ name: 'poa.txt', type: 'EX-24', bytes: power }],
  } as const
  const { xml = '' } = writeEdgarSubmission(document, options)
  faults.push(...schemaComplaints(xml, 'edgarSubmission').map((text) => `edgarSubmission: ${text}`))
  if (primaryIn(xml) !== form) faults.push('edgarSubmission holds another form')
  faults.push(...examineCcc(document, form, options))
  return faults
}

/** The form inside an `edgarSubmission`, decoded. */
export function primaryIn(xml: string): string {
  const block = /<documentMimeBlock>([^<]*)<\/documentMimeBlock>/.exec(xml)?.[1] ?? ''
  return Buffer.from(block, 'base64').toString('latin1')
}

/** With a CCC in the document: it comes out where it is asked for, and nowhere else. */
function examineCcc(
  document: OwnershipDocument,
  form: string,
  options: Parameters<typeof writeEdgarSubmission>[1],
): string[] {
  const faults: string[] = []
  const ids = document.reportingOwners.map(({ id }) => id)
  const before = ids.map(({ ccc }) => ccc)
  for (const id of ids) id.ccc = reported('text', CANARY)
  const included = writeEdgarSubmission(document, { ...options, ccc: 'include' })
  const filed = primaryIn(included.xml ?? '')
  if (filed.split(CANARY).length !== ids.length + 1) faults.push('not every CCC was put in')
  faults.push(...schemaComplaints(filed, String(document.documentType.value)).map((text) => `with CCC: ${text}`))
  if (writeSubmissionForm(document).xml !== form) faults.push('the CCC shows in the form')
  const quiet = [
    primaryIn(writeEdgarSubmission(document, options).xml ?? ''),
    writeOwnershipXml(document),
    JSON.stringify(toFilingJson(document)),
    JSON.stringify(included.diagnostics),
  ]
  if (quiet.some((text) => text.includes(CANARY))) faults.push('a CCC got out')
  for (const [i, id] of ids.entries()) id.ccc = before[i] as Reported<string>
  return faults
}
