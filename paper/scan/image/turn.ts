import type { GreyImage } from './greyImage.ts'

/** Degrees to turn a picture clockwise. */
export type QuarterTurn = 0 | 90 | 180 | 270

/** The picture turned clockwise, pixel for pixel. */
export function quarterTurned(image: GreyImage, turn: QuarterTurn): GreyImage {
  if (turn === 0) return image
  if (turn === 180) return { ...image, data: image.data.toReversed() }
  const { width, height, data } = image
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    const column = turn === 90 ? height - 1 - y : y
    for (let x = 0; x < width; x++) {
      const row = turn === 90 ? x : width - 1 - x
      turned[row * height + column] = data[y * width + x]!
    }
  }
  return { ...image, width: height, height: width, data: turned }
}

/**
 * The picture turned clockwise about its middle by a few degrees, its size kept; what comes in from outside is white.
 * Each pixel is blended from the four it falls between.
 */
export function turned(image: GreyImage, degrees: number): GreyImage {
  const { width, height, data } = image
  const angle = (degrees * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const middleX = (width - 1) / 2
  const middleY = (height - 1) / 2
  const result = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    let fromX = middleX - middleX * cos + (y - middleY) * sin
    let fromY = middleY + middleX * sin + (y - middleY) * cos
    for (let x = 0, at = y * width; x < width; x++, at++, fromX += cos, fromY -= sin) {
      const left = Math.floor(fromX)
      const top = Math.floor(fromY)
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
        result[at] = 255
        continue
      }
      const i = top * width + left
      const a = data[i]!
      const b = data[i + 1]!
      const c = data[i + width]!
      const d = data[i + width + 1]!
      if (a === b && a === c && a === d) {
        result[at] = a
        continue
      }
      const dx = fromX - left
      const dy = fromY - top
      const upper = a + (b - a) * dx
      result[at] = upper + (c + (d - c) * dx - upper) * dy + 0.5
    }
  }
  return { ...image, data: result }
}
