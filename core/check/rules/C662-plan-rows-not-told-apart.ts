import { codeOf, footnotesOn } from '../lines.ts'
import { speaksOfPlan } from '../phrases.ts'
import { hasCodeOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The box is true on a filing with market trades (P, S) of more than one day or of both ways, no footnote on any row
 * speaks of a plan, and the remarks do not say that all were made under it.
 *
 * ## Why
 * The box stands for the whole form. Without a footnote on the rows nobody knows which trades have the defence.
 *
 * Fires on 0.04 % of 14,041 accepted filings.
 *
 * ## Example
 * Two sales of different days, box true, no footnote.
 *
 * ## Fix
 * Put the footnote on the plan on each row it concerns.
 *
 * ## Source
 * Form 4, General Instruction 10; section16-rules.md 5.6 (one flag per form, so the footnote must say which rows).
 */
export default rule({
  code: 'C662',
  name: 'plan-rows-not-told-apart',
  severity: 'doubt',
  message:
    'The Rule 10b5-1 box is checked, but no footnote says which of the {rows} market trades were made under the plan.',
  fix: 'Put the footnote on the plan on each row it concerns.',
  source:
    'Form 4, General Instruction 10; section16-rules.md 5.6 (one flag per form, so the footnote must say which rows)',
  forms: ['4', '5'],
  from: '2023-04-01',
  of: 'filing',
  check: (filing, report) => {
    const { document, transactions } = filing
    if (document.aff10b5One.value !== true) return
    const trades = transactions.filter((row) => hasCodeOf(row, 'PS'))
    const kinds = new Set(trades.map((row) => `${codeOf(row)} ${String(row.row.transactionDate.value)}`))
    if (
      kinds.size < 2 ||
      /\b(?:all|each|every|the)\b.{0,40}(?:transaction|trade|sale)/i.test(document.remarks.value ?? '')
    )
      return
    if (transactions.some((row) => speaksOfPlan(filing.textsOf(footnotesOn(row))))) return
    report('/ownershipDocument/aff10b5One', { rows: trades.length })
  },
})
