import { securityTitle } from './facts.ts'
import type { Stock } from './security.ts'

/** The title of the class in Table I. */
export const stockTitle = securityTitle({
  question: 'Which class of stock? The title as in the issuer’s earlier reports: “Common Stock”',
  why: 'Totals are kept for each class; another title is another class.',
  source: 'Form 4, Table I column 1, General Instructions 3(b), 4(a)(i)',
})

export function stock(title: string): Stock {
  return { table: 'I', title }
}
