/** What a filed form says is held, posted for each of its owners; an amendment says what it restates. */
import { changesBetween, type LineChange, type ReportLine, resolveAmendments } from '@section16/core/ledger'
import { Decimal, type OwnershipDocument, rowsOf } from '@section16/core/model'
import { positionKey } from '../../recipes/index.ts'
import {
  type Act,
  type Answer,
  type FiledForm,
  type HoldingTable,
  holdingsOf,
  type NewHolding,
  postHoldings,
} from '../../store/index.ts'
import { positionOf, type Report, reportsOf } from '../forms/history.ts'

/**
 * Posts the lines of all owners: a joint filing's lines are each owner's, and the last line of a position speaks for it.
 * A line of an amendment restates the line that it stands for; one that takes a line back leaves what was held before it.
 */
export async function postHeld(
  act: Act,
  form: FiledForm,
  document: OwnershipDocument,
): Promise<Answer<HoldingTable[]>> {
  const all: NewHolding[] = []
  for (const insiderId of form.insiderIds) all.push(...(await holdingsFor(act, form, document, insiderId)))
  return postHoldings(act, all)
}

async function holdingsFor(
  act: Act,
  form: FiledForm,
  document: OwnershipDocument,
  insiderId: string,
): Promise<NewHolding[]> {
  const period = document.periodOfReport.value?.toString() ?? form.filingDate
  const posted = await holdingsOf(act, form.issuerId, insiderId)
  const changes = await changesBy(act, form, insiderId)
  return rowsOf(document).flatMap((row, place): NewHolding[] => {
    const position = positionOf(document, row)
    if (!position) return []
    const change = changes.find((one) => isOf(one, row.isDerivative, place, document))
    const was = change && 'before' in change ? heldAfter(posted, change.before) : undefined
    const day = row.transactionDate.value?.toString() ?? period
    const key = positionKey(position.security, position.ownership)
    return [
      {
        issuerId: form.issuerId,
        insiderId,
        filedFormId: form.id,
        row: place,
        supersedes: was?.id ?? null,
        position: key,
        security: position.security.title,
        ownership: position.ownership.form,
        natureOfOwnership: position.ownership.form === 'I' ? position.ownership.nature : null,
        day,
        amount: change?.kind === 'withdrawn' ? heldBefore(posted, was, key, day) : position.shares.toString(),
      },
    ]
  })
}

/** What an amendment does to each line; nothing for a form that is none. */
async function changesBy(act: Act, form: FiledForm, insiderId: string): Promise<readonly LineChange[]> {
  if (!form.formType.endsWith('/A')) return []
  const reports = await reportsOf(act, form.destination, { issuerId: form.issuerId, insiderId })
  const answer = resolveAmendments(reports).answers.find(({ amendment }) => amendment.key === form.accessionNumber)
  return answer?.kind === 'resolved' ? answer.applied.changes : []
}

/** Whether a change is that of a line; one that takes a line back has none of its own, and says the same as that one. */
function isOf(change: LineChange, isDerivative: boolean, place: number, document: OwnershipDocument): boolean {
  if ('line' in change) return change.line.row.isDerivative === isDerivative && placeOf(change.line) === place
  const row = rowsOf(document)[place]
  return change.kind === 'withdrawn' && row !== undefined && changesBetween(change.before.row, row).length === 0
}

/** A line's place among all lines of its report, from 0. */
function placeOf({ report, table, place }: ReportLine): number {
  return (table === 'derivative' ? report.document.nonDerivativeTable.rows.length : 0) + place - 1
}

function heldAfter(posted: readonly HoldingTable[], line: ReportLine): HoldingTable | undefined {
  const { form } = line.report as Report
  return posted.find(({ filedFormId, row }) => filedFormId === form.id && row === placeOf(line))
}

/** What is held on a position where one line does not count: what the last other one up to its day left. */
function heldBefore(
  posted: readonly HoldingTable[],
  without: HoldingTable | undefined,
  position: string,
  day: string,
): string {
  const restated = new Set(posted.map(({ supersedes }) => supersedes))
  const others = posted.filter((one) => one.id !== without?.id && !restated.has(one.id) && one.position === position)
  return others.findLast((one) => one.day <= day)?.amount ?? Decimal.of(0).toString()
}
