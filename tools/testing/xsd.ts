import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlBufferInputProvider, XmlDocument, XmlLibError, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm'
import { root } from '../repository.ts'

/** The SEC's schema files of today. */
const folder = join(root, 'cases/xsd')
const COMMON = 'ownershipDocumentCommon.xsd.xml'

/** The schema file of a document type, `4/A`, or of the `edgarSubmission` around it. */
export function schemaFile(type: string): string {
  return type === 'edgarSubmission' ? 'edgarSubmission.xsd.xml' : `ownership${type.replace('/', '')}Document.xsd.xml`
}

/** The text of a schema file, without what it includes. */
export function schemaText(file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}

/** The file that the six others include. */
export const commonSchemaFile = COMMON

/** The schema of specification 5.5, or that of Forms 4 and 4/A before 2023-03-20. */
export type SchemaEdition = 'today' | 'x0306'

const FOLDERS: Readonly<Record<SchemaEdition, string>> = { today: folder, x0306: join(folder, 'x0306') }

let including = false
const validators = new Map<string, XsdValidator>()

/**
 * What the SEC's schema has against a document, as libxml2 says it; nothing where it is valid. `type`: a document type
 * or `edgarSubmission`. libxml2 does not check that a footnote reference has its footnote.
 */
export function schemaComplaints(xml: string, type: string, edition: SchemaEdition = 'today'): string[] {
  const key = `${edition} ${type}`
  const validator = validators.get(key) ?? compile(type, edition)
  validators.set(key, validator)
  return complaintsOf(() => {
    using document = XmlDocument.fromString(xml)
    validator.validate(document)
  })
}

function compile(type: string, edition: SchemaEdition): XsdValidator {
  if (!including) {
    // `schemaLocation=".//…"` is looked for beside the schema, so both are given the same made-up folder.
    const common = Object.entries(FOLDERS).map(([name, path]) => [
      `${name}/${COMMON}`,
      readFileSync(join(path, COMMON)),
    ])
    xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(common) as Record<string, Uint8Array>))
    including = true
  }
  const file = schemaFile(type)
  using schema = XmlDocument.fromBuffer(readFileSync(join(FOLDERS[edition], file)), { url: `${edition}/${file}` })
  return XsdValidator.fromDoc(schema)
}

function complaintsOf(work: () => void): string[] {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error
    return error.details.map(({ message, line }) => `line ${line}: ${message.trim()}`)
  }
}
