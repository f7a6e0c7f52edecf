export { addMonths } from './addMonths.ts'
export {
  cumulativeShares,
  DEFAULT_VESTING_CONVENTION,
  VESTING_CONVENTIONS,
  type VestingConvention,
} from './conventions.ts'
export { type AwardHistory, type Exercisable, exercisableOn } from './exercisable.ts'
export {
  type RowVesting,
  rowVestings,
  type VestingLine,
  type VestingQuestion,
  type VestingTable,
} from './rowVesting.ts'
export { type Award, type Instalment, type VestingSchedule, vestingSchedule } from './schedule.ts'
