import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A footnote or the remarks that name a footnote by a number for which the filing has none.
 *
 * ## Why
 * Texts are copied from an earlier filing whose footnotes were numbered otherwise.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * “See footnote 7” on a filing with three footnotes.
 *
 * ## Fix
 * Correct the number; it changes when footnotes are put in or taken out.
 *
 * ## Source
 * ownership-xml.md section 5.2.
 */
export default rule({
  code: 'C682',
  name: 'text-names-missing-footnote',
  severity: 'doubt',
  message: 'The text speaks of footnote {named}, which this filing does not have.',
  fix: 'Correct the number; it changes when footnotes are put in or taken out.',
  source: 'ownership-xml.md section 5.2',
  of: 'filing',
  check: (filing, report) => {
    if (!/footnotes?\s*\(?\s*\d/.test(filing.smallWords)) return
    const { document } = filing
    const { footnotes } = document.footnotes
    const ids = new Set(footnotes.map(({ id }) => id))
    const places = footnotes.map(({ text }, i) => ({ text, path: `/ownershipDocument/footnotes/footnote[${i + 1}]` }))
    places.push({ text: document.remarks.value ?? '', path: '/ownershipDocument/remarks' })
    for (const { text, path } of places) {
      if (!/footnote/i.test(text)) continue
      // Not those of another document: "footnote 3 to the financial statements", "footnote 2 of the Form 4 filed on".
      for (const found of text.matchAll(
        /\bfootnotes?\s*\(?\s*(\d{1,2})\b(?!\)?\s*(?:to|of|in)\s+(?:the|such|its|that|an?|our)\b)/gi,
      )) {
        if (!ids.has(`F${found[1]}`)) report(path, { named: found[1] ?? '' })
      }
    }
  },
})
