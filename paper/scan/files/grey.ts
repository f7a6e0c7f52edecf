/** The light of a colour, as the eye weighs it (ITU-R BT.601), on white where it is transparent; all from 0 to 255. */
export function greyOf(red: number, green: number, blue: number, alpha = 255): number {
  const light = (red * 77 + green * 150 + blue * 29) >> 8
  return alpha === 255 ? light : 255 - Math.round(((255 - light) * alpha) / 255)
}

/** Pixels of four bytes (red, green, blue, opacity) as grey. */
export function greyOfRgba(rgba: Uint8Array, pixels: number): Uint8Array {
  const grey = new Uint8Array(pixels)
  for (let i = 0; i < pixels; i++) grey[i] = greyOf(rgba[4 * i]!, rgba[4 * i + 1]!, rgba[4 * i + 2]!, rgba[4 * i + 3])
  return grey
}
