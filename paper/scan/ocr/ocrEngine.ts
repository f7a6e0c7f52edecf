import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, OEM, PSM } from 'tesseract.js'
import type { Box, GreyImage } from '../image/greyImage.ts'

/** A letter as the OCR reads it, its box in the pixels of the picture, its confidence from 0 to 1. */
export interface OcrSymbol {
  readonly text: string
  readonly confidence: number
  readonly box: Box
}

export interface OcrWord {
  readonly text: string
  readonly confidence: number
  readonly symbols: readonly OcrSymbol[]
}

/** Reads pictures of one line of text. */
export interface OcrEngine {
  read(picture: GreyImage): Promise<readonly OcrWord[]>
  /** Ends the thread behind it. Nothing can be read afterwards. */
  end(): Promise<void>
}

const require = createRequire(import.meta.url)

/**
 * Starts Tesseract with its English LSTM data, from the installed packages alone: nothing is fetched, nothing written to
 * disk. It reads single lines, or finds the lines of a page by itself. It keeps a thread, so end it.
 */
export async function startTesseract(reads: 'lines' | 'pages') {
  const data = dirname(require.resolve('@tesseract.js-data/eng/package.json'))
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
  })
  await worker.setParameters({
    tessedit_pageseg_mode: reads === 'lines' ? PSM.SINGLE_LINE : PSM.AUTO,
    user_defined_dpi: '300',
    // Otherwise it prints its remarks on small pictures.
    debug_file: '/dev/null',
  })
  return {
    recognize: async (picture: GreyImage) =>
      (await worker.recognize(pgmOf(picture), {}, { text: false, blocks: true })).data,
    end: async () => {
      await worker.terminate()
    },
  }
}

/** Starts the OCR of lines. One engine serves any number of pages. */
export async function startOcr(): Promise<OcrEngine> {
  const { recognize, end } = await startTesseract('lines')
  return { read: async (picture) => wordsOf((await recognize(picture)).blocks), end }
}

/** The picture as a file in the one format that costs nothing to write or read (Netpbm's PGM). */
function pgmOf({ width, height, data }: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data])
}

type Blocks = Awaited<ReturnType<Awaited<ReturnType<typeof startTesseract>>['recognize']>>['blocks']

function wordsOf(blocks: Blocks): OcrWord[] {
  return (blocks ?? [])
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ lines }) => lines)
    .flatMap(({ words }) => words)
    .map(({ text, confidence, symbols }) => ({
      text,
      confidence: confidence / 100,
      symbols: symbols.map((symbol) => ({
        text: symbol.text,
        confidence: symbol.confidence / 100,
        box: { left: symbol.bbox.x0, top: symbol.bbox.y0, right: symbol.bbox.x1, bottom: symbol.bbox.y1 },
      })),
    }))
}
