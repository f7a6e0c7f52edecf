import { type Destination, filedFormNotes, type HoldingTable, holdingsAsOf, type View } from '../../store/index.ts'
import { countsWith } from './history.ts'

/** What is held on a line of ownership, by an accepted form. */
export type AcceptedHolding = Pick<
  HoldingTable,
  'position' | 'security' | 'ownership' | 'natureOfOwnership' | 'day' | 'amount' | 'row'
> & { filingId: string }

/**
 * What the forms that count with one EDGAR say is held at the end of a day: what another one accepted, a rehearsal say, is
 * held nowhere.
 */
export async function acceptedHoldings(
  view: View,
  destination: Destination,
  of: { issuerId: string; insiderId: string; day: string },
): Promise<AcceptedHolding[]> {
  const held = await holdingsAsOf(view, of)
  const forms = await filedFormNotes(
    view,
    held.map(({ filedFormId }) => filedFormId),
  )
  const holdings: AcceptedHolding[] = []
  for (const one of held) {
    const form = forms.get(one.filedFormId)
    if (!form || !countsWith(destination, form)) continue
    const { position, security, ownership, natureOfOwnership, day, amount, row } = one
    holdings.push({ position, security, ownership, natureOfOwnership, day, amount, filingId: one.filedFormId, row })
  }
  return holdings
}
