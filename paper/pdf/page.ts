import type { Page, Place, Rule, Word } from '../page/page.ts'
import { signsOf } from './drawings.ts'
import { type Glyph, type PageProgram, paintedBy } from './operators.ts'
import type { Stroke } from './path.ts'
import { wordsOf } from './words.ts'

/** Quarter turns, clockwise, that make a text level. */
type Turns = 0 | 1 | 2 | 3

interface Size {
  readonly width: number
  readonly height: number
}

/** A page as its program paints it, upright, and what is to be said of it. */
export interface ReadPage {
  readonly page: Page
  /** Letters that a reader of paper would see. */
  readonly visible: number
  readonly hidden: number
  /** Letters of which the font does not say what they are. */
  readonly unknown: number
  readonly isCut: boolean
}

/** The words and ruled lines of a page. Text that stands upright or on its head is turned with the whole page. */
export function readPage(program: PageProgram, number: number, size: Size): ReadPage {
  const { glyphs, strokes, drawings, isCut } = paintedBy(program)
  const seen = glyphs.filter((glyph) => !glyph.isHidden && glyph.text.trim() !== '' && isInside(glyph, size))
  const turns = turnsOf(seen)
  const turned = turnedSize(size, turns)
  const words = ([0, 1, 2, 3] as const).flatMap((more) => wordsTurned(glyphs, number, size, turns, more))
  const rules = strokes.map((stroke): Rule => ({ page: number, ...turnedBox(stroke, size, turns) }))
  const turnedDrawings = drawings.map((drawing) => ({ ...drawing, box: turnedBox(drawing.box, size, turns) }))
  return {
    page: { number, ...turned, unit: 'point', words, rules, drawn: signsOf(turnedDrawings, number) },
    visible: seen.length,
    hidden: glyphs.filter(({ isHidden, text }) => isHidden && text.trim() !== '').length,
    unknown: seen.filter(({ text }) => /[\p{Co}\p{Cc}\ufffd]/u.test(text)).length,
    isCut,
  }
}

function isInside({ from: [x, y] }: Glyph, { width, height }: Size): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height
}

const directionOf = ({ from, to }: Glyph): Turns => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2
  // Text that runs downwards is level after three quarter turns clockwise.
  return dy > 0 ? 3 : 1
}

/** The turns that most letters need. */
function turnsOf(glyphs: readonly Glyph[]): Turns {
  const counts = [0, 0, 0, 0]
  for (const glyph of glyphs) counts[directionOf(glyph)]!++
  return counts.indexOf(Math.max(...counts)) as Turns
}

/** Words of the letters that stand `more` turns away from the page's main direction, in its upright coordinates. */
function wordsTurned(glyphs: readonly Glyph[], page: number, size: Size, turns: Turns, more: Turns): Word[] {
  const own = ((turns + more) % 4) as Turns
  const level = glyphs
    .filter((glyph) => !glyph.isHidden && isInside(glyph, size) && directionOf(glyph) === own)
    .map(
      (glyph): Glyph => ({
        ...glyph,
        from: turnedPoint(glyph.from, size, own),
        to: turnedPoint(glyph.to, size, own),
      }),
    )
  const back = ((4 - more) % 4) as Turns
  const ownSize = turnedSize(size, own)
  return wordsOf(level, page).map((word) => ({ ...word, place: turnedPlace(word.place, ownSize, back) }))
}

const turnedSize = ({ width, height }: Size, turns: Turns): Size =>
  turns % 2 === 0 ? { width, height } : { width: height, height: width }

function turnedPoint([x, y]: readonly [number, number], { width, height }: Size, turns: Turns): [number, number] {
  if (turns === 0) return [x, y]
  if (turns === 1) return [height - y, x]
  return turns === 2 ? [width - x, height - y] : [y, width - x]
}

function turnedBox(box: Stroke, size: Size, turns: Turns): Stroke {
  const [a, b] = turnedPoint([box.left, box.top], size, turns)
  const [c, d] = turnedPoint([box.right, box.bottom], size, turns)
  return { left: Math.min(a, c), right: Math.max(a, c), top: Math.min(b, d), bottom: Math.max(b, d) }
}

const turnedPlace = (place: Place, size: Size, turns: Turns): Place => ({
  page: place.page,
  ...turnedBox(place, size, turns),
})
