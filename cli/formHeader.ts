import { CalendarDate, parseAccessionNumber } from '@section16/core/model'
import type { FilingHeader } from '@section16/core/render'
import type { Filing } from './filings.ts'

/** What is known of the submission around a form, for the top of its page. */
export function formHeader({ submission, origin }: Filing): FilingHeader {
  const accessionNumber = parseAccessionNumber(origin.accessionNumber ?? '')
  const filedAsOf = submission?.filedAsOf ?? CalendarDate.parse(origin.filedAsOf ?? '')
  const acceptedAt = submission?.acceptedAt
  return {
    ...(accessionNumber && { accessionNumber }),
    ...(filedAsOf && { filedAsOf }),
    ...(acceptedAt && { acceptedAt }),
  }
}
