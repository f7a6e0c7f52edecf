import { rowsOf } from '@section16/core/model'
import { readSubmission } from '@section16/core/read'
import { writeOwnershipXml } from '@section16/core/write'
import { describe, expect, test } from 'vitest'
import type { PaperForm } from '../form/paperForm.ts'
import { cell, form, row, tick } from './invented.mts'
import { type UnderstandContext, understand } from './understand.ts'

const ROOT = '/ownershipDocument'
const ROW_I = `${ROOT}/nonDerivativeTable/nonDerivativeTransaction[1]`
const ROW_II = `${ROOT}/derivativeTable/derivativeTransaction[1]`
const OPTION = {
  securityTitle: 'Stock Option',
  conversionOrExercisePrice: '$3.31',
  transactionDate: '03/04/2003',
  code: 'A',
  acquired: '10,000',
  exerciseDate: '03/04/2004',
  expirationDate: '03/04/2013',
  underlyingTitle: 'Common Stock',
  underlyingAmount: '10,000',
  owned: '10,000',
  directOrIndirect: 'D',
} as const
const TRADE = {
  securityTitle: 'Common Stock',
  transactionDate: '03/04/2003',
  code: 'P',
  amount: '1,000',
  acquiredOrDisposed: 'A',
  price: '$10.50',
  owned: '5,000',
  directOrIndirect: 'D',
} as const

const read = (parts: Partial<PaperForm>, context?: UnderstandContext, kind: PaperForm['kind'] = 'ocrText') =>
  understand(form(kind, parts), context)
const rowII = (cells: object) => read({ rows: { I: [], II: [row({ ...OPTION, ...cells })] } })
const rowI = (cells: object, kind?: PaperForm['kind']) =>
  read({ rows: { I: [row({ ...TRADE, ...cells })], II: [] } }, {}, kind)
const questionsOf = (reading: ReturnType<typeof understand>) =>
  reading.questions
    .filter(({ reason }) => reason !== 'missing')
    .map(({ path, reason }) => `${path.replace(/^.*\//, '')} ${reason}`)

describe('a form', () => {
  test('becomes a document, every field with what it was read from', () => {
    const { document, fields } = rowI({})
    expect(document.documentType.value).toBe('4')
    expect(document.issuer.name.value).toBe('INVENTED WIDGETS INC')
    expect(document.issuer.tradingSymbol.value).toBe('INVW')
    const [line] = rowsOf(document)
    expect(line?.element).toBe('nonDerivativeTransaction')
    expect([line?.coding.code.value, line?.coding.formType.value, line?.coding.equitySwapInvolved.value]).toEqual([
      'P',
      '4',
      false,
    ])
    expect(String(line?.amounts.shares.value)).toBe('1000')
    expect(String(line?.amounts.pricePerShare.written)).toBe('10.50')
    expect(fields.get(`${ROW_I}/transactionAmounts/transactionPricePerShare`)).toEqual({
      path: `${ROW_I}/transactionAmounts/transactionPricePerShare`,
      value: '10.50',
      source: 'print',
      words: '$10.50',
      places: [{ page: 1, left: 10, top: 20, right: 90, bottom: 30 }],
      certainty: 1,
      alternatives: [],
      doubts: [],
      isFlagged: false,
    })
    expect(fields.get(`${ROW_I}/transactionCoding/equitySwapInvolved`)?.source).toBe('form')
  })

  test('asks for what a submission needs and paper does not say, and invents none of it', () => {
    const { document, questions } = read({})
    expect(questions.filter(({ isNeeded }) => isNeeded).map(({ path }) => path.slice(ROOT.length + 1))).toEqual([
      'issuer/issuerCik',
      'reportingOwner[1]/reportingOwnerId/rptOwnerCik',
      'reportingOwner[1]/reportingOwnerAddress/rptOwnerStreet1',
      'reportingOwner[1]/reportingOwnerAddress/rptOwnerCity',
      'reportingOwner[1]/reportingOwnerAddress/rptOwnerState',
      'reportingOwner[1]/reportingOwnerAddress/rptOwnerZipCode',
      'aff10b5One',
    ])
    expect(document.issuer.cik.present).toBe(false)
    expect(document.reportingOwners[0]?.address.present).toBe(false)
  })

  test('that nobody filled in is blank', () => {
    const blank = read({
      owners: [{}],
      signatures: [{}],
      issuer: undefined,
      periodOfReport: undefined,
    })
    expect(blank.recognised.isBlank).toBe(true)
    expect(blank.diagnostics.map(({ code }) => code)).toContain('P103')
  })

  test('of several persons with one box of name says that some are missing', () => {
    expect(read({ isJoint: tick('ticked') }).diagnostics.map(({ code }) => code)).toContain('P135')
  })

  test('keeps a month where a day belongs as it is written, and asks', () => {
    const { document, questions } = read({ periodOfReport: cell('September 2002'), edition: '1996' })
    expect([document.periodOfReport.kind, document.periodOfReport.written]).toEqual(['invalid', 'September 2002'])
    expect(questions.find(({ reason }) => reason === 'misfit')?.path).toBe(`${ROOT}/periodOfReport`)
  })

  test('leaves a box that could not be made out open', () => {
    const { document, questions } = read({ notSubjectToSection16: tick('unread') })
    expect(document.notSubjectToSection16.present).toBe(false)
    expect(questions.map(({ path }) => path)).toContain(`${ROOT}/notSubjectToSection16`)
  })
})

