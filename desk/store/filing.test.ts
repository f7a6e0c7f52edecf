import { expect } from 'vitest'
import { archive, archiveOf } from './archive.ts'
import { verifyChain } from './audit.ts'
import { draft, saveDraft } from './drafts.ts'
import { filedForm, filedForms, freezeFiledForm, type NewFiledForm, verifyFiledForm } from './filedForms.ts'
import { claimJobs, type Job, jobOf } from './jobs.ts'
import { beginSend, orderSend, recordSend, SEND, type SendOutcome, settleExpiredJobs } from './sends.ts'
import { statesOf, submission, submissionsIn } from './submissionStates.ts'
import { prepareSubmission, recordVerdict, resolveSubmission, withdrawSubmission } from './submissions.ts'
import { NOW, onBoth, refusal } from './testing/databases.mts'
import { type Desk, type DraftDesk, inventDraft, inventSubmission } from './testing/invented.mts'

const LEASE = 60_000
const ACCESSION = '0009990000-26-000007'
const RECEIVED: SendOutcome = { state: 'received', accessionNumber: ACCESSION, answer: { status: 'RECEIVED' } }
const xml = new TextEncoder().encode('<ownershipDocument><documentType>4</documentType></ownershipDocument>')

/** Workers serve every organisation: each of these tests takes all that is due, and keeps its own. */
async function takeSend(desk: Desk, now = NOW): Promise<Job | undefined> {
  const claim = { worker: 'w1', kinds: [SEND], limit: 100, leaseMilliseconds: LEASE }
  return (await claimJobs(desk.store, claim, now)).find(({ organizationId }) => organizationId === desk.organizationId)
}

async function sent(desk: Desk, of: DraftDesk, outcome: SendOutcome = RECEIVED) {
  const { id } = await inventSubmission(desk, of)
  await desk.act((act) => orderSend(act, id))
  const job = (await takeSend(desk)) as Job
  await desk.act((act) => beginSend(act, job))
  await desk.act((act) => recordSend(act, job, outcome))
  return id
}

const states = async (desk: Desk, id: string) => (await statesOf(desk.view, id)).map(({ state }) => state)
const save = (desk: Desk, { draft: { id } }: DraftDesk, basedOn = 'hash-1') =>
  desk.attempt((act) => saveDraft(act, id, basedOn, { hash: `${basedOn}+`, content: {} }))

onBoth('a submission goes from prepared to accepted, and its form is frozen', async (desk) => {
  const of = await inventDraft(desk)
  const id = await sent(desk, of)
  expect(await submissionsIn(desk.view, ['received'])).toMatchObject([{ id, last: { accessionNumber: ACCESSION } }])
  expect(await submissionsIn(desk.view, ['prepared', 'sending'])).toEqual([])
  const form: NewFiledForm = {
    issuerId: of.issuerId,
    insiderIds: [of.insiderId],
    submissionId: id,
    formType: '4',
    accessionNumber: ACCESSION,
    acceptedAt: NOW + 9,
    filingDate: '2026-03-02',
    xml,
    page: '<html>4</html>',
    answer: { final: true },
  }
  expect(refusal(await desk.attempt((act) => freezeFiledForm(act, form)))).toBe('D406')
  await desk.act((act) => recordVerdict(act, id, 'accepted', { final: true }), 9)
  const spoiled = new TextEncoder().encode('<rptOwnerCcc>abcd#123</rptOwnerCcc>')
  expect(refusal(await desk.attempt((act) => freezeFiledForm(act, { ...form, xml: spoiled })))).toBe('D413')
  const filed = await desk.act((act) => freezeFiledForm(act, form), 10)
  expect(filed).toMatchObject({ destination: 'rehearsal', draftId: of.draft.id, answer: { final: true } })
  expect(new Uint8Array(filed.xml)).toEqual(xml)
  expect(await filedForms(desk.view, { insiderId: of.insiderId })).toMatchObject([{ id: filed.id, hash: filed.hash }])
  expect(await filedForms(desk.view, { issuerId: 'other' })).toEqual([])
  expect(await draft(desk.view, of.draft.id)).toMatchObject({ closedBecause: 'filed' })
  expect(refusal(await desk.attempt((act) => freezeFiledForm(act, form)))).toBe('D407')
  expect(await states(desk, id)).toEqual(['prepared', 'sending', 'received', 'accepted'])
  expect(await verifyFiledForm(desk.view, filed)).toBe(true)
  expect(await verifyChain(desk.view)).toMatchObject({ intact: true })
  await expect(desk.store.kysely.updateTable('filed_form').set({ page: '' }).execute()).rejects.toThrow('append-only')
})

