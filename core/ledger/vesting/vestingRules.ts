import type { DerivationRule } from '../derivation.ts'

const SPEC = 'section16-rules.md'

/** The sentences in which a vesting schedule is explained. */
export const vestingRules = {
  'vesting.read': {
    law: 'Form 4, Table II, column 6',
    says: 'Footnote {footnote} is read, {certainty}, from the words “{words}”.',
    source: `${SPEC} 6.1, 6.3 [K]`,
  },
  'vesting.left': {
    law: 'Form 4, Table II, column 6',
    says: 'Footnote {footnote} speaks of vesting, but is not understood to its last word ({reason}): nothing is taken from “{words}”.',
    source: `${SPEC} 6.1 [K]`,
  },
  'vesting.assumed': {
    law: 'Form 4, Table II, column 6',
    says: 'Taken for said, because it is usual: {reason}.',
    source: `${SPEC} 6.1 [K]`,
  },
  'vesting.totalGiven': {
    law: 'Form 4, Table II, column 7',
    says: 'The award is taken to be {shares} shares, as asked.',
    source: `${SPEC} 6.1 [K]`,
  },
  'vesting.totalFootnote': {
    law: 'Form 4, Table II, column 7',
    says: 'The award is {shares} shares, as the footnote says.',
    source: `${SPEC} 6.1 [K]`,
  },
  'vesting.totalGrant': {
    law: 'Form 4, Table II, column 7',
    says: 'The row reports the grant, so that the award is its {shares} shares.',
    source: `${SPEC} 6.1, 6.3 [K]`,
  },
  'vesting.totalHeld': {
    law: 'Form 4, Table II, column 7',
    says: 'The row reports a holding: the award is taken to be the {shares} shares still held, as if none had been exercised before.',
    source: `${SPEC} 6.1, 6.3 [K]`,
  },
  'vesting.totalCounts': {
    law: 'Form 4, Table II, column 7',
    says: 'The footnote numbers the shares of each day; together they are {shares}.',
    source: `${SPEC} 6.1 [K]`,
  },
  'vesting.totalDiffers': {
    law: 'Form 4, Table II, column 7',
    says: 'The shares that the footnote numbers are {counted} together, not {shares}: the row may be a part of the award, so the footnote is followed.',
    source: `${SPEC} 6.3 [K]`,
  },
  'vesting.totalUnknown': {
    law: 'Form 4, Table II, column 7',
    says: 'How many shares the award had is not said, and a row of code {code} is only a part of it: parts are shown instead of shares.',
    source: `${SPEC} 6.1 [K]`,
  },
  'vesting.grantDate': {
    law: 'Form 4, Table II, columns 3 and 6',
    says: 'Counted from the day of the grant, {day}.',
    source: `${SPEC} 6.1, 6.2 [K]`,
  },
  'vesting.firstDay': {
    law: 'Form 4, Table II, column 6',
    says: 'The footnote does not say when the first instalment vests; column 6 gives {day}.',
    source: `${SPEC} 6.3 [K]`,
  },
  'vesting.months': {
    law: 'Form 4, Table II, column 6',
    says: 'Months are counted from the anchor, to the last day of a month that has no such day; what vests on a day can be exercised on it.',
    source: `${SPEC} 6.2 [K]`,
  },
  'vesting.unknownDay': {
    law: 'Form 4, Table II, column 6',
    says: 'The day of {count} instalments is not known: {words}.',
    source: `${SPEC} 6.1 [K]`,
  },
  'vesting.convention': {
    law: 'practice; no rule says',
    says: 'Fractions of shares: {convention}; {meaning}.',
    source: `${SPEC} 6.2 [K]`,
  },
  'vesting.sixtyDays': {
    law: 'Rule 13d-3(d)(1)(i)',
    says: 'On {on}: within 60 days means by {through}, the 60th day included.',
    source: `${SPEC} 5.4, 4; 6.4 [V:13d-3]`,
  },
  'vesting.expired': {
    law: 'Rule 13d-3(d)(1)(i)',
    says: 'The right expired on {expiry}, before {on}.',
    source: `${SPEC} 6.4 [K]`,
  },
  'vesting.exercisedUnknown': {
    law: 'Rule 13d-3(d)(1)(i)',
    says: 'What has been exercised already is not known from this filing, and not taken off.',
    source: `${SPEC} 6.4 [K]`,
  },
} as const satisfies Readonly<Record<string, DerivationRule>>