describe('a line', () => {
  test('without transaction is a holding', () => {
    const holding = { ...TRADE, transactionDate: '', code: '', amount: '', acquiredOrDisposed: '', price: '' }
    const { document } = read({ rows: { I: [row(holding)], II: [] } })
    expect(rowsOf(document).map(({ element }) => element)).toEqual(['nonDerivativeHolding'])
  })

  test('with words in the place of its date is a holding, and its words are not lost', () => {
    const { document, unplaced } = rowI({
      transactionDate: 'Previously reported',
      code: '',
      amount: '',
      acquiredOrDisposed: '',
      price: '',
    })
    expect(rowsOf(document).map(({ element, transactionDate }) => `${element} ${transactionDate.kind}`)).toEqual([
      'nonDerivativeHolding absent',
    ])
    expect(unplaced.map(({ text }) => text)).toEqual(['Previously reported'])
  })

  test('of a Form 3 is a holding', () => {
    const { document } = read({
      form: '3',
      rows: { I: [row({ securityTitle: 'Common Stock', owned: '100', directOrIndirect: 'D' })], II: [] },
    })
    expect(rowsOf(document).map(({ element }) => element)).toEqual(['nonDerivativeHolding'])
  })

  test('that says None is no line where it was typed, and its words are not lost', () => {
    const { document, ignored } = read(
      { edition: '1996', rows: { I: [row({ securityTitle: 'None' })], II: [] } },
      {},
      'typedText',
    )
    expect(rowsOf(document)).toEqual([])
    expect(ignored.flatMap(({ words }) => words.map(({ text }) => text))).toEqual(['None'])
  })

  test('that says None on a print of XML is what somebody filed', () => {
    const { document } = read({ rows: { I: [row({ securityTitle: 'None' })], II: [] } }, {}, 'html')
    expect(rowsOf(document).map(({ securityTitle }) => securityTitle.value)).toEqual(['None'])
  })

  test('with a total where a price belongs keeps it as printed, and says so', () => {
    const reading = rowII({ price: '$33,100' })
    const evidence = reading.fields.get(`${ROW_II}/transactionAmounts/transactionPricePerShare`)
    expect([evidence?.value, evidence?.isFlagged, evidence?.doubts[0]]).toEqual([
      '33100',
      true,
      expect.stringContaining('a total'),
    ])
    expect(rowII({ price: '$3,310' }).fields.get(evidence!.path)?.isFlagged).toBe(false)
    expect(rowII({ price: '$3.31', acquired: '1' }).fields.get(evidence!.path)?.isFlagged).toBe(false)
  })

  test.each<[object, string, string, boolean]>([
    [{ acquired: '10,000', disposed: '-' }, 'A', '10000', false],
    [{ acquired: '', disposed: '10,000' }, 'D', '10000', false],
    [{ acquired: '0', disposed: '10,000' }, 'D', '10000', true],
  ])('of Table II says one direction: %j', (cells, direction, shares, isFlagged) => {
    const { document, fields } = read({ rows: { I: [], II: [row({ ...OPTION, acquired: '', ...cells })] } })
    const [line] = rowsOf(document)
    expect([line?.amounts.acquiredDisposedCode.value, String(line?.amounts.shares.value)]).toEqual([direction, shares])
    expect(fields.get(`${ROW_II}/transactionAmounts/transactionAcquiredDisposedCode`)?.isFlagged).toBe(isFlagged)
  })

  test('of Table II with numbers in both directions is left open', () => {
    const reading = rowII({ disposed: '5,000' })
    expect(questionsOf(reading)).toEqual([
      'transactionShares contradiction',
      'transactionAcquiredDisposedCode contradiction',
    ])
    expect(rowsOf(reading.document)[0]?.amounts.shares.present).toBe(false)
  })

  test('with A,D in one column has its number before or behind a dash', () => {
    const { document, fields } = rowI({ amount: '12,000 -', acquiredOrDisposed: 'A,D' }, 'typedText')
    const [line] = rowsOf(document)
    expect([String(line?.amounts.shares.value), line?.amounts.acquiredDisposedCode.value]).toEqual(['12000', 'A'])
    expect(fields.get(`${ROW_I}/transactionAmounts/transactionAcquiredDisposedCode`)?.isFlagged).toBe(true)
    expect(
      rowsOf(rowI({ amount: '- 12,000', acquiredOrDisposed: 'A,D' }, 'typedText').document)[0]?.amounts
        .acquiredDisposedCode.value,
    ).toBe('D')
    expect(questionsOf(rowI({ acquiredOrDisposed: 'A,D' }, 'typedText'))).toEqual([
      'transactionAcquiredDisposedCode unread',
    ])
  })

  test('takes from the numbers that one may be the one that stands elsewhere in it', () => {
    const path = `${ROW_II}/underlyingSecurity/underlyingSecurityShares`
    const evidence = rowII({ underlyingAmount: '10.000' }).fields.get(path)
    expect([evidence?.value, evidence?.isFlagged, evidence?.correction?.from]).toEqual(['10000', true, '10.000'])
    const open = rowII({ underlyingAmount: '20.000' })
    expect([open.fields.get(path)?.value, open.fields.get(path)?.alternatives]).toEqual([
      undefined,
      ['20000', '20.000'],
    ])
    expect(questionsOf(open)).toEqual(['underlyingSecurityShares unread'])
  })

  test('says shares and value in two lines', () => {
    const { document } = rowII({ acquired: '10,000\n$33,100' })
    const [line] = rowsOf(document)
    expect([String(line?.amounts.shares.value), String(line?.amounts.totalValue.value)]).toEqual(['10000', '33100'])
  })

  test('reported early, on a swap, or late says so in its coding', () => {
    const coding = (parts: Partial<PaperForm>, cells: object) =>
      rowsOf(read({ ...parts, rows: { I: [row({ ...TRADE, ...cells })], II: [] } }).document)[0]?.coding
    expect(coding({}, { code: 'A', voluntary: 'V' })?.formType.value).toBe('5')
    expect(coding({}, { code: 'P/K' })?.equitySwapInvolved.value).toBe(true)
    expect(coding({ form: '5' }, { code: 'P4' })?.formType.value).toBe('4')
    expect(coding({ form: '5' }, { code: 'G' })?.formType.value).toBe('5')
  })
})

