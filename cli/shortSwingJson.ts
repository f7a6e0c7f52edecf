import type {
  ClassProfit,
  Leg,
  PairTally,
  Ratio,
  ShortSwingAnswer,
  ShortSwingTotal,
  ShortSwingTransaction,
  WhatIfAnswer,
} from '@section16/core/ledger'
import type { Table } from '@section16/core/write'
import type { Answered } from './shortSwingFilings.ts'

/** The answer as JSON: amounts exact, transactions by their keys. */
export function answeredJson({ parties, ownerName, issuerName, collected, answer, whatIf }: Answered): object {
  const { transactions, ...left } = collected
  return {
    owner: { cik: parties.owner, name: ownerName },
    issuer: { cik: parties.issuer, name: issuerName },
    transactions: transactions.map(transactionJson),
    ...left,
    ...answerJson(answer),
    ...(whatIf && { whatIf: whatIfJson(whatIf) }),
  }
}

function answerJson(answer: ShortSwingAnswer): object {
  const setAside = answer.setAside.map(({ transaction, reason, foreign }) => ({
    transaction: transaction.key,
    reason,
    ...(foreign && { foreign }),
  }))
  const { kind, derivation } = answer
  if (answer.kind === 'notApplicable') return { kind, periods: answer.periods, setAside, derivation }
  return {
    kind,
    isSettled: answer.isSettled,
    ...(answer.isSettled && { maximumProfit: answer.ifExempt.total, rounded: answer.ifExempt.total.toDollars() }),
    ifExempt: totalJson(answer.ifExempt),
    ifNotExempt: totalJson(answer.ifNotExempt),
    missing: answer.missing,
    averaged: answer.averaged,
    exempt: answer.exempt.map(({ transaction, exemption }) => ({ transaction: transaction.key, ...exemption })),
    setAside,
    options: answer.options,
    derivation,
  }
}

function transactionJson({ date, derivative, ...rest }: ShortSwingTransaction): object {
  return { ...rest, date, ...(derivative && { derivative }) }
}

function totalJson({ total, classes }: ShortSwingTotal): object {
  return { total, rounded: total.toDollars(), classes: classes.map(classJson) }
}

function classJson(profit: ClassProfit): object {
  const { classKey, purchases, sales, maximum, faults, method, lowestInHighestOut, firstInFirstOut } = profit
  const numbers = (name: 'u' | 'v', legs: readonly Leg[], of: readonly Ratio[]) =>
    legs.map(({ transaction, shares, price }, place) => ({
      transaction: transaction.key,
      shares,
      price,
      [name]: of[place],
    }))
  return {
    class: classKey,
    total: maximum.total,
    method,
    pairs: maximum.pairs.map(({ purchase, sale, ...matched }) => ({
      purchase: legJson(purchases[purchase]!),
      sale: legJson(sales[sale]!),
      ...matched,
    })),
    certificate: {
      verified: faults.length === 0,
      faults,
      purchases: numbers('u', purchases, maximum.certificate.purchases),
      sales: numbers('v', sales, maximum.certificate.sales),
    },
    lowestInHighestOut,
    firstInFirstOut,
    considered: profit.considered,
    rejected: rejectedJson(profit.rejected, purchases, sales),
  }
}

function rejectedJson(rejected: PairTally, purchases: readonly Leg[], sales: readonly Leg[]): object {
  return Object.fromEntries(
    Object.entries(rejected).map(([reason, { count, examples }]) => [
      reason,
      {
        count,
        examples: examples.map(({ purchase, sale }) => ({
          purchase: legJson(purchases[purchase]!),
          sale: legJson(sales[sale]!),
        })),
      },
    ]),
  )
}

function legJson({ transaction, price }: Leg): object {
  return { transaction: transaction.key, date: transaction.date, code: transaction.code, price }
}

function whatIfJson({ trade, noMatchFrom, wouldMatch, notJudged, foreign, known, derivation }: WhatIfAnswer): object {
  return {
    trade,
    noMatchFrom: noMatchFrom ?? null,
    wouldMatch: wouldMatch.map(({ transaction, ...would }) => ({ transaction: transaction.key, ...would })),
    notJudged: notJudged.map(({ key }) => key),
    foreign,
    known,
    derivation,
  }
}

/** The matched pairs, a row each; `total` says to which of the two they belong. */
export function answeredTable({ answer }: Answered): Table {
  const totals = answer.kind === 'notApplicable' ? [] : (['ifExempt', 'ifNotExempt'] as const)
  return {
    columns: [
      'total',
      'class',
      'purchase',
      'purchaseDate',
      'purchasePrice',
      'sale',
      'saleDate',
      'salePrice',
      'shares',
      'unitProfit',
      'profit',
    ],
    rows: totals.flatMap((name) =>
      answer.kind === 'notApplicable' ? [] : answer[name].classes.flatMap((one) => matchedRows(name, one)),
    ),
  }
}

function matchedRows(name: string, { classKey, purchases, sales, maximum }: ClassProfit): string[][] {
  const leg = ({ transaction, price }: Leg) => [transaction.key, transaction.date, price].map(String)
  return maximum.pairs.map(({ purchase, sale, shares, unitProfit, profit }) => [
    name,
    classKey,
    ...leg(purchases[purchase]!),
    ...leg(sales[sale]!),
    ...[shares, unitProfit, profit].map(String),
  ])
}
