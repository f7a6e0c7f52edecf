import { expect, test } from 'vitest'
import { keepSecret, removeSecret, sha256 } from '../../store/index.ts'
import type { Mail } from '../configuration.ts'
import { createDesk } from '../createDesk.ts'
import { AGAIN, fileDemonstration, must, order, signAs, takeForReal, work } from '../testing/acts.mts'
import { inventServer, ORIGIN, type Server } from '../testing/server.mts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A desk whose mail is kept, as if its people were real. */
async function mailing(mails: Mail[] = []) {
  const at = await inventServer({ mail: async (mail) => void mails.push(mail) })
  await takeForReal(at)
  return { at, mails, told: () => mails.splice(0).map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`) }
}

/** Lets time pass, and whatever is to be told be told. */
async function tell(at: Server, ...pauses: readonly number[]): Promise<void> {
  for (const pause of pauses) {
    at.advance(pause)
    while ((await at.notifier.tick()) > 0);
  }
}

const FORM = 'Form 4, Alder Rowan, Saltmarsh Instruments Inc.'

test('whoever it waits for is told first, then who prepares, then who administers; each once', async () => {
  const { at, mails, told } = await mailing()
  const { items } = must(await at.as('viewer').get(`${at.base}/work`))
  const dueIn = items[0].due.at - at.now()
  await tell(at, 0, 14 * MINUTE)
  expect(told()).toEqual([])
  // Nobody has changed the draft for a quarter of an hour.
  await tell(at, MINUTE)
  expect(told()).toEqual([`director: Waits for you: ${FORM}`])
  await tell(at, dueIn - 48 * HOUR - 16 * MINUTE)
  expect(told()).toEqual([])
  await tell(at, MINUTE)
  expect(mails[0]?.text).toBe(
    [
      'It is due soon.',
      '',
      FORM,
      'Due: 2026-06-05 22:00 EDT (2026-06-06 02:00 UTC)',
      'Only acceptance by EDGAR is in time.',
      'Waits for: signature (Alder Rowan)',
      '',
      `${ORIGIN}/${at.demonstration.organizationId}/drafts/${at.demonstration.draftId}`,
      '',
      'As of 2026-06-03 22:00 EDT.',
      '',
    ].join('\n'),
  )
  expect(told()).toEqual([`director: Due soon: ${FORM}`])
  await tell(at, 24 * HOUR)
  expect(told().toSorted()).toEqual(['agent', 'director', 'preparer'].map((who) => `${who}: Due soon: ${FORM}`))
  await tell(at, 18 * HOUR)
  const everybody = ['administrator', 'agent', 'director', 'preparer']
  expect(told().toSorted()).toEqual(everybody.map((who) => `${who}: Due soon: ${FORM}`))
  await tell(at, 6 * HOUR)
  expect(told().toSorted()).toEqual(everybody.map((who) => `${who}: Late: ${FORM}`))
  // The same desk started anew tells nobody again.
  const again = createDesk({ ...desk(at), mail: async (mail) => void mails.push(mail) })
  await again.notifier.tick()
  await tell(at, MINUTE, HOUR, 24 * HOUR)
  expect(told()).toEqual([])
  const { notices } = must(await at.as('administrator').get(`${at.base}/notices`))
  expect(notices).toHaveLength(13)
  expect(new Set(notices.map(({ state }: { state: string }) => state))).toEqual(new Set(['sent']))
})

/** The configuration of a second server on a desk's store. */
function desk({ store, rehearsal, now }: Server) {
  return {
    store,
    edgar: { destination: 'rehearsal', baseUrl: rehearsal.url, userAgent: 'section16/0.1.0 test@example.com' },
    clock: now,
    origin: ORIGIN,
    sessionSecret: 'an invented secret of more than thirty-two characters',
  } as const
}

test('what is accepted is due no more', async () => {
  const { at, told } = await mailing()
  expect((await fileDemonstration(at)).state).toBe('accepted')
  await tell(at, 0, 47 * HOUR, 24 * HOUR)
  expect(told()).toEqual([])
})

test('an unknown outcome is told at once and before all else', async () => {
  const { at, told } = await mailing()
  must(await signAs(at), 201)
  await tell(at, 0)
  const { organizationId, people } = at.demonstration
  const by = people.administrator.userId
  await at.store.act({ organizationId, by, at: at.now() }, (act) =>
    keepSecret(act, { subject: 'user', subjectId: by, purpose: 'userToken' }, 'an-invented-token', at.now() + HOUR),
  )
  at.rehearsal.addFault({ kind: 'loseAnswer' })
  await order(at, 'LIVE')
  // It has not been looked for notices since, and no minute has passed.
  await work(at, 1)
  await tell(at, 0)
  const all = told()
  expect(all.slice(0, 3).toSorted()).toEqual(
    ['administrator', 'agent', 'preparer'].map((who) => `${who}: Outcome unknown: ${FORM}`),
  )
  expect(all.slice(3)).toEqual(['administrator: Token ends: User token of EDGAR Next'])
})

test('what EDGAR did not take, and what cannot be sent, is told to who sends', async () => {
  const { at, told } = await mailing()
  must(await signAs(at), 201)
  at.rehearsal.addFault({ kind: 'reject' })
  await order(at, 'LIVE')
  await work(at, 0)
  await tell(at, 0)
  expect(told().toSorted()).toEqual(['agent', 'preparer'].map((who) => `${who}: Not sent: ${FORM}`))
  const { organizationId, insiderId, people } = at.demonstration
  const actor = { organizationId, by: people.preparer.userId, at: at.now() }
  await at.store.act(actor, (act) => removeSecret(act, { subject: 'insider', subjectId: insiderId, purpose: 'ccc' }))
  await tell(at, 24 * HOUR)
  expect(told().filter((one) => one.includes('CCC missing'))).toHaveLength(2)
})

test('a token that ends is told to its person, the organisation’s to who administers', async () => {
  const { at, told } = await mailing()
  const { organizationId, people } = at.demonstration
  const { administrator, preparer } = people
  const ends = at.now() + 15 * 24 * HOUR
  await at.store.act({ organizationId, by: administrator.userId, at: at.now() }, async (act) => {
    await keepSecret(
      act,
      { subject: 'organization', subjectId: organizationId, purpose: 'filerToken' },
      'canary-1',
      ends,
    )
    return keepSecret(act, { subject: 'user', subjectId: preparer.userId, purpose: 'userToken' }, 'canary-2', ends)
  })
  await tell(at, 0, 23 * HOUR, HOUR)
  const due = (one: string) => !one.includes('Form 4')
  const ending = [
    'administrator: Token ends: Filer token of EDGAR Next',
    'preparer: Token ends: User token of EDGAR Next',
  ]
  expect(told().filter(due).toSorted()).toEqual(ending)
  await tell(at, 11 * 24 * HOUR, HOUR)
  expect(told().filter(due).toSorted()).toEqual(ending)
})

test('a mail that fails is tried eight times and then shown as failed', async () => {
  let tries = 0
  const at = await inventServer({
    mail: async () => {
      tries++
      throw Object.assign(new Error('535 5.7.8 canary of a server'), { code: 'EAUTH', responseCode: 535 })
    },
  })
  await takeForReal(at)
  await tell(at, 15 * MINUTE, ...[1, 5, 15, 60, 120, 240, 480, 600].map((minutes) => minutes * MINUTE))
  const { notices } = must(await at.as('administrator').get(`${at.base}/notices`))
  const waiting = notices.find(({ key }: { key: string }) => key.startsWith('waiting/'))
  expect(waiting).toMatchObject({ state: 'failed', attempts: 8, failure: 'EAUTH 535', to: 'Rowan Alder' })
  expect(tries).toBeGreaterThanOrEqual(8)
  const before = tries
  await tell(at, 0)
  expect(tries).toBe(before)
  expect(JSON.stringify(notices)).not.toContain('canary')
  const { entries } = must(await at.as('administrator').get(`${at.base}/audit`))
  const actions = entries.map(({ action }: { action: string }) => action)
  expect([actions.includes('notice.ordered'), actions.includes('notice.failed')]).toEqual([true, true])
})

test('a server killed while it sends sends again under the same id; nothing is lost', async () => {
  const ids: string[] = []
  let isDying = true
  const at = await inventServer({
    mail: async ({ id = '' }) => {
      ids.push(id)
      if (isDying) await new Promise(() => undefined)
    },
  })
  await takeForReal(at)
  at.advance(15 * MINUTE)
  void at.notifier.tick()
  await expect.poll(() => ids.length, { timeout: 10_000 }).toBe(1)
  isDying = false
  const next = createDesk({ ...desk(at), mail: async ({ id = '' }) => void ids.push(id) })
  await next.notifier.tick()
  expect(ids).toHaveLength(1)
  at.advance(5 * MINUTE)
  await next.worker.tick()
  await next.notifier.tick()
  expect(ids).toEqual([ids[0], ids[0]])
  await next.notifier.tick()
  expect(ids).toHaveLength(2)
})

test('whoever lost every role is told nothing any more', async () => {
  const mails: Mail[] = []
  let isDown = true
  const at = await inventServer({
    mail: async (mail) => {
      if (isDown) throw new Error('down')
      mails.push(mail)
    },
  })
  await takeForReal(at)
  await tell(at, 15 * MINUTE)
  isDown = false
  await at.store.kysely
    .updateTable('role_grant')
    .set({ endedAt: at.now(), endedBy: 'x' })
    .where('role', '=', 'insider')
    .execute()
  await tell(at, MINUTE)
  expect(mails.filter(({ to }) => to.startsWith('director'))).toEqual([])
  const { notices } = must(await at.as('administrator').get(`${at.base}/notices`))
  expect(notices.find(({ to }: { to: string }) => to === 'Rowan Alder').state).toBe('dropped')
})

test('a demonstration tells nobody, and without a way nobody is told', async () => {
  const mails: Mail[] = []
  const at = await inventServer({ mail: async (mail) => void mails.push(mail) })
  await tell(at, 15 * MINUTE, 47 * HOUR, 24 * HOUR)
  const declined = await at.as('administrator').post(`${at.base}/notices/test`)
  expect([declined.status, declined.body.problem.code]).toEqual([422, 'D551'])
  const { email } = at.demonstration.people.viewer
  must(await at.visitor().post('/api/auth/request-password-reset', { email, redirectTo: ORIGIN }))
  expect(mails).toEqual([])
  const silent = await inventServer()
  await takeForReal(silent)
  expect(await silent.notifier.tick()).toBe(0)
  const none = await silent.as('administrator').post(`${silent.base}/notices/test`)
  expect([none.status, none.body.problem.code]).toEqual([422, 'D550'])
  expect(must(await silent.as('administrator').get(`${silent.base}/notices`)).notices).toEqual([])
})

test('who administers tries it out, and a password is reset by mail', async () => {
  const { at, mails, told } = await mailing()
  must(await at.as('administrator').post(`${at.base}/notices/test`), 202)
  await tell(at, 0)
  expect(told()).toEqual(['administrator: Test: section16 desk'])
  const { email } = at.demonstration.people.viewer
  must(await at.visitor().post('/api/auth/request-password-reset', { email, redirectTo: ORIGIN }))
  expect(mails).toMatchObject([{ to: email, subject: 'A new password for the desk' }])
})

test('no CCC, no token, no password is in anything that is told', async () => {
  const mails: Mail[] = []
  const bodies: string[] = []
  const at = await inventServer({
    mail: async (mail) => void mails.push(mail),
    webhook: {
      url: 'https://hooks.example/section16',
      secret: `whsec_${Buffer.from(sha256('invented')).toString('base64')}`,
      fetch: async (_, init) => {
        bodies.push(JSON.stringify(init))
        return new Response(null, { status: 204 })
      },
    },
  })
  await takeForReal(at)
  await tell(at, 15 * MINUTE, 24 * HOUR)
  must(await signAs(at), 201)
  at.rehearsal.addFault({ kind: 'loseAnswer' })
  await order(at, 'LIVE')
  await work(at, 0)
  await tell(at, 0, 10 * HOUR, 24 * HOUR)
  expect([mails.length > 5, bodies.length > 3]).toEqual([true, true])
  const all = [...mails.map((mail) => JSON.stringify(mail)), ...bodies].join('\n')
  for (const canary of ['rowan*16', AGAIN.password, 'rehearsal-filer-', 'rehearsal-user-', 'whsec_', '3.31', '10,000'])
    expect(all, canary).not.toContain(canary)
})