describe('footnotes', () => {
  const footnotes = [
    { mark: '1', text: cell('Vests in a year.') },
    { mark: '2', text: cell('By a trust.') },
  ]

  test('are found by the marks of a cell, raised or in brackets at its end', () => {
    const { document, fields } = read({
      footnotes,
      rows: {
        I: [],
        II: [
          row({ ...OPTION, exerciseDate: '03/04/2004 (1)', natureOfOwnership: 'By Trust^2', owned: '10,000 (1) (2)' }),
        ],
      },
    })
    const [line] = rowsOf(document)
    expect(line?.exerciseDate.footnotes).toEqual(['F1'])
    expect(line?.ownershipNature.natureOfOwnership.footnotes).toEqual(['F2'])
    expect([
      line?.postTransactionAmounts.sharesOwnedFollowingTransaction.written,
      line?.postTransactionAmounts.sharesOwnedFollowingTransaction.footnotes,
    ]).toEqual(['10000', ['F1', 'F2']])
    expect(document.footnotes.footnotes.map(({ id, text }) => `${id} ${text}`)).toEqual([
      'F1 Vests in a year.',
      'F2 By a trust.',
    ])
    expect(fields.get(`${ROW_II}/exerciseDate`)?.isFlagged).toBe(false)
  })

  test('alone in a cell are the answer; brackets around a number are none', () => {
    const { document } = read({
      footnotes,
      rows: { I: [], II: [row({ ...OPTION, exerciseDate: '(1)', conversionOrExercisePrice: '^2' })] },
    })
    const [line] = rowsOf(document)
    expect([line?.exerciseDate.kind, line?.exerciseDate.footnotes]).toEqual(['footnote', ['F1']])
    expect([line?.conversionOrExercisePrice.kind, line?.conversionOrExercisePrice.footnotes]).toEqual([
      'footnote',
      ['F2'],
    ])
    expect(rowI({ amount: '(500)' }).fields.get(`${ROW_I}/transactionAmounts/transactionShares`)?.value).toBe('500')
  })

  test.each(['03/04/2004 {1}', '03/04/2004 /1/', '03/04/2004[1]', '03/04/2004 (1),'])(
    'are marked in other ways too: %s',
    (exerciseDate) => {
      const [line] = rowsOf(read({ footnotes, rows: { I: [], II: [row({ ...OPTION, exerciseDate })] } }).document)
      expect([String(line?.exerciseDate.value), line?.exerciseDate.footnotes]).toEqual(['2004-03-04', ['F1']])
    },
  )

  test('of a code belong to the coding, of column V to the timeliness, of a name to nothing', () => {
    const { document, diagnostics } = read({
      footnotes,
      issuer: cell('INVENTED WIDGETS INC [INVW]^1'),
      rows: { I: [row({ ...TRADE, code: 'P^1', voluntary: 'V^2' })], II: [] },
    })
    const [line] = rowsOf(document)
    expect([line?.coding.code.footnotes, line?.coding.footnotes, line?.timeliness.footnotes]).toEqual([
      [],
      ['F1'],
      ['F2'],
    ])
    expect(document.issuer.name.footnotes).toEqual([])
    expect(diagnostics.find(({ code }) => code === 'P142')?.at.path).toBe(`${ROOT}/issuer/issuerName`)
    expect(writeOwnershipXml(document)).toContain('<footnoteId id="F1"/>')
  })

  test('that are not on the paper leave the mark, doubted', () => {
    const { fields, document } = rowII({ exerciseDate: '03/04/2004 (3)' })
    expect(rowsOf(document)[0]?.exerciseDate.footnotes).toEqual(['F3'])
    expect(fields.get(`${ROW_II}/exerciseDate`)?.isFlagged).toBe(true)
  })

  test('with letters and stars get the numbers that are left; a second text under one mark is kept', () => {
    const { document } = read({
      footnotes: ['a', '1', '*', '1'].map((mark, i) => ({ mark, text: cell(`text ${i}`) })),
    })
    expect(document.footnotes.footnotes.map(({ id, text }) => `${id} ${text}`)).toEqual([
      'F2 text 0',
      'F1 text 1',
      'F3 text 2',
      'F4 text 3',
    ])
  })
})

