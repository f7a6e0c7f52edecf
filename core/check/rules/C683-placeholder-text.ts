import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A footnote or the remarks with TBD, XXX, [●], [insert …], lorem ipsum, blanks of underscores, or of nothing but
 * *test*; an officer title or nature of ownership of such a word.
 *
 * ## Why
 * A draft was filed before it was finished.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * Footnote “Sold under a plan adopted on [date].”
 *
 * ## Fix
 * Write what was to be put in its place.
 *
 * ## Source
 * section16-rules.md 7.5 (a footnote explains the response it stands on).
 */
export default rule({
  code: 'C683',
  name: 'placeholder-text',
  severity: 'doubt',
  message: 'The text still holds a placeholder: {found}.',
  fix: 'Write what was to be put in its place.',
  source: 'section16-rules.md 7.5 (a footnote explains the response it stands on)',
  check: ({ document, rows }, report) => {
    const places: [string, string][] = document.footnotes.footnotes.map(({ text }, i) => [
      `/ownershipDocument/footnotes/footnote[${i + 1}]`,
      text,
    ])
    places.push(['/ownershipDocument/remarks', document.remarks.value ?? ''])
    for (const [i, { relationship }] of document.reportingOwners.entries()) {
      places.push([
        `/ownershipDocument/reportingOwner[${i + 1}]/reportingOwnerRelationship/officerTitle`,
        relationship.officerTitle.value ?? '',
      ])
    }
    for (const { row, path } of rows) {
      places.push([`${path}/ownershipNature/natureOfOwnership`, row.ownershipNature.natureOfOwnership.value ?? ''])
      places.push([`${path}/securityTitle`, row.securityTitle.value ?? ''])
    }
    for (const [path, text] of places) {
      const found = PLACEHOLDER.exec(text) ?? (text.length < 40 ? NOTHING_ELSE.exec(text) : null)
      if (found) report(path, { found: found[0].trim() })
    }
  },
})

const PLACEHOLDER =
  /\bTB[CD]\b|\bXXX+\b|\[\s*(?:●|•|\*|_+|X+|[Dd]ate|DATE|[Nn]ame|[Aa]mount|[Nn]umber|[Ii]nsert[^\]]*)?\s*\]|[Ll]orem ipsum|___/
const NOTHING_ELSE = /^\W*(?:test|testing|placeholder|to be (?:determined|completed|added))\W*$/i
