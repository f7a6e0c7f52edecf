import { rule } from '../rule.ts'
import { NO_SYMBOL } from '../tradingSymbol.ts'

/**
 * ## What it checks
 * The trading symbol is written in capitals.
 *
 * ## Why
 * Exchanges write symbols in capitals; a lower-case letter can mean another thing (a preferred class).
 *
 * ## Example
 * `lkfo`.
 *
 * ## Fix
 * Write it in capitals.
 *
 * ## Source
 * ownership-xml.md sections 4 and 7.6.
 */
export default rule({
  code: 'C280',
  name: 'symbol-in-lower-case',
  severity: 'note',
  message: 'The trading symbol “{symbol}” has lower-case letters.',
  fix: 'Write it in capitals.',
  source: 'ownership-xml.md sections 4 and 7.6',
  of: 'filing',
  check: ({ document: { issuer } }, report) => {
    const symbol = issuer.tradingSymbol.value ?? ''
    if (/[a-z]/.test(symbol) && !NO_SYMBOL.test(symbol))
      report('/ownershipDocument/issuer/issuerTradingSymbol', { symbol })
  },
})
