import type { CalendarDate } from '../../model/calendarDate.ts'
import type { Certainty, Span } from './reading.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A day, or only a month where the footnote says no more. */
export type PlanDate =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }

/** What happened to a plan on a day. */
export interface PlanEvent {
  readonly event: 'adopted' | 'modified' | 'terminated' | 'effective' | 'expires'
  /** Several where several plans are spoken of: `plans adopted on A and B`. */
  readonly dates: readonly PlanDate[]
  /** Who did it, in the footnote's words (`the reporting person`); `undefined` where it does not say. */
  readonly by: string | undefined
  readonly at: Span
}

export type TradingPlanReason = 'noAdoptionDate' | 'otherDates' | 'monthOnly'

/** What a footnote says about a trading plan under Rule 10b5-1. */
export interface TradingPlanReading {
  readonly kind: 'tradingPlan'
  readonly at: Span
  readonly certainty: Certainty
  readonly reasons: readonly TradingPlanReason[]
  readonly events: readonly PlanEvent[]
}

const RULE = /10b\s*-?\s*5\s*-?\s*\(?1\)?/i

/**
 * Reads the dates of trading plans under Rule 10b5-1; `undefined` where the footnote speaks of none. Left where it names
 * no day of adoption. Since 2023-04-01 that day belongs into the explanation (section16-rules.md 5.6).
 */
export function tradingPlanReading(text: string): TradingPlanReading | undefined {
  if (!RULE.test(text)) return undefined
  const sentences = sentencesOf(text, tokensOf(text)).filter(({ start, end }) => isAboutPlan(text.slice(start, end)))
  const [first, last] = [sentences[0], sentences.at(-1)]
  if (!first || !last) return undefined
  const read = sentences.map((sentence) => eventsIn(text, sentence))
  const events = read.flatMap((one) => one.events)
  const at = { start: first.start, end: last.end }
  const adopted = events.filter(({ event }) => event === 'adopted')
  if (adopted.length === 0)
    return { kind: 'tradingPlan', at, certainty: 'left', reasons: ['noAdoptionDate'], events: [] }
  const reasons: TradingPlanReason[] = []
  if (read.some(({ hasOther }) => hasOther)) reasons.push('otherDates')
  if (adopted.some(({ dates }) => dates.some(({ kind }) => kind === 'month'))) reasons.push('monthOnly')
  return { kind: 'tradingPlan', at, certainty: reasons.length > 0 ? 'probable' : 'certain', reasons, events }
}

/** Plans of pay are adopted too. */
const OTHER_PLAN = /equity|incentive|stock (?:option|purchase) plan|award agreement|compensation|savings|retirement/i

function isAboutPlan(sentence: string): boolean {
  return RULE.test(sentence) || (/\bplans?\b/i.test(sentence) && !OTHER_PLAN.test(sentence))
}

type EventName = PlanEvent['event']

const EVENTS: readonly [RegExp, EventName][] = [
  [/^(?:adopted|adopt|adopting|entered|established|executed|dated|signed|implemented|adoption)$/, 'adopted'],
  [/^(?:modified|amended|modification|adjusted)$/, 'modified'],
  [/^(?:terminated|cancelled|canceled)$/, 'terminated'],
  [/^effective$/, 'effective'],
  [/^(?:expires|expired|expire|expiring|ends|ended)$/, 'expires'],
]

