import { documentTypes } from '../facts/documentTypes.ts'
import { submissionFileDiagnostics } from '../facts/submissionFileDiagnostics.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'

/** One document of a submission as it goes to EDGAR, the form itself among them. */
export interface SubmittedDocument {
  /** File name. */
  name: string
  /** `4`, `EX-24`, `GRAPHIC`. */
  type: string
  /** Its content, decoded from base64. */
  bytes: Uint8Array
}

/** What an `edgarSubmission` file says of itself. */
export interface SubmissionFile {
  submissionType: string
  documents: readonly SubmittedDocument[]
}

/**
 * What EDGAR would object to in a submission as a whole, beside what `writeEdgarSubmission` says of names, types, sizes,
 * addresses and numbers (W201 to W209). `document` is the form read from the primary document; `undefined` where it
 * could not be read. Changes nothing; bad data gives diagnostics.
 * Source: ownership-xml.md section 7.1, rows 2, 3 and 8 to 10 (row 10: EDGAR Filer Manual, not re-read).
 */
export function checkSubmissionFile(file: SubmissionFile, document: OwnershipDocument | undefined): Diagnostic[] {
  return [
    ...primaryProblems(file, document),
    ...file.documents.flatMap((one) => attachmentProblems(one)),
    ...unusedGraphics(file),
  ]
}

function primaryProblems({ submissionType, documents }: SubmissionFile, document?: OwnershipDocument): Diagnostic[] {
  const primary = documents.filter(({ type }) => documentTypes.has(type))
  const found: Diagnostic[] = []
  if (primary.length !== 1) found.push(finding('C302', '/edgarSubmission', { count: primary.length }))
  const differs = (what: string, said: string, path: string) => {
    if (said !== submissionType) found.push(finding('C303', path, { what, found: said, submissionType }))
  }
  const [only] = primary
  if (only && primary.length === 1)
    differs('type of the document', only.type, '/edgarSubmission/edgarDocument/documentType')
  if (document) differs('type inside the form', document.documentType.value ?? '', '/ownershipDocument/documentType')
  return found
}

function attachmentProblems({ name, type, bytes }: SubmittedDocument): Diagnostic[] {
  const path = '/edgarSubmission/edgarDocument'
  if (isPdf(name, bytes)) return [finding('C308', path, { name })]
  if (documentTypes.has(type) || !/\.(?:txt|html?)$/i.test(name)) return []
  const found: Diagnostic[] = []
  const byte = bytes.find((one) => one > 0x7e || (one < 0x20 && one !== 9 && one !== 10 && one !== 13))
  if (byte !== undefined) {
    found.push(finding('C310', path, { name, byte: `0x${byte.toString(16).toUpperCase().padStart(2, '0')}` }))
  }
  const [active] = isHtml(name) ? (ACTIVE.exec(latin1(bytes)) ?? []) : []
  if (active !== undefined) found.push(finding('C311', path, { name, found: active }))
  return found
}

/** What runs or fetches something. */
const ACTIVE = /<(?:script|applet|object|embed|iframe|frame|form)\b|javascript:/i

function unusedGraphics({ documents }: SubmissionFile): Diagnostic[] {
  const pages = documents.filter(({ name }) => isHtml(name)).map(({ bytes }) => latin1(bytes).toLowerCase())
  return documents
    .filter(({ type, name }) => /^GRAPHIC\b/.test(type) && !pages.some((page) => refersTo(page, name.toLowerCase())))
    .map(({ name }) => finding('C309', '/edgarSubmission/edgarDocument', { name }))
}

/** `src="logo.jpg"`, with or without quotation marks. */
function refersTo(page: string, name: string): boolean {
  for (const [, double, single, bare] of page.matchAll(/\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/g)) {
    if ((double ?? single ?? bare)?.trim() === name) return true
  }
  return false
}

const isHtml = (name: string) => /\.html?$/i.test(name)

function isPdf(name: string, bytes: Uint8Array): boolean {
  return /\.pdf$/i.test(name) || latin1(bytes.subarray(0, 5)) === '%PDF-'
}

/** One character a byte. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}

function finding(code: string, path: string, data: Diagnostic['data']): Diagnostic {
  const wording = submissionFileDiagnostics[code]
  if (!wording) throw new RangeError(`no such code: ${code}`)
  return { code, severity: wording.severity, at: { path }, data }
}
