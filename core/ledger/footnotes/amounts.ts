import type { Ratio } from '../shortSwing/ratio.ts'
import type { Cursor } from './cursor.ts'
import { cardinalIn, ordinalIn } from './numberWords.ts'
import { isSame, partOf, WHOLE } from './parts.ts'
import type { Portion } from './vestingTerms.ts'

/** How much, as a footnote says it. */
export interface Amount {
  readonly portion: Portion
  /** `the remaining 75 %`: has to be just what is left. */
  readonly isRemaining: boolean
  /** Decimal places of a percentage: `33.33 %` may stand for a third. */
  readonly places: number | undefined
  readonly isApproximate?: boolean
}

const NOUNS =
  'share shares unit units option options rsu rsus psu psus gsu gsus dsu dsus award awards grant warrant warrants right rights sar sars stock security securities adss ads'
const DESCRIBING =
  'the a an these this such said his her its their of total number aggregate common restricted appreciation phantom deferred ordinary class b c capital non qualified nonqualified nonstatutory incentive employee director time based service originally original granted awarded reported herein hereby underlying covered by issuable upon exercise unvested as in amount initially initial entire stock tranche'

/** A whole number, in figures or in words, with the same in brackets after it: `thirty-six (36)`. */
export function wholeNumber(cursor: Cursor): number | undefined {
  return cursor.try((c) => {
    const value = figureOrWord(c)
    return value !== undefined && repeated(c, figureOrWord, (other) => other === value) ? value : undefined
  })
}

function figureOrWord(cursor: Cursor): number | undefined {
  const figure = cursor.try((c) => {
    const number = c.kind('number')?.number
    return number && number.scale === 0 && number.units < 1_000_000_000n ? Number(number.units) : undefined
  })
  if (figure !== undefined) return figure
  const worded = cardinalIn(cursor.following(2))
  if (worded) cursor.at += worded.words
  return worded?.value
}

/** Takes `(…)` that says the same again; false where it says something else. */
function repeated<T>(cursor: Cursor, read: (c: Cursor) => T | undefined, isSame: (other: T) => boolean): boolean {
  const again = cursor.try((c) => (c.word('(') ? c.try(read) : undefined))
  if (again === undefined) return true
  cursor.words('of the rd th')
  return cursor.word(')') !== undefined && isSame(again)
}

/** `1/48th`, `25 %`, `one-fourth (1/4)`, `one half`, `two-thirds of 1/5th`: a part of one, with its decimal places. */
export function partOfOne(cursor: Cursor): { part: Ratio; places: number | undefined } | undefined {
  return cursor.try((c) => {
    const first = c.first(writtenPart, wordedPart)
    if (!first || !repeated(c, writtenPart, ({ part }) => isSame(part, first.part))) return undefined
    const of = c.try((inner) => (inner.word('of') ? inner.first(writtenPart, wordedPart) : undefined))
    return of ? { part: first.part.times(of.part), places: undefined } : first
  })
}

function writtenPart(cursor: Cursor): { part: Ratio; places: number | undefined } | undefined {
  const token = cursor.kind('part')
  return token && { part: token.part, places: token.places }
}

function wordedPart(cursor: Cursor): { part: Ratio; places: undefined } | undefined {
  const percent = cursor.try((c) => {
    const value = figureOrWord(c)
    return value !== undefined && c.word('percent') ? value : undefined
  })
  if (percent !== undefined) return { part: partOf(percent, 100), places: undefined }
  if (cursor.word('one_half half a_half')) return { part: partOf(1, 2), places: undefined }
  return cursor.try((c) => {
    const numerator = c.word('a') ? { value: 1, words: 0 } : cardinalIn(c.following(1))
    if (!numerator || numerator.value === 0) return undefined
    c.at += numerator.words
    const denominator = quarter(c) ?? ordinalHere(c)
    if (denominator === undefined || denominator < 3 || numerator.value > denominator) return undefined
    return { part: partOf(numerator.value, denominator), places: undefined }
  })
}

function quarter(cursor: Cursor): number | undefined {
  return cursor.word('quarter quarters') ? 4 : undefined
}

function ordinalHere(cursor: Cursor): number | undefined {
  const worded = ordinalIn(cursor.following(2))
  if (worded) cursor.at += worded.words
  return worded?.value
}

