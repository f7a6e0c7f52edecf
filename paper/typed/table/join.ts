import type { ColumnKey } from '@section16/core/facts'
import type { Word } from '../../page/page.ts'
import { doubted, textOf } from '../text/words.ts'
import type { Column, Part } from './borders.ts'
import { isMarksOnly } from './marks.ts'
import { isWhole, SCALARS } from './shapes.ts'

/**
 * How a table wraps: between words; anywhere, as some programs cut at the border without regard to words (then a line
 * that reaches the border is cut in a word, because a blank at the border would show); or, where every wrapped line
 * happens to reach the border and none proves either, unknown.
 */
export type Cutting = 'anywhere' | 'betweenWords' | 'unknown'

/** What a wrapped cell says. */
export interface Joined {
  readonly text: string
  readonly lines: readonly string[]
  readonly words: readonly Word[]
}

/** Words that stand in titles and natures of ownership: a cut inside one of them is a cut in a word. */
const USUAL = new Set(
  `common stock stocks option options purchase preferred class series shares share warrant warrants right rights buy
  nonqualified qualified incentive convertible debenture debentures note notes restricted employee director deferred
  phantom units unit performance appreciation partnership limited ordinary depositary american value value. spouse trust
  trustee custodian children child family foundation held account plan savings retirement minor wife husband and the to
  for of by par as in with under per`.split(/\s+/),
)

const DOUBT = 0.6
/** A column narrower than this is full by its one letter. */
const LEAST_WIDTH = 4

/**
 * Whether a part reaches from border to border of its column, so that it may have been cut there; `padding`: the blanks
 * that the table has between pipe and text.
 */
export function isFull({ words }: Part, { left, right }: Column, padding: number): boolean {
  const before = words[0]!.place.left - left
  return right - left >= LEAST_WIDTH && before <= padding + 1 && right - words.at(-1)!.place.right <= padding
}

/** Whether a part begins behind the others of its cell: it was cut at a blank. */
function isIndented({ words }: Part, parts: readonly Part[]): boolean {
  return words[0]!.place.left > Math.min(...parts.map((part) => part.words[0]!.place.left))
}

/**
 * The parts of one cell, top to bottom, as one text. A cut inside a word or number is closed without a blank only where
 * the part before it is full to the border and the cut is proved: a number or date that is not whole, a usual word, or a
 * table that cuts anywhere. Where that is not plain, the words are doubted.
 */
export function join(
  key: ColumnKey,
  parts: readonly Part[],
  column: Column,
  cutting: Cutting,
  padding: number,
): Joined {
  let text = ''
  let isDoubtful = false
  for (const [i, part] of parts.entries()) {
    const next = textOf(part.words)
    const before = parts[i - 1]
    const isClose = before !== undefined && isFull(before, column, padding) && !isIndented(part, parts)
    const seam: Seam = before ? seamOf(key, text, next, isClose, cutting) : { glue: '', isSure: true }
    const isProved = seam.glue === ' ' || !column.isOpen || !before || isCutInWord(key, text, next)
    isDoubtful ||= !seam.isSure || !isProved
    text = `${seam.dropsHyphen ? text.slice(0, -1) : text}${seam.glue}${next}`
  }
  const words = parts.flatMap((part) => part.words)
  return { text, lines: parts.map((part) => textOf(part.words)), words: isDoubtful ? doubted(words, DOUBT) : words }
}

interface Seam {
  readonly glue: '' | ' '
  readonly isSure: boolean
  readonly dropsHyphen?: boolean
}

function seamOf(key: ColumnKey, text: string, next: string, isFullLine: boolean, cutting: Cutting): Seam {
  if (isMarksOnly(next)) return { glue: ' ', isSure: true }
  if (/^(?:[,;)]|\.(?!\d))/.test(next)) return { glue: '', isSure: true }
  if (SCALARS.has(key) && /\d/.test(text)) return numberSeam(key, text, next)
  if (/[A-Za-z]-$/.test(text) && /^[a-z]/.test(next)) return hyphenSeam(text, next)
  if (/(?:^|\s)[A-Za-z]+-$/.test(text) && /^[A-Z][a-z]/.test(next)) return { glue: '', isSure: true }
  return isFullLine ? fullSeam(text, next, cutting) : { glue: ' ', isSure: true }
}

function numberSeam(key: ColumnKey, text: string, next: string): Seam {
  const isCut = !isWhole(key, text) && /^[\d/,.-]/.test(next)
  if (isCut) return { glue: '', isSure: isWhole(key, text + next) }
  return { glue: ' ', isSure: !/^\d/.test(next) }
}

function hyphenSeam(text: string, next: string): Seam {
  const joined = (/(\w+)-$/.exec(text)?.[1] ?? '') + (/^\w+/.exec(next)?.[0] ?? '')
  const isKnown = isUsual(joined)
  return { glue: '', isSure: isKnown || !/^non/i.test(joined), ...(isKnown && { dropsHyphen: true }) }
}

function fullSeam(text: string, next: string, cutting: Cutting): Seam {
  const end = /[A-Za-z]+$/.exec(text)?.[0] ?? ''
  const begin = /^[A-Za-z]+/.exec(next)?.[0] ?? ''
  const areWords = isUsual(end) && isUsual(begin)
  if (/[,;]$/.test(text) && /^[A-Za-z]/.test(next)) return { glue: ' ', isSure: cutting !== 'anywhere' }
  if (cutting === 'anywhere') return { glue: '', isSure: !areWords }
  if (end !== '' && begin !== '' && isUsual(end + begin) && !areWords) return { glue: '', isSure: true }
  return { glue: ' ', isSure: cutting === 'betweenWords' || areWords }
}

function isUsual(word: string): boolean {
  return USUAL.has(word.toLowerCase())
}

/** Whether a line and the next prove that a table cuts in words: a usual word or a number comes of both. */
export function isCutInWord(key: ColumnKey, text: string, next: string): boolean {
  if (SCALARS.has(key)) return /\d/.test(text) && !isWhole(key, text) && isWhole(key, text + next) && /^\d/.test(next)
  const end = /[A-Za-z]+$/.exec(text)?.[0] ?? ''
  const begin = /^[A-Za-z]+/.exec(next)?.[0] ?? ''
  return end !== '' && begin !== '' && isUsual(end + begin) && !(isUsual(end) && isUsual(begin))
}
