import { check } from '@section16/core/check'
import {
  type FiledReport,
  judgeReports,
  type LineField,
  type LinePlace,
  ledgerOf,
  reportsInView,
  resolveAmendments,
} from '@section16/core/ledger'
import { Footnote, type OwnershipDocument, rowsOf } from '@section16/core/model'
import { writeOwnershipXml, writeSubmissionForm } from '@section16/core/write'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AmendmentChange, AmendmentRequest } from './amendment.ts'
import { amendmentOf } from './amendmentOf.ts'
import { contentHash } from './contentHash.ts'
import { cik, day, filed, line, signed } from './inventedForms.mts'

const original = (): FiledReport =>
  filed(
    'original',
    '2024-03-05',
    [
      line('2024-03-01 S 100 @ 14.50 -> 900'),
      line('2024-03-04 S 200 @ 15.25 -> 700', { notes: ['F1', 'F2'] }),
      line('-> 50', { nature: 'I By Spouse', notes: ['F1'] }),
    ],
    { remarks: 'The original’s remark.' },
    ['Weighted average price.', 'Held for the children.'],
  )

const at = (line: number, report = 'original'): LinePlace => ({ report, table: 'nonDerivative', line })

const amend = (changes: readonly AmendmentChange[], more: Partial<AmendmentRequest> = {}) =>
  amendmentOf({ reports: [original()], original: 'original', changes, on: day('2024-03-11'), ...more })

const corrected = (
  field: 'transactionShares' | 'transactionPricePerShare',
  written: string,
  line = 2,
): AmendmentChange => ({
  kind: 'lineCorrected',
  at: at(line),
  cells: [{ field, written }],
  reason: 'The broker corrected its confirmation.',
})

const codes = (diagnostics: readonly { code: string }[]) => diagnostics.map(({ code }) => code)
const notesOf = (document: OwnershipDocument | undefined) =>
  document?.footnotes.footnotes.map(({ id, text }) => `${id} ${text}`)

/** As a reader of filed reports finds it. */
function asFiled(document: OwnershipDocument | undefined, key = 'amendment', filedOn = '2024-03-11'): FiledReport {
  return { key, accessionNumber: undefined, filedOn: day(filedOn), acceptedAt: undefined, document: document! }
}

const standing = (reports: readonly FiledReport[]) =>
  reportsInView(reports).reports.map(({ report, lines }) => [
    report.key,
    ...lines.map(({ line: { row } }) => {
      const total = row.postTransactionAmounts.sharesOwnedFollowingTransaction.written
      return `${row.coding.code.value ?? 'holds'} ${row.amounts.shares.written ?? ''} @ ${row.amounts.pricePerShare.written ?? ''} -> ${total}`
    }),
  ])

