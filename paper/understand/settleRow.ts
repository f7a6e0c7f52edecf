import { Decimal } from '@section16/core/model'
import type { FieldReader } from './fieldReader.ts'
import { corrected } from './reading.ts'
import type { ReadRow } from './readRow.ts'

/**
 * Uses what the numbers of one line of Table II say of each other: of the numbers that a spoiled one may be, the one that
 * the line says elsewhere is taken; a price that is the number times the exercise price is a total.
 */
export function settleRow(reader: FieldReader, { path }: ReadRow, table: 'I' | 'II'): void {
  if (table === 'I') return
  const counts = [
    `${path}/transactionAmounts/transactionShares`,
    `${path}/underlyingSecurity/underlyingSecurityShares`,
    `${path}/postTransactionAmounts/sharesOwnedFollowingTransaction`,
  ]
  for (const one of counts) agree(reader, one, counts)
  totalForPrice(reader, path)
}

/** Takes the possible number that another column of the line says as it is. */
function agree({ draft }: FieldReader, path: string, counts: readonly string[]): void {
  const field = draft.field(path)
  if (field?.reading.kind !== 'open' || field.reading.doubts.length > 0) return
  const said = counts.filter((one) => one !== path).map((one) => draft.value(one))
  const agreed = field.reading.alternatives.filter((one) =>
    said.some((other) => other !== undefined && isEqual(one, other)),
  )
  if (agreed.length !== 1) return
  const others = field.reading.alternatives.filter((one) => one !== agreed[0])
  field.reading = corrected(agreed[0]!, 'agreesWithRow', others)
}

function isEqual(a: string, b: string): boolean {
  const [one, other] = [Decimal.parse(a), Decimal.parse(b)]
  return one !== undefined && other !== undefined && one.equals(other)
}

/** 10,000 options at $3.31 cost $33,100 to exercise; a grant's price per option is not that. Kept as printed. */
function totalForPrice({ draft }: FieldReader, path: string): void {
  const price = `${path}/transactionAmounts/transactionPricePerShare`
  const total = draft.number(price)
  const number = draft.number(`${path}/transactionAmounts/transactionShares`)
  const each = draft.number(`${path}/conversionOrExercisePrice`)
  if (!total || !number || !each || total.isZero || number.compare(Decimal.of(1)) <= 0) return
  if (number.times(each).equals(total)) draft.doubt(price, 'totalForPrice')
}