describe('what OCR read', () => {
  test('with uncertain letters is flagged, with the values of the other readings', () => {
    const uncertain = cell('1,000', 0.5)
    const words = [{ ...uncertain.words[0]!, alternatives: ['7,000', '1,0OO'] }]
    const { fields } = read({ rows: { I: [{ ...row(TRADE), amount: { ...uncertain, words } }], II: [] } }, {}, 'scan')
    const evidence = fields.get(`${ROW_I}/transactionAmounts/transactionShares`)
    expect([evidence?.value, evidence?.certainty, evidence?.isFlagged, evidence?.alternatives]).toEqual([
      '1000',
      0.5,
      true,
      ['7000'],
    ])
  })

  test('is left open below the certainty asked for', () => {
    const parts = { rows: { I: [row(TRADE, 0.9)], II: [] } }
    const strict = read(parts, { minCertainty: 0.95 })
    expect(rowsOf(strict.document)[0]?.amounts.shares.present).toBe(false)
    expect(strict.questions.find(({ path }) => path.endsWith('transactionShares'))).toMatchObject({
      reason: 'uncertain',
      alternatives: ['1000'],
    })
    expect(questionsOf(read(parts, { minCertainty: 0.85 }))).toEqual([])
  })

  test('out of the order of dates is doubted, in print it is not', () => {
    const parts = { signatures: [{ name: cell('/s/ A'), date: cell('03/01/2003') }], rows: { I: [row(TRADE)], II: [] } }
    const flagged = (kind: PaperForm['kind']) =>
      [...read(parts, {}, kind).fields.values()]
        .filter(({ isFlagged }) => isFlagged)
        .map(({ path }) => path.slice(path.lastIndexOf('/') + 1))
    expect(flagged('scan')).toEqual(['periodOfReport', 'transactionDate', 'signatureDate'])
    expect(flagged('html')).toEqual([])
  })

  test('with a balance that does not follow from the line before is doubted', () => {
    const lines = (owned: string) => read({ rows: { I: [row(TRADE), row({ ...TRADE, owned })], II: [] } }, {}, 'scan')
    const flags = (owned: string) =>
      [...lines(owned).fields.values()].filter(({ doubts }) => doubts.some((one) => one.includes('balance'))).length
    expect([flags('6,000'), flags('8,000'), flags('5,000')]).toEqual([0, 3, 0])
  })

  test('wrapped at a hyphen is joined, and says so', () => {
    const { fields } = rowI({ securityTitle: 'Class A Non- voting Stock' })
    expect(fields.get(`${ROW_I}/securityTitle`)).toMatchObject({
      value: 'Class A Non-voting Stock',
      alternatives: ['Class A Nonvoting Stock'],
      correction: { from: 'Class A Non- voting Stock', because: expect.stringContaining('hyphen') },
    })
  })
})