describe('a line corrected', () => {
  const { document, diagnostics, lines, isLate } = amend([corrected('transactionPricePerShare', '15.35')])

  it('is the complete line as amended and nothing else, in the original’s heading', () => {
    expect(diagnostics).toEqual([])
    expect(rowsOf(document!)).toHaveLength(1)
    const [row] = rowsOf(document!)
    expect([row!.transactionDate.written, row!.amounts.shares.written, row!.amounts.pricePerShare.written]).toEqual([
      '2024-03-04',
      '200',
      '15.35',
    ])
    expect(row!.postTransactionAmounts.sharesOwnedFollowingTransaction.written).toBe('700')
    expect(document!.documentType.value).toBe('4/A')
    expect(document!.periodOfReport.written).toBe('2024-03-01')
    expect(document!.reportingOwners[0]!.id.cik.value).toBe('0000002001')
    expect(document!.remarks.present).toBe(false)
  })

  it('has the original’s filing date in the box, and no signature', () => {
    expect(document!.dateOfOriginalSubmission.written).toBe('2024-03-05')
    expect(document!.ownerSignatures).toEqual([])
  })

  it('takes the filing date for the box, where it was accepted after the day’s end', () => {
    const report = { ...original(), acceptedAt: { date: day('2024-03-04'), time: '22:30:00' } }
    const made = amend([corrected('transactionPricePerShare', '15.35')], { reports: [report] })
    expect(made.document!.dateOfOriginalSubmission.written).toBe('2024-03-05')
  })

  it('numbers its footnotes anew and explains the cell', () => {
    expect(notesOf(document)).toEqual([
      `F1 Weighted average price.`,
      `F2 Held for the children.`,
      'F3 To correct the Form 4 filed on March 5, 2024: Price, reported as "15.25", to "15.35". The broker corrected its confirmation.',
    ])
    expect(rowsOf(document!)[0]!.amounts.pricePerShare.footnotes).toEqual(['F1', 'F2', 'F3'])
  })

  it('is read as what it is, and is not late by itself', () => {
    expect(lines).toMatchObject([{ kind: 'corrected', before: at(2), lateness: { verdict: 'correction' } }])
    expect(isLate).toBe(false)
    expect(standing([original(), asFiled(document)])).toEqual([
      ['original', 'S 100 @ 14.50 -> 900', 'S 200 @ 15.35 -> 700', 'holds  @  -> 50'],
    ])
  })

  it('can be filed once it is signed, and needs a new signature for it', async () => {
    expect(codes(writeSubmissionForm(document!).diagnostics)).toEqual(['W102'])
    expect(writeSubmissionForm(signed(document!)).diagnostics).toEqual([])
    expect((await contentHash(document!)).hash).not.toBe((await contentHash(original().document)).hash)
  })

  it('can have another text of a footnote, and leaves the original as it was', () => {
    const report = original()
    const before = writeOwnershipXml(report.document)
    const footnotes = [new Footnote('F1', 'Prices from 15.00 to 15.50.')]
    const change: AmendmentChange = {
      kind: 'lineCorrected',
      at: at(2),
      cells: [],
      footnotes,
      reason: 'The range was left out.',
    }
    const made = amend([change], { reports: [report] })
    expect(made.diagnostics).toEqual([])
    expect(notesOf(made.document)?.[1]).toBe('F2 Prices from 15.00 to 15.50.')
    expect(writeOwnershipXml(report.document)).toBe(before)
  })

  it('starts from the line as an earlier amendment left it', () => {
    const first = asFiled(amend([corrected('transactionPricePerShare', '15.35')]).document)
    const change: AmendmentChange = {
      ...corrected('transactionShares', '210'),
      at: at(1, 'amendment'),
    } as AmendmentChange
    const reports = [original(), first]
    const second = amend([change], { reports, on: day('2024-03-20') })
    expect(rowsOf(second.document!)[0]!.amounts.pricePerShare.written).toBe('15.35')
    expect(second.document!.dateOfOriginalSubmission.written).toBe('2024-03-05')
    expect(codes(amend([corrected('transactionShares', '210')], { reports }).diagnostics)).toEqual(['D234'])
  })
})

describe('any cell of a line', () => {
  const derivative = { price: '5', expires: '2034-01-02' }
  const grant = filed(
    'original',
    '2024-03-05',
    [
      line('2024-03-01 A 100 @ 1 -> 100', { derivative, title: 'Stock Option', notes: ['F1'] }),
      line('-> 50', { derivative, title: 'Warrant' }),
    ],
    {},
    ['A note.'],
  )
  const cells: readonly [LineField, string | undefined][] = [
    ['securityTitle', 'Employee Stock Option'],
    ['conversionOrExercisePrice', '5.5'],
    ['transactionDate', '2024-02-29'],
    ['deemedExecutionDate', '2024-03-02'],
    ['transactionFormType', '5'],
    ['transactionCode', 'J'],
    ['equitySwapInvolved', 'true'],
    ['transactionTimeliness', 'E'],
    ['transactionShares', '110'],
    ['transactionTotalValue', '500'],
    ['transactionPricePerShare', undefined],
    ['transactionAcquiredDisposedCode', 'D'],
    ['exerciseDate', '2025-01-02'],
    ['expirationDate', '2035-01-02'],
    ['underlyingSecurityTitle', 'Class B Common Stock'],
    ['underlyingSecurityShares', '110'],
    ['underlyingSecurityValue', '90'],
    ['sharesOwnedFollowingTransaction', '120'],
    ['valueOwnedFollowingTransaction', '120'],
    ['directOrIndirectOwnership', 'I'],
    ['natureOfOwnership', 'By Trust'],
  ]
  it.each(cells)('%s: is read back as this correction and no other', (field, written) => {
    const change: AmendmentChange = {
      kind: 'lineCorrected',
      at: { report: 'original', table: 'derivative', line: 1 },
      cells: [{ field, written }],
      reason: 'It was a slip.',
    }
    const { document, diagnostics } = amend([change], { reports: [grant] })
    expect(codes(diagnostics).filter((code) => code !== 'D238')).toEqual([])
    const [answer] = resolveAmendments([grant, asFiled(document)]).answers
    const changes = answer?.kind === 'resolved' ? answer.applied.changes : []
    expect(changes).toMatchObject([
      { kind: 'corrected', changes: [{ field, after: written ?? null }] },
      { kind: 'kept' },
    ])
    expect(check(document!).filter(({ code }) => /^C(?:160|161|162|260|261|264|265|154)$/.test(code))).toEqual([])
    expect(notesOf(document)).toHaveLength(2)
  })
})

