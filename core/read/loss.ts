import { MASKED_CCC, maskCccMarkup } from '../model/ccc.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { type ElementDefinition, elementNames, OWNERSHIP_DOCUMENT } from '../model/elements.ts'
import { excerpt } from './excerpt.ts'
import type { ReadResult } from './ownershipXml.ts'
import { countNodes, isBlank } from './xml/nodes.ts'
import { isProblem, parseXml } from './xml/parse.ts'
import type { XmlElement, XmlNode, XmlTree } from './xml/tree.ts'

/** Markup that the model has no field for: kept as it stands, at its place, and written back. */
export interface KeptMarkup {
  /** The code that says why: R130 to R136. */
  why: string
  path: string
  /** Where it stands in `reading.text`; for an attribute, its element's tag. */
  start: number
  end: number
  /** The attribute's name, for an attribute. */
  attribute?: string
  /** A short printable piece of it, a CCC masked. */
  excerpt: string
  /** Elements, attributes, texts and so on in it that no field of the model holds. */
  nodes: number
  /** Element names in it that the element table knows: known elements in a place, or in a number, unknown to it. */
  known: string[]
}

/** Where every node of a source went. */
export interface LossReport {
  kept: KeptMarkup[]
  /** What was mended, first why the source is not well-formed. */
  repaired: Diagnostic[]
  /** What mending could not place: it stands in the source and not in the document. */
  leftOut: Diagnostic[]
  /**
   * Elements, attributes, texts that are not blank, comments, instructions, CDATA sections of `reading.text`: all, those
   * in fields of the model, and those only kept. `total` is `model` + `kept`.
   */
  nodes: { total: number; model: number; kept: number }
}

/**
 * The loss report of a reading: what of the source no field of the model holds and is merely kept, what was mended, what
 * was left out, and how many nodes there are of each. Everything empty and 0 for a refused reading and for one that was
 * not read from XML. It goes by the source's tree and the element table alone, not by what the reader noted.
 */
export function lossReport(reading: Pick<ReadResult, 'outcome' | 'text' | 'diagnostics'>): LossReport {
  const { outcome, text } = reading
  const tree = outcome === 'refused' || text === '' ? undefined : parseXml(text)
  const account = new Account(text)
  if (tree && !isProblem(tree)) account.tree(tree)
  const { kept, total } = account
  const keptNodes = kept.reduce((sum, { nodes }) => sum + nodes, 0)
  const mending = outcome === 'refused' ? [] : reading.diagnostics.filter(({ code }) => MENDING.test(code))
  return {
    kept,
    repaired: mending.filter((diagnostic) => !isLeftOut(diagnostic)),
    leftOut: mending.filter(isLeftOut),
    nodes: { total, model: total - keptNodes, kept: keptNodes },
  }
}

/** Why a source is not well-formed, and what was mended in it; R231 joins lines that EDGAR had cut. */
const MENDING = /^R(?:1(?:1\d|2\d|39|4\d)|231)$/

function isLeftOut({ code, data }: Diagnostic): boolean {
  return code === 'R146' || code === 'R148' || (code === 'R143' && String(data.element).endsWith('left out'))
}

/** What is known of the element at hand. */
interface Context {
  children: readonly ElementDefinition[]
  /** Whether `footnoteId` may stand in it. */
  references: boolean
  path: string
}

class Account {
  readonly kept: KeptMarkup[] = []
  total = 0
  private readonly source: string
  private readonly counts = new Map<string, number>()

  constructor(source: string) {
    this.source = source
  }

  tree({ root, misc }: XmlTree): void {
    const { children } = OWNERSHIP_DOCUMENT
    for (const node of misc) this.stray(node, '')
    this.group(root, { children, references: false, path: `/${root.name}` })
  }

  private group(element: XmlElement, context: Context): void {
    const { children, path } = context
    this.element(element, path)
    const seen = new Set<string>()
    for (const node of element.children) {
      if (node.kind !== 'element') this.stray(node, path)
      else if (node.name === 'footnoteId' && context.references) this.reference(node, path)
      else {
        const home = children.find((child) => namesOf(child).includes(node.name))
        if (!home) this.keep(node, `${path}/${node.name}`, 'R130')
        else if (!isMany(home) && seen.has(node.name)) this.keep(node, `${path}/${node.name}`, 'R131')
        else this.known(node, home, path)
        seen.add(node.name)
      }
    }
  }

