import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A footnote that begins as a continuation of another one by number, where that one is not the footnote before it; or
 * one that says it is continued in a footnote that is not the next one.
 *
 * ## Why
 * A long text is cut over several footnotes and read in their order.
 *
 * Fires on 0.01 % of 14,041 accepted filings.
 *
 * ## Example
 * F3 begins “(Continued from footnote 1)”, and F2 is something else.
 *
 * ## Fix
 * Put the continuation right after what it continues.
 *
 * ## Source
 * ownership-xml.md section 6 (a text over 1,000 characters is continued in the next footnote).
 */
export default rule({
  code: 'C681',
  name: 'continuation-out-of-order',
  severity: 'doubt',
  message: 'Footnote {id} continues footnote {from}, which does not stand before it.',
  fix: 'Put the continuation right after what it continues.',
  source: 'ownership-xml.md section 6 (a text over 1,000 characters is continued in the next footnote)',
  of: 'filing',
  check: (filing, report) => {
    if (!CONTINUATION.test(filing.smallWords)) return
    const { footnotes } = filing.document.footnotes
    footnotes.forEach(({ id, text }, i) => {
      if (!/cont/i.test(text)) return
      const back = /^\W*cont(?:inued|'d|\.)?\s+(?:from|of)\s+(?:foot)?note\s*\(?\s*(\d+)/i.exec(text)?.[1]
      if (back !== undefined && footnotes[i - 1]?.id !== `F${back}`) {
        report(`/ownershipDocument/footnotes/footnote[${i + 1}]`, { id, from: `F${back}` })
      }
      const on = /cont(?:inued|'d|\.)?\s+(?:in|on|at|to)\s+(?:foot)?note\s*\(?\s*(\d+)\W*$/i.exec(text)?.[1]
      if (on === undefined || footnotes[i + 1]?.id === `F${on}`) return
      report(`/ownershipDocument/footnotes/footnote[${i + 1}]`, { id: `F${on}`, from: id })
    })
  },
})

/** What both expressions above begin with, in small letters. */
const CONTINUATION = /cont(?:inued|'d|\.)?\s+(?:from|of|in|on|at|to)\s+(?:foot)?note/
