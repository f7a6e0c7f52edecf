import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An address outside the United States has no state of the United States.
 *
 * ## Why
 * Flag and state contradict one another.
 *
 * ## Example
 * Flag `true` with `rptOwnerState` `NY`.
 *
 * ## Fix
 * Look where the owner is; correct the flag or take the state out.
 *
 * ## Source
 * ownership-xml.md sections 4.1 and 10 (EDGAR Ownership XML Technical Specification 5.5, section 3.3).
 */
export default rule({
  code: 'C232',
  name: 'foreign-address-with-state',
  severity: 'doubt',
  message: 'The address is outside the United States and has the state {state}.',
  fix: 'Correct the flag, or take the state out.',
  source: 'ownership-xml.md sections 4.1 and 10 (EDGAR Ownership XML Technical Specification 5.5, section 3.3)',
  from: '2026-03-18',
  of: 'owners',
  check: (owner, report) => {
    const { nonUSAddressFlag, state } = owner.address
    if (nonUSAddressFlag.value === true && state.kind === 'value') {
      report('reportingOwnerAddress/rptOwnerState', { state: state.value })
    }
  },
})
