import type { FootnoteId } from '../../model/reported.ts'
import { footnoteNumber } from '../printed.ts'
import type { PrintedNote } from '../printedForm.ts'
import { escapeHtml } from './escape.ts'

/** Where a mark stands: `I`, 3, `4`. The row counts from 1. */
interface MarkPlace {
  readonly table: 'I' | 'II'
  readonly row: number
  readonly column: string
}

/** The links from footnote marks to their notes and back. Tables are written first, then the notes. */
export class Marks {
  readonly notes: readonly PrintedNote[]
  private readonly places = new Map<FootnoteId, MarkPlace[]>()
  private readonly targets = new Map<FootnoteId, number>()

  constructor(notes: readonly PrintedNote[]) {
    this.notes = notes
    for (const [i, { id }] of notes.entries()) if (!this.targets.has(id)) this.targets.set(id, i + 1)
  }

  /** A mark that links to its note: the first of that id, where a filing has two. */
  mark(id: FootnoteId, table: 'I' | 'II', row: number, column: string): string {
    const target = this.targets.get(id) ?? 0
    const places = this.places.get(id) ?? []
    if (places.length === 0) this.places.set(id, places)
    places.push({ table, row, column })
    const number = escapeHtml(footnoteNumber(id))
    return `<sup><a id="m${target}-${places.length}" href="#n${target}" aria-label="footnote (${number})">(${number})</a></sup>`
  }

  /** The links back from the note at a place of the list, from 0. */
  back(index: number): string {
    const { id } = this.notes[index]!
    if (this.targets.get(id) !== index + 1) return ''
    const links = (this.places.get(id) ?? []).map(({ table, row, column }, i) => {
      const short = `${table}.${row}${column === '' ? '' : `.${column}`}`
      const said = `Table ${table}, row ${row}${column === '' ? '' : `, column ${column}`}`
      return `<a href="#m${index + 1}-${i + 1}" aria-label="${short}: back to ${said}">${short}</a>`
    })
    return links.length === 0 ? '' : ` <span class="back">\u2191 ${links.join(' ')}</span>`
  }
}
