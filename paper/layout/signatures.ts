import type { PaperSignature } from '../form/paperForm.ts'
import type { Word } from '../page/page.ts'
import { cellOf, linesByPage } from './cell.ts'
import { middleOf, usualHeight } from './geometry.ts'
import type { WordLedger } from './ledger.ts'
import type { TextLine } from './lines.ts'
import { given, isOurs } from './owner.ts'
import { isAlike } from './phrases.ts'
import type { Band, Section } from './sections.ts'
import { levels } from './table/grid.ts'

/**
 * Names and dates by their heading: on our pages they stand in lines below `** Signature of Reporting Person | Date`,
 * on the SEC's above it.
 */
export function signaturesOf(section: Section, before: Section | undefined, ledger: WordLedger): PaperSignature[] {
  const { anchor } = section
  const date = dateLabel(section)
  if (!anchor || !date) return []
  ledger.ignorePrint([...anchor.words, date, ...labelBelow(section)])
  const borders = { left: anchor.place.left - 2 * (anchor.place.bottom - anchor.place.top), date: date.place.left - 3 }
  const below = section.bands.flatMap((band) => bandRows(band, ledger.free(band.words), borders.date))
  if (below.length > 0) return below.flatMap((row) => signatureOf(row, borders, ledger))
  return rowsAbove(section, before, borders, ledger).flatMap((row) => signatureOf(row, borders, ledger))
}

interface Borders {
  readonly left: number
  readonly date: number
}

/** `Date` to the right of the label; misread, it is the first word there. */
function dateLabel({ anchor, bands }: Section): Word | undefined {
  if (!anchor) return undefined
  const { top, bottom, right } = anchor.place
  const step = bottom - top
  const beside = (bands[0]?.words ?? []).filter(
    ({ place }) => place.left > right && middleOf(place) > top - step && place.top < bottom + 2 * step,
  )
  const level = beside.filter(
    ({ place }) => place.left > right + 2 * step && Math.abs(middleOf(place) - top) < 1.2 * step,
  )
  return beside.find(({ text }) => isAlike(text, 'Date')) ?? level.sort((a, b) => a.place.left - b.place.left)[0]
}

/** `Person` where a narrow column puts it on the next line. */
function labelBelow({ anchor, bands }: Section): Word[] {
  const { place } = anchor!
  const step = place.bottom - place.top
  return (bands[0]?.words ?? []).filter(
    (word) => isAlike(word.text, 'Person') && word.place.top < place.bottom + step && word.place.left < place.right,
  )
}

/** The rows of a band: between ruled lines, else by their dates. */
function bandRows({ rules }: Band, words: readonly Word[], border: number): Word[][] {
  if (words.length === 0) return []
  const height = usualHeight(words)
  const width = {
    from: Math.min(...words.map(({ place }) => place.left)),
    to: Math.max(...words.map(({ place }) => place.right)),
  }
  const ys = words.map(({ place }) => middleOf(place))
  const stretch = { from: Math.min(...ys) - 2 * height, to: Math.max(...ys) + 3 * height }
  const ruled = levels(rules, width, stretch, height)
  if (ruled.length < 2) return rowsByDates(linesByPage(words), border)
  const rows = ruled.slice(1).flatMap((bottom, i) => {
    const own = words.filter(({ place }) => middleOf(place) >= ruled[i]! && middleOf(place) < bottom)
    return own.length > 0 ? [own] : []
  })
  // The last line may not have been seen; what stands below it otherwise has no date.
  const rest = words.filter(({ place }) => middleOf(place) >= ruled.at(-1)!)
  const isDated = rest.some(({ text, place }) => place.left >= border && /\d/.test(text))
  return isDated ? [...rows, ...rowsByDates(linesByPage(rest), border)] : rows
}

/** The lines of the part before that stand where a signature does, up from its end: name and date side by side. */
function rowsAbove(section: Section, before: Section | undefined, borders: Borders, ledger: WordLedger): Word[][] {
  const band = before?.bands.findLast(({ page }) => page === section.anchor!.place.page)
  if (!band) return []
  const lines = linesByPage(ledger.free(band.words))
  const own: TextLine[] = []
  for (const line of lines.toReversed()) {
    if (line.place.left < borders.left) break
    own.unshift(line)
  }
  const words = own.flatMap((line) => line.words)
  return words.length === 0 ? [] : rowsByDates(own, borders.date)
}

/**
 * A row for each date. A name that is wrapped goes on below its date where the first line has one, as our pages set it;
 * else it stands around it, as browsers do.
 */
function rowsByDates(lines: readonly TextLine[], border: number): Word[][] {
  const isDated = (line: TextLine) => line.words.some(({ text, place }) => place.left >= border && /\d/.test(text))
  const dated = lines.filter(isDated)
  if (dated.length === 0) return [lines.flatMap((line) => line.words)]
  const isTop = isDated(lines[0]!)
  const rows = dated.map((): Word[] => [])
  for (const line of lines) {
    const away = dated.map(({ place }) => Math.abs(middleOf(place) - middleOf(line.place)))
    const above = dated.filter((other) => other === line || isAbove(other, line)).length - 1
    rows[isTop ? above : away.indexOf(Math.min(...away))]!.push(...line.words)
  }
  return rows
}

const isAbove = ({ place: a }: TextLine, { place: b }: TextLine) =>
  a.page < b.page || (a.page === b.page && middleOf(a) < middleOf(b))

function signatureOf(row: readonly Word[], { date: border }: Borders, ledger: WordLedger): PaperSignature[] {
  const named = row.filter(({ place }) => place.left < border)
  const isBlank = linesByPage(named).every(isOurs)
  if (isBlank) ledger.ignorePrint(named)
  const name = isBlank ? undefined : cellOf(named, { right: border - 2 })
  const date = cellOf(row.filter(({ place }) => place.left >= border))
  if (!name && !date) return []
  ledger.take([...(name?.words ?? []), ...(date?.words ?? [])])
  return [{ ...given('name', name), ...given('date', date) }]
}
