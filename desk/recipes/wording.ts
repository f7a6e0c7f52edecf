import type { CalendarDate, Decimal } from '@section16/core'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `June 3, 2025`, as footnotes write a day. */
export function longDate(date: CalendarDate): string {
  const { year, month, dayOfMonth } = date.parts
  return `${MONTHS[month - 1] ?? ''} ${dayOfMonth}, ${year}`
}

/** `$20.01`, `$20.4999`: at least two places, no more than there are. */
export function dollars(amount: Decimal): string {
  const [whole = '', fraction = ''] = amount.toString().split('.')
  return `$${whole}.${fraction.padEnd(2, '0')}`
}
