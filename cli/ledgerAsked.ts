import {
  type BeneficialOwnership,
  beneficialOwnership,
  type EconomicEvent,
  economicEvents,
  type FiledReport,
  type Ledger,
  ledgerOf,
  type NamedBreak,
  namedBreaks,
  type Position,
  type SecurityAlias,
  type SeriesRule,
} from '@section16/core/ledger'
import { type CalendarDate, Decimal } from '@section16/core/model'
import { dayOption } from './dayOption.ts'
import { PartyNames } from './reportParties.ts'
import { UsageError } from './usageError.ts'

/** What the options of `ledger` ask. */
export interface LedgerOptions {
  asOf?: string
  knownOn?: string
  owner?: string
  asFiled?: boolean
  beneficial?: boolean
  outstanding?: string
  events?: boolean
  series?: SeriesRule
}

/** The answer to it. */
export interface LedgerAnswer {
  readonly ledger: Ledger
  readonly names: PartyNames
  /** Of the owner asked for, or all. */
  readonly positions: readonly Position[]
  readonly breaks: readonly NamedBreak[]
  readonly asOf: CalendarDate | undefined
  readonly knownOn: CalendarDate | undefined
  readonly beneficial: readonly BeneficialOwnership[] | undefined
  readonly events: readonly EconomicEvent[] | undefined
}

/**
 * The ledger of reports, and what of it was asked for. All reports are counted whoever was asked for, because a split is
 * seen from the totals of all holders.
 */
export function askedLedger(
  reports: readonly FiledReport[],
  options: LedgerOptions,
  aliases: readonly SecurityAlias[],
): LedgerAnswer {
  const asOf = dayOption('--as-of', options.asOf)
  const knownOn = dayOption('--known-on', options.knownOn)
  const outstanding = numberOption('--outstanding', options.outstanding)
  if (options.beneficial && (!asOf || options.owner === undefined)) {
    throw new UsageError('--beneficial is asked of an owner on a day: --owner CIK|NAME --as-of DATE')
  }
  const view = options.asFiled ? 'asFiled' : 'asAmended'
  const ledger = ledgerOf(reports, {
    view,
    aliases,
    ...(knownOn && { knownOn }),
    ...(options.series && { series: options.series }),
  })
  const names = new PartyNames(reports)
  const isMeant = (owners: readonly string[]) =>
    options.owner === undefined || owners.some((cik) => names.isMeant(cik, options.owner!))
  const positions = ledger.positions.filter(({ owners }) => isMeant(owners))
  const kept = new Set(positions)
  const meant = [...new Set(positions.flatMap(({ owners }) => owners))].filter((cik) => isMeant([cik]))
  return {
    ledger,
    names,
    positions,
    breaks: namedBreaks(ledger).filter(({ position }) => kept.has(position)),
    asOf,
    knownOn,
    beneficial:
      options.beneficial && asOf
        ? meant.flatMap((owner) => beneficialOwnership(ledger, { owner, asOf, ...(outstanding && { outstanding }) }))
        : undefined,
    events: options.events
      ? economicEvents(ledger.view.reports.filter(({ report }) => isMeant(ownerCiks(report))))
      : undefined,
  }
}

function ownerCiks({ document }: FiledReport): string[] {
  return document.reportingOwners.flatMap(({ id }) => id.cik.value ?? [])
}

function numberOption(name: string, written: string | undefined): Decimal | undefined {
  if (written === undefined) return undefined
  const number = Decimal.parse(written.replaceAll(',', ''))
  if (!number || number.sign <= 0) throw new UsageError(`${name} takes a number of shares, not ${written}`)
  return number
}
