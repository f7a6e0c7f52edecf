import type { Decimal } from '../../model/decimal.ts'
import type { Footnote } from '../../model/ownershipDocument.ts'
import type { FootnoteId, Reported } from '../../model/reported.ts'
import { boolean, date, decimal, isAmount, type ValueCheck } from './values.ts'

// Values that a quick look finds in order. All answer false where it takes a closer look to tell.

/** How many references to footnotes are certainly not too many. */
const FEW = 90

/** A value with nothing against it. */
export function holds(field: Reported<unknown>, check: ValueCheck): boolean {
  return field.spelling === undefined && check(field.written ?? '', field) === undefined
}

/** An element that is not there, or a text of at most so many characters. */
export function isShort(field: Reported<string>, most: number): boolean {
  return !field.present || (field.spelling === undefined && (field.written ?? '').length <= most)
}

/** A box that is not there, or has one of its values. */
export function isFlag(field: Reported<boolean>): boolean {
  return field.isCanonical || !field.present || holds(field, boolean)
}

/** A day. */
export function isDay(field: Reported<unknown>): boolean {
  return field.isCanonical || (field.present && holds(field, date))
}

/** What is asked of a field that holds `value` elements and may refer to footnotes. */
export class QuickFields {
  private readonly footnotes: readonly Footnote[]

  constructor(footnotes: readonly Footnote[]) {
    this.footnotes = footnotes
  }

  /** A text of at least one and at most so many characters. */
  text(field: Reported<string>, most: number): boolean {
    const { written } = field
    return (
      written !== undefined &&
      written !== '' &&
      written.length <= most &&
      field.spelling === undefined &&
      this.hasOrder(field)
    )
  }

  /** A value of which a check says whether it is one. */
  checked(field: Reported<unknown>, check: ValueCheck): boolean {
    return field.written !== undefined && holds(field, check) && this.hasOrder(field)
  }

  /** An amount that has to be there. */
  amount(field: Reported<Decimal>): boolean {
    return isQuickAmount(field) && this.hasOrder(field)
  }

  /** An amount, or a footnote in its place. */
  amountOrFootnote(field: Reported<Decimal>): boolean {
    return (isQuickAmount(field) || isFootnoteOnly(field)) && this.hasOrder(field)
  }

  /** A day that has to be there. */
  day(field: Reported<unknown>): boolean {
    return isQuickDay(field) && this.hasOrder(field)
  }

  /** A day, or a footnote in its place. */
  dayOrFootnote(field: Reported<unknown>): boolean {
    return (isQuickDay(field) || isFootnoteOnly(field)) && this.hasOrder(field)
  }

  /** An element that is not there, is empty, or passes. */
  optional(field: Reported<unknown>, check: ValueCheck): boolean {
    return !field.present || ((field.written === undefined || holds(field, check)) && this.hasOrder(field))
  }

  /** References to footnotes that are there. */
  references(ids: readonly FootnoteId[]): boolean {
    // By index, here and below: V8 makes an iterator for a list that is frozen, as the empty one is.
    for (let i = 0; i < ids.length; i++) if (!this.isFootnote(ids[i] as FootnoteId)) return false
    return ids.length <= FEW
  }

  private isFootnote(id: FootnoteId): boolean {
    for (let i = 0; i < this.footnotes.length; i++) if (this.footnotes[i]?.id === id) return true
    return false
  }

  private hasOrder({ layout, footnotes }: Reported<unknown>): boolean {
    return layout === undefined && this.references(footnotes)
  }
}

function isFootnoteOnly({ written, footnotes }: Reported<unknown>): boolean {
  return written === undefined && footnotes.length > 0
}

// Asked in this order because a canonical value has to be spelled before its text can be asked for.
function isQuickDay(field: Reported<unknown>): boolean {
  return field.isCanonical || (field.written !== undefined && holds(field, date))
}

function isQuickAmount(field: Reported<Decimal>): boolean {
  if (field.isCanonical) return field.value !== undefined && isAmount(field.value)
  return field.written !== undefined && holds(field, decimal)
}
