import type { Sourced } from './dated.ts'

/** A statement about which sources are silent or differ, and how it can be taken. */
export interface Assumption extends Sourced {
  /** What is not certain. */
  readonly question: string
  /** The ways to take it, each in words; the first one is taken where nobody says otherwise. */
  readonly readings: Readonly<Record<string, string>>
}

/** Everything doubtful on which a rule rests: marked `[K?]` in its source, or an inference of the rule's own. */
export const assumptions = {
  'depositary-ratio': {
    question: 'Must a report on depositary shares say how many shares one stands for?',
    readings: { told: 'Yes, in a footnote.', 'not-told': 'No.' },
    source: 'section16-rules.md R1.3.8 [K?]',
  },
  'derivative-balance': {
    question: 'What does column 9 of Table II count?',
    readings: { series: 'The one series: title, exercise price, expiration date.', all: 'All such securities.' },
    source: 'section16-rules.md R2.7.5 [K?]',
  },
  'foreign-currency': {
    question: 'Must a footnote that names a price in another currency say how it was converted?',
    readings: { rate: 'Yes, with the rate and its day.', 'no-rate': 'No.' },
    source: 'section16-rules.md 2.11 [K?]',
  },
  'foreign-symbol': {
    question: 'Is an issuer that names a foreign trading symbol a foreign private issuer?',
    readings: { foreign: 'Yes.', any: 'It may be any issuer.' },
    source: 'section16-rules.md 1.3; inferred, no source says it [K?]',
  },
  'gift-transition': {
    question: 'Was a gift of 2023-02-27 to 2023-03-31 due on a Form 4?',
    readings: {
      open: 'Not certain: it is pointed out, and nothing is judged.',
      due: 'Yes: the rule was in force, though the forms had not yet followed.',
    },
    source: 'section16-rules.md 2.2 note 10 [K?]',
  },
  'one-dollar-range': {
    question: 'May prices on one line lie exactly one dollar apart?',
    readings: { included: 'Yes.', excluded: 'No, less than a dollar.' },
    source: 'section16-rules.md 2.9 [K?]; staff letter of 2008-06-25, condition 2',
  },
  'small-acquisition': {
    question: 'Must code L on a Form 4 be marked as reported early?',
    readings: { early: 'Yes; where the deferral was lost the code is P.', either: 'No.' },
    source: 'section16-rules.md 2.3 [K?]',
  },
  'table-i-balance': {
    question: 'May column 5 of Table I give the total after all transactions in every row?',
    readings: { either: 'Yes, or a running total.', running: 'No, only a running total.' },
    source: 'section16-rules.md R2.7.2 [K?]',
  },
  'unit-awards': {
    question: 'May one form show restricted stock units in both tables?',
    readings: { 'one-table': 'No.', 'both-tables': 'Yes, awards of both kinds.' },
    source: 'section16-rules.md 2.5.4 [K?]',
  },
} as const satisfies Readonly<Record<string, Assumption>>

export type AssumptionName = keyof typeof assumptions

/** One reading of each. */
export type Assumptions = { readonly [Name in AssumptionName]: keyof (typeof assumptions)[Name]['readings'] }

/** What is taken where nobody says otherwise: the first reading of each. */
export const DEFAULT_ASSUMPTIONS = Object.freeze(
  Object.fromEntries(Object.entries(assumptions).map(([name, { readings }]) => [name, Object.keys(readings)[0]])),
) as unknown as Assumptions

/** Reads `NAME=READING`; `undefined` where there is no such assumption or reading. */
export function readAssumption(written: string): Partial<Assumptions> | undefined {
  const [name = '', reading = '', ...more] = written.split('=')
  if (more.length > 0 || !Object.hasOwn(assumptions, name)) return undefined
  const { readings } = assumptions[name as AssumptionName]
  return Object.hasOwn(readings, reading) ? { [name]: reading } : undefined
}

/** `gift-transition=open`: the reading that an answer rests on, for its `data.assumption`. */
export function assuming(taken: Assumptions, name: AssumptionName): string {
  return `${name}=${taken[name]}`
}
