/** An accepted form for good: its XML as sent, its page, EDGAR's answer, and what it says is held. */
import { CalendarDate, type OwnershipDocument, parseAccessionNumber, rowsOf } from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { renderHtml } from '@section16/core/render'
import type { SubmissionStatus } from '@section16/edgar/submission'
import { positionKey } from '../../recipes/index.ts'
import {
  type Act,
  type Answer,
  archiveOf,
  type Destination,
  draft,
  type FiledForm,
  freezeFiledForm,
  insider,
  type Json,
  type NewHolding,
  postHoldings,
  type Submission,
  submission,
} from '../../store/index.ts'
import { withKnownNames } from '../forms/draftDocument.ts'
import { positionOf } from '../forms/history.ts'
import { partiesOf } from '../forms/openDraft.ts'
import { marked } from '../forms/page.ts'
import { eastern, easternDay } from '../moments.ts'

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
    page: pageOf(withKnownNames(document, issuer, insiders), {
      accessionNumber,
      acceptedAt,
      filingDate,
      destination: now.destination,
    }),
  })
  if ('refused' in form) return form
  const posted = await postHoldings(act, await holdingsOf(act, form.value, document))
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

/** The lines of all owners: a joint filing's lines are each owner's. The last line of a position speaks for it. */
async function holdingsOf(act: Act, form: FiledForm, document: OwnershipDocument): Promise<NewHolding[]> {
  const period = document.periodOfReport.value?.toString() ?? form.filingDate
  const insiders = await Promise.all(form.insiderIds.map((id) => insider(act, id)))
  return insiders.flatMap((one) =>
    rowsOf(document).flatMap((row, place): NewHolding[] => {
      const position = positionOf(document, row)
      if (!one || !position) return []
      return [
        {
          issuerId: form.issuerId,
          insiderId: one.id,
          filedFormId: form.id,
          row: place,
          supersedes: null,
          position: positionKey(position.security, position.ownership),
          security: position.security.title,
          ownership: position.ownership.form,
          natureOfOwnership: position.ownership.form === 'I' ? position.ownership.nature : null,
          day: row.transactionDate.value?.toString() ?? period,
          amount: position.shares.toString(),
        },
      ]
    }),
  )
}
