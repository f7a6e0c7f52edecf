import { type Act, newId, said, type View } from './act.ts'
import { type Answer, notFound, refuse } from './answer.ts'
import { record } from './audit.ts'
import { canonicalJson, type Json, sha256 } from './canonicalJson.ts'
import { missing, unfit } from './checks.ts'
import { closeDraft } from './drafts.ts'
import { submission } from './submissionStates.ts'
import type { FiledFormTable } from './tables/filing.ts'

/** A form as filed. */
export interface NewFiledForm {
  issuerId: string
  insiderIds: readonly string[]
  /** Null for a form that was filed elsewhere and is imported to be read. */
  submissionId: string | null
  formType: string
  accessionNumber: string
  /** Milliseconds UTC. */
  acceptedAt: number
  filingDate: string
  /** As filed, but without a CCC. */
  xml: Uint8Array
  /** The HTML page of this very XML. */
  page: string
  /** EDGAR's answer. */
  answer: Json
}

export type FiledForm = Omit<FiledFormTable, 'answer'> & { answer: Json; insiderIds: string[] }

/** A CCC with content, in any spelling that the ownership schemas know. */
const CCC = /<(?:\w+:)?\w*ccc\s*>\s*[^<\s]/i

/**
 * Freezes a filed form with its XML, its page and EDGAR's answer, and closes the draft it was made from. Refused: a
 * submission that is not live and accepted (D406), an accession number that is there (D407), an XML with a CCC (D413).
 */
export async function freezeFiledForm(act: Act, form: NewFiledForm): Promise<Answer<FiledForm>> {
  const id = newId()
  const { insiderIds, ...told } = form
  const refusal = (await unfitForm(act, id, form)) ?? (await alreadyThere(act, form.accessionNumber))
  if (refusal) return refusal
  const of = form.submissionId === null ? undefined : await submission(act, form.submissionId)
  if (form.submissionId !== null && !of) return notFound('submission', form.submissionId)
  if (of && (of.mode !== 'LIVE' || of.last.state !== 'accepted'))
    return refuse('D406', `submission/${of.id}`, { subject: 'submission', state: of.last.state, wanted: 'filed' })
  const { db, organizationId } = act
  const made = { organizationId, id, ...told, draftId: of?.draftId ?? null, destination: of?.destination ?? 'edgar' }
  const unhashed = { ...made, answer: canonicalJson(form.answer), ...said(act) } as const
  const row: FiledFormTable = { ...unhashed, hash: hashOf(unhashed) }
  await db.insertInto('filed_form').values(row).execute()
  const insiders = [...new Set(insiderIds)].map((insiderId) => ({ organizationId, filedFormId: id, insiderId }))
  if (insiders.length > 0) await db.insertInto('filed_form_insider').values(insiders).execute()
  const { accessionNumber, destination, hash } = row
  await record(act, 'form.filed', 'filed_form', id, { accessionNumber, destination, hash, insiderIds: [...insiderIds] })
  if (of) await closeDraft(act, of.draftId, 'filed')
  return { value: (await filedForm(act, id)) as FiledForm }
}

async function unfitForm(act: Act, id: string, form: NewFiledForm) {
  const path = `filed_form/${id}`
  if (CCC.test(new TextDecoder().decode(form.xml))) return refuse('D413', path)
  return (
    unfit(path, [
      ['accession number', form.accessionNumber],
      ['day', form.filingDate],
    ]) ??
    (await missing(act, [
      ['issuer', form.issuerId],
      ...form.insiderIds.map((insiderId) => ['insider', insiderId] as const),
    ]))
  )
}

async function alreadyThere(act: Act, accessionNumber: string) {
  const same = await rows(act).where('accessionNumber', '=', accessionNumber).executeTakeFirst()
  return same && refuse('D407', `filed_form/${same.id}`, { subject: 'filed form', what: 'accession number' })
}

/** One filed form; `undefined` when this organisation has none such. */
export async function filedForm(view: View, id: string): Promise<FiledForm | undefined> {
  const row = await rows(view).where('id', '=', id).executeTakeFirst()
  return row && { ...row, answer: JSON.parse(row.answer) as Json, insiderIds: await insidersOf(view, id) }
}

/** What lists show of a filed form. */
export type FiledFormNote = Omit<FiledFormTable, 'xml' | 'page' | 'answer'>

/** The filed forms of an issuer, an insider, or one at the other; latest first. */
export async function filedForms(
  view: View,
  { issuerId, insiderId }: { issuerId?: string; insiderId?: string },
): Promise<FiledFormNote[]> {
  const { db, organizationId } = view
  let query = db
    .selectFrom('filed_form')
    .select(['organizationId', 'id', 'issuerId', 'submissionId', 'draftId', 'destination', 'formType'])
    .select(['accessionNumber', 'acceptedAt', 'filingDate', 'hash', 'by', 'at'])
    .where('organizationId', '=', organizationId)
  if (issuerId !== undefined) query = query.where('issuerId', '=', issuerId)
  if (insiderId !== undefined)
    query = query.where('id', 'in', (eb) =>
      eb
        .selectFrom('filed_form_insider')
        .select('filedFormId')
        .where('organizationId', '=', organizationId)
        .where('insiderId', '=', insiderId),
    )
  return query.orderBy('acceptedAt', 'desc').orderBy('id').execute()
}

/**
 * Whether a filed form is what was frozen: its content has the hash that the audit trail was told. Together with
 * `verifyChain` it proves that neither was changed since.
 */
export async function verifyFiledForm(view: View, id: string): Promise<boolean> {
  const row = await rows(view).where('id', '=', id).executeTakeFirst()
  const told = await view.db
    .selectFrom('audit_entry')
    .select('detail')
    .where('organizationId', '=', view.organizationId)
    .where('subject', '=', 'filed_form')
    .where('subjectId', '=', id)
    .where('action', '=', 'form.filed')
    .executeTakeFirst()
  const hash = told && (JSON.parse(told.detail) as { hash: string }).hash
  return row !== undefined && hash === hashOf(row)
}

function hashOf({ xml, page, ...row }: Omit<FiledFormTable, 'hash'> & { hash?: string }): string {
  const { hash: _, ...told } = row
  return sha256(canonicalJson({ ...told, xmlHash: sha256(xml), pageHash: sha256(page) }))
}

async function insidersOf({ db, organizationId }: View, id: string): Promise<string[]> {
  const found = await db
    .selectFrom('filed_form_insider')
    .select('insiderId')
    .where('organizationId', '=', organizationId)
    .where('filedFormId', '=', id)
    .orderBy('insiderId')
    .execute()
  return found.map(({ insiderId }) => insiderId)
}

function rows({ db, organizationId }: View) {
  return db.selectFrom('filed_form').selectAll().where('organizationId', '=', organizationId)
}
