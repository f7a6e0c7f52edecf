import { type ColumnKey, type FormNumber, formTables } from '@section16/core/facts'
import { folded, likeness } from '../../labels/likeness.ts'

/**
 * What a heading says of its column: a key; `dates` or `underlying` where one column holds what the form has two for;
 * `other` a column that no form has.
 */
export type HeadingKey = ColumnKey | 'dates' | 'underlying' | 'other'

export interface Heading {
  readonly key: HeadingKey
  readonly text: string
  /** `2A`, where an edition numbers it so. */
  readonly numbers: ReadonlySet<string>
}

const OWNERSHIP = [
  'Ownership Form of Derivative Security: Direct (D) or Indirect (I)',
  'Ownership of Derivative Security: Direct (D) or Indirect (I)',
]
const AT_END = ['at End of Month', 'at the End of Month', "at the End of Issuer's Fiscal Year", 'at End of Year', '']
const UNDERLYING = [
  'Title and Amount of Underlying Securities',
  'Title and Amount of Securities Underlying Derivative Security',
]
const DATES = 'Date Exercisable and Expiration Date'
const CHANGED = [
  'Number of Derivative Securities Acquired (A) or Disposed of (D)',
  'Number of Derivative Securities Acquired (A) or Disposed (D)',
]
const SECURITIES = 'Securities Acquired (A) or Disposed of (D)'

/** Wordings of other editions than core's, and columns that a page prints as one. */
const VARIANTS: Readonly<Record<'I' | 'II', readonly (readonly [HeadingKey, string])[]>> = {
  I: [
    ...AT_END.map((end) => ['owned', `Amount of Securities Beneficially Owned ${end}`] as const),
    ['code', 'Transaction Code Code'],
    ['amount', SECURITIES],
    ['amount', `${SECURITIES} Amount`],
    ['acquiredOrDisposed', `${SECURITIES} A or D`],
    ['acquiredOrDisposed', `${SECURITIES} A/D`],
    ['directOrIndirect', 'Ownership Form'],
    ['natureOfOwnership', 'Nature of Indirect Ownership'],
    // Below a heading that says nothing of its own.
    ['code', 'Code'],
    ['voluntary', 'V'],
    ['amount', 'Amount'],
    ['acquiredOrDisposed', '(A) or (D)'],
    ['price', 'Price'],
    // As pages of ours head a price on a Form 3, which has no such column.
    ['price', 'Price of Derivative Security'],
    ['other', 'transactionValue'],
  ],
  II: [
    ...AT_END.map((end) => ['owned', `Number of Derivative Securities Beneficially Owned ${end}`] as const),
    ...OWNERSHIP.map((text) => ['directOrIndirect', text] as const),
    ...CHANGED.flatMap((text) => [
      ['amount', text] as const,
      ['acquired', `${text} (A)`] as const,
      ['disposed', `${text} (D)`] as const,
      ['acquired', `${text} A`] as const,
      ['disposed', `${text} D`] as const,
    ]),
    ['code', 'Transaction Code Code'],
    ['dates', DATES],
    ...UNDERLYING.flatMap((text) => [
      ['underlying', text] as const,
      ['underlyingTitle', `${text} Title`] as const,
      ['underlyingAmount', `${text} Amount or Number of Shares`] as const,
      ['underlyingAmount', `${text} Amount or Number of Shares or Value`] as const,
      ['underlyingAmount', `${text} Number of Shares`] as const,
    ]),
    ['conversionOrExercisePrice', 'Exercise Price'],
    ['natureOfOwnership', 'Nature of Indirect Ownership'],
    ['code', 'Code'],
    ['voluntary', 'V'],
    ['acquired', '(A)'],
    ['disposed', '(D)'],
    ['exerciseDate', 'Date Exercisable'],
    ['expirationDate', 'Expiration Date'],
    ['underlyingTitle', 'Title'],
    ['underlyingAmount', 'Amount or Number of Shares'],
    // X0101's column on pages of ours.
    ['other', 'transactionValue'],
  ],
}

/** Brackets that say how to fill in, not what: they differ from edition to edition. */
const INSTRUCTIONS = /\((?:instr|month|voluntary|check)[^)]*\)|\b(?:if any)\b/gi

/** A heading without number and instructions, its letters folded. */
export function bareHeading(text: string): string {
  return folded(text.replace(INSTRUCTIONS, ' ').replace(/^\s*1?\d[A-Ea-e]?\s*[.:)]\s*/, ''))
}

/** `2A` of `2A. Deemed Execution Date`. */
export function headingNumber(text: string): string | undefined {
  return /^\s*\(?(1?\d[A-Ea-e]?)\s*[.:)]/.exec(text)?.[1]?.toUpperCase()
}

const headings: Readonly<Record<'I' | 'II', readonly Heading[]>> = { I: headingsOf('I'), II: headingsOf('II') }

function headingsOf(table: 'I' | 'II'): Heading[] {
  const numbers = new Map<HeadingKey, Set<string>>()
  const texts = new Map<string, HeadingKey>()
  for (const form of ['3', '4', '5'] as const) {
    for (const { key, number, title } of formTables[form][table].columns) {
      numbers.set(key, (numbers.get(key) ?? new Set()).add(number))
      texts.set(bareHeading(title), key)
    }
  }
  numbers.set('amount', numbers.get('amount') ?? new Set(['5']))
  numbers.set('dates', numbers.get('exerciseDate') ?? new Set())
  numbers.set('underlying', numbers.get('underlyingTitle') ?? new Set())
  for (const [key, text] of VARIANTS[table]) texts.set(bareHeading(text), key)
  // Columns of other forms, for which pages of ours have columns where a filing needs them.
  for (const { key, title } of formTables[4][table === 'I' ? 'II' : 'I'].columns) {
    if (!numbers.has(key)) texts.set(bareHeading(title), key)
  }
  return [...texts].map(([text, key]) => ({ key, text, numbers: numbers.get(key) ?? new Set() }))
}

/** A heading recognised, and how sure that is, above 1 where the number agrees. */
export interface Recognised {
  readonly key: HeadingKey
  readonly alike: number
}

const ALIKE = 0.72

/** The column of a heading's text (all rows of it from the top): its wording first, its number where that helps. */
export function recognise(text: string, table: 'I' | 'II', form: FormNumber | undefined): Recognised | undefined {
  const bare = bareHeading(text)
  const number = headingNumber(text)
  let best: Recognised | undefined
  for (const heading of headings[table]) {
    const agrees = number !== undefined && numbersOf(heading, table, form).has(number)
    // Nothing can be more like it: nearly all pages print core's words.
    if (bare === heading.text && (agrees || number === undefined)) return { key: heading.key, alike: agrees ? 1.15 : 1 }
    const [shorter, longer] = [bare.length, heading.text.length].sort((a, b) => a - b) as [number, number]
    if (shorter < longer * ALIKE) continue
    const alike = likeness(bare, heading.text)
    if (alike < ALIKE) continue
    const score = alike + (agrees ? 0.15 : 0)
    if (!best || score > best.alike) best = { key: heading.key, alike: score }
  }
  return best
}

function numbersOf({ key, numbers }: Heading, table: 'I' | 'II', form: FormNumber | undefined): ReadonlySet<string> {
  const first = key === 'dates' ? 'exerciseDate' : key === 'underlying' ? 'underlyingTitle' : key
  const own = form && formTables[form][table].columns.find((column) => column.key === first)?.number
  return own === undefined ? numbers : new Set([own])
}
