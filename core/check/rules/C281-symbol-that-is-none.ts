import { rule } from '../rule.ts'
import { NO_SYMBOL } from '../tradingSymbol.ts'

/**
 * ## What it checks
 * An issuer without a trading symbol is given the word `NONE`.
 *
 * ## Why
 * The element must not be empty and there is no code for none; filers write `N/A`, `[None]`, `-` and so on. `NONE` is
 * the word most readers know.
 *
 * ## Example
 * `N/A`.
 *
 * ## Fix
 * Write `NONE`.
 *
 * ## Source
 * ownership-xml.md sections 4 and 7.6; section16-rules.md section 7.2.
 */
export default rule({
  code: 'C281',
  name: 'symbol-that-is-none',
  severity: 'note',
  message: 'The trading symbol “{symbol}” is no symbol and not the word NONE.',
  fix: 'Write NONE where the issuer has no symbol.',
  source: 'ownership-xml.md sections 4 and 7.6; section16-rules.md section 7.2',
  of: 'filing',
  check: ({ document: { issuer } }, report) => {
    const symbol = issuer.tradingSymbol.value ?? ''
    if (symbol.toUpperCase() === 'NONE' || !NO_SYMBOL.test(symbol)) return
    report('/ownershipDocument/issuer/issuerTradingSymbol', { symbol })
  },
})