  private known(node: XmlElement, home: ElementDefinition, parent: string): void {
    const path = `${parent}/${node.name}${isMany(home) ? `[${this.count(node.name)}]` : ''}`
    if (home.shape === 'leaf' || home.shape === 'footnote') this.text(node, path, home.shape === 'footnote' ? 'id' : '')
    else if (home.shape === 'field') this.field(node, path)
    else this.group(node, { children: home.children, references: home.shape === 'group' && home.footnoteIds, path })
  }

  private count(name: string): number {
    const count = (this.counts.get(name) ?? 0) + 1
    this.counts.set(name, count)
    return count
  }

  private field(element: XmlElement, path: string): void {
    this.element(element, path)
    let valued = false
    for (const node of element.children) {
      if (node.kind !== 'element') this.stray(node, path)
      else if (node.name === 'footnoteId') this.reference(node, path)
      else if (node.name !== 'value') this.keep(node, `${path}/${node.name}`, 'R130')
      else if (valued) this.keep(node, `${path}/value`, 'R131')
      else {
        valued = true
        this.text(node, `${path}/value`)
      }
    }
  }

  /** An element whose text is the value. All text in it is, that of elements inside it too; their tags are not. */
  private text(element: XmlElement, path: string, attribute = ''): void {
    this.element(element, path, attribute)
    this.textIn(element, path)
  }

  private textIn(element: XmlElement, path: string): void {
    for (const node of element.children) {
      if (node.kind === 'text' || node.kind === 'cdata') this.total += countNodes(this.source, node)
      else if (node.kind !== 'element') this.stray(node, path)
      else {
        const nodes = 1 + node.attributes.length
        this.total += nodes
        this.push(node, path, 'R133', nodes, knownName(node))
        this.textIn(node, path)
      }
    }
  }

  /** A reference's id is in the model; whatever else it says is not. */
  private reference(node: XmlElement, path: string): void {
    if (!node.attributes.some(({ name }) => name === 'id')) {
      this.keep(node, path, 'R136')
      return
    }
    this.element(node, `${path}/footnoteId`, 'id')
    for (const child of node.children) {
      if (child.kind === 'element') this.keep(child, `${path}/footnoteId`, 'R133')
      else this.stray(child, `${path}/footnoteId`)
    }
  }

  /** An element with a home, and its attributes: one may have a home too. */
  private element(element: XmlElement, path: string, attribute = ''): void {
    this.total += 1 + element.attributes.length
    const tag = { start: element.start, end: element.openEnd }
    for (const { name } of element.attributes) {
      if (name !== attribute) this.push(tag, `${path}/@${name}`, 'R132', 1, [], name)
    }
  }

  /** What stands between elements. */
  private stray(node: XmlNode, path: string): void {
    if (isBlank(this.source, node)) return
    this.keep(node, path, node.kind === 'comment' ? 'R134' : node.kind === 'instruction' ? 'R135' : 'R133')
  }

  /** A node with all that is in it. */
  private keep(node: XmlNode, path: string, why: string): void {
    const nodes = countNodes(this.source, node)
    this.total += nodes
    this.push(node, path, why, nodes, knownNames(node))
  }

  private push(
    { start, end }: { start: number; end: number },
    path: string,
    why: string,
    nodes: number,
    known: string[],
    attribute?: string,
  ): void {
    // What stands in a CCC is a piece of it, were it a comment.
    const isSecret = path.endsWith('/rptOwnerCcc') && /^R13[345]$/.test(why)
    const markup = isSecret ? MASKED_CCC : excerpt(maskCccMarkup(this.source.slice(start, end)))
    this.kept.push({ why, path, start, end, ...(attribute && { attribute }), excerpt: markup, nodes, known })
  }
}

function knownName({ name }: XmlElement): string[] {
  return elementNames.has(name) ? [name] : []
}

function knownNames(node: XmlNode): string[] {
  if (node.kind !== 'element') return []
  return [...knownName(node), ...node.children.flatMap(knownNames)]
}

function namesOf(definition: ElementDefinition): readonly string[] {
  return definition.shape === 'rows' ? definition.elements : [definition.element]
}

function isMany(definition: ElementDefinition): boolean {
  return (
    definition.shape === 'rows' || definition.shape === 'footnote' || (definition.shape === 'group' && definition.many)
  )
}
