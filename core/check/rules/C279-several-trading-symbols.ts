import { rule } from '../rule.ts'
import { NO_SYMBOL } from '../tradingSymbol.ts'

/**
 * ## What it checks
 * The trading symbol is one symbol, without the name of an exchange.
 *
 * ## Why
 * EDGAR does not look at it, and who searches by symbol finds neither of two joined by a comma.
 *
 * ## Example
 * `LKFO, LKFOW`; `NYSE:LKFO`.
 *
 * ## Fix
 * None needed where the issuer has several classes; the CIK says who it is.
 *
 * ## Source
 * ownership-xml.md sections 4 and 7.6; section16-rules.md section 7.2.
 */
export default rule({
  code: 'C279',
  name: 'several-trading-symbols',
  severity: 'note',
  message: 'The trading symbol “{symbol}” names several, or an exchange too.',
  fix: 'Give the symbol of the class reported, alone.',
  source: 'ownership-xml.md sections 4 and 7.6; section16-rules.md section 7.2',
  of: 'filing',
  check: ({ document: { issuer } }, report) => {
    const symbol = issuer.tradingSymbol.value ?? ''
    if (/\w\s*[,;:/|&()]\s*\w|\w\s+(?:and\s+)?[A-Z]{2,}/i.test(symbol) && !NO_SYMBOL.test(symbol)) {
      report('/ownershipDocument/issuer/issuerTradingSymbol', { symbol })
    }
  },
})
