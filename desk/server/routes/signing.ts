import { CalendarDate } from '@section16/core/model'
import type { Capacity as Judged } from '../../signing/index.ts'
import {
  type ApprovalTable,
  type AttestationTable,
  approvalsOf,
  approve,
  attestationsOf,
  endAttestation,
  keepAttestation,
  keepPowerOfAttorney,
  type PowerOfAttorney,
  powerOfAttorney,
  powersOfAttorneyOf,
  revokePowerOfAttorney,
  sha256,
  signaturesOf,
  withdrawApproval,
  withdrawSignature,
} from '../../store/index.ts'
import { type Api, addRoute, type Desk, type Request } from '../context.ts'
import * as contract from '../contract/index.ts'
import { Declined, decline, notThere } from '../declined.ts'
import { told } from '../diagnostics.ts'
import type { OpenDraft } from '../forms/openDraft.ts'
import type { ElectronicAct } from '../forms/records.ts'
import { judgeWish, signWith, type Wish } from '../forms/signing.ts'
import { PAGE_HEADERS } from '../guard.ts'
import { easternDay } from '../moments.ts'
import { strangeIn } from '../powers/exhibitText.ts'
import { notAscii, powerText } from '../powers/powerText.ts'
import { approvalShown, signatureShown } from './draftShown.ts'
import { reachedDraft } from './drafts.ts'
import { reachedInsider } from './insiders.ts'

export function addSigningRoutes(api: Api, desk: Desk): void {
  addApprovalRoutes(api, desk)
  addSignatureRoutes(api, desk)
  addAttestationRoutes(api, desk)
  addPowerRoutes(api, desk)
}

function addApprovalRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.postApproval, async (c) => {
    const request = c.get('request')
    const { draft: of } = await reachedDraft(request, c.req.valid('param').draft)
    const { ofHash, note } = c.req.valid('json')
    const given: ApprovalTable = await request.act((act) => approve(act, { draftId: of.id, ofHash, note }))
    return c.json(approvalShown(given), 201)
  })
  addRoute(api, desk, contract.deleteApproval, async (c) => {
    const request = c.get('request')
    const { approval } = c.req.valid('param')
    const { draft: of } = await reachedDraft(request, c.req.valid('param').draft)
    unlessOwn(request, await approvalsOf(request.view, of.id), approval)
    await request.act((act) => withdrawApproval(act, of.id, approval))
    return c.json({ withdrawn: approval }, 200)
  })
}

function unlessOwn({ by }: Request, records: readonly { id: string; by: string }[], id: string): void {
  const found = records.find((one) => one.id === id)
  if (!found) throw notThere('record')
  if (found.by !== by) throw decline(403, 'D535', `record/${id}`)
}

function addSignatureRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.postSignature, async (c) => {
    const request = c.get('request')
    const open = await reachedDraft(request, c.req.valid('param').draft)
    const wanted = c.req.valid('json')
    if (wanted.ofHash !== open.draft.hash) throw staleHash(open, wanted.ofHash)
    unlessReady(open)
    const signature =
      wanted.manner === 'electronic'
        ? await signHere(desk, request, open, wanted)
        : await signOnPaper(request, open, wanted)
    return c.json(await signatureShown(request.view, signature), 201)
  })
  addRoute(api, desk, contract.deleteSignature, async (c) => {
    const request = c.get('request')
    const { signature } = c.req.valid('param')
    const { draft: of } = await reachedDraft(request, c.req.valid('param').draft)
    unlessOwn(request, await signaturesOf(request.view, of.id), signature)
    await request.act((act) => withdrawSignature(act, of.id, signature))
    return c.json({ withdrawn: signature }, 200)
  })
}

/** What is signed is what was seen: a hash that is not the draft's any more is another content. */
export function staleHash({ draft }: OpenDraft, basedOn: string): Declined {
  const data = { basedOn, current: draft.hash }
  return new Declined(409, { code: 'D403', severity: 'note', at: { path: `draft/${draft.id}` }, data })
}

/** Only a form that can be filed as it is, of the draft's own parties, can be signed. */
function unlessReady({ blockers }: OpenDraft): void {
  const against = blockers.filter(({ code }) => code.startsWith('D5'))
  if (against[0]) throw new Declined(422, against[0], { reasons: against.map((one) => told(one)) })
}

interface Wanted {
  insiderId: string
  capacity: { kind: 'self' } | { kind: 'officer' } | { kind: 'attorney'; powerOfAttorneyId: string }
}

function capacityOf({ capacity }: Wanted): Judged {
  return capacity.kind === 'attorney'
    ? { kind: 'attorney', powerOfAttorney: capacity.powerOfAttorneyId }
    : { kind: capacity.kind }
}

const STATEMENT =
  'I adopt the signature that the report shows for me, and agree that it is the legal equivalent of my manual signature.'

/** The signer's own act, right after signing in again. What was done is the authentication document. */
async function signHere(
  { again, clock }: Desk,
  request: Request,
  open: OpenDraft,
  wanted: Wanted & { again: { password: string; code?: string | undefined } },
) {
  const credential = await again.prove(request.person, request.headers, wanted.again)
  const told: ElectronicAct = {
    statement: STATEMENT,
    contentHash: open.draft.hash,
    signer: request.by,
    owner: wanted.insiderId,
    credential,
    at: clock(),
  }
  const bytes = new TextEncoder().encode(JSON.stringify(told))
  const [attestation] = await attestationsOf(request.view, request.by)
  return signed(
    request,
    open,
    {
      insiderId: wanted.insiderId,
      capacity: capacityOf(wanted),
      signedOn: easternDay(request.at),
      authentication: {
        kind: 'electronic',
        document: sha256(bytes),
        credential,
      },
    },
    { manner: 'electronic', mediaType: 'application/json', bytes, attestationId: attestation?.id ?? null },
  )
}

