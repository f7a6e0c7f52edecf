import { CalendarDate } from '../../model/calendarDate.ts'
import { Decimal } from '../../model/decimal.ts'
import type { OwnershipRow } from '../../model/ownershipDocument.ts'
import { type DerivationRule, type DerivationStep, derivationStep } from '../derivation.ts'
import { type PositionAsOf, positionsAsOf } from './asOf.ts'
import type { Ledger } from './ledger.ts'
import { ZERO } from './movement.ts'
import type { Position } from './positionChain.ts'
import { securityKey } from './securityTitle.ts'
import { vestedWithin60Days } from './vestedRights.ts'

/** Rights within so many days count as owned; the last day is included. Source: Rule 13d-3(d)(1); section16-rules.md 5.4. */
const WITHIN_DAYS = 60

/** Why rights to acquire are not counted. */
export type RightLeftOut =
  | 'laterThan60Days'
  | 'expired'
  | 'exercisableDateNotStated'
  | 'rightToSell'
  | 'sharesNotStated'
  | 'quantityNotKnown'
  | 'nothingLeft'

export interface RightCounted {
  readonly position: Position
  /** Shares of the underlying security that can be acquired. */
  readonly shares: Decimal
  /** `schedule`: by the vesting that the footnotes tell; `exercisableDate`: by the one date of the form. */
  readonly basis: 'schedule' | 'exercisableDate'
  /** More may be: the day of an instalment is not known. */
  readonly isAtLeast: boolean
}

export interface RightNotCounted {
  readonly position: Position
  readonly because: RightLeftOut
}

export interface BeneficialOwnership {
  readonly owner: string
  readonly issuer: string
  readonly security: string
  readonly asOf: CalendarDate
  /** Direct and indirect, each line once. */
  readonly owned: Decimal
  readonly within60Days: Decimal
  readonly total: Decimal
  /** Of the class, three places; `undefined` where the outstanding shares are not given. */
  readonly percent: Decimal | undefined
  readonly counted: readonly RightCounted[]
  readonly notCounted: readonly RightNotCounted[]
  /** Positions that are not known on the day; they are in no sum. */
  readonly notKnown: readonly Position[]
  readonly derivation: readonly DerivationStep[]
}

export interface BeneficialQuestion {
  /** The owner's CIK, ten digits. */
  readonly owner: string
  readonly asOf: CalendarDate
  /** Outstanding shares of the class, by the issuer's latest report. */
  readonly outstanding?: Decimal
}

const rules = {
  owned: rule('Rule 13d-3(a)', 'On {date} {owner} holds {owned} of {security}, direct and indirect.', '5.4 point 2'),
  within60: rule(
    'Rule 13d-3(d)(1)',
    '{shares} can be acquired by {by}, the 60th day included; vesting schedules in footnotes rounded down.',
    '5.4 points 2 and 4, 6.2',
  ),
  leftOut: rule('Rule 13d-3(d)(1)', 'Not counted: {title}: {reason}.', '5.4 point 2'),
  percent: rule(
    'Rule 13d-3(d)(1)',
    '({owned} + {shares}) / ({outstanding} + {shares}) = {percent} %; rights of others stay out.',
    '5.4 point 3',
  ),
  interest: rule(
    'Rule 16a-1(a)(2)',
    'The forms report pecuniary interest; voting and investment power are asked for here and may differ.',
    '1.2',
  ),
}

function rule(law: string, says: string, where: string): DerivationRule {
  return { law, says, source: `section16-rules.md ${where}` }
}

const REASONS: Readonly<Record<RightLeftOut, string>> = {
  laterThan60Days: 'exercisable later',
  expired: 'expired',
  exercisableDateNotStated: 'the form states no date on which it is exercisable',
  rightToSell: 'it is a right to sell',
  sharesNotStated: 'the shares under it are not stated',
  nothingLeft: 'none is left',
  quantityNotKnown: 'how many are held is not known on that day',
}

/**
 * What somebody owns of each security on a day with the rights to acquire it within 60 days, for each security in which
 * a position or a right is reported. Joint filings count once for each owner. What the form does not say is left out and
 * named, never taken for zero. Source: section16-rules.md 5.4, 6.4.
 */
