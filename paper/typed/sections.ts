import { FORM_TITLE } from './head/head.ts'
import { HEAD_LABELS } from './head/headLabels.ts'
import type { GridLine } from './text/grid.ts'
import { labelStart } from './text/label.ts'
import { isPrint } from './text/print.ts'
import { segmentsOf } from './text/segments.ts'
import { textOf } from './text/words.ts'

export type SectionKind = 'head' | 'I' | 'II' | 'responses' | 'remarks' | 'signature' | 'more' | 'filer'

/** Lines of a form that belong together, the landmark that begins them first. */
export interface Section {
  readonly kind: SectionKind
  readonly lines: readonly GridLine[]
}

/** A title may stand so many lines above box 1. */
const TITLE_REACH = 60

/**
 * The lines of each form in a text. A form begins with a title (`FORM 4`, `STATEMENT OF CHANGES …`) with box 1 below it
 * and a table of its own; a continuation page has the one or the other. What stands before the first title is the first
 * form's. None where no box 1 and no table is found.
 */
export function formsIn(lines: readonly GridLine[]): readonly (readonly GridLine[])[] {
  const kinds = lines.map((line, i) => landmark(line, lines[i + 1]))
  const hasTable = (from: number, to: number) => kinds.slice(from, to).some((kind) => kind === 'I' || kind === 'II')
  const starts: number[] = []
  const boxes = lines.flatMap((line, i) => (hasBoxOne(line) ? [i] : []))
  for (const [i, at] of boxes.entries()) {
    const from = Math.max(boxes[i - 1] ?? -1, at - TITLE_REACH) + 1
    const title = from + lines.slice(from, at).findIndex(isTitle)
    const isFirst = starts.length === 0
    if (title < from && !isFirst) continue
    if (hasTable(at, boxes[i + 1] ?? lines.length) && (isFirst || hasTable(starts.at(-1)!, at)))
      starts.push(isFirst ? 0 : topOf(lines, title))
  }
  if (starts.length === 0 && hasTable(0, lines.length) && lines.some(isTitle)) starts.push(0)
  if (starts.length === 0 && boxes.length > 0 && lines.some(isTitle)) starts.push(0)
  return starts.map((from, i) => lines.slice(from, starts[i + 1]))
}

function hasBoxOne(line: GridLine): boolean {
  return segmentsOf(line).some(({ words }) =>
    HEAD_LABELS.some(({ key, folded }) => {
      const start = key === 'reportingOwner' && labelStart(words, folded)
      return start && start.at >= 12
    }),
  )
}

function isTitle(line: GridLine): boolean {
  return segmentsOf(line).some(({ words }) => {
    const text = textOf(words)
    if (/continued|cont\./i.test(text)) return false
    return (
      new RegExp(FORM_TITLE.source, 'i').test(text) ||
      /^(?:annual |initial )?statement of (?:changes|benef)/i.test(text)
    )
  })
}

/** The print above a title belongs to it. */
function topOf(lines: readonly GridLine[], title: number): number {
  let top = title
  while (top > 0) {
    const above = lines[top - 1]!
    if (!above.isRule && !above.isBlank && !segmentsOf(above).every(({ words }) => isPrint(words))) break
    top--
  }
  return top
}

/** The sections of one form, in the order in which they stand; a kind may come several times. */
export function sectionsOf(lines: readonly GridLine[]): readonly Section[] {
  const sections: { kind: SectionKind; lines: GridLine[] }[] = [{ kind: 'head', lines: [] }]
  for (const [i, line] of lines.entries()) {
    const current = sections.at(-1)!
    const kind = next(current.kind, line, lines[i + 1])
    if (kind === current.kind && kind !== 'more' && kind !== 'filer') current.lines.push(line)
    else if (kind === 'signature') sections.push({ kind, lines: [...signedAbove(current, line), line] })
    else if (kind) sections.push({ kind, lines: [line] })
    else current.lines.push(line)
  }
  return sections
}

function next(current: SectionKind, line: GridLine, below: GridLine | undefined): SectionKind | undefined {
  const kind = landmark(line, below)
  if (kind === 'signature' && current === 'head') return undefined
  if (current !== 'head' && hasBoxOne(line)) return 'more'
  if (current !== 'head' && isFiler(line)) return 'filer'
  if (kind) return kind
  return current === 'head' || current === 'I' || current === 'signature' ? headingOf(line, current) : undefined
}

