import type { GreyImage, InkImage } from './greyImage.ts'

/** Every so many rows say enough of a page. */
const EVERY = 3

/** No grain of the paper is darker than its light by more than so many standard deviations. */
const GRAIN = 3.5
/** The share of a normal spread that lies a standard deviation or more below its middle. */
const ONE_BELOW = 0.159

/**
 * The light that best tells ink from paper: where the two parts of the histogram lie farthest apart (Otsu 1979,
 * "A threshold selection method from gray-level histograms"). Half the light where the page has one light only. On a page
 * with hardly any ink these two parts are the darker and the lighter part of the paper's grain; there it is lowered until
 * it is below the grain.
 */
export function inkThreshold({ width, height, data }: GreyImage): number {
  const counts = new Float64Array(256)
  let pixels = 0
  for (let y = 0; y < height; y += EVERY) {
    for (let i = y * width; i < (y + 1) * width; i++) counts[data[i]!]!++
    pixels += width
  }
  let all = 0
  for (let light = 0; light < 256; light++) all += light * counts[light]!
  let dark = 0
  let darkSum = 0
  let best = 0
  let from = 127
  let to = 127
  for (let light = 0; light < 255; light++) {
    dark += counts[light]!
    darkSum += light * counts[light]!
    const bright = pixels - dark
    if (dark === 0 || bright === 0) continue
    const apart = darkSum / dark - (all - darkSum) / bright
    const between = dark * bright * apart * apart
    if (between > best * (1 + 1e-12)) {
      best = between
      from = light
      to = light
    } else if (between >= best * (1 - 1e-12)) to = light
  }
  // A picture in two lights separates equally well anywhere between them: take the middle.
  return aboveNoGrain(counts, (from + to + 1) >> 1)
}

/** The threshold, lowered step by step until no grain of what it takes for paper would reach below it. */
function aboveNoGrain(counts: Float64Array, threshold: number): number {
  const paper = quantile(counts, threshold, 0.5)
  const deviation = paper - quantile(counts, threshold, ONE_BELOW)
  const lower = Math.ceil(paper - GRAIN * deviation)
  return lower < threshold && lower > 0 ? aboveNoGrain(counts, lower) : threshold
}

/** The light that this share of the pixels from a light on does not surpass. */
function quantile(counts: Float64Array, from: number, share: number): number {
  const wanted = share * counts.subarray(from).reduce((sum, count) => sum + count, 0)
  let below = 0
  for (let light = from; light < 255; light++) {
    below += counts[light]!
    if (below >= wanted) return light
  }
  return 255
}

/** Ink is what is darker than the threshold. */
export function inkOf({ width, height, data }: GreyImage, threshold: number): InkImage {
  const ink = new Uint8Array(data.length)
  for (let i = 0; i < data.length; i++) if (data[i]! < threshold) ink[i] = 1
  return { width, height, data: ink }
}
