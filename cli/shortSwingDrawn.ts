import type {
  ClassProfit,
  FactMissing,
  ForeignPeriod,
  Leg,
  ShortSwingProfit,
  ShortSwingTransaction,
  WhatIfAnswer,
} from '@section16/core/ledger'
import type { CalendarDate } from '@section16/core/model'
import { drawDerivation } from './derivationDrawn.ts'
import { printable } from './input/names.ts'
import type { Answered } from './shortSwingFilings.ts'
import { type Column, drawColumns } from './table.ts'

const COLUMNS: readonly Column[] = [
  { title: 'purchase' },
  { title: 'code' },
  { title: 'price', align: 'right' },
  { title: 'sale' },
  { title: 'code' },
  { title: 'price', align: 'right' },
  { title: 'shares', align: 'right' },
  { title: 'a share', align: 'right' },
  { title: 'profit', align: 'right' },
]

/** The answer for people. */
export function drawAnswered(answered: Answered, width: number, isExplained: boolean): string[] {
  const { ownerName, issuerName, collected, answer, whatIf } = answered
  const lines = [printable(`${ownerName} in ${issuerName}: ${collected.transactions.length} transactions`), '']
  if (whatIf) lines.push(...drawWhatIf(whatIf), '')
  else if (answer.kind === 'notApplicable')
    lines.push(...answer.periods.map((period) => `Section 16(b) is not applicable: ${foreignText(period)}`))
  else lines.push(...drawProfit(answer, collected.transactions, width))
  lines.push(...leftOut(answered))
  return [...lines, ...(isExplained ? drawDerivation((whatIf ?? answer).derivation) : [])]
}

function foreignText({ from, until, source }: ForeignPeriod): string {
  return printable(`foreign private issuer ${spanOf(from, until)} (${source})`)
}

function spanOf(from: CalendarDate | undefined, until: CalendarDate | undefined): string {
  return (
    [from ? `from ${String(from)}` : '', until ? `until ${String(until)}` : '']
      .filter((part) => part !== '')
      .join(' ') || 'all along'
  )
}

function drawProfit(answer: ShortSwingProfit, transactions: readonly ShortSwingTransaction[], width: number): string[] {
  const { ifExempt, ifNotExempt, isSettled, missing, averaged } = answer
  const isOne = ifExempt.total.compare(ifNotExempt.total) === 0
  const totals = isOne
    ? [`Short-swing profit, at most: ${ifExempt.total.toDollars()} (exactly ${String(ifExempt.total)})`]
    : [
        `Short-swing profit if what is uncertain is exempt:     ${ifExempt.total.toDollars()}`,
        `Short-swing profit if what is uncertain is not exempt: ${ifNotExempt.total.toDollars()}`,
      ]
  return [
    ...totals,
    ...(isSettled || missing.length === 0
      ? []
      : ['', 'Missing facts:', ...missing.map((fact) => missingLine(fact, transactions))]),
    ...ifNotExempt.classes.flatMap((one) => drawClass(one, width)),
    ...(averaged.length > 0
      ? ['', `${averaged.length} prices are averages of several trades: one by one these can give a greater profit.`]
      : []),
  ]
}

function drawClass({ classKey, purchases, sales, maximum, ...beside }: ClassProfit, width: number): string[] {
  const leg = ({ transaction, price }: Leg) => [String(transaction.date), transaction.code, String(price)]
  const rows = maximum.pairs.map(({ purchase, sale, shares, unitProfit, profit }) => [
    ...leg(purchases[purchase]!),
    ...leg(sales[sale]!),
    ...[shares, unitProfit, profit].map(String),
  ])
  const rejected = Object.entries(beside.rejected).map(([reason, { count }]) => `${reason} ${count}`)
  return [
    '',
    printable(`${classKey}: ${maximum.total.toDollars()}`),
    ...(rows.length > 0 ? drawColumns(COLUMNS, rows, width) : []),
    `Lowest in, highest out: ${beside.lowestInHighestOut.toDollars()}. First in, first out: ${beside.firstInFirstOut.toDollars()}.`,
    `Pairs: considered ${beside.considered}${rejected.map((text) => `, ${text}`).join('')}.`,
    beside.faults.length === 0
      ? 'Certificate: checked, no matching has more.'
      : `Certificate: FAULTY (${beside.faults.join(', ')})`,
  ]
}

const ASKED: Readonly<Record<FactMissing['kind'], string>> = {
  exemption: 'is it exempt',
  price: 'its price',
  shares: 'its number of shares',
  direction: 'acquired or disposed of',
  right: 'a right to buy or to sell',
  marketPrice: 'the market price of the class that day',
  officeEnd: 'was it before the office ended',
}

function missingLine(fact: FactMissing, transactions: readonly ShortSwingTransaction[]): string {
  const transaction = transactions.find(({ key }) => key === fact.transaction)
  const about = transaction ? `${String(transaction.date)} ${transaction.code} ${transaction.title}` : ''
  const condition = fact.kind === 'exemption' ? ` (${fact.law}): ${fact.condition}` : ''
  return printable(`  ${about}, ${fact.transaction}: ${ASKED[fact.kind]}${condition}`)
}

function drawWhatIf({ trade, noMatchFrom, wouldMatch, notJudged, foreign, known }: WhatIfAnswer): string[] {
  const thought = `A ${trade.side} at ${String(trade.price)}`
  const when = noMatchFrom
    ? `${thought} no longer matches what is known from ${String(noMatchFrom)} on.`
    : `${thought} matches nothing that is known.`
  return [
    when,
    ...wouldMatch.map(({ transaction, shares, unitProfit, lastDay, isUncertain }) =>
      printable(
        `  to ${String(lastDay)}: with ${String(shares)} of ${String(transaction.date)} ${transaction.code}, ${String(unitProfit)} a share` +
          `${isUncertain ? ', unless exempt' : ''} (${transaction.account})`,
      ),
    ),
    ...notJudged.map(({ key, date, code }) =>
      printable(`  not judged for want of facts: ${String(date)} ${code}, ${key}`),
    ),
    ...foreign.map((period) => `Section 16(b) is not applicable to what was traded then: ${foreignText(period)}`),
    printable(
      `Known: trades of ${known.owner}, accounts ${known.accounts.join(', ') || 'none'}, up to ${String(known.upTo ?? 'no day')}.`,
    ),
    'Trades not reported by then, in other accounts, or of others that count as this person’s own are not in it.',
  ]
}

function leftOut({ collected }: Answered): string[] {
  const { withoutDate, withoutFilingDate, openAmendments } = collected
  const lists = [
    ['Transactions without a date that can be read, in no answer', withoutDate],
    ['Reports without a filing date, left out', withoutFilingDate],
    ['Amendments of which it is open what they amend, left out', openAmendments],
  ] as const
  return lists.flatMap(([about, keys]) => (keys.length > 0 ? [printable(`${about}: ${keys.join(', ')}`)] : []))
}
