import { RELATIONSHIPS, type TickName } from '../../form/paperForm.ts'
import { type BoxName, boxLabels } from '../../labels/boxLabels.ts'
import { folded, likeness } from '../../labels/likeness.ts'
import { tickLabels } from '../../labels/tickLabels.ts'
import { firstSentence, PLAIN, textsOf, type Wording, withoutHint } from '../../labels/wording.ts'
import { type Token, textOf } from '../page/blocks.ts'

/** What a printed label begins. */
export type LabelName = BoxName | TickName

export interface Label {
  readonly name: LabelName
  readonly text: string
  /** Its letters, folded, and those of its first word. */
  readonly letters: string
  readonly first: string
  /** Stands only in this box: a short word that means something else elsewhere. */
  readonly within?: 'relationship'
}

const RELATIONSHIP: ReadonlySet<LabelName> = new Set(RELATIONSHIPS)

/** The labels that may stand by themselves; what stands in brackets behind them is left out. */
function labelsOf([name, wordings]: [LabelName, readonly Wording[]]): Label[] {
  const texts = textsOf(wordings, PLAIN).flatMap((text) => [firstSentence(text), withoutHint(text)])
  return [...new Set(texts)].map((text) => {
    const [first = ''] = text.split(' ', 1)
    const within = RELATIONSHIP.has(name) ? { within: 'relationship' as const } : {}
    return { name, text, letters: folded(text), first: folded(first), ...within }
  })
}

/** `No securities are beneficially owned.` is no label: it says all, wherever it stands. */
const { noSecuritiesOwned: _, ...boxesToTick } = tickLabels

const LABELS: readonly Label[] = (
  Object.entries({ ...boxLabels, ...boxesToTick }) as [LabelName, readonly Wording[]][]
).flatMap(labelsOf)

/** How alike a text and a label must be. */
const ALIKE = 0.86
/** The letters of a text that can be so like a label, for each of the label's. */
const LEAST_LETTERS = ALIKE
const MOST_LETTERS = 1 / ALIKE
const LONGEST = Math.max(...LABELS.map(({ letters }) => letters.length)) * MOST_LETTERS

/** A label found in a line: its words end before `end`. */
export interface FoundLabel {
  readonly label: Label
  readonly end: number
}

/** The longest label that begins at a word; bracketed hints behind it are part of it. */
export function labelAt(
  tokens: readonly Token[],
  start: number,
  within: LabelName | undefined,
): FoundLabel | undefined {
  const first = tokens[start]
  if (!first || first.isValue || first.tick || folded(first.word.text) === '') return undefined
  const words = wordsFrom(tokens, start)
  const all = candidates(first.word.text).filter(({ within: box }) => box === undefined || box === within)
  const found = longest(all, words, exactEnd) ?? longest(all, words, likeEnd)
  return found && { label: found.label, end: skipHints(tokens, start + found.end) }
}

/** The folded letters of printed words, as many as a label can have. */
function wordsFrom(tokens: readonly Token[], start: number): string[] {
  const words: string[] = []
  for (let i = start, letters = 0; i < tokens.length && letters < LONGEST; i++) {
    const { word, isValue, tick } = tokens[i]!
    if (isValue || tick) break
    words.push(folded(word.text))
    letters += words.at(-1)!.length
  }
  return words
}

function longest(
  labels: readonly Label[],
  words: readonly string[],
  endOf: (label: Label, words: readonly string[]) => number | undefined,
): FoundLabel | undefined {
  let best: FoundLabel | undefined
  for (const label of labels) {
    const end = endOf(label, words)
    if (end !== undefined && (!best || label.letters.length > best.label.letters.length)) best = { label, end }
  }
  return best
}

const byFirstWord = new Map<string, readonly Label[]>()

/** Labels whose first word is like a word. */
function candidates(word: string): readonly Label[] {
  const key = folded(word)
  const known = byFirstWord.get(key)
  if (known) return known
  const found = LABELS.filter(({ first }) => {
    const isPart = Math.min(first.length, key.length) >= 3 && (first.startsWith(key) || key.startsWith(first))
    return isPart || likeness(first, key) >= 0.7
  })
  // The words of hostile pages are many.
  if (byFirstWord.size < 10_000) byFirstWord.set(key, found)
  return found
}

/** How many words are exactly a label. */
function exactEnd({ letters }: Label, words: readonly string[]): number | undefined {
  let at = 0
  for (const [i, word] of words.entries()) {
    if (at === letters.length) return i
    if (!letters.startsWith(word, at)) return undefined
    at += word.length
  }
  return at === letters.length ? words.length : undefined
}

/** How many words are most like a label. */
function likeEnd({ letters }: Label, words: readonly string[]): number | undefined {
  let best: { end: number; alike: number } | undefined
  let text = ''
  for (const [i, word] of words.entries()) {
    text += word
    if (text.length > letters.length * MOST_LETTERS) break
    if (text.length < letters.length * LEAST_LETTERS) continue
    const alike = likeness(text, letters)
    if (alike >= ALIKE && (!best || alike > best.alike)) best = { end: i + 1, alike }
  }
  return best?.end
}

const LONGEST_HINT = 80
const HINT =
  /^(?:instr(?:uction)?s?[.,\s\d]*(?:and|&|,|\d|\s)*|month|month ?\/ ?(?:day ?\/ ?)?year|voluntary|check (?:all applicable|all that apply|applicable (?:line|box))|(?:give|specify)(?: title| other)?(?: below)?|specify|last|first|middle|street|city|state|zip(?: code)?|country|print or type responses?|continued)$/i

/** Behind a label or by themselves: `*`, `:` and hints in brackets. */
export function skipHints(tokens: readonly Token[], start: number): number {
  let at = start
  while (at < tokens.length) {
    const token = tokens[at]!
    if (token.isValue || token.tick) break
    if (/^[*:.,]+$/.test(token.word.text)) {
      at++
      continue
    }
    const end = endOfHint(tokens, at)
    if (end === undefined) break
    at = end
  }
  return at
}

/** The end of a bracketed hint that begins at a word. */
export function endOfHint(tokens: readonly Token[], start: number): number | undefined {
  if (!tokens[start]?.word.text.startsWith('(')) return undefined
  for (let end = start + 1; end <= tokens.length && end - start <= 12; end++) {
    if (tokens[end - 1]!.isValue) return undefined
    const text = textOf(tokens.slice(start, end))
    if (text.length > LONGEST_HINT) return undefined
    if (!/\)[:*.,]*$/.test(text)) continue
    const hints = text
      .replace(/[:*.,]+$/, '')
      .split(/[()]+/)
      .map((part) => part.trim())
      .filter(Boolean)
    return hints.length > 0 && hints.every((hint) => HINT.test(hint)) ? end : undefined
  }
  return undefined
}

/** The number of a box or column alone: `1.`, `2A.`, `10`. */
export const isBoxNumber = ({ word, isValue }: Token) => !isValue && /^\(?1?\d[A-Ea-e]?[.):]+$/.test(word.text)
