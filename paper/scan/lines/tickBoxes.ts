import type { Component, Components } from '../image/components.ts'
import type { Box, InkImage } from '../image/greyImage.ts'

/** A box to tick, with what stands in it taken out of the letters. */
export interface TickBox extends Box {
  readonly state: 'ticked' | 'empty' | 'unread'
}

/** Sides of a tick box in pixels at 300 dpi: 0.045 to 0.3 inch. */
const SMALLEST = 14
const LARGEST = 90
/** How much of each side has to be drawn. */
const DRAWN = 0.93
/** The share of the inside that is ink: up to this a box is empty, from that on it is ticked. */
const EMPTY = 0.025
const TICKED = 0.09

/**
 * The tick boxes of a page: pieces of ink that are a square frame. Whether one is ticked says the ink within; a frame
 * that is nearly filled, or has a few specks in it, is `unread`. Returns the pieces that are none of theirs, too.
 */
export function takeTickBoxes({ components }: Components, ink: InkImage): { boxes: TickBox[]; rest: Component[] } {
  const boxes = components
    .filter((piece) => isFrame(piece, ink))
    .map((frame) => ({ ...boxOf(frame), state: stateOf(frame, ink) }))
  const rest = components.filter((piece) => !boxes.some((box) => isWithin(piece, box)))
  return { boxes, rest }
}

const boxOf = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom })

const isWithin = (inner: Box, outer: Box) =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom

function isFrame(piece: Component, ink: InkImage): boolean {
  const width = piece.right - piece.left
  const height = piece.bottom - piece.top
  if (Math.min(width, height) < SMALLEST || Math.max(width, height) > LARGEST) return false
  if (Math.max(width, height) > 1.35 * Math.min(width, height)) return false
  const depth = Math.max(2, Math.round(Math.min(width, height) / 9))
  const at = (x: number, y: number) => ink.data[y * ink.width + x] === 1
  const sides = [0, 0, 0, 0]
  for (let x = piece.left; x < piece.right; x++) {
    for (let d = 0, upper = false, lower = false; d < depth; d++) {
      if (!upper && at(x, piece.top + d)) (upper = true), sides[0]!++
      if (!lower && at(x, piece.bottom - 1 - d)) (lower = true), sides[1]!++
    }
  }
  for (let y = piece.top; y < piece.bottom; y++) {
    for (let d = 0, left = false, right = false; d < depth; d++) {
      if (!left && at(piece.left + d, y)) (left = true), sides[2]!++
      if (!right && at(piece.right - 1 - d, y)) (right = true), sides[3]!++
    }
  }
  return sides.every((drawn, i) => drawn >= DRAWN * (i < 2 ? width : height))
}

function stateOf(frame: Box, ink: InkImage): TickBox['state'] {
  const inset = Math.max(4, Math.round((frame.right - frame.left) * 0.2))
  let inked = 0
  let all = 0
  for (let y = frame.top + inset; y < frame.bottom - inset; y++) {
    for (let x = frame.left + inset; x < frame.right - inset; x++) {
      inked += ink.data[y * ink.width + x]!
      all++
    }
  }
  if (inked <= EMPTY * all) return 'empty'
  return inked >= TICKED * all && inked <= 0.85 * all ? 'ticked' : 'unread'
}
