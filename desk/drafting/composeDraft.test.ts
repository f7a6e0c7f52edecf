import { check } from '@section16/core/check'
import { Footnote, rowsOf } from '@section16/core/model'
import { writeSubmissionForm } from '@section16/core/write'
import { describe, expect, it } from 'vitest'
import { composeDraft } from './composeDraft.ts'
import { cik, day, draft, HEADER, line, signed } from './inventedForms.mts'

const codes = (diagnostics: readonly { code: string }[]) => diagnostics.map(({ code }) => code)

describe('composeDraft', () => {
  it('makes a form that can be filed once it is signed, and in which no rule finds a fault', () => {
    const rows = [line('2024-03-04 S 100 @ 14.50 -> 900', { notes: ['F1'] }), line('-> 50', { nature: 'I By Spouse' })]
    const { document, diagnostics } = draft(rows, {}, ['Sold through a broker at one price.'])
    expect(diagnostics).toEqual([])
    expect(codes(writeSubmissionForm(document).diagnostics)).toEqual(['W102'])
    expect(writeSubmissionForm(signed(document)).diagnostics).toEqual([])
    expect(check(document)).toEqual([])
  })

  it('says nothing that was not given', () => {
    const { document } = composeDraft(
      { form: '4', issuer: { cik: cik('1001') }, owners: [{ cik: cik('2001'), relationship: {} }] },
      [{ rows: [line('2024-03-04 S 100 @ 14.50 -> 900')], footnotes: [] }],
    )
    const [owner] = document.reportingOwners
    const silent = [
      document.aff10b5One,
      document.notSubjectToSection16,
      document.noSecuritiesOwned,
      document.remarks,
      document.dateOfOriginalSubmission,
      document.issuer.tradingSymbol,
      owner!.relationship.isDirector,
      owner!.id.ccc,
    ]
    expect(silent.map(({ present }) => present)).toEqual(silent.map(() => false))
    expect(owner!.address.present).toBe(false)
    expect(document.ownerSignatures).toEqual([])
  })

  it('takes a Form 4’s date from its earliest transaction, and tells of another one', () => {
    const rows = [line('2024-03-05 S 1 @ 1 -> 2'), line('2024-03-04 S 1 @ 1 -> 1')]
    expect(String(draft(rows).document.periodOfReport.value)).toBe('2024-03-04')
    const other = draft(rows, { periodOfReport: day('2024-03-05') })
    expect(other.document.periodOfReport.written).toBe('2024-03-05')
    expect(other.diagnostics).toMatchObject([
      { code: 'D202', severity: 'doubt', data: { given: '2024-03-05', earliest: '2024-03-04' } },
    ])
  })

  it.each([
    ['D201', () => draft([line('-> 5')], { form: '5' })],
    ['D201', () => draft([line('-> 5')], { form: '4' })],
    [
      'D203',
      () => draft([line('2024-03-05 S 1 @ 1 -> 2')], { form: '3', periodOfReport: day('2024-03-05'), ...NO_BOX }),
    ],
    ['D204', () => draft([line('2024-03-05 S 1 @ 1 -> 2')], { owners: [HEADER.owners[0]!, HEADER.owners[0]!] })],
    ['D205', () => draft([line('2024-03-05 S 1 @ 1 -> 2')], { owners: [] })],
    ['D206', () => draft([line('2024-03-05 S 1 @ 1 -> 2', { notes: ['F9'] })])],
    ['D207', () => draft([line('2024-03-05 S 1 @ 1 -> 2')], {}, ['Nobody points here.'])],
    ['D208', () => draft([line('-> 5')], { form: '3', periodOfReport: day('2024-03-05') })],
  ])('tells %s', (code, made) => {
    expect(codes(made().diagnostics)).toEqual([code])
  })

  it('numbers the footnotes of several sources as one list, in the order of their marks, equal texts once', () => {
    const { document } = composeDraft(HEADER, [
      {
        rows: [line('2024-03-04 M 10 @ 1 -> 0', { notes: ['F2'], derivative: { price: '1', expires: '2030-01-01' } })],
        footnotes: [new Footnote('F2', 'Exercised.')],
      },
      {
        rows: [line('2024-03-04 S 10 @ 5 -> 90', { notes: ['F2', 'F1'] })],
        footnotes: [new Footnote('F1', 'Exercised.'), new Footnote('F2', 'Weighted average.')],
      },
    ])
    expect(document.footnotes.footnotes.map(({ id, text }) => `${id} ${text}`)).toEqual([
      'F1 Weighted average.',
      'F2 Exercised.',
    ])
    const marks = rowsOf(document).map(({ amounts }) => amounts.pricePerShare.footnotes.join())
    expect(marks).toEqual(['F1,F2', 'F2'])
  })

  it('leaves the lines given as they were', () => {
    const row = line('2024-03-04 S 10 @ 5 -> 90', { notes: ['F7'] })
    composeDraft(HEADER, [{ rows: [row], footnotes: [new Footnote('F7', 'A note.')] }])
    expect(row.amounts.pricePerShare.footnotes).toEqual(['F7'])
  })
})

const NO_BOX = { aff10b5One: undefined } as unknown as Record<string, never>
