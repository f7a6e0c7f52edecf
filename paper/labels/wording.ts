/**
 * Where something is worded so. What a reader accepts is a choice among these: a short form that is plain behind a
 * number misleads where words stand alone.
 *
 * - `sheet`: EDGAR's style sheets of 2003 to 2026, which core states, and our pages, which print the same.
 * - `print`: the SEC's printed forms of 1991 to 2003 and their reprints (section16-rules.md sections 7.1 and 7.7).
 * - `filer`: those who typed or set a form themselves, 1996 to 2003.
 * - `short`: as little of it as they leave in a list or a narrow column; its place says the rest.
 */
export type Whose = 'sheet' | 'print' | 'filer' | 'short'

/** One of the ways in which a form words what it asks for; with the hint in brackets that it gives, if any. */
export interface Wording {
  readonly text: string
  readonly whose: Whose
}

/** What nobody but a print says: those read scans and drawn pages. */
export const PRINTED: readonly Whose[] = ['sheet', 'print']
/** What may stand by itself, whoever set the page. */
export const PLAIN: readonly Whose[] = [...PRINTED, 'filer']
/** All that is known. */
export const ALL: readonly Whose[] = [...PLAIN, 'short']

export const worded = (whose: Whose, ...texts: readonly string[]): Wording[] => texts.map((text) => ({ text, whose }))

/** The texts of those whose wordings count, each once. */
export function textsOf(wordings: readonly Wording[], whose: readonly Whose[]): string[] {
  return [...new Set(wordings.filter((wording) => whose.includes(wording.whose)).map(({ text }) => text))]
}

/** A hint at the end: `(Month/Day/Year)`, `(give title below)`, a star; not the `(s)` of `Person(s)`. */
const HINT = /(?: \([^()]*(?:\([^()]*\))?[^()]*\)|\*)$/

/** A wording without the hints at its end. */
export function withoutHint(text: string): string {
  const shorter = text.replace(HINT, '')
  return shorter === text || shorter === '' ? text : withoutHint(shorter)
}

/** A wording without the hint how to write a day; other brackets may be the heading itself, as in `(A) or (D)`. */
export const withoutDay = (text: string): string => text.replace(/ \(Month\/Day\/Year\)$/, '')

/** The first sentence of a wording, without its point; `I.R.S.` ends none. */
export const firstSentence = (text: string): string => text.split(/(?<=[a-z\d)]{2})\.(?: |$)/)[0]!
