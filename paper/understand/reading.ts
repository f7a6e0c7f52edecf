/**
 * What a cell's words say as a value of one type.
 *
 * - `value`: `written` is the value as a filing writes it.
 * - `blank`: nothing, or what says nothing (a dash, `N/A`).
 * - `misfit`: legible and no value of the type: `September 2002` as a date.
 * - `open`: what it says cannot be decided; `alternatives` are what it may be.
 */
export interface Reading {
  readonly kind: 'value' | 'blank' | 'misfit' | 'open'
  readonly written: string | undefined
  /** Of the interpretation alone, from 0 to 1. */
  readonly certainty: number
  readonly alternatives: readonly string[]
  /** Why `written` is not what is printed. */
  readonly because?: CorrectionReason
  /** Why somebody should look again although nothing was changed. */
  readonly doubts: readonly DoubtReason[]
}

/** How sure a correction is, and how it is said. Below `DOUBTFUL_BELOW` the field is flagged. */
interface Reason {
  readonly because: string
  readonly certainty: number
}

/** Every way in which words become another value than they spell. Notation is not doubtful; a repair always is. */
export const corrections = {
  twoDigitYear: { because: 'two digits of a year are taken from 1970 to 2069', certainty: 0.97 },
  dateSeparators: { because: 'the separators of a date were misread or mistyped', certainty: 0.7 },
  fraction: { because: 'a fraction is written as a decimal', certainty: 0.98 },
  unit: { because: 'a word for the unit stands beside the number', certainty: 0.95 },
  zeroBetweenDashes: { because: '-0- is zero', certainty: 0.98 },
  parentheses: { because: 'parentheses mark what is disposed of', certainty: 0.75 },
  dashBeside: { because: 'a dash stands beside the number', certainty: 0.7 },
  letterForDigit: { because: 'a letter stands where only a digit can', certainty: 0.65 },
  blankInNumber: { because: 'the number was cut apart', certainty: 0.7 },
  commaForPoint: { because: 'three digits follow a comma, so this one is a decimal point', certainty: 0.6 },
  pointForComma: { because: 'a number has one decimal point, so these are commas', certainty: 0.65 },
  doubledSeparator: { because: 'a separator stands there twice', certainty: 0.65 },
  agreesWithRow: { because: 'of the numbers it may be, this one stands elsewhere in the line', certainty: 0.7 },
  word: { because: 'the word stands for its code', certainty: 0.97 },
  lowerCase: { because: 'codes are capitals', certainty: 0.95 },
  brackets: { because: 'brackets around a code say nothing', certainty: 0.95 },
  digitForLetter: { because: 'a sign that is no code looks like this one', certainty: 0.6 },
  bothDirections: {
    because: 'the column prints A and D, and the number stands in the place of this one',
    certainty: 0.7,
  },
  wrapped: { because: 'a word was wrapped at its hyphen', certainty: 0.9 },
  markOfNote: { because: 'the mark of a footnote stands beside the value', certainty: 0.95 },
  symbolBeside: { because: 'name and symbol stand in one box', certainty: 0.95 },
  stateName: { because: 'a state, or a country, is written as its code', certainty: 0.98 },
  streetLines: { because: 'a filing has two lines for the street', certainty: 0.9 },
} as const satisfies Record<string, Reason>

export type CorrectionReason = keyof typeof corrections

/** Every reason to look again at a value that was taken as printed. */
export const doubts = {
  pointMayBeLost: 'the price has no decimal point, which may have been lost',
  separatorUnclear: 'point and comma may have been taken for each other',
  totalForPrice: 'this is the number of derivative securities times the exercise price: a total where a price belongs',
  twoDirections: 'both columns, (A) and (D), hold a number',
  oneZeroDirection: 'the other of the columns (A) and (D) says 0',
  unknownCode: 'no transaction code is known by this letter',
  noSuchFootnote: 'the mark points to a footnote that is not on the paper',
  datesOutOfOrder: 'the dates of the form are not in their order',
  balance: 'the balance does not follow from the line before',
  lettersUncertain: 'the letters are not certain',
  headerDisagrees: 'the header of the submission says otherwise',
} as const

export type DoubtReason = keyof typeof doubts

const NOTHING = { alternatives: [], doubts: [] } as const

export const BLANK: Reading = { kind: 'blank', written: undefined, certainty: 1, ...NOTHING }

/** A value as printed, but for what the notation of the form is. */
export function plainly(written: string): Reading {
  return { kind: 'value', written, certainty: 1, ...NOTHING }
}

/** A value that the words do not spell. */
export function corrected(written: string, because: CorrectionReason, alternatives: readonly string[] = []): Reading {
  return { kind: 'value', written, certainty: corrections[because].certainty, because, alternatives, doubts: [] }
}

/** Legible, no value of the type. */
export function misfit(written: string, alternatives: readonly string[] = []): Reading {
  return { kind: 'misfit', written, certainty: 0.9, alternatives, doubts: [] }
}

/** Not decided. */
export function open(alternatives: readonly string[] = []): Reading {
  return { kind: 'open', written: undefined, certainty: 0, alternatives, doubts: [] }
}

/** The same with one more reason to look again. */
export function doubted(reading: Reading, doubt: DoubtReason, alternatives: readonly string[] = []): Reading {
  return {
    ...reading,
    doubts: [...reading.doubts, doubt],
    alternatives: [...reading.alternatives, ...alternatives.filter((one) => !reading.alternatives.includes(one))],
  }
}

/** What says nothing in a box that could be left empty: dashes, `N/A`, `None`. */
export function isBlankMark(text: string): boolean {
  return /^(?:[-\u2010-\u2015_.\s]*|n\s*\/?\s*\.?a\.?|none\.?|nil|not applicable)$/i.test(text.trim())
}
