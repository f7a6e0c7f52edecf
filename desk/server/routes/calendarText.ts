/** The work list as a calendar program reads it. */
import type { DueMoment } from '../forms/findings.ts'
import type { WorkItem } from '../forms/work.ts'
import { EASTERN, writtenIn } from '../moments.ts'

export const CALENDAR_HEADERS = { 'content-type': 'text/calendar; charset=utf-8' }

/** The due moments as an iCalendar stream (RFC 5545): a moment each, with an alarm a day and an hour before. */
export function calendarOf(items: readonly WorkItem[], now: number, organizationId: string): string {
  const stamp = lines([`DTSTAMP:${utc(now)}`])
  const events = items.flatMap((item) => {
    if (!item.due) return []
    const known = eventTexts.get(item) ?? eventText(item, item.due, organizationId)
    eventTexts.set(item, known)
    return [known.before + stamp + known.after]
  })
  const begin = lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//section16//desk//EN'])
  return `${begin}${events.join('')}${lines(['END:VCALENDAR'])}`
}

/** What comes before and after the moment at which an event is told. */
interface EventText {
  before: string
  after: string
}

/** Of the items that were last told; a list is long, and most of it stays as it is. */
const eventTexts = new WeakMap<WorkItem, EventText>()

function eventText({ id, title }: WorkItem, due: DueMoment, organizationId: string): EventText {
  return {
    before: lines(['BEGIN:VEVENT', `UID:${id}@${organizationId}.section16`]),
    after: lines([
      `DTSTART:${utc(due.at)}`,
      `SUMMARY:${escaped(`Due: ${title}`)}`,
      `DESCRIPTION:${escaped(`${due.of}, ${writtenIn(EASTERN, due.at)}. Only acceptance by EDGAR is in time.`)}`,
      ...alarm('-P1D'),
      ...alarm('-PT1H'),
      'END:VEVENT',
    ]),
  }
}

const lines = (some: readonly string[]) =>
  some
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join('')

function alarm(before: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Due', `TRIGGER:${before}`, 'END:VALARM']
}

/** 20260320T020000Z */
function utc(at: number): string {
  return new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')
}

const MOST_OCTETS = 75

/** A line in pieces of at most 75 octets, each further one after a space (RFC 5545 section 3.1). */
function folded(line: string): string[] {
  if (Buffer.byteLength(line) <= MOST_OCTETS) return [line]
  const pieces: string[] = []
  let piece = ''
  for (const character of line) {
    if (Buffer.byteLength(piece + character) > MOST_OCTETS) {
      pieces.push(piece)
      piece = ' '
    }
    piece += character
  }
  return [...pieces, piece]
}
