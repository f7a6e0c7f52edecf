/** Rougher pages to lay out. */
import { Random } from '../../tools/testing/random.ts'
import type { Page, Place, Word } from '../page/page.ts'

/** What a scanner and its reader do to a page. */
export interface Roughness {
  /** Degrees. */
  readonly skew?: number
  /** Pixels by which a word's edges are off. */
  readonly jitter?: number
  /** The share of letters misread. */
  readonly misread?: number
  /** The share of ruled lines not seen. */
  readonly unseen?: number
}

const SCALE = 300 / 72

/** A page as if scanned at 300 dpi and read by OCR; the same for the same seed. */
export function roughened(
  page: Page,
  { skew = 0, jitter = 0, misread = 0, unseen = 0 }: Roughness,
  seed: number,
): Page {
  const random = new Random(seed)
  const slope = Math.tan((skew * Math.PI) / 180)
  const off = () => (random.next() - 0.5) * jitter
  const moved = (place: Place): Place => {
    const [left, right] = [place.left * SCALE, place.right * SCALE]
    const down = slope * ((left + right) / 2)
    return {
      page: place.page,
      left: left + off(),
      right: right + off(),
      top: place.top * SCALE + down + off(),
      bottom: place.bottom * SCALE + down + off(),
    }
  }
  const letter = (each: string) => (random.chance(misread) ? random.pick(LETTERS) : each)
  const words = page.words.map(
    ({ text, place }): Word => ({
      text: text.replace(/[a-zA-Z]/g, letter),
      place: moved(place),
      certainty: 0.9,
    }),
  )
  const rules = page.rules.filter(() => !random.chance(unseen)).map(moved)
  return { ...page, unit: 'pixel', width: page.width * SCALE, height: page.height * SCALE, words, rules }
}

const LETTERS = 'ecliomnrtu'.split('')
