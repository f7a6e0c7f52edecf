/**
 * The way of a document over paper and back: printed by the print room, pictured, distorted, read by OCR, laid out, and
 * compared with what was printed, field by field.
 */
import { type ColumnKey, formTables } from '../../core/facts/index.ts'
import type { OwnershipDocument } from '../../core/model/index.ts'
import { renderPdf } from '../../print/renderPdf.ts'
import { Random } from '../../tools/testing/random.ts'
import type { PaperForm } from '../form/paperForm.ts'
import { layOut } from '../layout/layOut.ts'
import type { Page, Word } from '../page/page.ts'
import { comparePrinted, type FieldDifference, type Printed, printedTruth, readFields } from '../truth.mts'
import { DOUBTFUL_BELOW } from '../understand/evidence.ts'
import { type Distortion, distorted, picturesOf } from './distort.mts'
import type { OcrEngine } from './ocr/ocrEngine.ts'
import { readScan } from './readScan.ts'

/** What became of a field that something stands in, in print or in the reading. */
export interface FieldOutcome {
  readonly at: string
  readonly kind: FieldKind
  readonly isRight: boolean
  /** Whether one of the words it was read from is doubtful. A field that was not found is never flagged. */
  readonly isFlagged: boolean
}

/** What stands in a field. */
export type FieldKind =
  | 'name'
  | 'address'
  | 'cik'
  | 'symbol'
  | 'date'
  | 'code'
  | 'number'
  | 'title'
  | 'text'
  | 'tick'
  | 'form'

export interface ScanTrip {
  readonly pages: number
  readonly outcomes: readonly FieldOutcome[]
  readonly differences: readonly (FieldDifference & { readonly isFlagged: boolean })[]
  /** Cells of rows that are blank in print and in the reading. */
  readonly blank: number
}

const COLUMNS: Readonly<Record<ColumnKey, FieldKind>> = {
  securityTitle: 'title',
  conversionOrExercisePrice: 'number',
  transactionDate: 'date',
  deemedExecutionDate: 'date',
  code: 'code',
  voluntary: 'code',
  amount: 'number',
  acquired: 'number',
  disposed: 'number',
  acquiredOrDisposed: 'code',
  exerciseDate: 'date',
  expirationDate: 'date',
  underlyingTitle: 'title',
  underlyingAmount: 'number',
  price: 'number',
  owned: 'number',
  directOrIndirect: 'code',
  natureOfOwnership: 'text',
}

const OTHERS: Readonly<Record<string, FieldKind>> = {
  name: 'name',
  issuer: 'name',
  address: 'address',
  cik: 'cik',
  issuerCik: 'cik',
  tradingSymbol: 'symbol',
  foreignTradingSymbol: 'symbol',
  periodOfReport: 'date',
  dateOfOriginalSubmission: 'date',
  date: 'date',
  officerTitle: 'title',
  otherText: 'title',
  mark: 'code',
  text: 'text',
  remarks: 'text',
  form: 'form',
  isAmendment: 'form',
  forms: 'form',
}

function kindOf(at: string): FieldKind {
  const last = at.slice(at.lastIndexOf('/') + 1)
  return at.startsWith('rows/') ? COLUMNS[last as ColumnKey] : (OTHERS[last] ?? 'tick')
}

/** Prints a document and reads it back from pictures of that resolution. What is random comes from the seed. */
export async function scanTrip(
  document: OwnershipDocument,
  { dpi, distortion, seed }: { dpi: number; distortion: Distortion; seed: number },
  ocr: OcrEngine,
): Promise<ScanTrip> {
  const random = new Random(seed)
  const pictures = await picturesOf(await renderPdf(document), dpi)
  const pages: Page[] = []
  for await (const { page } of readScan(
    pictures.map((picture) => distorted(picture, distortion, random)),
    ocr,
  )) {
    pages.push(page)
  }
  return { pages: pages.length, ...compared(printedTruth(document), layOut(pages, 'scan')) }
}

function compared(truth: Printed, forms: readonly PaperForm[]): Omit<ScanTrip, 'pages'> {
  const [form] = forms
  if (!form || forms.length !== 1) {
    const outcomes = [...truth.fields.keys(), 'forms'].map((at) => ({
      at,
      kind: kindOf(at),
      isRight: false,
      isFlagged: true,
    }))
    const said = (count: number) => ({ text: String(count), marks: [] })
    return {
      outcomes,
      differences: [{ at: 'forms', truth: said(1), read: said(forms.length), isFlagged: true }],
      blank: 0,
    }
  }
  const read = readFields(form)
  const certainties = certaintiesOf(form)
  const isFlagged = (at: string) => (certainties.get(at) ?? 1) < DOUBTFUL_BELOW
  const { differences } = comparePrinted(truth, read)
  const wrong = new Set(differences.map(({ at }) => at))
  const places = new Set([...truth.fields.keys(), ...read.fields.keys(), 'form', 'isAmendment'])
  return {
    outcomes: [...places].map((at) => ({ at, kind: kindOf(at), isRight: !wrong.has(at), isFlagged: isFlagged(at) })),
    differences: differences.map((difference) => ({ ...difference, isFlagged: isFlagged(difference.at) })),
    blank: blankCells(truth, places),
  }
}

/** How certain the least certain word of each cell and tick of a form is, by its place. */
function certaintiesOf(form: PaperForm): Map<string, number> {
  const certainties = new Map<string, number>()
  const walk = (at: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('words' in value) {
      const words = value.words as readonly Word[]
      certainties.set(
        at,
        words.reduce((least, { certainty }) => Math.min(least, certainty), 1),
      )
    } else for (const [key, inner] of Object.entries(value)) walk(at === '' ? key : `${at}/${key}`, inner)
  }
  walk('', form)
  return certainties
}

/** The cells of the rows printed that are blank, in print and in the reading. */
function blankCells({ form, fields }: Printed, places: ReadonlySet<string>): number {
  const rows = new Set([...fields.keys()].flatMap((at) => /^rows\/(?:I|II)\/\d+/.exec(at) ?? []))
  let blank = 0
  for (const row of rows) {
    const table = row.startsWith('rows/II/') ? 'II' : 'I'
    const columns = formTables[form ?? '4'][table].columns
    blank += columns.filter(({ key }) => !places.has(`${row}/${key}`)).length
  }
  return blank
}
