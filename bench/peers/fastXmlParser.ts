import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Counts, DecimalSum, writtenDay } from '../counts.ts'
import { installedVersion } from '../peers.ts'
import type { Peer } from '../worker.ts'

/** What fast-xml-parser makes of an element: its text, or an object of its children, `@_` before attributes. */
type Parsed = string | { [name: string]: Parsed | Parsed[] }

interface Parser {
  parse(xml: string): Parsed
}

/**
 * fast-xml-parser, parsing only: what comes out is untyped and, in the timed rounds, not visited. Numbers stay text,
 * because as JavaScript numbers CIKs and prices would no longer be what was filed; that is also the quicker way.
 */
export async function load(peersFolder: string): Promise<Peer> {
  const { XMLParser } = createRequire(join(peersFolder, 'package.json'))('fast-xml-parser') as {
    XMLParser: new (options: object) => Parser
  }
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false })

  function run(documents: readonly Buffer[]): Counts {
    let refused = 0
    for (const document of documents) if (parse(parser, document) === undefined) refused += 1
    return { documents: documents.length, refused }
  }

  function audit(documents: readonly Buffer[]): Counts {
    const totals = new Totals()
    let refused = 0
    for (const document of documents) {
      const parsed = parse(parser, document)
      if (parsed === undefined) refused += 1
      else totals.addDocument(parsed)
    }
    return { documents: documents.length, refused, ...totals.counts() }
  }

  return { version: installedVersion('fast-xml-parser') ?? 'unknown', run, audit }
}

function parse(parser: Parser, document: Buffer): Parsed | undefined {
  try {
    return parser.parse(document.toString('utf8'))
  } catch {
    return undefined
  }
}

class Totals {
  private readonly named = new Map<string, number>()
  private elements = 0
  private footnoteReferences = 0
  private transactionDays = 0
  private readonly shares = new DecimalSum()
  private readonly prices = new DecimalSum()
  private defined = new Set<string>()
  private references: string[] = []

  addDocument(parsed: Parsed): void {
    this.defined = new Set()
    this.references = []
    this.addChildren(parsed)
    this.footnoteReferences += this.references.filter((id) => this.defined.has(id)).length
  }

  private addChildren(parsed: Parsed): void {
    if (typeof parsed === 'string') return
    for (const [name, children] of Object.entries(parsed)) {
      if (name === '#text' || name === '?xml' || name.startsWith('@_')) continue
      for (const child of Array.isArray(children) ? children : [children]) this.addElement(name, child)
    }
  }

  private addElement(name: string, element: Parsed): void {
    this.elements += 1
    this.named.set(name, (this.named.get(name) ?? 0) + 1)
    if (name === 'footnote') this.defined.add(textOf(element, '@_id'))
    if (name === 'footnoteId') this.references.push(textOf(element, '@_id'))
    if (name === 'transactionShares') this.shares.add(textOf(element, 'value'))
    if (name === 'transactionPricePerShare') this.prices.add(textOf(element, 'value'))
    if (name === 'transactionDate') this.transactionDays += writtenDay(textOf(element, 'value')) ?? 0
    this.addChildren(element)
  }

  counts(): Omit<Counts, 'documents'> {
    const count = (...names: string[]) => names.reduce((sum, name) => sum + (this.named.get(name) ?? 0), 0)
    return {
      elements: this.elements,
      transactions: count('nonDerivativeTransaction', 'derivativeTransaction'),
      holdings: count('nonDerivativeHolding', 'derivativeHolding'),
      footnotes: count('footnote'),
      footnoteReferences: this.footnoteReferences,
      transactionShares: this.shares.toString(),
      transactionPrices: this.prices.toString(),
      transactionDays: this.transactionDays,
    }
  }
}

function textOf(element: Parsed, name: string): string {
  const child = typeof element === 'string' ? undefined : element[name]
  return typeof child === 'string' ? child : ''
}
