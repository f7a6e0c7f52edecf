import { Decimal, rowsOf } from '@section16/core/model'
import { describe, expect, it } from 'vitest'
import { balancesOf, withBalances } from './balances.ts'
import { day, draft, filed, line } from './inventedForms.mts'

const on = day('2024-04-03')
const before = [filed('first', '2024-03-05', [line('2024-03-04 S 100 @ 14.50 -> 900')])]

describe('balancesOf', () => {
  it('goes on from the last report, line by line, and says how', () => {
    const { document } = draft([line('2024-04-01 S 200 @ 15 -> ?'), line('2024-04-02 P 50 @ 14 -> ?')])
    const { balances, diagnostics } = balancesOf(document, before, { on })
    expect(diagnostics).toEqual([])
    expect(balances.map(({ after }) => String(after))).toEqual(['700', '750'])
    expect(balances[1]!.derivation.map(({ text }) => text)).toEqual([
      'first, the last report on this position (2024-03-05), leaves 900.',
      'Table I, row 1: 900 − 200 = 700.',
      'Table I, row 2: 700 + 50 = 750.',
    ])
    const filled = withBalances(document, balances)
    expect(rowsOf(filled).map((row) => row.postTransactionAmounts.sharesOwnedFollowingTransaction.written)).toEqual([
      '700',
      '750',
    ])
    expect(rowsOf(document)[0]!.postTransactionAmounts.sharesOwnedFollowingTransaction.present).toBe(false)
  })

  it('tells of a stated balance that differs, with both numbers, and does not follow it', () => {
    const { document } = draft([line('2024-04-01 S 200 @ 15 -> 710'), line('2024-04-02 P 50 @ 14 -> ?')])
    const { balances, diagnostics } = balancesOf(document, before, { on })
    expect(diagnostics).toMatchObject([
      { code: 'D220', severity: 'doubt', data: { stated: '710', computed: '700', report: 'first' } },
    ])
    expect(String(balances[1]!.after)).toBe('750')
    expect(
      rowsOf(withBalances(document, balances))[0]!.postTransactionAmounts.sharesOwnedFollowingTransaction.written,
    ).toBe('710')
  })

  it('takes a total after all lines of the report for right (R2.7.2)', () => {
    const { document } = draft([line('2024-04-01 S 200 @ 15 -> 650'), line('2024-04-01 S 50 @ 14 -> 650')])
    expect(balancesOf(document, before, { on }).diagnostics).toEqual([])
  })

  it('takes a grant of options that is counted by itself for right (R2.7.5)', () => {
    const derivative = { price: '10', expires: '2034-01-01' }
    const granted = filed('grant', '2024-03-05', [line('2024-03-04 A 500 @ 0 -> 500', { derivative })])
    const more = (total: string) => draft([line(`2024-04-01 A 300 @ 0 -> ${total}`, { derivative })]).document
    const found = ['300', '800', '301'].map((total) => balancesOf(more(total), [granted], { on }).diagnostics)
    expect(found.map(([one]) => one?.code)).toEqual([undefined, undefined, 'D220'])
  })

  it('keeps positions apart, and a holding adds nothing', () => {
    const { document } = draft([line('2024-04-01 S 1 @ 15 -> ?'), line('-> 40', { nature: 'I By Spouse' })])
    const reports = [...before, filed('spouse', '2024-03-06', [line('-> 50', { nature: 'I By Spouse' })])]
    const { balances, diagnostics } = balancesOf(document, reports, { on })
    expect(balances.map(({ after, change }) => [String(after), String(change)])).toEqual([
      ['899', '-1'],
      ['50', '0'],
    ])
    expect(diagnostics).toMatchObject([{ code: 'D220', data: { stated: '40', computed: '50', report: 'spouse' } }])
  })

  it('guesses no opening: it is said, or stated, or not known', () => {
    const lines = [line('2024-04-01 A 100 @ 0 -> ?'), line('2024-04-02 S 40 @ 9 -> ?')]
    const { document } = draft(lines)
    const [first] = rowsOf(document)
    const none = balancesOf(document, [], { on })
    expect(none.balances).toEqual([])
    expect(none.diagnostics.map(({ code }) => code)).toEqual(['D221', 'D221'])
    const said = balancesOf(document, [], { on, said: [{ row: first!, balance: Decimal.of(0) }] })
    expect(said.diagnostics).toEqual([])
    expect(said.balances.map(({ after }) => String(after))).toEqual(['100', '60'])
    expect(said.balances[0]!.derivation[0]).toMatchObject({ rule: 'balance.said', data: { balance: '0' } })
    const stated = draft([line('2024-04-01 A 100 @ 0 -> 350'), line('2024-04-02 S 40 @ 9 -> ?')]).document
    expect(balancesOf(stated, [], { on }).balances.map(({ after }) => String(after))).toEqual(['350', '310'])
  })

  it('gives no balance after a line that does not say what it adds', () => {
    const { document } = draft([line('2024-04-01 S ? @ 15 -> ?'), line('2024-04-02 P 50 @ 14 -> ?')])
    const { balances, diagnostics } = balancesOf(document, before, { on })
    expect(balances).toEqual([])
    expect(diagnostics.map(({ code }) => code)).toEqual(['D223'])
  })

  it('counts what was filed up to that day, in the order of filing, and nothing later', () => {
    const { document } = draft([line('2024-04-01 S 200 @ 15 -> ?')])
    const later = filed('later', '2024-05-01', [line('2024-04-30 S 900 @ 1 -> 0')])
    const same = filed('same day', '2024-04-03', [line('2024-04-02 S 100 @ 1 -> 800')])
    const [balance] = balancesOf(document, [later, same, ...before], { on }).balances
    expect(String(balance!.after)).toBe('600')
  })
})