/** The things that vest, named in words that say nothing about how many or when. Whether there were any. */
export function things(cursor: Cursor): boolean {
  const before = cursor.at
  for (;;) {
    if (cursor.at > before && cursor.try(granting)) continue
    if (cursor.word(NOUNS) ?? cursor.word(DESCRIBING)) continue
    if (cursor.try(ofTheAward) || cursor.try(bracketed)) continue
    return cursor.at > before
  }
}

/** `subject to the option`, which is no condition. */
function ofTheAward(cursor: Cursor): true | undefined {
  if (!cursor.word('subject_to')) return undefined
  cursor.words('the this such each these an said stock restricted original underlying')
  return cursor.word('option options award awards grant warrant warrants rsu rsus stock_option restricted_stock_unit')
    ? true
    : undefined
}

/** `("RSUs")`, `(the shares)`. */
function bracketed(cursor: Cursor): true | undefined {
  if (!cursor.word('(')) return undefined
  cursor.words('the each an a or collectively')
  cursor.words(`${NOUNS} prsu prsus shares stock restricted`)
  return cursor.word(')') ? true : undefined
}

const VERBS_NEXT = /^(?:vest|vests|vested|will|shall|vesting|become|becomes|became)$/

/** `, granted under the 2020 Plan on March 1, 2021,`: which award it is; up to the verb, no part of anything in it. */
function granting(cursor: Cursor): true | undefined {
  const from = cursor.at
  cursor.words(', that which were was')
  if (!cursor.word('granted awarded issued previously_granted previously_awarded')) return undefined
  while (!VERBS_NEXT.test(cursor.text)) {
    const token = cursor.peek()
    if (!token || token.kind === 'part' || token.kind === 'number' || cursor.at - from > 40) return undefined
    // "all of which will vest" has an amount of its own.
    if (/^(?:all|each|both|half|none|portion|remaining)$/.test(token.text)) return undefined
    cursor.at++
    // A plan is named after a year.
    if (cursor.peek()?.kind === 'number' && /^(?:19|20)\d\d$/.test(cursor.text)) cursor.at++
  }
  return true
}

const MORE = 'an additional another a_further further the other final first last next approximately initial'

/**
 * How much: a part, a number of shares, all, the remainder. What is counted may follow (`of the shares subject to the
 * option`) and is taken too.
 */
export function amount(cursor: Cursor): Amount | undefined {
  return cursor.try((c) => {
    c.words('with_respect_to as_to at_a_rate_of at_the_rate_of a_total_of an_aggregate_of in_respect_of for')
    c.try((inner) => (inner.word('(') && inner.word('i a 1') && inner.word(')') ? true : undefined))
    if (c.word('all all_of')) return taken(c, { kind: 'fraction', fraction: WHOLE })
    c.words('the')
    if (c.word('remainder balance rest')) return taken(c, { kind: 'rest' })
    const isRemaining = c.word('remaining') !== undefined
    if (!isRemaining) c.words(MORE)
    const isApproximate = c.tokens[c.at - 1]?.text === 'approximately'
    const part = partOfOne(c)
    if (part && isApproximate)
      return { ...taken(c, { kind: 'fraction', fraction: part.part }, false, part.places), isApproximate }
    if (part) return taken(c, { kind: 'fraction', fraction: part.part }, isRemaining, part.places)
    const count = shareCount(c)
    if (count !== undefined) return taken(c, { kind: 'count', count }, isRemaining)
    return isRemaining && things(c) ? taken(c, { kind: 'rest' }) : undefined
  })
}

function taken(cursor: Cursor, portion: Portion, isRemaining = false, places?: number): Amount {
  things(cursor)
  return { portion, isRemaining, places }
}

/** A number of shares. A year is none, and neither is a number of years, months or instalments. */
function shareCount(cursor: Cursor): bigint | undefined {
  return cursor.try((c) => {
    const token = c.kind('number')
    if (token?.number.scale !== 0 || token.number.sign <= 0) return undefined
    if (
      c.word('year years month months day days quarter quarters equal successive consecutive monthly annual quarterly')
    )
      return undefined
    const isNamed = c.word(NOUNS) !== undefined || c.word('of') !== undefined || c.word('restricted') !== undefined
    return isNamed || token.text.includes(',') || !/^(19|20)\d\d$/.test(token.text) ? token.number.units : undefined
  })
}
