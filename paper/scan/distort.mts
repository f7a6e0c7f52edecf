/** Pages as scanners, fax machines and cameras would have them, for the tests. All by seed. */
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { GreyImage } from './image/greyImage.ts'
import { scaled } from './image/scaled.ts'
import { quarterTurned, turned } from './image/turn.ts'

export type Distortion = keyof typeof DISTORTIONS

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export type Chance = () => number

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

let library: ReturnType<typeof PDFiumLibrary.init> | undefined

/** The pages of a PDF as pictures. */
export async function picturesOf(pdf: Uint8Array, dpi: number): Promise<GreyImage[]> {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(pdf)
  try {
    const pictures: GreyImage[] = []
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale: dpi / 72, colorSpace: 'Gray', render: 'bitmap' })
      pictures.push({ width, height, data: data.slice(), dpi })
    }
    return pictures
  } finally {
    document.destroy()
  }
}

/** What may happen to a page. */
export const DISTORTIONS = {
  none: (page: GreyImage) => page,
  noise: (page: GreyImage, chance: Chance) => speckled(grained(page, chance, 24), chance, 0.0015),
  skew: (page: GreyImage, chance: Chance) => turned(page, (1 + chance()) * (chance() < 0.5 ? -1 : 1)),
  fax: (page: GreyImage, chance: Chance) => faxed(page, chance),
  photo: (page: GreyImage, chance: Chance) => shaded(tilted(page, chance), chance),
  upsideDown: (page: GreyImage) => quarterTurned(page, 180),
  sideways: (page: GreyImage, chance: Chance) => quarterTurned(page, chance() < 0.5 ? 90 : 270),
} as const

/** Every pixel lighter or darker by chance: the grain of a sensor, with that standard deviation. */
function grained(page: GreyImage, chance: Chance, deviation: number): GreyImage {
  const data = page.data.map((light) => {
    const four = chance() + chance() + chance() + chance() - 2
    return Math.max(0, Math.min(255, Math.round(light + four * deviation * Math.sqrt(3))))
  })
  return { ...page, data }
}

/** Dirt: a share of the pixels black, as many white. */
function speckled(page: GreyImage, chance: Chance, share: number): GreyImage {
  const data = page.data.map((light) => {
    const drawn = chance()
    return drawn < share ? 0 : drawn > 1 - share ? 255 : light
  })
  return { ...page, data }
}

/** As a fax machine sends it: black and white, the threshold off by chance, the edges frayed, some dirt. */
function faxed(page: GreyImage, chance: Chance): GreyImage {
  const threshold = 110 + chance() * 70
  const frayed = grained(page, chance, 30)
  const data = frayed.data.map((light) => (light < threshold ? 0 : 255))
  return speckled({ ...page, data }, chance, 0.0003)
}

/** Seen from aside: the far edge shorter than the near one by two to five parts of a hundred. */
function tilted(page: GreyImage, chance: Chance): GreyImage {
  const { width, height } = page
  const shorter = 0.02 + chance() * 0.03
  const data = new Uint8Array(page.data.length).fill(255)
  for (let y = 0; y < height; y++) {
    const scale = 1 + (shorter * (height - y)) / height
    const row = Math.round(y + (shorter * y * (height - y)) / height)
    for (let x = 0; x < width; x++) {
      const column = Math.round((x - width / 2) * scale + width / 2 + 0.01 * (y - height / 2))
      if (column >= 0 && column < width && row < height) data[y * width + x] = page.data[row * width + column]!
    }
  }
  return { ...page, data }
}

/** A shadow over one side. */
function shaded(page: GreyImage, chance: Chance): GreyImage {
  const { width, height } = page
  const darkest = 0.45 + 0.2 * chance()
  const data = page.data.map((light, i) => {
    const across = (i % width) / width
    const down = Math.floor(i / width) / height
    return Math.round(light * (1 - (1 - darkest) * across * (0.5 + 0.5 * down)))
  })
  return { ...page, data }
}

/** A page at another resolution, as a scanner set to it would give it. */
export const atResolution = (page: GreyImage, dpi: number): GreyImage => scaled(page, dpi / (page.dpi ?? dpi))
