import { Footnote, type FootnoteId, Footnotes } from '@section16/core/model'
import type { PaperCell, PaperFootnote } from '../form/paperForm.ts'
import type { Draft } from './draft.ts'
import { originOfCell } from './evidence.ts'
import { plainly } from './reading.ts'

/** What marks become: `1` is F1 as EDGAR prints it; `a` and `*` take the numbers that are left, in order. */
export class FootnoteMarks {
  private readonly ids = new Map<string, FootnoteId>()
  private readonly onPaper: ReadonlySet<string>
  private next = 1

  constructor(footnotes: readonly PaperFootnote[]) {
    const marks = footnotes.map(({ mark }) => markOf(mark))
    this.onPaper = new Set(marks)
    for (const mark of marks) if (isNumber(mark)) this.ids.set(mark, `F${Number(mark)}`)
    for (const mark of marks) this.idOf(mark)
  }

  /** Whether a text of this mark stands on the paper. */
  has(mark: string): boolean {
    return this.onPaper.has(markOf(mark))
  }

  idOf(mark: string): FootnoteId {
    const key = markOf(mark)
    const known = this.ids.get(key)
    if (known) return known
    const id = isNumber(key) ? `F${Number(key)}` : this.free()
    this.ids.set(key, id)
    return id
  }

  /** For the second text under one mark. */
  free(): FootnoteId {
    const taken = new Set(this.ids.values())
    while (taken.has(`F${this.next}`)) this.next++
    return `F${this.next++}`
  }
}

function markOf(mark: string): string {
  return mark.replace(/[()[\].\s]/g, '').toLowerCase()
}

/** EDGAR knows F1 to F99. */
function isNumber(mark: string): boolean {
  return /^[1-9]\d?$/.test(mark)
}

/** A cell without the footnote marks at its end: those its reader was sure of, and those its text ends in. */
export interface Unmarked {
  readonly text: string
  readonly marks: readonly string[]
  /** Whether a mark was cut off the text. */
  readonly isCut: boolean
}

/** What may be a mark at the end of a text: `(1)`, `[a]`, `{2}`, `(*)`, and `/1/` behind a blank. */
const MARKED = /^(.*?)((?:\s*(?:[([{](?:\d{1,2}|[a-z*†‡]{1,2})[)\]}]|(?:^|(?<=\s))\/\d{1,2}\/),?)+)$/s

/**
 * `05/07/2004 (1)` and `10,000(2)(3)`: figures or a letter in brackets behind a value point to footnotes. Alone, such
 * brackets are a mark only where the footnote is on the paper: `(1,000)` and `(D)` are none.
 */
export function unmarked({ text, marks }: PaperCell, known: FootnoteMarks): Unmarked {
  const found = MARKED.exec(text)
  if (!found) return { text, marks, isCut: false }
  const [, rest = '', tail = ''] = found
  const cut = [...tail.matchAll(/[([{/](.+?)[)\]}/]/g)].map(([, mark]) => mark!)
  const isMark = cut.every((mark) => known.has(mark)) || (rest.trim() !== '' && /\d/.test(tail))
  return isMark ? { text: rest.trim(), marks: [...marks, ...cut], isCut: true } : { text, marks, isCut: false }
}

/** The footnotes of the form, in printed order. A second text under one mark is kept under a number of its own. */
export function addFootnotes(draft: Draft, footnotes: readonly PaperFootnote[], marks: FootnoteMarks): void {
  if (footnotes.length === 0) return
  const group = new Footnotes()
  draft.document.footnotes = group
  for (const { mark, text } of footnotes) {
    const id = marks.idOf(mark)
    const isTaken = group.footnotes.some((one) => one.id === id)
    group.footnotes.push(new Footnote(isTaken ? marks.free() : id, text.text))
    draft.put(`footnotes/footnote[${group.footnotes.length}]`, plainly(text.text), { origin: originOfCell(text) })
  }
}
