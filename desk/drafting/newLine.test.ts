import { describe, expect, it } from 'vitest'
import { amendmentOf } from './amendmentOf.ts'
import { day, filed, line } from './inventedForms.mts'
import { lineFields } from './lineCells.ts'
import { composeLine } from './newLine.ts'

describe('a line of cells', () => {
  it('says what is given, and nothing else', () => {
    const { row, diagnostics } = composeLine('nonDerivativeTransaction', [
      { field: 'securityTitle', written: 'Common Stock' },
      { field: 'transactionDate', written: '2024-03-01' },
      { field: 'transactionCode', written: 'S' },
      { field: 'transactionShares', written: '50' },
      { field: 'sharesOwnedFollowingTransaction', written: '850' },
    ])
    expect(diagnostics).toEqual([])
    const said = lineFields(row).length
    expect([row.coding.code.value, row.amounts.shares.written, row.amounts.pricePerShare.kind, said]).toEqual([
      'S',
      '50',
      'absent',
      14,
    ])
    expect(row.ownershipNature.present).toBe(false)
  })

  it('tells what is no value, and a cell that such a line does not have', () => {
    const { row, diagnostics } = composeLine('nonDerivativeHolding', [
      { field: 'sharesOwnedFollowingTransaction', written: 'many' },
      { field: 'transactionShares', written: '50' },
    ])
    expect(diagnostics.map(({ code, data }) => [code, data.field])).toEqual([
      ['D239', 'sharesOwnedFollowingTransaction'],
      ['D239', 'transactionShares'],
    ])
    expect(row.amounts.present).toBe(false)
  })

  it('is made anew each time: what one line gets no other has', () => {
    composeLine('derivativeHolding', [{ field: 'underlyingSecurityTitle', written: 'Common Stock' }])
    expect(composeLine('derivativeHolding', []).row.underlyingSecurity.present).toBe(false)
  })
})

it('a cell of a group that a filed line lacks can be corrected', () => {
  const holding = line('-> ?')
  const original = filed('original', '2024-03-05', [holding], { form: '3' })
  const at = { report: 'original', table: 'nonDerivative', line: 1 } as const
  const cells = [{ field: 'sharesOwnedFollowingTransaction', written: '50' }] as const
  const changes = [{ kind: 'lineCorrected', at, cells, reason: 'It was left empty.' }] as const
  const { document } = amendmentOf({ reports: [original], original: 'original', changes, on: day('2024-03-11') })
  const [row] = document!.nonDerivativeTable.rows
  expect(row!.postTransactionAmounts.sharesOwnedFollowingTransaction.written).toBe('50')
})
