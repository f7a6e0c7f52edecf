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
  foreign: {
    law: 'Rule 3a12-3(b); Release 34-104903',
    says:
      'From {from} until {until} the issuer was a foreign private issuer ({source}): Section 16(b) does not apply to what ' +
      'was traded then, which is not a profit of zero.',
    source: `${SPEC} R1.3.1, R1.3.7 [V:FPI-M]`,
  },
  'foreign.notSaid': {
    law: 'Rule 3a12-3(b)',
    says: 'Nobody says that the issuer was a foreign private issuer at any time; it was taken for a domestic one.',
    source: `${SPEC} R1.3.7 [V:FPI-M]`,
  },
  status: {
    law: 'Exchange Act 16(b); Foremost-McKesson v. Provident; Reliance Electric v. Emerson Electric; Rule 16a-2',
    says:
      'Director or officer at either end of a pair is enough; a ten-percent owner must have owned more than ten percent ' +
      'immediately before both.',
    source: `${SPEC} 4.2, 6; R1.5.2 to R1.5.4 [K]`,
  },
  'status.facts': {
    law: 'Rule 16a-2',
    says: 'When the person was director, officer or ten-percent owner was given.',
    source: `${SPEC} R1.5.1 to R1.5.4`,
  },
  'status.boxes': {
    law: 'Rule 16a-2',
    says: 'What the person was at each trade was taken from the boxes of the report that states it.',
    source: `${SPEC} R1.5.1 to R1.5.4`,
  },
  attribution: {
    law: 'Rules 16a-1(a)(2) and 16a-8',
    says:
      'The trades of these accounts were taken for the person’s own, whole unless a part is given: {accounts}. Lines of ' +
      'joint reports and their repetitions were counted once.',
    source: `${SPEC} 4.4 [K]`,
  },
  exempt: {
    law: 'Rules 16b-3, 16b-5, 16b-6(b)',
    says: 'Transactions exempt by their code or by a fact given are passed over: {count}.',
    source: `${SPEC} 2.2, 2.4`,
  },
  twoTotals: {
    law: 'Rules 16b-3(d) to (f), 16b-6(b), 16b-8',
    says:
      'For {count} transactions the exemption turns on facts that were not given. The greatest profit is {ifExempt} if ' +
      'all of them are exempt, {ifNotExempt} if none is.',
    source: `${SPEC} 4.7`,
  },
  averages: {
    law: 'Staff letter of 2008-06-25',
    says:
      '{count} lots are at the average price of several trades; the trades one by one can give a greater profit. Give ' +
      'them as lots if they are known.',
    source: `${SPEC} 4.3, Numbers 3 [K]`,
  },
  split: {
    law: 'Rule 16a-9',
    says: 'Lots before {date} were counted in the shares that they became, {after} for {before} ({source}).',
    source: `${SPEC} 4.3, Numbers 4 [K]`,
  },
  derivatives: {
    law: 'Rules 16a-1(c), 16b-6(a)',
    says:
      'To acquire a right to buy or dispose of a right to sell is a purchase of the underlying; the reverse is a sale. ' +
      'Derivatives of identical terms match at their own prices; a short position that lapses matches with its writing, ' +
      'up to the premium.',
    source: `${SPEC} 4.5 [V:16b-6]`,
  },
  'mixedPairs.marketPrice': {
    law: 'Rule 16b-6(c)(2)',
    says:
      'A derivative and something of other terms match at the market prices of the underlying on the two days, the most ' +
      'that the rule allows; a trade in stock was taken to be at the market price.',
    source: `${SPEC} 4.5 (c)(2) [K]`,
  },
  'mixedPairs.derivativeValue': {
    law: 'Rule 16b-6(c)(2)',
    says:
      'A derivative and stock match by what the derivative was worth on the day of the other trade, where that is given, ' +
      'and never above the market prices of the underlying.',
    source: `${SPEC} 4.5 (c)(2) [K]`,
  },
  whatIf: {
    law: 'Exchange Act 16(b)',
    says:
      'A {side} at {price} matches every known trade of the other side that leaves a profit, to the last day of its ' +
      'window. From {day} on it matches none of them.',
    source: `${SPEC} 4.1, 4.2`,
  },
  'whatIf.known': {
    law: 'Exchange Act 16(b)',
    says:
      'Known were the trades of {owner} in these accounts: {accounts}, up to {upTo}. Trades not reported by then, of ' +
      'others whose trades count as this person’s own, or in other accounts are not in this answer, and they can match.',
    source: `${SPEC} 4.4`,
  },
  leftOut: {
    law: 'practice',
    says: 'Commissions were not deducted, dividends not added, interest not counted.',
    source: `${SPEC} 4.3, Numbers 5 and 6 [K?]`,
  },
  rounding: {
    law: 'practice',
    says: 'All sums are exact; the profit is rounded once, half up, to {rounded} dollars.',
    source: `${SPEC} 4.3, Numbers 2 [K]`,
  },
} as const satisfies Record<string, DerivationRule>

export type ShortSwingRule = keyof typeof shortSwingRules
