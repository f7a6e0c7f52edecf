/** What a PDF may ask of its reader. Whatever goes beyond is refused by name, see `readPdf`. */
export const PDF_LIMITS = {
  /** Of the file. */
  bytes: 100 * 2 ** 20,
  /** Pages read; the others are left, with a diagnostic. A form with all its continuation pages has far fewer. */
  pages: 500,
  /** Of a page; more is no form but an attack. */
  glyphs: 200_000,
  /** Of a page. */
  rules: 20_000,
  /** Milliseconds for the whole file, and for each page of it on top. */
  time: 20_000,
  timePerPage: 500,
  /** Bytes that reading may take more than the process has when it begins. */
  memory: 1536 * 2 ** 20,
  /** Pixels of a page's image: letter paper at 600 dpi is 34 million. */
  pixels: 40_000_000,
} as const
