import { anchor, anchorOrGrant, COMMENCEMENT, GRANT_DAY, ordinal } from './anchors.ts'
import type { Cursor } from './cursor.ts'
import { event } from './events.ts'
import { duration } from './periods.ts'
import type { Base, Day } from './vestingTerms.ts'

/** One day: a date, an anniversary, so long after the grant, the grant itself. */
export function day(cursor: Cursor): Day | undefined {
  const found = cursor.first(anniversary, timeAfter, plainDay)
  if (found) cursor.word('(_or_next_business_date_,_if_applicable_)')
  return found
}

function plainDay(cursor: Cursor): Day | undefined {
  cursor.words('the_close_of_business_on close_of_business_on')
  const base = anchor(cursor)
  if (!base) return undefined
  cursor.try(apposition)
  return { base, months: 0 }
}

/** `(the first anniversary of the grant date)`, `, which is the first anniversary of the grant date`: said twice. */
function apposition(c: Cursor): true | undefined {
  const isOpen = c.word('(') !== undefined
  if (!isOpen) c.words(',')
  c.words('which_is which_was i.e i e being , the_date_that_is')
  if (c.word('the_date_of') && event(c, false)) return !isOpen || c.word(')') ? true : undefined
  const said = anniversary(c) ?? (isOpen ? (timeAfter(c) ?? awardDay(c)) : undefined)
  return said && (!isOpen || c.word(')')) ? true : undefined
}

function awardDay(c: Cursor): Day | undefined {
  c.words('the a')
  return c.word(`${GRANT_DAY} ${COMMENCEMENT}`) ? { base: { kind: 'grantDate' }, months: 0 } : undefined
}

/** `the first anniversary of the grant date`, `the 18-month anniversary of March 1, 2023`, `one year anniversary`. */
function anniversary(c: Cursor): Day | undefined {
  c.words('the its')
  const months = anniversaryMonths(c)
  if (months === undefined || !c.word('anniversary anniversary_date')) return undefined
  const base = ofAnchor(c)
  return base && { base, months }
}

function anniversaryMonths(c: Cursor): number | undefined {
  const long = duration(c)
  if (long !== undefined) return long
  const which = ordinal(c)
  if (which === undefined) return c.text.startsWith('anniversary') ? 12 : undefined
  c.words('year annual')
  return c.word('month monthly') ? which : which * 12
}

/** `of the grant date`, `measured from March 1, 2024`: what an anniversary is of. */
export function ofAnchor(c: Cursor): Base | undefined {
  if (!c.word('of from following measured_from after')) return undefined
  return anchorOrGrant(c)
}

/** `one year after the date of grant`, `12 months from March 1, 2023`. */
function timeAfter(c: Cursor): Day | undefined {
  c.words('the_date_that_is the_date completion_of the_completion_of')
  const months = duration(c)
  c.words('of_service of_continuous_service')
  if (months === undefined || !c.word('after from following of measured_from')) return undefined
  const base = anchorOrGrant(c)
  return base && { base, months }
}
