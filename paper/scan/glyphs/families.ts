import type { GreyImage } from '../image/greyImage.ts'
import { type Form, formOf } from './form.ts'
import { apart, type Patch, patchOf } from './patch.ts'

/** Glyphs that look the same. */
export interface Family {
  readonly id: number
  /** The look of the first of them. */
  readonly patch: Patch
  readonly form: Form
  /** How far the centre of ink is below the line it stands on, in pixels; negative above it. */
  readonly below: number
  /** The height of its ink as a share of that of the tall letters of its line; not a number in a raised mark. */
  readonly tall: number
}

/** How a glyph stands in its line. */
export interface Stands {
  /** How far the top of its picture is below the row it stands on; negative above it. */
  readonly top: number
  /** The height of the tall letters of its line; not a number where that is not known. */
  readonly lineHeight: number
}

/**
 * Glyphs are alike that are less than this far apart. At 300 dpi one letter, printed twice, comes to 0.000 to 0.002, an
 * `I` and an `l` of a typeface without serifs to 0.010, any other two letters to 0.028 and more.
 */
const LIKE = 0.006
/** A high glyph may stand differently in two lines, since few letters do not say well where their line stands. */
const HIGH = 15
const SHIFT_OF_HIGH = 8
const SHIFT_OF_LOW = 2
/** No forms have more kinds of glyphs; each further one is a family of its own and compared with none. */
const MOST_FAMILIES = 6000

/**
 * Puts glyphs that look the same into families, as they come. It knows no letters: whether two 3s are alike is asked of
 * their ink alone, so that what it says is independent of what any reader takes them for.
 */
export class Families {
  readonly all: Family[] = []
  private readonly bySize = new Map<number, Family[]>()

  private readonly byPixels = new Map<string, Family>()

  /** The family of the glyph that a picture shows on white, with a margin of three pixels. */
  of(picture: GreyImage, stands: Stands): Family {
    // Most glyphs of a clean scan are the same as another one, pixel for pixel.
    const pixels = `${picture.width} ${stands.top} ${Buffer.from(picture.data).toString('latin1')}`
    const same = this.byPixels.get(pixels)
    if (same) return same
    const patch = patchOf(picture)
    const family = this.nearestOrNew(patch, patch.y + stands.top, stands.lineHeight)
    this.byPixels.set(pixels, family)
    return family
  }

  private nearestOrNew(patch: Patch, below: number, lineHeight: number): Family {
    let best: Family | undefined
    let least = LIKE
    const inkHeight = patch.height - 7
    const shift = inkHeight >= HIGH ? SHIFT_OF_HIGH : SHIFT_OF_LOW
    for (const width of [patch.width - 2, patch.width, patch.width + 2]) {
      for (const height of [patch.height - 2, patch.height, patch.height + 2]) {
        for (const family of this.bySize.get(width * 1024 + height) ?? []) {
          if (Math.abs(family.below - below) > shift) continue
          const distance = apart(patch, family.patch, least)
          if (distance >= least) continue
          best = family
          least = distance
        }
      }
    }
    return best ?? this.begun({ id: this.all.length, patch, form: formOf(patch), below, tall: inkHeight / lineHeight })
  }

  private begun(family: Family): Family {
    this.all.push(family)
    if (this.all.length > MOST_FAMILIES) return family
    const size = family.patch.width * 1024 + family.patch.height
    const others = this.bySize.get(size)
    if (others) others.push(family)
    else this.bySize.set(size, [family])
    return family
  }
}
