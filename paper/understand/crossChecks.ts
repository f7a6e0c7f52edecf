import type { Draft } from './draft.ts'
import type { ReadRow } from './readRow.ts'

/**
 * What happened was signed for afterwards, becomes exercisable no later than it expires, and was not before the period:
 * where dates that OCR read break this order, both are doubted. Filers break it too, so nothing is changed.
 */
export function doubtDates(draft: Draft, rows: readonly ReadRow[]): void {
  const before = (first: string, second: string) => {
    const [one, other] = [draft.day(first), draft.day(second)]
    if (!one || !other || one.day <= other.day) return
    draft.doubt(first, 'datesOutOfOrder')
    draft.doubt(second, 'datesOutOfOrder')
  }
  const signed = 'ownerSignature[1]/signatureDate'
  before('periodOfReport', signed)
  for (const { path } of rows) {
    before(`${path}/transactionDate`, signed)
    before(`${path}/exerciseDate`, `${path}/expirationDate`)
    before(`${path}/transactionDate`, `${path}/expirationDate`)
    if (draft.value('documentType')?.startsWith('4')) before('periodOfReport', `${path}/transactionDate`)
  }
}

/**
 * Lines of Table I of one security and one nature of ownership follow from each other: what is owned after one, and what the next
 * acquires or disposes of. Where numbers that OCR read do not, all three are doubted. Filers leave lines out, so nothing
 * is changed.
 */
export function doubtBalances(draft: Draft, rows: readonly ReadRow[]): void {
  const before = new Map<string, ReadRow>()
  for (const row of rows.filter(({ isTransaction, path }) => isTransaction && path.startsWith('nonDerivative'))) {
    const key = ['securityTitle', 'ownershipNature/directOrIndirectOwnership', 'ownershipNature/natureOfOwnership']
      .map((element) => draft.value(`${row.path}/${element}`) ?? '')
      .join('\n')
    const last = before.get(key)
    if (last) doubtBalance(draft, last, row)
    before.set(key, row)
  }
}

const OWNED = 'postTransactionAmounts/sharesOwnedFollowingTransaction'
const SHARES = 'transactionAmounts/transactionShares'

function doubtBalance(draft: Draft, last: ReadRow, row: ReadRow): void {
  const [before, change, after] = [`${last.path}/${OWNED}`, `${row.path}/${SHARES}`, `${row.path}/${OWNED}`]
  const [had, moved, has] = [before, change, after].map((path) => draft.number(path))
  const direction = draft.value(`${row.path}/transactionAmounts/transactionAcquiredDisposedCode`)
  if (!had || !moved || !has || (direction !== 'A' && direction !== 'D')) return
  // The same balance in all lines is that after the last of them, as many filers give it.
  if (had.equals(has)) return
  if ((direction === 'A' ? had.plus(moved) : had.minus(moved)).equals(has)) return
  for (const path of [before, change, after]) draft.doubt(path, 'balance')
}
