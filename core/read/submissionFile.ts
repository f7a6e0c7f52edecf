import type { Diagnostic } from '../model/diagnostic.ts'
import type { SubmissionElement, SubmissionFile, SubmittedDocument } from '../model/submissionFile.ts'
import { resolveReferences } from '../model/xmlText.ts'
import { decode } from './decode.ts'
import { noteAt } from './diagnose.ts'
import { isProblem, parseXml } from './xml/parse.ts'
import type { XmlElement } from './xml/tree.ts'

/** What came of reading an `edgarSubmission` file. Without `file` where it is not well-formed; a diagnostic says why. */
export interface SubmissionFileReading {
  file: SubmissionFile | undefined
  diagnostics: Diagnostic[]
}

/**
 * Reads the file that a filer sends, `edgarSubmission`, from its bytes or text: what it says of itself, and all its
 * documents. Elements are found by name, whatever else the file holds, so that a file that breaks its schema can be
 * judged. Base64 is decoded as far as it is base64.
 * Source: submission.md section 2.
 */
export function readSubmissionFile(source: Uint8Array | string): SubmissionFileReading {
  const text = typeof source === 'string' ? source : decode(source).text
  const tree = parseXml(text)
  if (isProblem(tree)) return { file: undefined, diagnostics: [noteAt(tree.code, '', tree.offset, tree.data)] }
  const root = elementOf(text, tree.root)
  return { file: fileOf(root), diagnostics: [] }
}

function elementOf(source: string, { name, attributes, children }: XmlElement): SubmissionElement {
  let text = ''
  const elements: SubmissionElement[] = []
  for (const node of children) {
    const markup = source.slice(node.start, node.end)
    if (node.kind === 'text') text += resolveReferences(markup) ?? markup
    else if (node.kind === 'cdata') text += markup.slice(9, -3)
    else if (node.kind === 'element') elements.push(elementOf(source, node))
  }
  return { name, attributes: attributes.map((one) => one.name), text, children: elements }
}

function fileOf(root: SubmissionElement): SubmissionFile {
  const contact = childOf(root, 'pointOfContact')
  const notified = childOf(root, 'notificationAddresses')?.children ?? []
  return {
    submissionType: textOf(root, 'submissionType') ?? '',
    ...(contact && {
      contact: {
        ...said('name', textOf(contact, 'contactName')),
        ...said('phoneNumber', textOf(contact, 'contactPhoneNumber')),
        ...said('emailAddress', textOf(contact, 'contactEmailAddress')),
      },
    }),
    notificationEmailAddresses: notified.flatMap(({ name, text }) =>
      name === 'notificationEmailAddress' ? [text] : [],
    ),
    documents: root.children.filter(({ name }) => name === 'edgarDocument').map(documentOf),
    root,
  }
}

function documentOf(element: SubmissionElement): SubmittedDocument {
  return {
    name: textOf(element, 'documentName') ?? '',
    type: textOf(element, 'documentType') ?? '',
    ...said('description', textOf(element, 'documentDescription')),
    bytes: fromBase64(textOf(element, 'documentMimeBlock') ?? ''),
  }
}

function childOf(parent: SubmissionElement, name: string): SubmissionElement | undefined {
  return parent.children.find((child) => child.name === name)
}

function textOf(parent: SubmissionElement, name: string): string | undefined {
  return childOf(parent, name)?.text
}

/** A property that is there only where it has a value. */
function said<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: string })
}

function fromBase64(text: string): Uint8Array {
  const digits = text.replace(/[^A-Za-z0-9+/]+/g, '')
  // One digit more than whole bytes is none.
  const binary = atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits)
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
