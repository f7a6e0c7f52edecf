import type { GreyImage } from '../image/greyImage.ts'

/**
 * The look of a glyph: how dark it is, slightly blurred, with its centre of ink in the middle. Where the glyph fell in
 * the raster of the scanner makes no difference then.
 */
export interface Patch {
  /** Odd, as the height: the middle is a pixel. */
  readonly width: number
  readonly height: number
  readonly dark: Float32Array
  /** The sum of the squares of the darkness. */
  readonly energy: number
  /** Where the centre of ink lies in the picture. */
  readonly x: number
  readonly y: number
}

/** The patch of a picture that shows one glyph on white, with a margin of three pixels or more. */
export function patchOf(picture: GreyImage): Patch {
  const { width: w, height: h } = picture
  const soft = blurred(
    Float32Array.from(picture.data, (light) => 255 - light),
    w,
    h,
  )
  const { x, y } = centreOf(soft, w, h)
  const halfWidth = Math.ceil(w / 2)
  const halfHeight = Math.ceil(h / 2)
  const width = 2 * halfWidth + 1
  const height = 2 * halfHeight + 1
  const dark = new Float32Array(width * height)
  const left = Math.floor(x)
  const top = Math.floor(y)
  const dx = x - left
  const dy = y - top
  const at = (column: number, row: number) =>
    column >= 0 && row >= 0 && column < w && row < h ? soft[row * w + column]! : 0
  let energy = 0
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const i = left + column - halfWidth
      const k = top + row - halfHeight
      const upper = at(i, k) * (1 - dx) + at(i + 1, k) * dx
      const lower = at(i, k + 1) * (1 - dx) + at(i + 1, k + 1) * dx
      const value = upper * (1 - dy) + lower * dy
      dark[row * width + column] = value
      energy += value * value
    }
  }
  return { width, height, dark, energy, x, y }
}

function centreOf(dark: Float32Array, width: number, height: number): { x: number; y: number } {
  let mass = 0
  let x = 0
  let y = 0
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const own = dark[row * width + column]!
      mass += own
      x += own * column
      y += own * row
    }
  }
  return mass === 0 ? { x: width / 2, y: height / 2 } : { x: x / mass, y: y / mass }
}

/** Blurred by a quarter, a half and a quarter of the neighbours, across and down. */
function blurred(dark: Float32Array, width: number, height: number): Float32Array {
  const across = new Float32Array(dark.length)
  for (let i = 0; i < dark.length; i++) {
    const column = i % width
    const before = column > 0 ? dark[i - 1]! : 0
    const after = column < width - 1 ? dark[i + 1]! : 0
    across[i] = (before + 2 * dark[i]! + after) / 4
  }
  const both = new Float32Array(dark.length)
  for (let i = 0; i < dark.length; i++) {
    const above = i >= width ? across[i - width]! : 0
    const below = i < width * (height - 1) ? across[i + width]! : 0
    both[i] = (above + 2 * across[i]! + below) / 4
  }
  return both
}

/**
 * How far apart two looks are: 0 where they are the same, about 2 where they have nothing in common; infinite where
 * their sizes differ by more than four pixels or the distance is not below `enough`.
 */
export function apart(a: Patch, b: Patch, enough = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.width - b.width) > 4 || Math.abs(a.height - b.height) > 4) return Number.POSITIVE_INFINITY
  const width = Math.min(a.width, b.width)
  const height = Math.min(a.height, b.height)
  const energy = a.energy + b.energy
  let sum = 0
  for (let row = 0; row < height; row++) {
    let i = (row + ((a.height - height) >> 1)) * a.width + ((a.width - width) >> 1)
    let k = (row + ((b.height - height) >> 1)) * b.width + ((b.width - width) >> 1)
    for (let column = 0; column < width; column++, i++, k++) {
      const differs = a.dark[i]! - b.dark[k]!
      sum += differs * differs
    }
    if (2 * sum >= enough * energy) return Number.POSITIVE_INFINITY
  }
  return energy === 0 ? 0 : (2 * sum) / energy
}
