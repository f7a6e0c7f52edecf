import type { Component } from '../image/components.ts'
import { type Box, boxAround } from '../image/greyImage.ts'

/** Whether a rule runs down between two places of a row. */
export type IsCut = (left: number, right: number, y: number) => boolean

/** The widest gap in a line and the farthest that a point is from its letters, in heights of letters. */
const WIDEST_GAP = 1.1
const FARTHEST_POINT = 0.9
/** How far above or below the letters the middle of a point or quote may be, in heights of letters. */
const BESIDE = 0.45
/** How often what is left is tried again beside what joined: a line may end with a quotation mark and a point. */
const ROUNDS = 3
/** The share of the lower one's height in which two neighbours of a line stand side by side. */
const SIDE_BY_SIDE = 0.45
/** Below this share of the usual height, a piece of ink is a point, a dash, a quote: no letter by itself. */
export const SMALL = 0.55
/** A line is as high as so many of its letters at either end, so that a heading does not swallow what stands behind it. */
const END = 6

/** A line while it grows. */
interface Chain {
  readonly letters: Component[]
  /** Of its last letters. */
  end: Box
}

/**
 * Pieces put together as they stand side by side: each of the results is a line of text, from left to right. Small pieces
 * join the line that they stand nearest to; those that stand alone and are broad (a dash for an answer) are lines, the
 * others `specks`.
 */
export function chainsOf(pieces: readonly Component[], isCut: IsCut): { lines: Component[][]; specks: Component[] } {
  const usual = usualHeight(pieces)
  const isSmall = ({ top, bottom }: Box) => bottom - top < SMALL * usual
  const chains = chained(
    pieces.filter((piece) => !isSmall(piece)),
    usual,
    isCut,
  )
  let loose = pieces.filter(isSmall)
  for (let round = 0, before = 0; round < ROUNDS && loose.length !== before; round++) {
    before = loose.length
    loose = attach(loose, chains, usual, isCut)
  }
  const isDash = ({ left, top, right, bottom }: Box) => right - left >= 0.3 * usual && bottom - top >= 2
  const lines = rejoined(chains, usual, isCut)
  return { lines: [...lines, ...loose.filter(isDash).map((dash) => [dash])], specks: loose.filter((p) => !isDash(p)) }
}

/** The median height of what is high enough to be a letter; without any, that of usual print. */
function usualHeight(pieces: readonly Component[]): number {
  const heights = pieces.map(({ top, bottom }) => bottom - top).filter((height) => height >= 9)
  heights.sort((a, b) => a - b)
  return heights[heights.length >> 1] ?? 20
}

function chained(letters: readonly Component[], usual: number, isCut: IsCut): Chain[] {
  const chains: Chain[] = []
  let open: Chain[] = []
  for (const letter of letters.toSorted((a, b) => a.left - b.left)) {
    open = open.filter(({ end }) => letter.left - end.right <= WIDEST_GAP * 3 * usual)
    const chain = bestChain(letter, open, usual, isCut)
    if (chain) {
      chain.letters.push(letter)
      chain.end = boxAround(chain.letters.slice(-END))
    } else {
      const own = { letters: [letter], end: letter }
      open.push(own)
      chains.push(own)
    }
  }
  return chains
}

function bestChain(letter: Box, open: readonly Chain[], usual: number, isCut: IsCut): Chain | undefined {
  let best: Chain | undefined
  let most = 0
  for (const chain of open) {
    const share = follows(chain.end, letter, usual, isCut)
    if (share <= most) continue
    best = chain
    most = share
  }
  return best
}

/** How much a piece stands beside what it would follow, as a share of the lower one's height; 0 where it does not follow. */
function follows(end: Box, next: Box, usual: number, isCut: IsCut): number {
  const high = Math.max(end.bottom - end.top, next.bottom - next.top)
  if (next.left - end.right > WIDEST_GAP * Math.max(usual, Math.min(high, 3 * usual))) return 0
  const top = Math.max(end.top, next.top)
  const bottom = Math.min(end.bottom, next.bottom)
  const share = (bottom - top) / Math.min(end.bottom - end.top, next.bottom - next.top)
  if (share < SIDE_BY_SIDE) return 0
  return isCut(Math.min(end.right, next.left), next.left, (top + bottom) >> 1) ? 0 : share
}

/** Points, dashes and quotes go to the line that they stand nearest to; returns those that stand near none. */
function attach(small: readonly Component[], chains: readonly Chain[], usual: number, isCut: IsCut): Component[] {
  const bodies = chains.map(({ letters }) => ({ letters, own: [...letters], box: boxAround(letters) }))
  const loose: Component[] = []
  for (const piece of small) {
    let nearest: Component[] | undefined
    let least = Number.POSITIVE_INFINITY
    for (const { letters, own, box } of bodies) {
      const away = awayFrom(piece, own, box, usual, isCut)
      if (away >= least) continue
      nearest = letters
      least = away
    }
    if (nearest) nearest.push(piece)
    else loose.push(piece)
  }
  for (const { letters } of chains) letters.sort((a, b) => a.left - b.left)
  return loose
}

/** How far a small piece is from the letters of a line, in pixels; infinite where it cannot belong to them. */
function awayFrom(piece: Box, letters: readonly Box[], box: Box, usual: number, isCut: IsCut): number {
  const beside = Math.max(box.left - piece.right, piece.left - box.right, 0)
  const middle = (piece.top + piece.bottom) / 2
  const above = Math.max(box.top - middle, middle - box.bottom, 0)
  if (beside > FARTHEST_POINT * usual || above > BESIDE * usual) return Number.POSITIVE_INFINITY
  const y = Math.round(middle)
  if (beside > 0 && (piece.left >= box.right ? isCut(box.right, piece.left, y) : isCut(piece.right, box.left, y))) {
    return Number.POSITIVE_INFINITY
  }
  let nearest = beside + usual
  for (const letter of letters)
    nearest = Math.min(nearest, Math.max(letter.left - piece.right, piece.left - letter.right, 0))
  return nearest / 2 + above
}

/** Lines that follow one another once the points and quotes between them are theirs. */
function rejoined(chains: readonly Chain[], usual: number, isCut: IsCut): Component[][] {
  const lines: Component[][] = []
  const byLeft = chains.map(({ letters }) => letters).toSorted((a, b) => a[0]!.left - b[0]!.left)
  for (const letters of byLeft) {
    const start = boxAround(letters.slice(0, END))
    const before = lines.find((line) => {
      const end = boxAround(line.slice(-END))
      return end.right <= start.left + usual / 2 && follows(end, start, usual, isCut) > 0
    })
    if (before) before.push(...letters)
    else lines.push([...letters])
  }
  return lines
}
