import type { PaperCell } from '../form/paperForm.ts'
import type { Word } from '../page/page.ts'

/** A cell of words in reading order; raised figures in brackets are footnote marks. `undefined` for no words. */
export function cellOf(words: readonly Word[], lines: readonly (readonly Word[])[] = [words]): PaperCell | undefined {
  if (words.length === 0) return undefined
  const said = lines.map((line) => textIn(line)).filter((line) => line !== '')
  return {
    text: textIn(words),
    lines: said.length > 1 ? said : [],
    marks: words.filter(isMark).map(({ text }) => text.replace(/[()]/g, '')),
    words,
  }
}

function isMark({ text, isRaised }: Word): boolean {
  return isRaised === true && /^\(?\w{1,2}\)?$/.test(text)
}

function textIn(words: readonly Word[]): string {
  return words
    .filter((word) => !isMark(word))
    .map(({ text }) => text)
    .join(' ')
}

/** Whether a text has the shape of a day, or of a month where old forms ask for one. Only the shape: nothing is read. */
export function hasDateShape(text: string): boolean {
  return (
    /(?<!\w)[\dOlI]{1,2}\s?[/-]\s?[\dOlI]{1,2}\s?[/-]\s?[\dOlI]{2,4}(?!\w)/.test(text) ||
    /(?<!\w)\d{1,2}\s?\/\s?\d{2,4}(?!\w)/.test(text) ||
    /\p{L}{3,9}\.?\s*(?:\d{1,2}\s*,)?\s*\d{4}/u.test(text)
  )
}

/** Whether a text is of the shape of a day and nothing else. */
export function isDateShape(text: string): boolean {
  return /^(?:[\dOlI]{1,2}\s?[/.-]\s?[\dOlI]{1,2}\s?[/.-]\s?[\dOlI]{2,4}|\p{Lu}\p{L}{2,8}\.?\s*\d{1,2}\s*,?\s*\d{4}|\d{4}-\d\d-\d\d)$/u.test(
    text,
  )
}
