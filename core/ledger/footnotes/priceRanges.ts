import type { Decimal } from '../../model/decimal.ts'
import { Cursor } from './cursor.ts'
import type { Certainty, Span } from './reading.ts'
import { type Token, tokensOf } from './tokens.ts'

/** The lowest and the highest price of several trades on one line, US dollars. */
export interface PriceRange {
  readonly low: Decimal
  readonly high: Decimal
  /** Both ends are said to belong to it. */
  readonly isInclusive: boolean
  readonly at: Span
}

/** Why a range is not read, or not certain. */
export type PriceRangeReason = 'noRange' | 'lowAboveHigh' | 'foreignCurrency' | 'otherPrices'

/** What a footnote says about a weighted average price. */
export interface PriceRangeReading {
  readonly kind: 'priceRange'
  /** From the words `weighted average` to the last range, whichever comes first to last. */
  readonly at: Span
  readonly certainty: Certainty
  readonly reasons: readonly PriceRangeReason[]
  /** In the order said; several where one footnote speaks of several lines, days or groups of trades. */
  readonly ranges: readonly PriceRange[]
  /** The average itself, where the footnote repeats it. */
  readonly averages: readonly Decimal[]
  /** Whether it undertakes to give the number of shares at each price (staff letter of 2008-06-25, condition 5). */
  readonly hasUndertaking: boolean
}

const AVERAGE =
  /weighted[\s-]*(?:\w+[\s-]+)?averaged?|average(?:d)?\s+(?:\w+\s+){0,2}prices?|average\s+of\s+(?:\w+\s+)?prices|multiple\s+(?:trades|transactions|prices)/i

const UNDERTAKING =
  /undertak|(?:up)?on\s+(?:\w+\s+)?request|(?:will|shall|agrees?\s+to|hereby|can|may)\s+(?:be\s+)?(?:promptly\s+)?(?:provide|furnish|supply|suppli|make\s+available|made\s+available)|full\s+information/i

/**
 * Reads the price ranges beside a weighted average price; `undefined` where the footnote speaks of none
 * (section16-rules.md 2.9).
 */
