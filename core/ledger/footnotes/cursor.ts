import type { Token } from './tokens.ts'

/** A place among the tokens of a sentence. What a reader takes it moves over; what fails leaves it where it was. */
export class Cursor {
  declare readonly tokens: readonly Token[]
  declare readonly end: number
  at: number

  constructor(tokens: readonly Token[], at = 0, end = tokens.length) {
    this.tokens = tokens
    this.at = at
    this.end = end
  }

  get isAtEnd(): boolean {
    return this.at >= this.end
  }

  /** The token here, or so many further; `undefined` beyond the end. */
  peek(further = 0): Token | undefined {
    const at = this.at + further
    return at < this.end ? this.tokens[at] : undefined
  }

  /** The text of the token here, '' beyond the end. */
  get text(): string {
    return this.peek()?.text ?? ''
  }

  /** Takes a token of this kind. */
  kind<K extends Token['kind']>(kind: K): Extract<Token, { kind: K }> | undefined {
    const token = this.peek()
    if (token?.kind !== kind) return undefined
    this.at++
    return token as Extract<Token, { kind: K }>
  }

  /** Takes one of these words or marks; `which` has them with blanks between, several words joined by `_`. */
  word(which: string): string | undefined {
    for (const one of alternatives(which)) {
      if (!one.every((text, i) => this.peek(i)?.text === text)) continue
      this.at += one.length
      return one.join(' ')
    }
    return undefined
  }

  /** Takes as many of these as stand here, in any order; whether there was one. */
  words(which: string): boolean {
    const before = this.at
    while (this.word(which) !== undefined);
    return this.at > before
  }

  /** The words from here on, for numbers in words. */
  following(count: number): string[] {
    return this.tokens.slice(this.at, Math.min(this.at + count, this.end)).map(({ text }) => text)
  }

  /** What `read` makes of the tokens here; where it makes nothing, nothing is taken. */
  try<T>(read: (cursor: Cursor) => T | undefined): T | undefined {
    const before = this.at
    const value = read(this)
    if (value === undefined) this.at = before
    return value
  }

  /** The first of these that makes something. */
  first<T>(...readers: readonly ((cursor: Cursor) => T | undefined)[]): T | undefined {
    for (const read of readers) {
      const value = this.try(read)
      if (value !== undefined) return value
    }
    return undefined
  }
}

const known = new Map<string, string[][]>()

/** The alternatives that a list in one string means, the longest first. */
function alternatives(which: string): string[][] {
  let list = known.get(which)
  if (!list) {
    list = which.split(' ').map((one) => one.split('_'))
    list.sort((a, b) => b.length - a.length)
    known.set(which, list)
  }
  return list
}
