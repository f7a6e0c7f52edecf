import { type Envelope, envelopeProblems } from '../facts/envelope.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import type { PointOfContact, SubmittedDocument } from '../model/submissionFile.ts'
import { escapeText } from '../model/xmlText.ts'
import { report } from './report.ts'
import { writeSubmissionForm } from './submissionForm.ts'

/**
 * A file that goes with the form: a power of attorney, an exhibit, a letter to the staff. Its name has at most 32
 * characters: lower-case letters, digits, one each of `.`, `-`, `_`; `.txt`, `.htm`, `.jpg` or `.gif`. Its type is
 * `EX-24`, `EX-99`, `CORRESP`, `COVER` or `GRAPHIC`, with `.text` after it if need be.
 */
export type SupportingDocument = SubmittedDocument

export interface EdgarSubmissionOptions {
  testOrLive: 'TEST' | 'LIVE'
  contact?: PointOfContact
  notificationEmailAddresses?: readonly string[]
  /** Name of the form's own file; `form4.xml` for a Form 4 or 4/A. */
  documentName?: string
  supportingDocuments?: readonly SupportingDocument[]
  /** `include` puts the owners' CCCs in: for the file that goes to EDGAR, and nowhere else. */
  ccc?: 'omit' | 'include'
}

/**
 * The `edgarSubmission` file: the form and what goes with it, ready for EDGAR's Online Forms site (submission.md section
 * 2). Without `xml` where a diagnostic of severity `suspends` stands: nothing half right is written.
 */
export function writeEdgarSubmission(
  document: OwnershipDocument,
  options: EdgarSubmissionOptions,
): { xml: string | undefined; diagnostics: Diagnostic[] } {
  const form = writeSubmissionForm(document, { ccc: options.ccc ?? 'omit' })
  const type = document.documentType.value ?? ''
  const primary = options.documentName ?? `form${type.slice(0, 1)}.xml`
  const diagnostics = [...form.diagnostics, ...envelopeProblems(envelopeOf(primary, type, options))]
  if (options.ccc !== 'include') diagnostics.push(report('W206', '/edgarSubmission', {}))
  if (form.xml === undefined || diagnostics.some(({ severity }) => severity === 'suspends')) {
    return { xml: undefined, diagnostics }
  }
  const lines = ['<?xml version="1.0"?>', '<edgarSubmission>']
  lines.push(`    <submissionType>${escapeText(type)}</submissionType>`)
  lines.push(`    <testOrLive>${options.testOrLive}</testOrLive>`)
  lines.push(...contactLines(options))
  const form64 = base64(new TextEncoder().encode(form.xml))
  lines.push(...documentLines(primary, type, `Form ${type}`, form64))
  for (const { name, type: kind, description, bytes } of options.supportingDocuments ?? []) {
    lines.push(...documentLines(name, kind, description, base64(bytes)))
  }
  lines.push('</edgarSubmission>', '')
  return { xml: lines.join('\n'), diagnostics }
}

/** The form stands first. Its own content is never empty. */
function envelopeOf(name: string, type: string, options: EdgarSubmissionOptions): Envelope {
  const { contact, notificationEmailAddresses, supportingDocuments = [] } = options
  const form = { name, type, bytes: NOT_EMPTY, position: 1, isForm: true }
  const others = supportingDocuments.map((one, i) => ({ ...one, position: i + 2, isForm: false }))
  return {
    ...(contact && { contact }),
    ...(notificationEmailAddresses && { notificationEmailAddresses }),
    documents: [form, ...others],
  }
}

const NOT_EMPTY = new Uint8Array(1)

function contactLines({ contact, notificationEmailAddresses = [] }: EdgarSubmissionOptions): string[] {
  const lines: string[] = []
  const said = [
    ['contactName', contact?.name],
    ['contactPhoneNumber', contact?.phoneNumber],
    ['contactEmailAddress', contact?.emailAddress],
  ].filter((pair): pair is [string, string] => pair[1] !== undefined)
  if (said.length > 0) {
    lines.push('    <pointOfContact>')
    for (const [element, text] of said) lines.push(`        <${element}>${escapeText(text)}</${element}>`)
    lines.push('    </pointOfContact>')
  }
  if (notificationEmailAddresses.length > 0) {
    lines.push('    <notificationAddresses>')
    for (const address of notificationEmailAddresses) {
      lines.push(`        <notificationEmailAddress>${escapeText(address)}</notificationEmailAddress>`)
    }
    lines.push('    </notificationAddresses>')
  }
  return lines
}

function documentLines(name: string, type: string, description: string | undefined, content: string): string[] {
  return [
    '    <edgarDocument>',
    `        <documentName>${escapeText(name)}</documentName>`,
    `        <documentType>${escapeText(type)}</documentType>`,
    ...(description ? [`        <documentDescription>${escapeText(description)}</documentDescription>`] : []),
    `        <documentMimeBlock>${content}</documentMimeBlock>`,
    '    </edgarDocument>',
  ]
}

/** At most 8,192 bytes at a time, because a call takes so many arguments and no more. */
function base64(bytes: Uint8Array): string {
  let characters = ''
  for (let i = 0; i < bytes.length; i += 8192) characters += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(characters)
}
