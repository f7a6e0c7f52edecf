import type { z } from '@hono/zod-openapi'
import { type Api, addRoute, type Desk } from '../context.ts'
import * as contract from '../contract/index.ts'
import { type WorkItem, workOf } from '../forms/work.ts'
import { CALENDAR_HEADERS, calendarOf } from './calendarText.ts'
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
