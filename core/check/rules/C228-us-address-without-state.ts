import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An address whose flag says that it is in the United States names a state.
 *
 * ## Why
 * The state is mandatory then; the schema cannot say so.
 *
 * ## Example
 * Flag `false` and an empty `rptOwnerState`.
 *
 * ## Fix
 * Give the state by its code, or correct the flag.
 *
 * ## Source
 * ownership-xml.md rule 31 (EDGAR Ownership XML Technical Specification 5.5, section 3.3).
 */
export default rule({
  code: 'C228',
  name: 'us-address-without-state',
  severity: 'suspends',
  message: 'The address is in the United States and names no state.',
  fix: 'Give rptOwnerState.',
  source: 'ownership-xml.md rule 31 (EDGAR Ownership XML Technical Specification 5.5, section 3.3)',
  from: '2026-03-18',
  of: 'owners',
  check: (owner, report) => {
    const { nonUSAddressFlag, state } = owner.address
    if (nonUSAddressFlag.value === false && state.kind === 'absent') report('reportingOwnerAddress/rptOwnerState')
  },
})
