import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A footnote has text.
 *
 * ## Why
 * A field may have a footnote in place of a value: where the footnote is empty the field says nothing. Schema and
 * specification are silent.
 *
 * ## Example
 * `<footnote id="F2"></footnote>`.
 *
 * ## Fix
 * Give the text. None is made up.
 *
 * ## Source
 * ownership-xml.md rule 51 (whether EDGAR refuses it is not known).
 */
export default rule({
  code: 'C263',
  name: 'empty-footnote',
  severity: 'doubt',
  message: 'Footnote {id} says nothing.',
  fix: 'Give its text, or take it and the references to it out.',
  source: 'ownership-xml.md rule 51 (whether EDGAR refuses it is not known)',
  of: 'footnotes',
  check: ({ id, text }, report) => {
    if (text.trim() === '') report('', { id })
  },
})
