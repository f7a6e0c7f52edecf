import { CalendarDate } from './calendarDate.ts'
import { type Cik, parseCik } from './cik.ts'
import { Decimal } from './decimal.ts'
import type { Layout } from './layout.ts'

/** The id of a footnote, `F1` to `F99`. */
export type FootnoteId = string

/** What all reported values have. */
interface ReportedBase {
  /**
   * The text as filed, XML references resolved, white space kept (`3.49780`, `true`, `2003-05-09-05:00`); `undefined`
   * where no value element stands, '' where an empty one does.
   */
  readonly written: string | undefined
  /** The footnotes on this field, in order; the texts are in the document's `footnotes`. */
  readonly footnotes: readonly FootnoteId[]
  /** Whether the element stands in the document at all, be it empty. */
  readonly present: boolean
  /** Whether `written` is known to be the canonical spelling of the value, so that nobody need make and read it. */
  readonly isCanonical: boolean
  /** The value's markup as filed, where it is not how EDGAR spells `written`. */
  readonly spelling: string | undefined
  /** The element's content as filed, where it is not laid out as EDGAR does. */
  readonly layout: Layout | undefined
}

/**
 * A field of a filing: a value (with or without footnotes), footnotes only, absent, or text that is no value of its
 * type (`2024-02-30`, `n/a` in a price): kept as written and never guessed. Zero is a value. Immutable: to change a
 * field, put another in its place.
 */
export type Reported<T> =
  | (ReportedBase & { readonly kind: 'value'; readonly value: T; readonly written: string })
  | (ReportedBase & { readonly kind: 'footnote'; readonly value: undefined })
  | (ReportedBase & { readonly kind: 'absent'; readonly value: undefined })
  | (ReportedBase & { readonly kind: 'invalid'; readonly value: undefined; readonly written: string })

/** The types of a field's value, by name. */
export interface ValueTypes {
  text: string
  decimal: Decimal
  date: CalendarDate
  boolean: boolean
  cik: Cik
}

export type ValueType = keyof ValueTypes

const NO_FOOTNOTES: readonly FootnoteId[] = Object.freeze([])

/** What few fields have, kept apart so that the many stay small. */
interface Rarity {
  spelling: string | undefined
  layout: Layout | undefined
}

/** Marks the field of an element that is not there. */
const NOT_PRESENT: Rarity = Object.freeze({ spelling: undefined, layout: undefined })

type ReportedValue = string | boolean | Decimal | CalendarDate

/**
 * The one implementation of `Reported`. Of the value and the text as written at least one is held: a reader that has
 * the value from a canonical text need not make the text, and the value of a text is read when first asked for. One
 * class for all types, because a hundred of these are made and asked for every filing, and V8 is fast with one.
 */
export class Field {
  // Declared only: an initialiser would write every property twice.
  declare readonly footnotes: readonly FootnoteId[]
  declare private readonly type: ValueType
  declare private readonly text: string | undefined
  /** The value; `undefined` where there is none, null where that is not yet known. */
  declare private known: ReportedValue | undefined | null
  declare private readonly rarity: Rarity | undefined

  constructor(
    type: ValueType,
    text: string | undefined,
    known: ReportedValue | undefined | null,
    footnotes: readonly FootnoteId[],
    rarity: Rarity | undefined,
  ) {
    this.type = type
    this.text = text
    this.known = known
    this.footnotes = footnotes
    this.rarity = rarity
  }

  get value(): ReportedValue | undefined {
    if (this.known === null) this.known = this.text === undefined ? undefined : PARSERS[this.type](this.text)
    return this.known
  }

  get written(): string | undefined {
    const { text, known } = this
    return text !== undefined || known === undefined || known === null ? text : canonical(known)
  }

  get present(): boolean {
    return this.rarity !== NOT_PRESENT
  }

  get isCanonical(): boolean {
    return this.text === undefined && this.known !== undefined && this.known !== null
  }

  get spelling(): string | undefined {
    return this.rarity?.spelling
  }

  get layout(): Layout | undefined {
    return this.rarity?.layout
  }

  get kind(): 'value' | 'footnote' | 'absent' | 'invalid' {
    if (this.value !== undefined) return 'value'
    if (this.text !== undefined && this.text.trim() !== '') return 'invalid'
    return this.footnotes.length > 0 ? 'footnote' : 'absent'
  }
}

/** The value of a text, `undefined` where it is none of its type. */
const PARSERS: { readonly [K in ValueType]: (written: string) => ValueTypes[K] | undefined } = {
  text: (written) => {
    const text = written.trim()
    return text === '' ? undefined : text
  },
  decimal: (written) => Decimal.parse(written),
  date: (written) => CalendarDate.parse(written),
  cik: (written) => parseCik(written),
  boolean: (written) => {
    const word = written.trim()
    return word === '1' || word === 'true' ? true : word === '0' || word === 'false' ? false : undefined
  },
}

/** The parts of a field that are not simply a written value. */
export interface FieldParts {
  footnotes?: readonly FootnoteId[]
  spelling?: string | undefined
  layout?: Layout | undefined
}

/**
 * A field as written. `written` is the text with XML references resolved; `undefined` for an element without a value
 * (footnotes only, or empty).
 */
export function reported<K extends ValueType>(
  type: K,
  written: string | undefined,
  parts: FieldParts = {},
): Reported<ValueTypes[K]> {
  return fieldOf(type, written, parts.footnotes ?? NO_FOOTNOTES, parts.spelling, parts.layout)
}

/** `reported` without an object in between, for readers. */
export function fieldOf<K extends ValueType>(
  type: K,
  written: string | undefined,
  footnotes: readonly FootnoteId[],
  spelling: string | undefined,
  layout: Layout | undefined,
): Reported<ValueTypes[K]> {
  const rarity = spelling === undefined && layout === undefined ? undefined : { spelling, layout }
  return new Field(type, written, null, footnotes, rarity) as unknown as Reported<ValueTypes[K]>
}

/** The footnotes of a field that has none. */
export const noFootnotes = NO_FOOTNOTES

const ABSENT = {
  text: Object.freeze(absentField('text')),
  decimal: Object.freeze(absentField('decimal')),
  date: Object.freeze(absentField('date')),
  boolean: Object.freeze(absentField('boolean')),
  cik: Object.freeze(absentField('cik')),
}

function absentField(type: ValueType): object {
  return new Field(type, undefined, undefined, NO_FOOTNOTES, NOT_PRESENT)
}

/** The field of an element that is not there. One object a type. */
export function absent<K extends ValueType>(type: K): Reported<ValueTypes[K]> {
  return ABSENT[type] as unknown as Reported<ValueTypes[K]>
}

/** How a value is written when nobody says otherwise: `1`/`0`, `YYYY-MM-DD`, the shortest decimal, ten CIK digits. */
export function canonical(value: string | boolean | Decimal | CalendarDate): string {
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value)
}
