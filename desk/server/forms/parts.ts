/** Drafts that take more than one form, and their parts. */
import { FORM_LIMITS } from '@section16/core/facts'
import type { FiledReport } from '@section16/core/ledger'
import type { OwnershipDocument } from '@section16/core/model'
import { type Parts, partsOf } from '../../drafting/index.ts'
import {
  type Draft,
  draft,
  draftParts,
  draftVersion,
  type Insider,
  type NewPart,
  type View,
} from '../../store/index.ts'
import { easternDay } from '../moments.ts'
import { contentOf, documentOf } from './draftDocument.ts'

const ROWS = FORM_LIMITS.rowsPerTable.most
const OWNERS = FORM_LIMITS.reportingOwners.most

/** What of a form's limits its readers are told. */
export const ROOM = { rows: ROWS, owners: OWNERS } as const

/** The forms that a document takes; `undefined` where it fits into one. */
export function splitOf(document: OwnershipDocument): Parts | undefined {
  const { nonDerivativeTable, derivativeTable, reportingOwners } = document
  const isSmall = [nonDerivativeTable, derivativeTable].every(({ rows }) => rows.length <= ROWS)
  if (isSmall && reportingOwners.length <= OWNERS) return undefined
  return partsOf(document)
}

/** A part as a draft, of the insiders who are its owners. */
export async function newPart(part: OwnershipDocument, insiders: readonly Insider[]): Promise<NewPart> {
  const ciks = new Set<string | undefined>(part.reportingOwners.map(({ id }) => id.cik.value))
  const insiderIds = insiders.flatMap(({ id, cik }) => (cik !== null && ciks.has(cik) ? [id] : []))
  return { ...(await contentOf(part)), insiderIds }
}

/** One of the parts of a report. */
export interface Part {
  readonly number: number
  readonly draft: Draft
}

/** The parts beside a draft, itself among them, or those that it was split into; `undefined` of one that is whole. */
export async function partsBeside(view: View, id: string): Promise<{ of: string; parts: Part[] } | undefined> {
  const found = await draftParts(view, id)
  if (!found) return undefined
  const parts = await Promise.all(
    found.parts.map(async ({ draftId, number }) => ({ number, draft: (await draft(view, draftId)) as Draft })),
  )
  return { of: found.of, parts }
}

/** The parts before a draft that are not filed yet, as the reports on whose balances it goes on. */
export async function reportsAbove(view: View, id: string, parts: readonly Part[], at: number): Promise<FiledReport[]> {
  const own = parts.find((part) => part.draft.id === id)?.number ?? 1
  const date = easternDay(at)
  const above = parts.filter(({ number, draft: of }) => number < own && of.closedAt === null)
  return Promise.all(
    above.map(async ({ number, draft: of }) => {
      const version = await draftVersion(view, of.id, of.hash)
      if (!version) throw new Error('a draft without its version')
      return {
        key: `part ${String(number).padStart(4, '0')}`,
        accessionNumber: undefined,
        filedOn: date,
        acceptedAt: { date, time: '23:59:58' },
        document: documentOf(version.content),
      }
    }),
  )
}
