import type { ColumnKey } from '@section16/core/facts'
import type { Word } from '../../page/page.ts'
import { textOf } from '../text/words.ts'
import { fit } from './shapes.ts'

/** Words of a column that holds several answers, by answer; `undefined` where they do not fall apart plainly. */
export type Split = Partial<Record<ColumnKey, readonly Word[]>>

/**
 * Parts words into runs that have the shapes of the keys in order. Only one way may do, or none is taken; a
 * text that is not all of them is the one key's whose shape it has: `S V`,
 * `5,000 A $24.50`, `Common Stock 12,000`, `12/1/98 - 12/1/08`.
 */
export function split(keys: readonly ColumnKey[], words: readonly Word[]): Split | undefined {
  const own = cutGlued(words).filter((word) => !/^(?:-+|\/|to)$/i.test(word.text))
  if (own.length === 0 || own.length > 30) return undefined
  const ways = cutsOf(own.length, keys.length).filter((cuts) =>
    keys.every((key, i) => fits(key, textOf(own.slice(cuts[i], cuts[i + 1])))),
  )
  const alone = keys.filter((key) => fit(key, textOf(own)) === 1)
  if (ways.length === 0 && alone.length === 1) return { [alone[0]!]: own }
  if (ways.length !== 1) return undefined
  return Object.fromEntries(keys.map((key, i) => [key, own.slice(ways[0]![i], ways[0]![i + 1])]))
}

/** The keys that a text falls apart into; none where it does not plainly. */
export function splitKeys(keys: readonly ColumnKey[], text: string): readonly ColumnKey[] {
  const place = { page: 1, left: 0, top: 1, right: 1, bottom: 2 }
  const words = text.split(' ').map((word) => ({ text: word, place, certainty: 1 }))
  return Object.keys(split(keys, words) ?? {}) as ColumnKey[]
}

/** `Current` may be when a right can be exercised; its end is a date. */
function fits(key: ColumnKey, text: string): boolean {
  return key === 'exerciseDate' ? fit(key, text) >= 0 && !/^\W*\w?\W*$/.test(text) : fit(key, text) === 1
}

/** All ways to cut `count` words into `parts` runs of at least one: at most 435, for 30 words and 3 parts. */
function cutsOf(count: number, parts: number): number[][] {
  if (parts === 1) return [[0, count]]
  return Array.from({ length: count - 1 }, (_, i) => i + 1).flatMap((cut) =>
    cutsOf(cut, parts - 1).map((cuts) => [...cuts, count]),
  )
}

/** `5,000(A)` as `5,000` and `(A)`. */
function cutGlued(words: readonly Word[]): readonly Word[] {
  return words.flatMap((word) => {
    const glued = /^([\d,.]+)(\([AD]\))$/i.exec(word.text)
    if (!glued) return [word]
    const at = word.place.left + glued[1]!.length
    return [
      { ...word, text: glued[1]!, place: { ...word.place, right: at } },
      { ...word, text: glued[2]!, place: { ...word.place, left: at } },
    ]
  })
}
