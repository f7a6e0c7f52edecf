import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import type { FiledReport } from '../filedReport.ts'
import { type InventedLine, type InventedReport, invented } from '../inventedReports.mts'
import { type Amendments, reportsInView, resolveAmendments } from './index.ts'
import { changesBetween } from './lineMatch.ts'

const ORIGINAL = '0009999990-24-100000'

const sales: readonly InventedLine[] = [
  ['2024-03-01 S 100 @ 14.50 -> 900'],
  ['2024-03-01 S 200 @ 15.25 -> 700'],
  ['-> 50', { nature: 'I By Spouse' }],
]

const original = (parts: InventedReport = {}) =>
  invented({ key: ORIGINAL, filed: '2024-03-04', lines: sales, ...parts })
const amendment = (parts: InventedReport = {}) =>
  invented({ form: '4/A', filed: '2024-03-11', original: '2024-03-04', period: '2024-03-01', ...parts })

/** What became of the original: each line in short, then what was withdrawn. */
function standing(amendments: Amendments): string[] {
  const [amended] = amendments.reports
  return amended?.state.lines.map(({ line: { row } }) => shortly(row)) ?? []
}

function shortly(row: FiledReport['document']['nonDerivativeTable']['rows'][number]): string {
  const { coding, amounts, postTransactionAmounts, ownershipNature } = row
  const after = postTransactionAmounts.sharesOwnedFollowingTransaction.value
  const nature = ownershipNature.natureOfOwnership.value ?? 'D'
  const what = [row.transactionDate.written ?? 'holding', coding.code.value ?? '', amounts.shares.written ?? '']
  return `${what.join(' ')} -> ${String(after)} ${nature}`
}

const kinds = ({ answers }: Amendments) =>
  answers.map((answer) =>
    answer.kind === 'open' ? answer.reason : answer.applied.changes.map(({ kind }) => kind).join(),
  )

describe('section16-rules.md R5.2.6: lines are matched, never replaced wholesale', () => {
  it('corrects one line and keeps the rest (R5.2.2: only the lines that change are filed)', () => {
    const found = resolveAmendments([original(), amendment({ lines: [['2024-03-01 S 250 @ 15.25 -> 650']] })])
    expect(kinds(found)).toEqual(['corrected,kept,kept'])
    expect(standing(found)).toEqual([
      '2024-03-01 S 100 -> 900 D',
      '2024-03-01 S 250 -> 650 D',
      'holding   -> 50 By Spouse',
    ])
    const [change] = found.answers[0]?.kind === 'resolved' ? found.answers[0].applied.changes : []
    expect(change).toMatchObject({
      changes: [
        { field: 'transactionShares', before: '200', after: '250' },
        { field: 'sharesOwnedFollowingTransaction', before: '700', after: '650' },
      ],
    })
  })

  it('corrects a date, where all else is the same', () => {
    const found = resolveAmendments([original(), amendment({ lines: [['2024-02-29 S 100 @ 14.50 -> 900']] })])
    expect(kinds(found)).toEqual(['corrected,kept,kept'])
  })

  it('adds an omitted line', () => {
    const found = resolveAmendments([original(), amendment({ lines: [['2024-03-01 P 10 @ 14 -> 710']] })])
    expect(kinds(found)).toEqual(['added,kept,kept,kept'])
    expect(standing(found)).toHaveLength(4)
  })

  it('adds a line of which it says that it was omitted, though it looks like another', () => {
    const lines: readonly InventedLine[] = [['2024-03-01 S 30 @ 14.50 -> 670', { notes: [1] }]]
    const footnotes = ['This sale was inadvertently omitted from the original filing.']
    expect(kinds(resolveAmendments([original(), amendment({ lines, footnotes })]))).toEqual(['added,kept,kept,kept'])
  })

  it('takes equal lines for a full restatement', () => {
    const found = resolveAmendments([original(), amendment({ lines: sales })])
    expect(kinds(found)).toEqual(['repeated,repeated,repeated'])
    expect(found.answers[0]).toMatchObject({ applied: { scope: 'full' } })
  })

  it('leaves a line open that could correct two, but not where everything is restated', () => {
    const twins: readonly InventedLine[] = [['2024-03-01 S 100 @ 14 -> 900'], ['2024-03-01 S 200 @ 15 -> 700']]
    const one = amendment({ lines: [['2024-03-01 S 300 @ 16 -> 600']] })
    expect(kinds(resolveAmendments([original({ lines: twins }), one]))).toEqual(['open,kept,kept'])
    const both = amendment({ lines: [['2024-03-01 S 110 @ 17 -> 890'], ['2024-03-01 S 220 @ 18 -> 670']] })
    const found = resolveAmendments([original({ lines: twins }), both])
    expect(kinds(found)).toEqual(['corrected,corrected'])
    expect(standing(found)).toEqual(['2024-03-01 S 110 -> 890 D', '2024-03-01 S 220 -> 670 D'])
  })

  it('tries no more ways than any report that EDGAR takes can have, and leaves the lines open', () => {
    const many = (first: number): InventedLine[] =>
      Array.from({ length: 80 }, (_, i) => [`2024-03-01 S ${first + i} @ 14 -> ${first + i}`])
    const found = resolveAmendments([original({ lines: many(1000) }), amendment({ lines: [...many(5000)] })])
    expect(new Set(kinds(found)[0]?.split(','))).toEqual(new Set(['open', 'kept']))
    expect(kinds(resolveAmendments([original({ lines: many(1000) }), amendment({ lines: many(1000) })]))[0]).toMatch(
      /^(repeated,){79}repeated$/,
    )
  })

  it('does not match across the tables, nor a holding with a transaction', () => {
    const option = amendment({ lines: [['2024-03-01 S 100 @ 14.50 -> 900', { derivative: { price: '10' } }]] })
    expect(kinds(resolveAmendments([original(), option]))).toEqual(['added,kept,kept,kept'])
    const holding = amendment({ lines: [['-> 900']] })
    expect(kinds(resolveAmendments([original(), holding]))).toEqual(['added,kept,kept,kept'])
  })
})

