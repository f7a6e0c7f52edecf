import type { GreyImage } from './image/greyImage.ts'
import { quarterTurned } from './image/turn.ts'
import { chainsOf, pictureOf } from './lines/pictureOf.ts'
import type { TextLine } from './lines/textLines.ts'
import type { OcrEngine } from './ocr/ocrEngine.ts'
import { type PreparedPage, preparePage } from './preparePage.ts'

/** So many lines are read to see whether a page stands on its head. */
const PROBES = 5
/** How many letters such a line has at best, and at least. */
const GOOD_LENGTH = 25
const LEAST_LENGTH = 4
/** The mean confidence from which a page is taken to stand upright without looking at it the other way round. */
const READABLE = 0.85

/** A page that stands upright, and by how many degrees clockwise it was turned for it. */
export interface UprightPage {
  readonly page: PreparedPage
  readonly turnedBy: number
}

/** Makes a page ready and stands it on its feet: upside down, the OCR is sure of nothing. */
export async function uprightPage(image: GreyImage, ocr: OcrEngine): Promise<UprightPage | undefined> {
  const page = preparePage(image)
  if (!page) return undefined
  const quarter = page.lie && !page.lie.runsAcross ? 90 : 0
  const lines = probesOf(page)
  if (lines.length === 0) return { page, turnedBy: quarter }
  const sure = await confidenceOf(page, lines, ocr)
  if (sure >= READABLE) return { page, turnedBy: quarter }
  const turned = preparePage(quarterTurned(page.picture, 180))
  if (!turned || (await confidenceOf(turned, probesOf(turned), ocr)) <= sure) return { page, turnedBy: quarter }
  return { page: turned, turnedBy: quarter + 180 }
}

function probesOf({ lines }: PreparedPage): TextLine[] {
  const away = ({ letters }: TextLine) => Math.abs(letters.length - GOOD_LENGTH)
  return lines
    .filter(({ letters }) => letters.length >= LEAST_LENGTH)
    .toSorted((a, b) => away(a) - away(b))
    .slice(0, PROBES)
}

/** The mean confidence of the words of some lines. */
async function confidenceOf(page: PreparedPage, lines: readonly TextLine[], ocr: OcrEngine): Promise<number> {
  const { unruled, components } = page
  const chains = chainsOf(components.runs, components.components.length)
  let sum = 0
  let count = 0
  for (const { letters } of lines) {
    const { picture } = pictureOf(letters, unruled, components.runs, chains, 10)
    for (const { confidence } of await ocr.read(picture)) {
      sum += confidence
      count++
    }
  }
  return count === 0 ? 0 : sum / count
}
