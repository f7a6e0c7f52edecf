import { NO_SUCH_FOOTNOTE } from '@section16/core/render'
import type { PaperCell, PaperFootnote } from '../../form/paperForm.ts'
import { type House, type Token, textOf } from '../page/blocks.ts'
import { type Claims, cellOf, claimed, raisedMarks } from '../page/claims.ts'
import { isPrint } from '../page/print.ts'
import { isExplanation, titledTable } from '../page/sections.ts'
import { type Row, wordsOf } from './lines.ts'
import { isSignatureLabel } from './signatures.ts'

export interface Explanation {
  readonly footnotes: readonly PaperFootnote[]
  readonly remarks: PaperCell | undefined
}

interface Note {
  readonly mark: string
  readonly words: Token[]
  readonly shown: Token[]
}

/** Print of a line in the explanation must be longer than this not to be the filer's own words. */
const LEAST_PRINT = 25

/**
 * The footnotes and remarks among the rows below the tables, and the footnotes in rows that stand across a table
 * (`across`). Rows whose words are used already are passed over.
 */
export function readExplanation(
  rows: readonly Row[],
  across: readonly Row[],
  house: House,
  claims: Claims,
): Explanation {
  const notes = new Notes(house, claims)
  const remarks: Token[] = []
  let zone: Zone | undefined
  for (const row of rows) {
    const begun = zoneOf(claims.free(wordsOf(row)), claims)
    if (begun) notes.end()
    zone = row.segments.some(isSignatureLabel) ? 'other' : (begun ?? zone)
    if (zone === 'notes') notes.add(row)
    else if (zone === 'remarks') for (const token of remarksIn(row, house, claims)) remarks.push(token)
  }
  notes.end()
  for (const row of across) notes.add(row)
  return { footnotes: notes.all.map((note) => footnote(note, claims)), remarks: claimed(remarks, claims) }
}

/** Gathers footnotes row by row. */
class Notes {
  readonly all: Note[] = []
  private readonly house: House
  private readonly claims: Claims
  private last: Note | undefined
  private paragraph = -1

  constructor(house: House, claims: Claims) {
    this.house = house
    this.claims = claims
  }

  /** The next row begins a note or is none. */
  end(): void {
    this.last = undefined
    this.paragraph = -1
  }

  add(row: Row): void {
    const tokens = this.claims.free(wordsOf(row))
    if (tokens.length === 0 || isFormPrint(tokens, this.claims)) return
    const isNew = this.house === 'other' || row.paragraph !== this.paragraph
    this.paragraph = row.paragraph
    const note = isNew ? noteAt(tokens, this.house) : undefined
    if (note) this.begin(note, row)
    else {
      for (const token of filledIn(tokens, this.house)) {
        this.last?.words.push(token)
        this.last?.shown.push(token)
      }
    }
  }

  /** A mark with nothing but a remark of the page behind it is no footnote of the filer's. */
  private begin(note: Note, row: Row): void {
    const remark = textOf(wordsOf(row).filter(({ isRemark }) => isRemark))
    const isMissing = note.shown.length === 0 && remark.startsWith(NO_SUCH_FOOTNOTE)
    if (isMissing) this.claims.ignore('form', note.words)
    else this.all.push(note)
    this.last = isMissing ? undefined : note
  }
}

const filledIn = (tokens: readonly Token[], house: House) =>
  house === 'other' ? tokens : tokens.filter(({ isValue }) => isValue)

function remarksIn(row: Row, house: House, claims: Claims): readonly Token[] {
  const tokens = claims.free(wordsOf(row))
  return isFormPrint(tokens, claims) ? [] : filledIn(tokens, house)
}

function footnote({ mark, words, shown }: Note, claims: Claims): PaperFootnote {
  claims.take(words)
  return { mark, text: cellOf(words, shown, []) }
}

/** What a title begins. */
type Zone = 'notes' | 'remarks' | 'other'

/** Whether a row begins with a title of these parts, which is claimed; `other`: with that of another part. */
function zoneOf(tokens: readonly Token[], claims: Claims): Zone | undefined {
  const [first] = tokens
  if (!first || first.isValue) return undefined
  const text = textOf(tokens.slice(0, 3))
  if (titledTable(text) !== undefined) return 'other'
  const isRemarks = /^remarks?:$/i.test(first.word.text) || (tokens.length === 1 && /^remarks$/i.test(first.word.text))
  const count = isExplanation(text) ? 3 : isRemarks ? 1 : 0
  if (count === 0) return undefined
  claims.ignore('form', tokens.slice(0, tokens[count]?.word.text === ':' ? count + 1 : count))
  return isRemarks ? 'remarks' : 'notes'
}

/** Notes that every form has, in the middle of the filer's. */
function isFormPrint(tokens: readonly Token[], claims: Claims): boolean {
  if (tokens.some(({ isValue }) => isValue)) return false
  const text = textOf(tokens)
  if (text.length < LEAST_PRINT || !isPrint(text)) return false
  claims.ignore('form', tokens)
  return true
}

/** The footnote that begins with a row; `undefined`: the row goes on with the one before. */
function noteAt(tokens: readonly Token[], house: House): Note | undefined {
  const [first, ...rest] = tokens as [Token, ...Token[]]
  const words = [...tokens]
  if (house !== 'other') {
    const mark = /^(.+)\.$/.exec(first.word.text)?.[1]
    return mark === undefined ? undefined : { mark, words, shown: rest }
  }
  if (first.word.isRaised) {
    const [mark] = raisedMarks(first.word.text, house) ?? []
    return mark === undefined ? undefined : { mark, words, shown: rest }
  }
  const { text } = first.word
  const found =
    /^[([](\d{1,2}|[a-z]{1,2})[)\]][.:]?(.*)$/is.exec(text) ??
    /^(\*+|[†‡])(.*)$/s.exec(text) ??
    /^(\d{1,2}|[a-z])[.)]()$/is.exec(text)
  if (!found) return undefined
  const [, mark, after] = found as unknown as [string, string, string]
  const glued = after === '' ? [] : [{ ...first, word: { ...first.word, text: after } }]
  return { mark, words, shown: [...glued, ...rest] }
}
