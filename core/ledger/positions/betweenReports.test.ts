import { describe, expect, it } from 'vitest'
import { resolveAmendments } from '../amendments/index.ts'
import type { FiledReport } from '../filedReport.ts'
import { type InventedLine, type InventedReport, invented } from '../inventedReports.mts'
import { breakReasonText, type Ledger, ledgerOf, namedBreaks, positionAsOf } from './index.ts'

/** What the reports need not say, and how the ledger goes on over it: R2.7.3, R2.7.4, R5.2.4, R5.2.8. */

const report = (filed: string, lines: readonly InventedLine[], more: InventedReport = {}) =>
  invented({ filed, lines, ...more })
const form3 = (...lines: InventedLine[]) => report('2024-01-09', lines, { form: '3', period: '2024-01-02' })

/** Balances of each position as they went, a break in brackets. */
const courses = ({ positions }: Ledger) =>
  positions.map(({ opening, steps }) =>
    [opening.balance, ...steps.map((step) => (step.kind === 'line' ? step.balance : `[${String(step.size)}]`))].join(
      ' ',
    ),
  )

/** The best reason of each break, as it is said. */
const reasons = (reports: readonly FiledReport[]) =>
  namedBreaks(ledgerOf(reports)).map(({ reasons: [best] }) => breakReasonText(best!))

describe('section16-rules.md R2.7.3: holdings reported or required to be reported by the form’s date', () => {
  const opening = form3(['-> 1000'])
  const sale = (total: string, footnotes: readonly string[] = []) =>
    report('2024-06-04', [[`2024-06-03 S 100 @ 14 -> ${total}`, footnotes.length > 0 ? { notes: [1] } : {}]], {
      footnotes,
    })
  // A gift received, which a Form 5 reports.
  const form5With = (total: string) =>
    report('2025-02-14', [[`2024-03-01 G A 50 @ 0 -> ${total}`, { formType: '5' }]], {
      form: '5',
      period: '2024-12-31',
      key: '0009999990-25-000005',
    })
  const form5 = form5With('950')

  it('Form-5-eligible changes may be left out until reported: no break', () => {
    expect(courses(ledgerOf([opening, sale('900'), form5]))).toEqual(['1000 1000 900 950'])
  })

  it('they may also be in already: the breaks cancel, and the Form 5 is named for both', () => {
    const reports = [opening, sale('950'), form5]
    expect(courses(ledgerOf(reports))).toEqual(['1000 1000 [50] 950 [-50] 950'])
    const said = 'shown: a transaction of 2024-03-01 that 0009999990-25-000005 reports later'
    expect(reasons(reports)).toEqual([said, said])
  })

  it('the Form 5 is not named where the break before was of another time', () => {
    const reports = [opening, report('2024-02-05', [['2024-02-02 S 100 @ 14 -> 950']]), sale('850'), form5With('850')]
    expect(courses(ledgerOf(reports))).toEqual(['1000 1000 [50] 950 850 [-50] 850'])
    expect(reasons(reports).join()).not.toContain('reports later')
  })

  it('without that Form 5 nothing shows what the total has more', () => {
    expect(reasons([opening, sale('950')])[0]).toMatch(/^possible: a filing that is not at hand/)
  })

  it.each([
    ['a split', '1900', 'Reflects the two-for-one stock split of May 1, 2024.', /^shown: a split of 2:1.*two-for-one/],
    [
      'dividends reinvested',
      '912.5',
      'Includes 12.5 shares acquired under the dividend reinvestment plan.',
      /^shown: a change that need not be reported.*12\.5 shares/,
    ],
    [
      'a plan’s purchases',
      '940',
      'Includes 40 shares acquired under the employee stock purchase plan.',
      /^shown: a change that need not be reported.*40 shares/,
    ],
    [
      'a plan with a number in its name',
      '1301',
      'Includes shares acquired under the 401(k) plan.',
      /^likely: a change that need not be reported.*401/,
    ],
  ])('exempt changes are rolled in with a footnote: %s', (_, total, footnote, said) => {
    const [first, ...others] = reasons([opening, sale(total, [footnote])])
    expect(first).toMatch(said)
    expect(others).toEqual([])
  })
})

