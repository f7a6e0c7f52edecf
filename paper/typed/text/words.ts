import type { Word } from '../../page/page.ts'

/**
 * A word of typed text: a box to tick with what stands in it (`[ x ]`, `( )`, `_X_`), a run of underscores, or letters up
 * to the next blank, pipe or run of underscores.
 */
const WORD =
  /\[ {0,4}[^\s[\]|]{0,2} {0,4}\]|\( {0,4}[^\s()|]{0,2} {0,4}\)|\/(?: {1,3}|[ _]?[xX]{1,2}[ _]?)\/|_+[xX]{1,2}_+|_+[xX]{1,2}(?![A-Za-z_])|_*[xX]{1,2}_+|_+|[^\s|_](?:[^\s|]*[^\s|_])?/g

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '',
}

/** The words of one line. A typed letter is what it is: certainty 1. */
export function wordsOf(text: string, page: number, line: number): readonly Word[] {
  const words: Word[] = []
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const plain = found.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity]!)
    if (plain === '') continue
    const place = { page, left: index, top: line, right: index + found.length, bottom: line + 1 }
    words.push({ text: plain, place, certainty: 1 })
  }
  return words
}

/** What names a word of a typed text: no two stand in one place. */
export function placeKey({ place }: Word): string {
  return `${place.page}:${place.top}:${place.left}`
}

/** The same words, less sure. */
export function doubted(words: readonly Word[], certainty: number): readonly Word[] {
  return words.map((word) => (word.certainty <= certainty ? word : { ...word, certainty }))
}

/** The words of a line as one text. */
export function textOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ')
}