describe('withdrawals stated in words are recognised or left open, never passed over', () => {
  const restated = sales.filter(([written]) => !written.includes('S 200'))

  it.each([
    ['The sale of 200 shares on March 1, 2024 was reported in error.', 'named'],
    ['This amendment is filed to delete a transaction which did not occur.', 'onlyLineLeft'],
    ['The sale of 200 shares should not have been reported.', 'named'],
    ['One transaction was inadvertently reported. It is hereby withdrawn.', 'onlyLineLeft'],
  ])('%s', (remarks, basis) => {
    const found = resolveAmendments([original(), amendment({ lines: restated, remarks })])
    expect(standing(found)).toEqual(['2024-03-01 S 100 -> 900 D', 'holding   -> 50 By Spouse'])
    const changes = found.answers[0]?.kind === 'resolved' ? found.answers[0].applied.changes : []
    expect(changes.find(({ kind }) => kind === 'withdrawn')).toMatchObject({ basis })
  })

  it('on the line that is repeated to get through EDGAR (R5.2.3)', () => {
    const lines: readonly InventedLine[] = [['2024-03-01 S 200 @ 15.25 -> 700', { notes: [1] }]]
    const footnotes = ['The reported sale never took place.']
    const found = resolveAmendments([original(), amendment({ lines, footnotes })])
    expect(kinds(found)).toEqual(['withdrawn,kept,kept'])
  })

  it('of the whole report', () => {
    const remarks = 'The Form 4 filed on March 4, 2024 was filed in error and is withdrawn.'
    const found = resolveAmendments([original(), amendment({ lines: sales, remarks })])
    expect(standing(found)).toEqual([])
    expect(found.reports[0]?.state.withdrawn).toHaveLength(3)
  })

  it('in its entirety: what is not restated goes', () => {
    const remarks = 'This Form 4/A amends and replaces in its entirety the Form 4 filed on 3/4/2024.'
    const found = resolveAmendments([original(), amendment({ lines: [['2024-03-01 S 100 @ 14.50 -> 800']], remarks })])
    expect(standing(found)).toEqual(['2024-03-01 S 100 -> 800 D'])
  })

  it('left open where it names no line', () => {
    const found = resolveAmendments([original(), amendment({ remarks: 'A transaction was reported in error.' })])
    expect(standing(found)).toHaveLength(3)
    expect(found.answers[0]).toMatchObject({ applied: { openStatements: [{ reason: 'withdrawalNamesNoLine' }] } })
    const unclear = resolveAmendments([original(), amendment({ remarks: 'Part of this was an inadvertent slip.' })])
    expect(unclear.answers[0]).toMatchObject({ applied: { openStatements: [{ reason: 'objectNotFound' }] } })
  })

  it('does not take a corrected figure for a withdrawal', () => {
    const remarks = 'The number of shares was inadvertently reported as 200 instead of 250.'
    const lines: readonly InventedLine[] = [['2024-03-01 S 250 @ 15.25 -> 650']]
    const found = resolveAmendments([original(), amendment({ lines, remarks })])
    expect(kinds(found)).toEqual(['corrected,kept,kept'])
    expect(found.answers[0]).toMatchObject({ applied: { openStatements: [] } })
  })
})