describe('section16-rules.md R2.7.4: only the classes in which a transaction is reported', () => {
  const spouse = { nature: 'I By Spouse' }
  const classB = { title: 'Class B Common Stock' }
  const opening = form3(['-> 1000'], ['-> 500', spouse], ['-> 70', classB])
  const sale: InventedLine = ['2024-06-03 S 100 @ 14 -> 900']

  it('a class and a nature that the form passes over stay as they were', () => {
    const ledger = ledgerOf([opening, report('2024-06-04', [sale])])
    expect(courses(ledger).toSorted()).toEqual(['1000 1000 900', '500 500', '70 70'])
    const day = report('2024-12-31', []).filedOn!
    expect(ledger.positions.map((one) => String(positionAsOf(one, day).quantity)).toSorted()).toEqual([
      '500',
      '70',
      '900',
    ])
  })

  it('other natures are shown as holding rows, which move nothing', () => {
    const ledger = ledgerOf([opening, report('2024-06-04', [sale, ['-> 500', spouse]])])
    expect(courses(ledger).toSorted()).toEqual(['1000 1000 900', '500 500 500', '70 70'])
  })

  it('a holding row with another total is a break of its own line alone', () => {
    const ledger = ledgerOf([opening, report('2024-06-04', [sale, ['-> 480', spouse]])])
    expect(courses(ledger).toSorted()).toEqual(['1000 1000 900', '500 500 [-20] 480', '70 70'])
  })
})

describe('section16-rules.md 5.2: an error in a total', () => {
  const opening = form3(['-> 1000'])
  const wrong = report('2024-03-04', [['2024-03-01 S 100 @ 14 -> 900']], { key: '0009999990-24-000701' })
  const between = report('2024-04-03', [['2024-04-01 S 50 @ 14 -> 850']])
  const amendment = report('2024-05-01', [['2024-03-01 S 110 @ 14 -> 890']], {
    form: '4/A',
    original: '2024-03-04',
    period: '2024-03-01',
    key: '0009999990-24-000702',
  })
  const next = (footnotes: readonly string[] = []) =>
    report('2024-06-04', [['2024-06-03 S 40 @ 14 -> 800', footnotes.length > 0 ? { notes: [1] } : {}]], {
      key: '0009999990-24-000703',
      footnotes,
    })

  it('R5.2.4: the form between is not amended, the next one carries right totals', () => {
    const reports = [opening, wrong, between, amendment, next()]
    const ledger = ledgerOf(reports)
    // The form between goes on from the old total; its own line and the amended one stay as they are.
    expect(courses(ledger)).toEqual(['1000 1000 890 [10] 850 [-10] 800'])
    expect(reasons(reports)).toEqual([
      'shown: an amendment, 0009999990-24-000702 of 0009999990-24-000701: the total goes on from a figure before it, ' +
        'or it could not be applied',
      'shown: a wrong figure: 0009999990-24-000703 line 1 takes it back',
    ])
    expect(resolveAmendments(reports).answers).toMatchObject([
      { kind: 'resolved', original: { key: '0009999990-24-000701' } },
    ])
  })

  it.each([
    [
      'by how much',
      'shown',
      'The total last reported was overstated by 10 shares through a clerical error, corrected here.',
    ],
    [
      'with both figures',
      'shown',
      'The Form 4 filed on March 4, 2024 reported 100 shares sold instead of 110; the total is corrected.',
    ],
    ['without a figure', 'likely', 'The total has been corrected for an error in an earlier report.'],
    // The day is as many as the shares, and no number of shares.
    ['without one', 'likely', 'Corrects an error in line 10 of the Form 4 filed on April 10, 2024 (Rule 16a-10).'],
  ])('R5.2.8: a small error may be corrected by a footnote in the next form, %s', (_, verdict, footnote) => {
    const reports = [opening, wrong, between, next([footnote])]
    expect(courses(ledgerOf(reports))).toEqual(['1000 1000 900 850 [-10] 800'])
    expect(reasons(reports)).toEqual([
      `${verdict}: a correction of what was reported before, as 0009999990-24-000703 says: ${footnote}`,
    ])
  })

  it.each([
    'The total last reported was overstated by 25 shares through a clerical error, corrected here.',
    'Sold to correct the weight of the position.',
    'The reported price is a weighted average price.',
    '',
  ])('R5.2.8: no correction is taken from “%s”', (footnote) => {
    const [best] = reasons([opening, wrong, between, next(footnote === '' ? [] : [footnote])])
    expect(best).toMatch(/^possible: a filing that is not at hand/)
  })
})
