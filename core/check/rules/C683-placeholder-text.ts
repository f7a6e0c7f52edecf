import { remembered } from '../remembered.ts'
import { NATURE } from '../rowFacts.ts'
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
  of: 'filing',
  check: (filing, report) => {
    const { document, rows, words } = filing
    // Most filings hold none: their footnotes and remarks are looked through together.
    const pattern = STARTS.some((start) => filing.mentions(start)) && PLACEHOLDER.test(words) ? PLACEHOLDER : null
    document.footnotes.footnotes.forEach(({ text }, i) => {
      const found = foundIn(text, pattern)
      if (found !== undefined) report(`/ownershipDocument/footnotes/footnote[${i + 1}]`, { found })
    })
    const inRemarks = foundIn(document.remarks.value, pattern)
    if (inRemarks !== undefined) report('/ownershipDocument/remarks', { found: inRemarks })
    document.reportingOwners.forEach(({ relationship }, i) => {
      const found = foundIn(relationship.officerTitle.value)
      if (found !== undefined)
        report(`/ownershipDocument/reportingOwner[${i + 1}]/reportingOwnerRelationship/officerTitle`, { found })
    })
    for (const line of rows) {
      const found = inNature(line.row.ownershipNature.natureOfOwnership.value ?? '')
      if (found !== null) report(`${line.path}/${NATURE}`, { found })
      const foundToo = inTitle(line.row.securityTitle.value ?? '')
      if (foundToo !== null) report(`${line.path}/securityTitle`, { found: foundToo })
    }
  },
})

function foundIn(text: string | undefined, pattern: RegExp | null = PLACEHOLDER): string | undefined {
  if (!text) return undefined
  const found = pattern?.exec(text) ?? (text.length < 40 ? NOTHING_ELSE.exec(text) : null)
  return found?.[0].trim()
}

/** Null where there is none: lines say the same one after the other, and an answer is what can be remembered. */
const inNature = remembered((text) => foundIn(text) ?? null)
const inTitle = remembered((text) => foundIn(text) ?? null)

const PLACEHOLDER =
  /\bTB[CD]\b|\bXXX+\b|\[\s*(?:●|•|\*|_+|X+|[Dd]ate|DATE|[Nn]ame|[Aa]mount|[Nn]umber|[Ii]nsert[^\]]*)?\s*\]|[Ll]orem ipsum|___/
/** One of them stands in whatever `PLACEHOLDER` finds. */
const STARTS = ['tb', 'xxx', '[', 'lorem', '___']
const NOTHING_ELSE = /^\W*(?:test|testing|placeholder|to be (?:determined|completed|added))\W*$/i
