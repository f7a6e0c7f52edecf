import type { CalendarDate } from '../../model/calendarDate.ts'
import type { Decimal } from '../../model/decimal.ts'
import { footnoteText, type OwnershipDocument, type OwnershipRow } from '../../model/ownershipDocument.ts'
import type { FootnoteId, Reported } from '../../model/reported.ts'
import { type DerivationStep, derivationStep } from '../derivation.ts'
import { type VestingReading, type VestingReason, vestingReading, vestingReasonWordings } from '../footnotes/index.ts'
import { CONVENTION_MEANINGS, cumulativeShares, type VestingConvention } from './conventions.ts'
import { type Exercisable, exercisableOn } from './exercisable.ts'
import { type Award, type Instalment, type VestingSchedule, vestingSchedule } from './schedule.ts'
import { vestingRules } from './vestingRules.ts'

/** What the asker knows or wants. */
export interface VestingQuestion {
  /** Shares of the award, instead of what the filing says. */
  readonly shares?: bigint | undefined
  readonly conventions: readonly VestingConvention[]
  /** Asks what is exercisable on this day and within sixty days of it. */
  readonly asOf?: CalendarDate | undefined
}

/** One line of a table: what vests on a day. */
export interface VestingLine extends Instalment {
  /** Whole shares on this day, and with it; `undefined` where the award's shares are not known. */
  readonly shares: bigint | undefined
  readonly cumulative: bigint | undefined
}

/** The dated schedule in one convention. */
export interface VestingTable {
  readonly convention: VestingConvention
  readonly lines: readonly VestingLine[]
  /** `undefined` where nobody asked, or the award's shares are not known. */
  readonly exercisable: Exercisable | undefined
}

/** What one footnote of one derivative row says about vesting. */
export interface RowVesting {
  /** Which row of Table II, from 1. */
  readonly row: number
  readonly securityTitle: string | undefined
  readonly footnote: FootnoteId
  readonly reading: VestingReading
  /** The words read, or left. */
  readonly words: string
  /** `undefined` where nothing is claimed: the words alone are shown. */
  readonly schedule: VestingSchedule | undefined
  readonly tables: readonly VestingTable[]
  readonly derivation: readonly DerivationStep[]
}

/** The vesting of every row of Table II, one for each footnote that speaks of it; none where no footnote does. */
export function rowVestings(document: OwnershipDocument, question: VestingQuestion): RowVesting[] {
  const reportDate = document.periodOfReport.value
  return document.derivativeTable.rows.flatMap((row, i) =>
    footnotesOf(row).flatMap((footnote) => {
      const text = footnoteText(document, footnote)
      const reading = text === undefined ? undefined : vestingReading(text)
      if (text === undefined || !reading) return []
      const words = text.slice(reading.at.start, reading.at.end)
      const answer = answered(row, reading, { footnote, words }, reportDate, question)
      return [{ row: i + 1, securityTitle: row.securityTitle.value, footnote, reading, words, ...answer }]
    }),
  )
}

/** The footnotes on any field of a row, column 6 first, each once. */
function footnotesOf(row: OwnershipRow): FootnoteId[] {
  const { coding, amounts, underlyingSecurity, postTransactionAmounts, ownershipNature } = row
  const fields: Reported<unknown>[] = [
    row.exerciseDate,
    row.expirationDate,
    row.securityTitle,
    row.conversionOrExercisePrice,
    row.transactionDate,
    amounts.shares,
    amounts.totalValue,
    amounts.value,
    amounts.pricePerShare,
    amounts.acquiredDisposedCode,
    underlyingSecurity.title,
    underlyingSecurity.shares,
    underlyingSecurity.value,
    postTransactionAmounts.sharesOwnedFollowingTransaction,
    postTransactionAmounts.valueOwnedFollowingTransaction,
    ownershipNature.directOrIndirectOwnership,
    ownershipNature.natureOfOwnership,
  ]
  return [...new Set([...fields.flatMap(({ footnotes }) => footnotes), ...coding.footnotes])]
}

interface Quoted {
  readonly footnote: FootnoteId
  readonly words: string
}

function answered(
  row: OwnershipRow,
  reading: VestingReading,
  quoted: Quoted,
  reportDate: CalendarDate | undefined,
  question: VestingQuestion,
): Pick<RowVesting, 'schedule' | 'tables' | 'derivation'> {
  const { certainty, reasons } = reading
  if (certainty === 'left') {
    const step = derivationStep(vestingRules, 'vesting.left', { ...quoted, reason: worded(reasons) })
    return { schedule: undefined, tables: [], derivation: [step] }
  }
  const read = [derivationStep(vestingRules, 'vesting.read', { ...quoted, certainty })]
  const assumed = reasons.map((reason) =>
    derivationStep(vestingRules, 'vesting.assumed', { reason: vestingReasonWordings[reason] }),
  )
  const { award, step } = awardOf(row, reading, reportDate, question)
  const schedule = vestingSchedule(reading, award)
  if (!schedule) return { schedule, tables: [], derivation: [...read, ...assumed, step] }
  const tables = question.conventions.map((convention) => tableOf(schedule, convention, row, question.asOf))
  const derivation = [
    ...read,
    ...assumed,
    ...totalSteps(schedule, award, step),
    ...daySteps(reading, schedule, award),
    ...question.conventions.map((convention) =>
      derivationStep(vestingRules, 'vesting.convention', { convention, meaning: CONVENTION_MEANINGS[convention] }),
    ),
    ...exercisableSteps(tables, row, question.asOf),
  ]
  return { schedule, tables, derivation }
}

