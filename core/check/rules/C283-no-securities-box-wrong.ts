import { rule } from '../rule.ts'

/**
 * ## What it checks
 * On a Form 3 as disseminated `noSecuritiesOwned` is true where no line stands and false where one does.
 *
 * ## Why
 * EDGAR works it out; true means that none are owned (the specification says it the wrong way round). A contradiction
 * means that the file was changed or made by somebody else.
 *
 * ## Example
 * `1` beside two holdings.
 *
 * ## Fix
 * Compare with EDGAR.
 *
 * ## Source
 * ownership-xml.md section 4 (noSecuritiesOwned).
 */
export default rule({
  code: 'C283',
  name: 'no-securities-box-wrong',
  severity: 'doubt',
  message: 'noSecuritiesOwned is {said}, and the form lists {count} lines.',
  fix: 'Go by the lines.',
  source: 'ownership-xml.md section 4 (noSecuritiesOwned)',
  forms: ['3'],
  stage: 'filed',
  of: 'filing',
  check: ({ document: { noSecuritiesOwned }, rows }, report) => {
    const said = noSecuritiesOwned.value
    if (said === undefined || said === (rows.length === 0)) return
    report('/ownershipDocument/noSecuritiesOwned', { said, count: rows.length })
  },
})
