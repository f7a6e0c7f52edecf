import type { Cursor } from './cursor.ts'
import { ordinalIn } from './numberWords.ts'
import type { Base } from './vestingTerms.ts'

/** The names of the day of the grant. */
export const GRANT_DAY =
  'effective_date_of_the_grant time_of_grant time_of_the_grant grant_date date_of_grant date_of_the_grant date_of_this_grant date_of_award date_of_the_award award_date grant_of_the_award option_grant_date award_grant_date stock_option_grant_date date_of_the_option_grant date_of_issuance date_of_option_grant date_of_grant_of_the_option rsu_grant_date'

/** `one year after grant`, where no day is meant by the word alone. */
const GRANT = 'grant award issuance option_grant'

/** The names of the vesting commencement date. */
export const COMMENCEMENT =
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

/** As `anchor`, or the bare word, which after `one year after` means the day. */
export function anchorOrGrant(c: Cursor): Base | undefined {
  return c.first(anchor, (one): Base | undefined => {
    one.words('the such its')
    return one.word(GRANT) ? { kind: 'grantDate' } : undefined
  })
}

/** `first`, `1st`. */
export function ordinal(cursor: Cursor): number | undefined {
  const written = cursor.kind('ordinal')?.value
  if (written !== undefined) return written
  const worded = ordinalIn(cursor.following(2))
  if (worded) cursor.at += worded.words
  return worded?.value
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