describe('a line added', () => {
  const change: AmendmentChange = {
    kind: 'lineAdded',
    row: line('2024-03-01 P 10 @ 14 -> 710', { notes: ['F1'] }),
    footnotes: [new Footnote('F1', 'Bought by a plan.')],
    reason: 'The broker reported it late.',
  }

  it('is a late transaction where its own day has passed, and none where not', () => {
    const made = amend([change])
    expect(made.diagnostics).toEqual([])
    expect(made.lines).toMatchObject([{ kind: 'added', before: undefined, lateness: { verdict: 'late' } }])
    expect(made.isLate).toBe(true)
    expect(amend([change], { on: day('2024-03-05') }).isLate).toBe(false)
    const judged = judgeReports([original(), asFiled(made.document)]).find(({ report }) => report.key === 'amendment')
    expect(judged?.isLate).toBe(true)
  })

  it('is read as added, with its own footnotes and the explanation', () => {
    const { document } = amend([change])
    expect(notesOf(document)).toEqual([
      'F1 To add an omitted transaction to the Form 4 filed on March 5, 2024. The broker reported it late.',
      'F2 Bought by a plan.',
    ])
    expect(standing([original(), asFiled(document)])[0]).toHaveLength(5)
  })
})

describe('anything else', () => {
  it('takes a duplicate back by an explanation, without an opposite transaction', () => {
    const twice = filed('original', '2024-03-05', [
      line('2024-03-01 S 100 @ 14.50 -> 900'),
      line('2024-03-01 S 100 @ 14.50 -> 800'),
    ])
    const change: AmendmentChange = {
      kind: 'explained',
      withdraws: at(2),
      reason: 'It repeats the sale on the line above.',
    }
    const { document, lines, diagnostics } = amend([change], { reports: [twice] })
    expect(diagnostics).toEqual([])
    expect(lines).toMatchObject([{ kind: 'withdrawn', before: at(2), lateness: { verdict: 'correction' } }])
    expect(
      rowsOf(document!).map(({ coding, amounts }) => [coding.code.value, amounts.acquiredDisposedCode.value]),
    ).toEqual([['S', 'D']])
    expect(standing([twice, asFiled(document)])).toEqual([['original', 'S 100 @ 14.50 -> 900']])
    expect(ledgerOf([twice, asFiled(document)]).positions.map(({ closing }) => String(closing))).toEqual(['900'])
  })

  it('corrects the heading in the remarks, and repeats a line because EDGAR wants one', () => {
    const change: AmendmentChange = {
      kind: 'explained',
      heading: {
        aff10b5One: true,
        relationships: [{ owner: cik('2001'), relationship: { isOfficer: true, officerTitle: 'CEO' } }],
      },
      reason: 'The box was left empty.',
    }
    const { document, diagnostics, lines, affected } = amend([change])
    expect(codes(diagnostics)).toEqual(['D236'])
    expect(lines).toMatchObject([{ kind: 'repeated', before: at(1) }])
    expect(document!.remarks.value).toBe('Amends the Form 4 filed on March 5, 2024. The box was left empty.')
    expect(document!.aff10b5One.value).toBe(true)
    expect(document!.reportingOwners[0]!.relationship.officerTitle.value).toBe('CEO')
    expect(affected).toEqual([])
  })

  it('needs no line where the original has none', () => {
    const exit = filed('original', '2024-03-05', [], { periodOfReport: day('2024-03-04'), notSubjectToSection16: true })
    const { document, diagnostics } = amend([{ kind: 'explained', reason: 'The day was wrong.' }], { reports: [exit] })
    expect(diagnostics).toEqual([])
    expect(rowsOf(document!)).toEqual([])
    const last = filed('original', '2024-03-05', [line('2024-03-01 S 9 @ 1 -> 0')], { notSubjectToSection16: true })
    const made = amend([{ kind: 'explained', reason: 'The day was wrong.' }], { reports: [last] })
    expect([made.diagnostics, made.lines]).toEqual([[], []])
  })
})

