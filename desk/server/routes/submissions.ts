import { formPlace } from '@section16/core/facts'
import type { Diagnostic } from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { writeEdgarSubmission } from '@section16/core/write'
import {
  concernedCell,
  type EdgarMessage,
  isRehearsalAccession,
  type ListedFiling,
  reconcile,
  type SubmissionStatus,
} from '@section16/edgar/submission'
import {
  type Answer,
  archiveOf,
  draft,
  filedBySubmission,
  orderSend,
  prepareSubmission,
  record,
  resolveSubmission,
  type Submission,
  secretNotes,
  statesOf,
  submission,
  submissionsOf,
  type View,
} from '../../store/index.ts'
import { type Api, addRoute, type Desk, type Request } from '../context.ts'
import * as contract from '../contract/index.ts'
import { Declined, decline, notThere } from '../declined.ts'
import { ofServer, told } from '../diagnostics.ts'
import { isDemonstration } from '../filing/organization.ts'
import { orderPoll } from '../filing/poll.ts'
import { WORDS_TO_RESOLVE, wordsToSend } from '../filing/words.ts'
import { adjustmentRequest } from '../forms/adjustmentRequest.ts'
import { dueMoments } from '../forms/findings.ts'
import { type OpenDraft, openDraft } from '../forms/openDraft.ts'
import { exhibitsOf, formAsSent, revealCccs, submissionFile } from '../forms/submissionFile.ts'
import { submissionNote } from './draftShown.ts'
import { reachedDraft } from './drafts.ts'
import { staleHash } from './signing.ts'

export function addSubmissionRoutes(api: Api, desk: Desk): void {
  const { edgar } = desk
  addRoute(api, desk, contract.postSubmission, async (c) => {
    const request = c.get('request')
    const { ofHash, mode, typed } = c.req.valid('json')
    const open = await reachedDraft(request, c.req.valid('param').draft)
    if (ofHash !== open.draft.hash) throw staleHash(open, ofHash)
    const wanted = wordsToSend(open.draft.formType, mode, edgar.destination)
    if (typed !== wanted) throw decline(422, 'D530', 'typed', { wanted })
    await unlessKept(desk, request, mode)
    unlessFileable(open, await missingSecrets(request, open))
    const sent = await request.act(async (act) => {
      const order = { draftId: open.draft.id, ofHash, mode, destination: edgar.destination }
      const prepared = await prepareSubmission(act, order)
      if ('refused' in prepared) return prepared
      // What was typed is kept with who and when: nobody can say later that it went by itself.
      await record(act, 'submission.confirmed', 'submission', prepared.value.id, { typed, mode })
      const ordered = await orderSend(act, prepared.value.id)
      return 'refused' in ordered ? ordered : prepared
    })
    return c.json(await shown(request, sent), 202)
  })
  addRoute(api, desk, contract.getSubmission, async (c) => {
    const request = c.get('request')
    return c.json(await shown(request, await reachedSubmission(request, c.req.valid('param').submission)), 200)
  })
  addRoute(api, desk, contract.postUploadFile, async (c) => {
    const request = c.get('request')
    const { ofHash, mode, again } = c.req.valid('json')
    const open = await reachedDraft(request, c.req.valid('param').draft)
    if (ofHash !== open.draft.hash) throw staleHash(open, ofHash)
    // Whoever has the file can upload it to the real EDGAR.
    if (mode === 'LIVE' && (await isDemonstration(request.view))) throw decline(422, 'D531', 'mode')
    unlessFileable(open, [])
    await desk.again.prove(request.person, request.headers, again)
    const xml = await request.act(async (act): Promise<Answer<string>> => {
      const cccs = await revealCccs(act, open.insiders, `upload file of draft ${open.draft.id}`)
      if (Array.isArray(cccs)) return { refused: cccs[0] as Diagnostic }
      const made = submissionFile(open, mode, await exhibitsOf(act, open), cccs)
      return made.xml === undefined ? { refused: ofServer('D521', '/ownershipDocument') } : { value: made.xml }
    })
    return c.body(xml, 200, UPLOAD_HEADERS) as never
  })
  addResolutionRoutes(api, desk)
  addRoute(api, desk, contract.getAdjustmentRequest, async (c) => {
    const request = c.get('request')
    const open = await reachedDraft(request, c.req.valid('param').draft)
    const text = await requestOf(request.view, open, desk, request.at)
    if (text === undefined) throw decline(422, 'D570', `draft/${open.draft.id}`)
    return c.body(text, 200, { 'content-type': 'text/plain; charset=utf-8' }) as never
  })
}

