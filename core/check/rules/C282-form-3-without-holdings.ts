import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A Form 3 to be filed lists holdings, or is meant to say that there are none.
 *
 * ## Why
 * A Form 3 is due even where nothing is owned. EDGAR works out `noSecuritiesOwned` itself, so that a draft whose
 * holdings were forgotten becomes a statement that there are none.
 *
 * ## Example
 * A Form 3 with two empty tables.
 *
 * ## Fix
 * A person confirms that nothing is owned, or lists the holdings.
 *
 * ## Source
 * Form 3, General Instruction 5; ownership-xml.md section 7.6.
 */
export default rule({
  code: 'C282',
  name: 'form-3-without-holdings',
  severity: 'note',
  message: 'The form lists no holding: EDGAR will print that no securities are beneficially owned.',
  fix: 'Look whether that is so.',
  source: 'Form 3, General Instruction 5; ownership-xml.md section 7.6',
  forms: ['3'],
  stage: 'draft',
  of: 'filing',
  check: ({ rows }, report) => {
    if (rows.length === 0) report('/ownershipDocument')
  },
})
