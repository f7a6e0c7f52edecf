/**
 * Where something stands: a box on a page, left and top inclusive, right and bottom exclusive, in the page's unit, from
 * the upper left corner.
 */
export interface Place {
  /** From 1. */
  readonly page: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A word of a page, as its reader sees it. */
export interface Word {
  readonly text: string
  readonly place: Place
  /** From 0 to 1: how sure the reader is of the letters. 1 where the source says them itself (text, HTML, PDF text). */
  readonly certainty: number
  /** Other readings, likeliest first. Only OCR has them. */
  readonly alternatives?: readonly string[]
  /** Raised and smaller than its neighbours, as footnote marks are. */
  readonly isRaised?: boolean
  /** In bold letters. Not said where the source does not say it. */
  readonly isBold?: boolean
  /**
   * Nothing blank follows at the end of its line: the line ends by itself, or the word was cut because the line was full.
   * Said only at the end of a line, in a source that writes blanks there.
   */
  readonly isUnspaced?: boolean
}

/**
 * - `character`: typed text; a place counts columns and lines.
 * - `point`: PDF text, 1/72 inch.
 * - `pixel`: an image.
 * - `cell`: HTML and Markdown, which say no sizes; a place counts columns and rows of their table.
 */
export type PageUnit = 'character' | 'point' | 'pixel' | 'cell'

/** A ruled line of a page, as a thin box. */
export type Rule = Place

/** One page with its words in reading order, as far as the source says one. */
export interface Page {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly unit: PageUnit
  readonly words: readonly Word[]
  /** Ruled lines, where the source shows them. */
  readonly rules: readonly Rule[]
  /**
   * What is drawn, and no text, of the size of a tick: `\u2612` for two strokes that cross, `[?]` for anything else. None
   * of it is among `words`, as it says something in a box to tick only. Not said where a reader sees boxes as words.
   */
  readonly drawn?: readonly Word[]
}
