import type { Ignored, PaperCell } from '../../form/paperForm.ts'
import type { Word } from '../../page/page.ts'
import { type House, type Token, textOf } from './blocks.ts'

/** The words of a page and what became of each: nothing is lost and nothing is used twice. */
export class Claims {
  private readonly used = new Set<Token>()
  private readonly words: Readonly<Record<Ignored['why'], Word[]>> = { form: [], noise: [] }

  isFree(token: Token): boolean {
    return !this.used.has(token)
  }

  free(tokens: readonly Token[]): Token[] {
    return tokens.filter((token) => this.isFree(token))
  }

  /** Words that are print, or that no form says. */
  ignore(why: Ignored['why'], tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (this.used.has(token)) continue
      this.used.add(token)
      this.words[why].push(token.word)
    }
  }

  /** Words that are in a cell or a tick. */
  take(tokens: readonly Token[]): void {
    for (const token of tokens) this.used.add(token)
  }

  /** Words taken for a cell or tick that is not kept. */
  drop(why: Ignored['why'], words: readonly Word[]): void {
    for (const word of words) this.words[why].push(word)
  }

  ignored(): Ignored[] {
    const all = (['form', 'noise'] as const).map((why): Ignored => ({ why, words: this.words[why] }))
    return all.filter(({ words }) => words.length > 0)
  }
}

/** What tells footnote marks from text. */
export interface MarkRules {
  readonly house: House
  /** The marks of the footnotes that the page has. */
  readonly known: ReadonlySet<string>
}

/** A cell of words without marks in them, which are then used; `undefined` where there is none that is free. */
export function claimed(tokens: readonly Token[], claims: Claims): PaperCell | undefined {
  const free = claims.free(tokens)
  claims.take(free)
  return free.length === 0 ? undefined : cellOf(free, free, [])
}

/** A cell with the marks that stand in it; `undefined` for a blank. */
export function markedCell(tokens: readonly Token[], rules: MarkRules): PaperCell | undefined {
  if (tokens.length === 0) return undefined
  const kept: Token[] = []
  const marks: string[] = []
  for (const token of tokens) {
    const raised = token.word.isRaised ? raisedMarks(token.word.text, rules.house) : undefined
    if (raised) marks.push(...raised)
    else kept.push(token)
  }
  if (rules.house !== 'other') return cellOf(tokens, kept, marks)
  const { text, marks: trailing } = trailingMarks(kept, rules.known)
  return cellOf(tokens, text, [...trailing, ...marks])
}

/** A field of an object, where it has a value. */
export function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>
}

/** A cell as it is shown, and the words that it was read from. */
export function cellOf(words: readonly Token[], shown: readonly Token[], marks: readonly string[]): PaperCell {
  const lines = new Map<number, Token[]>()
  for (const token of shown) lines.set(token.line, [...(lines.get(token.line) ?? []), token])
  const texts = [...lines.values()].map(textOf)
  return { text: texts.join(' '), lines: texts.length > 1 ? texts : [], marks, words: words.map(({ word }) => word) }
}

/** The marks in a raised word: `(1)`, `(1)(2)`, `1,2`, `*`; on pages of known style sheets whatever stands in one pair of brackets. */
export function raisedMarks(text: string, house: House): string[] | undefined {
  if (house !== 'other') return [text.replace(/^\((.*)\)$/s, '$1')]
  const marks = text.split(/[(),;\s]+/).filter((mark) => mark !== '')
  const isMark = (mark: string) => /^(?:\d{1,2}|[A-Za-z]|\*+|[†‡§#])$/.test(mark)
  return marks.length > 0 && marks.every(isMark) ? marks : undefined
}

/** Marks of known footnotes at the end of a text that is not raised: `28,000*`, `None (1)(2)`. */
function trailingMarks(tokens: readonly Token[], known: ReadonlySet<string>): { text: Token[]; marks: string[] } {
  const text = [...tokens]
  const marks: string[] = []
  for (let last = text.at(-1); last; last = text.at(-1)) {
    const { head, mark } = lastMark(last.word.text)
    if (mark === undefined || !known.has(mark)) break
    marks.unshift(mark)
    text.pop()
    if (head !== '') text.push({ ...last, word: { ...last.word, text: head } })
  }
  return { text, marks }
}

function lastMark(text: string): { head: string; mark: string | undefined } {
  const found = /^(.*?)(?:[([](\w{1,3}|\*+)[)\]]|(\*+|[†‡]))[,;]?$/s.exec(text)
  return found ? { head: found[1]!, mark: found[2] ?? found[3] } : { head: text, mark: undefined }
}