export function beneficialOwnership(ledger: Ledger, question: BeneficialQuestion): BeneficialOwnership[] {
  const mine = positionsAsOf(ledger, question.asOf).filter(({ position }) => position.owners.includes(question.owner))
  const groups = new Map<string, PositionAsOf[]>()
  for (const one of mine) {
    const { key } = one.position
    const security = key.table === 'derivative' ? underlyingOf(one.position) : key.security
    const group = `${key.issuer}|${security}`
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  return [...groups].map(([group, some]) => {
    const [issuer = '', security = ''] = group.split('|')
    return ownershipOf(question, issuer, security, some)
  })
}

function ownershipOf(
  question: BeneficialQuestion,
  issuer: string,
  security: string,
  some: readonly PositionAsOf[],
): BeneficialOwnership {
  const { owner, asOf, outstanding } = question
  const held = some.filter(({ position }) => position.key.table === 'nonDerivative')
  const owned = held.reduce((sum, { quantity }) => sum.plus(quantity ?? ZERO), ZERO)
  const judged = some.filter(({ position }) => position.key.table === 'derivative').map((one) => judge(one, question))
  const counted = judged.filter((one) => 'shares' in one)
  const notCounted = judged.filter((one) => 'because' in one)
  const within60Days = counted.reduce((sum, { shares }) => sum.plus(shares), ZERO)
  const total = owned.plus(within60Days)
  const percent = outstanding && percentOf(total, outstanding.plus(within60Days))
  const by = sixtiethDay(asOf)
  const shares = within60Days
  return {
    owner,
    issuer,
    security,
    asOf,
    owned,
    within60Days,
    total,
    percent,
    counted,
    notCounted,
    notKnown: held.flatMap(({ position, quantity }) => (quantity === undefined ? [position] : [])),
    derivation: [
      derivationStep(rules, 'owned', { date: asOf, owner, owned, security }),
      derivationStep(rules, 'within60', { shares, by }),
      ...notCounted.map(({ position, because }) =>
        derivationStep(rules, 'leftOut', { title: position.title, reason: REASONS[because] }),
      ),
      ...(outstanding && percent ? [derivationStep(rules, 'percent', { owned, shares, outstanding, percent })] : []),
      derivationStep(rules, 'interest'),
    ],
  }
}

/** The 60th day after a day, the last that counts. */
function sixtiethDay(asOf: CalendarDate): CalendarDate {
  return new CalendarDate(asOf.day + WITHIN_DAYS)
}

const RIGHT_TO_SELL = /\bput\b|right to sell|obligation to (?:buy|purchase)|short call|call option \(obligation/i

function judge({ position, quantity }: PositionAsOf, question: BeneficialQuestion): RightCounted | RightNotCounted {
  const by = sixtiethDay(question.asOf)
  const row = lastRow(position)
  const leftOut = (because: RightLeftOut) => ({ position, because })
  if (quantity === undefined) return leftOut('quantityNotKnown')
  if (quantity.isZero) return leftOut('nothingLeft')
  if (RIGHT_TO_SELL.test(position.title)) return leftOut('rightToSell')
  const expires = row.expirationDate.value
  if (expires && expires.day < question.asOf.day) return leftOut('expired')
  const vested = vestedWithin60Days(position, question.asOf)
  const date = row.exerciseDate.value
  if (!vested && !date) return leftOut('exercisableDateNotStated')
  if (!vested && date && date.day > by.day) return leftOut('laterThan60Days')
  const rights = vested && vested.rights.compare(quantity) < 0 ? vested.rights : quantity
  const shares = underlyingShares(row, rights)
  if (!shares) return leftOut('sharesNotStated')
  return { position, shares, basis: vested ? 'schedule' : 'exercisableDate', isAtLeast: vested?.isAtLeast ?? false }
}

/** The underlying shares of a number of rights, by the ratio that the row states; it has to come out even. */
function underlyingShares(row: OwnershipRow, rights: Decimal): Decimal | undefined {
  const under = row.underlyingSecurity.shares.value
  const of = row.isTransaction
    ? row.amounts.shares.value
    : row.postTransactionAmounts.sharesOwnedFollowingTransaction.value
  if (under === undefined || of === undefined || of.isZero) return undefined
  if (under.equals(of)) return rights
  const scale = under.scale + rights.scale
  const numerator = under.units * rights.units * 10n ** BigInt(of.scale)
  return numerator % of.units === 0n ? Decimal.of(numerator / of.units, scale) : undefined
}

function underlyingOf(position: Position): string {
  return securityKey(lastRow(position).underlyingSecurity.title.value ?? '')
}

function lastRow(position: Position): OwnershipRow {
  const lines = position.steps.filter((step) => step.kind === 'line')
  return lines.at(-1)!.movement.line.row
}

const PLACES = 3

function percentOf(part: Decimal, whole: Decimal): Decimal | undefined {
  if (whole.sign <= 0) return undefined
  const scale = Math.max(part.scale, whole.scale)
  const [a, b] = [part, whole].map((one) => one.units * 10n ** BigInt(scale - one.scale)) as [bigint, bigint]
  const more = 10n ** BigInt(PLACES + 3)
  return Decimal.of((a * 100n * more) / b, PLACES + 3).round(PLACES)
}