describe('name and address in lines', () => {
  const lines = (printed: string) =>
    read({ owners: [{ name: cell(printed) }], kind: 'typedText', edition: '1996' }, {}, 'typedText')

  test('are told apart by the last line', () => {
    const [owner] = lines(
      'Example, Ada B.\nc/o Invented Widgets Inc.\n1 Nowhere Avenue\nSuite 5\nNew Town, New York  10022-1234\nUSA',
    ).document.reportingOwners
    expect(owner?.id.name.value).toBe('Example, Ada B.')
    const { street1, street2, city, state, zipCode } = owner!.address
    expect([street1, street2, city, state, zipCode].map(({ value }) => value)).toEqual([
      'c/o Invented Widgets Inc.',
      '1 Nowhere Avenue, Suite 5',
      'New Town',
      'NY',
      '10022-1234',
    ])
  })

  test('stay together where no line ends an address', () => {
    const { document } = lines('The Example Family\nTrust')
    expect(document.reportingOwners[0]?.id.name.value).toBe('The Example Family Trust')
  })
})

const HEADER = `<SEC-HEADER>0000000000-03-000001.hdr.sgml : 20030306
ACCESSION NUMBER:		0000000000-03-000001
CONFORMED SUBMISSION TYPE:	4
CONFORMED PERIOD OF REPORT:	20030305
FILED AS OF DATE:		20030306

ISSUER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			INVENTED WIDGETS INC
		CENTRAL INDEX KEY:			0000000042

REPORTING-OWNER:

	OWNER DATA:
		COMPANY CONFORMED NAME:			EXAMPLE ADA
		CENTRAL INDEX KEY:			0000000077
</SEC-HEADER>
`

