import type { Component } from '../image/components.ts'
import { type Box, boxAround } from '../image/greyImage.ts'

/** What stands in one place of a line: a letter, or letters that touch. */
export interface Glyph extends Box {
  readonly pieces: readonly Component[]
}

/** Pieces are one glyph where they stand above one another by this share of the narrower one. */
const ABOVE = 0.6

/** The glyphs of a line, from left to right: pieces that stand above one another are one. */
export function glyphsOf(pieces: readonly Component[]): Glyph[] {
  const groups: { box: Box; pieces: Component[] }[] = []
  for (const piece of pieces.toSorted((a, b) => a.left - b.left)) {
    const last = groups.at(-1)
    const common = last ? Math.min(last.box.right, piece.right) - Math.max(last.box.left, piece.left) : 0
    if (last && common >= ABOVE * Math.min(last.box.right - last.box.left, piece.right - piece.left)) {
      last.pieces.push(piece)
      last.box = boxAround(last.pieces)
    } else groups.push({ box: piece, pieces: [piece] })
  }
  return groups.map(({ box: { left, top, right, bottom }, pieces: own }) => ({ left, top, right, bottom, pieces: own }))
}