async function requestOf(view: View, open: OpenDraft, { edgar }: Desk, at: number): Promise<string | undefined> {
  const { draft: of, issuer, insiders } = open
  const [due] = dueMoments(open, at)
  if (!due) return undefined
  const live = (await submissionsOf(view, of.id)).filter(({ mode }) => mode === 'LIVE')
  const attempts = await Promise.all(
    live.map(async ({ id, ofHash }) => ({ id, ofHash, states: await statesOf(view, id) })),
  )
  return adjustmentRequest({ formType: of.formType, issuer, owners: insiders, due, attempts }, edgar.destination, at)
}

const UPLOAD_HEADERS = {
  'content-type': 'application/xml; charset=us-ascii',
  'content-disposition': 'attachment; filename="edgarSubmission.xml"',
}

/** Invented data go to a rehearsal only, and the real EDGAR gets what the configuration allows. */
async function unlessKept({ edgar }: Desk, { view }: Request, mode: 'TEST' | 'LIVE'): Promise<void> {
  if (edgar.destination === 'rehearsal') return
  if (await isDemonstration(view)) throw decline(422, 'D531', 'destination')
  const allowed = mode === 'LIVE' ? edgar.allowLive : edgar.allowTest
  if (allowed !== true) throw decline(422, 'D532', 'mode', { mode })
}

function unlessFileable({ blockers, document }: OpenDraft, missing: readonly Diagnostic[]): void {
  const against = [...blockers, ...missing]
  if (against.length === 0) return
  const reasons = against.map((one) => told(one, document))
  throw new Declined(422, ofServer('D533', 'draft', { count: against.length }), { reasons })
}

/** Secrets without which nothing can be sent. */
async function missingSecrets(
  { view, organizationId, by, at }: Request,
  { insiders }: OpenDraft,
): Promise<Diagnostic[]> {
  const purposes = ['filerToken', 'userToken', 'ccc'] as const
  const subjectIds = [organizationId, by, ...insiders.map(({ id }) => id)]
  const notes = await secretNotes(view, { purposes, subjectIds })
  const has = (purpose: string, subjectId: string) =>
    notes.some((one) => one.purpose === purpose && one.subjectId === subjectId && (one.expiresAt ?? at + 1) > at)
  const tokens = [
    ...(has('filerToken', organizationId) ? [] : ['filer API token']),
    ...(has('userToken', by) ? [] : ['user API token of whoever sends']),
  ]
  return [
    ...tokens.map((token) => ofServer('D523', 'edgar', { token })),
    ...insiders
      .filter(({ id }) => !has('ccc', id))
      .map(({ id, name }) => ofServer('D522', `insider/${id}`, { insider: name })),
  ]
}

/** A submission that the caller may see; else it is not there. */
async function reachedSubmission({ view, scope }: Request, id: string): Promise<Submission> {
  const found = await submission(view, id)
  const of = found && (await draft(view, found.draftId))
  if (!found || !of || !scope.reaches(of)) throw notThere('submission')
  return found
}

function addResolutionRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.postResolution, async (c) => {
    const request = c.get('request')
    const { filed, how, typed } = c.req.valid('json')
    const of = await reachedSubmission(request, c.req.valid('param').submission)
    const wanted = filed === null ? WORDS_TO_RESOLVE.notFiled : WORDS_TO_RESOLVE.filed
    if (typed !== wanted) throw decline(422, 'D530', 'typed', { wanted })
    if (filed !== null && isRehearsalAccession(filed) !== (of.destination === 'rehearsal'))
      throw decline(422, 'D534', 'filed', { number: filed })
    await request.act(async (act) => {
      const resolved = await resolveSubmission(act, of.id, { filed, how, typed })
      if (filed !== null && 'value' in resolved)
        await orderPoll(act, of.id, filed, (await startOf(act, of.id)) ?? act.at)
      return resolved
    })
    return c.json(await shown(request, await reachedSubmission(request, of.id)), 200)
  })
  addRoute(api, desk, contract.postComparison, async (c) => {
    const request = c.get('request')
    const of = await reachedSubmission(request, c.req.valid('param').submission)
    const { listed } = c.req.valid('json')
    return c.json(await compared(request.view, of, listed), 200)
  })
}

