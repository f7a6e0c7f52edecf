import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { auditTrail } from './audit.ts'
import { open, type StoreConfig } from './open.ts'
import { sealing } from './seal.ts'
import { keepSecret, removeSecret, resealSecrets, revealSecret, secretNotes } from './secrets.ts'
import { emptyDatabase, KEY, must, NOW, onBoth, refusal } from './testing/databases.mts'
import { inventDesk } from './testing/invented.mts'

/** Found nowhere but in a revealed secret. */
const CANARY = 'c@nary#1'
const PLACE = { subject: 'insider', subjectId: 'i-1', purpose: 'ccc' } as const

test('what is sealed opens only with its key, whole, and where it was sealed', () => {
  const { seal, unseal, keyId } = sealing([KEY])
  const sealed = seal(CANARY, 'here')
  expect(unseal(sealed, keyId, 'here')).toBe(CANARY)
  expect(seal(CANARY, 'here')).not.toEqual(sealed)
  expect(unseal(sealed, keyId, 'there')).toBeUndefined()
  expect(unseal(sealed, 'other', 'here')).toBeUndefined()
  expect(unseal(sealed.subarray(0, 20), keyId, 'here')).toBeUndefined()
  for (let index = 0; index < sealed.length; index++) {
    const changed = Uint8Array.from(sealed)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(unseal(changed, keyId, 'here')).toBeUndefined()
  }
})

onBoth('a secret is given by one function, which tells who took it and why', async (desk) => {
  const note = await desk.act((act) => keepSecret(act, PLACE, CANARY, NOW + 5))
  expect(await secretNotes(desk.view, { subjectIds: ['i-1'] })).toEqual([note])
  expect(await desk.act((act) => revealSecret(act, PLACE, 'filing'))).toBe(CANARY)
  const trail = await auditTrail(desk.view)
  expect(trail.at(-1)).toMatchObject({ action: 'secret.revealed', by: desk.userId, detail: { why: 'filing' } })
  const stored = await desk.store.kysely.selectFrom('secret').selectAll().execute()
  const everything = JSON.stringify([
    note,
    trail,
    stored,
    stored.map(({ sealed }) => Buffer.from(sealed ?? []).toString('latin1')),
  ])
  expect(everything).not.toContain(CANARY)
})

onBoth('a secret that is replaced or removed leaves no content behind', async (desk) => {
  const { view, act, attempt } = desk
  await act((a) => keepSecret(a, PLACE, CANARY, null))
  await act((a) => keepSecret(a, PLACE, 'n3w#ccc1', null), 7)
  expect(await act((a) => revealSecret(a, PLACE, 'filing'))).toBe('n3w#ccc1')
  await act((a) => removeSecret(a, PLACE))
  expect(await secretNotes(view)).toEqual([])
  const rows = desk.store.kysely.selectFrom('secret').select(['sealed', 'endedBy'])
  expect(await rows.where('organizationId', '=', desk.organizationId).execute()).toEqual([
    { sealed: null, endedBy: desk.userId },
    { sealed: null, endedBy: desk.userId },
  ])
  expect(refusal(await attempt((a) => revealSecret(a, PLACE, 'filing')))).toBe('D404')
  expect(refusal(await attempt((a) => removeSecret(a, PLACE)))).toBe('D404')
})

onBoth('a sealed secret copied to another row, purpose or organisation does not open', async (desk) => {
  const { store, act, attempt } = desk
  await act((a) => keepSecret(a, PLACE, CANARY, null))
  const mine = { ...PLACE, subjectId: 'i-2' }
  await act((a) => keepSecret(a, mine, 'my0wn#cc', null))
  const { sealed } = await store.kysely
    .selectFrom('secret')
    .select('sealed')
    .where('organizationId', '=', desk.organizationId)
    .where('subjectId', '=', 'i-1')
    .executeTakeFirstOrThrow()
  const swap = store.kysely.updateTable('secret').set({ sealed }).where('organizationId', '=', desk.organizationId)
  await swap.where('subjectId', '=', 'i-2').execute()
  expect(refusal(await attempt((a) => revealSecret(a, mine, 'theft')))).toBe('D405')
})

onBoth('the secrets that end first come first', async ({ view, act }) => {
  const keep = (subjectId: string, expiresAt: number | null) =>
    act((a) => keepSecret(a, { subject: 'user', subjectId, purpose: 'userToken' }, CANARY, expiresAt))
  await keep('never', null)
  await keep('late', NOW + 900)
  await keep('soon', NOW + 5)
  expect((await secretNotes(view)).map(({ subjectId }) => subjectId)).toEqual(['soon', 'late', 'never'])
})

test('keys are changed: the new one seals, the old one opens until all is sealed anew', async (context) => {
  const config = (await emptyDatabase('sqlite', context)) as StoreConfig & { kind: 'sqlite' }
  const old = must(await open(config, NOW))
  const { act, organizationId, userId } = await inventDesk(old, NOW)
  await act((a) => keepSecret(a, PLACE, CANARY, null))
  await old.close()
  const next = { id: 'k2', key: new Uint8Array(32).fill(9) }
  const actor = { organizationId, by: userId, at: NOW }
  const reveal = async (keys: (typeof KEY)[], reseal = false) => {
    const store = must(await open({ ...config, secretKeys: keys }, NOW))
    const resealed = reseal ? must(await store.act(actor, resealSecrets)) : 0
    const answer = await store.act(actor, (a) => revealSecret(a, PLACE, 'filing'))
    await store.close()
    return [resealed, 'value' in answer ? answer.value : answer.refused.code]
  }
  expect(await reveal([next])).toEqual([0, 'D405'])
  expect(await reveal([next, KEY], true)).toEqual([1, CANARY])
  expect(await reveal([next])).toEqual([0, CANARY])
  expect(readFileSync(config.path).includes(CANARY)).toBe(false)
})
