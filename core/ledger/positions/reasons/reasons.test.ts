import { describe, expect, it } from 'vitest'
import { Decimal } from '../../../model/decimal.ts'
import type { FiledReport } from '../../filedReport.ts'
import { type InventedLine, type InventedReport, invented } from '../../inventedReports.mts'
import { breakReasonText, ledgerOf, namedBreaks } from '../index.ts'
import { splitRatio } from './splits.ts'

const report = (filed: string, lines: readonly InventedLine[], more: InventedReport = {}) =>
  invented({ filed, lines, ...more })

/** The first reason of every break. */
const reasonsOf = (...reports: FiledReport[]) => namedBreaks(ledgerOf(reports)).map(({ reasons }) => reasons[0])
const first = report('2024-03-04', [['2024-03-01 S 100 @ 14 -> 900']])

describe('a split is shown by the ratio test against all holders at that time', () => {
  const holder = (cik: string, before: number, after: number) => [
    report('2024-03-04', [[`2024-03-01 S 100 @ 14 -> ${before}`]], { owners: [cik] }),
    report('2024-06-04', [[`2024-06-03 S 100 @ 4 -> ${after - 100}`]], { owners: [cik] }),
  ]

  it('two holders with different totals agree', () => {
    const reasons = reasonsOf(...holder('2001', 900, 3600), ...holder('2002', 50, 200))
    expect(reasons).toMatchObject([
      { cause: 'split', verdict: 'shown', evidence: { ratio: '4:1', holders: '2', against: '0', after: '2024-03-01' } },
      { cause: 'split', verdict: 'shown' },
    ])
  })

  it('a holder whose totals go on speaks against it', () => {
    const all = namedBreaks(
      ledgerOf([...holder('2001', 900, 3600), ...holder('2002', 50, 200), ...holder('2003', 70, 70)]),
    )
    expect(all.map(({ reasons }) => reasons.find(({ cause }) => cause === 'split')?.verdict)).toEqual([
      'against',
      'against',
    ])
  })

  it('what a split leaves over is said', () => {
    const reasons = reasonsOf(...holder('2001', 900, 3600), ...holder('2002', 50, 200), ...holder('2003', 70, 285))
    expect(reasons[2]).toMatchObject({ cause: 'split', verdict: 'likely', evidence: { rest: '5' } })
  })

  it('one holder alone, and equal totals of two, show nothing', () => {
    expect(reasonsOf(...holder('2001', 900, 3600))[0]).not.toMatchObject({ verdict: 'shown' })
    expect(reasonsOf(...holder('2001', 900, 1800), ...holder('2002', 900, 1800))[0]?.verdict).not.toBe('shown')
  })

  it('a report that says so and gives the ratio', () => {
    const after = (total: number) =>
      report('2024-06-04', [[`2024-06-03 S 100 @ 4 -> ${total - 100}`, { notes: [1] }]], {
        footnotes: ["Adjusted to reflect the issuer's four-for-one stock split."],
      })
    expect(reasonsOf(first, after(3600))).toMatchObject([
      { cause: 'split', verdict: 'shown', evidence: { ratio: '4:1' } },
    ])
    expect(reasonsOf(first, after(3650))).toMatchObject([
      { cause: 'split', verdict: 'likely', evidence: { rest: '50' } },
    ])
  })

  it('ratios', () => {
    const ratio = (a: string, b: string) => splitRatio(Decimal.parse(a)!, Decimal.parse(b)!)
    expect(ratio('100', '150')).toEqual({ shares: 3n, for: 2n })
    expect(ratio('1000', '100')).toEqual({ shares: 1n, for: 10n })
    expect(ratio('10.5', '73.5')).toEqual({ shares: 7n, for: 1n })
    expect(ratio('101', '103')).toBeUndefined()
    expect(ratio('0', '5')).toBeUndefined()
  })
})

