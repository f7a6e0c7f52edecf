import { footnotesOn } from '../lines.ts'
import { hasCodeOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A trading symbol of NONE on a report with a purchase or sale (P, S) whose footnotes speak of the open market, a
 * broker, an exchange or multiple trades.
 *
 * ## Why
 * What trades on a market has a symbol; readers find the issuer by it.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * NONE, code P, footnote “bought in open-market transactions”.
 *
 * ## Fix
 * Give the ticker of the class that was traded.
 *
 * ## Source
 * Form 4, item 2; section16-rules.md 7.2.
 */
export default rule({
  code: 'C686',
  name: 'no-symbol-but-market-trade',
  severity: 'note',
  message: 'The issuer has no trading symbol, but a footnote speaks of open-market trades.',
  fix: 'Give the ticker of the class that was traded.',
  source: 'Form 4, item 2; section16-rules.md 7.2',
  forms: ['4', '5'],
  of: 'filing',
  check: (filing, report) => {
    if (!/^none$/i.test(filing.document.issuer.tradingSymbol.value ?? '')) return
    const traded = filing.transactions.some(
      (row) =>
        hasCodeOf(row, 'PS') &&
        /open[\s-]market|multiple (?:trades|transactions)|NASDAQ|NYSE|brok(?:er|ered)/i.test(
          filing.textsOf(footnotesOn(row)),
        ),
    )
    if (traded) report('/ownershipDocument/issuer/issuerTradingSymbol')
  },
})
