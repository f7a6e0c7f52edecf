import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A trading symbol, a security title and a signature’s name are not empty.
 *
 * ## Why
 * The schema wants at least one character there; an issuer without a symbol is written `NONE`.
 *
 * ## Example
 * An empty `issuerTradingSymbol`.
 *
 * ## Fix
 * Give the text; `NONE` where the issuer has no symbol.
 *
 * ## Source
 * ownership-xml.md rule 20 and section 4; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C121',
  name: 'text-too-short',
  severity: 'suspends',
  message: '{element} has to say something.',
  fix: 'Give the text; `NONE` where the issuer has no symbol.',
  source: 'ownership-xml.md rule 20 and section 4; EDGAR ownership XML schema files of specification 5.5',
  insteadOf: ['C281'],
  of: 'schema',
  fault: 'text-too-short',
})
