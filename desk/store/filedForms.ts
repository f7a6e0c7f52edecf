import { sql } from 'kysely'
import { type Act, newId, said, type View } from './act.ts'
import { type Answer, notFound, refuse } from './answer.ts'
import { record } from './audit.ts'
import { canonicalJson, type Json, sha256 } from './canonicalJson.ts'
import { missing, unfit } from './checks.ts'
import { closeDraft } from './drafts.ts'
import { insiderIdsIn, insiderIdsOf } from './insiderIds.ts'
import { submission } from './submissionStates.ts'
import type { Destination, FiledFormTable } from './tables/filing.ts'

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
  const row: FiledFormTable = { ...unhashed, hash: filedFormHash(unhashed) }
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

/** Of each destination there is an index. */
const EVERYWHERE: readonly Destination[] = ['rehearsal', 'beta', 'edgar']

async function alreadyThere(act: Act, accessionNumber: string) {
  const same = await notes(act)
    .where('destination', 'in', EVERYWHERE)
    .where('accessionNumber', '=', accessionNumber)
    .executeTakeFirst()
  return same && refuse('D407', `filed_form/${same.id}`, { subject: 'filed form', what: 'accession number' })
}

/** One filed form; `undefined` when this organisation has none such. */
export async function filedForm(view: View, id: string): Promise<FiledForm | undefined> {
  const row = await view.db
    .selectFrom('filed_form')
    .selectAll()
    .select(insiderIdsOf(view, 'filed_form_insider', id).as('insiderIds'))
    .where('organizationId', '=', view.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, answer: JSON.parse(row.answer) as Json, insiderIds: insiderIdsIn(row.insiderIds) }
}

/** What lists show of a filed form. */
export type FiledFormNote = Omit<FiledFormTable, 'xml' | 'page' | 'answer'>

/** Which filed forms: of an issuer, of an insider, or of one at the other. */
export interface FiledFormsWanted {
  issuerId?: string
  insiderId?: string
}

/** How many at most, and after which one: the last that was seen. */
export interface FiledFormsPage {
  limit: number
  after?: Pick<FiledFormTable, 'acceptedAt' | 'id'>
}

/** Filed forms, latest first; all of them, or a page. */
export async function filedForms(
  view: View,
  wanted: FiledFormsWanted,
  page?: FiledFormsPage,
): Promise<FiledFormNote[]> {
  let query = wantedForms(view, wanted)
  if (page?.after) {
    const { acceptedAt, id } = page.after
    // The first condition is said alone, so that it is a range of an index.
    query = query
      .where('acceptedAt', '<=', acceptedAt)
      .where((eb) => eb.or([eb('acceptedAt', '<', acceptedAt), eb('id', '>', id)]))
  }
  return (page ? query.limit(page.limit) : query).execute()
}

/** A filed form without its page, to be read. */
export type FiledFormXml = FiledFormNote & Pick<FiledFormTable, 'xml'>

/** All filed forms of an insider at an issuer with their XML, latest first. */
export async function filedFormXmls(view: View, wanted: Required<FiledFormsWanted>): Promise<FiledFormXml[]> {
  return wantedForms(view, wanted).select('xml').execute()
}

/** Latest first. An insider has few forms and an organisation many, so an insider's are sorted, and none is passed over. */
function wantedForms(view: View, { issuerId, insiderId }: FiledFormsWanted) {
  const { organizationId } = view
  const query = notes(view)
  if (insiderId === undefined) {
    const ofIssuer = issuerId === undefined ? query : query.where('issuerId', '=', issuerId)
    return ofIssuer.orderBy('acceptedAt', 'desc').orderBy('id')
  }
  // Neither the issuer nor the moment is said as the index on them has it: an issuer has more forms than an insider.
  const ofIssuer = issuerId === undefined ? query : query.where(sql`"issuerId" || ''`, '=', issuerId)
  return ofIssuer
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('filed_form_insider')
        .select('filedFormId')
        .where('organizationId', '=', organizationId)
        .where('insiderId', '=', insiderId),
    )
    .orderBy(sql`"acceptedAt" + 0`, 'desc')
    .orderBy('id')
}

/** Some filed forms, by id. */
export async function filedFormNotes(view: View, ids: readonly string[]): Promise<Map<string, FiledFormNote>> {
  if (ids.length === 0) return new Map()
  const found = await notes(view)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(found.map((note) => [note.id, note]))
}

/** The form that was filed by a submission; `undefined` while there is none. */
export async function filedBySubmission(view: View, submissionId: string): Promise<FiledFormNote | undefined> {
  return notes(view).where('submissionId', '=', submissionId).executeTakeFirst()
}

function notes({ db, organizationId }: View) {
  return db
    .selectFrom('filed_form')
    .select(['organizationId', 'id', 'issuerId', 'submissionId', 'draftId', 'destination', 'formType'])
    .select(['accessionNumber', 'acceptedAt', 'filingDate', 'hash', 'by', 'at'])
    .where('organizationId', '=', organizationId)
}

/**
 * Whether a filed form as it was read is what was frozen: its content has the hash that the audit trail was told. With
 * `verifyChain` it proves that neither was changed since.
 */
export async function verifyFiledForm(view: View, { insiderIds: _, ...form }: FiledForm): Promise<boolean> {
  const told = await view.db
    .selectFrom('audit_entry')
    .select('detail')
    .where('organizationId', '=', view.organizationId)
    .where('subject', '=', 'filed_form')
    .where('subjectId', '=', form.id)
    .where('action', '=', 'form.filed')
    .executeTakeFirst()
  const hash = told && (JSON.parse(told.detail) as { hash: string }).hash
  return hash === filedFormHash({ ...form, answer: canonicalJson(form.answer) })
}

/** The hash of a filed form's content, which the audit trail is told. */
export function filedFormHash({ xml, page, ...row }: Omit<FiledFormTable, 'hash'> & { hash?: string }): string {
  const { hash: _, ...told } = row
  return sha256(canonicalJson({ ...told, xmlHash: sha256(xml), pageHash: sha256(page) }))
}
