import type { DerivationRule } from '../derivation.ts'

const SPEC = 'section16-rules.md'

/** The sentences in which short-swing profit is explained. */
export const shortSwingRules = {
  window: {
    law: 'Exchange Act 16(b); Stella v. Graham-Paige; Colonial Realty v. MacWilliams, 381 F. Supp. 26',
    says:
      'A purchase and a sale, whichever comes first, match within a period of less than six months: from the day of the ' +
      'earlier to the second day before its six-month anniversary. Days are not split; weekends do not extend it.',
    source: `${SPEC} 4.1 [V:COL74]`,
  },
  'monthEnd.nextMonthFirst': {
    law: 'no authority known',
    says: 'Where the month of the anniversary has no such day, the 1st of the month after was taken: the wider window.',
    source: `${SPEC} 4.1 [K?]`,
  },
  'monthEnd.clamp': {
    law: 'no authority known',
    says: 'Where the month of the anniversary has no such day, its last day was taken: the narrower window.',
    source: `${SPEC} 4.1 [K?]`,
  },
  greatest: {
    law: 'Smolowe v. Delendo, 136 F.2d 231; Gratz v. Claughton',
    says:
      'Of all ways to match purchases with sales the one with the greatest profit counts: {profit}. A lot may be split, ' +
      'no share is used twice, pairs at a loss are disregarded.',
    source: `${SPEC} 4.3 [V:SMO]`,
  },
  certificate: {
    law: 'duality of linear programs',
    says:
      'Each lot has a number, none negative; two together are at least the profit on a share of any pair that may match; ' +
      'times their shares they add up to {profit}. So no way of matching has more. Checked apart from the search.',
    source: `${SPEC} 4.3`,
  },
  beside: {
    law: 'Smolowe v. Delendo, 136 F.2d 231',
    says:
      'Lowest in, highest out, taken lot by lot, comes to {lowestInHighestOut}; first in, first out to ' +
      '{firstInFirstOut}. Either can fall short of the greatest profit.',
    source: `${SPEC} 4.3 [V:CHIN]`,
  },
  rounding: {
    law: 'practice',
    says: 'All sums are exact; the profit is rounded once, half up, to {rounded} dollars.',
    source: `${SPEC} 4.3, Numbers 2 [K]`,
  },
} as const satisfies Record<string, DerivationRule>

export type ShortSwingRule = keyof typeof shortSwingRules
