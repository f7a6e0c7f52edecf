import { type Act, made, newId, said, type View } from './act.ts'
import { type Answer, notFound, type Refusal, refuse } from './answer.ts'
import { record } from './audit.ts'
import { canonicalJson, type Json } from './canonicalJson.ts'
import { missing, unfit } from './checks.ts'
import { insiderIdsIn, insiderIdsOf } from './insiderIds.ts'
import type { EventFactTable, EventTable } from './tables/ledger.ts'

/** Something that happened at an issuer, to one insider or to many at once. */
export interface NewEvent {
  issuerId: string
  insiderIds: readonly string[]
  recipe: string
  day: string
}

/** An answer with who gave it and when. `insiderId`: null when it holds for all insiders of the event. */
export interface EventFact {
  name: string
  insiderId: string | null
  value: Json
  by: string
  at: number
}

export interface Event extends EventTable {
  insiderIds: string[]
  /** The fact that holds for each name and insider, in the order in which they were given. */
  facts: EventFact[]
}

/** An answer that somebody gives now. */
export type NewFact = Pick<EventFact, 'name' | 'insiderId' | 'value'>

/** A new event with the answers that are given at once, if any. */
export async function addEvent(
  act: Act,
  { insiderIds: given, ...told }: NewEvent,
  facts: readonly NewFact[] = [],
): Promise<Answer<Event>> {
  const id = newId()
  const insiderIds = [...new Set(given)]
  const refusal =
    unfit(`event/${id}`, [['day', told.day]]) ??
    (await missing(act, [
      ['issuer', told.issuerId],
      ...insiderIds.map((insiderId) => ['insider', insiderId] as const),
    ])) ??
    ofStranger(id, insiderIds, facts)
  if (refusal) return refusal
  const { db, organizationId } = act
  const row = { organizationId, id, ...told, ...made(act) }
  await db.insertInto('event').values(row).execute()
  const insiders = insiderIds.map((insiderId) => ({ organizationId, eventId: id, insiderId }))
  if (insiders.length > 0) await db.insertInto('event_insider').values(insiders).execute()
  await record(act, 'event.added', 'event', id, { ...told, insiderIds })
  const rows = facts.length > 0 ? await keepFacts(act, id, 0, facts) : []
  return { value: { ...row, insiderIds: insiderIds.toSorted(), facts: holdingOf(rows) } }
}

/** Adds answers to an event. An earlier answer to the same name stays in the history and holds no longer. */
export async function stateFacts(act: Act, eventId: string, facts: readonly NewFact[]): Promise<Answer<Event>> {
  const row = await oneEvent(act, eventId)
  if (!row) return notFound('event', eventId)
  const refusal = ofStranger(eventId, row.insiderIds, facts)
  if (refusal) return refusal
  const before = await factRows(act, eventId)
  const rows = await keepFacts(act, eventId, before.at(-1)?.number ?? 0, facts)
  return { value: { ...row, facts: holdingOf([...before, ...rows]) } }
}

function ofStranger(eventId: string, insiderIds: readonly string[], facts: readonly NewFact[]): Refusal | undefined {
  const stranger = facts.find(({ insiderId }) => insiderId !== null && !insiderIds.includes(insiderId))
  return stranger && refuse('D404', `event/${eventId}/${stranger.insiderId}`, { subject: 'insider of the event' })
}

/** Writes facts down after those of the number `after`. */
async function keepFacts(act: Act, eventId: string, after: number, facts: readonly NewFact[]) {
  const rows = facts.map(({ name, insiderId, value }, index) => ({
    organizationId: act.organizationId,
    eventId,
    number: after + 1 + index,
    name,
    insiderId,
    value: canonicalJson(value),
    ...said(act),
  }))
  if (rows.length > 0) await act.db.insertInto('event_fact').values(rows).execute()
  const told = facts.map(({ name, insiderId, value }) => ({ name, insiderId, value }))
  await record(act, 'event.factsStated', 'event', eventId, { facts: told })
  return rows
}

/** One event with the facts that hold; `undefined` when this organisation has none such. */
export async function event(view: View, id: string): Promise<Event | undefined> {
  const row = await oneEvent(view, id)
  return row && { ...row, facts: holdingOf(await factRows(view, id)) }
}

/** An issuer's events, latest first, without their facts. */
export async function eventsOf({ db, organizationId }: View, issuerId: string): Promise<EventTable[]> {
  return db
    .selectFrom('event')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('issuerId', '=', issuerId)
    .orderBy('day', 'desc')
    .orderBy('id')
    .execute()
}

async function oneEvent(view: View, id: string): Promise<Omit<Event, 'facts'> | undefined> {
  const row = await view.db
    .selectFrom('event')
    .selectAll()
    .select(insiderIdsOf(view, 'event_insider', id).as('insiderIds'))
    .where('organizationId', '=', view.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, insiderIds: insiderIdsIn(row.insiderIds) }
}

/** All that was ever answered, in the order in which it was given. */
function factRows({ db, organizationId }: View, eventId: string): Promise<EventFactTable[]> {
  return db
    .selectFrom('event_fact')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('eventId', '=', eventId)
    .orderBy('number')
    .execute()
}

/** Of those with the same name and insider the last. */
function holdingOf(rows: readonly (Omit<EventFact, 'value'> & { value: string })[]): EventFact[] {
  const holding = new Map<string, EventFact>()
  for (const { name, insiderId, value, by, at } of rows)
    holding.set(JSON.stringify([name, insiderId]), { name, insiderId, value: JSON.parse(value) as Json, by, at })
  return [...holding.values()]
}
