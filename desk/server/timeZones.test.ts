import { expect, test } from 'vitest'
import { must } from './testing/acts.mts'
import { inventServer } from './testing/server.mts'

/** What a user in Tokyo reads of a draft, of the work list and of the calendar. */
async function readInTokyo(at: Awaited<ReturnType<typeof inventServer>>) {
  const viewer = at.as('viewer')
  const zone = '?zone=Asia%2FTokyo'
  const draft = must(await viewer.get(`${at.base}/drafts/${at.demonstration.draftId}${zone}`))
  const { now, items } = must(await viewer.get(`${at.base}/work${zone}`))
  const { text } = await viewer.get(`${at.base}/calendar.ics`)
  expect(draft.dues[0]).toEqual(items[0].due)
  const { at: due, eastern, local, day, isPast } = items[0].due
  return { left: due - now, eastern, local, day, isPast, start: /DTSTART:(\S+)/.exec(text)?.[1] }
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Dealt on a Thursday, due on the Monday after the night in which clocks change. */
const CHANGES = [
  {
    name: 'forward',
    thursday: '2026-03-05T12:00-05:00',
    // 01:59 EST and 03:01 EDT, two minutes apart.
    around: ['2026-03-08T06:59Z', '2026-03-08T07:01Z'],
    leftBefore: 43 * HOUR + MINUTE,
    due: {
      eastern: '2026-03-09 22:00 EDT',
      local: '2026-03-10 11:00 GMT+9',
      day: '2026-03-09',
      start: '20260310T020000Z',
    },
  },
  {
    name: 'back',
    thursday: '2026-10-29T12:00-04:00',
    // 01:59 EDT and 01:01 EST, two minutes apart.
    around: ['2026-11-01T05:59Z', '2026-11-01T06:01Z'],
    leftBefore: 45 * HOUR + MINUTE,
    due: {
      eastern: '2026-11-02 22:00 EST',
      local: '2026-11-03 12:00 GMT+9',
      day: '2026-11-02',
      start: '20261103T030000Z',
    },
  },
] as const

test.each(CHANGES)('clocks go $name: due moments and what is left of them are right in Tokyo', async (change) => {
  const at = await inventServer({ at: Date.parse(change.thursday) })
  const upTo = (moment: number) => at.advance(moment - at.now())
  const { due } = change
  const [before, after] = change.around.map((moment) => Date.parse(moment)) as [number, number]
  expect(await readInTokyo(at)).toMatchObject({ ...due, isPast: false })
  upTo(before)
  expect(await readInTokyo(at)).toMatchObject({ ...due, isPast: false, left: change.leftBefore })
  upTo(after)
  expect(await readInTokyo(at)).toMatchObject({ ...due, isPast: false, left: change.leftBefore - 2 * MINUTE })
  // 21:59 and 22:01 Eastern of the day itself.
  upTo(before + change.leftBefore - MINUTE)
  expect(await readInTokyo(at)).toEqual({ ...due, isPast: false, left: MINUTE })
  at.advance(2 * MINUTE)
  expect(await readInTokyo(at)).toEqual({ ...due, isPast: true, left: -MINUTE })
})

test('each reads the same list by their own clock, and a calendar by when it is read', async () => {
  const at = await inventServer({ at: Date.parse('2026-03-05T12:00-05:00') })
  const viewer = at.as('viewer')
  const localIn = async (zone: string) => {
    const { items } = must(await viewer.get(`${at.base}/work?zone=${encodeURIComponent(zone)}`))
    return items.map(({ due }: { due: { local: string } }) => due.local)
  }
  const stamp = async () => /DTSTAMP:(\S+)/.exec((await viewer.get(`${at.base}/calendar.ics`)).text)?.[1]
  expect(await localIn('Asia/Tokyo')).toEqual(['2026-03-10 11:00 GMT+9'])
  expect(await localIn('Pacific/Honolulu')).toEqual(['2026-03-09 16:00 HST'])
  expect(await localIn('Asia/Tokyo')).toEqual(['2026-03-10 11:00 GMT+9'])
  expect(await stamp()).toBe('20260305T170000Z')
  at.advance(MINUTE)
  expect(await stamp()).toBe('20260305T170100Z')
})
