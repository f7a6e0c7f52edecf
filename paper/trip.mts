/** The way of a document over paper of ours and back, whatever kind of paper: what became of each field. */
import { type FormEditionName, formEditions, formTables } from '../core/facts/index.ts'
import type { PageOptions } from '../core/render/index.ts'
import { type FieldKind, fieldKind } from './fieldKind.mts'
import type { PaperCell, PaperForm } from './form/paperForm.ts'
import { type ComparedField, comparePrinted, type Printed, readFields, type Said } from './truth.mts'
import { DOUBTFUL_BELOW, originOfCell } from './understand/evidence.ts'
import { lacksOf } from './understand/lacks.ts'

/** What became of a field that something stands in, in print or in the reading. */
export interface FieldOutcome extends ComparedField {
  readonly kind: FieldKind
  readonly isRight: boolean
  /** Of the least certain word that it was read from; 1 where it was read from none. */
  readonly certainty: number
  /** Whether that word is doubtful, or no form was read. A field that was not found in a form is never flagged. */
  readonly isFlagged: boolean
}

/** What became of a document. */
export interface Trip {
  readonly outcomes: readonly FieldOutcome[]
  /** Texts that found no place. */
  readonly unplaced: readonly string[]
  /** Cells of rows that are blank in print and in the reading. */
  readonly blank: number
}

/** How filings are printed in turn: as of the filing's day, then in each edition by name. */
export const EDITIONS: readonly PageOptions[] = [{}, ...formEditions.map(({ name }) => ({ edition: name }))]

/** What a filing is printed as that is the n-th of many. */
export const editionInTurn = (n: number): PageOptions => EDITIONS[n % EDITIONS.length]!

/** Compares the forms read, which should be one, with what was printed and, where told, the edition of the print. */
export function tripOf(forms: readonly PaperForm[], truth: Printed, edition?: FormEditionName): Trip {
  const [form] = forms
  if (!form || forms.length > 1) return { outcomes: unread(forms.length, truth), unplaced: [], blank: 0 }
  const { compared, differences } = comparePrinted(truth, readFields(form))
  const certainties = certaintiesOf(form)
  const outcomes = compared.map((field): FieldOutcome => {
    const certainty = certainties.get(field.at) ?? 1
    const isFlagged = certainty < DOUBTFUL_BELOW
    return { ...field, kind: fieldKind(field.at), isRight: !differences.includes(field), certainty, isFlagged }
  })
  if (edition !== undefined && form.edition !== edition) outcomes.push(pageFault('edition', edition, form.edition))
  const lacks = lacksOf(form)
  if (lacks.length > 0) outcomes.push({ ...pageFault('lacks', undefined, lacks.join(', ')), isFlagged: true })
  const blank = blankCells(truth, new Set(compared.map(({ at }) => at)))
  return { outcomes, unplaced: form.unplaced.map(({ text }) => text), blank }
}

const said = (text: string): Said => ({ text, marks: [] })

/** What is wrong with a page as a whole: what was expected there, and what came. */
export function pageFault(at: string, truth: string | undefined, read: string | undefined): FieldOutcome {
  const [expected, came] = [truth, read].map((text) => (text === undefined ? undefined : said(text)))
  return { at, kind: 'page', truth: expected, read: came, isRight: false, certainty: 1, isFlagged: false }
}

/** What came back as no form, or as several, is wrong in every field, and anybody sees it. */
function unread(count: number, { fields }: Printed): FieldOutcome[] {
  const lost = [...fields].map(([at, truth]) => ({ at, truth, read: undefined, kind: fieldKind(at), isRight: false }))
  return [pageFault('forms', '1', String(count)), ...lost.map((field) => ({ ...field, certainty: 1 }))].map(
    (outcome) => ({ ...outcome, isFlagged: true }),
  )
}

/** How certain the least certain word of each cell and tick of a form is, by its place. */
function certaintiesOf(form: PaperForm): Map<string, number> {
  const certainties = new Map<string, number>()
  const walk = (at: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('words' in value) certainties.set(at, originOfCell(value as PaperCell).certainty)
    else for (const [key, inner] of Object.entries(value)) walk(at === '' ? key : `${at}/${key}`, inner)
  }
  walk('', form)
  return certainties
}

/** The cells of the rows printed that are blank, in print and in the reading. */
function blankCells({ form, fields }: Printed, places: ReadonlySet<string>): number {
  const rows = new Set([...fields.keys()].flatMap((at) => /^rows\/(?:I|II)\/\d+/.exec(at) ?? []))
  let blank = 0
  for (const row of rows) {
    const table = row.startsWith('rows/II/') ? 'II' : 'I'
    const columns = formTables[form ?? '4'][table].columns
    blank += columns.filter(({ key }) => !places.has(`${row}/${key}`)).length
  }
  return blank
}

/** The fields that are wrong, those that nothing warns of first. */
export function wrongOf(outcomes: readonly FieldOutcome[]): FieldOutcome[] {
  const wrong = outcomes.filter(({ isRight }) => !isRight)
  return wrong.toSorted((a, b) => Number(a.isFlagged) - Number(b.isFlagged))
}

const MOST_LETTERS = 120

/** One outcome in words: where, what was expected and what came, how certain, and whether it was flagged. */
export function outcomeTold({ at, truth, read, certainty, isFlagged }: FieldOutcome): string {
  const from = Math.max(0, firstDifference(truth?.text ?? '', read?.text ?? '') - MOST_LETTERS / 2)
  const told = (said: Said | undefined) =>
    said === undefined ? 'nothing' : [excerpt(said.text, from), ...said.marks.map((mark) => `(${mark})`)].join(' ')
  const warning = isFlagged ? 'flagged' : 'NOT FLAGGED'
  return `${at}: expected ${told(truth)}, read ${told(read)}, certainty ${certainty.toFixed(2)}, ${warning}`
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

const excerpt = (text: string, from: number) =>
  text.length <= MOST_LETTERS ? JSON.stringify(text) : `…${JSON.stringify(text.slice(from, from + MOST_LETTERS))}…`

/** What is wrong with a trip, a line each. */
export const faultsOf = ({ outcomes }: Trip): string[] => wrongOf(outcomes).map(outcomeTold)
