/** A letter page at 600 dpi has 34 million pixels, at 300 dpi 8 million. */
export const MOST_PIXELS = 64_000_000
/** How many pages of a TIFF are read. */
export const MOST_PAGES = 500

/** Why a file is not read: what the diagnostic says of it. */
export type Refusal =
  | { readonly code: 'P301' }
  | { readonly code: 'P302'; readonly pixels: number }
  | { readonly code: 'P303'; readonly why: string }

export const broken = (why: string): Refusal => ({ code: 'P303', why })

/** The refusal of a picture of that size, where it is none or too large a one. */
export function refusedSize(width: number, height: number): Refusal | undefined {
  if (!(width > 0 && height > 0)) return broken('it has no pixels')
  return width * height > MOST_PIXELS ? { code: 'P302', pixels: width * height } : undefined
}
