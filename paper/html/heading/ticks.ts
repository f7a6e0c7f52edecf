import type { PaperTick, TickName } from '../../form/paperForm.ts'
import { type Cell, rowsOf, type Token, textOf, tokensIn } from '../page/blocks.ts'
import type { Claims } from '../page/claims.ts'
import { signState } from '../page/signs.ts'
import type { TickLabel } from './boxes.ts'

interface Sign {
  readonly state: PaperTick['state']
  readonly tokens: readonly Token[]
}

/** A form has ten; more are looked at only for those that come again. */
const MOST_LABELS = 100

export type Ticks = ReadonlyMap<TickName, PaperTick>

/**
 * The boxes to tick of one group of labels: each sign stands before its label or each behind it, in the line or in the
 * cell beside. A box without a sign is `unread`; an empty cell where others have a cross is an empty box. A label that
 * comes again (a continuation page) counts the first time.
 */
export function readTicks(all: readonly TickLabel[], claims: Claims): Ticks {
  const labels = all.slice(0, MOST_LABELS)
  const before = labels.map((label) => signBefore(label, labels))
  const after = labels.map((label) => signAfter(label, labels))
  const drawn = (signs: readonly (Sign | undefined)[]) => signs.filter((sign) => sign && sign.tokens.length > 0).length
  const isAfter = drawn(after) > drawn(before) || (drawn(after) === drawn(before) && before[0] === undefined)
  const ticks = new Map<TickName, PaperTick>()
  for (const [i, { name }] of labels.entries()) {
    const sign = (isAfter ? after : before)[i]
    if (sign) claims.take(sign.tokens)
    if (ticks.has(name)) continue
    ticks.set(name, { state: sign?.state ?? 'unread', words: sign?.tokens.map(({ word }) => word) ?? [] })
  }
  return ticks
}

/** The words of its line between the label before and this one, then the cells to the left. */
function signBefore({ text, start, spot }: TickLabel, labels: readonly TickLabel[]): Sign | undefined {
  const from = Math.max(0, ...labels.filter((each) => each.text === text && each.end <= start).map(({ end }) => end))
  const between = text.slice(from, start).filter(({ line }) => line === text[start]!.line)
  if (between.length > 0) return signIn(between, 'end')
  return from === 0 && spot ? neighbour(rowOf(spot).slice(0, indexIn(spot)).reverse()) : undefined
}

function signAfter({ text, end, spot }: TickLabel, labels: readonly TickLabel[]): Sign | undefined {
  const next = labels.find((each) => each.text === text && each.start >= end)
  const between = text.slice(end, next?.start).filter(({ line }) => line === text[end - 1]!.line)
  if (between.length > 0) return signIn(between, 'start')
  return next === undefined && spot ? neighbour(rowOf(spot).slice(indexIn(spot) + 1)) : undefined
}

type Spot = NonNullable<TickLabel['spot']>

const rowOf = ({ table, cell }: Spot) => rowsOf(table)[cell.row]!
const indexIn = (spot: Spot) => rowOf(spot).indexOf(spot.cell)

/** The longest run of words at an end that is a sign: `[ X ]` is three. */
function signIn(tokens: readonly Token[], side: 'start' | 'end'): Sign | undefined {
  const drawn = side === 'start' ? tokens.find(({ tick }) => tick) : tokens.findLast(({ tick }) => tick)
  if (drawn?.tick) return { state: drawn.tick, tokens: [drawn] }
  for (let count = Math.min(4, tokens.length); count > 0; count--) {
    const part = side === 'start' ? tokens.slice(0, count) : tokens.slice(-count)
    const state = signState(textOf(part))
    if (state) return { state, tokens: part }
  }
  return undefined
}

/** The first cell with something in it, if that is a sign; an empty box where only empty cells come first. */
function neighbour(cells: readonly Cell[]): Sign | undefined {
  if (cells.length === 0) return undefined
  const full = cells.findIndex(({ blocks }) => tokensIn(blocks).length > 0)
  const tokens = full < 0 ? [] : tokensIn(cells[full]!.blocks)
  const sign = tokens.length > 0 && tokens.length <= 4 ? signIn(tokens, 'end') : undefined
  if (sign && sign.tokens.length === tokens.length) return sign
  return full === 0 ? undefined : { state: 'empty', tokens: [] }
}
