import type { Component, Runs } from '../image/components.ts'
import { type Box, blank, boxAround, type GreyImage } from '../image/greyImage.ts'

/** White around what is given to the OCR, in pixels: Tesseract wants some. */
export const PICTURE_MARGIN = 10

/** The first run of each component, and the next of the same one, so that its runs can be walked. */
export interface RunChains {
  readonly first: Int32Array
  readonly next: Int32Array
}

export function runChainsOf(runs: Runs, components: number): RunChains {
  const first = new Int32Array(components).fill(-1)
  const next = new Int32Array(runs.count)
  for (let run = runs.count - 1; run >= 0; run--) {
    const of = runs.of[run]!
    next[run] = first[of]!
    first[of] = run
  }
  return { first, next }
}

/**
 * A picture of some pieces of ink and nothing else: their pixels and the grey around them on white paper, with a margin.
 * The box says where on the page it lies.
 */
export function pictureOf(
  pieces: readonly Component[],
  page: GreyImage,
  runs: Runs,
  chains: RunChains,
  margin: number,
): { picture: GreyImage; box: Box } {
  const ink = boxAround(pieces)
  const box = { left: ink.left - margin, top: ink.top - margin, right: ink.right + margin, bottom: ink.bottom + margin }
  const width = box.right - box.left
  const height = box.bottom - box.top
  const data = blank(width, height)
  for (const { id } of pieces) {
    for (let run = chains.first[id]!; run >= 0; run = chains.next[run]!) {
      const from = Math.max(0, runs.from[run]! - 1)
      const to = Math.min(page.width, runs.to[run]! + 1)
      const last = Math.min(page.height - 1, runs.row[run]! + 1)
      for (let y = Math.max(0, runs.row[run]! - 1); y <= last; y++) {
        const shift = (y - box.top) * width - box.left
        for (let x = from; x < to; x++) data[shift + x] = page.data[y * page.width + x]!
      }
    }
  }
  return { picture: { width, height, data }, box }
}
