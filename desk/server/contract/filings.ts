import { createRoute, z } from '@hono/zod-openapi'
import {
  AccessionNumber,
  AnyJson,
  answer,
  base,
  body,
  Day,
  FormType,
  file,
  Hash,
  Id,
  inOrganization,
  Moment,
  problems,
} from './words.ts'

export const FilingNote = z
  .object({
    id: Id,
    issuerId: Id,
    /** Null: imported, filed elsewhere and not from here. */
    submissionId: Id.nullable(),
    draftId: Id.nullable(),
    /** `rehearsal`: it was never filed with the SEC; to be shown wherever it is shown. */
    destination: z.enum(['rehearsal', 'beta', 'edgar']),
    formType: FormType,
    accessionNumber: AccessionNumber,
    acceptedAt: Moment,
    filingDate: Day,
    hash: Hash,
  })
  .openapi('FilingNote')

export const Filing = FilingNote.extend({
  insiderIds: z.array(Id),
  /** EDGAR's answer as it was archived. */
  answer: AnyJson,
  /** Whether it is, byte for byte, what was frozen and told to the audit trail. */
  intact: z.boolean(),
}).openapi('Filing')

export const getFilings = createRoute({
  operationId: 'getFilings',
  method: 'get',
  path: `${base}/filings`,
  summary: 'Filed forms, latest first',
  request: {
    params: inOrganization(),
    query: z.object({
      issuer: Id.optional(),
      insider: Id.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
      /** `next` of the page before. */
      after: z.string().max(200).optional(),
    }),
  },
  responses: {
    200: answer(z.object({ filings: z.array(FilingNote), next: z.string().nullable() }), 'Filings.'),
    ...problems,
  },
})

export const postFiling = createRoute({
  operationId: 'postFiling',
  method: 'post',
  path: `${base}/filings`,
  summary: 'Import a form that was filed elsewhere: read-only, its holdings counted as of its day',
  request: {
    params: inOrganization(),
    body: body(
      z.object({
        /** Its ownership XML, base64. */
        xml: z.base64().max(14_000_000),
        accessionNumber: AccessionNumber,
        /** EDGAR’s filing date, which its index shows. */
        filingDate: Day,
        /** EDGAR’s acceptance in Eastern civil time, as its index shows it. */
        accepted: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
        /** Whose it is; else who has its CIKs. An old form that names none needs them. */
        issuerId: Id.optional(),
        insiderIds: z.array(Id).min(1).max(10).optional(),
      }),
    ),
  },
  responses: { 201: answer(FilingNote, 'Imported.'), ...problems },
})

export const getFiling = createRoute({
  operationId: 'getFiling',
  method: 'get',
  path: `${base}/filings/{filing}`,
  summary: 'One filed form, frozen',
  request: { params: inOrganization('filing') },
  responses: { 200: answer(Filing, 'The filing.'), ...problems },
})

const of = (name: string, what: string, type: string, summary: string) =>
  createRoute({
    operationId: name,
    method: 'get',
    path: `${base}/filings/{filing}/${what}`,
    summary,
    request: { params: inOrganization('filing') },
    responses: { 200: file(type, 'The file.'), ...problems },
  })

export const getFilingPage = of('getFilingPage', 'page.html', 'text/html', 'Its page as frozen')
export const getFilingPdf = of('getFilingPdf', 'page.pdf', 'application/pdf', 'The same as PDF')
export const getFilingXml = of('getFilingXml', 'form.xml', 'application/xml', 'Its XML as filed, without CCC')
