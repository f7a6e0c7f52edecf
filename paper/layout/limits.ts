/**
 * What a page may have to be laid out; a form has far less. What goes beyond is left in `unplaced`, or, of lines, not
 * looked at.
 */
export const LAYOUT_LIMITS = {
  /** Of a page. A page with more is left without lines and labels. */
  words: 5000,
  /** Of a page. With more, it is laid out as if none were ruled. */
  rules: 8000,
  /** Labels of a page. */
  anchors: 120,
  /** Parts of a form: tables, explanations, and a part for each person in EDGAR's lists. */
  parts: 300,
  /** Forms in one source. */
  forms: 100,
  /** Places where a table's columns may begin or end. */
  borders: 80,
  /** Words of a table's headings; the longest have some hundred and thirty. */
  headingWords: 500,
} as const
