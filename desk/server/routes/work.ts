import type { z } from '@hono/zod-openapi'
import { type Api, addRoute, type Desk } from '../context.ts'
import * as contract from '../contract/index.ts'
import { type WorkItem, workOf } from '../forms/work.ts'
import { EASTERN, writtenIn } from '../moments.ts'
import { dueShown } from './draftShown.ts'

export function addWorkRoutes(api: Api, desk: Desk): void {
  const { loginCik } = desk.edgar
  addRoute(api, desk, contract.getWork, async (c) => {
    const { view, scope, by, at } = c.get('request')
    const { zone = 'UTC' } = c.req.valid('query')
    const items = await workOf(view, scope, { by, at, loginCik })
    const texts = items.map((item) => itemText(item, at, zone))
    const headers = { 'content-type': 'application/json' }
    return c.body(`{"now":${at},"items":[${texts.join(',')}]}`, 200, headers) as never
  })
  addRoute(api, desk, contract.getCalendar, async (c) => {
    const { view, scope, by, at, organizationId } = c.get('request')
    const items = await workOf(view, scope, { by, at, loginCik })
    return c.body(calendarOf(items, at, organizationId), 200, CALENDAR_HEADERS) as never
  })
}

type WorkItemShown = z.infer<typeof contract.WorkItem>

/** How items were last written out; a list is long, and most of it stays as it is. */
const itemTexts = new WeakMap<WorkItem, { zone: string; isPast: boolean; text: string }>()
const eventLines = new WeakMap<WorkItem, EventLines>()

/** An item as JSON. */
function itemText(item: WorkItem, at: number, zone: string): string {
  const isPast = item.due !== null && at > item.due.at
  const known = itemTexts.get(item)
  if (known?.zone === zone && known.isPast === isPast) return known.text
  const formType = item.formType as WorkItemShown['formType']
  const shown: WorkItemShown = { ...item, formType, due: item.due && dueShown(item.due, at, zone) }
  const text = JSON.stringify(shown)
  itemTexts.set(item, { zone, isPast, text })
  return text
}

export const CALENDAR_HEADERS = { 'content-type': 'text/calendar; charset=utf-8' }

/** The due moments as an iCalendar stream (RFC 5545): a moment each, with an alarm a day and an hour before. */
export function calendarOf(items: readonly WorkItem[], now: number, organizationId: string): string {
  const stamp = lines([`DTSTAMP:${utc(now)}`])
  const events = items.map((item) => {
    const known = eventLines.get(item) ?? eventOf(item, organizationId)
    eventLines.set(item, known)
    return known && known.before + stamp + known.after
  })
  const begin = lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//section16//desk//EN'])
  return `${begin}${events.join('')}${lines(['END:VCALENDAR'])}`
}

/** What comes before and after the moment at which an event is told; `undefined` for an item that is due at no moment. */
type EventLines = { before: string; after: string } | undefined

function eventOf({ id, due, title }: WorkItem, organizationId: string): EventLines {
  if (!due) return undefined
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
