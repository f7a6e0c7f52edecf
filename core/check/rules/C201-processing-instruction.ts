import { keptMarkup } from '../markup.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Apart from the XML declaration the document holds no processing instruction, `xml-stylesheet` included.
 *
 * ## Why
 * EDGAR suspends a submission that has one; the schema files cannot see it. What EDGAR disseminates has none, so only
 * drafts are asked.
 *
 * ## Example
 * `<?xml-stylesheet href="form4.xsl"?>` above the root element.
 *
 * ## Fix
 * Take the instruction out.
 *
 * ## Source
 * ownership-xml.md rule 15 (EDGAR Ownership XML Technical Specification 5.5, section 5).
 */
export default rule({
  code: 'C201',
  name: 'processing-instruction',
  severity: 'suspends',
  message: 'The document holds the processing instruction {instruction}.',
  fix: 'Take it out; only the XML declaration may begin with <?.',
  source: 'ownership-xml.md rule 15 (EDGAR Ownership XML Technical Specification 5.5, section 5)',
  stage: 'draft',
  of: 'filing',
  check: (filing, report) => {
    const { around, spelled } = keptMarkup(filing)
    for (const { markup, path } of [...around, ...spelled]) {
      for (const [instruction] of markup.matchAll(/<\?(?!xml\s)[\s\S]*?\?>/g))
        report(path, { instruction: instruction.slice(0, 80) })
    }
  },
})
