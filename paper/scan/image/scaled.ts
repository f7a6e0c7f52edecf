import type { GreyImage } from './greyImage.ts'

/**
 * The picture in another resolution. Larger: blended from the sixteen pixels around (Catmull-Rom), so that strokes stay
 * sharp. Smaller: the average of what falls into a pixel.
 */
export function scaled(image: GreyImage, factor: number): GreyImage {
  if (factor === 1) return image
  const width = Math.max(1, Math.round(image.width * factor))
  const height = Math.max(1, Math.round(image.height * factor))
  const across = weightsOf(image.width, width)
  const down = weightsOf(image.height, height)
  const wide = new Float32Array(width * image.height)
  for (let y = 0; y < image.height; y++) {
    const start = y * image.width
    for (let x = 0; x < width; x++) {
      let light = 0
      for (let k = across.start[x]!, i = across.first[x]!; k < across.start[x + 1]!; k++, i++) {
        light += image.data[start + i]! * across.weight[k]!
      }
      wide[y * width + x] = light
    }
  }
  const data = new Uint8Array(width * height)
  const sums = new Float32Array(width)
  for (let y = 0; y < height; y++) {
    sums.fill(0.5)
    for (let k = down.start[y]!, i = down.first[y]!; k < down.start[y + 1]!; k++, i++) {
      const weight = down.weight[k]!
      const from = i * width
      for (let x = 0; x < width; x++) sums[x]! += wide[from + x]! * weight
    }
    for (let x = 0; x < width; x++) data[y * width + x] = Math.max(0, Math.min(255, sums[x]!))
  }
  return { width, height, data, ...(image.dpi === undefined ? {} : { dpi: image.dpi * factor }) }
}

/** From which pixels each new one is blended: `first` and on, with the weights from `start` to the next one's. */
interface Weights {
  readonly first: Int32Array
  readonly start: Int32Array
  readonly weight: Float32Array
}

function weightsOf(from: number, to: number): Weights {
  const step = from / to
  const reach = Math.max(1, step) * 2
  const first = new Int32Array(to)
  const start = new Int32Array(to + 1)
  const weights: number[] = []
  for (let i = 0; i < to; i++) {
    const middle = (i + 0.5) * step - 0.5
    const low = Math.max(0, Math.ceil(middle - reach))
    const high = Math.min(from - 1, Math.floor(middle + reach))
    const own: number[] = []
    for (let k = low; k <= high; k++) own.push(catmullRom((k - middle) / Math.max(1, step)))
    const sum = own.reduce((a, b) => a + b, 0)
    first[i] = low
    for (const weight of own) weights.push(weight / sum)
    start[i + 1] = weights.length
  }
  return { first, start, weight: Float32Array.from(weights) }
}

/** Keys' cubic with a = -1/2. */
function catmullRom(x: number): number {
  const t = Math.abs(x)
  if (t >= 2) return 0
  return t < 1 ? 1 + t * t * (1.5 * t - 2.5) : 2 - t * (4 - t * (2.5 - 0.5 * t))
}
