import { expect, test } from 'vitest'
import { PEER } from './auth.ts'
import { must } from './testing/acts.mts'
import { inventServer, ORIGIN } from './testing/server.mts'

const HOUR = 3_600_000

test('a calendar is read by its address alone, by whoever may see what is in it, until it is revoked', async () => {
  const at = await inventServer()
  const director = at.as('insider')
  const path = `${at.base}/calendar-feed`
  expect(must(await director.get(path))).toEqual({ feed: null })
  const { url } = must(await director.post(path), 201)
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:1616\/calendar\/[\w-]{43}\.ics$/)
  const feed = url.slice(ORIGIN.length)
  const { text, headers } = await at.visitor().get(feed)
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
  expect(text).toContain('DTSTART:20260606T020000Z')
  expect(text.replaceAll('\r\n ', '')).toContain('Form 4\\, Alder Rowan\\, Saltmarsh Instruments Inc.')
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect([headers.get('cache-control'), headers.get('set-cookie')]).toEqual(['no-store', null])
  // A new one ends the one before; the address says nothing anywhere else.
  const { url: second } = must(await director.post(path), 201)
  expect((await at.visitor().get(feed)).status).toBe(404)
  const other = second.slice(ORIGIN.length)
  must(await at.visitor().get(other))
  const told = await director.get(path)
  expect(told.body.feed.since).toBe(at.now())
  const audit = await at.as('administrator').get(`${at.base}/audit`)
  expect(audit.text).toContain('calendarFeed.made')
  for (const answered of [told, audit]) expect(answered.text).not.toContain(other.slice('/calendar/'.length, -4))
  must(await director.delete(path))
  const ended = await at.visitor().get(other)
  expect([ended.status, ended.body.problem.code]).toEqual([404, 'D404'])
  expect((await director.delete(path)).status).toBe(404)
  for (const wrong of ['/calendar/x.ics', `/calendar/${'a'.repeat(43)}.ics`, `/calendar/${'a'.repeat(43)}`])
    expect((await at.visitor().get(wrong)).status).toBe(404)
})

test('it shows what its person may see now, and nothing without a role', async () => {
  const at = await inventServer()
  const { url } = must(await at.as('agent').post(`${at.base}/calendar-feed`), 201)
  const feed = url.slice(ORIGIN.length)
  expect((await at.visitor().get(feed)).text).toContain('BEGIN:VEVENT')
  const agent = at.store.kysely.updateTable('role_grant').where('role', '=', 'agent')
  const elsewhere = must(
    await at
      .as('administrator')
      .post(`${at.base}/issuers`, { cik: '0009016011', name: 'Elsewhere', tradingSymbol: null }),
    201,
  )
  await agent.set({ issuerId: elsewhere.id }).execute()
  const narrow = await at.visitor().get(feed)
  expect([narrow.status, narrow.text.includes('VEVENT')]).toEqual([200, false])
  await agent.set({ endedAt: at.now(), endedBy: 'x' }).execute()
  expect((await at.visitor().get(feed)).status).toBe(404)
})

test('it is asked for sixty times an hour at most, and guessed from one address six hundred times', async () => {
  const at = await inventServer()
  const { url } = must(await at.as('viewer').post(`${at.base}/calendar-feed`), 201)
  const feed = url.slice(ORIGIN.length)
  const from = (peer: string, path = feed) => at.visitor().send('GET', path, undefined, { [PEER]: peer })
  for (let i = 0; i < 60; i++) expect((await from(`10.0.0.${i}`)).status).toBe(200)
  const often = await from('10.0.1.1')
  expect([often.status, often.body.problem.code]).toEqual([429, 'D506'])
  at.advance(HOUR)
  expect((await from('10.0.1.1')).status).toBe(200)
  const guess = `/calendar/${'a'.repeat(43)}.ics`
  for (let i = 0; i < 600; i++) expect((await from('10.9.9.9', guess)).status).toBe(404)
  expect((await from('10.9.9.9', guess)).status).toBe(429)
  expect((await from('10.9.9.9')).status).toBe(429)
  expect((await from('10.9.9.8')).status).toBe(200)
})
