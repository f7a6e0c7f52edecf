/** What people do at the demonstration's desk, step by step. */
import { DEMONSTRATION_PASSWORD } from '../demonstration.ts'
import type { Answered, Server as Whole } from './openServer.mts'

type Server = Pick<Whole, 'as' | 'base' | 'demonstration'>

export const PDF = { mediaType: 'application/pdf', base64: Buffer.from('%PDF-1.7 signed by hand').toString('base64') }
export const AGAIN = { password: DEMONSTRATION_PASSWORD }

export function must(answer: Answered, status = 200) {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.text.slice(0, 2000)}`)
  return answer.body
}

export async function draftOf(at: Server, draftId = at.demonstration.draftId) {
  return must(await at.as('preparer').get(`${at.base}/drafts/${draftId}`))
}

/** The director attests by hand, once, and signs electronically. */
export async function signAs(at: Server, draftId = at.demonstration.draftId): Promise<Answered> {
  const { hash } = await draftOf(at, draftId)
  const body = { signedOn: '2026-06-01', document: PDF, again: AGAIN }
  must(await at.as('insider').post(`${at.base}/attestations`, body), 201)
  const { insiderId } = at.demonstration
  return at.as('insider').post(`${at.base}/drafts/${draftId}/signatures`, {
    manner: 'electronic',
    insiderId,
    ofHash: hash,
    capacity: { kind: 'self' },
    again: AGAIN,
  })
}

export async function order(at: Server, mode: 'TEST' | 'LIVE', draftId = at.demonstration.draftId) {
  const { hash, toType } = await draftOf(at, draftId)
  const wanted = { ofHash: hash, mode, typed: toType[mode] }
  return must(await at.as('preparer').post(`${at.base}/drafts/${draftId}/submissions`, wanted), 202)
}

export async function submissionOf(at: Server, id: string) {
  return must(await at.as('preparer').get(`${at.base}/submissions/${id}`))
}

/** Lets time pass and the worker work. */
export async function work(at: Whole, ...pauses: readonly number[]): Promise<void> {
  for (const pause of pauses) {
    at.advance(pause)
    await at.worker.tick()
  }
}

/** As if its people and companies were not invented: for what is never done for a demonstration. */
export async function takeForReal({ store }: Pick<Whole, 'store'>): Promise<void> {
  await store.kysely.updateTable('organization').set({ metadata: null }).execute()
}

/** Signed, sent for real, and accepted. */
export async function fileDemonstration(at: Whole) {
  must(await signAs(at), 201)
  const { id } = await order(at, 'LIVE')
  await work(at, 0, 3000, 3000)
  return submissionOf(at, id)
}