test('the header of a submission gives the CIKs, named as their source, and nothing else', () => {
  const { document, fields, diagnostics } = read({}, { submission: readSubmission(HEADER) })
  expect([document.issuer.cik.value, document.reportingOwners[0]?.id.cik.value]).toEqual(['0000000042', '0000000077'])
  expect(fields.get(`${ROOT}/issuer/issuerCik`)?.source).toBe('header')
  // The paper's own date stands; that the header has another is said.
  expect(String(document.periodOfReport.value)).toBe('2003-03-04')
  expect(diagnostics.find(({ code }) => code === 'P136')?.data).toEqual({ header: '2003-03-05', paper: '2003-03-04' })
})

describe('answers', () => {
  const answers = (said: Record<string, string | boolean | null>, by = 'Ada Example') => [
    { by, on: '2026-11-26', answers: said },
  ]

  test('of several the later to one field holds', () => {
    const path = `${ROOT}/issuer/issuerCik`
    const both = [
      ...answers({ [path]: '42', [`${ROOT}/aff10b5One`]: true }),
      ...answers({ [path]: '43' }, 'Bob Example'),
    ]
    const { fields, document } = read({}, { answers: both })
    expect(fields.get(path)).toMatchObject({ value: '43', answered: { by: 'Bob Example' } })
    expect(document.aff10b5One.value).toBe(true)
  })

  test('stand in the place of what was read, and say whose they are', () => {
    const path = `${ROW_II}/underlyingSecurity/underlyingSecurityShares`
    const said = answers({
      [path]: '20000',
      [`${ROOT}/issuer/issuerCik`]: '42',
      [`${ROOT}/reportingOwner[1]/reportingOwnerAddress/rptOwnerCity`]: 'New Town',
      [`${ROOT}/notSubjectToSection16`]: true,
    })
    const reading = read({ rows: { I: [], II: [row({ ...OPTION, underlyingAmount: '20.000' })] } }, { answers: said })
    expect(reading.fields.get(path)).toMatchObject({
      value: '20000',
      source: 'answer',
      words: '20.000',
      certainty: 1,
      isFlagged: false,
      answered: { by: 'Ada Example', on: '2026-11-26' },
      correction: { from: '20.000', to: '20000' },
    })
    expect(questionsOf(reading)).toEqual([])
    expect(reading.document.issuer.cik.value).toBe('0000000042')
    expect(writeOwnershipXml(reading.document)).toContain('<rptOwnerCity>New Town</rptOwnerCity>')
    expect(reading.document.notSubjectToSection16.value).toBe(true)
  })

  test('of nothing empty a field, which is asked no more', () => {
    const { document, questions } = read({}, { answers: answers({ [`${ROOT}/periodOfReport`]: null }) })
    expect(document.periodOfReport.present).toBe(false)
    expect(questions.map(({ path }) => path)).not.toContain(`${ROOT}/periodOfReport`)
  })

  test.each([
    [`${ROOT}/issuer/issuerCik`, 'forty-two', 'P152'],
    [`${ROOT}/periodOfReport`, '03/04/2003', 'P152'],
    [`${ROW_I}/transactionDate`, '2003-03-04', 'P151'],
    [`${ROOT}/reportingOwner[2]/reportingOwnerId/rptOwnerCik`, '42', 'P151'],
    ['issuer/issuerCik', '42', 'P151'],
    [`${ROOT}/issuer`, '42', 'P151'],
    [`${ROOT}/nothing`, '42', 'P151'],
  ])('to %s of %s are refused: %s', (path, value, code) => {
    const reading = read({}, { answers: answers({ [path]: value }) })
    expect(reading.diagnostics.filter(({ severity }) => severity === 'suspends').map((one) => one.code)).toContain(code)
    expect(reading.fields.get(path)?.source).not.toBe('answer')
  })
})
