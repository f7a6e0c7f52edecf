import type { PaperSignature } from '../../form/paperForm.ts'
import type { Word } from '../../page/page.ts'
import { byLine, cellOf } from '../text/cell.ts'
import type { GridLine } from '../text/grid.ts'
import { isPrint } from '../text/print.ts'
import { type Segment, segmentOf, segmentsOf } from '../text/segments.ts'
import { textOf } from '../text/words.ts'

export interface Signatures {
  readonly signatures: readonly PaperSignature[]
  readonly print: readonly Word[]
}

type Piece = { readonly kind: 'label' | 'dateLabel' | 'date' | 'text'; readonly segment: Segment }

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const DATE = new RegExp(
  `^(?:dated?:?\\s*|as of\\s+)?(?:\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|${MONTH}\\s*\\d{1,2}\\s*,?\\s*\\d{2,4}|` +
    `\\d{1,2}(?:st|nd|rd|th)?(?:\\s+day\\s+of)?[-\\s]*${MONTH}[-\\s,]*\\d{2,4}|\\d{4}-\\d{2}-\\d{2})$`,
  'i',
)
const LABEL = /^[*\s]*signatures?(?:\s+of\s+(?:the\s+)?reporting\s+person(?:\(s\))?)?[*\s]*:?$/i
const DATE_LABEL = /^date[d]?\s*:?$/i

/** A signature being read. */
interface Open {
  readonly name: Segment[]
  date: Segment | undefined
  /** Whether a label `Signature` stands above or below it. */
  isLabelled: boolean
  /** Whether a blank line came after name and date. */
  isClosed: boolean
}

/**
 * Names and dates of signatures. A piece of text that is a date is one wherever it stands; of the others, those before or
 * behind a label `Signature of Reporting Person` are its name, lines one below the other together. A new `/s/`, a second
 * date or a blank line after both begins the next. What is neither labelled, dated nor `/s/` is no signature.
 */
export function readSignatures(lines: readonly GridLine[]): Signatures {
  const print: Word[] = []
  const all: Open[] = []
  let isLabelled = false
  for (const line of lines) {
    const open = all.at(-1)
    if (line.isBlank && open?.date && open.name.length > 0) open.isClosed = true
    for (const { kind, segment } of segmentsOf(line).flatMap(piecesOf)) {
      if (kind === 'label') isLabelled = label(all.at(-1))
      if (kind === 'label' || kind === 'dateLabel' || isNoWord(segment) || isPrint(segment.words))
        print.push(...segment.words)
      else {
        add(all, kind, segment, isLabelled)
        isLabelled = false
      }
    }
  }
  const signed = all.filter((one) => one.isLabelled || hasSigned(one) || (one.date && one.name.length > 0))
  const by = signed.flatMap(({ name }) => name.flatMap(byOf))
  return { signatures: signed.map(signatureOf), print: [...print, ...by] }
}

/** Stars or dashes alone, `By:` alone. */
function isNoWord({ words }: Segment): boolean {
  return /^by:$/i.test(textOf(words)) || words.every(({ text }) => !/[\p{L}\p{N}]/u.test(text))
}

/** `By:` before `/s/`. */
function byOf({ words }: Segment): readonly Word[] {
  return SIGNED.test(textOf(words)) && /^by/i.test(words[0]!.text) ? words.slice(0, 1) : []
}

/** A label belongs to the name above it, if that has none; else (true) to what follows. */
function label(open: Open | undefined): boolean {
  if (!open || open.isLabelled) return true
  open.isLabelled = true
  return false
}

function add(all: Open[], kind: Piece['kind'], segment: Segment, isLabelled: boolean): void {
  const last = all.at(-1)
  const isSigned = SIGNED.test(textOf(segment.words))
  const isFull = last && (kind === 'date' ? last.date !== undefined : isSigned && hasSigned(last))
  const isNext = !last || last.isClosed || isFull
  const one: Open = isNext ? { name: [], date: undefined, isLabelled, isClosed: false } : last
  if (isNext) all.push(one)
  if (kind === 'date') one.date = segment
  else one.name.push(segment)
}

function hasSigned({ name }: Open): boolean {
  return name.some(({ words }) => SIGNED.test(textOf(words)))
}

/** `/s/ A. Name`, `By: /s/ A. Name`. */
const SIGNED = /^(?:by:? )?\/s\//i

/**
 * The words of a name: where `/s/` says who signed, no others (the firm's name above, the name in print and the title below
 * are in no field).
 */
function nameOf(name: readonly Segment[]): readonly Word[] {
  const signed = name.find(({ words }) => SIGNED.test(textOf(words)) && /\/s\/ ?\S/i.test(textOf(words)))
  return signed ? signed.words.slice(byOf(signed).length) : name.flatMap(({ words }) => words)
}

function signatureOf({ name, date }: Open): PaperSignature {
  const nameCell = cellOf(byLine(nameOf(name)))
  const dateCell = date && cellOf([date.words])
  return { ...(nameCell && { name: nameCell }), ...(dateCell && { date: dateCell }) }
}

/** A segment as label, date or text; a label with its answer behind it (`Date: 3/1/99`) as two. */
function piecesOf(segment: Segment): Piece[] {
  const { words } = segment
  const text = textOf(words)
  if (LABEL.test(text)) return [{ kind: 'label', segment }]
  if (DATE_LABEL.test(text)) return [{ kind: 'dateLabel', segment }]
  for (let count = 1; count < words.length; count++) {
    const before = segmentOf(segment.line, words.slice(0, count))
    const behind = segmentOf(segment.line, words.slice(count))
    const label = textOf(before.words)
    if (DATE_LABEL.test(label) && DATE.test(textOf(behind.words)))
      return [
        { kind: 'dateLabel', segment: before },
        { kind: 'date', segment: behind },
      ]
    if (LABEL.test(label) && /[*:]$/.test(label)) return [{ kind: 'label', segment: before }, ...piecesOf(behind)]
  }
  if (DATE.test(text)) return [{ kind: 'date', segment }]
  return dateBehind(segment) ?? [{ kind: 'text', segment }]
}

/** `/s/ A. Name 3/1/99`, one blank between. */
function dateBehind({ line, words }: Segment): Piece[] | undefined {
  for (let count = 1; count < words.length; count++) {
    if (!DATE.test(textOf(words.slice(count)))) continue
    const name = segmentOf(line, words.slice(0, count))
    return [
      { kind: 'text', segment: name },
      { kind: 'date', segment: segmentOf(line, words.slice(count)) },
    ]
  }
  return undefined
}
