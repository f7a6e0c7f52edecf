import { type Component, type Components, componentsOf } from './image/components.ts'
import { evenLight } from './image/evenLight.ts'
import type { Box, GreyImage } from './image/greyImage.ts'
import { type Ruled, takeRules } from './image/rules.ts'
import { scaled } from './image/scaled.ts'
import { isFlat, type Lie, lieOf } from './image/skew.ts'
import { inkOf, inkThreshold } from './image/threshold.ts'
import { quarterTurned, turned } from './image/turn.ts'
import { type TextLine, textLinesOf } from './lines/textLines.ts'
import { type TickBox, takeTickBoxes } from './lines/tickBoxes.ts'

/** Pages are worked on at this resolution. */
const DPI = 300
/** Nearer than this to it, a page is left as it is. */
const NEAR = 0.08
/** The long side of a page in inches, where the picture does not say its resolution: letter, as the SEC's forms are. */
const LONG_SIDE = 11
/** Pieces of fewer pixels are dirt. A point of the smallest print has some nine. */
const LEAST_INK = 4
/** Skew below this is no skew: a pixel on the length of a word. */
const LEAST_SKEW = 0.03

/** A page made ready for reading. */
export interface PreparedPage {
  /** The page straight, its lines running across, its paper white, at 300 dpi; perhaps still upside down. */
  readonly picture: GreyImage
  /** The same without its rules. */
  readonly unruled: GreyImage
  readonly components: Components
  readonly rules: Ruled
  readonly boxes: readonly TickBox[]
  readonly lines: readonly TextLine[]
  /** Small pieces of ink that belong to no line. */
  readonly specks: readonly Component[]
  readonly lie: Lie | undefined
  /** Whether its lines are parallel, as those of a page on a scanner are. */
  readonly isFlat: boolean
}

/**
 * Makes a page ready: evens its light, brings it to 300 dpi, turns it straight, takes out rules and tick boxes, and puts
 * what is left into lines. `undefined` where there is more ink than any page of text has (`MOST_RUNS`).
 */
export function preparePage(image: GreyImage): PreparedPage | undefined {
  const even = evenLight(atWorkingResolution(image))
  const threshold = inkThreshold(even)
  const evenInk = inkOf(even, threshold)
  const first = componentsOf(evenInk)
  if (!first) return undefined
  const lie = lieOf(first.components.filter(isLetter))
  const picture = straightened(even, lie)
  const unruled = { ...picture, data: picture.data.slice() }
  const ink = picture === even ? evenInk : inkOf(picture, threshold)
  const rules = takeRules(ink, unruled)
  const components = componentsOf(ink)
  if (!components) return undefined
  const { boxes, rest } = takeTickBoxes(
    components.components.filter(({ area }) => area >= LEAST_INK),
    unruled,
  )
  const { lines, specks } = textLinesOf(rest, (left, right, y) => isCut(rules.down, left, right, y))
  const letters = components.components.filter(isLetter)
  return {
    picture,
    unruled,
    components,
    rules,
    boxes,
    lines,
    specks,
    lie,
    isFlat: isFlat(letters, picture.width, picture.height),
  }
}

function atWorkingResolution(image: GreyImage): GreyImage {
  const dpi = image.dpi ?? Math.max(image.width, image.height) / LONG_SIDE
  const factor = DPI / dpi
  return Math.abs(factor - 1) < NEAR ? image : scaled(image, factor)
}

function straightened(image: GreyImage, lie: Lie | undefined): GreyImage {
  if (!lie) return image
  const straight = Math.abs(lie.degrees) < LEAST_SKEW ? image : turned(image, -lie.degrees)
  return lie.runsAcross ? straight : quarterTurned(straight, 90)
}

/** Whether a piece has the size of a letter, so that its feet say where lines run. */
function isLetter({ left, top, right, bottom }: Box): boolean {
  const width = right - left
  const height = bottom - top
  return height >= 8 && height <= 70 && width >= 3 && width <= 70
}

const isCut = (down: readonly Box[], left: number, right: number, y: number) =>
  down.some((rule) => rule.left >= left - 1 && rule.right <= right + 1 && rule.top <= y && rule.bottom > y)
