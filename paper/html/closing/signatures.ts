import type { PaperSignature } from '../../form/paperForm.ts'
import { likeness } from '../../labels/likeness.ts'
import { type House, type Token, textOf } from '../page/blocks.ts'
import { type Claims, claimed, optional } from '../page/claims.ts'
import { isPrint } from '../page/print.ts'
import { type Row, type Segment, wordsOf } from './lines.ts'

const LABEL = 'Signature of Reporting Person'
/** Lines of a signature above its label, where no table holds them. */
const MOST_LINES = 6

const bare = (tokens: readonly Token[]) => textOf(tokens.filter(({ isValue }) => !isValue)).replace(/^[*_\s]+/, '')

/** The words below or above a signature. */
export function isSignatureLabel({ tokens }: Segment): boolean {
  const text = bare(tokens).slice(0, 60)
  const words = text.split(' ').slice(0, 4).join(' ')
  return !tokens.some(({ isValue }) => isValue) && (likeness(words, LABEL) > 0.86 || likeness(text, LABEL) > 0.86)
}

const isDateLabel = ({ tokens }: Segment) => /^date:?$/i.test(textOf(tokens).replace(/[*_]/g, '').trim())

/** The signatures: what stands above the printed words `Signature of Reporting Person`, or, in a table, below them. */
export function readSignatures(rows: readonly Row[], house: House, claims: Claims): PaperSignature[] {
  const labelled = rows.flatMap((row, i) => (row.segments.some(isSignatureLabel) ? [i] : []))
  return labelled.flatMap((at, i) => {
    const row = rows[at]!
    const above = rows.slice((labelled[i - 1] ?? -1) + 1, at)
    const below = rows.slice(at + 1, labelled[i + 1])
    return row.table ? ofTable(row, above, below, house, claims) : ofLines(row, above, below, claims)
  })
}

/** `label` names the columns: rows of its table above it, or else below. */
function ofTable(
  label: Row,
  above: readonly Row[],
  below: readonly Row[],
  house: House,
  claims: Claims,
): PaperSignature[] {
  const isOwn = (row: Row) => row.table === label.table && claims.free(wordsOf(row)).length > 0 && !isPrinted(row)
  const before = above.filter(isOwn)
  const rows = before.length > 0 ? before : below.filter(isOwn)
  const name = label.segments.find(isSignatureLabel)!
  const date = label.segments.find(isDateLabel)
  claims.ignore('form', [...name.tokens, ...(date?.tokens ?? [])])
  // A name, a title and a firm below one another are one signature where nothing says that they are several.
  const groups = house === 'other' && before.length > 0 ? [rows] : rows.map((row) => [row])
  return groups.flatMap((group) =>
    signature(
      group.flatMap(({ segments }) => segments),
      name,
      date,
      claims,
    ),
  )
}

function signature(
  segments: readonly Segment[],
  name: Segment,
  date: Segment | undefined,
  claims: Claims,
): PaperSignature[] {
  const inColumns = (label: Segment | undefined) =>
    label ? segments.filter((each) => overlaps(each, label)).flatMap(({ tokens }) => claims.free(tokens)) : []
  const lines = Map.groupBy(inColumns(name), ({ line }) => line)
  const { names, dates } = date
    ? { names: inColumns(name), dates: inColumns(date) }
    : partDates([...lines.values()], claims)
  return signed(names, dates, claims)
}

function signed(names: readonly Token[], dates: readonly Token[], claims: Claims): PaperSignature[] {
  const name = claimed(names, claims)
  const date = claimed(dates, claims)
  return name || date ? [{ ...optional('name', name), ...optional('date', date) }] : []
}

const overlaps = (a: Segment, b: Segment) => a.column < b.column + b.columns && b.column < a.column + a.columns

const isPrinted = (row: Row) => {
  const words = wordsOf(row)
  return !words.some(({ isValue }) => isValue) && isPrint(textOf(words))
}

/** The lines above a label, from the one that begins like a signature; a date behind it or in a line of its own. */
function ofLines(label: Row, above: readonly Row[], below: readonly Row[], claims: Claims): PaperSignature[] {
  const words = wordsOf(label)
  const after = words.findIndex(({ word }) => /^date:?$/i.test(word.text))
  claims.ignore('form', after < 0 ? words : words.slice(0, after))
  const next = below.find((row) => claims.free(wordsOf(row)).length > 0)
  const dated = next && !next.table && /^dated?\b/i.test(textOf(wordsOf(next))) ? [wordsOf(next)] : []
  const behind = after < 0 ? [] : [words.slice(after)]
  const { names, dates } = partDates([...linesAbove(above, claims), ...behind, ...dated], claims)
  return signed(names, dates, claims)
}

/** From the line that begins like a signature; without one, the nearest if it can be a name. */
function linesAbove(above: readonly Row[], claims: Claims): (readonly Token[])[] {
  const lines: (readonly Token[])[] = []
  for (const row of above.slice(-MOST_LINES).reverse()) {
    const tokens = claims.free(wordsOf(row))
    if (row.table || tokens.length === 0) break
    if (!isPrinted(row)) lines.unshift(tokens)
  }
  const start = lines.findIndex((tokens) => /^(?:\/s\/|by\b)/i.test(textOf(tokens)))
  if (start >= 0) return lines.slice(start)
  return lines.slice(-1).filter((tokens) => /^[\p{L}\s.,'-]{3,60}$/u.test(textOf(tokens)))
}

const DATE = /(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|[A-Z][a-z]+\.? \d{1,2}, ?\d{4})$/

/** Dates at the end of lines and in lines that begin with `Date`, apart from the rest. */
function partDates(lines: readonly (readonly Token[])[], claims: Claims): { names: Token[]; dates: Token[] } {
  const names: Token[] = []
  const dates: Token[] = []
  for (const tokens of lines) {
    const text = textOf(tokens)
    const isDate = /^dated?\b/i.test(text)
    const at = isDate ? 1 : tokens.length - (DATE.exec(text)?.[0].split(' ').length ?? 0)
    if (isDate) claims.ignore('form', tokens.slice(0, 1))
    else names.push(...tokens.slice(0, at))
    dates.push(...tokens.slice(at))
  }
  return { names, dates }
}
