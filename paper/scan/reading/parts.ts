import type { Families, Family } from '../glyphs/families.ts'
import { type Glyph, glyphsOf } from '../glyphs/glyph.ts'
import type { Components } from '../image/components.ts'
import type { Box, GreyImage } from '../image/greyImage.ts'
import { PICTURE_MARGIN, pictureOf, runChainsOf } from '../lines/pictureOf.ts'
import type { TextLine } from '../lines/textLines.ts'

/** What is read in one go: a line's own letters, or one of its raised marks. */
export interface Part {
  readonly line: TextLine
  readonly isRaised: boolean
  readonly glyphs: readonly Glyph[]
  /** Of each glyph. */
  readonly families: readonly Family[]
  /** Parts with the same glyphs and gaps have the same look: they say the same. */
  readonly look: string
  /** The part alone on white, and where that lies on the page. */
  readonly picture: GreyImage
  readonly box: Box
}

/** White around a glyph that is looked at. */
const PATCH_MARGIN = 3

/** The parts of a page's lines in order. `picture` is the page without its rules. */
export function partsOf(
  lines: readonly TextLine[],
  picture: GreyImage,
  { components, runs }: Components,
  families: Families,
): Part[] {
  const chains = runChainsOf(runs, components.length)
  const partOf = (line: TextLine, letters: TextLine['letters'], isRaised: boolean): Part => {
    const glyphs = glyphsOf(letters)
    const own = glyphs.map(({ pieces }) => {
      const alone = pictureOf(pieces, picture, runs, chains, PATCH_MARGIN)
      const stands = { top: alone.box.top - line.baseline, lineHeight: isRaised ? Number.NaN : line.height }
      return families.of(alone.picture, stands)
    })
    const look = own.map(({ id }, i) => `${id}${i + 1 < glyphs.length ? gapOf(glyphs[i]!, glyphs[i + 1]!) : ''}`)
    const whole = pictureOf(letters, picture, runs, chains, PICTURE_MARGIN)
    return { line, isRaised, glyphs, families: own, look: look.join(' '), ...whole }
  }
  return lines.flatMap((line) => [
    ...(line.letters.length > 0 ? [partOf(line, line.letters, false)] : []),
    ...line.raised.map(({ letters }) => partOf(line, letters, true)),
  ])
}

/** Gaps are alike to within three pixels. */
const gapOf = (a: Box, b: Box) => `:${Math.round((b.left - a.right) / 3)}`
