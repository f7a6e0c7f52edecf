/** Forms that were filed elsewhere, taken into the archive to be read and counted. */
import type { OwnershipDocument } from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { renderHtml } from '@section16/core/render'
import { isRehearsalAccession } from '@section16/edgar/submission'
import {
  type Act,
  type Answer,
  type FiledForm,
  freezeFiledForm,
  type Insider,
  type Issuer,
  insider,
  insiderOfCik,
  issuer,
  issuers,
  record,
  type View,
} from '../../store/index.ts'
import { decline, notThere } from '../declined.ts'
import { importedPage } from '../forms/page.ts'
import { easternMoment } from '../moments.ts'
import { headerOf } from './freeze.ts'
import { postHeld } from './postHeld.ts'

/** A form to be imported. */
export interface Import {
  xml: Uint8Array
  accessionNumber: string
  filingDate: string
  /** Eastern civil time, `YYYY-MM-DD HH:MM:SS`. */
  accepted: string
  issuerId?: string | undefined
  insiderIds?: readonly string[] | undefined
}

/** The same, read, with whose it is. */
export interface ReadImport {
  form: Import
  document: OwnershipDocument
  acceptedAt: number
  issuerId: string
  insiderIds: readonly string[]
}

/** Reads a form that was filed elsewhere and finds whose it is. Declined where it cannot be told, or is not as said. */
export async function readImport(view: View, form: Import): Promise<ReadImport> {
  const { xml, accessionNumber, accepted } = form
  if (isRehearsalAccession(accessionNumber)) throw decline(422, 'D534', 'accessionNumber', { number: accessionNumber })
  const acceptedAt = easternMoment(accepted)
  if (acceptedAt === undefined) throw decline(422, 'D519', 'accepted', { written: accepted })
  const { document } = readOwnershipXml(xml)
  if (!document || !/^[345](?:\/A)?$/.test(document.documentType.value ?? '')) throw decline(422, 'D516', 'xml')
  const { id: issuerId } = await issuerOf(view, document, form.issuerId)
  const insiders = await ownersOf(view, document, form.insiderIds)
  return { form, document, acceptedAt, issuerId, insiderIds: insiders.map(({ id }) => id) }
}

async function issuerOf(view: View, { issuer: named }: OwnershipDocument, id: string | undefined): Promise<Issuer> {
  const cik = named.cik.value
  const found = id === undefined ? (await issuers(view)).find((one) => one.cik === cik) : await issuer(view, id)
  if (!found) {
    if (id !== undefined) throw notThere('issuer')
    throw decline(422, 'D518', 'issuer', { party: 'issuer', found: cik ?? 'no CIK' })
  }
  if (cik !== undefined && found.cik !== cik)
    throw decline(422, 'D517', 'issuer', { party: 'issuer', found: cik, wanted: found.cik })
  return found
}

/** Of several owners those who are kept here; at least one. */
async function ownersOf(
  view: View,
  { reportingOwners }: OwnershipDocument,
  ids: readonly string[] | undefined,
): Promise<Insider[]> {
  const ciks = reportingOwners.flatMap(({ id }) => id.cik.value ?? [])
  const asked = ids ? ids.map((id) => insider(view, id)) : ciks.map((cik) => insiderOfCik(view, cik))
  const found = await Promise.all(asked)
  const known = found.filter((one) => one !== undefined)
  if (ids && known.length < ids.length) throw notThere('insider')
  const stranger = known.find(({ cik }) => ciks.length > 0 && !ciks.some((one) => one === cik))
  if (stranger) {
    const data = { party: 'owner', found: ciks.join(', '), wanted: stranger.cik ?? stranger.name }
    throw decline(422, 'D517', 'insiders', data)
  }
  if (known.length === 0) throw decline(422, 'D518', 'insiders', { party: 'owner', found: ciks.join(', ') || 'no CIK' })
  return known
}

/**
 * Freezes it, marked as imported, and posts what it says is held, as of its day. An accession number that is there
 * already is refused (D407): nothing is counted twice.
 */
export async function importFiling(act: Act, read: ReadImport): Promise<Answer<FiledForm>> {
  const { form, document, acceptedAt, issuerId, insiderIds } = read
  const { accessionNumber, filingDate, xml } = form
  const header = headerOf({ accessionNumber, acceptedAt, filingDate })
  const frozen = await freezeFiledForm(act, {
    issuerId,
    insiderIds,
    submissionId: null,
    formType: document.documentType.value ?? '',
    accessionNumber,
    acceptedAt,
    filingDate,
    xml,
    answer: { imported: true },
    page: importedPage(renderHtml(document, { header })),
  })
  if ('refused' in frozen) return frozen
  await record(act, 'form.imported', 'filed_form', frozen.value.id, { accessionNumber, filingDate })
  const posted = await postHeld(act, frozen.value, document)
  return 'refused' in posted ? posted : frozen
}
