/** What accepted forms say: the reports before a draft, and what is held. */
import { type FiledReport, isAmendment, reportsInView, resolveAmendments } from '@section16/core/ledger'
import {
  CalendarDate,
  Decimal,
  footnoteText,
  type OwnershipDocument,
  type OwnershipRow,
  reported,
} from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { type HeldPosition, type Ownership, positionKey, type Security } from '../../recipes/index.ts'
import {
  type Destination,
  type FiledFormNote,
  type FiledFormXml,
  filedFormXmls,
  insider,
  issuer,
  type View,
} from '../../store/index.ts'
import { eastern } from '../moments.ts'
import { KeptOfParties } from './keptItems.ts'

/** A filed form as the ledger sees it. */
export interface Report extends FiledReport {
  form: FiledFormNote
}

/**
 * Whether a filed form counts where forms are filed with some EDGAR: one that it accepted, or one that was filed
 * elsewhere and imported. What a rehearsal accepted says nothing about what is filed with the SEC.
 */
export function countsWith(
  destination: Destination,
  form: Pick<FiledFormNote, 'destination' | 'submissionId'>,
): boolean {
  return form.destination === destination || form.submissionId === null
}

/** No filed form ever changes, so those of an insider are the same until one is added. */
const kept = new KeptOfParties<FiledFormXml[]>((view, { issuerId, insiderIds: [insiderId = ''] }) =>
  filedFormXmls(view, { issuerId, insiderId }),
)

/** The forms of an insider at an issuer that count with one EDGAR, oldest first. */
export async function reportsOf(
  view: View,
  destination: Destination,
  { issuerId, insiderId }: { issuerId: string; insiderId: string },
): Promise<Report[]> {
  const forms = await kept.of(view, { issuerId, insiderIds: [insiderId] })
  const reports: Report[] = []
  for (const form of forms.filter((note) => countsWith(destination, note)).toReversed()) {
    const { document } = readOwnershipXml(form.xml)
    if (document) reports.push(reportOf(form, await withCiks(view, { issuerId, insiderId }, document)))
  }
  return reports
}

/** A document of one owner that names no CIKs, as old forms do not, with those of the parties for whom it is kept. */
async function withCiks(
  view: View,
  { issuerId, insiderId }: { issuerId: string; insiderId: string },
  document: OwnershipDocument,
): Promise<OwnershipDocument> {
  const [owner, ...others] = document.reportingOwners
  if (document.issuer.present && document.issuer.cik.kind === 'absent') {
    const { cik } = (await issuer(view, issuerId)) ?? {}
    document.issuer.cik = reported('cik', cik)
  }
  if (owner?.id.present && others.length === 0 && owner.id.cik.kind === 'absent') {
    const { cik } = (await insider(view, insiderId)) ?? {}
    owner.id.cik = reported('cik', cik ?? undefined)
  }
  return document
}

function reportOf(form: FiledFormNote, document: OwnershipDocument): Report {
  return {
    key: form.accessionNumber,
    accessionNumber: form.accessionNumber as Report['accessionNumber'],
    filedOn: CalendarDate.parse(form.filingDate),
    acceptedAt: eastern(form.acceptedAt),
    document,
    form,
  }
}

/**
 * The latest position of each line of ownership that the reports state. An amended line speaks where its original did:
 * the amendment of an old form is no later word on what is held.
 */
export function heldBy(reports: readonly FiledReport[]): HeldPosition[] {
  const held = new Map<string, HeldPosition>()
  for (const { lines } of reportsInView(reports).reports)
    for (const { line } of lines) {
      const position = positionOf(line.report.document, line.row)
      if (position) held.set(positionKey(position.security, position.ownership), position)
    }
  return [...held.values()]
}

/** The report that an amendment among the reports amends; `undefined` for one that is none, or whose is not known. */
export function originalAmong(reports: readonly Report[], amendment: Report): Report | undefined {
  if (!isAmendment(amendment)) return undefined
  const answer = resolveAmendments(reports).answers.find((one) => one.amendment === amendment)
  return answer?.kind === 'resolved' ? reports.find((one) => one === answer.original) : undefined
}

/** What a line says is held after it; `undefined` where it says no number, or not of what. */
export function positionOf(document: OwnershipDocument, row: OwnershipRow): HeldPosition | undefined {
  const shares = row.postTransactionAmounts.sharesOwnedFollowingTransaction.value
  const security = row.isDerivative ? derivativeOf(document, row, shares) : stockOf(row)
  const ownership = ownershipOf(row)
  return shares && security && ownership ? { security, ownership, shares } : undefined
}

function stockOf({ securityTitle }: OwnershipRow): Security | undefined {
  return securityTitle.value === undefined ? undefined : { table: 'I', title: securityTitle.value }
}

/** Only over one share each: another ratio is not stated by a line, and is asked for. */
function derivativeOf(document: OwnershipDocument, row: OwnershipRow, held: Decimal | undefined): Security | undefined {
  const { securityTitle, underlyingSecurity, conversionOrExercisePrice, exerciseDate, expirationDate } = row
  const [title, underlying] = [securityTitle.value, underlyingSecurity.title.value]
  const number = row.amounts.shares.value ?? held
  if (title === undefined || underlying === undefined || !number) return undefined
  if (!underlyingSecurity.shares.value?.equals(number)) return undefined
  const noteOf = ({ footnotes }: { footnotes: readonly string[] }) =>
    footnotes.map((id) => footnoteText(document, id) ?? '').join(' ') || undefined
  const [priceNote, exercisableNote, expiresNote] = [conversionOrExercisePrice, exerciseDate, expirationDate].map(
    noteOf,
  )
  const { value: exercisePrice } = conversionOrExercisePrice
  const { value: exercisableFrom } = exerciseDate
  const { value: expires } = expirationDate
  return {
    table: 'II',
    title,
    underlying,
    sharesEach: Decimal.of(1),
    ...(exercisePrice && { exercisePrice }),
    ...(priceNote !== undefined && { exercisePriceNote: priceNote }),
    ...(exercisableFrom && { exercisableFrom }),
    ...(exercisableNote !== undefined && { exercisableNote }),
    ...(expires && { expires }),
    ...(expiresNote !== undefined && { expiresNote }),
  }
}

function ownershipOf({ ownershipNature }: OwnershipRow): Ownership | undefined {
  if (ownershipNature.directOrIndirectOwnership.value === 'D') return { form: 'D' }
  const nature = ownershipNature.natureOfOwnership.value
  return nature === undefined ? undefined : { form: 'I', nature }
}
