import {
  type CollectedTransactions,
  type FiledReport,
  partiesOf,
  type ShortSwingAnswer,
  type ShortSwingFacts,
  type ShortSwingOptions,
  type ShortSwingParties,
  shortSwing,
  type ThoughtTrade,
  transactionsOf,
  type WhatIfAnswer,
  whatIf,
} from '@section16/core/ledger'
import type { CalendarDate, Cik } from '@section16/core/model'
import { counted } from './counted.ts'
import { PartyNames } from './reportParties.ts'
import { UsageError } from './usageError.ts'

/** What was asked of filings. */
export interface Asked {
  readonly owner: string | undefined
  readonly issuer: string | undefined
  /** Only trades up to this day, and only reports filed up to the other. */
  readonly asOf: CalendarDate | undefined
  readonly knownOn: CalendarDate | undefined
  readonly facts: ShortSwingFacts
  readonly options: ShortSwingOptions
  readonly trade: ThoughtTrade | undefined
}

/** The answer to it. */
export interface Answered {
  readonly parties: ShortSwingParties
  readonly ownerName: string
  readonly issuerName: string
  readonly collected: CollectedTransactions
  readonly answer: ShortSwingAnswer
  readonly whatIf: WhatIfAnswer | undefined
}

/** The short-swing profit of the one owner and issuer that reports are about, or that the options name. */
export function answerOf(reports: readonly FiledReport[], asked: Asked): Answered {
  const parties = chosen(reports, asked)
  const { facts, options, asOf, knownOn, trade } = asked
  const collected = transactionsOf(reports, parties, {
    ...(asOf && { asOf }),
    ...(knownOn && { knownOn }),
    ...(facts.classes && { classes: facts.classes }),
  })
  const { transactions, knownUpTo } = collected
  const names = new PartyNames(reports)
  const ownerName = names.of(parties.owner)
  const thought = trade && ofOneClass(trade, collected)
  const known = {
    owner: ownerName,
    accounts: [...new Set(transactions.map(({ account }) => account))].sort(),
    upTo: knownUpTo,
  }
  return {
    parties,
    ownerName,
    issuerName: names.of(parties.issuer),
    collected,
    answer: shortSwing(transactions, facts, options),
    whatIf: thought && whatIf(transactions, thought, known, facts, options),
  }
}

/** The trade thought of is in one class: the only one, or the one named. */
function ofOneClass(trade: ThoughtTrade, { transactions }: CollectedTransactions): ThoughtTrade {
  const classes = [...new Set(transactions.map(({ classKey }) => classKey))].sort()
  if (trade.classKey !== undefined && !classes.includes(trade.classKey))
    throw new UsageError(`--class names none of the classes traded: ${classes.join(', ')}`)
  const [only, ...others] = classes
  if (trade.classKey === undefined && only !== undefined && others.length > 0)
    throw new UsageError(`several classes were traded; say which with --class: ${classes.join(', ')}`)
  return { ...trade, ...(only !== undefined && { classKey: trade.classKey ?? only }) }
}

/** So many are named where it must be said which is meant. */
const MOST_NAMED = 5

function chosen(reports: readonly FiledReport[], { owner, issuer }: Asked): ShortSwingParties {
  const names = new PartyNames(reports)
  const isMeant = (cik: Cik, asked: string | undefined) => asked === undefined || names.isMeant(cik, asked)
  const found = partiesOf(reports).filter((one) => isMeant(one.owner, owner) && isMeant(one.issuer, issuer))
  const [only, ...others] = found
  if (!only) throw new UsageError('no report of this owner and issuer is among the filings')
  if (others.length === 0) return only
  const named = found
    .toSorted((a, b) => b.reports - a.reports)
    .slice(0, MOST_NAMED)
    .map(
      (one) =>
        `--owner ${one.owner} --issuer ${one.issuer} (${names.of(one.owner)}, ${counted(one.reports, 'report')})`,
    )
  const more = found.length > MOST_NAMED ? `, and ${found.length - MOST_NAMED} more` : ''
  throw new UsageError(`the filings are of several owners or issuers; say which: ${named.join(', ')}${more}`)
}
