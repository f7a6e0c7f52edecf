/** The submission file and its attachments. Source: specification 5.5, sections 3.6.3, 4.1, 4.2 and 5. */
import { messageOf, type SubmissionMessage } from '../message.ts'
import { child, childrenOf, type Element, textAt } from '../xmlTree.ts'

/** A document of a submission. `bytes` is empty where the content is no base64. */
export interface SentDocument {
  name: string
  type: string
  bytes: Uint8Array
  /** From 1. */
  number: number
}

/** The documents of a submission, decoded. */
export function documentsOf(root: Element): SentDocument[] {
  return childrenOf(root, 'edgarDocument').map((one, i) => ({
    name: textAt(one, 'documentName'),
    type: textAt(one, 'documentType'),
    bytes: fromBase64(textAt(one, 'documentMimeBlock')),
    number: i + 1,
  }))
}

/** Whether a document's type makes it the form. */
export function isPrimary({ type }: SentDocument): boolean {
  return /^[345](\/A)?$/.test(type)
}

/** All rules of the file but its schema. */
export function* wrapperMessages(root: Element): Generator<SubmissionMessage> {
  const documents = documentsOf(root)
  const primaries = documents.filter(isPrimary)
  if (primaries.length !== 1)
    yield messageOf('primaryCount', `The submission has ${primaries.length} primary documents; it must have one.`)
  const submissionType = textAt(root, 'submissionType')
  for (const { type, number } of primaries)
    if (type !== submissionType) yield messageOf('typesDiffer', 'documentType differs from submissionType.', number)
  for (const document of documents) yield* documentMessages(document)
  yield* countMessages(documents)
  yield* graphicMessages(documents)
  yield* addressMessages(root)
}

const NAME = /^(?=[^_]*_?[^_]*$)(?=[^-]*-?[^-]*$)[a-z][a-z0-9_-]*\.[a-z0-9]+$/
const SUPPORTING = /^(CORRESP|COVER|EX-24|EX-99|GRAPHIC)(\.\w[\w-]*)?$/

function* documentMessages(document: SentDocument): Generator<SubmissionMessage> {
  const { name, type, bytes, number } = document
  const extension = name.slice(name.lastIndexOf('.') + 1)
  if (bytes.length === 0) yield messageOf('documentEmpty', 'The document is empty or not base64.', number)
  if (!NAME.test(name) || name.length > 32) yield messageOf('fileName', 'The documentName is not allowed.', number)
  if (isPrimary(document)) {
    if (extension !== 'xml') yield messageOf('fileExtension', 'The primary document must end in .xml.', number)
    return
  }
  if (!SUPPORTING.test(type)) yield messageOf('supportingType', 'The documentType is not allowed.', number)
  if (extension === 'pdf') yield messageOf('pdfDropped', 'The PDF document is dropped.', number)
  else if (!['txt', 'htm', 'jpg', 'gif'].includes(extension))
    yield messageOf('fileExtension', 'A document must end in .txt, .htm, .jpg or .gif.', number)
  const isText = extension === 'txt' || extension === 'htm'
  if (isText && bytes.some((byte) => byte > 0x7e || (byte < 0x20 && ![9, 10, 12, 13].includes(byte))))
    yield messageOf('attachmentText', 'The document has a character that is not ASCII.', number)
}

function* countMessages(documents: readonly SentDocument[]): Generator<SubmissionMessage> {
  const of = (...types: string[]) => documents.filter(({ type }) => types.includes(type.split('.')[0] ?? '')).length
  const tooMany = [
    of('CORRESP') > 100 && 'More than 100 CORRESP documents.',
    of('COVER') > 10 && 'More than 10 COVER documents.',
    of('EX-24', 'EX-99', 'GRAPHIC') > 500 && 'More than 500 exhibits and graphics.',
  ]
  for (const content of tooMany) if (content) yield messageOf('supportingType', content)
}

function* graphicMessages(documents: readonly SentDocument[]): Generator<SubmissionMessage> {
  const pages = documents.filter(({ name }) => name.endsWith('.htm')).map(({ bytes }) => Buffer.from(bytes).toString())
  const used = pages.flatMap((page) => [...page.matchAll(/<img\b[^>]*\bsrc\s*=\s*["']?([^"'\s>]+)/gi)].map((m) => m[1]))
  for (const { name, number } of documents)
    if (/\.(jpg|gif)$/.test(name) && !used.includes(name))
      yield messageOf('graphicUnused', 'No HTML document refers to the graphic.', number)
}

function* addressMessages(root: Element): Generator<SubmissionMessage> {
  const contact = child(child(root, 'pointOfContact'), 'contactEmailAddress')
  const all = [
    ...(contact ? [contact] : []),
    ...childrenOf(child(root, 'notificationAddresses'), 'notificationEmailAddress'),
  ]
  for (const { name, text, line } of all)
    if (!/^[^\s@<>"]+@[^\s@.<>"]+(\.[^\s@.<>"]+)+$/.test(text))
      yield messageOf('emailForm', `Value for ${name} is no e-mail address.`, 0, line)
  const lower = all.map(({ text }) => text.toLowerCase())
  if (new Set(lower).size < lower.length) yield messageOf('emailTwice', 'An e-mail address stands there twice.')
}

/** White space inside is fine (samples of specification 5.5). */
function fromBase64(written: string): Uint8Array {
  const digits = written.replace(/\s+/g, '')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(digits) && digits.length % 4 === 0
    ? Buffer.from(digits, 'base64')
    : new Uint8Array()
}
