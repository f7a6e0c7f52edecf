import type { Token } from './tokens.ts'

/** Words after which a stop ends no sentence. */
const SHORTENED = new Set('inc mr ms mrs dr corp ltd co no nos st jr sr u s l p n a vs approx sec llc'.split(' '))

/** A sentence: its tokens, the stop at its end left out. */
export interface Sentence {
  readonly tokens: readonly Token[]
  readonly start: number
  readonly end: number
}

/** The sentences of a footnote. A stop before a small letter or after `Inc` and the like ends none. */
export function sentencesOf(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (let i = 0; i <= tokens.length; i++) {
    if (i < tokens.length && !endsSentence(text, tokens, i)) continue
    const own = tokens.slice(from, i).filter(({ text: one }) => one !== '.')
    const [first, last] = [own[0], own.at(-1)]
    if (first && last) sentences.push({ tokens: own, start: first.start, end: last.end })
    from = i + 1
  }
  return sentences
}

function endsSentence(text: string, tokens: readonly Token[], i: number): boolean {
  const stop = tokens[i]!
  if (stop.text !== '.' && stop.text !== '!' && stop.text !== '?') return false
  const [before, after] = [tokens[i - 1], tokens[i + 1]]
  if (!after) return true
  if (after.kind === 'word' && !/[A-Z]/.test(text.charAt(after.start))) return false
  return !(before && before.end === stop.start && SHORTENED.has(before.text))
}
