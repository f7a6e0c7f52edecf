import { rule } from '../rule.ts'

/**
 * ## What it checks
 * In a draft, a typed signature begins with “/s/”.
 *
 * ## Why
 * The mark tells a signature from a printed name. Thirty filings in a hundred go without and are accepted, so a filed
 * form is not asked.
 *
 * ## Example
 * “Jane Doe”.
 *
 * ## Fix
 * Write /s/ before the name of who signs.
 *
 * ## Source
 * section16-rules.md 5.1 [K]; Regulation S-T 302
 */
export default rule({
  code: 'C522',
  name: 'unmarked-signature',
  severity: 'note',
  message: '“{name}” does not begin with /s/.',
  fix: 'Write /s/ before the name of who signs.',
  source: 'section16-rules.md 5.1 [K]; Regulation S-T 302',
  stage: 'draft',
  of: 'signatures',
  check: ({ name }, report) => {
    if (name.kind !== 'value' || /^\W*s\W*\/|^\s*\/s/i.test(name.value)) return
    report('signatureName', { name: name.value })
  },
})
