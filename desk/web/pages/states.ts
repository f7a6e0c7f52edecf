import type { Shape } from '../api/routes.ts'

/** The states of a submission in words. Only accepted is filed. */
export const STATES: Readonly<Record<Shape<'SubmissionStateName'>, string>> = {
  prepared: 'about to be sent',
  withdrawn: 'withdrawn before it was sent',
  sending: 'on its way',
  refused: 'refused: EDGAR did not take it',
  received: 'received: EDGAR has it and decides',
  accepted: 'accepted',
  suspended: 'suspended: EDGAR did not accept it',
  outcomeUnknown: 'outcome unknown: it may have been filed',
  resolved: 'resolved by a person',
}

/** States after which nothing more comes by itself. */
export const FINAL: ReadonlySet<Shape<'SubmissionStateName'>> = new Set([
  'withdrawn',
  'refused',
  'accepted',
  'suspended',
  'resolved',
])