describe('section16-rules.md R5.2.1: which report', () => {
  it.each<[string, InventedReport, InventedReport]>([
    ['another form family', { form: '5' }, {}],
    // R5.2.7: a wrong CIK cannot be amended away.
    ['another issuer', { issuer: '1002' }, {}],
    ['another owner', { owners: ['2002'] }, {}],
    ['another day', { filed: '2024-03-05' }, {}],
  ])('not one of %s', (_, was, is) => {
    const found = resolveAmendments([original(was), amendment({ lines: sales, ...is })])
    expect(found.answers[0]).toMatchObject({ kind: 'open', reason: 'originalNotGiven' })
  })

  it('names what comes near where the day is wrong', () => {
    const found = resolveAmendments([original({ filed: '2024-03-05' }), amendment({ lines: sales })])
    expect(found.answers[0]).toMatchObject({ candidates: [{ key: ORIGINAL }] })
  })

  it('the one whose lines fit, of two of one day', () => {
    const other = invented({ lines: [['2024-03-01 A 5 -> 5', { title: 'Preferred' }]] })
    const found = resolveAmendments([other, original(), amendment({ lines: sales.slice(0, 1) })])
    expect(found.answers[0]).toMatchObject({ basis: 'filingDateAndLines', original: { key: ORIGINAL } })
    const same = original({ key: '0009999990-24-100001' })
    const two = resolveAmendments([same, original(), amendment({ lines: sales })])
    expect(two.answers[0]).toMatchObject({ kind: 'open', reason: 'severalOriginals' })
  })

  it('through the amendment whose day is given', () => {
    const first = amendment({ filed: '2024-03-11', lines: [['2024-03-01 S 150 @ 14.50 -> 850']] })
    const second = amendment({
      filed: '2024-03-12',
      original: '2024-03-11',
      lines: [['2024-03-01 S 160 @ 14.50 -> 840']],
    })
    const found = resolveAmendments([second, original(), first])
    expect(found.answers[1]).toMatchObject({ basis: 'earlierAmendment', original: { key: ORIGINAL } })
    expect(standing(found)[0]).toBe('2024-03-01 S 160 -> 840 D')
    expect(found.reports[0]?.state.lines[0]?.earlier).toHaveLength(2)
  })

  it('by its lines where its filing date is not known', () => {
    const found = resolveAmendments([original({ filed: null }), amendment({ lines: sales })])
    expect(found.answers[0]).toMatchObject({ basis: 'linesOnly' })
  })

  it('open where the box is empty', () => {
    const { original: _, ...rest } = { original: '', form: '4/A', filed: '2024-03-11', lines: sales }
    expect(resolveAmendments([original(), invented(rest)]).answers[0]).toMatchObject({
      reason: 'dateOfOriginalNotStated',
    })
  })
})

