import { encode } from 'fast-png'
import type { PaperCell, PaperForm, PaperKind } from '../form/paperForm.ts'
import type { Page, PageUnit, Word } from '../page/page.ts'
import type { PageImage } from '../page/pageImage.ts'
import { form, tick } from '../understand/invented.mts'
import type { PaperReading } from '../understand/paperReading.ts'
import { understand } from '../understand/understand.ts'

/** How many units of a page a character is wide and a line high. */
const SIZES: Readonly<Record<PageUnit, { width: number; height: number }>> = {
  character: { width: 1, height: 1 },
  cell: { width: 1, height: 1 },
  point: { width: 6, height: 12 },
  pixel: { width: 12, height: 30 },
}

const COLUMNS = 120
const LINES = 44

/** A page on which texts are put by column and line, as a typist would. */
export class Sheet {
  readonly unit: PageUnit
  readonly words: Word[] = []
  private readonly number: number

  constructor(unit: PageUnit, number = 1) {
    this.unit = unit
    this.number = number
  }

  cell(text: string, column: number, line: number, certainty = 1, alternatives: readonly string[] = []): PaperCell {
    const { width, height } = SIZES[this.unit]
    let at = column
    const words = text.split(' ').map((one): Word => {
      const left = this.unit === 'cell' ? column : at
      const wide = this.unit === 'cell' ? 1 : one.length
      at += one.length + 1
      const [top, bottom] = [line * height, (line + 1) * height]
      const place = { page: this.number, left: left * width, top, right: (left + wide) * width, bottom }
      return { text: one, place, certainty, ...(alternatives.length > 0 && { alternatives }) }
    })
    this.words.push(...words)
    return { text, lines: [], marks: [], words }
  }

  get page(): Page {
    const { width, height } = SIZES[this.unit]
    const columns = this.unit === 'cell' ? 10 : COLUMNS
    const rule = { page: this.number, left: 0, top: 11.9 * height, right: columns * width, bottom: 12 * height }
    return {
      number: this.number,
      width: columns * width,
      height: LINES * height,
      unit: this.unit,
      words: this.words,
      rules: this.unit === 'cell' ? [] : [rule],
    }
  }

  /** Its picture: a grey bar for each word. */
  get image(): PageImage {
    const { width, height } = this.page
    const data = new Uint8Array(width * height).fill(250)
    for (const { place } of this.words)
      for (let y = place.top + 6; y < place.bottom - 6; y++)
        data.fill(90, y * width + place.left, y * width + place.right)
    return { page: this.number, png: encode({ width, height, data, channels: 1, depth: 8 }) }
  }
}

const UNITS: Readonly<Record<PaperKind, PageUnit>> = {
  typedText: 'character',
  html: 'cell',
  ocrText: 'cell',
  pdf: 'point',
  scan: 'pixel',
}

export interface InventedPaper {
  readonly reading: PaperReading
  readonly page: Page
  readonly image: PageImage
}

/**
 * A form that nobody filed, with an option whose price is its total, an amount that OCR cut apart, a date that is none,
 * words without a field and noise. As a scan its letters are uncertain here and there.
 */
export function inventedPaper(kind: PaperKind, parts: Partial<PaperForm> = {}): InventedPaper {
  const sheet = new Sheet(UNITS[kind])
  const isGrid = sheet.unit === 'cell'
  const across = (i: number) => (isGrid ? i : i * 13)
  sheet.cell('FORM 4 STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP', across(0), 1)
  const row = (line: number, texts: readonly string[]) => texts.map((text, i) => sheet.cell(text, across(i + 1), line))
  const title = sheet.cell('Option', across(0), 20, 0.7, ['Optlon'])
  const [price, date, code, amount, underlying, number, total, owned] = row(20, [
    '3.31',
    '05/07/2003',
    'A',
    'l0,000',
    'Common',
    '10,00 0',
    '$33,100',
    '10,000',
  ])
  const noise = sheet.cell('Letimeted augrees', across(6), 3).words
  const reading = understand(
    form(kind, {
      owners: [{ name: sheet.cell('Example Ada', across(0), 6), isDirector: tick('ticked'), isOfficer: tick('empty') }],
      issuer: sheet.cell('INVENTED WIDGETS INC [INVW]', across(3), 6),
      periodOfReport: sheet.cell('September 2002', across(3), 8),
      tables: new Set(['I', 'II']),
      rows: {
        I: [],
        II: [
          {
            securityTitle: title,
            conversionOrExercisePrice: price!,
            transactionDate: date!,
            code: code!,
            acquired: amount!,
            underlyingTitle: underlying!,
            underlyingAmount: number!,
            price: total!,
            owned: owned!,
          },
        ],
      },
      footnotes: [{ mark: '1', text: sheet.cell('Vests over four years.', across(0), 30) }],
      signatures: [
        { name: sheet.cell('/s/ Ada Example', across(0), 34), date: sheet.cell('05/09/2003', across(5), 34) },
      ],
      ignored: [{ why: 'noise', words: noise }],
      unplaced: [sheet.cell('see attached', across(2), 37)],
      ...parts,
    }),
  )
  const { page } = sheet
  return { reading, page, image: sheet.unit === 'pixel' ? sheet.image : { page: 1, png: new Uint8Array() } }
}