describe('other reasons, each tested against the data', () => {
  it('an exempt change whose size a footnote gives, or that one only speaks of', () => {
    const footnotes = [
      'Includes 12 shares acquired under the Employee Stock Purchase Plan in May 2024 and 8 by reinvestment.',
    ]
    const second = (size: number) =>
      report('2024-06-04', [[`2024-06-03 S 50 @ 14 -> ${850 + size}`, { notes: [1] }]], { footnotes })
    expect(reasonsOf(first, second(20))).toMatchObject([{ cause: 'exemptChange', verdict: 'shown' }])
    expect(reasonsOf(first, second(33))).toMatchObject([{ cause: 'exemptChange', verdict: 'likely' }])
    expect(namedBreaks(ledgerOf([first, second(300)]))[0]?.reasons).toContainEqual(
      expect.objectContaining({ cause: 'exemptChange', verdict: 'possible' }),
    )
  })

  it('a change of the form of ownership', () => {
    const before = report('2024-03-04', [['2024-03-01 S 100 @ 14 -> 900'], ['-> 40', { nature: 'I By Trust' }]])
    const after = report('2024-06-04', [['2024-06-03 S 50 @ 14 -> 550'], ['-> 340', { nature: 'I By Trust' }]])
    expect(reasonsOf(before, after)).toMatchObject([
      { cause: 'changedForm', verdict: 'shown', evidence: { amount: '300' } },
      { cause: 'changedForm', verdict: 'shown', evidence: { amount: '-300' } },
    ])
  })

  it('a class restated as another', () => {
    const before = report('2024-03-04', [['2024-03-01 S 100 @ 14 -> 900'], ['-> 40', { title: 'Class B' }]])
    const after = report('2024-06-04', [['2024-06-03 S 50 @ 14 -> 550'], ['-> 340', { title: 'Class B' }]])
    expect(reasonsOf(before, after).map((reason) => reason?.cause)).toEqual(['restatedClass', 'restatedClass'])
  })

  it('a figure that was wrong once', () => {
    const wrong = report('2024-03-11', [['2024-03-08 S 10 @ 14 -> 980']])
    const right = report('2024-03-18', [['2024-03-15 S 10 @ 14 -> 880']])
    expect(reasonsOf(first, wrong, right)).toMatchObject([
      { cause: 'revertedFigure', verdict: 'shown' },
      { cause: 'revertedFigure', verdict: 'shown' },
    ])
  })

  it.each([
    ['wrongSign', 955],
    ['changeNotCounted', 900],
    ['changeCountedTwice', 790],
  ])('%s', (cause, total) => {
    const second = report('2024-03-06', [[`2024-03-05 S 55 @ 14 -> ${total}`]])
    expect(reasonsOf(first, second)[0]).toMatchObject({ cause, verdict: 'likely' })
  })

  it('an exercise in Table II without its line in Table I', () => {
    const exercise: InventedLine = ['2024-03-05 M D 300 @ 0 -> 0', { title: 'Option', derivative: { price: '5' } }]
    const second = report('2024-03-06', [['2024-03-05 S 50 @ 14 -> 1150'], exercise])
    expect(reasonsOf(first, second)[0]).toMatchObject({ cause: 'exerciseNotEntered', verdict: 'shown' })
  })

  it('a trade that a later report tells of', () => {
    const second = report('2024-06-04', [['2024-06-03 S 50 @ 14 -> 820']])
    const late = report('2024-07-04', [['2024-05-02 S 30 @ 14 -> 820']])
    expect(reasonsOf(first, second, late)[0]).toMatchObject({
      cause: 'reportedLater',
      evidence: { date: '2024-05-02' },
    })
  })

  it('a total from before an amendment', () => {
    const amended = invented({
      form: '4/A',
      filed: '2024-03-20',
      original: '2024-03-04',
      period: '2024-03-01',
      lines: [['2024-03-01 S 110 @ 14 -> 890']],
    })
    const second = report('2024-06-04', [['2024-06-03 S 50 @ 14 -> 850']])
    expect(reasonsOf(first, amended, second)[0]).toMatchObject({ cause: 'amendment', verdict: 'shown' })
  })

  it('an amount that is not stated', () => {
    expect(reasonsOf(first, report('2024-03-06', [['2024-03-05 S -> 700']]))[0]).toMatchObject({
      cause: 'amountNotStated',
    })
  })

  it('a missing filing, likelier where other lines break too', () => {
    const before = report('2024-03-04', [['2024-03-01 S 100 @ 14 -> 900'], ['-> 40', { nature: 'I By Trust' }]])
    const one = report('2024-09-04', [['2024-09-03 S 50 @ 14 -> 717'], ['-> 40', { nature: 'I By Trust' }]])
    const two = report('2024-09-04', [['2024-09-03 S 50 @ 14 -> 717'], ['-> 57', { nature: 'I By Trust' }]])
    expect(reasonsOf(before, one)[0]).toMatchObject({
      cause: 'missingFiling',
      verdict: 'possible',
      evidence: { lines: '0' },
    })
    expect(reasonsOf(before, two)[0]).toMatchObject({
      cause: 'missingFiling',
      verdict: 'likely',
      evidence: { lines: '1' },
    })
  })

  it('a slip of digits comes after what is likelier', () => {
    const big = report('2024-03-04', [['2024-03-01 S 100 @ 14 -> 123456']])
    const slip = report('2024-03-11', [['2024-03-08 S 10 @ 14 -> 124346']])
    const [found] = namedBreaks(ledgerOf([big, slip]))
    expect(found?.reasons.map(({ cause }) => cause)).toContain('missingFiling')
    expect(
      namedBreaks(ledgerOf([big, report('2024-03-11', [['2024-03-08 S 10 @ 14 -> 124446']])]))[0]?.reasons,
    ).not.toEqual([])
  })

  it('one report that contradicts itself', () => {
    const twice = report('2024-03-06', [['2024-03-05 S 50 @ 14 -> 850'], ['2024-03-05 S 50 @ 15 -> 733']])
    expect(reasonsOf(first, twice)).toMatchObject([{ cause: 'contradiction' }])
  })
})

it('says a reason with what was found, and leaves out what was not', () => {
  const evidence = { ratio: '4:1', holders: '2', against: '0', after: '2024-03-01', by: '2024-06-03' }
  expect(breakReasonText({ cause: 'split', verdict: 'shown', evidence })).toBe(
    'shown: a split of 4:1, shown by 2 holders, between 2024-03-01 and 2024-06-03, 0 against',
  )
  expect(
    breakReasonText({ cause: 'missingFiling', verdict: 'possible', evidence: { days: '3', lines: '0', usual: '0' } }),
  ).toBe(
    'possible: a filing that is not at hand; days between the totals: 3, other lines of the owner that break then: 0',
  )
})
