import type { Word } from '../../page/page.ts'
import { wordsOf } from './words.ts'

/** A line of typed text on its page, cut into words; a column is a character, from 0. */
export interface GridLine {
  /** Where it stands in the whole text, from 0. */
  readonly index: number
  readonly page: number
  /** As typed, tags blanked out, tabs widened: a character's index is its column. */
  readonly text: string
  readonly words: readonly Word[]
  /** The columns of its pipes. */
  readonly pipes: readonly number[]
  /** Nothing but dashes, underscores, equals or pluses (pipes beside): a ruled line. */
  readonly isRule: boolean
  /** Nothing at all, not even a pipe. */
  readonly isBlank: boolean
  /** The columns that `<S>` and `<C>` mark, on the one line of a `<TABLE>` that has them. */
  readonly stops?: readonly number[]
}

/** Longer texts are no typed form: the longest seen have some hundred thousand characters. */
const MOST_CHARACTERS = 2_000_000
const MOST_LINES = 20_000
/** A line is looked at up to here; what stands behind is cut into further lines. */
const WIDEST_LINE = 1000

const TAB = 8

/** A pipe on either side of a cross or blank is a box to tick when one of the form's tick labels follows. */
const PIPED_BOX = /\|([xX_ ]{1,3})\|(?=[ _]{0,3}(?:Director|10 ?%|Ten|Officer|Other|Form |Check ))/gi

/**
 * The text of a `<TEXT>` block as lines, their pages counted by `<PAGE>` and form feeds; `undefined` where it is too
 * long to be a form (2,000,000 characters, 20,000 lines). A line over 1,000 characters goes on as further lines.
 */
export function gridOf(text: string): readonly GridLine[] | undefined {
  if (text.length > MOST_CHARACTERS) return undefined
  const raw = unescaped(text.replace(/\r\n?/g, '\n').split('\n').flatMap(cutWide))
  if (raw.length > MOST_LINES) return undefined
  const lines: GridLine[] = []
  let page = 1
  let number = 0
  for (const [index, line] of raw.entries()) {
    if (/^\s*<PAGE>|\f/i.test(line) && number > 0) {
      page++
      number = 0
    }
    lines.push(gridLine(line, index, page, ++number))
  }
  return lines
}

function cutWide(line: string): string[] {
  if (line.length <= WIDEST_LINE) return [line]
  const parts: string[] = []
  for (let i = 0; i < line.length; i += WIDEST_LINE) parts.push(line.slice(i, i + WIDEST_LINE))
  return parts
}

/** Privacy-enhanced messages write `- ` before each line that begins with a dash: before rules, and where all have it. */
function unescaped(lines: readonly string[]): readonly string[] {
  const dashed = lines.filter((line) => line.startsWith('-'))
  const isEscaped = dashed.length > 0 && dashed.every((line) => line.startsWith('- -'))
  return lines.map((line) => ((isEscaped && line.startsWith('- -')) || /^- -{3}/.test(line) ? line.slice(2) : line))
}

function gridLine(raw: string, index: number, page: number, number: number): GridLine {
  const wide = widened(raw.replaceAll('\f', ' '))
  const stops = /<S>/i.test(wide) ? [...wide.matchAll(/<[SC]>/gi)].map((found) => found.index) : undefined
  const text = wide
    .replace(/<\/?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d{1,2}|TEXT|B|I|U|PRE|R)>/gi, (tag) => ' '.repeat(tag.length))
    .replace(PIPED_BOX, '[$1]')
  const words = wordsOf(text, page, number)
  const pipes = [...text.matchAll(/\|/g)].map((found) => found.index)
  const isRule = words.length > 0 && (words.every(isRuleWord) || isDotted(words))
  return { index, page, text, words, pipes, isRule, isBlank: text.trim() === '', ...(stops && { stops }) }
}

function widened(line: string): string {
  if (!line.includes('\t')) return line
  let result = ''
  for (const letter of line) result += letter === '\t' ? ' '.repeat(TAB - (result.length % TAB)) : letter
  return result
}

/** A run of dashes, underscores, equals, pluses or leaders: print, no word. */
export function isRuleWord(word: Word): boolean {
  return /^(?:[-=~+_.]{3,}|_+|={2,}|\*{5,}|[-=~+]*\+[-=~+]+)$/.test(word.text)
}

/** `- - - - - -`: a ruled line of single dashes. */
function isDotted(words: readonly Word[]): boolean {
  return words.length >= 6 && words.every((word) => /^[-=_.]+$/.test(word.text))
}
