import { folded, foldedLikeness } from '../labels/likeness.ts'
import type { Word } from '../page/page.ts'
import { heightOf } from './geometry.ts'

/** A phrase to look for, with the name it is found under. */
export interface Phrase<Name extends string> {
  readonly name: Name
  readonly text: string
  /** How alike words have to be; `PHRASE_LIKENESS` where nothing is said. */
  readonly least?: number
}

/** Where a phrase stands in a row of words: from inclusive, to exclusive. */
export interface Found<Name extends string> {
  readonly name: Name
  readonly from: number
  readonly to: number
  readonly likeness: number
}

/** Two words this alike may be one word of a print. */
const WORD_LIKENESS = 0.62
/** Two phrases this alike are one. */
const PHRASE_LIKENESS = 0.78
/** Wider than so many heights is the gap between two columns, not between two words. */
const COLUMN_GAP = 2.2
const SHORTEST_TOKEN = 4

interface Hit<Name extends string> {
  readonly phrase: Phrase<Name>
  /** Which word of the phrase. */
  readonly at: number
}

/**
 * Finds phrases in rows of words, though letters are misread and words cut apart or run together. What each distinct
 * word may belong to is worked out once.
 */
export class PhraseFinder<Name extends string> {
  private readonly tokens: { token: string; hits: Hit<Name>[] }[] = []
  private readonly known = new Map<string, readonly Hit<Name>[]>()

  constructor(phrases: readonly Phrase<Name>[]) {
    const byToken = new Map<string, Hit<Name>[]>()
    for (const phrase of phrases) {
      for (const [at, word] of phrase.text.split(' ').entries()) {
        const token = folded(word)
        const hits = byToken.get(token) ?? []
        hits.push({ phrase, at })
        byToken.set(token, hits)
      }
    }
    for (const [token, hits] of byToken) if (token.length >= SHORTEST_TOKEN) this.tokens.push({ token, hits })
  }

  /** Every phrase that stands somewhere in a row of words, the likest place of each. */
  find(words: readonly Word[]): Found<Name>[] {
    const best = new Map<Name, Found<Name>>()
    const tried = new Set<string>()
    for (const [i, word] of words.entries()) {
      for (const { phrase, at } of this.hitsOf(word)) {
        for (const from of [i - at - 1, i - at, i - at + 1]) {
          const key = `${from} ${phrase.text}`
          if (from < 0 || from > i || tried.has(key) || folded(words[from]!.text) === '') continue
          tried.add(key)
          const found = matchAt(words, from, phrase)
          if (found && found.likeness > (best.get(phrase.name)?.likeness ?? 0)) best.set(phrase.name, found)
        }
      }
    }
    return [...best.values()]
  }

  private hitsOf({ text }: Word): readonly Hit<Name>[] {
    const own = folded(text)
    let hits = this.known.get(own)
    if (!hits) {
      hits = this.tokens
        .filter(({ token }) => own.includes(token) || foldedLikeness(own, token, WORD_LIKENESS) > 0)
        .flatMap((each) => each.hits)
      this.known.set(own, hits)
    }
    return hits
  }
}

/** The run of words from a place on that is likest to a phrase. */
function matchAt<Name extends string>(
  words: readonly Word[],
  from: number,
  { name, text, least = PHRASE_LIKENESS }: Phrase<Name>,
): Found<Name> | undefined {
  const wanted = folded(text)
  let written = ''
  let best: Found<Name> | undefined
  for (let to = from; to < words.length && written.length < wanted.length * 1.3; to++) {
    const word = words[to]!
    if (to > from && isFar(words[to - 1]!, word)) break
    written += folded(word.text)
    if (written.length < wanted.length * 0.7) continue
    const alike = foldedLikeness(written, wanted, least)
    if (alike > (best?.likeness ?? 0)) best = { name, from, to: to + 1, likeness: alike }
  }
  return best
}

/** Whether two words of a line stand in two columns. */
export function isFar(a: Word, b: Word): boolean {
  return b.place.left - a.place.right > COLUMN_GAP * Math.max(heightOf(a.place), heightOf(b.place))
}

/** Whether a word is one of a print's, letters misread allowed. */
export function isAlike(word: string, token: string): boolean {
  const [own, other] = [folded(word), folded(token)]
  if (own === other) return own !== ''
  return Math.min(own.length, other.length) >= 3 && foldedLikeness(own, other, 0.7) > 0
}
