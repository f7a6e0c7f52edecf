export { type ClockChange, RehearsalClock } from './clock.ts'
export { eastern, easternMoment } from './easternTime.ts'
export type { Fault, FaultKind, FaultOn } from './faults.ts'
export { type FilerSetup, isFilerSetup } from './filerSetup.ts'
export { NotAJournalError } from './journal.ts'
export {
  isRehearsalAccession,
  type RehearsalEdgar,
  USUAL_TIMING,
} from './rehearsalEdgar.ts'
export { type Rehearsal, type RehearsalOptions, startRehearsal } from './startRehearsal.ts'
export type { Role, Timing } from './state.ts'
