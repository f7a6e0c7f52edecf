import type { PaperForm } from '../form/paperForm.ts'
import { likeness } from '../labels/likeness.ts'
import { paperEdition } from '../labels/paperEditions.ts'
import type { Word } from '../page/page.ts'

/** The path under which is asked whether this is all of the form; answered with true by who knows it. */
export const WHOLE_FORM = '/ownershipDocument'

/** A label of the print in a scan is at least so alike. */
const SAME_LABEL = 0.75

/**
 * What of a form seems to be on pages that are missing, as it is called on the form; empty for a whole one. `beside`: the
 * other forms of the same file, whose pages are counted with this one's.
 *
 * Signs are: a table that the print has and that is not here, the boxes above the tables, marks of footnotes where
 * neither a footnote nor `Explanation of Responses` stands, neither a signature nor a line for one, `Page 2 of 3`
 * without the others, and `see page 2` without a page 2. Where a page ends cannot be told in HTML and in text that OCR
 * made; there the last two signs count the numbers that are printed.
 */
export function lacksOf(form: PaperForm, beside: readonly PaperForm[] = []): string[] {
  const pages = new Pages([form, ...beside])
  const tables = (['I', 'II'] as const).filter((table) => lacksTable(form, table)).map((table) => `Table ${table}`)
  return [
    ...(lacksHeading(form) ? ['the boxes above the tables'] : []),
    ...tables,
    ...(lacksFootnotes(form) ? ['the footnotes'] : []),
    ...(lacksSignature(form) ? ['the signature'] : []),
    ...[...new Set([...pages.uncovered(), ...pages.referredTo(form)])].map((page) => `page ${page}`),
  ]
}

/**
 * Every print has both tables. Who typed a form could leave an empty one out: there it is missing only where the page
 * ends between what stands before and after it.
 */
function lacksTable(form: PaperForm, table: 'I' | 'II'): boolean {
  if (form.tables.has(table) || form.noSecuritiesOwned?.state === 'ticked') return false
  const isTyped = form.kind === 'typedText' || form.kind === 'html'
  if (!isTyped || paperEdition(form.edition)?.isPrintOfXml) return true
  const [before, after] =
    table === 'I' ? [headingPages(form), tablePages(form, 'II')] : [tablePages(form, 'I'), footPages(form)]
  return !before.some((page) => after.includes(page))
}

function headingPages({ owners, issuer, periodOfReport }: PaperForm): number[] {
  return pagesIn(wordsIn([owners, issuer, periodOfReport]))
}

/** Of its lines; of the heading where it has none, as it cannot be told. */
function tablePages(form: PaperForm, table: 'I' | 'II'): number[] {
  const pages = pagesIn(wordsIn(form.rows[table]))
  return pages.length > 0 ? pages : headingPages(form)
}

function footPages(form: PaperForm): number[] {
  const labels = looseWords(form).filter((word) => isLike(word, 'explanation') || isLike(word, 'signature'))
  return pagesIn([...wordsIn([form.footnotes, form.signatures]), ...labels])
}

function lacksHeading({ owners, issuer, rows }: PaperForm): boolean {
  return owners.every(({ name }) => !name) && !issuer && rows.I.length + rows.II.length > 0
}

function lacksFootnotes(form: PaperForm): boolean {
  const isMarked = [...form.rows.I, ...form.rows.II].some((row) =>
    Object.values(row).some(({ marks }) => marks.length > 0),
  )
  return isMarked && form.footnotes.length === 0 && !looseWords(form).some((word) => isLike(word, 'explanation'))
}

function lacksSignature(form: PaperForm): boolean {
  const isSigned = form.signatures.some(({ name, date }) => name ?? date)
  return !isSigned && !looseWords(form).some((word) => isLike(word, 'signature'))
}

/** Page numbers that stand alone, where `Page` was read well enough: `Page 2 of 3`, `Page 2/3`. */
const FOLIO = /(\p{L}{3,5})\.?\s+(\d{1,3})\s*(?:\p{L}{2}|0f|\/)\s*(\d{1,3})(?!\w)/gu

/** A report to a page of its own, not to that of another paper: `see page 2`, `continued on page 2`. */
const REFERENCE = /\b(?:see|continued on|cont['’]?d\.? on)\s+(?:attached\s+)?page\s+(\d{1,3})\b(?!\s*(?:of|in|to)\b)/gi

/** The pages of a file, by what they say of themselves. */
class Pages {
  private readonly count: number
  private readonly folios = new Set<number>()
  private total = 0

  constructor(forms: readonly PaperForm[]) {
    this.count = new Set(forms.flatMap((form) => pagesIn(wordsIn(form)))).size
    for (const text of forms.flatMap(looseTexts)) {
      for (const [, word = '', page, of] of text.matchAll(FOLIO)) this.folio(word, Number(page), Number(of))
    }
  }

  private folio(word: string, page: number, of: number): void {
    if (likeness(word, 'page') < 0.5 || page < 1 || page > of) return
    this.folios.add(page)
    this.total = Math.max(this.total, of)
  }

  /** Those of the printed count that say no number, where there are fewer pages than that. */
  uncovered(): number[] {
    if (this.count >= this.total) return []
    return Array.from({ length: this.total }, (_, i) => i + 1).filter((page) => !this.folios.has(page))
  }

  /** Those that a form refers to and that are not there. */
  referredTo(form: PaperForm): number[] {
    const { remarks, footnotes, rows } = form
    const cells = [...form.unplaced, ...footnotes.map(({ text }) => text), ...(remarks ? [remarks] : [])]
    const texts = [...cells, ...[...rows.I, ...rows.II].flatMap((row) => Object.values(row))].map(({ text }) => text)
    const loose = looseTexts(form)
    const found = texts.flatMap((text) => [...text.matchAll(REFERENCE)].map(([, page]) => Number(page)))
    const isThere = (page: number) =>
      page <= this.count ||
      this.folios.has(page) ||
      loose.some((text) => new RegExp(`^\\W*page ${page}\\W*$`, 'i').test(text))
    return found.filter((page) => !isThere(page))
  }
}

/** Words in no field: the print, noise, and what was left over. */
function looseWords({ ignored, unplaced }: PaperForm): Word[] {
  return [...ignored, ...unplaced].flatMap(({ words }) => words)
}

/** The same, line by line. */
function looseTexts(form: PaperForm): string[] {
  const lines: Word[][] = []
  for (const word of looseWords(form)) {
    const last = lines.at(-1)?.at(-1)
    if (last && isLevel(last, word)) lines.at(-1)!.push(word)
    else lines.push([word])
  }
  return lines.map((words) => words.map(({ text }) => text).join(' '))
}

function isLevel({ place: a }: Word, { place: b }: Word): boolean {
  return a.page === b.page && a.top < b.bottom && b.top < a.bottom
}

function isLike({ text }: Word, label: string): boolean {
  return Math.abs(text.length - label.length) < 4 && likeness(text, label) >= SAME_LABEL
}

function pagesIn(words: readonly Word[]): number[] {
  return [...new Set(words.map(({ place }) => place.page))]
}

/** All words below, however deep. */
function wordsIn(value: unknown): readonly Word[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  return 'words' in value ? (value.words as readonly Word[]) : Object.values(value).flatMap(wordsIn)
}
