/** Offsets into a footnote's text: the words that a reading came from. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * How sure a reading is. `certain`: every word of the phrase has its place in the grammar. `probable`: the same, but
 * something usual was taken for said; the reasons name it. `left`: such a phrase, but not understood in full, so nothing
 * is claimed; the reasons say why.
 */
export type Certainty = 'certain' | 'probable' | 'left'
