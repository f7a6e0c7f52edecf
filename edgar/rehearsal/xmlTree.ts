/** XML as the rehearsal sees it: libxml2's tree as plain values, and what the SEC's schemas have against it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlCData,
  XmlDocument,
  XmlElement,
  XmlLibError,
  XmlText,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'

export interface Element {
  name: string
  /** Its own text and CDATA; that of its children is theirs. */
  text: string
  /** From 1. */
  line: number
  attributes: Readonly<Record<string, string>>
  children: Element[]
}

export interface XmlComplaint {
  message: string
  /** From 1; 0 where none is known. */
  line: number
}

/** A well-formed document. */
export interface Examined {
  root: Element
  /** Whether there is a processing instruction (the declaration is none) or a document type. */
  hasInstruction: boolean
  hasDoctype: boolean
  schemaComplaints: XmlComplaint[]
}

/**
 * Parses a document and holds it against the schema that `schemaFor` names for its root, a file name in `schemas`. A
 * document that is not well-formed has a `problem` and nothing else. Nothing outside the bytes is ever loaded.
 */
export function examine(
  bytes: Uint8Array,
  schemaFor: (root: Element) => string | undefined,
): Examined | { problem: XmlComplaint } {
  let document: XmlDocument
  try {
    document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_HUGE | ParseOption.XML_PARSE_NO_XXE })
  } catch (error) {
    const [{ message, line } = { message: 'This is no XML.', line: 0 }] = complaintsOf(error)
    // What stands where XML broke may be a secret.
    return { problem: { message: message.replace(/'[^']*'/g, "'…'"), line } }
  }
  using parsed = document
  const root = elementOf(parsed.root)
  const schema = schemaFor(root)
  return {
    root,
    hasInstruction: parsed.find('//processing-instruction()').length > 0,
    hasDoctype: parsed.dtd !== null,
    schemaComplaints: schema === undefined ? [] : schemaComplaints(parsed, schema),
  }
}

/** The first child of a name. */
export function child(parent: Element | undefined, name: string): Element | undefined {
  return parent?.children.find((one) => one.name === name)
}

/** All children of a name. */
export function childrenOf(parent: Element | undefined, name: string): Element[] {
  return parent?.children.filter((one) => one.name === name) ?? []
}

/** The text along a path of child names; '' where there is none. */
export function textAt(parent: Element | undefined, ...names: string[]): string {
  return names.reduce<Element | undefined>((above, name) => child(above, name), parent)?.text ?? ''
}

/** An element and all below it. */
export function* below(element: Element): Generator<Element> {
  yield element
  for (const one of element.children) yield* below(one)
}

function elementOf(node: XmlElement): Element {
  const children: Element[] = []
  let text = ''
  for (const next of node.find('node()')) {
    if (next instanceof XmlElement) children.push(elementOf(next))
    else if (next instanceof XmlText || next instanceof XmlCData) text += next.content
  }
  const attributes = Object.fromEntries(node.attrs.map(({ name, content }) => [name, content]))
  return { name: node.name, text, line: node.line, attributes, children }
}

function schemaComplaints(document: XmlDocument, schema: string): XmlComplaint[] {
  try {
    validatorOf(schema).validate(document)
    return []
  } catch (error) {
    return complaintsOf(error)
  }
}

function complaintsOf(error: unknown): XmlComplaint[] {
  if (!(error instanceof XmlLibError)) throw error
  return error.details.map(({ message, line }) => ({ message: message.trim(), line }))
}

const COMMON = 'ownershipDocumentCommon.xsd.xml'
/** A folder that is none: the common schema is looked for beside the schema that includes it. */
const PLACE = 'section16-rehearsal'

const validators = new Map<string, XsdValidator>()

/** One of the SEC's schemas, compiled once for the life of the program. */
function validatorOf(schema: string): XsdValidator {
  const known = validators.get(schema)
  if (known) return known
  const folder = join(dirname(createRequire(import.meta.url).resolve('@section16/edgar/package.json')), 'schemas')
  if (validators.size === 0) {
    const common = readFileSync(join(folder, COMMON))
    xmlRegisterInputProvider(new XmlBufferInputProvider({ [`${PLACE}/${COMMON}`]: common }))
  }
  using document = XmlDocument.fromBuffer(readFileSync(join(folder, schema)), { url: `${PLACE}/${schema}` })
  const validator = XsdValidator.fromDoc(document)
  validators.set(schema, validator)
  return validator
}
