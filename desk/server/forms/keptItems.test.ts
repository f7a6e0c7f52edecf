import { expect, test } from 'vitest'
import { inventServer } from '../testing/server.mts'
import { KeptItems } from './keptItems.ts'

const DAY_MS = 86_400_000

test('who began to ask before midnight leaves nothing of that day to those who ask after it', async () => {
  const { store, demonstration, now } = await inventServer()
  const { organizationId, issuerId, insiderId } = demonstration
  const view = store.view(organizationId)
  const of = { issuerId, insiderIds: [insiderId] }
  let worked = 0
  const days = new KeptItems(async (_view, _id, at) => {
    worked++
    return { of, item: at, isPassing: false }
  })
  const before = await days.at(view, now())
  const after = await days.at(view, now() + DAY_MS)
  expect(await before.itemOf('a draft')).toBe(now())
  expect(await after.itemOf('a draft')).toBe(now() + DAY_MS)
  expect(await (await days.at(view, now() + DAY_MS + 1)).itemOf('a draft')).toBe(now() + DAY_MS)
  expect(worked).toBe(2)
  await before.itemOf('a draft')
  expect(worked, 'what is of the day before is not kept').toBe(3)
})

test('of so many that are kept those go first that were asked for longest ago, whosever they are', async () => {
  const { store, demonstration, now } = await inventServer()
  const { issuerId, insiderId, organizationId } = demonstration
  const ours = store.view(organizationId)
  const theirs = store.view('another organisation')
  const of = { issuerId, insiderIds: [insiderId] }
  const worked: string[] = []
  const items = new KeptItems(async (_view, id) => {
    worked.push(id)
    return { of, item: id, isPassing: false }
  }, 2)
  const ask = async (view: typeof ours, id: string) => (await items.at(view, now())).itemOf(id)
  await ask(ours, 'a')
  await ask(theirs, 'b')
  await ask(ours, 'a')
  await ask(theirs, 'c')
  await ask(ours, 'a')
  await ask(theirs, 'b')
  expect(worked).toEqual(['a', 'b', 'c', 'b'])
})
