/** A picture in grey: one byte a pixel, row by row from the upper left corner, 0 black to 255 white. */
export interface GreyImage {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
  /** Pixels an inch, where the source says so. */
  readonly dpi?: number
}

/** A picture in ink and paper: 1 where ink is, 0 elsewhere, laid out as a `GreyImage`. */
export interface InkImage {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** A box in pixels: left and top inclusive, right and bottom exclusive. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The smallest box that holds all given; of none, an empty one at the corner. */
export function boxAround(boxes: Iterable<Box>): Box {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = 0
  let bottom = 0
  for (const box of boxes) {
    left = Math.min(left, box.left)
    top = Math.min(top, box.top)
    right = Math.max(right, box.right)
    bottom = Math.max(bottom, box.bottom)
  }
  return right === 0 ? { left: 0, top: 0, right: 0, bottom: 0 } : { left, top, right, bottom }
}

/** White paper. */
export function blank(width: number, height: number): Uint8Array {
  return new Uint8Array(width * height).fill(255)
}
