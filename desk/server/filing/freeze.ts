/** An accepted form for good: its XML as sent, its page, EDGAR's answer, and what it says is held. */
import { CalendarDate, type OwnershipDocument, parseAccessionNumber } from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { renderHtml } from '@section16/core/render'
import type { SubmissionStatus } from '@section16/edgar/submission'
import {
  type Act,
  type Answer,
  archiveOf,
  type Destination,
  draft,
  type FiledForm,
  freezeFiledForm,
  type Json,
  type Submission,
  submission,
} from '../../store/index.ts'
import { nameParties } from '../forms/draftDocument.ts'
import { partiesOf } from '../forms/openDraft.ts'
import { marked } from '../forms/page.ts'
import { eastern, easternDay } from '../moments.ts'
import { postHeld } from './postHeld.ts'

/** Freezes what was sent, closes its draft and posts its holdings. */
export async function freeze(
  act: Act,
  { id, draftId }: Submission,
  status: SubmissionStatus,
  answer: Json,
): Promise<Answer<FiledForm>> {
  const of = await draft(act, draftId)
  const now = await submission(act, id)
  const sent = (await archiveOf(act, id)).find(({ kind }) => kind === 'form')
  const { document } = sent ? readOwnershipXml(sent.bytes) : {}
  if (!of || !now?.last.accessionNumber || !sent || !document) throw new Error('accepted, and nothing was sent')
  const acceptedAt = status.acceptedAt ?? act.at
  const filingDate = status.filingDate ?? String(easternDay(acceptedAt))
  const { accessionNumber } = now.last
  const { issuer, insiders } = await partiesOf(act, of)
  const form = await freezeFiledForm(act, {
    issuerId: of.issuerId,
    insiderIds: of.insiderIds,
    submissionId: id,
    formType: of.formType,
    accessionNumber,
    acceptedAt,
    filingDate,
    xml: sent.bytes,
    answer,
    page: pageOf(nameParties(document, issuer, insiders), {
      accessionNumber,
      acceptedAt,
      filingDate,
      destination: now.destination,
    }),
  })
  if ('refused' in form) return form
  const posted = await postHeld(act, form.value, document)
  return 'refused' in posted ? posted : form
}

interface Filed {
  accessionNumber: string
  acceptedAt: number
  filingDate: string
  destination: Destination
}

/** What the page of a filed form says above it. */
export function headerOf({ accessionNumber: number, acceptedAt, filingDate }: Omit<Filed, 'destination'>) {
  const filedAsOf = CalendarDate.parse(filingDate)
  const accessionNumber = parseAccessionNumber(number)
  return {
    ...(accessionNumber && { accessionNumber }),
    ...(filedAsOf && { filedAsOf }),
    acceptedAt: eastern(acceptedAt),
  }
}

function pageOf(document: OwnershipDocument, filed: Filed): string {
  return marked(renderHtml(document, { header: headerOf(filed) }), filed.destination)
}
