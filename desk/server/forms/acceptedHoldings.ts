import { type Destination, filedForm, type HoldingTable, holdingsAsOf, type View } from '../../store/index.ts'

/** What is held on a line of ownership, by an accepted form. */
export type AcceptedHolding = Pick<
  HoldingTable,
  'position' | 'security' | 'ownership' | 'natureOfOwnership' | 'day' | 'amount' | 'row'
> & { filingId: string }

/**
 * What the forms that one EDGAR accepted say is held at the end of a day: what another one accepted, a rehearsal say, is
 * held nowhere.
 */
export async function acceptedHoldings(
  view: View,
  destination: Destination,
  of: { issuerId: string; insiderId: string; day: string },
): Promise<AcceptedHolding[]> {
  const holdings: AcceptedHolding[] = []
  for (const one of await holdingsAsOf(view, of)) {
    if ((await filedForm(view, one.filedFormId))?.destination !== destination) continue
    const { position, security, ownership, natureOfOwnership, day, amount, row } = one
    holdings.push({ position, security, ownership, natureOfOwnership, day, amount, filingId: one.filedFormId, row })
  }
  return holdings
}
