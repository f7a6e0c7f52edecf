import { type FiledReport, ledgerOf } from '@section16/core/ledger'
import { type OwnershipDocument, rowsOf } from '@section16/core/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cik, day, draft, line } from './inventedForms.mts'
import { partsOf } from './parts.ts'

const owners = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ cik: cik(String(2001 + i)), relationship: { isTenPercentOwner: true } }))

/** Sales one after another from a balance, each with its own total. */
const sales = (count: number, from = 1000, notes: readonly string[] = []) =>
  Array.from({ length: count }, (_, i) => line(`2024-03-04 S 1 @ ${i + 1} -> ${from - i - 1}`, { notes }))

const asFiled = (document: OwnershipDocument, key: string): FiledReport => ({
  key,
  accessionNumber: undefined,
  filedOn: day('2024-03-05'),
  acceptedAt: undefined,
  document,
})

/** What a line says, without the numbers of its footnotes. */
const said = (document: OwnershipDocument) =>
  rowsOf(document).map((row) =>
    [
      row.amounts.pricePerShare.written,
      row.postTransactionAmounts.sharesOwnedFollowingTransaction.written,
      ...row.amounts.pricePerShare.footnotes.map(
        (id) => document.footnotes.footnotes.find((one) => one.id === id)?.text,
      ),
    ].join(' '),
  )

describe('partsOf', () => {
  it('leaves a report that fits as it is, unsigned and unnumbered', () => {
    const { document } = draft(sales(30), { owners: owners(10), remarks: 'A remark.' })
    const { parts } = partsOf(document)
    expect(parts).toHaveLength(1)
    expect(parts[0]).not.toBe(document)
    expect(parts[0]!.remarks.value).toBe('A remark.')
  })

  it('goes on in a second form with the balance with which the first ends', () => {
    const { document } = draft(sales(45), { remarks: 'A remark.' })
    const { parts, diagnostics } = partsOf(document)
    expect(diagnostics).toEqual([])
    expect(parts.map((part) => part.nonDerivativeTable.rows.length)).toEqual([30, 15])
    expect(parts.map(({ remarks }) => remarks.value)).toEqual([
      'Form 1 of 2. This filing is 1 of 2 that are one report, because no more than 30 lines fit into a table. A remark.',
      'Form 2 of 2. This filing is 2 of 2 that are one report, because no more than 30 lines fit into a table. A remark.',
    ])
    const { positions } = ledgerOf(parts.map((part, i) => asFiled(part, `part ${i + 1}`)))
    expect(
      positions.map(({ closing, steps }) => [String(closing), steps.filter(({ kind }) => kind === 'break')]),
    ).toEqual([['955', []]])
  })

  it('gives the owners that do not fit the same lines, which the ledger counts once', () => {
    const { document } = draft(sales(2), { owners: owners(12) })
    const { parts } = partsOf(document)
    expect(parts.map((part) => part.reportingOwners.length)).toEqual([10, 2])
    const ledger = ledgerOf(parts.map((part, i) => asFiled(part, `part ${i + 1}`)))
    expect(ledger.repeated).toHaveLength(1)
    expect(ledger.positions).toHaveLength(1)
  })

  it('keeps lines with one common total together, and tells where it can’t', () => {
    const single = sales(28, 1000)
    const common = Array.from({ length: 5 }, (_, i) => line(`2024-03-04 S 1 @ ${i + 50} -> 967`))
    const { parts, diagnostics } = partsOf(draft([...single, ...common]).document)
    expect(parts.map((part) => part.nonDerivativeTable.rows.length)).toEqual([28, 5])
    expect(diagnostics).toEqual([])
    const many = Array.from({ length: 31 }, (_, i) => line(`2024-03-04 S 1 @ ${i + 1} -> 969`))
    const split = partsOf(draft(many).document)
    expect(split.parts).toHaveLength(2)
    expect(split.diagnostics).toMatchObject([{ code: 'D211', data: { most: 30, total: '969' } }])
  })

  it('tells of remarks that no longer fit', () => {
    const { diagnostics } = partsOf(draft(sales(31), { remarks: 'x'.repeat(1990) }).document)
    expect(diagnostics.map(({ code }) => code)).toEqual(['D212', 'D212'])
  })

  it('loses and doubles nothing, in whatever numbers', () => {
    const option = { price: '2', expires: '2030-01-01' }
    fc.assert(
      fc.property(fc.nat(95), fc.nat(70), fc.integer({ min: 1, max: 23 }), (stock, rights, persons) => {
        const derivatives = Array.from({ length: rights }, (_, i) =>
          line(`2024-03-04 M 1 @ 0 -> ${500 - i - 1}`, { derivative: option, notes: ['F1'] }),
        )
        const lines = [...sales(stock, 1000, ['F2']), ...derivatives]
        const { document } = draft(lines, { owners: owners(persons), periodOfReport: day('2024-03-04') }, [
          'One.',
          'Two.',
        ])
        const { parts } = partsOf(document)
        for (const part of parts) {
          expect(part.nonDerivativeTable.rows.length).toBeLessThanOrEqual(30)
          expect(part.derivativeTable.rows.length).toBeLessThanOrEqual(30)
          expect(part.reportingOwners.length).toBeLessThanOrEqual(10)
        }
        const groups = Map.groupBy(parts, (part) => part.reportingOwners.map(({ id }) => id.cik.value).join())
        expect([...groups.keys()].join()).toBe(document.reportingOwners.map(({ id }) => id.cik.value).join())
        const whole = closings([document])
        for (const group of groups.values()) {
          if (stock + rights > 0) expect(closings(group)).toEqual(whole)
          const [first, second] = [group.map(tableI), group.map(tableII)]
          expect([...first.flat(), ...second.flat()]).toEqual(said(document))
        }
      }),
      { numRuns: 40 },
    )
  })
})

/** What the ledger makes of forms filed together: a position's closing balance, and whether a total broke it. */
const closings = (documents: readonly OwnershipDocument[]) => {
  const { positions } = ledgerOf(documents.map((one, i) => asFiled(one, `form ${String(i).padStart(2, '0')}`)))
  return positions.map(({ title, closing, steps }) => [
    title,
    String(closing),
    steps.every(({ kind }) => kind === 'line'),
  ])
}

const tableI = (part: OwnershipDocument) => said(part).slice(0, part.nonDerivativeTable.rows.length)
const tableII = (part: OwnershipDocument) => said(part).slice(part.nonDerivativeTable.rows.length)
