/** Bounds of what is read of one page. A page beyond one of them is refused as a whole: half a form would mislead. */
export const HTML_LIMITS = {
  /** Characters of the source. The longest page of a filing met so far has 0.4 million. */
  characters: 16_000_000,
  /** Elements open at once. */
  depth: 500,
  /** Cells of all tables together. */
  cells: 200_000,
  /** Columns of a table: what `colspan` may ask for. */
  columns: 400,
  /** Words. */
  words: 400_000,
} as const

/** Which bound a page is beyond. */
export type HtmlLimit = keyof typeof HTML_LIMITS
