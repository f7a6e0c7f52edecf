import { documentOf, form4 } from '../../core/write/inventedFilings.mts'
import { picturesOf } from '../../paper/scan/distort.mts'
import type { GreyImage } from '../../paper/scan/image/greyImage.ts'
import { startOcr, startTesseract } from '../../paper/scan/ocr/ocrEngine.ts'
import { readScan } from '../../paper/scan/readScan.ts'
import { inventedForm } from '../../print/invented.mts'
import { renderPdf } from '../../print/renderPdf.ts'
import type { BenchOptions } from '../options.ts'
import { keepsBudget, median, type Row, significant } from '../rows.ts'

const DPI = 300
const BUDGET = 1.2

/** Reading scanned pages, with all that is done to be sure of them, beside Tesseract alone on the same pages. */
export async function scan(options: BenchOptions): Promise<Row[]> {
  const pages = await inventedPages()
  const ocr = await startOcr()
  const alone = await startTesseract('pages')
  options.progress(`${pages.length} pages at ${DPI} dpi, warming up`)
  await readAll(pages, ocr)
  await recogniseAll(pages, alone)
  const turns: { ours: number; theirs: number }[] = []
  for (let round = 0; round < options.rounds; round++) {
    const ours = await secondsOf(() => readAll(pages, ocr))
    turns.push({ ours, theirs: await secondsOf(() => recogniseAll(pages, alone)) })
    options.progress(`round ${round + 1}`)
  }
  await Promise.all([ocr.end(), alone.end()])
  const ratio = median(turns.map(({ ours, theirs }) => ours / theirs))
  return [
    {
      bench: 'scan',
      peer: 'Tesseract alone',
      unit: 's/page',
      ours: significant(median(turns.map(({ ours }) => ours)) / pages.length),
      theirs: significant(median(turns.map(({ theirs }) => theirs)) / pages.length),
      ratio: significant(ratio),
      budget: BUDGET,
      sense: 'at most',
      ok: keepsBudget(ratio, BUDGET, 'at most'),
      note: 'processor time; Tesseract with the same data, finding the text of the whole page by itself',
      details: { pages: pages.length, dpi: DPI },
    },
  ]
}

async function inventedPages(): Promise<GreyImage[]> {
  const documents = [inventedForm(2, 6, 4), documentOf(form4())]
  const pages: GreyImage[] = []
  for (const document of documents) pages.push(...(await picturesOf(await renderPdf(document), DPI)))
  return pages
}

async function readAll(pages: readonly GreyImage[], ocr: Awaited<ReturnType<typeof startOcr>>): Promise<void> {
  for await (const { page } of readScan(pages, ocr))
    if (page.words.length === 0) throw new Error('a page without words')
}

type Tesseract = Awaited<ReturnType<typeof startTesseract>>

async function recogniseAll(pages: readonly GreyImage[], alone: Tesseract): Promise<void> {
  for (const page of pages) await alone.recognize(page)
}

/** The processor time of the whole process, the OCR's own thread included. */
async function secondsOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
