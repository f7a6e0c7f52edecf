import { CalendarDate } from '../../model/calendarDate.ts'
import { wholeNumber } from './amounts.ts'
import { Cursor } from './cursor.ts'
import { ordinalIn } from './numberWords.ts'
import { duration, unitOfTime } from './periods.ts'
import { type Base, type Day, onDay, type When } from './vestingTerms.ts'

const GRANT_DAY =
  'effective_date_of_the_grant time_of_grant time_of_the_grant grant_date date_of_grant date_of_the_grant date_of_this_grant date_of_award date_of_the_award award_date grant_of_the_award option_grant_date award_grant_date stock_option_grant_date date_of_the_option_grant date_of_issuance date_of_option_grant date_of_grant_of_the_option rsu_grant_date'
/** `one year after grant`, where no day is meant by the word alone. */
const GRANT = 'grant award issuance option_grant'
const COMMENCEMENT =
  'vesting_commencement_date vcd vesting_start_date vest_commencement_date vest_start_date vesting_reference_date'
const REPORT_DAY =
  'date_of_this_report date_hereof date_of_this_filing date_of_this_form date_of_this_form_4 date_of_filing date_of_this_form_3 transaction_date date_of_the_transaction'
const EXERCISE_DAY = 'exercisable_date_set_forth_above exercisable_date exercise_date_set_forth_above'

/** A day of the award or of the calendar from which others are counted. */
export function anchor(cursor: Cursor): Base | undefined {
  return cursor.try((c) => {
    c.words('the its such said')
    if (c.word(GRANT_DAY)) return appended(c, { kind: 'grantDate' })
    if (c.word(COMMENCEMENT)) return appended(c, { kind: 'commencement' })
    if (c.word(REPORT_DAY)) return { kind: 'report' }
    if (c.word(EXERCISE_DAY)) return { kind: 'exerciseDate' }
    const date = c.kind('date')?.date
    if (!date) return undefined
    c.words('grant_date grant date_of_grant vesting_commencement_date award')
    return { kind: 'date', date }
  })
}

/** `the grant date (March 1, 2023)`: the date is as good as the name. */
function appended(cursor: Cursor, named: Base): Base {
  return (
    cursor.try((c): Base | undefined => {
      const open = c.word('(')
      if (!open && !c.word('of')) return undefined
      const date = c.kind('date')?.date
      return date && (!open || c.word(')')) ? { kind: 'date', date } : undefined
    }) ?? named
  )
}

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

/** `first`, `1st`. */
export function ordinal(cursor: Cursor): number | undefined {
  const written = cursor.kind('ordinal')?.value
  if (written !== undefined) return written
  const worded = ordinalIn(cursor.following(2))
  if (worded) cursor.at += worded.words
  return worded?.value
}

function ofAnchor(c: Cursor): Base | undefined {
  if (!c.word('of from following measured_from after')) return undefined
  return anchorOrGrant(c)
}