/** When sending began. */
async function startOf(view: View, id: string): Promise<number | undefined> {
  return (await statesOf(view, id)).find(({ state }) => state === 'sending')?.at
}

async function compared(view: View, { id, mode }: Submission, listed: readonly ListedFiling[]) {
  const startedAt = await startOf(view, id)
  const document = (await sentForm(view, id))?.document
  if (startedAt === undefined || !document) throw notThere('sent form')
  const { xml = '' } = writeEdgarSubmission(document, { testOrLive: mode })
  const found = reconcile({ xml, startedAt }, listed)
  const accessionNumbers =
    found.kind === 'accepted'
      ? [found.accessionNumber]
      : found.kind === 'acceptedSeveralTimes'
        ? [...found.accessionNumbers]
        : []
  return { kind: found.kind, accessionNumbers }
}

/** The form as it was sent, without CCC. */
async function sentForm(view: View, id: string) {
  const entry = (await archiveOf(view, id)).find(({ kind }) => kind === 'form')
  return entry && readOwnershipXml(entry.bytes)
}

const HOW = [
  'Look for EDGAR’s e-mail to the notification addresses and the login’s own address.',
  'Look at the owner’s list of filings on EDGAR; compare what is there with what was sent.',
  'Sign in to EDGAR and look at the status of recent submissions.',
]

async function shown({ view, at }: Request, of: Submission) {
  const states = await statesOf(view, of.id)
  const filing = await filedBySubmission(view, of.id)
  return {
    ...submissionNote(of),
    states: states.map(({ state, by, at: stateAt, accessionNumber }) => ({
      state,
      by,
      at: stateAt,
      accessionNumber,
    })),
    messages: await messagesOf(view, of),
    filingId: filing?.id ?? null,
    toResolve:
      of.last.state === 'outcomeUnknown'
        ? {
            how: HOW,
            by: await latest(view, of.draftId, at),
            typeFiled: WORDS_TO_RESOLVE.filed,
            typeNotFiled: WORDS_TO_RESOLVE.notFiled,
          }
        : null,
  }
}

/** By when it has to be known: the form's first due moment. */
async function latest(view: View, draftId: string, at: number): Promise<number | null> {
  const open = await openDraft(view, draftId, at)
  return (open && dueMoments(open, at)[0]?.at) ?? null
}

interface Told {
  messages?: readonly EdgarMessage[]
  submission?: Pick<SubmissionStatus, 'submissionMessages'>
  diagnostics?: readonly Diagnostic[]
}

/** What EDGAR, or this program before sending, said last, each at the cell that it concerns. */
async function messagesOf(view: View, { id, last }: Submission) {
  const { messages = [], submission: status, diagnostics = [] } = (last.detail ?? {}) as unknown as Told
  const form = await sentForm(view, id)
  const formXml = form?.document && formAsSent(form.document)
  const edgars = [...messages, ...(status?.submissionMessages ?? [])].map((message) => {
    const path = concernedCell(message, formXml === undefined ? {} : { formXml })?.path
    const place = path !== undefined && form?.document ? formPlace(form.document, path) : undefined
    return {
      type: message.type,
      content: message.content,
      ...(message.errorNumber !== undefined && { errorNumber: String(message.errorNumber) }),
      ...(message.label !== undefined && { label: message.label }),
      ...(path !== undefined && { path }),
      ...(place !== undefined && { place }),
    }
  })
  const ours = diagnostics.map((one) => ({ type: 'OTHER', content: told(one).message, label: one.code }))
  return [...edgars, ...ours]
}
