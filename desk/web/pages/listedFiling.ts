import { easternOffset } from '@section16/core/facts'
import { CalendarDate } from '@section16/core/model'
import { detectSource, readSubmission } from '@section16/core/read'
import { dayOf } from '../parts/dayOf.ts'

/** A filing of the owner's list on EDGAR, as somebody brings it here. Texts as typed or read; empty where not known. */
export interface Brought {
  readonly accessionNumber: string
  /** In Eastern time, as EDGAR writes it: `2026-11-25 17:04:11`. */
  readonly accepted: string
  /** The ownership document. */
  readonly xml: string
}

const FORM = /^[345](?:\/A)?$/

/**
 * What a text from EDGAR says: its complete text file says all three, the XML alone only the content. `undefined` where
 * it holds no ownership document.
 */
export function broughtFrom(text: string): Brought | undefined {
  if (detectSource(text) !== 'submission') {
    return text.includes('<ownershipDocument') ? { accessionNumber: '', accepted: '', xml: text.trim() } : undefined
  }
  const { documents, accessionNumber = '', acceptedAt } = readSubmission(text)
  const form = documents.find(({ type, xmlStart }) => xmlStart !== undefined && FORM.test(type))
  if (!form) return undefined
  const accepted = acceptedAt ? `${acceptedAt.date.toString()} ${acceptedAt.time}` : ''
  return { accessionNumber, accepted, xml: text.slice(form.xmlStart, form.xmlEnd).trim() }
}

/** Milliseconds UTC of a moment in Eastern time, `2026-11-25 17:04` or `11/25/2026 17:04:11`; `undefined` for another text. */
export function easternMoment(typed: string): number | undefined {
  const [, first = '', time = '', seconds = '00'] = /^\s*(\S+)[ T]+(\d{2}:\d{2})(?::(\d{2}))?\s*$/.exec(typed) ?? []
  const date = CalendarDate.parse(dayOf(first))
  const offset = date && easternOffset(date, `${time}:${seconds}`)
  if (date === undefined || offset === undefined) return undefined
  const at = Date.parse(`${date.toString()}T${time}:${seconds}${offset}`)
  return Number.isNaN(at) ? undefined : at
}
