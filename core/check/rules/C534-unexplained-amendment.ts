import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A footnote or the remarks of an amendment speak of it.
 *
 * ## Why
 * An amendment restates only the lines that change, plus a footnote that says what and why. Without it a reader has to
 * compare two forms.
 *
 * Fires on less than 0.01 % of 14,054 accepted filings.
 *
 * ## Example
 * A 4/A without footnotes and remarks.
 *
 * ## Fix
 * Say in a footnote or in the remarks what changed and why.
 *
 * ## Source
 * section16-rules.md R5.2.2 [V:NASPP4A]
 */
export default rule({
  code: 'C534',
  name: 'unexplained-amendment',
  severity: 'doubt',
  message: 'Nothing says what this amendment changes, and why.',
  fix: 'Say in a footnote or in the remarks what changed and why.',
  source: 'section16-rules.md R5.2.2 [V:NASPP4A]',
  of: 'filing',
  check: ({ isAmendment, words }, report) => {
    if (isAmendment && !EXPLAINS.test(words)) report('/ownershipDocument/documentType')
  },
})

const EXPLAINS =
  /amend|correct|error|restat|inadvert|mis(?:stat|report|calculat|tak)|original|omit|previous|prior|revis|incorrect|was not|re-?fil|supplement|include/i
