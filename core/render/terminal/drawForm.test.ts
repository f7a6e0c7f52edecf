import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAccessionNumber } from '../../model/accessionNumber.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import {
  Footnote,
  Footnotes,
  Issuer,
  OwnerSignature,
  OwnershipDocument,
  OwnershipRow,
  OwnershipTable,
  ReportingOwner,
  ReportingOwnerId,
  TransactionAmounts,
} from '../../model/ownershipDocument.ts'
import { reported } from '../../model/reported.ts'
import { readOwnershipXml } from '../../read/index.ts'
import { columnsOf } from './characters.ts'
import { type DrawOptions, drawForm } from './drawForm.ts'

const cases = join(import.meta.dirname, '../../../cases')

function readCase(path: string): OwnershipDocument {
  const { document, outcome } = readOwnershipXml(readFileSync(join(cases, path)))
  expect(outcome).toBe('read')
  return document!
}

const plain = (document: OwnershipDocument, options: Partial<DrawOptions> = {}) =>
  drawForm(document, { width: 120, colour: false, ...options })

/** Every line as long as the page, and nothing in it that acts on a terminal. */
function expectSound(drawing: string, width: number): void {
  const lines = drawing.split('\n')
  expect(lines.pop()).toBe('')
  for (const line of lines) {
    const columns = Array.from(line).reduce((sum, character) => sum + columnsOf(character), 0)
    if (columns !== width || /\p{C}/u.test(line) || !/^[┌├│└].*[┐┤│┘]$/u.test(line)) {
      expect.fail(`${columns} columns instead of ${width}: ${JSON.stringify(line)}`)
    }
  }
}

