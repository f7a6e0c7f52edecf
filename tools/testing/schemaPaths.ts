import { isProblem, parseXml } from '../../core/read/xml/parse.ts'
import type { XmlElement } from '../../core/read/xml/tree.ts'
import { commonSchemaFile, schemaFile, schemaText } from './xsd.ts'

/**
 * Every element and attribute path that the SEC's schema of a document type knows: `/ownershipDocument/remarks`, an
 * attribute as `…/@id`. Read from the schema file itself, so that nobody has to keep a list.
 */
export function schemaPaths(type: string): Set<string> {
  const schemas = [schemaFile(type), commonSchemaFile].map(parse)
  const types = new Map(
    schemas
      .flatMap(elementsOf)
      .filter(({ name }) => name === 'xs:complexType')
      .map((definition) => [attribute(definition, 'name'), definition]),
  )
  const paths = new Set<string>()
  const visit = (definition: XmlElement | undefined, path: string): void => {
    if (!definition) return
    for (const child of elementsOf(definition)) {
      const name = attribute(child, 'name')
      if (child.name === 'xs:attribute') paths.add(`${path}/@${name}`)
      else if (child.name === 'xs:element') {
        paths.add(`${path}/${name}`)
        const inline = elementsOf(child).find((one) => one.name === 'xs:complexType')
        visit(inline ?? types.get(attribute(child, 'type')), `${path}/${name}`)
      } else if (child.name === 'xs:sequence' || child.name === 'xs:choice') visit(child, path)
    }
  }
  visit(schemas[0], '')
  return paths
}

/** Every element and attribute path of a document. */
export function documentPaths(xml: string): Set<string> {
  const paths = new Set<string>()
  const visit = (element: XmlElement, above: string): void => {
    const path = `${above}/${element.name}`
    paths.add(path)
    for (const { name } of element.attributes) paths.add(`${path}/@${name}`)
    for (const child of elementsOf(element)) visit(child, path)
  }
  visit(rootOf(xml), '')
  return paths
}

const parse = (file: string): XmlElement => rootOf(schemaText(file))

function rootOf(xml: string): XmlElement {
  const tree = parseXml(xml)
  if (isProblem(tree)) throw new Error(`not well-formed: ${tree.code}`)
  return tree.root
}

function elementsOf({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => child.kind === 'element')
}

function attribute({ attributes }: XmlElement, name: string): string | undefined {
  return attributes.find((one) => one.name === name)?.value
}
