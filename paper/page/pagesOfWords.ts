import type { Page, PageUnit, Word } from './page.ts'

/** The pages of a source that has no sizes of its own: each as large as its words, which stay in their order. */
export function pagesOfWords(words: readonly Word[], unit: PageUnit): Page[] {
  const byPage = Map.groupBy(words, ({ place }) => place.page)
  return [...byPage]
    .toSorted(([a], [b]) => a - b)
    .map(([number, own]) => ({
      number,
      width: own.reduce((most, { place }) => Math.max(most, place.right), 0),
      height: own.reduce((most, { place }) => Math.max(most, place.bottom), 0),
      unit,
      words: own,
      rules: [],
    }))
}