describe('golden drawings', () => {
  const documents: [name: string, path: string][] = [
    ['seed', 'seed/form4.xml'],
    ['form3-none-owned', 'terminal/form3-none-owned.xml'],
    ['form3-derivatives', 'terminal/form3-derivatives.xml'],
    ['form4a-joint', 'terminal/form4a-joint.xml'],
    ['form5-late', 'terminal/form5-late.xml'],
  ]
  test.each(documents.flatMap(([name, path]) => [80, 120, 160].map((width) => [name, path, width] as const)))(
    '%s, %s, at %i columns',
    async (name, path, width) => {
      const drawing = plain(readCase(path), { width })
      expectSound(drawing, width)
      await expect(drawing).toMatchFileSnapshot(join(cases, `terminal/${name}.${width}.txt`))
    },
  )

  test('form4a-joint in ASCII and in colour', async () => {
    const document = readCase('terminal/form4a-joint.xml')
    const ascii = plain(document, { width: 100, ascii: true })
    expect(ascii).toMatch(/^[\n\x20-\x7e]*$/)
    await expect(ascii).toMatchFileSnapshot(join(cases, 'terminal/form4a-joint.ascii.txt'))
    const coloured = plain(document, { colour: true })
    expect(coloured).toContain('\x1b[36m(2)')
    expect(coloured.replaceAll(/\x1b\[\d*m/g, '')).toBe(plain(document))
  })
})

/** A Form 4 of an invented company with one acquisition of a derivative. */
function invented(): OwnershipDocument {
  const document = new OwnershipDocument()
  document.documentType = reported('text', '4')
  document.issuer = new Issuer()
  document.issuer.name = reported('text', 'Brindlewood Instruments Inc.')
  const owner = new ReportingOwner()
  owner.id = new ReportingOwnerId()
  owner.id.name = reported('text', 'Okonjo Adaeze M')
  document.reportingOwners = [owner]
  const row = new OwnershipRow('derivativeTransaction')
  row.amounts = new TransactionAmounts()
  row.securityTitle = reported('text', 'Stock Option')
  document.derivativeTable = new OwnershipTable()
  document.derivativeTable.rows = [row]
  return document
}

function signedOn(date: string): OwnershipDocument {
  const document = invented()
  const signature = new OwnerSignature()
  signature.date = reported('date', date)
  document.ownerSignatures = [signature]
  return document
}

test.each([
  ['2019-06-07', undefined, '[?] Made under', 'forms had no such box before 03/20/2023'],
  ['2024-06-07', undefined, '[?] Made under', 'Unknown: not answered.'],
  ['2024-06-07', '1', '[X] Made under', ''],
  ['2024-06-07', 'false', '[ ] Made under', ''],
  ['2024-06-07', 'yes', '[?] ‹yes›? Made under', ''],
])('signed %s with aff10b5One %s: the box is %s', (date, written, box, why) => {
  const document = signedOn(date)
  if (written !== undefined) document.aff10b5One = reported('boolean', written)
  // Lines may break anywhere, so blanks of all kinds count as one.
  const drawing = plain(document, { width: 300 })
  expect(drawing).toContain(box)
  expect(drawing).toContain(why)
})

test('a Form 3 has no such boxes', () => {
  const document = signedOn('2024-06-07')
  document.documentType = reported('text', '3')
  expect(plain(document)).not.toMatch(/10b5-1|No longer subject/)
})

test('the edition of the form goes by the filing date, else by the signature', () => {
  const title = (drawing: string) => /STATEMENT OF CHANGES[A-Z ]*[A-Z]/.exec(drawing)?.[0]
  const header = { filedAsOf: CalendarDate.parse('2026-04-01')! }
  expect(title(plain(signedOn('2024-06-07')))).toBe('STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP')
  expect(title(plain(signedOn('2024-06-07'), { header }))).toMatch(/OF SECURITIES$/)
})

test('what the submission knows stands above the boxes', () => {
  const date = CalendarDate.parse('2024-06-07')!
  const accessionNumber = parseAccessionNumber('0009999999-24-000001')!
  const header = { accessionNumber, filedAsOf: date, acceptedAt: { date, time: '17:02:11' } }
  const drawing = plain(signedOn('2024-06-06'), { header })
  expect(drawing).toContain(
    'Accession number 0009999999-24-000001   Filed 06/07/2024   Accepted 06/07/2024 17:02:11 Eastern',
  )
  expect(plain(signedOn('2024-06-06'), { header: {} })).toBe(plain(signedOn('2024-06-06')))
})

test('a CCC never comes out', () => {
  const document = invented()
  document.reportingOwners[0]!.id.ccc = reported('text', 'abc#1234')
  for (const colour of [false, true]) {
    const drawing = plain(document, { colour })
    expect(drawing).not.toContain('abc#1234')
    expect(drawing).toContain('********')
  }
})

test('a footnote that is not there is told', () => {
  const document = invented()
  document.derivativeTable.rows[0]!.securityTitle = reported('text', 'Option', { footnotes: ['F1', 'F7'] })
  document.footnotes = new Footnotes()
  document.footnotes.footnotes = [new Footnote('F1', 'Vests\n  in   March.')]
  const drawing = plain(document)
  expect(drawing).toMatch(/Option \(1\) +│|Option \(1\)\s/)
  expect(drawing).toContain('1. Vests in March. ')
  expect(drawing).toContain('7. The filing has no such footnote.')
})

test('transactionValue stands in a column of its own, with a remark', () => {
  const document = invented()
  const [row] = document.derivativeTable.rows
  row!.amounts.shares = reported('decimal', '10000')
  row!.amounts.value = reported('decimal', '33100')
  row!.conversionOrExercisePrice = reported('decimal', '3.31')
  for (const width of [80, 160]) {
    const drawing = plain(document, { width })
    expect(drawing).toMatch(/\$33,100/)
    expect(drawing).toMatch(/\btotal\b/)
    expect(drawing).toContain('transactionValue is the price column of schema X0101')
  }
  row!.conversionOrExercisePrice = reported('decimal', '4')
  expect(plain(document)).toMatch(/│ *open *│/)
})

test('what a form has no column for is not lost', () => {
  const document = invented()
  document.documentType = reported('text', '3')
  document.derivativeTable.rows[0]!.transactionDate = reported('date', '2024-06-03')
  expect(plain(document)).toContain('06/03/2024')
})

test('at 80 columns a row is a block with number, name and value', () => {
  const document = invented()
  document.derivativeTable.rows[0]!.transactionDate = reported('date', '2003-05-07')
  expect(plain(document, { width: 80 })).toMatch(/│ 3 +Transaction Date +05\/07\/2003 +│/)
  expect(plain(document, { width: 100 })).not.toMatch(/│ 3 +Transaction Date/)
})

test('a document with nothing in it is drawn', () => {
  for (const width of [Number.NaN, 0, 40, 99, 100, 250]) {
    expectSound(plain(new OwnershipDocument(), { width }), Math.max(40, width || 0))
  }
})

test('an escape sequence, a bidi override, a wide or heaped character cannot leave its cell', () => {
  const document = invented()
  document.issuer.name = reported(
    'text',
    'Evil\x1b[2J\x9b31m\u202e\u2066Corp\r\n\u0085株式会社 e\u0301\u0301\u0301\u0301 \ud800',
  )
  const drawing = plain(document)
  expectSound(drawing, 120)
  expect(drawing).toContain('Evil\ufffd[2J\ufffd31mCorp')
  expect(drawing).toContain('株式会社 e\u0301\u0301 \ufffd')
  expect(plain(document, { ascii: true })).toContain('???? e ?')
})

test('whatever a filing says, the frame stands', () => {
  const written = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.stringMatching(/^[0-9.,$ -]{0,40}$/),
    fc.constantFrom(
      'x'.repeat(400),
      '㍿'.repeat(90),
      '\u0301'.repeat(50),
      'a b '.repeat(60),
      '-'.repeat(200),
      '\t\n\u00ad',
    ),
  )
  const property = fc.property(fc.array(written, { minLength: 12, maxLength: 12 }), fc.integer(), (texts, seed) => {
    const width = 40 + (Math.abs(seed) % 160)
    const at = (i: number) => texts[i] as string
    const document = invented()
    const footnotes = { footnotes: [at(0), 'F1'] }
    document.documentType = reported('text', Math.abs(seed) % 3 === 0 ? '3' : Math.abs(seed) % 3 === 1 ? '4' : at(0))
    document.issuer.name = reported('text', at(1))
    document.issuer.tradingSymbol = reported('text', at(2))
    document.reportingOwners[0]!.id.name = reported('text', at(3))
    document.remarks = reported('text', at(4))
    document.footnotes = new Footnotes()
    document.footnotes.footnotes = [new Footnote('F1', at(5)), new Footnote(at(6), at(7))]
    const rows = ['derivativeTransaction', 'derivativeHolding'] as const
    document.derivativeTable.rows = rows.map((element, i) => {
      const row = new OwnershipRow(element)
      row.amounts = new TransactionAmounts()
      row.securityTitle = reported('text', at(8 + i), footnotes)
      row.amounts.shares = reported('decimal', at(9 + i), footnotes)
      row.amounts.acquiredDisposedCode = reported('text', at(10))
      row.conversionOrExercisePrice = reported('decimal', at(11))
      row.expirationDate = reported('date', at(i))
      return row
    })
    expectSound(plain(document, { width }), width)
    expect(plain(document, { width, ascii: true })).toMatch(/^[\n\x20-\x7e]*$/)
    const uncoloured = plain(document, { width, colour: true }).replaceAll(/\x1b\[\d*m/g, '')
    expect(uncoloured).toBe(plain(document, { width }))
  })
  fc.assert(property, { numRuns: 100 })
})

const corpus = new URL('../../../../shared/corpus/', import.meta.url).pathname
const isThere = existsSync(join(corpus, 'xml'))

describe.skipIf(!isThere)('filings of ../shared/corpus (skipped where that folder is absent)', () => {
  test('every one is drawn in its frame, with every footnote', () => {
    const files = globSync('xml/*.xml', { cwd: corpus })
    for (const file of files) {
      const { document } = readOwnershipXml(readFileSync(join(corpus, file)))
      if (!document) continue
      for (const width of [60, 100, 132]) expectSound(plain(document, { width }), width)
      const words = plain(document, { width: 100 }).replace(/[^A-Za-z0-9]/g, '')
      for (const { text } of document.footnotes.footnotes) {
        expect(words).toContain(text.replace(/[^A-Za-z0-9]/g, ''))
      }
    }
    expect(files.length).toBeGreaterThan(100)
  })
})