/** By the paper that the signer signed by hand, uploaded by the signer. */
async function signOnPaper(
  request: Request,
  open: OpenDraft,
  wanted: Wanted & { signedOn: string; document: { mediaType: string; base64: string } },
) {
  const bytes = Buffer.from(wanted.document.base64, 'base64')
  const signedOn = dayOf(wanted.signedOn)
  return signed(
    request,
    open,
    {
      insiderId: wanted.insiderId,
      capacity: capacityOf(wanted),
      signedOn,
      authentication: {
        kind: 'manual',
        document: sha256(bytes),
      },
    },
    { manner: 'uploaded', mediaType: wanted.document.mediaType, bytes, attestationId: null },
  )
}

async function signed(request: Request, open: OpenDraft, wish: Wish, document: Parameters<typeof signWith>[3]) {
  const acting = { actor: request.by, now: request.at, today: easternDay(request.at) }
  const { allowed, reasons } = judgeWish(open, wish, acting)
  const [first] = reasons
  if (!allowed && first) {
    throw new Declined(422, first, { reasons: reasons.map((one) => told(one, open.document)) })
  }
  return request.act((act) => signWith(act, open, wish, document))
}

type FormType = '3' | '3/A' | '4' | '4/A' | '5' | '5/A'

/** A day that the contract let through and that may still be none, `2026-02-30`. */
function dayOf(written: string): CalendarDate {
  const day = CalendarDate.parse(written)
  if (!day) throw decline(400, 'D501', 'signedOn', { where: 'signedOn' })
  return day
}

function addAttestationRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.getAttestations, async (c) => {
    const { view, by } = c.get('request')
    return c.json({ attestations: (await attestationsOf(view, by)).map(attestationShown) }, 200)
  })
  addRoute(api, desk, contract.postAttestation, async (c) => {
    const request = c.get('request')
    const { signedOn, document, again } = c.req.valid('json')
    await desk.again.prove(request.person, request.headers, again)
    const bytes = Buffer.from(document.base64, 'base64')
    const { mediaType } = document
    const kept = await request.act((act) => keepAttestation(act, { userId: request.by, signedOn, mediaType, bytes }))
    return c.json(attestationShown(kept), 201)
  })
  addRoute(api, desk, contract.deleteAttestation, async (c) => {
    const request = c.get('request')
    const { attestation } = c.req.valid('param')
    const own = await attestationsOf(request.view, request.by)
    if (!own.some(({ id }) => id === attestation)) throw notThere('attestation')
    await request.act((act) => endAttestation(act, attestation, 'ended by its signer'))
    return c.json({ ended: attestation }, 200)
  })
}

function attestationShown({ id, userId, signedOn, bytesHash, by, at }: AttestationTable) {
  return { id, userId, signedOn, documentHash: bytesHash, by, at }
}

function addPowerRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.getPowers, async (c) => {
    const request = c.get('request')
    const { id } = await reachedInsider(request, c.req.valid('param').insider)
    return c.json({ powers: (await powersOfAttorneyOf(request.view, id)).map(powerShown) }, 200)
  })
  addRoute(api, desk, contract.postPower, async (c) => {
    const request = c.get('request')
    const { document, ...power } = c.req.valid('json')
    await reachedInsider(request, power.insiderId)
    const bytes = Buffer.from(document.base64, 'base64')
    const { mediaType } = document
    const strange = strangeIn(bytes.toString('latin1'))
    if (strange.length > 0) throw new Declined(422, notAscii(strangeIn(bytes.toString('utf8'))))
    return c.json(powerShown(await request.act((act) => keepPowerOfAttorney(act, { ...power, mediaType, bytes }))), 201)
  })
  addRoute(api, desk, contract.postPowerText, async (c) => {
    const { mediaType, base64 } = c.req.valid('json').document
    const { text, diagnostics } = await powerText(mediaType, Buffer.from(base64, 'base64'))
    const [first] = diagnostics
    if (text === undefined && first) throw new Declined(422, first)
    return c.json({ text: text ?? '', diagnostics: diagnostics.map((one) => told(one)) }, 200)
  })
  addRoute(api, desk, contract.getPowerDocument, async (c) => {
    const { mediaType, bytes } = await reachedPower(c.get('request'), c.req.valid('param').power)
    const headers = { ...PAGE_HEADERS, 'content-type': `${mediaType}; charset=us-ascii` }
    return c.body(new Uint8Array(bytes), 200, headers) as never
  })
  addRoute(api, desk, contract.putPowerRevocation, async (c) => {
    const request = c.get('request')
    const { id: power } = await reachedPower(request, c.req.valid('param').power)
    const revoked = await request.act((act) => revokePowerOfAttorney(act, power, c.req.valid('json')))
    return c.json(powerShown(revoked), 200)
  })
}

async function reachedPower({ view, scope }: Request, id: string): Promise<PowerOfAttorney> {
  const found = await powerOfAttorney(view, id)
  if (!found || !(await scope.reachesInsider(found.insiderId))) throw notThere('power of attorney')
  return found
}

function powerShown(power: PowerOfAttorney) {
  const { id, insiderId, signers, acting, forms, issuerIds, fromDay, untilDay, onFileAccession } = power
  const { bytesHash, revoked } = power
  return {
    id,
    insiderId,
    signers,
    acting,
    forms: forms as FormType[],
    issuerIds,
    fromDay,
    untilDay,
    onFileAccession,
    documentHash: bytesHash,
    revoked: revoked
      ? {
          fromDay: revoked.fromDay,
          because: revoked.because,
        }
      : null,
    by: power.by,
    at: power.at,
  }
}
