/** What accepted forms say: the reports before a draft, and what is held. */
import type { FiledReport } from '@section16/core/ledger'
import {
  CalendarDate,
  Decimal,
  footnoteText,
  type OwnershipDocument,
  type OwnershipRow,
  rowsOf,
} from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { type HeldPosition, type Ownership, positionKey, type Security } from '../../recipes/index.ts'
import { type Destination, type FiledFormNote, filedFormXmls, type View } from '../../store/index.ts'
import { eastern } from '../moments.ts'

/** A filed form as the ledger sees it. */
export interface Report extends FiledReport {
  form: FiledFormNote
}

/**
 * The forms that were accepted for an insider at an issuer by one EDGAR, oldest first: what a rehearsal accepted says
 * nothing about what is filed with the SEC.
 */
export async function reportsOf(
  view: View,
  destination: Destination,
  { issuerId, insiderId }: { issuerId: string; insiderId: string },
): Promise<Report[]> {
  const forms = await filedFormXmls(view, { issuerId, insiderId })
  const reports: Report[] = []
  for (const form of forms.filter((note) => note.destination === destination).toReversed()) {
    const { document } = readOwnershipXml(form.xml)
    if (document) reports.push(reportOf(form, document))
  }
  return reports
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

/** The latest position of each line of ownership that the reports state. */
export function heldBy(reports: readonly FiledReport[]): HeldPosition[] {
  const held = new Map<string, HeldPosition>()
  for (const { document } of reports)
    for (const row of rowsOf(document)) {
      const position = positionOf(document, row)
      if (position) held.set(positionKey(position.security, position.ownership), position)
    }
  return [...held.values()]
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
