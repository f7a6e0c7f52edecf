import type { SuspensionName } from '../message.ts'
import { child, childrenOf, type Element } from '../xmlTree.ts'

/** What a rule found: which suspension, in words, at which element. No value of the filing is quoted but CIKs. */
export interface Finding {
  name: SuspensionName
  content: string
  at: Element
}

/** An ownership document with its parts at hand. */
export interface Form {
  root: Element
  /** `3` `3/A` … as the document says. */
  type: string
  owners: Element[]
  transactions: Element[]
  holdings: Element[]
}

/** The parts of a document. Its schema may be broken: whatever is not there is left out. */
export function formOf(root: Element): Form {
  const rows = ['nonDerivativeTable', 'derivativeTable'].flatMap((table) => child(root, table)?.children ?? [])
  return {
    root,
    type: child(root, 'documentType')?.text ?? '',
    owners: childrenOf(root, 'reportingOwner'),
    transactions: rows.filter(({ name }) => name.endsWith('Transaction')),
    holdings: rows.filter(({ name }) => name.endsWith('Holding')),
  }
}

/** A BOOL: 1 or `true`, with white space around it as XML Schema allows. */
export function isTrue(text: string): boolean {
  return /^\s*(?:1|true)\s*$/.test(text)
}
