import { type Codes, HORIZONTAL, LONGEST_CODE, MODE_CODES, PASS, RUNS } from './faxCodes.ts'

/** How rows are coded: by themselves (T.4, one-dimensional), by the row above (T.6), or as a bit after each row end says. */
export type FaxCoding = 'own' | 'above' | 'mixed'

/** Whether each row begins at a byte (TIFF compression 2), and whether the lowest bit of a byte comes first. */
export interface FaxOptions {
  readonly coding: FaxCoding
  readonly isAligned: boolean
  readonly isLowestFirst: boolean
}

/**
 * The rows of a fax strip: 1 where it is black, a byte a pixel. A row that cannot be read is white from the fault on, and
 * so are the rows after it where they are coded by it; the number of rows read says where. Each step consumes bits or
 * ends a row, so that no data loops. Source: ITU-T T.4 and T.6; TIFF 6.0, sections 10 and 11.
 */
export function readFax(bytes: Uint8Array, width: number, height: number, options: FaxOptions): Uint8Array {
  const bits = new Bits(bytes, options.isLowestFirst)
  const ink = new Uint8Array(width * height)
  let above: readonly number[] = [width]
  for (let row = 0; row < height && !bits.isAtEnd; row++) {
    if (options.isAligned) bits.align()
    if (options.coding !== 'above') bits.skipRowEnd()
    const isByAbove = options.coding === 'above' || (options.coding === 'mixed' && bits.next() === 0)
    const edges = isByAbove ? rowByAbove(bits, above, width) : rowByItself(bits, width)
    if (!edges) {
      if (options.coding === 'above') break
      if (!bits.findRowEnd()) break
      continue
    }
    for (let i = 0; i < edges.length; i += 2)
      ink.fill(1, row * width + edges[i]!, row * width + (edges[i + 1] ?? width))
    above = edges
  }
  return ink
}

/** Where the colour of a row changes, from white on; `undefined` where a code is none. */
function rowByItself(bits: Bits, width: number): number[] | undefined {
  const edges: number[] = []
  let at = 0
  let colour: 0 | 1 = 0
  while (at < width) {
    const run = runOf(bits, colour)
    if (run === undefined) return undefined
    at = Math.min(width, at + run)
    if (at < width || colour === 0) edges.push(at)
    colour = colour === 0 ? 1 : 0
  }
  return edges
}

function rowByAbove(bits: Bits, above: readonly number[], width: number): number[] | undefined {
  const edges: number[] = []
  let at = -1
  let colour: 0 | 1 = 0
  while (at < width) {
    const mode = bits.code(MODE_CODES)
    if (mode === undefined) return undefined
    const first = edgeAbove(above, at, colour, width)
    if (mode === PASS) {
      at = above[first + 1] ?? width
    } else if (mode === HORIZONTAL) {
      const one = runOf(bits, colour)
      const other = runOf(bits, colour === 0 ? 1 : 0)
      if (one === undefined || other === undefined) return undefined
      const middle = Math.min(width, Math.max(0, at) + one)
      at = Math.min(width, middle + other)
      edges.push(middle, at)
    } else {
      const edge = (above[first] ?? width) + mode
      if (edge < Math.max(0, at) || edge > width) return undefined
      edges.push(edge)
      at = edge
      colour = colour === 0 ? 1 : 0
      if (edge === width) break
    }
  }
  return edges
}

/** The first edge of the row above to the right of a place that changes to the other colour, by its number. */
function edgeAbove(above: readonly number[], at: number, colour: 0 | 1, width: number): number {
  let i: number = colour
  while (i < above.length && above[i]! <= at && above[i]! < width) i += 2
  return i
}

/** The length of a run: make-up codes, then a terminating one. */
function runOf(bits: Bits, colour: 0 | 1): number | undefined {
  let length = 0
  for (;;) {
    const code = bits.code(RUNS[colour])
    if (code === undefined) return undefined
    length += code
    if (code < 64) return length
  }
}

class Bits {
  private at = 0
  private readonly bytes: Uint8Array
  private readonly isLowestFirst: boolean

  constructor(bytes: Uint8Array, isLowestFirst: boolean) {
    this.bytes = bytes
    this.isLowestFirst = isLowestFirst
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length * 8
  }

  next(): 0 | 1 {
    const byte = this.bytes[this.at >> 3] ?? 0
    const bit = this.isLowestFirst ? byte >> (this.at & 7) : byte >> (7 - (this.at & 7))
    this.at++
    return (bit & 1) as 0 | 1
  }

  align(): void {
    this.at = (this.at + 7) & ~7
  }

  /** The meaning of the code that comes next; `undefined`, and nothing consumed, where none is known. */
  code(codes: Codes): number | undefined {
    const start = this.at
    let key = 1
    for (let length = 1; length <= LONGEST_CODE && !this.isAtEnd; length++) {
      key = (key << 1) | this.next()
      const meaning = codes.get(key)
      if (meaning !== undefined) return meaning
    }
    this.at = start
    return undefined
  }

  /** Skips a row end (eleven zeros or more, then a one) where one comes next. */
  skipRowEnd(): void {
    const start = this.at
    let zeros = 0
    while (!this.isAtEnd && this.next() === 0) zeros++
    if (zeros < 11) this.at = start
  }

  /** Goes on to the next row end; false where there is none. */
  findRowEnd(): boolean {
    let zeros = 0
    while (!this.isAtEnd) {
      if (this.next() === 0) zeros++
      else if (zeros >= 11) {
        this.at -= 12
        return true
      } else zeros = 0
    }
    return false
  }
}
