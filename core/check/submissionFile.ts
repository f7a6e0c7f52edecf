import { documentTypes } from '../facts/documentTypes.ts'
import { type EnvelopeDocument, envelopeProblems } from '../facts/envelope.ts'
import { submissionFileDiagnostics } from '../facts/submissionFileDiagnostics.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import type { SubmissionElement, SubmissionFile } from '../model/submissionFile.ts'
import { submissionFaults } from './submissionSchema.ts'

/**
 * What EDGAR would object to in a submission as a whole: its schema, where the elements of its file are known (C301);
 * its form (C302, C303); names, types, lengths, addresses and numbers, as the writer says them (W101, W201 to W209); its
 * other documents (C308 to C312). `document` is the form read from the primary document; `undefined` where it could not
 * be read. Changes nothing; bad data gives diagnostics.
 * Source: ownership-xml.md section 7.1 (row 10: EDGAR Filer Manual, not re-read).
 */
export function checkSubmissionFile(file: SubmissionFile, document: OwnershipDocument | undefined): Diagnostic[] {
  const documents = file.documents.map((one, i) => ({ ...one, position: i + 1, isForm: documentTypes.has(one.type) }))
  // EDGAR drops a PDF, whatever its name, and goes on.
  const kept = documents.filter(({ name, bytes }) => !isPdf(name, bytes))
  return [
    ...(file.root ? schemaProblems(file.root) : []),
    ...primaryProblems(file.submissionType, documents, document),
    ...envelopeProblems({ ...file, documents: kept }),
    ...documents.flatMap((one) => attachmentProblems(one)),
    ...unusedGraphics(documents),
  ]
}

function schemaProblems(root: SubmissionElement): Diagnostic[] {
  const faults = submissionFaults(root).map(({ path, why }) => finding('C301', path, { why }))
  const documents = root.children.filter(({ name }) => name === 'edgarDocument')
  const broken = documents.flatMap(({ children }, i) => {
    const block = children.find(({ name }) => name === 'documentMimeBlock')
    const path = `/edgarSubmission/edgarDocument[${i + 1}]/documentMimeBlock`
    return block && !isBase64(block.text) ? [finding('C312', path, {})] : []
  })
  return [...faults, ...broken]
}

/** Digits in fours, the last of them filled up; white space anywhere. */
function isBase64(text: string): boolean {
  const digits = text.replace(/[\t\n\r ]+/g, '')
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits)
}

function primaryProblems(
  submissionType: string,
  documents: readonly EnvelopeDocument[],
  document: OwnershipDocument | undefined,
): Diagnostic[] {
  const primary = documents.filter(({ isForm }) => isForm)
  const found: Diagnostic[] = []
  if (primary.length !== 1) found.push(finding('C302', '/edgarSubmission', { count: primary.length }))
  const differs = (what: string, said: string, path: string) => {
    if (said !== submissionType) found.push(finding('C303', path, { what, found: said, submissionType }))
  }
  const [only] = primary
  if (only && primary.length === 1)
    differs('type of the document', only.type, `/edgarSubmission/edgarDocument[${only.position}]/documentType`)
  if (document) differs('type inside the form', document.documentType.value ?? '', '/ownershipDocument/documentType')
  return found
}

function attachmentProblems({ name, isForm, bytes, position }: EnvelopeDocument): Diagnostic[] {
  const path = `/edgarSubmission/edgarDocument[${position}]`
  if (isPdf(name, bytes)) return [finding('C308', path, { name })]
  if (isForm || !/\.(?:txt|html?)$/i.test(name)) return []
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

function unusedGraphics(documents: readonly EnvelopeDocument[]): Diagnostic[] {
  const pages = documents.filter(({ name }) => isHtml(name)).map(({ bytes }) => latin1(bytes).toLowerCase())
  return documents
    .filter(({ type, name }) => /^GRAPHIC\b/.test(type) && !pages.some((page) => refersTo(page, name.toLowerCase())))
    .map(({ name, position }) => finding('C309', `/edgarSubmission/edgarDocument[${position}]`, { name }))
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
