import type { GreyImage } from './greyImage.ts'

/** Side of the squares whose paper is measured, in pixels at any resolution: larger than a letter's stroke is thick. */
const SQUARE = 64
/** Paper as light as this is left as it is. */
const WHITE = 254
/** Paper darker than this is taken for a black area, not for paper in shadow. */
const DARKEST_PAPER = 90

/**
 * The picture with its paper white everywhere: shadows, yellowed paper and tinted table heads become 255, ink keeps its
 * share of the light. What is paper is measured in squares (their brightest tenth) and blended between their centres.
 */
export function evenLight(image: GreyImage): GreyImage {
  const { width, height, data } = image
  const columns = Math.ceil(width / SQUARE)
  const rows = Math.ceil(height / SQUARE)
  const paper = paperOfSquares(image, columns, rows)
  if (paper.every((light) => light >= WHITE)) return image
  const even = new Uint8Array(data.length)
  const line = new Float32Array(columns)
  const gains = new Float32Array(width)
  for (let y = 0; y < height; y++) {
    blendRows(paper, columns, rows, y, line)
    const start = y * width
    if (line.every((light) => light >= WHITE)) {
      even.set(data.subarray(start, start + width), start)
      continue
    }
    blendColumns(line, gains)
    for (let x = 0; x < width; x++) {
      const light = data[start + x]! * gains[x]! + 0.5
      even[start + x] = Math.min(light, 255)
    }
  }
  return { ...image, data: even }
}

/** The light of the paper in each square. A black area takes the paper of the square before it. */
function paperOfSquares({ width, height, data }: GreyImage, columns: number, rows: number): Uint8Array {
  const paper = new Uint8Array(columns * rows)
  const counts = new Uint32Array(256)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts.fill(0)
      const right = Math.min(width, (column + 1) * SQUARE)
      const bottom = Math.min(height, (row + 1) * SQUARE)
      let seen = 0
      // Every other pixel says enough.
      for (let y = row * SQUARE; y < bottom; y += 2) {
        for (let i = y * width + column * SQUARE; i < y * width + right; i += 2) {
          counts[data[i]!]!++
          seen++
        }
      }
      const light = brightestTenth(counts, seen)
      const before = column > 0 ? paper[row * columns + column - 1]! : row > 0 ? paper[(row - 1) * columns]! : 255
      paper[row * columns + column] = light < DARKEST_PAPER ? before : light
    }
  }
  return paper
}

function brightestTenth(counts: Uint32Array, seen: number): number {
  let above = 0
  for (let light = 255; light > 0; light--) {
    above += counts[light]!
    if (above * 10 >= seen) return light
  }
  return 0
}

function blendRows(paper: Uint8Array, columns: number, rows: number, y: number, line: Float32Array): void {
  const at = Math.max(0, Math.min(rows - 1, (y + 0.5) / SQUARE - 0.5))
  const upper = Math.floor(at)
  const lower = Math.min(rows - 1, upper + 1)
  const share = at - upper
  for (let column = 0; column < columns; column++) {
    line[column] = paper[upper * columns + column]! * (1 - share) + paper[lower * columns + column]! * share
  }
}

function blendColumns(line: Float32Array, gains: Float32Array): void {
  const last = line.length - 1
  for (let x = 0; x < gains.length; x++) {
    const at = Math.max(0, Math.min(last, (x + 0.5) / SQUARE - 0.5))
    const left = at | 0
    const right = left < last ? left + 1 : last
    const share = at - left
    gains[x] = 255 / (line[left]! * (1 - share) + line[right]! * share)
  }
}
