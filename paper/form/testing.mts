import type { Page, Word } from '../page/page.ts'
import type { PaperForm } from './paperForm.ts'
import { wordsOfFields } from './wordsOfFields.ts'

/** Words of some pages that the one form on them has lost, or has twice: in a field and out of it, or twice out of it. */
export function misplacedWords(
  { ignored, unplaced, ...fields }: PaperForm,
  pages: readonly Pick<Page, 'words'>[],
): string[] {
  const placed = new Set(wordsOfFields(fields))
  const others = new Map<Word, number>()
  for (const word of wordsOfFields([ignored, unplaced])) others.set(word, (others.get(word) ?? 0) + 1)
  return pages.flatMap(({ words }) =>
    words.flatMap((word) => {
      const times = (placed.has(word) ? 1 : 0) + (others.get(word) ?? 0)
      return times === 1 ? [] : [`${word.text}: ${times} times`]
    }),
  )
}