function anchorOrGrant(c: Cursor): Base | undefined {
  return c.first(anchor, (one): Base | undefined => {
    one.words('the such its')
    return one.word(GRANT) ? { kind: 'grantDate' } : undefined
  })
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

/** Several days at once: `the first, second and third anniversaries of …`, `each of March 1, 2024, 2025 and 2026`. */
export function days(cursor: Cursor): Day[] | undefined {
  return cursor.first(anniversaries, firstAnniversaries, sharedYear, yearsOfADay)
}

function anniversaries(c: Cursor): Day[] | undefined {
  c.words('the each_of the_each_of')
  const months: number[] = []
  for (;;) {
    const which = ordinal(c)
    if (which === undefined) break
    const isMonths = c.word('month_anniversary') !== undefined
    c.words('year_anniversary anniversary year')
    months.push(isMonths ? which : which * 12)
    c.words(', and the')
  }
  if (months.length < 2 || !c.word('anniversaries anniversary anniversary_dates')) return undefined
  const base = namedBesides(c, ofAnchor(c))
  return base && months.map((one) => ({ base, months: one }))
}

/** `the first four anniversaries of the grant date`, `the next three anniversaries`. */
function firstAnniversaries(c: Cursor): Day[] | undefined {
  c.words('the')
  if (!c.word('first next following')) return undefined
  const count = wholeNumber(c)
  const step = c.word('annual') ? 12 : (adjectiveMonths(c) ?? 12)
  if (count === undefined || count > 60 || !c.word('anniversaries anniversary_dates anniversary')) return undefined
  const base = namedBesides(c, ofAnchor(c))
  return base && Array.from({ length: count }, (_, i) => ({ base, months: (i + 1) * step }))
}

/** `the first four anniversaries of the grant date, which was March 1, 2023`: of one day alone it could be either. */
function namedBesides(c: Cursor, base: Base | undefined): Base | undefined {
  if (base?.kind !== 'grantDate') return base
  const date = c.try((inner) => {
    inner.words(',')
    return inner.word('which_is which_was') ? inner.kind('date')?.date : undefined
  })
  return date ? { kind: 'date', date } : base
}

function adjectiveMonths(c: Cursor): number | undefined {
  return c.word('monthly') ? 1 : c.word('quarterly') ? 3 : unitOfTime(c)
}

/** `March 1, 2024, 2025 and 2026`. */
function yearsOfADay(c: Cursor): Day[] | undefined {
  const first = c.kind('date')?.date
  return first && withYears(c, first)
}

/** `March 1 of 2024, 2025 and 2026`. */
function sharedYear(c: Cursor): Day[] | undefined {
  const token = c.kind('monthDay')
  if (!token) return undefined
  c.words(', of in')
  c.words('each_of')
  const first = year(c)
  const date = first === undefined ? undefined : CalendarDate.of(first, token.month, token.dayOfMonth)
  return date && withYears(c, date)
}

function withYears(c: Cursor, first: CalendarDate): Day[] | undefined {
  const dates = [first]
  for (;;) {
    const next = c.try((inner) => {
      inner.words(', and')
      return year(inner)
    })
    if (next === undefined) break
    const date = CalendarDate.of(next, first.month, first.dayOfMonth)
    if (!date) return undefined
    dates.push(date)
  }
  return dates.length > 1 ? dates.map((date) => ({ base: { kind: 'date', date }, months: 0 })) : undefined
}

function year(c: Cursor): number | undefined {
  const token = c.kind('number')
  return token && /^20\d\d$/.test(token.text) ? Number(token.text) : undefined
}

/** Words that name something whose day is not known. */
const EVENT =
  /annual (?:general )?meeting|annual (?:stock|share)holders?'? meeting|meeting of (?:the )?(?:\w+ )?(?:stock|share)holders/
const OTHER_EVENT =
  /change (?:in|of) control|death|disability|terminat|retire|separat|resign|closing|merger|cease|consummation|initial public|departure/
const EVENT_ENDS =
  'subject_to_the_reporting subject_to_his subject_to_her subject_to_continued subject_to_the_director in_each_case provided ; , or_( and_('

/** The words of an event up to where something else begins; `isOneOf` where it stands among several. */
function event(c: Cursor, isOneOf: boolean): Day | undefined {
  const words: string[] = []
  while (!c.isAtEnd && !ends(c)) {
    const token = c.peek()!
    if (token.kind === 'part' || token.kind === 'money') return undefined
    words.push(token.text)
    c.at++
  }
  const said = words.join(' ')
  if (/\b(?:earl|later)/.test(said)) return undefined
  const isEvent = EVENT.test(said) || (isOneOf && OTHER_EVENT.test(said))
  return isEvent && words.length <= 45 ? { base: { kind: 'event', words: said }, months: 0 } : undefined
}

function ends(c: Cursor): boolean {
  const before = c.at
  const found = c.word(EVENT_ENDS) ?? c.word('subject_to or_, or_if')
  c.at = before
  return found !== undefined
}

/** A day, an event alone, or the earliest of several. */
export function when(cursor: Cursor): When | undefined {
  return cursor.first(earliest, dayOrEarlier, (c) => {
    const only = event(c, false)
    return only && onDay(only)
  })
}

/** `June 1, 2024, or, if earlier, the next annual meeting`. */
function dayOrEarlier(c: Cursor): When | undefined {
  const first = day(c)
  if (!first) return undefined
  const either = c.try((inner) => eitherOf(inner))
  if (either) return { earliestOf: [first, either] }
  const sooner = c.try((inner) => {
    inner.words(',')
    if (!inner.word('or')) return undefined
    inner.words(',')
    if (!inner.word('if_earlier if_sooner earlier')) return undefined
    inner.words(', on the_date_of at upon')
    return inner.first(day, (one) => event(one, true))
  })
  return sooner ? { earliestOf: [first, sooner] } : onDay(first)
}

/** `June 1, 2024 or the date of the next annual meeting, whichever is earlier`. */
function eitherOf(c: Cursor): Day | undefined {
  if (!c.word('or')) return undefined
  const other = c.first(day, (one) => event(one, true))
  c.words(',')
  return other && c.word('whichever_is_earlier whichever_occurs_first whichever_comes_first whichever_is_sooner')
    ? other
    : undefined
}

const SEVERAL =
  'earlier_of earliest_of earlier_to_occur_of earliest_to_occur_of first_to_occur_of sooner_of sooner_to_occur_of earlier_to_occur_of_the'

function earliest(c: Cursor): When | undefined {
  c.words('the')
  if (!c.word(SEVERAL)) return undefined
  c.words(':')
  const members: Day[] = []
  let end = c.at
  for (;;) {
    c.words(': on upon the_date_of at as_of in_one_year_on')
    c.try((inner) => (inner.word('the') && enumerator(inner) ? true : undefined))
    enumerator(c)
    c.words('on upon at as_of')
    const member = c.first(day, eventAmong)
    if (!member) break
    members.push(member)
    end = c.at
    if (!c.try(nextMember)) break
  }
  // What follows the last member's "and" may belong to the next item.
  c.at = end
  return members.length > 1 ? { earliestOf: members } : undefined
}

/** An event that another member may follow without a comma. */
function eventAmong(c: Cursor): Day | undefined {
  const until = c.tokens.findIndex((token, i) => {
    if (i <= c.at || i >= c.end || !/^(?:or|and)$/.test(token.text)) return false
    const rest = new Cursor(c.tokens, i + 1, c.end)
    rest.words('on upon in_one_year_on')
    return enumerator(rest) || day(rest) !== undefined
  })
  if (until < 0) return event(c, true)
  const part = new Cursor(c.tokens, c.at, until)
  const found = event(part, true)
  if (!found || !part.isAtEnd) return undefined
  c.at = until
  return found
}

function nextMember(c: Cursor): true | undefined {
  c.words(', ;')
  return (c.word('or and') ?? (isEnumerator(c) ? '' : undefined)) !== undefined ? true : undefined
}

function isEnumerator(c: Cursor): boolean {
  const before = c.at
  const found = enumerator(c)
  c.at = before
  return found
}

/** `(i)`, `(b)`, `(2)`, `i)`. */
export function enumerator(cursor: Cursor): boolean {
  return (
    cursor.try((c) => {
      c.words('(')
      const token = c.peek()
      if (!token || !/^(?:[ivx]{1,4}|[a-hyz]|[1-9])$/.test(token.text)) return undefined
      c.at++
      return c.word(')') ? true : undefined
    }) ?? false
  )
}
