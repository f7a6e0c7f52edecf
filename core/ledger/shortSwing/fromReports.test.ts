import { describe, expect, it } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import { parseCik } from '../../model/cik.ts'
import { ReportingOwnerRelationship } from '../../model/ownershipDocument.ts'
import { reported } from '../../model/reported.ts'
import type { FiledReport } from '../filedReport.ts'
import { type InventedLine, type InventedReport, invented } from '../inventedReports.mts'
import type { ShortSwingFacts } from './facts.ts'
import { partiesOf, transactionsOf } from './fromReports.ts'
import { shortSwing } from './shortSwing.ts'

const JANE = { owner: parseCik('2001')!, issuer: parseCik('1001')! }
const day = (written: string) => CalendarDate.parse(written)!

/** A report of a director. */
function report(lines: readonly InventedLine[], more: InventedReport = {}): FiledReport {
  const made = invented({ ...more, lines })
  for (const owner of made.document.reportingOwners) {
    owner.relationship = new ReportingOwnerRelationship()
    owner.relationship.isDirector = reported('boolean', '1')
  }
  return made
}

function totals(reports: readonly FiledReport[], facts: ShortSwingFacts = {}): string[] {
  const answer = shortSwing(transactionsOf(reports, JANE).transactions, facts)
  return answer.kind === 'profit' ? [String(answer.ifExempt.total), String(answer.ifNotExempt.total)] : []
}

