import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Counts, DecimalSum, writtenDay } from '../counts.ts'
import { installedVersion } from '../peers.ts'
import type { Peer } from '../worker.ts'

/** The part of saxes 6 that is used. */
interface SaxesParser {
  on(event: 'opentag', handler: (tag: { name: string; attributes: Record<string, string> }) => void): void
  on(event: 'closetag', handler: () => void): void
  on(event: 'text', handler: (text: string) => void): void
  on(event: 'error', handler: (error: Error) => void): void
  write(text: string): SaxesParser
  close(): SaxesParser
}

/** saxes: a strict reader of XML events. Nothing is built from the events, so it does less than a reader of documents. */
export async function load(peersFolder: string): Promise<Peer> {
  const { SaxesParser } = createRequire(join(peersFolder, 'package.json'))('saxes') as {
    SaxesParser: new (options: { position: boolean }) => SaxesParser
  }

  function run(documents: readonly Buffer[]): Counts {
    let refused = 0
    let elements = 0
    let textLength = 0
    for (const document of documents) {
      // Without positions, as that is quicker.
      const parser = new SaxesParser({ position: false })
      let broken = false
      parser.on('opentag', () => {
        elements += 1
      })
      parser.on('closetag', () => {})
      parser.on('text', (text) => {
        textLength += text.length
      })
      parser.on('error', () => {
        broken = true
      })
      parser.write(document.toString('utf8')).close()
      if (broken) refused += 1
    }
    // Looked at, so that no compiler can leave the texts out.
    if (textLength < 0) throw new Error('texts cannot be shorter than nothing')
    return { documents: documents.length, refused, elements }
  }

  function audit(documents: readonly Buffer[]): Counts {
    const totals = new Totals()
    for (const document of documents) auditDocument(new SaxesParser({ position: false }), document, totals)
    return totals.counts()
  }

  return { version: installedVersion('saxes') ?? 'unknown', run, audit }
}

class Totals {
  documents = 0
  refused = 0
  elements = 0
  attributes = 0
  textBytes = 0
  readonly named = new Map<string, number>()
  footnoteReferences = 0
  transactionDays = 0
  readonly shares = new DecimalSum()
  readonly prices = new DecimalSum()

  counts(): Counts {
    const count = (...names: string[]) => names.reduce((sum, name) => sum + (this.named.get(name) ?? 0), 0)
    return {
      documents: this.documents,
      refused: this.refused,
      elements: this.elements,
      attributes: this.attributes,
      textBytes: this.textBytes,
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

function auditDocument(parser: SaxesParser, document: Buffer, totals: Totals): void {
  const open: string[] = []
  const defined = new Set<string>()
  const references: string[] = []
  let broken = false
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name)
    totals.elements += 1
    totals.attributes += Object.keys(attributes).length
    totals.named.set(name, (totals.named.get(name) ?? 0) + 1)
    if (name === 'footnote') defined.add(attributes.id ?? '')
    if (name === 'footnoteId') references.push(attributes.id ?? '')
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', (text) => {
    if (text.trim() === '') return
    totals.textBytes += Buffer.byteLength(text)
    if (open.at(-1) === 'value') addValue(open.at(-2) ?? '', text, totals)
  })
  parser.on('error', () => {
    broken = true
  })
  parser.write(document.toString('utf8')).close()
  totals.documents += 1
  if (broken) totals.refused += 1
  totals.footnoteReferences += references.filter((id) => defined.has(id)).length
}

function addValue(field: string, text: string, totals: Totals): void {
  if (field === 'transactionShares') totals.shares.add(text)
  if (field === 'transactionPricePerShare') totals.prices.add(text)
  if (field === 'transactionDate') totals.transactionDays += writtenDay(text) ?? 0
}
