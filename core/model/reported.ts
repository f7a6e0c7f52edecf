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

/** The one implementation of `Reported`; the value is read from the text when first asked for. */
abstract class Field<T> {
  readonly written: string | undefined
  readonly footnotes: readonly FootnoteId[]
  readonly present: boolean
  readonly spelling: string | undefined
  readonly layout: Layout | undefined
  private known: T | undefined | null = null

  constructor(
    written: string | undefined,
    footnotes: readonly FootnoteId[],
    present: boolean,
    spelling: string | undefined,
    layout: Layout | undefined,
  ) {
    this.written = written
    this.footnotes = footnotes
    this.present = present
    this.spelling = spelling
    this.layout = layout
  }

  protected abstract parse(written: string): T | undefined

  get value(): T | undefined {
    if (this.known === null) this.known = this.written === undefined ? undefined : this.parse(this.written)
    return this.known
  }

  get kind(): 'value' | 'footnote' | 'absent' | 'invalid' {
    if (this.value !== undefined) return 'value'
    if (this.written !== undefined && this.written.trim() !== '') return 'invalid'
    return this.footnotes.length > 0 ? 'footnote' : 'absent'
  }
}

class TextField extends Field<string> {
  protected parse(written: string): string | undefined {
    const text = written.trim()
    return text === '' ? undefined : text
  }
}

class DecimalField extends Field<Decimal> {
  protected parse(written: string): Decimal | undefined {
    return Decimal.parse(written)
  }
}

class DateField extends Field<CalendarDate> {
  protected parse(written: string): CalendarDate | undefined {
    return CalendarDate.parse(written)
  }
}

class CikField extends Field<Cik> {
  protected parse(written: string): Cik | undefined {
    return parseCik(written)
  }
}

class BooleanField extends Field<boolean> {
  protected parse(written: string): boolean | undefined {
    const word = written.trim()
    return word === '1' || word === 'true' ? true : word === '0' || word === 'false' ? false : undefined
  }
}

const FIELDS = { text: TextField, decimal: DecimalField, date: DateField, boolean: BooleanField, cik: CikField }

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
  return new FIELDS[type](written, footnotes, true, spelling, layout) as unknown as Reported<ValueTypes[K]>
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

function absentField(type: ValueType): Field<unknown> {
  const field = new FIELDS[type](undefined, NO_FOOTNOTES, false, undefined, undefined)
  // Asked once so that nothing is left to be remembered in the shared, frozen object.
  void field.value
  return field
}

/** The field of an element that is not there. One object a type. */
export function absent<K extends ValueType>(type: K): Reported<ValueTypes[K]> {
  return ABSENT[type] as unknown as Reported<ValueTypes[K]>
}

/** How a value is written when nobody says otherwise: `1`/`0`, `YYYY-MM-DD`, the shortest decimal, ten CIK digits. */
export function canonical(value: string | boolean | Decimal | CalendarDate): string {
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value)
}