describe('transactions out of reports', () => {
  const bought = report([['2024-03-01 P 100 @ 10 -> 100']], { filed: '2024-03-04' })
  const sold = report([['2024-05-01 S 60 @ 14.50 -> 40'], ['-> 500', { nature: 'I By Spouse' }]], {
    filed: '2024-05-03',
  })

  it('are matched across reports, in any order', () => {
    expect(totals([bought, sold])).toEqual(['270', '270'])
    expect(totals([sold, bought])).toEqual(['270', '270'])
  })

  it('are named by report, table and line, with account and boxes', () => {
    const { transactions, knownUpTo } = transactionsOf([bought, sold], JANE)
    expect(transactions.map(({ key }) => key)).toEqual([`${bought.key} nonDerivative 1`, `${sold.key} nonDerivative 1`])
    expect(transactions[0]).toMatchObject({ account: 'direct', classKey: 'common stock', isDirectorOrOfficer: true })
    expect(String(knownUpTo)).toBe('2024-05-03')
  })

  it('of other owners or issuers are left out; a joint report’s lines count once', () => {
    const joint = report([['2024-03-01 P 100 @ 10 -> 100']], { owners: ['2001', '2002'] })
    const other = report([['2024-03-01 P 100 @ 1 -> 100']], { owners: ['2002'] })
    const elsewhere = report([['2024-03-01 P 100 @ 1 -> 100']], { issuer: '1002' })
    expect(totals([joint, other, elsewhere, sold])).toEqual(['270', '270'])
    expect(partiesOf([joint, other])).toEqual([
      { ...JANE, reports: 1 },
      { owner: parseCik('2002'), issuer: JANE.issuer, reports: 2 },
    ])
  })

  it('are taken as amended, or as known on a day', () => {
    const amended = report([['2024-03-01 P 100 @ 11 -> 100']], {
      form: '4/A',
      filed: '2024-03-20',
      original: '2024-03-04',
    })
    expect(totals([bought, amended, sold])).toEqual(['210', '210'])
    const early = transactionsOf([bought, amended, sold], JANE, { knownOn: day('2024-05-02') })
    expect(early.transactions.map(({ price }) => String(price))).toEqual(['11'])
    expect(transactionsOf([bought, amended], JANE, { knownOn: day('2024-03-10') }).transactions[0]!.price).toEqual(
      transactionsOf([bought], JANE).transactions[0]!.price,
    )
  })

  it('are taken up to a day, and nothing is claimed to be known beyond it or beyond the last filing', () => {
    const until = (asOf: string) => transactionsOf([bought, sold], JANE, { asOf: day(asOf) })
    expect(until('2024-04-30').transactions.map(({ code }) => code)).toEqual(['P'])
    expect(String(until('2024-04-30').knownUpTo)).toBe('2024-04-30')
    expect(String(until('2025-04-30').knownUpTo)).toBe('2024-05-03')
    const unfiled = report([['2024-03-01 P 100 @ 10 -> 100']], { filed: null, key: 'draft.xml' })
    expect(String(transactionsOf([unfiled], JANE).knownUpTo)).toBe('2024-03-01')
    expect(transactionsOf([], JANE).knownUpTo).toBeUndefined()
  })

  it('of the 2003 dialect have a price only where the filing shows what its value is', () => {
    const old = report([['2003-05-12 P 100 -> 100'], ['2003-05-12 P 200 -> 300'], ['2003-05-13 P 5 -> 305']])
    for (const [at, written] of ['1000', '2000', '50'].entries()) {
      const { amounts } = old.document.nonDerivativeTable.rows[at]!
      amounts.value = reported('decimal', written)
    }
    const prices = transactionsOf([old], JANE).transactions.map(({ price }) => price && String(price))
    expect(prices).toEqual(['10', '10', undefined])
  })

  it('without a date are named and in no answer', () => {
    const undated = report([['2024-02-31 P 100 @ 1 -> 100']])
    expect(transactionsOf([undated], JANE)).toMatchObject({
      transactions: [],
      withoutDate: [`${undated.key} nonDerivative 1`],
    })
  })

  it('in derivatives are counted in shares of the underlying, the premium a share of it', () => {
    const contracts = report([
      [
        '2024-03-01 P 10 @ 250 -> 10',
        { title: 'Call Option', derivative: { price: '30', expires: '2024-12-20', shares: '1000' } },
      ],
    ])
    const [call] = transactionsOf([contracts], JANE).transactions
    expect([String(call!.shares), String(call!.price), call!.classKey]).toEqual(['1000', '2.5', 'common stock'])
    expect(call!.derivative).toEqual({ right: 'call', series: 'call option|30||2024-12-20' })
  })

  it.each([
    ['Stock Option (right to buy)', 'call'],
    ['Put Option (right to sell)', 'put'],
    ['Series A Preferred Stock', 'call'],
    ['Equity Swap', undefined],
    ['Put and call collar', undefined],
  ])('the right of “%s” is %s', (title, right) => {
    const made = report([['2024-03-01 P 10 @ 2 -> 10', { title, derivative: {} }]])
    expect(transactionsOf([made], JANE).transactions[0]!.derivative!.right).toBe(right)
  })

  it('at the average price of several trades are marked', () => {
    const averaged = report([['2024-05-01 S 60 @ 14.50 -> 40']], {
      footnotes: [
        'The price is a weighted average price. Shares were sold at prices from $14.10 to $14.90, inclusive.',
      ],
    })
    const [row] = averaged.document.nonDerivativeTable.rows
    row!.amounts.pricePerShare = reported('decimal', '14.50', { footnotes: ['F1'] })
    expect(transactionsOf([bought, averaged], JANE).transactions.map(({ isAveragePrice }) => isAveragePrice)).toEqual([
      false,
      true,
    ])
  })

  it('of titles that the user says are one class match', () => {
    const renamed = report([['2024-05-01 S 60 @ 14.50 -> 40', { title: 'Class A Stock' }]])
    const classes = [{ title: 'Class A Stock', security: 'Common Stock' }]
    const { transactions } = transactionsOf([bought, renamed], JANE, { classes })
    expect(shortSwing(transactions)).toMatchObject({ ifExempt: { classes: [{ classKey: 'common stock' }] } })
    expect(totals([bought, renamed])).toEqual(['0', '0'])
  })
})
