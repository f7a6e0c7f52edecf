import type { ColumnKey } from '@section16/core/facts'
import { textOf } from '../text/words.ts'
import type { Column, Part } from './borders.ts'
import { isFull } from './join.ts'
import { isMarksOnly } from './marks.ts'
import { fit, isWhole, SCALARS } from './shapes.ts'
import { splitKeys } from './split.ts'

/** A row of a table. */
export interface RowLines {
  /** Top to bottom, each with what it has in the columns. */
  readonly lines: readonly (readonly Part[])[]
  /** Whether its lines might be of two rows. */
  readonly isDoubtful: boolean
}

interface Keyed {
  readonly keys: readonly (readonly ColumnKey[] | undefined)[]
  readonly columns: readonly Column[]
  readonly isShown: boolean
  readonly padding: number
}

/** A line of the body: its parts, and what stands over it since the last one that had any. */
export interface BodyLine {
  readonly parts: readonly Part[]
  readonly isRuled: boolean
  readonly isApart: boolean
}

/**
 * Puts the lines of a table together to rows. A rule parts rows; else a line begins a row when it has a value where the
 * row above has one already, or a title that stands apart; a line with words only, or with the ends of values that are
 * cut, goes on with the row above. A title over a line of title and values may be a row of its own: doubtful.
 */
export function rowsOf(lines: readonly BodyLine[], keyed: Keyed): readonly RowLines[] {
  const rows: { lines: (readonly Part[])[]; isDoubtful: boolean }[] = []
  for (const line of lines) {
    const row = rows.at(-1)
    const begin = row && !line.isRuled ? begins(line, row.lines, keyed) : 'yes'
    if (!row || begin === 'yes') rows.push({ lines: [line.parts], isDoubtful: false })
    else {
      row.lines.push(line.parts)
      row.isDoubtful ||= begin === 'maybe'
    }
  }
  return rows
}

type Begin = 'yes' | 'no' | 'maybe'

function begins({ parts, isApart }: BodyLine, row: readonly (readonly Part[])[], keyed: Keyed): Begin {
  const scalars = parts.filter((part) => isScalar(part, keyed))
  const filled = row.flat().filter((part) => isScalar(part, keyed))
  const title = parts.find((part) => keyed.keys[part.column]?.[0] === 'securityTitle')
  const isTitled = title !== undefined && isCapital(title)
  if (scalars.length === 0) return isTitled ? beginsByTitle(title, isApart, row, keyed) : 'no'
  if (filled.length === 0) return isTitled ? (isApart ? 'yes' : 'maybe') : 'no'
  const taken = scalars.filter((part) => filled.some((above) => isSameAnswer(above, part, keyed)))
  if (taken.length > 0) return taken.every((part) => isTail(part, row, keyed)) ? 'no' : 'yes'
  return title !== undefined && (isApart || isTitled) ? 'yes' : 'no'
}

const TITLE_START = /^(?:common|class|ordinary|preferred|series)\b/i
const TITLE_END = /\b(?:stock|shares?|units?|interests?|options?|warrants?|debentures?|notes?)\b/i

/**
 * A title alone: a row where it stands apart; doubtful where it and the one above are both titles of securities, and it
 * begins as a title does or its first word would have had room on the line above.
 */
function beginsByTitle(
  title: Part,
  isApart: boolean,
  row: readonly (readonly Part[])[],
  { columns, isShown }: Keyed,
): Begin {
  const titles = row.flat().filter(({ column }) => column === title.column)
  const above = titles.at(-1)
  if (!above) return 'no'
  if (isApart) return 'yes'
  const room = columns[title.column]!.right - above.words.at(-1)!.place.right
  const hasRoom = isShown && room > title.words[0]!.text.length
  const text = textOf(title.words)
  const isTitle = TITLE_END.test(titles.map(({ words }) => textOf(words)).join(' ')) && TITLE_END.test(text)
  return isTitle && (hasRoom || TITLE_START.test(text)) ? 'maybe' : 'no'
}

/** Whether two parts of a column answer the same; in a column of several answers they may be two of these. */
function isSameAnswer(above: Part, part: Part, { keys }: Keyed): boolean {
  const own = keys[part.column]!
  if (above.column !== part.column) return false
  if (own.length === 1) return true
  const answered = splitKeys(own, textOf(above.words))
  return splitKeys(own, textOf(part.words)).some((key) => answered.includes(key))
}

/** A value, not only a dash or a footnote's mark. */
function isScalar(part: Part, { keys }: Keyed): boolean {
  const own = keys[part.column]
  if (!own?.some((key) => SCALARS.has(key))) return false
  const text = textOf(part.words)
  return !isMarksOnly(text) && !(own.length === 1 && isMoreText(own[0]!, text))
}

/** `Immediately`, `exercisable`: words in a column of values go on over several lines. */
function isMoreText(key: ColumnKey, text: string): boolean {
  return /^[a-z]{3,}/.test(text) && fit(key, text) === 0
}

function isCapital({ words }: Part): boolean {
  return /^[A-Z0-9("'$]/.test(words[0]!.text)
}

/** Whether a part is the end of the value above it: that is not whole, or full to a shown border and this is not whole. */
function isTail(part: Part, row: readonly (readonly Part[])[], { keys, columns, isShown, padding }: Keyed): boolean {
  const before = row.flat().findLast(({ column }) => column === part.column)!
  const key = keys[part.column]![0]!
  const text = textOf(before.words)
  const own = textOf(part.words)
  if (!isWhole(key, text) && (isWhole(key, text + own) || isWhole(key, `${text} ${own}`))) return true
  const isCut = isShown && isFull(before, columns[part.column]!, padding)
  return isCut && fit(key, own) < 1 && fit(key, text + own) >= 0
}
