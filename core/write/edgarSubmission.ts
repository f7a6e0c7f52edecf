import type { Diagnostic } from '../model/diagnostic.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import { escapeText } from '../model/xmlText.ts'
import { report } from './report.ts'
import { writeSubmissionForm } from './submissionForm.ts'

/** A file that goes with the form: a power of attorney, an exhibit, a letter to the staff. */
export interface SupportingDocument {
  /** At most 32 characters: lower-case letters, digits, one each of `.`, `-`, `_`; `.txt`, `.htm`, `.jpg` or `.gif`. */
  name: string
  /** `EX-24`, `EX-99`, `CORRESP`, `COVER` or `GRAPHIC`, with `.text` after it if need be. */
  type: string
  description?: string
  bytes: Uint8Array
}

export interface EdgarSubmissionOptions {
  testOrLive: 'TEST' | 'LIVE'
  contact?: { name?: string; phoneNumber?: string; emailAddress?: string }
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
  const diagnostics = [...form.diagnostics, ...checkEnvelope(primary, options)]
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

/** Rules 1 to 13 of ownership-xml.md, as far as they concern names, types, lengths and numbers. */
function checkEnvelope(primary: string, options: EdgarSubmissionOptions): Diagnostic[] {
  const documents = options.supportingDocuments ?? []
  const found: Diagnostic[] = [...checkName(primary, /\.xml$/)]
  const names = new Set([primary])
  for (const { name, type, description = '', bytes } of documents) {
    found.push(...checkName(name, /\.(?:txt|htm|jpg|gif)$/))
    if (names.has(name)) found.push(report('W207', '/edgarSubmission/edgarDocument', { name }))
    names.add(name)
    if (!/^(?:CORRESP|COVER|EX-24|EX-99|GRAPHIC)(?:\.[\x20-\x7e]+)?$/.test(type) || type.length > 20) {
      found.push(report('W202', '/edgarSubmission/edgarDocument/documentType', { type }))
    }
    if (bytes.length === 0) found.push(report('W204', '/edgarSubmission/edgarDocument', { name }))
    found.push(...checkText('documentDescription', description, 255))
  }
  for (const [type, limit, pattern] of TYPE_LIMITS) {
    const count = documents.filter((document) => pattern.test(document.type)).length
    if (count > limit) found.push(report('W203', '/edgarSubmission', { type, count, limit }))
  }
  const { contact, notificationEmailAddresses = [] } = options
  found.push(...checkText('contactName', contact?.name ?? '', 30))
  found.push(...checkText('contactPhoneNumber', contact?.phoneNumber ?? '', 20))
  const addresses = new Set<string>()
  for (const address of [contact?.emailAddress, ...notificationEmailAddresses]) {
    if (address === undefined) continue
    if (!(address.length <= 80 && EMAIL_ADDRESS.test(address))) {
      found.push(report('W208', '/edgarSubmission', { address }))
    }
    if (addresses.has(address.toLowerCase())) found.push(report('W209', '/edgarSubmission', { address }))
    addresses.add(address.toLowerCase())
  }
  if (notificationEmailAddresses.length > 30) {
    const count = notificationEmailAddresses.length
    found.push(report('W203', '/edgarSubmission', { type: 'notificationEmailAddress', count, limit: 30 }))
  }
  return found
}

/** As much as can be said without sending to it. ASCII, like everything that EDGAR takes. */
const EMAIL_ADDRESS = /^[!-;=?A-~]+@[!-;=?A-~]+\.[!-;=?A-~]+$/

const TYPE_LIMITS: readonly (readonly [string, number, RegExp])[] = [
  ['CORRESP', 100, /^CORRESP/],
  ['COVER', 10, /^COVER/],
  ['EX-24, EX-99 and GRAPHIC', 500, /^(?:EX-24|EX-99|GRAPHIC)/],
]

function checkText(element: string, text: string, limit: number): Diagnostic[] {
  const found: Diagnostic[] = []
  const path = `/edgarSubmission/${element}`
  if (text.length > limit) found.push(report('W205', path, { element, length: text.length, limit }))
  const [character] = /[^\x20-\x7e]/u.exec(text) ?? []
  if (character !== undefined) {
    const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
    found.push(report('W101', path, { character: `U+${code}`, name: character, element }))
  }
  return found
}

function checkName(name: string, ending: RegExp): Diagnostic[] {
  const why =
    name.length > 32
      ? 'it is longer than 32 characters'
      : !/^[a-z][a-z0-9._-]*$/.test(name)
        ? 'only lower-case letters, digits, . - and _ are allowed, a letter first'
        : /\..*\.|-.*-|_.*_/.test(name)
          ? 'at most one . one - and one _ are allowed'
          : !ending.test(name)
            ? `it does not end as it must (${ending.source.replace(/[\\$?:^]/g, '')})`
            : ''
  return why === '' ? [] : [report('W201', '/edgarSubmission/edgarDocument/documentName', { name, why })]
}