onBoth('a send is begun exactly once, whoever tries and how often', async (desk) => {
  const { id } = await inventSubmission(desk, await inventDraft(desk))
  const ordered = await Promise.all([1, 2, 3].map(() => desk.act((act) => orderSend(act, id))))
  expect(new Set(ordered.map((job) => job.id)).size).toBe(1)
  const job = (await takeSend(desk)) as Job
  const tries = await Promise.all([1, 2, 3].map(() => desk.attempt((act) => beginSend(act, job))))
  expect(tries.filter((answer) => 'value' in answer)).toHaveLength(1)
  expect(await states(desk, id)).toEqual(['prepared', 'sending'])
  const row = {
    organizationId: desk.organizationId,
    submissionId: id,
    number: 3,
    state: 'sending',
    accessionNumber: null,
  }
  const second = { ...row, state: 'sending', detail: '{}', by: 'x', at: NOW } as const
  await expect(desk.store.kysely.insertInto('submission_state').values(second).execute()).rejects.toThrow(/unique/i)
})

onBoth('a send whose lease ran out has an unknown outcome, and is not sent again', async (desk) => {
  const { id } = await inventSubmission(desk, await inventDraft(desk))
  await desk.act((act) => orderSend(act, id))
  const job = (await takeSend(desk)) as Job
  await desk.act((act) => beginSend(act, job))
  const unknown = await settleExpiredJobs(desk.store, NOW + LEASE)
  expect(unknown.map(({ submissionId }) => submissionId)).toContain(id)
  expect(await states(desk, id)).toEqual(['prepared', 'sending', 'outcomeUnknown'])
  expect((await jobOf(desk.view, SEND, id))?.state).toBe('lost')
  expect(await takeSend(desk, NOW + 10 * LEASE)).toBeUndefined()
  expect(refusal(await desk.attempt((act) => beginSend(act, job)))).toBe('D412')
  expect(refusal(await desk.attempt((act) => orderSend(act, id)))).toBe('D406')
  // The worker was slow, not dead: its answer tells after all.
  await desk.act((act) => recordSend(act, job, RECEIVED))
  expect((await submission(desk.view, id))?.last).toMatchObject({ state: 'received', accessionNumber: ACCESSION })
})

onBoth('a send that was taken and provably not begun goes to another worker', async (desk) => {
  const { id } = await inventSubmission(desk, await inventDraft(desk))
  await desk.act((act) => orderSend(act, id))
  const first = (await takeSend(desk)) as Job
  expect(await settleExpiredJobs(desk.store, NOW + LEASE)).toEqual([])
  expect(refusal(await desk.attempt((act) => beginSend(act, first), LEASE))).toBe('D412')
  const second = (await takeSend(desk, NOW + LEASE)) as Job
  expect(refusal(await desk.attempt((act) => beginSend(act, first), LEASE))).toBe('D412')
  await desk.act((act) => beginSend(act, second), LEASE)
  expect(await states(desk, id)).toEqual(['prepared', 'sending'])
})

onBoth('an unknown outcome blocks the draft until a named person resolves it, either way', async (desk) => {
  const lost: SendOutcome = { state: 'outcomeUnknown', why: 'the connection broke' }
  const words = { how: 'looked at the owner’s list of filings', typed: 'NOT FILED' }
  const of = await inventDraft(desk)
  const again = { draftId: of.draft.id, ofHash: 'hash-1', mode: 'LIVE', destination: 'rehearsal' } as const
  const id = await sent(desk, of, lost)
  expect(refusal(await save(desk, of))).toBe('D406')
  expect(refusal(await desk.attempt((act) => prepareSubmission(act, again)))).toBe('D406')
  expect(refusal(await desk.attempt((act) => resolveSubmission(act, id, { filed: 'x', ...words })))).toBe('D408')
  await desk.act((act) => resolveSubmission(act, id, { filed: null, ...words }))
  expect(refusal(await desk.attempt((act) => recordVerdict(act, id, 'accepted', {})))).toBe('D406')
  expect(await sent(desk, of, lost)).not.toBe(id)
  const [open] = await submissionsIn(desk.view, ['outcomeUnknown'])
  await desk.act((act) => resolveSubmission(act, open?.id as string, { filed: ACCESSION, ...words, typed: 'FILED' }))
  expect(refusal(await desk.attempt((act) => prepareSubmission(act, again)))).toBe('D406')
  expect(refusal(await save(desk, of))).toBe('D406')
  const accepted = await desk.act((act) => recordVerdict(act, open?.id as string, 'accepted', {}))
  expect(accepted.accessionNumber).toBe(ACCESSION)
})

