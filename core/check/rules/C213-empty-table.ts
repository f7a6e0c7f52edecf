import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A table element holds at least one line.
 *
 * ## Why
 * EDGAR takes an empty table and disseminates it; 4,746 of 17,942 documents have one. It says nothing, and readers
 * have stumbled over it.
 *
 * ## Example
 * `<derivativeTable></derivativeTable>`.
 *
 * ## Fix
 * Leave the element out.
 *
 * ## Source
 * ownership-xml.md sections 7.7 and 8.
 */
export default rule({
  code: 'C213',
  name: 'empty-table',
  severity: 'note',
  message: 'Table {table} is an element without a line.',
  fix: 'Leave the element out.',
  source: 'ownership-xml.md sections 7.7 and 8',
  stage: 'draft',
  of: 'filing',
  check: ({ document: { nonDerivativeTable, derivativeTable } }, report) => {
    if (nonDerivativeTable.present && nonDerivativeTable.rows.length === 0) {
      report('/ownershipDocument/nonDerivativeTable', { table: 'I' })
    }
    if (derivativeTable.present && derivativeTable.rows.length === 0) {
      report('/ownershipDocument/derivativeTable', { table: 'II' })
    }
  },
})
