import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A table with 30 rows on a filing whose remarks and footnotes do not say that it is one of several.
 *
 * ## Why
 * Thirty is the limit of a report. A reader cannot see whether the rest stands elsewhere.
 *
 * Fires on 0.04 % of 14,041 accepted filings.
 *
 * ## Example
 * Thirty sales in Table I, no remark.
 *
 * ## Fix
 * Put further rows into a second report and say so in the remarks (“Form 1 of 2”).
 *
 * ## Source
 * ownership-xml.md section 6; section16-rules.md 0 (EDGAR_MAX_ROWS).
 */
export default rule({
  code: 'C654',
  name: 'table-full',
  severity: 'note',
  message: 'Table {table} has {rows} rows, as many as a report holds: are there more?',
  fix: 'Put further rows into a second report and say so in the remarks (“Form 1 of 2”).',
  source: 'ownership-xml.md section 6; section16-rules.md 0 (EDGAR_MAX_ROWS)',
  of: 'filing',
  check: ({ rows, words }, report) => {
    if (rows.length < 30) return
    if (
      /\b(?:form|report|filing|part|page)s?\b[^.]{0,60}\bof\b|\d\s+of\s+\d|(?:two|three|four|several|multiple|additional|second|another|first|separate)[^.]{0,40}(?:form|report|filing)|30 (?:transactions|rows|lines)/i.test(
        words,
      )
    )
      return
    for (const table of ['I', 'II'] as const) {
      const count = rows.filter((row) => row.table === table).length
      if (count < 30) continue
      const element = table === 'I' ? 'nonDerivativeTable' : 'derivativeTable'
      report(`/ownershipDocument/${element}`, { table, rows: count })
    }
  },
})