describe('views', () => {
  const changed = amendment({ lines: [['2024-03-01 S 250 @ 15.25 -> 650']] })
  const count = (...options: Parameters<typeof reportsInView>) =>
    reportsInView(...options).reports.map(({ lines }) => lines.map(({ line }) => String(line.row.amounts.shares.value)))

  it('as filed, as amended, as known then', () => {
    const reports = [changed, original()]
    expect(count(reports, { view: 'asFiled' })).toEqual([['100', '200', 'undefined'], ['250']])
    expect(count(reports)).toEqual([['100', '250', 'undefined']])
    const before = { knownOn: CalendarDate.parse('2024-03-10')! }
    expect(count(reports, before)).toEqual([['100', '200', 'undefined']])
  })

  it('says of which reports it cannot know when they were known', () => {
    const { undated, reports } = reportsInView([original({ filed: null })], {
      knownOn: CalendarDate.parse('2030-01-01')!,
    })
    expect([undated.length, reports.length]).toEqual([1, 0])
  })

  it('lets an amendment stand alone only where nothing at hand may be its original', () => {
    expect(reportsInView([changed]).reports).toMatchObject([{ standsAlone: true }])
    const { heldBack, reports } = reportsInView([changed, original({ filed: '2024-03-05' })])
    expect([heldBack.length, reports.length]).toEqual([1, 1])
  })
})

describe('properties', () => {
  const shares = fc.integer({ min: 1, max: 5 }).map((n) => n * 100)
  const someLine = fc
    .record({
      day: fc.integer({ min: 1, max: 3 }),
      code: fc.constantFrom('S', 'P', 'A'),
      shares,
      price: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ day, code, shares: n, price }): InventedLine => [`2024-03-0${day} ${code} ${n} @ ${price} -> ${1000 + n}`])
  const someLines = fc.array(someLine, { minLength: 0, maxLength: 5 })
  const words = fc.constantFrom(
    '',
    'The sale of 200 shares was reported in error.',
    'This amendment replaces the original in its entirety.',
    'One purchase was inadvertently omitted.',
    'The Form 4 is hereby withdrawn.',
  )

  it('an amendment applied again changes nothing', () => {
    fc.assert(
      fc.property(someLines, someLines, words, (lines, amended, remarks) => {
        const report = original({ lines })
        const once = amendment({ filed: '2024-03-11', lines: amended, remarks })
        const again = amendment({ filed: '2024-03-12', lines: amended, remarks })
        const [first] = resolveAmendments([report, once]).reports
        const [second] = resolveAmendments([report, once, again]).reports
        expect(second?.state.lines.length).toBe(first?.state.lines.length)
        for (const [i, { line }] of (second?.state.lines ?? []).entries()) {
          expect(changesBetween(line.row, first!.state.lines[i]!.line.row)).toEqual([])
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('whatever the order of arrival, the answer is the same', () => {
    const reports = [
      original(),
      amendment({ filed: '2024-03-11', lines: [['2024-03-01 S 150 @ 14.50 -> 850']] }),
      amendment({ filed: '2024-03-12', lines: [['2024-03-01 S 160 @ 14.50 -> 840']] }),
      amendment({ filed: '2024-03-12', original: '2024-03-11', lines: [['2024-03-02 P 5 @ 1 -> 845']] }),
      amendment({ filed: '2024-03-13', original: '2024-02-01', lines: [['2024-03-02 P 5 @ 1 -> 845']] }),
    ]
    const expected = resolveAmendments(reports)
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (shuffled) => {
        expect(resolveAmendments(shuffled)).toEqual(expected)
      }),
    )
  })

  it('every line of an amendment and of its original is accounted for once', () => {
    fc.assert(
      fc.property(someLines, someLines, words, (lines, amended, remarks) => {
        const [answer] = resolveAmendments([original({ lines }), amendment({ lines: amended, remarks })]).answers
        if (answer?.kind !== 'resolved') throw new Error('not resolved')
        const { changes } = answer.applied
        const olds = changes.flatMap((change) => ('before' in change ? [change.before] : []))
        const news = changes.flatMap((change) => ('line' in change ? [change.line] : []))
        expect(new Set(olds).size).toBe(olds.length)
        expect(olds).toHaveLength(lines.length)
        if (!remarks.includes('Form 4')) expect(new Set(news).size).toBe(amended.length)
      }),
      { numRuns: 300 },
    )
  })
})
