import type { Word } from '../page/page.ts'

/** The words of all cells and ticks in a form or a part of one, however deep; nothing where there are none. */
export function wordsOfFields(value: unknown): readonly Word[] {
  if (Array.isArray(value)) return value.flatMap(wordsOfFields)
  if (typeof value !== 'object' || value === null) return []
  if ('words' in value) return value.words as readonly Word[]
  return Object.values(value).flatMap(wordsOfFields)
}
