import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A Form 3 or 3/A does not carry the Rule 10b5-1(c) box.
 *
 * ## Why
 * The schema lets it pass, but the specification marks it as not applicable: a value draws a warning and is discarded.
 * A Form 3 reports no trades.
 *
 * ## Example
 * `<aff10b5One>0</aff10b5One>` on a Form 3.
 *
 * ## Fix
 * Leave the element out.
 *
 * ## Source
 * ownership-xml.md rule 22 (EDGAR Ownership XML Technical Specification 5.5, section 4.3).
 */
export default rule({
  code: 'C208',
  name: 'plan-box-on-form-3',
  severity: 'warns',
  message: 'A Form 3 gives aff10b5One.',
  fix: 'Leave the element out.',
  source: 'ownership-xml.md rule 22 (EDGAR Ownership XML Technical Specification 5.5, section 4.3)',
  forms: ['3'],
  stage: 'draft',
  of: 'filing',
  check: ({ document: { aff10b5One } }, report) => {
    if (aff10b5One.present) report('/ownershipDocument/aff10b5One')
  },
})