onBoth('a changed draft withdraws what was prepared of it; nothing stale is sent', async (desk) => {
  const of = await inventDraft(desk)
  const { id } = await inventSubmission(desk, of)
  await desk.act((act) => orderSend(act, id))
  await save(desk, of)
  expect(await states(desk, id)).toEqual(['prepared', 'withdrawn'])
  const job = (await takeSend(desk)) as Job
  expect(refusal(await desk.attempt((act) => beginSend(act, job)))).toBe('D403')
  expect((await settleExpiredJobs(desk.store, NOW + LEASE)).map(({ submissionId }) => submissionId)).not.toContain(id)
  expect((await jobOf(desk.view, SEND, id))?.state).toBe('lost')
  const stale = { draftId: of.draft.id, ofHash: 'hash-1', mode: 'LIVE', destination: 'rehearsal' } as const
  expect(refusal(await desk.attempt((act) => prepareSubmission(act, stale)))).toBe('D403')
  const fresh = await desk.act((act) => prepareSubmission(act, { ...stale, ofHash: 'hash-1+' }))
  await desk.act((act) => withdrawSubmission(act, fresh.id, 'second thoughts'))
  expect(await states(desk, fresh.id)).toEqual(['prepared', 'withdrawn'])
})

onBoth('refused or suspended, the draft may be changed and sent anew; a test leaves it free', async (desk) => {
  const of = await inventDraft(desk)
  await sent(desk, of, { state: 'refused', answer: { status: 503 } })
  const id = await sent(desk, of)
  expect(refusal(await save(desk, of))).toBe('D406')
  await desk.act((act) => recordVerdict(act, id, 'suspended', { errorNumber: 442 }))
  expect(await save(desk, of)).toHaveProperty('value')
  const fresh = { ...of, draft: { ...of.draft, hash: 'hash-1+' } }
  const test = await inventSubmission(desk, fresh, 'TEST')
  await desk.act((act) => orderSend(act, test.id))
  const job = (await takeSend(desk)) as Job
  await desk.act((act) => beginSend(act, job))
  expect(await save(desk, of, 'hash-1+')).toHaveProperty('value')
  await desk.act((act) => recordSend(act, job, RECEIVED))
  await desk.act((act) => recordVerdict(act, test.id, 'accepted', {}))
  const form = {
    issuerId: of.issuerId,
    insiderIds: [],
    submissionId: test.id,
    formType: '4',
    accessionNumber: ACCESSION,
  }
  const rest = { acceptedAt: NOW, filingDate: '2026-03-02', xml, page: '', answer: {} }
  expect(refusal(await desk.attempt((act) => freezeFiledForm(act, { ...form, ...rest })))).toBe('D406')
})

onBoth('a form filed elsewhere is imported, and EDGAR’s words are kept once', async (desk) => {
  const of = await inventDraft(desk)
  const form = {
    issuerId: of.issuerId,
    insiderIds: [of.insiderId],
    submissionId: null,
    formType: '4',
    accessionNumber: ACCESSION,
  }
  const rest = { acceptedAt: NOW, filingDate: '2026-03-02', xml, page: '', answer: null }
  const imported = await desk.act((act) => freezeFiledForm(act, { ...form, ...rest }))
  expect(await filedForm(desk.view, imported.id)).toMatchObject({ draftId: null, destination: 'edgar' })
  const id = await sent(desk, of)
  const said = {
    submissionId: id,
    kind: 'status',
    mediaType: 'application/json',
    bytes: new TextEncoder().encode('{}'),
  }
  const first = await desk.act((act) => archive(act, said))
  expect((await desk.act((act) => archive(act, said))).id).toBe(first.id)
  await desk.act((act) => archive(act, { ...said, kind: 'notification' }), 1)
  expect((await archiveOf(desk.view, id)).map(({ kind }) => kind)).toEqual(['status', 'notification'])
})
