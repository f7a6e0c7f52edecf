import type { Diagnostic } from '@section16/core/model'
import type { Page, Rule, Word } from '../page/page.ts'
import { Families } from './glyphs/families.ts'
import type { Box, GreyImage } from './image/greyImage.ts'
import type { TickBox } from './lines/tickBoxes.ts'
import type { OcrEngine, OcrWord } from './ocr/ocrEngine.ts'
import { CERTAINTY, type Letter, SecondLook } from './reading/letters.ts'
import { type Part, partsOf } from './reading/parts.ts'
import { paired, type ReadSymbol } from './reading/votes.ts'
import { wordsOf } from './reading/words.ts'
import { scanDiagnostic } from './scanDiagnostics.ts'
import { type UprightPage, uprightPage } from './uprightPage.ts'

/** A page of a scan as read. */
export interface ScannedPage {
  /** Words and rules in pixels of `picture`. Tick boxes are words, `☒` and `☐`; one that is neither is `[?]`. */
  readonly page: Page
  /** The page upright and straight, its paper white, at 300 dpi. */
  readonly picture: GreyImage
  readonly diagnostics: readonly Diagnostic[]
}

/** Pages that are read together, so that each profits from what is known of the glyphs of the others. */
const TOGETHER = 8

/**
 * Reads the pages of one document, numbered in the order in which they come, by OCR and a second look at each glyph (see
 * `Why` for what a certainty means). No more than `TOGETHER` pages are held in memory. A page that cannot be read comes
 * without words, with the reason.
 */
export async function* readScan(
  images: Iterable<GreyImage> | AsyncIterable<GreyImage>,
  ocr: OcrEngine,
): AsyncGenerator<ScannedPage> {
  let group: GreyImage[] = []
  let first = 1
  for await (const image of images) {
    group.push(image)
    if (group.length < TOGETHER) continue
    yield* await readTogether(group, first, ocr)
    first += group.length
    group = []
  }
  yield* await readTogether(group, first, ocr)
}

/** A page whose parts are found, to be read together with those of others. */
interface OpenPage {
  readonly number: number
  readonly image: GreyImage
  readonly upright: UprightPage | undefined
  readonly parts: readonly Part[]
}

async function readTogether(images: readonly GreyImage[], first: number, ocr: OcrEngine): Promise<ScannedPage[]> {
  const families = new Families()
  const pages: OpenPage[] = []
  for (const [i, image] of images.entries()) {
    const upright = await uprightPage(image, ocr)
    const parts = upright ? partsOf(upright.page.lines, upright.page.unruled, upright.page.components, families) : []
    pages.push({ number: first + i, image, upright, parts })
  }
  // Parts that look the same are read once.
  const looks = new Map<string, { part: Part; symbols: ReadSymbol[] }>()
  for (const { parts, upright } of pages) {
    for (const part of parts) {
      if (looks.has(part.look)) continue
      const probe = part.isRaised ? undefined : upright?.probes.get(part.line)
      looks.set(part.look, { part, symbols: symbolsOf(part, probe ?? (await ocr.read(part.picture))) })
    }
  }
  const { readings, votes } = paired([...looks.values()])
  const look = new SecondLook(families.all, votes)
  const letters = new Map(readings.map((reading) => [reading.part.look, look.lettersOf(reading)]))
  return pages.map((page) => scannedPage(page, letters))
}

/** The letters that the OCR read in a part, in the pixels of its page. */
function symbolsOf({ box }: Part, words: readonly OcrWord[]): ReadSymbol[] {
  return words.flatMap((word) =>
    word.symbols.map(({ text, confidence, box: own }, i) => ({
      text,
      confidence,
      box: moved(own, box.left, box.top),
      word,
      opens: i === 0,
    })),
  )
}

const moved = (box: Box, x: number, y: number): Box => ({
  left: box.left + x,
  top: box.top + y,
  right: box.right + x,
  bottom: box.bottom + y,
})

function scannedPage(open: OpenPage, letters: ReadonlyMap<string, readonly Letter[]>): ScannedPage {
  const { number, image, upright, parts } = open
  if (!upright) return unreadPage(number, image, scanDiagnostic('P314', { page: number }))
  const { page, turnedBy } = upright
  const { picture, rules, boxes } = page
  const words = [
    ...parts.flatMap((part) => wordsOf(part, letters.get(part.look) ?? [], number)),
    ...boxes.map((box) => tickWord(box, number)),
  ]
  const diagnostics: Diagnostic[] = []
  if (turnedBy !== 0) diagnostics.push(scanDiagnostic('P311', { page: number, degrees: 360 - turnedBy }))
  if (words.length === 0) diagnostics.push(scanDiagnostic('P313', { page: number }))
  if (!page.isFlat) diagnostics.push(scanDiagnostic('P312', { page: number }))
  const { width, height } = picture
  return {
    page: {
      number,
      width,
      height,
      unit: 'pixel',
      words: page.isFlat ? words : words.map(doubted),
      rules: [...rules.across, ...rules.down].map((rule): Rule => ({ page: number, ...rule })),
    },
    picture,
    diagnostics,
  }
}

const doubted = (word: Word): Word => ({ ...word, certainty: Math.min(word.certainty, CERTAINTY.conflict) })

function unreadPage(number: number, picture: GreyImage, diagnostic: Diagnostic): ScannedPage {
  const { width, height } = picture
  const page: Page = { number, width, height, unit: 'pixel', words: [], rules: [] }
  return { page, picture, diagnostics: [diagnostic] }
}

function tickWord({ state, left, top, right, bottom }: TickBox, page: number): Word {
  const place = { page, left, top, right, bottom }
  if (state === 'unread') return { text: '[?]', place, certainty: CERTAINTY.unread, alternatives: ['\u2612', '\u2610'] }
  return { text: state === 'ticked' ? '\u2612' : '\u2610', place, certainty: CERTAINTY.known }
}
