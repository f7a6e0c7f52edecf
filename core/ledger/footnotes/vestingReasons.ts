/** Why a phrase is not read, or not certain, in words. The names are for programs, and for ever. */
export const vestingReasonWordings = {
  wordsNotUnderstood: 'not every word has its place in the grammar',
  performance: 'it hangs on results, not on days',
  otherTransaction: 'it is mentioned beside a withholding or a sale',
  addsUpToMore: 'the parts are more than the whole',
  amountsAndDaysDiffer: 'amounts and days do not go together',
  noDay: 'it names no day',
  numberOfInstalmentsUnknown: 'it does not say how many instalments there are',
  severalAwards: 'it speaks of several grants, and counts from the grant',
  ambiguousShare: 'a part can be one of the whole or one of the rest',
  ambiguousStart: 'its beginning can mean the first instalment or the day before the first step',
  dayOfMonthDiffers: 'the day of the month is not that of the first vesting',
  endDiffers: 'the end it names is not the one that follows',
  firstDayUnstated: 'the first day is not said',
  followsAssumed: 'the instalments follow the part before',
  roundedPercentage: 'a percentage is the rounded spelling of an equal part',
  stepAssumed: 'the instalments are spread evenly over the time',
  approximate: 'an approximate part is the exact one',
  endUnchecked: 'the end it names could not be compared',
} as const satisfies Readonly<Record<string, string>>

export type VestingReason = keyof typeof vestingReasonWordings
