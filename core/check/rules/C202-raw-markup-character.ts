import { keptMarkup } from '../markup.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * In texts `>` and `"` are written as references, as `<` and `&` must be.
 *
 * ## Why
 * The specification asks for references for all four. XML alone forbids only `<` and `&`, so no parser finds the other
 * two. EDGAR writes all four as references itself, so only drafts are asked.
 *
 * ## Example
 * A footnote that says `the "Plan"` with plain quotation marks.
 *
 * ## Fix
 * Write `&gt;` and `&quot;`; writing the form with section16 does so.
 *
 * ## Source
 * ownership-xml.md rule 16 (EDGAR Ownership XML Technical Specification 5.5, sections 3.2 and 5).
 */
export default rule({
  code: 'C202',
  name: 'raw-markup-character',
  severity: 'suspends',
  message: 'The character {character} is written as it is in a text.',
  fix: 'Write > as &gt; and " as &quot;.',
  source: 'ownership-xml.md rule 16 (EDGAR Ownership XML Technical Specification 5.5, sections 3.2 and 5)',
  stage: 'draft',
  of: 'filing',
  check: (filing, report) => {
    for (const { markup, path } of keptMarkup(filing).spelled) {
      // Tags inside a text are another rule's; a CDATA section hides its characters from this one.
      const [character] = /[>"]/.exec(markup.replace(HIDDEN, '')) ?? []
      if (character !== undefined) report(path, { character })
    }
  },
})

const HIDDEN = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<[^>]*>/g