export function priceRangeReading(text: string): PriceRangeReading | undefined {
  const found = AVERAGE.exec(text)
  if (!found || !/price|sold|purchase|trade|transaction/i.test(text)) return undefined
  // "The average of our stock price over 90 days" sets a condition, not the price of a trade.
  if (!/weighted/i.test(found[0]) && !/sold|sale|bought|purchas|trade|execut|transaction/i.test(text)) return undefined
  const tokens = tokensOf(text)
  const { ranges, reasons, averages, isAllRead } = rangesIn(tokens)
  const spans = [{ start: found.index, end: found.index + found[0].length }, ...ranges.map(({ at }) => at)]
  const at = { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
  const hasUndertaking = UNDERTAKING.test(text)
  const failed: PriceRangeReason | undefined = reasons[0] ?? (ranges.length === 0 ? 'noRange' : undefined)
  if (failed)
    return { kind: 'priceRange', at, certainty: 'left', reasons: [failed], ranges: [], averages, hasUndertaking }
  const doubts: PriceRangeReason[] = isAllRead ? [] : ['otherPrices']
  const certainty = isAllRead ? 'certain' : 'probable'
  return { kind: 'priceRange', at, certainty, reasons: doubts, ranges, averages, hasUndertaking }
}

interface Found {
  ranges: PriceRange[]
  averages: Decimal[]
  reasons: PriceRangeReason[]
  /** Whether every amount of money has its place in a range, an average or a par value. */
  isAllRead: boolean
}

function rangesIn(tokens: readonly Token[]): Found {
  const found: Found = { ranges: [], averages: [], reasons: [], isAllRead: true }
  const cursor = new Cursor(tokens)
  while (!cursor.isAtEnd) {
    const range = cursor.first(extremes, lowToHigh)
    if (range) add(found, range)
    else alone(found, cursor)
  }
  return found
}

interface Ends {
  low: Money
  high: Money
  isInclusive: boolean
}

type Money = Extract<Token, { kind: 'money' }>

function add(found: Found, { low, high, isInclusive }: Ends): void {
  if (isForeign(low) || isForeign(high)) found.reasons.push('foreignCurrency')
  else if (low.amount.compare(high.amount) > 0) found.reasons.push('lowAboveHigh')
  else {
    const at = { start: Math.min(low.start, high.start), end: Math.max(low.end, high.end) }
    found.ranges.push({ low: low.amount, high: high.amount, isInclusive, at })
  }
}

function isForeign({ currency }: Money): boolean {
  return currency !== '' && currency !== 'us'
}

const UNIT =
  'per_share per_unit per_ads per_adr per_ordinary_share per_common_share per_warrant per_depositary_share a_share each , us usd (_inclusive_) inclusive and_inclusive'
const TO = 'to and through up_to thru'

/** `$10.00 to $10.75`, `$10.00 - $10.75`, `between $10 and $10.75`, `a low of $10 to a high of $10.75`. */
function lowToHigh(c: Cursor): Ends | undefined {
  const before = c.tokens.slice(Math.max(0, c.at - 6), c.at).map(({ text }) => text)
  const low = c.kind('money') ?? (/^(?:from|between)$/.test(before.at(-1) ?? '') ? bare(c) : undefined)
  if (!low) return undefined
  c.words(UNIT)
  const hasTo = c.word(TO) !== undefined
  const isJoined = hasTo || isBesideNext(c, low)
  c.words('a the highest high price prices of_the_high_of high_of highest_price_of an')
  const high = c.kind('money') ?? bare(c)
  if (!isJoined || !high) return undefined
  // "$10.00 and $10.75" are two prices, unless a range is spoken of.
  const joint = c.tokens[c.at - 2]?.text
  if (joint === 'and' && !/between|rang|from|low/.test(before.join(' '))) return undefined
  c.words(', per_share rounded_to_the_nearest_cent rounded_to_nearest_cent')
  return { low, high, isInclusive: c.words('inclusive (_inclusive_) both_inclusive') }
}

/** A dash is no token: two amounts side by side had one between them. */
function isBesideNext(c: Cursor, low: Money): boolean {
  const next = c.peek()
  return (
    c.tokens[c.at - 1] === low && (next?.kind === 'money' || (next?.kind === 'number' && next.start - low.end <= 4))
  )
}

/** `$15.50 to 16.00`: the second dollar sign left out; only with cents, since a number of shares has none. */
function bare(c: Cursor): Money | undefined {
  const token = c.peek()
  if (token?.kind !== 'number' || !token.text.includes('.')) return undefined
  c.at++
  return { kind: 'money', amount: token.number, currency: '', start: token.start, end: token.end, text: token.text }
}

/** `the highest price was $10.75 and the lowest $10.00`, in either order, in one sentence. */
function extremes(c: Cursor): Ends | undefined {
  const first = c.word('highest high lowest low')
  if (!first) return undefined
  const isHighFirst = first.startsWith('high')
  const one = moneyWithin(c, /^(?:lowest|low|highest|high|\.)$/)
  if (!one) return undefined
  const other = isHighFirst ? 'lowest low' : 'highest high'
  for (let i = 0; i < 14 && !c.isAtEnd && c.text !== '.' && c.peek()?.kind !== 'money'; i++) {
    if (!c.word(other)) {
      c.at++
      continue
    }
    const two = moneyWithin(c, /^(?:lowest|low|highest|high|\.)$/)
    if (!two) return undefined
    return {
      low: isHighFirst ? two : one,
      high: isHighFirst ? one : two,
      isInclusive: c.words('inclusive , inclusive'),
    }
  }
  return undefined
}

/** The next amount of money before a word that ends the search, at most a dozen words on. */
function moneyWithin(c: Cursor, stop: RegExp): Money | undefined {
  for (let i = 0; i < 12 && !c.isAtEnd && !stop.test(c.text); i++) {
    const money = c.kind('money')
    if (money) return money
    c.at++
  }
  return undefined
}

/** The words after which an amount is the average itself. */
const AVERAGE_OF =
  /\baverage (?:(?:sale|sales|purchase|selling|trading|stock) )?(?:price )?(?:(?:per|a) (?:share|unit|ads|warrant) )?(?:of|was|is|at|\(|:)? ?$/

/** A token outside of ranges: an average said again, a par value, or another price, which casts a doubt. */
function alone(found: Found, c: Cursor): void {
  const token = c.peek()!
  if (token.kind === 'money') {
    const before = c.tokens
      .slice(Math.max(0, c.at - 9), c.at)
      .map(({ text }) => text)
      .join(' ')
    if (AVERAGE_OF.test(before)) found.averages.push(token.amount)
    else if (!/par value/.test(before) && c.peek(1)?.text !== 'par') found.isAllRead = false
  }
  c.at++
}
