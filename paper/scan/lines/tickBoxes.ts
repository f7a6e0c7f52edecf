import type { Component } from '../image/components.ts'
import { type Box, boxAround, type GreyImage } from '../image/greyImage.ts'

/** A box to tick. `unread`: something is in it that is neither a cross nor nothing. */
export interface TickBox extends Box {
  readonly state: 'ticked' | 'empty' | 'unread'
}

/** Sides of a tick box in pixels at 300 dpi: 0.045 to 0.3 inch. */
const SMALLEST = 14
const LARGEST = 90
const LEAST_SQUARE = 1.35
/** Pieces of a worn frame are no farther apart. */
const NEAR = 3
/** How dark a side has to be, averaged over three pixels along it, and how much of the side has to be so. */
const DARK = 55
const DRAWN = 0.93
/** The mean darkness of the inside, from 0 to 255: up to this a box is empty, from that on it is ticked. */
const EMPTY = 12
const TICKED = 26
/** A box that is nearly black is filled in or blotted. */
const BLOTTED = 215

/**
 * The tick boxes of a page: pieces of ink that are a square frame with four corners, whole or worn. Whether one is ticked
 * says the ink within. What is not theirs comes back as `rest`.
 */
export function takeTickBoxes(
  pieces: readonly Component[],
  picture: GreyImage,
): { boxes: TickBox[]; rest: Component[] } {
  const boxes = squaresOf(pieces)
    .filter((box) => isFrame(box, picture))
    .map((frame) => ({ ...frame, state: stateOf(frame, picture) }))
  const rest = pieces.filter((piece) => !boxes.some((box) => isWithin(piece, box)))
  return { boxes, rest }
}

const isWithin = (inner: Box, outer: Box) =>
  inner.left >= outer.left - 1 &&
  inner.right <= outer.right + 1 &&
  inner.top >= outer.top - 1 &&
  inner.bottom <= outer.bottom + 1

/** Where a piece, with those that lie near it, fills a square of the size of a tick box. */
function squaresOf(pieces: readonly Component[]): Box[] {
  const byTop = pieces.toSorted((a, b) => a.top - b.top)
  const squares: Box[] = []
  for (const [i, piece] of byTop.entries()) {
    // The upper side of a frame is broad, and its topmost piece.
    if (piece.right - piece.left > LARGEST || squares.some((square) => isWithin(piece, square))) continue
    let box: Box = piece
    for (let k = i + 1; k < byTop.length && byTop[k]!.top <= piece.top + LARGEST; k++) {
      const other = byTop[k]!
      if (isNear(other, box)) box = boxAround([box, other])
    }
    if (isSquare(box)) squares.push({ left: box.left, top: box.top, right: box.right, bottom: box.bottom })
  }
  return squares
}

const isNear = (a: Box, b: Box) =>
  a.left <= b.right + NEAR && a.right >= b.left - NEAR && a.top <= b.bottom + NEAR && a.bottom >= b.top - NEAR

function isSquare({ left, top, right, bottom }: Box): boolean {
  const short = Math.min(right - left, bottom - top)
  const long = Math.max(right - left, bottom - top)
  return short >= SMALLEST && long <= LARGEST && long <= LEAST_SQUARE * short
}

function isFrame(box: Box, picture: GreyImage): boolean {
  const depth = Math.max(2, Math.round(Math.min(box.right - box.left, box.bottom - box.top) / 9))
  const dark = (x: number, y: number) => 255 - (picture.data[y * picture.width + x] ?? 255)
  const across = (y: number) => (x: number, d: number) => (dark(x - 1, y + d) + dark(x, y + d) + dark(x + 1, y + d)) / 3
  const down = (x: number) => (y: number, d: number) => (dark(x + d, y - 1) + dark(x + d, y) + dark(x + d, y + 1)) / 3
  return (
    isDrawn(box.left, box.right, depth, across(box.top)) &&
    isDrawn(box.left, box.right, depth, across(box.bottom - depth)) &&
    isDrawn(box.top, box.bottom, depth, down(box.left)) &&
    isDrawn(box.top, box.bottom, depth, down(box.right - depth))
  )
}

/** Whether a side is dark at nearly all of its places and at both of its ends, somewhere within its depth. */
function isDrawn(from: number, to: number, depth: number, darkAt: (along: number, d: number) => number): boolean {
  const isDark = (along: number) => {
    for (let d = 0; d < depth; d++) if (darkAt(along, d) >= DARK) return true
    return false
  }
  let drawn = 0
  for (let along = from; along < to; along++) if (isDark(along)) drawn++
  return drawn >= DRAWN * (to - from) && isDark(from + 1) && isDark(to - 2)
}

function stateOf(frame: Box, { data, width }: GreyImage): TickBox['state'] {
  const inset = Math.max(4, Math.round((frame.right - frame.left) * 0.2))
  let dark = 0
  let all = 0
  for (let y = frame.top + inset; y < frame.bottom - inset; y++) {
    for (let x = frame.left + inset; x < frame.right - inset; x++) {
      dark += 255 - data[y * width + x]!
      all++
    }
  }
  const mean = dark / Math.max(1, all)
  if (mean <= EMPTY) return 'empty'
  return mean >= TICKED && mean <= BLOTTED ? 'ticked' : 'unread'
}
