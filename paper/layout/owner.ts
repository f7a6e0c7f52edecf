import type { PaperCell, PaperOwner } from '../form/paperForm.ts'
import { ADDRESS_PRINT, OUR_WORDS } from '../labels/formLabels.ts'
import { folded, likeness } from '../labels/likeness.ts'
import type { Word } from '../page/page.ts'
import { cellOf, cellOfLines, linesByPage } from './cell.ts'
import type { WordLedger } from './ledger.ts'
import { lineText, type TextLine } from './lines.ts'
import { isAlike } from './phrases.ts'

/** Name and address of a person, from the words of box 1 or a line of the list of persons. */
export function ownerOf(words: readonly Word[], right: number, ledger: WordLedger): PaperOwner {
  const lines = linesByPage(words)
  const owner = hasAddressPrint(lines) ? partedOwner(lines, right, ledger) : plainOwner(lines, right, ledger)
  ledger.take(Object.values(owner).flatMap((cell) => (cell as PaperCell).words))
  return owner
}

const hasAddressPrint = (lines: readonly TextLine[]) => lines.some((line) => partsOn(line).length >= 2)

/** The parts that a line of print names below what it names: `(City) (State) (Zip)`. */
function partsOn({ words }: TextLine): { part: string; word: Word }[] {
  return words.flatMap((word) => {
    const part = ADDRESS_PRINT.find((each) => /^\(.+/.test(word.text) && isAlike(word.text.split('/')[0]!, each))
    return part === undefined ? [] : [{ part, word }]
  })
}

/** As EDGAR prints it: name, streets, and city, state and ZIP code, each above the print that says what it is. */
function partedOwner(lines: readonly TextLine[], right: number, ledger: WordLedger): PaperOwner {
  const printed = lines.map((line) => ({ line, parts: partsOn(line) }))
  const from = (part: string) => printed.findIndex(({ parts }) => parts.some((each) => each.part === part))
  const named = Math.max(0, from('(Last)'))
  const street = from('(Street)') < 0 ? named : from('(Street)')
  const city = from('(City)') < 0 ? lines.length : from('(City)')
  for (const { line, parts } of printed) if (parts.length > 0) ledger.ignorePrint(line.words)
  const some = (start: number, end: number) =>
    printed.slice(start, end).flatMap(({ line, parts }) => (parts.length > 0 ? [] : [line]))
  const [name, streets, places] = [some(0, named), some(named, street), some(street, city)]
  const [street1, street2] = streetsOf(streets)
  const cells = placeCells(places, printed[city]?.parts ?? [])
  return {
    ...given('name', name.length > 0 ? cellOfLines(name, { right }) : undefined),
    ...given('street1', street1.length > 0 ? cellOfLines(street1, { right }) : undefined),
    ...given('street2', street2.length > 0 ? cellOfLines(street2, { right }) : undefined),
    ...cells,
  }
}

/** Two streets have one line each; where one is wrapped, nobody says which, and all is the first. */
function streetsOf(lines: readonly TextLine[]): [TextLine[], TextLine[]] {
  if (lines.length === 2) return [[lines[0]!], [lines[1]!]]
  const gaps = lines.slice(1).map(({ place }, i) => place.top - lines[i]!.place.bottom)
  const widest = gaps.indexOf(Math.max(...gaps))
  const isClear = gaps.length > 1 && gaps.every((gap, i) => i === widest || gap < gaps[widest]! - 1)
  if (!isClear) return [[...lines], []]
  return [lines.slice(0, widest + 1), lines.slice(widest + 1)]
}

/** City, state and ZIP code, each over its label. */
function placeCells(lines: readonly TextLine[], parts: readonly { part: string; word: Word }[]): PaperOwner {
  const keys = { '(City)': 'city', '(State)': 'state', '(Zip)': 'zipCode' } as const
  const columns = parts.flatMap(({ part, word }) =>
    part in keys ? [{ key: keys[part as keyof typeof keys], left: word.place.left - 4 }] : [],
  )
  const words = lines.flatMap((line) => line.words)
  const cells: Partial<Record<'city' | 'state' | 'zipCode', PaperCell>> = {}
  for (const [i, { key, left }] of columns.entries()) {
    const start = i === 0 ? Number.NEGATIVE_INFINITY : left
    const end = columns[i + 1]?.left ?? Number.POSITIVE_INFINITY
    const cell = cellOf(words.filter(({ place }) => place.left >= start && place.left < end))
    if (cell) cells[key] = cell
  }
  return cells
}

/** As our pages print it: the name, bold, then the address, then the CIK. */
function plainOwner(lines: readonly TextLine[], right: number, ledger: WordLedger): PaperOwner {
  const cik = lines.findIndex(isCikLine)
  const ccc = lines.findIndex(({ words }) => words[0]?.text === 'CCC' && words.length === 2)
  if (ccc >= 0) ledger.ignorePrint(lines[ccc]!.words)
  const end = cik >= 0 ? cik : ccc >= 0 ? ccc : lines.length
  const own = lines.slice(0, end)
  const first = own[0]
  if (first && isOurs(first)) ledger.ignorePrint(first.words)
  const names = nameLines(own, right)
  const name = own.slice(0, names)
  const address = own.slice(names)
  if (cik >= 0) ledger.ignorePrint(lines[cik]!.words.slice(0, 1))
  return {
    ...given('name', name[0] && !isOurs(name[0]) ? cellOfLines(name, { right }) : undefined),
    ...given('address', address.length > 0 ? cellOfLines(address, { right }) : undefined),
    ...given('cik', cik >= 0 ? cellOf(lines[cik]!.words.slice(1)) : undefined),
  }
}

/** `CIK 0009999903`; ten digits behind a misread word are no street. */
export const isCikLine = ({ words: [first, second] }: TextLine): boolean =>
  second !== undefined &&
  ((/^C[Il1|]K$/.test(first!.text) && /\d/.test(second.text)) ||
    (/^.{2,4}$/.test(first!.text) && /^[\dO]{10}$/.test(second.text)))

/** Whether our pages put these words where a filing says nothing. */
export const isOurs = (line: TextLine): boolean =>
  line.words.every(({ isBold }) => isBold !== true) && isOurText(lineText(line))

/** A short text has to be the same, a longer one may be misread. */
export function isOurText(text: string): boolean {
  const own = folded(text)
  return OUR_WORDS.some((ours) => (own.length < 7 ? folded(ours) === own : likeness(ours, own) >= 0.75))
}

/**
 * How many lines a name takes: those in bold, where the source says what is; else the first, and those that follow a
 * line to which their first word could not be added.
 */
function nameLines(lines: readonly TextLine[], right: number): number {
  const isBold = (line: TextLine) => line.words.every((word) => word.isBold === true)
  if (lines[0] && isBold(lines[0])) return untilFirst(lines, (line) => !isBold(line))
  for (const [i, { place }] of lines.entries()) {
    const next = lines[i + 1]?.words[0]
    if (!next || place.right + (next.place.right - next.place.left) + 2 < right) return Math.min(i + 1, lines.length)
  }
  return lines.length
}

const untilFirst = <T>(all: readonly T[], is: (each: T) => boolean): number => {
  const at = all.findIndex(is)
  return at < 0 ? all.length : at
}

/** A property where there is a cell. */
export function given<Key extends string>(key: Key, cell: PaperCell | undefined): Partial<Record<Key, PaperCell>> {
  return cell === undefined ? {} : ({ [key]: cell } as Partial<Record<Key, PaperCell>>)
}
