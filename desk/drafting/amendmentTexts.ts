import { elementTitle } from '@section16/core/facts'
import type { FiledReport, LineField } from '@section16/core/ledger'
import type { CalendarDate, OwnershipRow, Reported } from '@section16/core/model'

/**
 * The sentences with which an amendment's footnotes begin; the filer's reason follows. They are worded so that core's
 * reader of amendments (`statementsOf`) takes them for what they are.
 */

/** One cell that is corrected. */
export interface CorrectedCell {
  readonly field: LineField
  readonly before: Reported<unknown>
  readonly after: Reported<unknown>
}

export function correctionText(cells: readonly CorrectedCell[], notes: number, original: FiledReport): string {
  const said = cells.map(
    ({ field, before, after }) => `${elementTitle(field)}, reported as ${shown(before)}, to ${shown(after)}`,
  )
  const texts = notes === 0 ? [] : ['the explanation']
  return `To correct the ${nameOf(original)}: ${[...said, ...texts].join(' and ')}.`
}

export function additionText(row: OwnershipRow, original: FiledReport): string {
  return `To add an omitted ${kindOf(row)} to the ${nameOf(original)}.`
}

export function withdrawalText(row: OwnershipRow): string {
  return `The ${kindOf(row)} on this line was reported in error and is withdrawn.`
}

export function explanationText(original: FiledReport): string {
  return `Amends the ${nameOf(original)}.`
}

function kindOf({ isTransaction }: OwnershipRow): string {
  return isTransaction ? 'transaction' : 'holding'
}

function nameOf({ document, filedOn }: FiledReport): string {
  return `Form ${document.documentType.value ?? ''} filed on ${filedOn ? longDate(filedOn) : 'an unknown day'}`
}

function shown({ kind, written }: Reported<unknown>): string {
  return kind === 'value' ? `"${written}"` : 'not stated'
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

function longDate({ year, month, dayOfMonth }: CalendarDate): string {
  return `${MONTHS[month - 1]} ${dayOfMonth}, ${year}`
}
