import type { PaperCell } from '../form/paperForm.ts'
import { originOfCell } from './evidence.ts'
import { type FieldReader, readCell } from './fieldReader.ts'
import { unmarked } from './footnotes.ts'
import { readAcquiredDisposed } from './readCode.ts'
import { corrected, doubted, isBlankMark, open, plainly, type Reading } from './reading.ts'
import { readNumber } from './readNumber.ts'
import type { ReadRow } from './readRow.ts'

/** How many, acquired or disposed of; of what; and how many after it. */
export function readAmounts(reader: FieldReader, row: ReadRow, table: 'I' | 'II'): void {
  const { path, cells } = row
  const amounts = `${path}/transactionAmounts`
  if (cells.acquired || cells.disposed) readDirections(reader, amounts, cells.acquired, cells.disposed)
  else readDirected(reader, amounts, cells.amount, cells.acquiredOrDisposed, table)
  const after = `${path}/postTransactionAmounts`
  readQuantity(
    reader,
    `${after}/sharesOwnedFollowingTransaction`,
    `${after}/valueOwnedFollowingTransaction`,
    cells.owned,
  )
  if (table === 'I') return
  const underlying = `${path}/underlyingSecurity`
  readQuantity(
    reader,
    `${underlying}/underlyingSecurityShares`,
    `${underlying}/underlyingSecurityValue`,
    cells.underlyingAmount,
  )
}

/** A number of shares or, behind a dollar sign, their value; both where the cell has a line of each. */
function readQuantity(reader: FieldReader, shares: string, value: string, cell: PaperCell | undefined): void {
  if (!cell) return
  const [first = '', second] = cell.lines
  const isBoth = cell.lines.length === 2 && second !== undefined && isMoney(second) && !isMoney(first)
  if (isBoth) {
    readCell(reader, shares, { ...cell, text: first }, count(reader))
    readCell(reader, value, { ...cell, text: second, marks: [] }, money(reader))
  } else if (isMoney(cell.text)) readCell(reader, value, cell, money(reader))
  else readCell(reader, shares, cell, count(reader))
}

function isMoney(text: string): boolean {
  return /^\s*(?:US\s*)?\$/.test(text)
}

const count =
  ({ isOcr }: FieldReader) =>
  (text: string) =>
    readNumber(text, { column: 'count', isOcr })
const money =
  ({ isOcr }: FieldReader) =>
  (text: string) =>
    readNumber(text, { column: 'money', isOcr })

/** Table I: an amount, and beside it A or D. A column that prints both has the number in one of two places. */
function readDirected(
  reader: FieldReader,
  path: string,
  amount: PaperCell | undefined,
  direction: PaperCell | undefined,
  table: 'I' | 'II',
): void {
  const code = `${path}/transactionAcquiredDisposedCode`
  if (direction && amount && /^A\s*[,/]\s*D$/i.test(direction.text.trim())) {
    readPair(reader, path, amount, direction)
    return
  }
  if (table === 'I') readCell(reader, `${path}/transactionShares`, amount, count(reader))
  else readQuantity(reader, `${path}/transactionShares`, `${path}/transactionTotalValue`, amount)
  readCell(reader, code, direction, readAcquiredDisposed)
}

/** `12,000 -` beside `A,D`: what stands first was acquired. */
function readPair(reader: FieldReader, path: string, amount: PaperCell, direction: PaperCell): void {
  const { text } = unmarked(amount, reader.marks)
  const [, first = '', second = ''] = /^(\S+)\s+(\S+)$/.exec(text.trim()) ?? []
  const isFirst = !isBlankMark(first) && isBlankMark(second) && second !== ''
  const isSecond = isBlankMark(first) && first !== '' && !isBlankMark(second)
  const number = isFirst ? first : second
  const letter = isFirst ? 'A' : 'D'
  if (!isFirst && !isSecond) readCell(reader, `${path}/transactionShares`, amount, count(reader))
  else readCell(reader, `${path}/transactionShares`, amount, () => besideADash(count(reader)(number)))
  readCell(reader, `${path}/transactionAcquiredDisposedCode`, direction, () =>
    isFirst || isSecond ? corrected(letter, 'bothDirections', [letter === 'A' ? 'D' : 'A']) : open(['A', 'D']),
  )
}

function besideADash(reading: Reading): Reading {
  return reading.kind === 'value' ? corrected(reading.written!, reading.because ?? 'dashBeside') : reading
}

/** Table II: a column for what was acquired and one for what was disposed of; one of them says something. */
function readDirections(
  reader: FieldReader,
  path: string,
  acquired: PaperCell | undefined,
  disposed: PaperCell | undefined,
): void {
  const said = [
    { letter: 'A', cell: acquired },
    { letter: 'D', cell: disposed },
  ].filter(({ cell }) => cell !== undefined && (cell.marks.length > 0 || !isBlankMark(cell.text)))
  const notZero = said.filter(({ cell }) => !/^\$?0+(?:\.0*)?$/.test(cell!.text.trim()))
  const chosen = said.length === 2 && notZero.length === 1 ? notZero : said
  const code = `${path}/transactionAcquiredDisposedCode`
  if (chosen.length !== 1) {
    if (chosen.length === 2) leaveOpen(reader, path, acquired!, disposed!)
    return
  }
  const [{ letter, cell }] = chosen as [{ letter: string; cell: PaperCell }]
  readQuantity(reader, `${path}/transactionShares`, `${path}/transactionTotalValue`, cell)
  const direction = said.length === 2 ? doubted(plainly(letter), 'oneZeroDirection') : plainly(letter)
  // The marks are those of the number.
  reader.draft.put(code, direction, { origin: originOfCell(cell), source: 'form' })
}

/** Two numbers where one column has to be empty. */
function leaveOpen(reader: FieldReader, path: string, acquired: PaperCell, disposed: PaperCell): void {
  const numbers = [acquired, disposed].map((cell) => count(reader)(unmarked(cell, reader.marks).text).written)
  const both: PaperCell = {
    text: `${acquired.text} ${disposed.text}`,
    lines: [],
    marks: [...acquired.marks, ...disposed.marks],
    words: [...acquired.words, ...disposed.words],
  }
  const alternatives = numbers.filter((number) => number !== undefined)
  readCell(reader, `${path}/transactionShares`, both, () => doubted(open(alternatives), 'twoDirections'))
  readCell(reader, `${path}/transactionAcquiredDisposedCode`, { ...both, marks: [] }, () =>
    doubted(open(['A', 'D']), 'twoDirections'),
  )
}
