/** What a PDF may ask of its reader. Whatever goes beyond is refused by name, see `readPdf`. */
export const PDF_LIMITS = {
  /** Of the file. */
  bytes: 100 * 2 ** 20,
  /** Pages read; the others are left, with a diagnostic. A form with all its continuation pages has far fewer. */
  pages: 500,
  /** Of a page; more is no form but an attack. */
  glyphs: 200_000,
  /** Ruled lines of a page, and as many drawings of a tick's size. */
  rules: 20_000,
  /** Pixels of a page's image: letter paper at 600 dpi is 34 million. */
  pixels: 40_000_000,
} as const

/** What reading a PDF may cost. */
export interface PdfCosts {
  /** Milliseconds for the whole file. */
  readonly time: number
  /** Milliseconds for one page of it. */
  readonly timePerPage: number
  /** Bytes that the process may take more than it has when reading begins. */
  readonly memory: number
}

export const PDF_COSTS: PdfCosts = { time: 180_000, timePerPage: 20_000, memory: 1024 * 2 ** 20 }
