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

let including = false
const validators = new Map<string, XsdValidator>()

/**
 * What the SEC's schema has against a document, as libxml2 says it; nothing where it is valid. `type`: a document type
 * or `edgarSubmission`. libxml2 does not check that a footnote reference has its footnote.
 */
export function schemaComplaints(xml: string, type: string): string[] {
  const validator = validators.get(type) ?? compile(type)
  validators.set(type, validator)
  return complaintsOf(() => {
    using document = XmlDocument.fromString(xml)
    validator.validate(document)
  })
}

function compile(type: string): XsdValidator {
  if (!including) {
    // `schemaLocation=".//…"` is looked for beside the schema, so both are given the same made-up folder.
    xmlRegisterInputProvider(new XmlBufferInputProvider({ [`xsd/${COMMON}`]: readFileSync(join(folder, COMMON)) }))
    including = true
  }
  const file = schemaFile(type)
  using schema = XmlDocument.fromBuffer(readFileSync(join(folder, file)), { url: `xsd/${file}` })
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
