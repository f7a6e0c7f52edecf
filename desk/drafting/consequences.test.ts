import { describe, expect, it } from 'vitest'
import { amendmentOf } from './amendmentOf.ts'
import { amendmentConsequences } from './consequences.ts'
import { day, filed, line } from './inventedForms.mts'

const original = filed('original', '2024-03-05', [line('2024-03-01 S 100 @ 14.50 -> 900')])
const later = filed('later', '2024-04-03', [line('2024-04-01 S 100 @ 15 -> 800')])
const reports = [original, later]
const on = day('2024-04-08')

const told = (written: string) => {
  const row = line(written)
  const changes = [{ kind: 'lineAdded', row, footnotes: [], reason: 'It was overlooked.' }] as const
  const made = amendmentOf({ reports, original: 'original', changes, on })
  return { made, told: amendmentConsequences(made.document!, original, { reports, on }) }
}

describe('an amendment’s document by itself', () => {
  it('says what the amendment says that was built', () => {
    const { made, told: said } = told('2024-03-01 S 50 @ 14.60 -> 850')
    expect([said.isLate, said.affected, said.diagnostics]).toEqual([made.isLate, made.affected, made.diagnostics])
    expect(said.lines.map(({ readAs, lateness: { verdict } }) => [readAs, verdict])).toEqual([['added', 'late']])
    expect(said.affected.map(({ report, follows }) => [report.key, String(follows)])).toEqual([['later', '750']])
  })

  it('follows what was changed in it since', () => {
    const { made } = told('2024-03-01 S 50 @ 14.60 -> 850')
    const [row] = made.document!.nonDerivativeTable.rows
    row!.amounts.shares = line('2024-03-01 S 60 @ 14.60 -> 850').amounts.shares
    const said = amendmentConsequences(made.document!, original, { reports, on })
    expect(said.diagnostics.map(({ code }) => code)).toEqual(['D238'])
  })

  it('is late by the day on which it would be filed', () => {
    const changes = [
      { kind: 'lineAdded', row: line('2024-03-04 S 50 @ 14.60 -> 850'), footnotes: [], reason: 'Overlooked.' },
    ] as const
    const filedOn = (written: string) => {
      const { document } = amendmentOf({ reports: [original], original: 'original', changes, on: day(written) })
      return amendmentConsequences(document!, original, { reports: [original], on: day(written) }).isLate
    }
    expect([filedOn('2024-03-06'), filedOn('2024-03-07')]).toEqual([false, true])
  })

  it('takes back a line as a reader sees it', () => {
    const twice = filed('twice', '2024-03-05', [
      line('2024-03-01 S 100 @ 14.50 -> 900'),
      line('2024-03-01 S 100 @ 14.50 -> 800'),
    ])
    const withdraws = { report: 'twice', table: 'nonDerivative', line: 2 } as const
    const changes = [{ kind: 'explained', withdraws, reason: 'It was entered twice.' }] as const
    const { document } = amendmentOf({ reports: [twice], original: 'twice', changes, on })
    const { lines, isLate } = amendmentConsequences(document!, twice, { reports: [twice], on })
    expect([lines.map(({ readAs }) => readAs), isLate]).toEqual([['withdrawn'], false])
  })
})