/** `Name: …`, with which the particulars of a further reporting person begin. */
function isFiler(line: GridLine): boolean {
  return /^name(?: of joint filer)?:/i.test(textOf(line.words))
}

const NON_DERIVATIVE = /non\s*-?\s*derivative/i

/** What begins at a line by its own words. */
function landmark(line: GridLine, below: GridLine | undefined): SectionKind | undefined {
  if (line.words.length === 0) return undefined
  const text = textOf(line.words)
  const near = `${text} ${below ? textOf(below.words) : ''}`
  if (/\btable\s*(?:ii|2|ll|11|two)\b/i.test(text) && /derivat/i.test(near)) return 'II'
  if (/\btable\s*(?:i|1|l|one)\b/i.test(text) && NON_DERIVATIVE.test(near)) return 'I'
  if (NON_DERIVATIVE.test(text) && /securities/i.test(text) && /acquired|owned/i.test(text)) return 'I'
  if (/(?:^|\s)derivative securities (?:acquired, disp|benef|owned)/i.test(text) && !/number|amount/i.test(text))
    return 'II'
  if (/explanations?\s+of\s+responses?/i.test(text)) return 'responses'
  if (/^remarks?\s*:/i.test(text)) return 'remarks'
  if (/\/s\/|signature\s+of\s+(?:the\s+)?reporting\s+pers|^\**\s*signatures?\b\s*[:_*-]*/i.test(text))
    return 'signature'
  return undefined
}

/** A column's heading that begins a table which has no title. */
function headingOf(line: GridLine, current: SectionKind): SectionKind | undefined {
  const text = textOf(line.words)
  if (/title\s+of\s+deriv/i.test(text)) return 'II'
  return current !== 'I' && /^\(?1?[.):]*\s*title\s+of\s+secur/i.test(text) ? 'I' : undefined
}

/** Lines over a signature that belong to it may be so many: the firm's name, the person's. */
const MOST_SIGNED = 3
/** Blank lines between a firm's name and `By: /s/`; over more than one only a short line is a name. */
const MOST_BLANK = 3
const LONGEST_NAME = 60

/**
 * What is signed above a landmark, taken from the section before: the line over the rule above `Signature of Reporting
 * Person`; the lines that stand together directly over `/s/`, or over `By: /s/` with a few blank lines between.
 */
function signedAbove(
  section: { readonly kind: SectionKind; readonly lines: GridLine[] },
  landmark: GridLine,
): GridLine[] {
  const { lines } = section
  const text = textOf(landmark.words)
  const isBy = /^by\b/i.test(text)
  let end = lines.length
  while (end > 0 && lines[end - 1]!.isRule) end--
  const isRuled = end < lines.length
  const blanks = isBy ? end - (lines.slice(0, end).findLastIndex((line) => !line.isBlank) + 1) : 0
  if (blanks > MOST_BLANK) return []
  end -= blanks
  if (!isRuled && !/\/s\//i.test(text)) return []
  let from = end
  while (from > 0 && lines[from - 1]!.words.length > 0 && !lines[from - 1]!.isRule) from--
  const block = lines.slice(from, end)
  const isNear = blanks < 2 || block.every((line) => textOf(line.words).length <= LONGEST_NAME)
  const isOwn =
    isNear && block.length > 0 && block.length <= MOST_SIGNED && block.every((line, i) => isName(line, section.kind, i))
  if (isOwn) return lines.splice(from)
  const last = block.at(-1)
  return isRuled && last && isName(last, section.kind, 1) ? lines.splice(end - 1) : []
}

/** Whether a line may be a signature's: no row of a table, no heading, no footnote. */
function isName(line: GridLine, kind: SectionKind, position: number): boolean {
  const segments = segmentsOf(line)
  const isTable = kind === 'I' || kind === 'II'
  if (isTable && (segments.length > 2 || line.pipes.length > 1)) return false
  if (/explanations?\s+of\s+responses?/i.test(line.text) || isPrint(line.words)) return false
  return position > 0 || !/^\s*(?:[([{](?:note )?\w{1,2}[)\]}]|\/\d{1,2}\/|\*|\d{1,2}[.)]\s|note \d)/i.test(line.text)
}
