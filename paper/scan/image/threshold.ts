import type { GreyImage, InkImage } from './greyImage.ts'

/** Every so many rows say enough of a page. */
const EVERY = 3

/**
 * The light that best tells ink from paper: where the two parts of the histogram lie farthest apart (Otsu 1979,
 * "A threshold selection method from gray-level histograms"). Half the light where the page has one light only.
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
  return (from + to + 1) >> 1
}

/** Ink is what is darker than the threshold. */
export function inkOf({ width, height, data }: GreyImage, threshold: number): InkImage {
  const ink = new Uint8Array(data.length)
  for (let i = 0; i < data.length; i++) if (data[i]! < threshold) ink[i] = 1
  return { width, height, data: ink }
}