/** Words that may stand between what happened and its day. */
const BETWEEN =
  /^(?:on|or|about|as|of|into|in|by|the|a|an|this|such|such|previously|last|first|rule|and|date|dated|was|which|was|10b5|plan|plans|trading|sales|pursuant|to|reporting|persons?|person's|owner|issuer|effective|filer|undersigned|holder|insider|director|officer|mr|mrs|ms|dr|:|,|\(|\)|c|10|b|5|1|entity|trust|trustee|company|his|her|its|their|was|became|became|with|respect)$/

function eventsIn(text: string, { tokens }: Sentence): { events: PlanEvent[]; hasOther: boolean } {
  const events: PlanEvent[] = []
  const taken = new Set<number>()
  for (const [i, token] of tokens.entries()) {
    const event = EVENTS.find(([pattern]) => pattern.test(token.text))?.[1]
    if (!event || !belongsToPlan(tokens, i, event)) continue
    const from = dayAfter(tokens, i) ?? dayBefore(tokens, i)
    if (from === undefined || taken.has(from)) continue
    const { dates, to } = datesFrom(tokens, from)
    for (let at = from; at < to; at++) taken.add(at)
    const [start, end] = from > i ? [token.start, tokens[to - 1]!.end] : [tokens[from]!.start, token.end]
    const by =
      from > i
        ? (agentIn(text, tokens, i + 1, from) ?? agentIn(text, tokens, to, tokens[to]?.text === 'by' ? to + 7 : to))
        : namedBefore(text, tokens, to, i)
    events.push({ event, dates, by, at: { start, end } })
  }
  const hasOther = tokens.some((token, i) => token.kind === 'date' && !taken.has(i) && !isOtherDay(tokens, i))
  return { events, hasOther }
}

/** `previously disclosed`, `Securities Exchange Act of 1934, as amended`, `award agreement dated`: no event of the plan. */
function belongsToPlan(tokens: readonly Token[], i: number, event: EventName): boolean {
  const before = tokens.slice(Math.max(0, i - 14), i).map(({ text }) => text)
  const near = before.slice(-4).join(' ')
  if (/(?:agreement|form|statement|report|offering|note|warrant|award|option)s? ?,?$/.test(near)) return false
  if (event === 'modified' && /1934 ,? as$/.test(near)) return false
  return /plan|10b5|10|instruction|authorization|arrangement|contract|and|,|adopt/.test(before.join(' ')) || i < 8
}

/** The day after an event, with nothing in between but who and how: at most 16 words. */
function dayAfter(tokens: readonly Token[], i: number): number | undefined {
  let names = 0
  for (let at = i + 1; at < tokens.length && at <= i + 16; at++) {
    const token = tokens[at]!
    if (token.kind === 'date' || token.kind === 'month') return at
    // "adopted effective March 1" is adopted then; "adopted, which became effective March 1" is not.
    const isBecoming = token.text === 'effective' && /^(?:became|becomes|become|was|is)$/.test(tokens[at - 1]!.text)
    const isEvent = EVENTS.some(([pattern]) => pattern.test(token.text)) && !/^(?:dated|effective)$/.test(token.text)
    if (isBecoming || isEvent) return undefined
    if (!BETWEEN.test(token.text) && ++names > 5) return undefined
    if (/^(?:vest|vesting|vested|granted|sold|sale|filed|disclosed|reported|expires?|until|through)$/.test(token.text))
      return undefined
  }
  return undefined
}

/** `On November 1, 2022, Mr. Doe adopted a plan`. */
function dayBefore(tokens: readonly Token[], i: number): number | undefined {
  const isFirst = /^(?:on|in|effective)$/.test(tokens[0]?.text ?? '')
  const day = tokens[1]
  return isFirst && i <= 12 && (day?.kind === 'date' || day?.kind === 'month') ? 1 : undefined
}

/** The days from here on: `February 14, 2022 and February 21, 2023`. */
function datesFrom(tokens: readonly Token[], from: number): { dates: PlanDate[]; to: number } {
  const dates: PlanDate[] = []
  let to = from
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.kind === 'date') dates.push({ kind: 'date', date: token.date })
    else if (token.kind === 'month') dates.push({ kind: 'month', year: token.year, month: token.month })
    else if (/^(?:and|,)$/.test(token.text)) continue
    else break
    to = at + 1
  }
  return { dates, to }
}

/** Who: what stands after `by`, in the footnote's own letters. */
function agentIn(text: string, tokens: readonly Token[], from: number, to: number): string | undefined {
  let by = from
  while (by < to && tokens[by]?.text !== 'by') by++
  if (by >= Math.min(to, tokens.length)) return undefined
  let end = by + 1
  while (end < Math.min(to, tokens.length) && !endsName(tokens, end)) end++
  return written(text, tokens, by + 1, end)
}

function endsName(tokens: readonly Token[], at: number): boolean {
  const [text, next = ''] = [tokens[at]!.text, tokens[at + 1]?.text]
  const isCompany = text === ',' && /^(?:llc|inc|lp|ltd|l)$/.test(next)
  // "by Mr. Doe and the Doe Trust" names two; "and modified" goes on with something else.
  const isTwo =
    text === 'and' && !EVENTS.some(([pattern]) => pattern.test(next)) && !/^(?:last|first|is|was)$/.test(next)
  return !isCompany && !isTwo && /^(?:on|in|as|dated|and|that|which|,|effective|of)$/.test(tokens[at]!.text)
}

/** `On November 1, 2022, Mr. Doe adopted`: who stands between. */
function namedBefore(text: string, tokens: readonly Token[], from: number, to: number): string | undefined {
  const start = tokens[from]?.text === ',' ? from + 1 : from
  return to - start > 7 ? undefined : written(text, tokens, start, to)
}

function written(text: string, tokens: readonly Token[], from: number, to: number): string | undefined {
  const [first, last] = [tokens[from], tokens[to - 1]]
  return from < to && first && last ? text.slice(first.start, last.end) : undefined
}

/** Days of vesting, of a Form 8-K, of a grant: the footnote's other business. */
function isOtherDay(tokens: readonly Token[], i: number): boolean {
  const before = tokens
    .slice(Math.max(0, i - 8), i)
    .map(({ text }) => text)
    .join(' ')
  return /vest|grant|filed|form|disclosed|award|sold|through|expir/.test(before)
}
