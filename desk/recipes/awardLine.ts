import { derivative, type Given, onlyWhen, type When } from './facts.ts'
import type { IssuerPractice } from './issuerPractice.ts'
import { unitTitle } from './units.ts'

const isInTableII: When = (_: Given, { unitsIn }: IssuerPractice) => unitsIn === 'II'

/** Which units are meant: in Table II the award, in Table I only their name, for they stand under the stock's title. */
export const awardFacts = {
  unitTitle: onlyWhen((given, issuer) => !isInTableII(given, issuer), unitTitle),
  award: onlyWhen(
    isInTableII,
    derivative({
      question: 'Which award of units?',
      why: 'Its total in Table II moves.',
      source: 'Form 4, Table II column 9; a total for each series is practice, no rule says so',
    }),
  ),
}
