/** A form as EDGAR shows it to everybody. Source: EDGAR Ownership XML Technical Specification 5.5; filings of 2023. */

import { currentVersion } from './rules/markup.ts'
import { cikIn } from './rules/owners.ts'
import { formOf } from './rules/rule.ts'
import { child, type Element, textAt } from './xmlTree.ts'

/**
 * EDGAR's own serialisation of a document that it accepted: CCC gone, CIKs of ten digits, names, version and derived
 * flags put in, city and street in capitals, its layout. (The address of record, put in where none is given, is not
 * known to the rehearsal.)
 */
export function disseminated(root: Element, nameOf: (cik: string) => string): string {
  const form = formOf(root)
  const changed = root.children.flatMap((one): Element[] => {
    if (one.name === 'documentType') return [leaf('schemaVersion', currentVersion(form.type)), one]
    if (DERIVED.has(one.name)) return []
    if (one.name === 'issuer') return [...derivedFlags(root), named(one, 'issuerCik', 'issuerName', nameOf)]
    if (one.name === 'reportingOwner') return [ownerOf(one, nameOf)]
    return one.name === 'aff10b5One' && form.type.startsWith('3') ? [] : [one]
  })
  const body = changed.map((one) => `\n${written(one, '    ')}`).join('')
  return `<?xml version="1.0"?>\n<ownershipDocument>\n${body}</ownershipDocument>\n`
}

const DERIVED = new Set(['schemaVersion', 'noSecuritiesOwned', 'form3HoldingsReported', 'form4TransactionsReported'])

function derivedFlags(root: Element): Element[] {
  const { type, transactions, holdings } = formOf(root)
  const formTypes = (rows: readonly Element[]) =>
    rows.map((row) => textAt(row, 'transactionCoding', 'transactionFormType'))
  if (type.startsWith('3')) return [leaf('noSecuritiesOwned', holdings.length === 0 ? '1' : '0')]
  if (!type.startsWith('5')) return []
  return [
    leaf('form3HoldingsReported', formTypes(holdings).includes('3') ? '1' : '0'),
    leaf('form4TransactionsReported', formTypes(transactions).includes('4') ? '1' : '0'),
  ]
}

function ownerOf(owner: Element, nameOf: (cik: string) => string): Element {
  return withChildren(owner, (part) => {
    if (part.name === 'reportingOwnerId') return [named(part, 'rptOwnerCik', 'rptOwnerName', nameOf)]
    if (part.name !== 'reportingOwnerAddress') return [part]
    return [withChildren(part, (line) => [CAPITALS.has(line.name) ? leaf(line.name, line.text.toUpperCase()) : line])]
  })
}

const CAPITALS = new Set(['rptOwnerStreet1', 'rptOwnerStreet2', 'rptOwnerCity'])

/** The CIK in ten digits, EDGAR's name behind it, and no CCC. */
function named(group: Element, cikName: string, nameName: string, nameOf: (cik: string) => string): Element {
  const cik = cikIn(child(group, cikName)?.text ?? '')
  return withChildren(group, (one) => {
    if (one.name === cikName) return [leaf(cikName, cik), leaf(nameName, nameOf(cik))]
    return one.name === nameName || one.name === 'rptOwnerCcc' ? [] : [one]
  })
}

function withChildren(element: Element, change: (one: Element) => Element[]): Element {
  return { ...element, children: element.children.flatMap(change) }
}

function leaf(name: string, text: string): Element {
  return { name, text, line: 0, attributes: {}, children: [] }
}

function written({ name, text, attributes, children }: Element, indent: string): string {
  const open = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ')
  if (name === 'footnoteId') return `${indent}<${open}/>\n`
  if (children.length === 0) return `${indent}<${open}>${escaped(text)}</${name}>\n`
  const inside = children.map((one) => written(one, `${indent}    `)).join('')
  return `${indent}<${open}>\n${inside}${indent}</${name}>\n`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => REFERENCES[character] ?? character)
}

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