function worded(reasons: readonly VestingReason[]): string {
  return reasons.map((reason) => vestingReasonWordings[reason]).join('; ')
}

function tableOf(
  schedule: VestingSchedule,
  convention: VestingConvention,
  row: OwnershipRow,
  asOf: CalendarDate | undefined,
): VestingTable {
  const { instalments, total } = schedule
  const cumulative = total === undefined ? [] : cumulativeShares(instalments, total, convention)
  const lines = instalments.map((instalment, i): VestingLine => {
    const sum = cumulative[i]
    const before = i === 0 ? 0n : cumulative[i - 1]
    const shares = sum === undefined || before === undefined ? undefined : sum - before
    return { ...instalment, shares, cumulative: sum }
  })
  const expiresOn = row.expirationDate.value
  return { convention, lines, exercisable: asOf && exercisableOn(schedule, asOf, convention, { expiresOn }) }
}

/** What the row and the asker say of the award, and the sentence on its shares. */
function awardOf(
  row: OwnershipRow,
  reading: VestingReading,
  reportDate: CalendarDate | undefined,
  { shares: asked }: VestingQuestion,
): { award: Award; step: DerivationStep } {
  const isGrant = row.isTransaction && row.coding.code.value === 'A'
  const { shares, rule } = sharesOf(row, reading, asked, isGrant)
  const code = row.coding.code.value ?? '?'
  const step = derivationStep(vestingRules, rule, { shares: shares ?? '', code })
  const award: Award = {
    shares,
    grantDate: reading.grantDate ?? (isGrant ? row.transactionDate.value : undefined),
    commencement: reading.commencement,
    exerciseDate: row.exerciseDate.value,
    reportDate,
  }
  return { award, step }
}

type TotalRule = Extract<keyof typeof vestingRules, `vesting.total${string}`>

function sharesOf(
  row: OwnershipRow,
  reading: VestingReading,
  asked: bigint | undefined,
  isGrant: boolean,
): { shares: bigint | undefined; rule: TotalRule } {
  if (asked !== undefined) return { shares: asked, rule: 'vesting.totalGiven' }
  if (reading.total !== undefined) return { shares: reading.total, rule: 'vesting.totalFootnote' }
  const ofRow = wholeShares(row.underlyingSecurity.shares.value) ?? wholeShares(row.amounts.shares.value)
  if (ofRow === undefined) return { shares: undefined, rule: 'vesting.totalUnknown' }
  if (isGrant) return { shares: ofRow, rule: 'vesting.totalGrant' }
  if (!row.isTransaction) return { shares: ofRow, rule: 'vesting.totalHeld' }
  return { shares: undefined, rule: 'vesting.totalUnknown' }
}

/** Fractions of shares vest in no convention. */
function wholeShares(shares: Decimal | undefined): bigint | undefined {
  return shares && shares.scale === 0 && shares.sign > 0 ? shares.units : undefined
}

function totalSteps(schedule: VestingSchedule, { shares }: Award, step: DerivationStep): DerivationStep[] {
  const { total, isTotalOfCounts } = schedule
  if (!isTotalOfCounts || total === undefined) return [step]
  if (shares === undefined) return [derivationStep(vestingRules, 'vesting.totalCounts', { shares: total })]
  return [step, derivationStep(vestingRules, 'vesting.totalDiffers', { counted: total, shares })]
}

function daySteps(reading: VestingReading, schedule: VestingSchedule, award: Award): DerivationStep[] {
  const bases = new Set(
    reading.parts
      .flatMap(({ whens }) => whens)
      .flatMap(({ earliestOf }) => earliestOf)
      .map(({ base }) => base.kind),
  )
  const steps: DerivationStep[] = []
  const { grantDate, exerciseDate } = award
  if (bases.has('grantDate') && grantDate)
    steps.push(derivationStep(vestingRules, 'vesting.grantDate', { day: grantDate }))
  if (bases.has('first') && exerciseDate)
    steps.push(derivationStep(vestingRules, 'vesting.firstDay', { day: exerciseDate }))
  steps.push(derivationStep(vestingRules, 'vesting.months'))
  const unknown = schedule.instalments.filter(({ on }) => on === undefined)
  if (unknown.length > 0) {
    const words = [...new Set(unknown.map((one) => one.words ?? ''))].join('; ')
    steps.push(derivationStep(vestingRules, 'vesting.unknownDay', { count: unknown.length, words }))
  }
  return steps
}

function exercisableSteps(
  tables: readonly VestingTable[],
  row: OwnershipRow,
  on: CalendarDate | undefined,
): DerivationStep[] {
  const found = tables[0]?.exercisable
  if (!found || !on) return []
  const expiry = row.expirationDate.value
  if (expiry && expiry.day < on.day) return [derivationStep(vestingRules, 'vesting.expired', { expiry, on })]
  return [
    derivationStep(vestingRules, 'vesting.sixtyDays', { on, through: found.through }),
    derivationStep(vestingRules, 'vesting.exercisedUnknown'),
  ]
}
