import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A date ends after its day.
 *
 * ## Why
 * The schema type allows a zone behind the day (`-05:00`, `Z`), and programs that take a time for a date write it.
 * Form dates are days; a zone means nothing.
 *
 * ## Example
 * `2026-04-02-05:00`.
 *
 * ## Fix
 * Cut the zone off.
 *
 * ## Source
 * ownership-xml.md sections 2 and 7.7.
 */
export default rule({
  code: 'C209',
  name: 'date-with-zone',
  severity: 'note',
  message: 'The date {written} has a time zone.',
  fix: 'Write YYYY-MM-DD and nothing after it.',
  source: 'ownership-xml.md sections 2 and 7.7',
  stage: 'draft',
  of: 'fields',
  check: ({ field, definition: { type } }, report) => {
    if (type !== 'date' || field.isCanonical || field.kind !== 'value') return
    const written = field.written.trim()
    if (written.length > 10) report('', { written })
  },
})
