import type { GreyImage } from './image/greyImage.ts'
import { quarterTurned } from './image/turn.ts'
import { PICTURE_MARGIN, pictureOf, runChainsOf } from './lines/pictureOf.ts'
import type { TextLine } from './lines/textLines.ts'
import type { OcrEngine, OcrWord } from './ocr/ocrEngine.ts'
import { type PreparedPage, preparePage } from './preparePage.ts'

/** So many lines are read to see whether a page stands on its head. */
const PROBES = 5
/** How many letters such a line has at best, and at least. */
const GOOD_LENGTH = 25
const LEAST_LENGTH = 4
/** The share of letters in words that were read with confidence from which a page is taken to stand upright. */
const READABLE = 0.6
/** How long such a word is at least, and how sure the OCR of it: of pages upside down it makes short words and guesses. */
const WORD = 3
const SURE = 0.85
/** So many times as many have to be read upside down for the page to be turned. */
const BETTER = 1.5

/** A page that stands upright, and by how many degrees clockwise it was turned for it. */
export interface UprightPage {
  readonly page: PreparedPage
  readonly turnedBy: number
  /** What the OCR read in some of its lines to know. */
  readonly probes: ReadonlyMap<TextLine, readonly OcrWord[]>
}

/** Makes a page ready and stands it on its feet: upside down, the OCR is sure of nothing. */
export async function uprightPage(image: GreyImage, ocr: OcrEngine): Promise<UprightPage | undefined> {
  const page = preparePage(image)
  if (!page) return undefined
  const quarter = page.lie && !page.lie.runsAcross ? 90 : 0
  const upright = { page, turnedBy: quarter, probes: await probed(page, ocr) }
  const share = readableShare(upright.probes)
  if (share >= READABLE || upright.probes.size === 0) return upright
  const turned = preparePage(quarterTurned(page.picture, 180))
  if (!turned) return upright
  const probes = await probed(turned, ocr)
  return readableShare(probes) > BETTER * share ? { page: turned, turnedBy: quarter + 180, probes } : upright
}

/** What the OCR reads in some lines. */
async function probed(page: PreparedPage, ocr: OcrEngine): Promise<Map<TextLine, readonly OcrWord[]>> {
  const { unruled, components } = page
  const runs = runChainsOf(components.runs, components.components.length)
  const probes = new Map<TextLine, readonly OcrWord[]>()
  for (const line of probesOf(page)) {
    const { picture } = pictureOf(line.letters, unruled, components.runs, runs, PICTURE_MARGIN)
    probes.set(line, await ocr.read(picture))
  }
  return probes
}

function probesOf({ lines }: PreparedPage): TextLine[] {
  const away = ({ letters }: TextLine) => Math.abs(letters.length - GOOD_LENGTH)
  return lines
    .filter(({ letters }) => letters.length >= LEAST_LENGTH)
    .toSorted((a, b) => away(a) - away(b))
    .slice(0, PROBES)
}

/** How many of the letters read are in words that the OCR is sure of, from 0 to 1. */
function readableShare(probes: ReadonlyMap<TextLine, readonly OcrWord[]>): number {
  let readable = 0
  let all = 0
  for (const { text, confidence } of [...probes.values()].flat()) {
    all += text.length
    if (text.length >= WORD && confidence >= SURE) readable += text.length
  }
  return all === 0 ? 0 : readable / all
}