describe('several changes at once', () => {
  const COUNT = 6
  const totals = Array.from({ length: COUNT }, (_, i) => 10_000 - 1000 * (i + 1))
  const report = filed(
    'original',
    '2024-03-05',
    totals.map((total, i) => line(`2024-03-04 S 1000 @ ${20 + i}.50 -> ${total}`)),
  )
  const choice = fc.constantFrom('kept', 'price', 'total', 'withdrawn')

  it('are read back as they are meant, each line once', () => {
    fc.assert(
      fc.property(fc.array(choice, { minLength: COUNT, maxLength: COUNT }), fc.nat(3), (choices, added) => {
        const changes = [
          ...choices.flatMap((what, i): AmendmentChange[] => {
            const reason = `Line ${i + 1} was a slip.`
            if (what === 'withdrawn') return [{ kind: 'explained', withdraws: at(i + 1), reason }]
            const cells = [
              { field: 'transactionPricePerShare' as const, written: `${20 + i}.75` },
              { field: 'sharesOwnedFollowingTransaction' as const, written: String(totals[i]! + 5) },
            ]
            const some = what === 'price' ? cells.slice(0, 1) : cells.slice(1)
            return what === 'kept' ? [] : [{ kind: 'lineCorrected', at: at(i + 1), cells: some, reason }]
          }),
          ...Array.from({ length: added }, (_, i): AmendmentChange => {
            const row = line(`2024-03-04 G ${i + 1} @ 0 -> ${5000 + i}`)
            return { kind: 'lineAdded', row, footnotes: [], reason: 'It was overlooked.' }
          }),
        ]
        fc.pre(changes.length > 0)
        const { document, diagnostics, lines } = amend(changes, { reports: [report] })
        expect(codes(diagnostics).filter((code) => code !== 'D238')).toEqual([])
        expect(lines).toHaveLength(changes.length)
        const left = choices.flatMap((what, i) => {
          const price = what === 'price' ? `${20 + i}.75` : `${20 + i}.50`
          return what === 'withdrawn' ? [] : [`S 1000 @ ${price} -> ${totals[i]! + (what === 'total' ? 5 : 0)}`]
        })
        const more = Array.from({ length: added }, (_, i) => `G ${i + 1} @ 0 -> ${5000 + i}`)
        const [found = []] = standing([report, asFiled(document)])
        expect(found.slice(1).sort()).toEqual([...left, ...more].sort())
      }),
      { numRuns: 60 },
    )
  })
})

describe('what an amendment does to other forms', () => {
  const next = filed('next', '2024-04-03', [line('2024-04-01 S 100 @ 16 -> 600')])
  const third = filed('third', '2024-05-03', [line('2024-05-01 S 100 @ 16 -> 500')])
  const shares: AmendmentChange = {
    kind: 'lineCorrected',
    at: at(2),
    cells: [
      { field: 'transactionShares', written: '250' },
      { field: 'sharesOwnedFollowingTransaction', written: '650' },
    ],
    reason: 'A fill was missing.',
  }
  const shortly = (made: ReturnType<typeof amend>) =>
    made.affected.map(({ report, stated, follows }) => `${report.key}: ${String(stated)}, should be ${String(follows)}`)

  it('names the later forms whose totals no longer follow', () => {
    const made = amend([shares], { reports: [original(), next, third] })
    expect(made.diagnostics).toEqual([])
    expect(shortly(made)).toEqual(['next: 600, should be 550', 'third: 500, should be 450'])
  })

  it('stops at the form that has the right total already', () => {
    const right = filed('right', '2024-05-03', [line('2024-05-01 S 100 @ 16 -> 450')])
    expect(shortly(amend([shares], { reports: [original(), next, right] }))).toEqual(['next: 600, should be 550'])
    const first = filed('next', '2024-04-03', [line('2024-04-01 S 100 @ 16 -> 550')])
    expect(shortly(amend([shares], { reports: [original(), first, right] }))).toEqual([])
  })

  it('sees through a break that was there before', () => {
    const broken = filed('next', '2024-04-03', [line('2024-04-01 S 100 @ 16 -> 560')])
    expect(shortly(amend([shares], { reports: [original(), broken] }))).toEqual(['next: 560, should be 510'])
  })

  it('names none for a price', () => {
    const made = amend([corrected('transactionPricePerShare', '15.35')], { reports: [original(), next, third] })
    expect(made.affected).toEqual([])
  })

  it('tells of totals in the same report that have to change with it', () => {
    const own = amend([corrected('transactionShares', '250')], { reports: [original()] })
    expect(own.diagnostics).toMatchObject([
      { code: 'D238', data: { report: 'this amendment', line: 1, stated: '700', follows: '650' } },
    ])
    const below = amend([corrected('transactionShares', '150', 1)])
    expect(codes(below.diagnostics)).toEqual(['D238', 'D238'])
    expect(below.affected).toMatchObject([{ isSameReport: true, line: at(2) }])
  })

  it('counts a later form from a withdrawal on', () => {
    const change: AmendmentChange = { kind: 'explained', withdraws: at(2), reason: 'It never happened.' }
    expect(shortly(amend([change], { reports: [original(), next] }))).toEqual(['next: 600, should be 800'])
  })
})

