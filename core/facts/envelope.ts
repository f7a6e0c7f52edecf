import type { Diagnostic } from '../model/diagnostic.ts'
import type { SubmissionFile, SubmittedDocument } from '../model/submissionFile.ts'
import { supportingDocumentType, supportingDocumentTypes } from './supportingDocumentTypes.ts'
import type { DiagnosticWording } from './wording.ts'
import { writeDiagnostics } from './writeDiagnostics.ts'

/** A document among the others of its submission. */
export interface EnvelopeDocument extends SubmittedDocument {
  /** From 1. */
  position: number
  /** Whether it is the form. */
  isForm: boolean
}

/** What is around the form. */
export interface Envelope extends Pick<SubmissionFile, 'contact' | 'notificationEmailAddresses'> {
  documents: readonly EnvelopeDocument[]
}

/**
 * What EDGAR would object to in the names, types, lengths, addresses and numbers of a submission (W101, W201 to W205,
 * W207 to W209): the writer asks it before it writes, check of a file that was written.
 * Source: ownership-xml.md section 7.1, rows 4 to 7 and 11 to 13; submission.md section 2.
 */
export function envelopeProblems({ documents, contact, notificationEmailAddresses = [] }: Envelope): Diagnostic[] {
  return [
    ...documentProblems(documents),
    ...tooMany(documents),
    ...textProblems('/edgarSubmission/pointOfContact', 'contactName', contact?.name, 30),
    ...textProblems('/edgarSubmission/pointOfContact', 'contactPhoneNumber', contact?.phoneNumber, 20),
    ...addressProblems(contact?.emailAddress, notificationEmailAddresses),
  ]
}

function documentProblems(documents: readonly EnvelopeDocument[]): Diagnostic[] {
  const found: Diagnostic[] = []
  const names = new Set<string>()
  for (const { name, type, description, bytes, position, isForm } of documents) {
    const path = `/edgarSubmission/edgarDocument[${position}]`
    const why = nameProblem(name, isForm ? FORM_ENDING : ENDING)
    if (why !== '') found.push(problem('W201', `${path}/documentName`, { name, why }))
    if (names.has(name)) found.push(problem('W207', path, { name }))
    names.add(name)
    if (!isForm && !isSupportingType(type)) found.push(problem('W202', `${path}/documentType`, { type }))
    if (bytes.length === 0) found.push(problem('W204', path, { name }))
    found.push(...textProblems(path, 'documentDescription', description, 255))
  }
  return found
}

const FORM_ENDING = /\.xml$/
const ENDING = /\.(?:txt|htm|jpg|gif)$/

/** Why a file name is not allowed; '' where it is. */
function nameProblem(name: string, ending: RegExp): string {
  if (name.length > 32) return 'it is longer than 32 characters'
  if (!/^[a-z][a-z0-9._-]*$/.test(name)) return 'only lower-case letters, digits, . - and _ are allowed, a letter first'
  if (/\..*\.|-.*-|_.*_/.test(name)) return 'at most one . one - and one _ are allowed'
  return ending.test(name) ? '' : `it does not end as it must (${ending.source.replace(/[\\$?:^]/g, '')})`
}

function isSupportingType(type: string): boolean {
  return supportingDocumentType(type) !== undefined && /^[^.]+(?:\.[\x20-\x7e]+)?$/.test(type)
}

/** Types with a limit of their own, and those with one together. */
const LIMITS = (() => {
  const types = [...supportingDocumentTypes.values()]
  const single = types.flatMap(({ code, most }) => (most === undefined ? [] : [{ type: code, codes: [code], most }]))
  const together = types.filter(({ mostTogether }) => mostTogether !== undefined)
  const codes = together.map(({ code }) => code)
  const most = together[0]?.mostTogether ?? 0
  return [...single, { type: codes.join(', ').replace(/, (?=[^,]*$)/, ' and '), codes, most }]
})()

const MOST_ADDRESSES = 30

function tooMany(documents: readonly EnvelopeDocument[]): Diagnostic[] {
  return LIMITS.flatMap(({ type, codes, most }) => {
    const count = documents.filter((one) => codes.includes(supportingDocumentType(one.type)?.code ?? '')).length
    return count > most ? [problem('W203', '/edgarSubmission', { type, count, limit: most })] : []
  })
}

function addressProblems(ofContact: string | undefined, others: readonly string[]): Diagnostic[] {
  const found: Diagnostic[] = []
  const met = new Set<string>()
  const ask = (address: string, path: string) => {
    if (!(address.length <= 80 && EMAIL_ADDRESS.test(address))) found.push(problem('W208', path, { address }))
    if (met.has(address.toLowerCase())) found.push(problem('W209', path, { address }))
    met.add(address.toLowerCase())
  }
  if (ofContact !== undefined) ask(ofContact, '/edgarSubmission/pointOfContact/contactEmailAddress')
  const path = '/edgarSubmission/notificationAddresses'
  for (const [i, address] of others.entries()) ask(address, `${path}/notificationEmailAddress[${i + 1}]`)
  if (others.length > MOST_ADDRESSES) {
    const data = { type: 'notificationEmailAddress', count: others.length, limit: MOST_ADDRESSES }
    found.push(problem('W203', path, data))
  }
  return found
}

/** As much as can be said without sending to it. ASCII, like everything that EDGAR takes. */
const EMAIL_ADDRESS = /^[!-;=?A-~]+@[!-;=?A-~]+\.[!-;=?A-~]+$/

function textProblems(parent: string, element: string, text = '', limit = 0): Diagnostic[] {
  const found: Diagnostic[] = []
  const path = `${parent}/${element}`
  if (text.length > limit) found.push(problem('W205', path, { element, length: text.length, limit }))
  const [character] = /[^\x20-\x7e]/u.exec(text) ?? []
  if (character !== undefined) {
    const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
    found.push(problem('W101', path, { character: `U+${code}`, name: character, element }))
  }
  return found
}

function problem(code: string, path: string, data: Diagnostic['data']): Diagnostic {
  return { code, severity: (writeDiagnostics[code] as DiagnosticWording).severity, at: { path }, data }
}
