import type { PaperForm } from '../form/paperForm.ts'
import { wordsOfFields } from '../form/wordsOfFields.ts'
import { likeness } from '../labels/likeness.ts'
import { paperEdition } from '../labels/paperEditions.ts'
import type { Word } from '../page/page.ts'

/** The path under which is asked whether this is all of the form; answered with true by who knows it. */
export const WHOLE_FORM = '/ownershipDocument'

/** How alike a word of the print is at least in a scan; `Expiration` is much like `Explanation`. */
const LABELS = { explanation: 0.85, signature: 0.75 } as const

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
  return pagesIn(wordsOfFields([owners, issuer, periodOfReport]))
}

/** Of its lines; of the heading where it has none, as it cannot be told. */
function tablePages(form: PaperForm, table: 'I' | 'II'): number[] {
  const pages = pagesIn(wordsOfFields(form.rows[table]))
  return pages.length > 0 ? pages : headingPages(form)
}

function footPages(form: PaperForm): number[] {
  const labels = looseWords(form).filter((word) => isLike(word, 'explanation') || isLike(word, 'signature'))
  return pagesIn([...wordsOfFields([form.footnotes, form.signatures]), ...labels])
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

/** A word about a page of its own, not to that of another paper: `see page 2`, `continued on page 2`. */
const REFERENCE = /\b(?:see|continued on|cont['’]?d\.? on)\s+(?:attached\s+)?page\s+(\d{1,3})\b(?!\s*(?:of|in|to)\b)/gi

/** `Page 2`, `- Page 2 -`. */
const ALONE = /^\W*page\s+(\d{1,3})\W*$/i

/** The pages of a file, by what they say of themselves. */
class Pages {
  /** The numbers printed on each page; text that says no pages is one page with all of them. */
  private readonly folios = new Map<number, number[]>()
  private readonly numbers: ReadonlySet<number>
  private total = 0

  constructor(forms: readonly PaperForm[]) {
    for (const page of pagesIn(wordsOfFields(forms)).toSorted((a, b) => a - b)) this.folios.set(page, [])
    for (const { page, text } of forms.flatMap(looseLines)) {
      for (const [, word = '', number, of] of text.matchAll(FOLIO)) this.note(page, word, Number(number), Number(of))
    }
    this.numbers = this.numbered()
  }

  private note(page: number, word: string, number: number, of: number): void {
    if (likeness(word, 'page') < 0.5 || number < 1 || number > of) return
    this.folios.get(page)?.push(number)
    this.total = Math.max(this.total, of)
  }

  /** A page without a number follows the one before. */
  private numbered(): Set<number> {
    let last = 0
    const numbers = [...this.folios.values()].flatMap((printed) => {
      const own = printed.length > 0 ? printed : [last + 1]
      last = own.at(-1)!
      return own
    })
    return new Set(numbers)
  }

  /** Those of the printed count that are not there; none where there are as many pages, whatever their numbers. */
  uncovered(): number[] {
    if (this.folios.size >= this.total) return []
    return Array.from({ length: this.total }, (_, i) => i + 1).filter((page) => !this.numbers.has(page))
  }

  /** Those that a form refers to and that are not there. */
  referredTo(form: PaperForm): number[] {
    const { remarks, footnotes, rows } = form
    const cells = [...form.unplaced, ...footnotes.map(({ text }) => text), ...(remarks ? [remarks] : [])]
    const texts = [...cells, ...[...rows.I, ...rows.II].flatMap((row) => Object.values(row))].map(({ text }) => text)
    const loose = looseLines(form)
    const found = texts.flatMap((text) => [...text.matchAll(REFERENCE)].map(([, page]) => Number(page)))
    const isThere = (page: number) =>
      page <= this.folios.size ||
      this.numbers.has(page) ||
      loose.some(({ text }) => ALONE.exec(text)?.[1] === String(page))
    return found.filter((page) => !isThere(page))
  }
}

/** Words in no field: the print, noise, and what was left over. */
function looseWords({ ignored, unplaced }: PaperForm): Word[] {
  return [...ignored, ...unplaced].flatMap(({ words }) => words)
}

/** The same, line by line. */
function looseLines(form: PaperForm): { page: number; text: string }[] {
  const lines: Word[][] = []
  for (const word of looseWords(form)) {
    const last = lines.at(-1)?.at(-1)
    if (last && isLevel(last, word)) lines.at(-1)!.push(word)
    else lines.push([word])
  }
  return lines.map((words) => ({ page: words[0]!.place.page, text: words.map(({ text }) => text).join(' ') }))
}

function isLevel({ place: a }: Word, { place: b }: Word): boolean {
  return a.page === b.page && a.top < b.bottom && b.top < a.bottom
}

function isLike({ text }: Word, label: keyof typeof LABELS): boolean {
  return Math.abs(text.length - label.length) < 4 && likeness(text, label) >= LABELS[label]
}

function pagesIn(words: readonly Word[]): number[] {
  return [...new Set(words.map(({ place }) => place.page))]
}
