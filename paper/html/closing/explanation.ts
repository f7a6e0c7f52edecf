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

/** The footnotes and remarks among the rows below the tables. Rows whose words are used already are passed over. */
export function readExplanation(rows: readonly Row[], house: House, claims: Claims): Explanation {
  const notes: Note[] = []
  const remarks: Token[] = []
  let zone: 'notes' | 'remarks' | undefined
  let last: Note | undefined
  let paragraph = -1
  for (const row of rows) {
    const begun = zoneOf(claims.free(wordsOf(row)), claims)
    if (begun) zone = begun === 'other' ? undefined : begun
    if (row.segments.some(isSignatureLabel)) zone = undefined
    if (begun) last = undefined
    const tokens = claims.free(wordsOf(row))
    if (zone === undefined || tokens.length === 0 || isFormPrint(tokens, claims)) continue
    const filled = house === 'other' ? tokens : tokens.filter(({ isValue }) => isValue)
    if (zone === 'remarks') remarks.push(...filled)
    else {
      const isNew = house === 'other' || row.paragraph !== paragraph
      const note = isNew ? noteAt(tokens, house) : undefined
      const isEmpty = note && note.shown.length === 0 && wordsOf(row).some(({ isRemark }) => isRemark)
      if (isEmpty) claims.ignore('form', tokens)
      else if (note) notes.push(note)
      else last?.words.push(...filled)
      if (!note) last?.shown.push(...filled)
      last = isEmpty ? undefined : (note ?? last)
    }
    paragraph = row.paragraph
  }
  return { footnotes: notes.map((note) => footnote(note, claims)), remarks: claimed(remarks, claims) }
}

function footnote({ mark, words, shown }: Note, claims: Claims): PaperFootnote {
  claims.take(words)
  return { mark, text: cellOf(words, shown, []) }
}

/** Whether a row begins with a title of these parts, which is claimed; `other`: with that of another part. */
function zoneOf(tokens: readonly Token[], claims: Claims): 'notes' | 'remarks' | 'other' | undefined {
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
