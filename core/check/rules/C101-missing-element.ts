import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Every element that the form must have stands in the document.
 *
 * ## Why
 * The schema gives each form its mandatory elements, an amendment the date of its original, a Form 4 or 5 since
 * 2023-03-20 the Rule 10b5-1 box; without one EDGAR suspends the filing.
 *
 * ## Example
 * A Form 4 without `issuerTradingSymbol`. (There is no code for “none”: filers write `NONE`.)
 *
 * ## Fix
 * Put the element in, with its value.
 *
 * ## Source
 * ownership-xml.md rule 20; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C101',
  name: 'missing-element',
  severity: 'suspends',
  message: 'The element {element} is missing.',
  fix: 'Put the element in, with its value.',
  source: 'ownership-xml.md rule 20; EDGAR ownership XML schema files of specification 5.5',
  insteadOf: ['C281'],
  of: 'schema',
  fault: 'missing-element',
})