describe('what is refused or told', () => {
  const heading = (more: object): AmendmentChange => ({ kind: 'explained', heading: more, reason: 'Wrong.' })
  const earlier = asFiled(amend([corrected('transactionPricePerShare', '15.35')]).document)
  const undated = { ...original(), filedOn: undefined }
  const table: readonly [string, string, () => ReturnType<typeof amend>][] = [
    ['D230', 'another issuer', () => amend([heading({ issuer: cik('1002') })])],
    ['D230', 'another owner', () => amend([heading({ owners: [cik('2002')] })])],
    ['D230', 'an owner more', () => amend([heading({ owners: [cik('2001'), cik('2002')] })])],
    ['D231', 'an unknown original', () => amend([], { original: 'other' })],
    [
      'D232',
      'an amendment of an amendment',
      () => amend([], { reports: [original(), earlier], original: 'amendment' }),
    ],
    ['D233', 'an original without a filing date', () => amend([], { reports: [undated] })],
    ['D234', 'a line that is not there', () => amend([corrected('transactionShares', '1', 9)])],
    ['D235', 'nothing corrected', () => amend([corrected('transactionShares', '200')])],
    ['D235', 'a number written otherwise', () => amend([corrected('transactionPricePerShare', '15.250')])],
    ['D239', 'no number', () => amend([corrected('transactionShares', 'many')])],
  ]
  it.each(table)('%s: %s', (code, _, made) => {
    const { document, diagnostics, affected } = made()
    expect(document).toBeUndefined()
    expect(codes(diagnostics)).toEqual([code])
    expect(affected).toEqual([])
  })

  it('takes the parties of the original for no other ones', () => {
    expect(amend([heading({ issuer: cik('1001'), owners: [cik('2001')] })]).document).toBeDefined()
  })

  it('D237: a correction of so much that a reader takes it for another line', () => {
    const change: AmendmentChange = {
      kind: 'lineCorrected',
      at: at(2),
      cells: [
        { field: 'transactionDate', written: '2024-02-27' },
        { field: 'transactionCode', written: 'F' },
      ],
      reason: 'All of it was wrong.',
    }
    const { document, diagnostics } = amend([change])
    expect(document).toBeDefined()
    expect(diagnostics[0]).toMatchObject({
      code: 'D237',
      data: { built: 'corrected (original nonDerivative 2)', read: 'added' },
    })
  })

  const explained = (reason: string): AmendmentChange => ({ kind: 'explained', reason })
  it.each<[string, AmendmentChange, object]>([
    [
      'that withdraws the line it corrects',
      { ...corrected('transactionPricePerShare', '15.35'), reason: 'The sale was reported in error.' },
      { built: 'corrected (original nonDerivative 2)', read: 'withdrawn (original nonDerivative 2)' },
    ],
    [
      'that withdraws another line',
      explained('The sale of 200 shares on March 4, 2024 did not occur.'),
      { built: 'kept', read: 'withdrawn (original nonDerivative 2)' },
    ],
    [
      'of which nobody can tell what it withdraws',
      explained('Something was done by mistake.'),
      {
        built: 'an explanation',
        read: 'words of which it can’t be told what they take back: Amends the Form 4 filed on March 5, 2024. Something was done by mistake.',
      },
    ],
  ])('D237: a reason %s', (_, change, data) => {
    const found = amend([change]).diagnostics.filter(({ code }) => code === 'D237')
    expect(found).toMatchObject([{ data }])
  })
})
