import type { Patch } from './patch.ts'

/** Columns and rows of a form. */
const COLUMNS = 12
const ROWS = 16
/** Ink lighter than this share of the darkest does not count for where a glyph begins and ends. */
const FAINT = 0.25

/**
 * The form of a glyph whatever its size: its ink stretched over a grid, and how broad it is for its height. Letters of one
 * typeface in two sizes have about the same form; so have `o` and `O`, which only size tells apart.
 */
export interface Form {
  readonly ink: Float32Array
  /** Width by height. */
  readonly breadth: number
}

export function formOf({ width, height, dark }: Patch): Form {
  let darkest = 0
  for (const own of dark) if (own > darkest) darkest = own
  let left = width
  let right = 0
  let top = height
  let bottom = 0
  for (let i = 0; i < dark.length; i++) {
    if (dark[i]! < FAINT * darkest) continue
    const column = i % width
    const row = (i - column) / width
    left = Math.min(left, column)
    right = Math.max(right, column + 1)
    top = Math.min(top, row)
    bottom = Math.max(bottom, row + 1)
  }
  const ink = new Float32Array(COLUMNS * ROWS)
  let energy = 0
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const x = left + ((column + 0.5) * (right - left)) / COLUMNS - 0.5
      const y = top + ((row + 0.5) * (bottom - top)) / ROWS - 0.5
      const own = between(dark, width, height, x, y)
      ink[row * COLUMNS + column] = own
      energy += own * own
    }
  }
  const scale = energy === 0 ? 0 : 1 / Math.sqrt(energy)
  for (let i = 0; i < ink.length; i++) ink[i]! *= scale
  return { ink, breadth: (right - left) / (bottom - top) }
}

function between(dark: Float32Array, width: number, height: number, x: number, y: number): number {
  const left = Math.max(0, Math.floor(x))
  const top = Math.max(0, Math.floor(y))
  const right = Math.min(width - 1, left + 1)
  const bottom = Math.min(height - 1, top + 1)
  const dx = Math.max(0, x - left)
  const dy = Math.max(0, y - top)
  const upper = dark[top * width + left]! * (1 - dx) + dark[top * width + right]! * dx
  const lower = dark[bottom * width + left]! * (1 - dx) + dark[bottom * width + right]! * dx
  return upper * (1 - dy) + lower * dy
}

/** How far apart two forms are, from 0 to 2; infinite where one is more than a seventh broader. */
export function formsApart(a: Form, b: Form): number {
  const broader = a.breadth / b.breadth
  if (broader > 1.15 || broader < 1 / 1.15) return Number.POSITIVE_INFINITY
  let common = 0
  for (let i = 0; i < a.ink.length; i++) common += a.ink[i]! * b.ink[i]!
  return Math.max(0, 2 - 2 * common)
}
