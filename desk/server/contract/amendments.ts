import { createRoute, z } from '@hono/zod-openapi'
import type { LineField as Field } from '@section16/core/ledger'
import {
  AccessionNumber,
  Amount,
  answer,
  base,
  body,
  Cik,
  Day,
  Diagnostic,
  Id,
  inOrganization,
  JsonObject,
  problems,
} from './words.ts'

const LINE_FIELDS = [
  'securityTitle',
  'conversionOrExercisePrice',
  'transactionDate',
  'deemedExecutionDate',
  'transactionFormType',
  'transactionCode',
  'equitySwapInvolved',
  'transactionTimeliness',
  'transactionShares',
  'transactionTotalValue',
  'transactionPricePerShare',
  'transactionAcquiredDisposedCode',
  'exerciseDate',
  'expirationDate',
  'underlyingSecurityTitle',
  'underlyingSecurityShares',
  'underlyingSecurityValue',
  'sharesOwnedFollowingTransaction',
  'valueOwnedFollowingTransaction',
  'directOrIndirectOwnership',
  'natureOfOwnership',
] as const satisfies readonly Field[]

/** A cell of a line, by its element of the ownership XML. */
export const LineField = z.enum(LINE_FIELDS).openapi('LineField')

/** A line of a filed form: the report that has it by its accession number, the line's place in its table from 1. */
export const LinePlace = z
  .object({ report: AccessionNumber, table: z.enum(['nonDerivative', 'derivative']), line: z.int().min(1) })
  .openapi('LinePlace')

const NoteText = z.object({ id: z.string().regex(/^F\d{1,2}$/), text: z.string().trim().min(1).max(1000) })

export const LineCell = z
  .object({
    field: LineField,
    title: z.string(),
    /** Null: no value stands there. */
    written: z.string().nullable(),
    /** The footnotes on it. */
    footnotes: z.array(NoteText.extend({ id: z.string() })),
  })
  .openapi('LineCell')

export const FiledLine = z
  .object({
    at: LinePlace,
    /** As the form is read: `Table I, row 2`. */
    place: z.string(),
    isTransaction: z.boolean(),
    cells: z.array(LineCell),
  })
  .openapi('FiledLine')

/** The kinds of lines, with their cells in the order of the form. */
export const LineElement = z
  .enum(['nonDerivativeTransaction', 'nonDerivativeHolding', 'derivativeTransaction', 'derivativeHolding'])
  .openapi('LineElement')

export const FilingLines = z
  .object({
    /** Where the form is itself an amendment: the form that is to be amended instead. */
    original: z.object({ filingId: Id, accessionNumber: AccessionNumber }).nullable(),
    issuer: z.object({ cik: Cik.nullable(), name: z.string().nullable() }),
    owners: z.array(z.object({ cik: Cik.nullable(), name: z.string().nullable() })),
    periodOfReport: Day.nullable(),
    aff10b5One: z.boolean().nullable(),
    notSubjectToSection16: z.boolean().nullable(),
    /** The lines in force: the form’s own, as later amendments left them. */
    lines: z.array(FiledLine),
    /** What a line can be added as. */
    elements: z.array(
      z.object({ element: LineElement, cells: z.array(z.object({ field: LineField, title: z.string() })) }),
    ),
  })
  .openapi('FilingLines')

export const getFilingLines = createRoute({
  operationId: 'getFilingLines',
  method: 'get',
  path: `${base}/filings/{filing}/lines`,
  summary: 'The lines of a filed form as they stand, cell by cell: where an amendment begins',
  request: { params: inOrganization('filing') },
  responses: { 200: answer(FilingLines, 'Its lines.'), ...problems },
})

const cells = z
  .array(
    z.object({
      field: LineField,
      /** Null: nothing should stand there. */
      written: z.string().max(500).nullable(),
    }),
  )
  .max(LINE_FIELDS.length)
/** Why, in the filer’s words: it becomes part of a footnote or of the remarks. */
const reason = z.string().trim().min(1).max(700)
const footnotes = z.array(NoteText).max(99).default([])

/** What was wrong, and what should stand there. Everything else is explained, and nothing is undone by an opposite. */
export const AmendmentChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('lineAdded'), element: LineElement, cells, reason }),
    z.object({ kind: z.literal('lineCorrected'), at: LinePlace, cells, footnotes, reason }),
    z.object({
      kind: z.literal('explained'),
      /** A line that should not be there. */
      withdraws: LinePlace.optional(),
      heading: z
        .object({
          /** Other parties than filed are refused (D230): that is a new filing. */
          issuer: Cik.optional(),
          owners: z.array(Cik).min(1).max(10).optional(),
          periodOfReport: Day.optional(),
          aff10b5One: z.boolean().optional(),
          notSubjectToSection16: z.boolean().optional(),
        })
        .optional(),
      reason,
    }),
  ])
  .openapi('AmendmentChange')

export const AmendmentLine = z
  .object({
    place: z.string(),
    /** What the line is; null where a reader cannot tell. */
    kind: z.enum(['added', 'corrected', 'withdrawn', 'repeated', 'kept', 'open']).nullable(),
    verdict: z.enum(['onTime', 'late', 'early', 'correction', 'notAsked', 'unknown']),
    /** The day on which it was due; null where it has none of its own. */
    due: Day.nullable(),
  })
  .openapi('AmendmentLine')

/** A line filed before whose total does not follow any more. */
export const AffectedLine = z
  .object({
    filingId: Id,
    accessionNumber: AccessionNumber,
    formType: z.string(),
    place: z.string(),
    title: z.string(),
    stated: Amount,
    follows: Amount,
    /** Whether it is of the form that is amended, and can be corrected with it. */
    isSameReport: z.boolean(),
  })
  .openapi('AffectedLine')

const consequences = {
  lines: z.array(AmendmentLine),
  /** Whether it reports a transaction late, were it filed today: that belongs into the issuer’s Item 405. */
  isLate: z.boolean(),
  affected: z.array(AffectedLine),
}

/** What an amendment is of, and what it brings about as it stands. */
export const Amendment = z
  .object({ filingId: Id, accessionNumber: AccessionNumber, filedOn: Day, ...consequences })
  .openapi('Amendment')

/** What an amendment would be. */
export const AmendmentTrial = z
  .object({
    /** Filing JSON; null where it is refused, and the diagnostics say why. */
    filing: JsonObject.nullable(),
    ...consequences,
    diagnostics: z.array(Diagnostic),
  })
  .openapi('AmendmentTrial')

const wanted = body(z.object({ changes: z.array(AmendmentChange).min(1).max(60) }))

export const postAmendmentTrial = createRoute({
  operationId: 'postAmendmentTrial',
  method: 'post',
  path: `${base}/filings/{filing}/amendment-trials`,
  summary: 'What an amendment of a filed form would be and bring about; nothing is kept',
  request: { params: inOrganization('filing'), body: wanted },
  responses: { 200: answer(AmendmentTrial, 'What it would be.'), ...problems },
})

export const postAmendment = createRoute({
  operationId: 'postAmendment',
  method: 'post',
  path: `${base}/filings/{filing}/amendments`,
  summary: 'A draft that amends a filed form; the filed form never changes',
  request: { params: inOrganization('filing'), body: wanted },
  responses: {
    201: answer(z.object({ draftId: Id, ...AmendmentTrial.shape }).openapi('DraftedAmendment'), 'Drafted.'),
    ...problems,
  },
})
