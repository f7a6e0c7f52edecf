import type { FormNumber } from '@section16/core/facts'
import type { PrintedKey } from '@section16/core/render'
import type { PaperRow } from '../../form/paperForm.ts'
import { formLabels } from '../../labels/formLabels.ts'
import { folded } from '../../labels/likeness.ts'
import type { Word } from '../../page/page.ts'
import { wholeLabel } from '../boxes.ts'
import { cellOf, linesByPage } from '../cell.ts'
import { centreOf, usualHeight } from '../geometry.ts'
import { ignoreHeading } from '../heading.ts'
import type { WordLedger } from '../ledger.ts'
import { isOurText } from '../owner.ts'
import { isMostlyOf, wordSet } from '../print.ts'
import type { Band, Section } from '../sections.ts'
import { headingsOf } from './columns.ts'
import { headingOf, type PlacedColumn } from './heading.ts'
import { type BodyRows, hasEntries, rowsOf } from './rows.ts'

/** Between a column's border and its text, in points or what corresponds to them: as a share of a word's height. */
const PADDING = 0.35

/** A row's words and the columns of the page it begins on. */
interface Piece {
  words: readonly Word[]
  readonly columns: readonly PlacedColumn<PrintedKey>[]
  readonly usual: number
  /** Whether no line was seen below it. */
  readonly isOpen: boolean
  /** Whether it is a row at all: what stands below a table's last line is one if it goes on on the next page. */
  isSure: boolean
}

/** The rows of Table I or II, from all pages it stands on; `sections` are several where its title is repeated. */
export function tableRows(
  sections: readonly Section[],
  which: 'I' | 'II',
  form: FormNumber,
  ledger: WordLedger,
): PaperRow[] {
  const groups = headingsOf(form, which)
  let columns: readonly PlacedColumn<PrintedKey>[] = []
  const pieces: Piece[] = []
  for (const section of sections) if (section.bands[0]) ignoreTitle(section, section.bands[0], ledger)
  for (const band of sections.flatMap(({ bands }) => bands)) {
    const heading = headingOf(ledger.free(band.words), band.rules, groups)
    if (heading) {
      columns = heading.columns
      ledger.ignorePrint(heading.words)
    }
    addPieces(
      pieces,
      rowsOf(ledger.free(band.words), band.rules, columns, heading?.bottom),
      columns,
      heading === undefined,
    )
  }
  return pieces.flatMap((piece) => {
    if (!piece.isSure) return []
    if (!isNoEntry(piece.words)) return rowOf(piece, ledger)
    ledger.ignorePrint(piece.words)
    return []
  })
}

/**
 * The rows of a further page. The first goes on with the last one before where no line is above it; or where it has no
 * entry of its own in columns whose entries stand on one line, and there are no headings above it or no line was below
 * the last one.
 */
function addPieces(
  pieces: Piece[],
  { rows, isBegun, rest }: BodyRows,
  columns: readonly PlacedColumn<PrintedKey>[],
  isUnheaded: boolean,
): void {
  const usual = usualOf([...rows.flat(), ...rest])
  const last = pieces.at(-1)
  const [first, ...others] = rows
  const goesOn = first && last && (isBegun || ((isUnheaded || last.isOpen) && !hasEntries(first, columns)))
  if (goesOn) {
    last.words = [...last.words, ...first]
    last.isSure = true
  }
  for (const words of goesOn ? others : rows) pieces.push({ words, columns, usual, isOpen: false, isSure: true })
  if (rest.length > 0) pieces.push({ words: rest, columns, usual, isOpen: true, isSure: hasEntries(rest, columns) })
}

/** The usual height of words that are no marks. */
const usualOf = (words: readonly Word[]) => usualHeight(words.filter(({ text }) => !text.startsWith('(')))

const TITLES = wordSet(
  ['tableI', 'tableII']
    .map((name) => `${formLabels[name as 'tableI'].starts[0]} ${formLabels[name as 'tableI'].rest}`)
    .join(' '),
)

/** The table's title with what stands beside and below it. */
function ignoreTitle({ anchor }: Section, { words }: Band, ledger: WordLedger): void {
  if (!anchor) return
  if (anchor.words.length === 0) {
    const above = linesByPage(words.filter(({ place }) => place.bottom < anchor.place.bottom))
    for (const line of above) if (isMostlyOf(line.words, TITLES)) ledger.ignorePrint(line.words)
    return
  }
  const own = new Set(anchor.words)
  const level = words.filter((word) => !own.has(word) && word.place.top < anchor.place.bottom)
  const further = linesByPage(words.filter((word) => !own.has(word) && !level.includes(word)))
  const { label } = wholeLabel(anchor, [
    ...level.filter(({ place }) => place.left > anchor.place.right),
    ...(further[0]?.words ?? []),
  ])
  ledger.ignorePrint(label)
  ignoreHeading(ledger.free(level), ledger)
}

const isNoEntry = (words: readonly Word[]): boolean => isOurText(words.map(({ text }) => text).join(' '))

/** The cells of a row; none where nothing stands in any column. */
function rowOf({ words, columns, usual }: Piece, ledger: WordLedger): PaperRow[] {
  const row: Partial<Record<PrintedKey, PaperRow[keyof PaperRow]>> = {}
  for (const { key, left, right } of columns) {
    // X0101's value has no column on any form; its words are left over.
    if (key === 'transactionValue') continue
    const own = words.filter(({ place }) => centreOf(place) >= left && centreOf(place) < right)
    const kept = key === 'acquired' || key === 'disposed' ? withoutDoubt(own, ledger) : own
    const cell = cellOf(kept, { right: right - PADDING * usual, markedBelow: usual })
    if (!cell) continue
    row[key] = cell
    ledger.take(kept)
  }
  return Object.keys(row).length > 0 ? [row] : []
}

/** Our pages ask `(A) or (D)?` where a filing does not say in which of two columns an amount belongs. */
function withoutDoubt(words: readonly Word[], ledger: WordLedger): Word[] {
  const lines = linesByPage(words)
  const last = lines.at(-1)
  if (!last || folded(last.words.map(({ text }) => text).join('')) !== folded('(A) or (D)?')) return [...words]
  ledger.ignorePrint(last.words)
  return words.filter((word) => !last.words.includes(word))
}
