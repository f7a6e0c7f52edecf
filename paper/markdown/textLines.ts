import type { Word } from '../page/page.ts'

/** One cell of a line: all of it where the line is no line of a table. */
export interface TextCell {
  /** From 0. */
  readonly column: number
  readonly words: readonly Word[]
}

/** One line of the text that says something, its cells in order; empty cells are left out. */
export interface TextLine {
  /** From 0, empty lines counted. */
  readonly number: number
  readonly isTable: boolean
  readonly cells: readonly TextCell[]
}

/** Text that OCR made does not say how sure it is of a letter; this much is believed. */
export const TEXT_CERTAINTY = 0.95

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * The lines of a text in Markdown or plain form: tables of cells between tabs or pipes, everything else one cell a line.
 * Markup is taken off (`<u>`, `**`, `#`, `\$`); raised figures (`⁽¹⁾`, `<sup>1</sup>`) stay known as raised. A place counts
 * columns of the table and lines of the text.
 */
export function textLines(text: string): TextLine[] {
  return text.split(/\r\n?|\n/).flatMap((line, number) => {
    const cells = cellsOf(line)
    const said = cells.flatMap((cell, column) => {
      const words = wordsOf(cell, column, number)
      return words.length > 0 ? [{ column, words }] : []
    })
    return said.length > 0 ? [{ number, isTable: cells.length > 1, cells: said }] : []
  })
}

/** The widest table of a form has 17 columns, cut apart as they may be; a line of more cells is no line of a table. */
const MOST_CELLS = 64

function cellsOf(line: string): string[] {
  const cells = partedBy(line)
  return cells.length > MOST_CELLS ? [cells.join(' ')] : cells
}

function partedBy(line: string): string[] {
  if (line.includes('\t')) return line.split('\t')
  const piped = /^\s*\|(.*?)\|?\s*$/.exec(line)?.[1]
  if (piped === undefined) return [line]
  if (/^[\s|:-]*$/.test(piped)) return []
  return piped.split(/(?<!\\)\|/)
}

function wordsOf(cell: string, column: number, line: number): Word[] {
  const place = { page: 1, left: column, top: line, right: column + 1, bottom: line + 1 }
  return markedUp(cell)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const isRaised = word.startsWith(RAISED)
      const text = isRaised ? word.slice(RAISED.length) : word
      return { text, place, certainty: TEXT_CERTAINTY, ...(isRaised && { isRaised }) }
    })
}

/** Stands before a raised word while markup is taken off; no text has it. */
const RAISED = '\u0001'

function markedUp(cell: string): string {
  return cell
    .replaceAll(RAISED, '')
    .replace(/<sup>\s*\(?(.*?)\)?\s*<\/sup>/gi, ` ${RAISED}($1) `)
    .replace(/⁽?([⁰¹²³⁴⁵⁶⁷⁸⁹]+)⁾?/g, (_, figures: string) => ` ${RAISED}(${plainFigures(figures)}) `)
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?(?:u|b|i|em|strong|span|p|div|center|sub)\b[^>]*>/gi, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/\*\*(\S.*?\S|\S)\*\*/g, '$1')
    .replace(/\\([$*_#|[\]()~`>.+!-])/g, '$1')
}

function plainFigures(figures: string): string {
  return figures.replace(/./g, (figure) => String(SUPERSCRIPTS.indexOf(figure)))
}

/** All words of a line. */
export function wordsIn(line: TextLine): Word[] {
  return line.cells.flatMap(({ words }) => words)
}

export function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ')
}
