/** Signing a draft: the proposal as desk/signing judges it, and the records that come of it. */
import type { CalendarDate, Cik } from '@section16/core/model'
import {
  type Acting,
  type Authentication,
  authenticationKeptThrough,
  type Capacity,
  type FilingToSign,
  maySign,
  type ProposedSignature,
  type SignDecision,
  signatureLineOf,
} from '../../signing/index.ts'
import {
  type Act,
  type Answer,
  keepAuthenticationDocument,
  type NewAuthenticationDocument,
  type SignatureTable,
  sign,
} from '../../store/index.ts'
import { easternDay } from '../moments.ts'
import type { OpenDraft } from './openDraft.ts'

export interface Wish {
  insiderId: string
  /** `powerOfAttorney` is the power's id. */
  capacity: Capacity
  authentication: Authentication
  signedOn: CalendarDate
}

/** Whether somebody may sign so, now. */
export function judgeWish(open: OpenDraft, wish: Wish, acting: Acting): SignDecision {
  return maySign(filingWith(open, wish.capacity), proposed(open, wish, acting.actor), open.records, acting)
}

function proposed({ insiders, filing }: OpenDraft, wish: Wish, signer: string): ProposedSignature {
  const { insiderId, capacity, authentication, signedOn } = wish
  const principal = (insiders.find(({ id }) => id === insiderId)?.cik ?? '') as Cik
  return { ofHash: filing.contentHash, principal, signer, capacity, authentication, signedOn }
}

/** The filing as it would be with the signer's power of attorney, attached unless it is on file. */
function filingWith({ filing, records }: OpenDraft, capacity: Capacity): FilingToSign {
  if (capacity.kind !== 'attorney') return filing
  const { powerOfAttorney } = capacity
  const [accessionNumber] = records.powersOfAttorney.find(({ id }) => id === powerOfAttorney)?.filedWith ?? []
  const others = filing.exhibits.filter((one) => one.powerOfAttorney !== powerOfAttorney)
  const own =
    accessionNumber === undefined
      ? ({ kind: 'attached', powerOfAttorney } as const)
      : ({ kind: 'onFile', powerOfAttorney, accessionNumber } as const)
  return { ...filing, exhibits: [...others, own] }
}

/** As what somebody may sign for an owner now, if it is authenticated; `undefined` where not at all. */
export function capacityOf(open: OpenDraft, insiderId: string, acting: Acting): Capacity | undefined {
  const powers = open.records.powersOfAttorney.map(({ id }) => ({ kind: 'attorney', powerOfAttorney: id }) as const)
  const capacities: readonly Capacity[] = [{ kind: 'self' }, { kind: 'officer' }, ...powers]
  const authentication = { kind: 'manual', document: 'to come' } as const
  const wish = { insiderId, authentication, signedOn: acting.today }
  return capacities.find((capacity) => judgeWish(open, { ...wish, capacity }, acting).allowed)
}

/** Keeps the authentication document and signs, in one act. */
export async function signWith(
  act: Act,
  open: OpenDraft,
  wish: Wish,
  document: Pick<NewAuthenticationDocument, 'manner' | 'mediaType' | 'bytes' | 'attestationId'>,
): Promise<Answer<SignatureTable>> {
  const { insiderId, capacity, signedOn } = wish
  const about = { draftId: open.draft.id, insiderId, ofHash: open.draft.hash }
  // A draft is filed within a year of its signing or signed anew, so that what is kept so long is kept long enough.
  const filedLatest = easternDay(act.at + 366 * DAY_MS)
  const retainUntil = authenticationKeptThrough(filedLatest).toString()
  const kept = await keepAuthenticationDocument(act, { ...about, ...document, retainUntil })
  if ('refused' in kept) return kept
  const signature = { ...proposed(open, wish, act.by), id: kept.value.id, by: act.by, at: act.at }
  const power = open.records.powersOfAttorney.find(
    ({ id }) => capacity.kind === 'attorney' && id === capacity.powerOfAttorney,
  )
  const principal = open.records.principals.find(({ cik }) => cik === signature.principal)
  if (!principal) throw new Error('signed for nobody')
  return sign(act, {
    ...about,
    line: signatureLineOf(principal, [signature], power).name,
    signedOn: signedOn.toString(),
    powerOfAttorneyId: power?.id ?? null,
    authenticationDocumentId: kept.value.id,
  })
}

const DAY_MS = 86_400_000
