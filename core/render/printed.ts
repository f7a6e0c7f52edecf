import type { CalendarDate } from '../model/calendarDate.ts'
import type { FootnoteId } from '../model/reported.ts'

/**
 * A filed number as the forms print it: zero as `0`, one decimal digit as two (`12.5`: `12.50`), otherwise the digits
 * as filed, the whole part in groups of three. Exact: the digits are never calculated with. `written` is the text of a
 * field that holds a value. Source: ownership-xml.md section 11, "numbers".
 */
export function printedNumber(written: string): string {
  const text = written.trim()
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.')
  if (!/[1-9]/.test(text)) return '0'
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  const groups = digits.replace(/\d(?=(?:\d{3})+$)/g, '$&,')
  return sign + groups + (fraction === '' ? '' : `.${fraction.length === 1 ? `${fraction}0` : fraction}`)
}

/** `MM/DD/YYYY`. */
export function printedDate(date: CalendarDate): string {
  const [year, month, day] = date.toString().split('-')
  return `${month}/${day}/${year}`
}

/** The number a footnote is printed under: `F12` is 12; an id of another shape stays as it is. */
export function footnoteNumber(id: FootnoteId): string {
  return /^F\d+$/.test(id) ? id.slice(1) : id
}
