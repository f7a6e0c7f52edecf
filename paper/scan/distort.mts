/** Pages as scanners, fax machines and cameras would have them, for the tests. All by seed. */
import type { Random } from '../../tools/testing/random.ts'
import { readPdf, renderPage } from '../pdf/readPdf.ts'
import type { GreyImage } from './image/greyImage.ts'
import { quarterTurned, turned } from './image/turn.ts'

export type Distortion = keyof typeof DISTORTIONS

/** The pages of a PDF as pictures. */
export async function picturesOf(pdf: Uint8Array, dpi: number): Promise<GreyImage[]> {
  const pictures: GreyImage[] = []
  for (const { page } of (await readPdf(pdf)).pages) {
    const { image, diagnostics } = await renderPage(pdf, page.number, dpi)
    if (!image) throw new Error(`page ${page.number} is not drawn: ${diagnostics.map(({ code }) => code).join()}`)
    pictures.push(image)
  }
  return pictures
}

/** A page as it comes out of such a device. */
export function distorted(page: GreyImage, distortion: Distortion, random: Random): GreyImage {
  return DISTORTIONS[distortion](page, random)
}

/** What may happen to a page. */
const DISTORTIONS = {
  none: (page: GreyImage) => page,
  noise: (page: GreyImage, random: Random) => speckled(grained(page, random, 24), random, 0.0015),
  skew: (page: GreyImage, random: Random) => turned(page, (1 + random.next()) * (random.chance(0.5) ? -1 : 1)),
  fax: (page: GreyImage, random: Random) => faxed(page, random),
  photo: (page: GreyImage, random: Random) => shaded(tilted(page, random), random),
  upsideDown: (page: GreyImage) => quarterTurned(page, 180),
  sideways: (page: GreyImage, random: Random) => quarterTurned(page, random.chance(0.5) ? 90 : 270),
} as const

/** Every pixel lighter or darker by chance: the grain of a sensor, with that standard deviation. */
function grained(page: GreyImage, random: Random, deviation: number): GreyImage {
  const data = page.data.map((light) => {
    const four = random.next() + random.next() + random.next() + random.next() - 2
    return Math.max(0, Math.min(255, Math.round(light + four * deviation * Math.sqrt(3))))
  })
  return { ...page, data }
}

/** Dirt: a share of the pixels black, as many white. */
function speckled(page: GreyImage, random: Random, share: number): GreyImage {
  const data = page.data.map((light) => {
    const drawn = random.next()
    return drawn < share ? 0 : drawn > 1 - share ? 255 : light
  })
  return { ...page, data }
}

/** As a fax machine sends it: black and white, the threshold off by chance, the edges frayed, some dirt. */
function faxed(page: GreyImage, random: Random): GreyImage {
  const threshold = 110 + random.next() * 70
  const frayed = grained(page, random, 30)
  const data = frayed.data.map((light) => (light < threshold ? 0 : 255))
  return speckled({ ...page, data }, random, 0.0003)
}

/** Seen from aside: each corner moved inwards by up to four parts of a hundred, two of them by two at least. */
function tilted(page: GreyImage, random: Random): GreyImage {
  const { width, height } = page
  const inwards = () => [random.next() * 0.04, random.next() * 0.04] as const
  const [a, b, c, d] = [
    [0.03, 0.02 + random.next() * 0.02] as const,
    inwards(),
    inwards(),
    [0.02 + random.next() * 0.02, 0] as const,
  ]
  const corners = [
    [a[0], a[1]],
    [1 - b[0], b[1]],
    [1 - c[0], 1 - c[1]],
    [d[0], 1 - d[1]],
  ] as const
  const back = perspective(corners)
  const data = new Uint8Array(page.data.length).fill(120)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = back(x / width, y / height)
      if (u < 0 || v < 0 || u >= 1 || v >= 1) continue
      data[y * width + x] = page.data[Math.floor(v * height) * width + Math.floor(u * width)]!
    }
  }
  return { ...page, data }
}

type Point = readonly [x: number, y: number]

/** The map from a picture in which the corners of the unit square lie so, back to the square (Heckbert 1989). */
function perspective([p0, p1, p2, p3]: readonly [Point, Point, Point, Point]): (x: number, y: number) => Point {
  const [dx1, dy1, dx2, dy2] = [p1[0] - p2[0], p1[1] - p2[1], p3[0] - p2[0], p3[1] - p2[1]]
  const [sx, sy] = [p0[0] - p1[0] + p2[0] - p3[0], p0[1] - p1[1] + p2[1] - p3[1]]
  const area = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / area
  const h = (dx1 * sy - sx * dy1) / area
  const [a, b, c] = [p1[0] - p0[0] + g * p1[0], p3[0] - p0[0] + h * p3[0], p0[0]]
  const [d, e, f] = [p1[1] - p0[1] + g * p1[1], p3[1] - p0[1] + h * p3[1], p0[1]]
  return (x, y) => {
    const w = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d)
    return [
      ((e - f * h) * x + (c * h - b) * y + (b * f - c * e)) / w,
      ((f * g - d) * x + (a - c * g) * y + (c * d - a * f)) / w,
    ]
  }
}

/** A shadow over one side. */
function shaded(page: GreyImage, random: Random): GreyImage {
  const { width, height } = page
  const darkest = 0.45 + 0.2 * random.next()
  const data = page.data.map((light, i) => {
    const across = (i % width) / width
    const down = Math.floor(i / width) / height
    return Math.round(light * (1 - (1 - darkest) * across * (0.5 + 0.5 * down)))
  })
  return { ...page, data }
}
