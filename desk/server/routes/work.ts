import { type Api, addRoute, type Desk } from '../context.ts'
import * as contract from '../contract/index.ts'
import { type WorkItem, workOf } from '../forms/work.ts'
import { EASTERN, writtenIn } from '../moments.ts'
import { dueShown } from './draftShown.ts'

type FormType = '3' | '3/A' | '4' | '4/A' | '5' | '5/A'

export function addWorkRoutes(api: Api, desk: Desk): void {
  const { loginCik } = desk.edgar
  addRoute(api, desk, contract.getWork, async (c) => {
    const { view, scope, by, at } = c.get('request')
    const { zone = 'UTC' } = c.req.valid('query')
    const items = (await workOf(view, scope, { by, at, loginCik })).map((item) => ({
      ...item,
      formType: item.formType as FormType | null,
      due: item.due && dueShown(item.due, at, zone),
    }))
    return c.json({ now: at, items }, 200)
  })
  addRoute(api, desk, contract.getCalendar, async (c) => {
    const { view, scope, by, at, organizationId } = c.get('request')
    const items = await workOf(view, scope, { by, at, loginCik })
    return c.body(calendarOf(items, at, organizationId), 200, CALENDAR_HEADERS) as never
  })
}

export const CALENDAR_HEADERS = { 'content-type': 'text/calendar; charset=utf-8' }

/** The due moments as an iCalendar stream (RFC 5545): a moment each, with an alarm a day and an hour before. */
export function calendarOf(items: readonly WorkItem[], now: number, organizationId: string): string {
  const events = items.flatMap(({ id, due, title }) =>
    due
      ? [
          'BEGIN:VEVENT',
          `UID:${id}@${organizationId}.section16`,
          `DTSTAMP:${utc(now)}`,
          `DTSTART:${utc(due.at)}`,
          `SUMMARY:${escaped(`Due: ${title}`)}`,
          `DESCRIPTION:${escaped(`${due.of}, ${writtenIn(EASTERN, due.at)}. Only acceptance by EDGAR is in time.`)}`,
          ...alarm('-P1D'),
          ...alarm('-PT1H'),
          'END:VEVENT',
        ]
      : [],
  )
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//section16//desk//EN', ...events, 'END:VCALENDAR']
  return `${lines.flatMap(folded).join('\r\n')}\r\n`
}

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
