import { createRoute, z } from '@hono/zod-openapi'
import { Amendment } from './amendments.ts'
import { Approval, Signature } from './signing.ts'
import { SubmissionNote } from './submissions.ts'
import {
  AccessionNumber,
  Amount,
  answer,
  base,
  body,
  Day,
  Diagnostic,
  FormType,
  file,
  Hash,
  Id,
  inOrganization,
  JsonObject,
  Moment,
  Problem,
  problems,
  Zone,
} from './words.ts'

/** By when a form is due: only its acceptance stops the countdown. */
export const Due = z
  .object({
    /** The last moment at which it is still in time. */
    at: Moment,
    /** In Eastern time, `2026-03-20 22:00 EDT`. */
    eastern: z.string(),
    /** In the zone that was asked for. */
    local: z.string(),
    /** The business day on which it is due. */
    day: Day,
    /** What it is due for: the printed place of the line, or the event. */
    of: z.string(),
    isPast: z.boolean(),
  })
  .openapi('Due')

export const Balance = z
  .object({
    path: z.string(),
    before: Amount,
    change: Amount,
    after: Amount,
    /** From the last report of the position to this line, in words. */
    derivation: z.array(z.string()),
  })
  .openapi('Balance')

/** Who has to sign, and what came of it. */
export const OwnerSigning = z
  .object({
    insiderId: Id,
    name: z.string(),
    /** The generated signature line; null while signatures are missing. */
    line: z.object({ name: z.string(), date: Day }).nullable(),
    /** As what the caller may sign for this owner; null when not at all. */
    mayISignAs: z
      .union([
        z.object({ kind: z.literal('self') }),
        z.object({ kind: z.literal('officer') }),
        z.object({ kind: z.literal('attorney'), powerOfAttorneyId: Id }),
      ])
      .nullable(),
  })
  .openapi('OwnerSigning')

/** Where the power of attorney is by which somebody signed: goes along as EX-24, or is on file with an earlier filing. */
export const Exhibit = z
  .object({
    powerOfAttorneyId: Id,
    /** Null where it is on file. */
    name: z.string().nullable(),
    type: z.string(),
    /** Null where it is attached. */
    onFileAccession: AccessionNumber.nullable(),
  })
  .openapi('Exhibit')

/** A letter to the staff or an exhibit that goes with the form. */
export const Attachment = z
  .object({
    id: Id,
    name: z.string(),
    type: z.string(),
    description: z.string().nullable(),
    mediaType: z.string(),
    hash: Hash,
    /** It is part of what is approved and signed. */
    isContent: z.boolean(),
  })
  .openapi('Attachment')

export const DraftNote = z
  .object({
    id: Id,
    issuerId: Id,
    insiderIds: z.array(Id),
    formType: FormType,
    eventId: Id.nullable(),
    /** The filing that it amends. */
    amends: Id.nullable(),
    version: z.int(),
    hash: Hash,
    closed: z.object({ at: Moment, because: z.enum(['filed', 'discarded', 'split']) }).nullable(),
  })
  .openapi('DraftNote')

export const Draft = DraftNote.extend({
  /** Filing JSON (format of core's `toFilingJson`), without signatures and without CCCs. */
  filing: JsonObject,
  savedBy: Id,
  savedAt: Moment,
  /** What core/check, drafting and the ledger find, worst first. */
  findings: z.array(Diagnostic),
  balances: z.array(Balance),
  /** Of a draft that amends: of what, whether it is late, and which later lines no longer follow. */
  amendment: Amendment.nullable(),
  /** Where it takes more than one form: how many, and what there is to say of it. */
  split: z.object({ count: z.int(), diagnostics: z.array(Diagnostic) }).nullable(),
  /** Where it is a part, or was split into parts: all of them by their numbers, from 1. */
  parts: z.object({ of: Id, drafts: z.array(DraftNote.extend({ number: z.int() })) }).nullable(),
  dues: z.array(Due),
  /** Why it may not be filed as it is (desk/signing); empty when it may. */
  blockers: z.array(Diagnostic),
  owners: z.array(OwnerSigning),
  approvals: z.array(Approval),
  signatures: z.array(Signature),
  /** The powers of attorney by which it is signed, as the filing states them. */
  exhibits: z.array(Exhibit),
  attachments: z.array(Attachment),
  submissions: z.array(SubmissionNote),
  /** What is to be typed to send it, by mode. */
  toType: z.object({ TEST: z.string(), LIVE: z.string() }),
}).openapi('Draft')

export const getDrafts = createRoute({
  operationId: 'getDrafts',
  method: 'get',
  path: `${base}/drafts`,
  summary: 'Open drafts, oldest first',
  request: { params: inOrganization(), query: z.object({ issuer: Id.optional() }) },
  responses: { 200: answer(z.object({ drafts: z.array(DraftNote) }), 'Drafts.'), ...problems },
})

export const postDrafts = createRoute({
  operationId: 'postDrafts',
  method: 'post',
  path: `${base}/drafts`,
  summary: 'New drafts: of an event, one an insider and form; or an empty form',
  request: {
    params: inOrganization(),
    body: body(
      z.discriminatedUnion('from', [
        z.object({ from: z.literal('event'), eventId: Id }),
        z.object({
          from: z.literal('scratch'),
          issuerId: Id,
          /** More than 10 do not fit into one form; the draft is split later. */
          insiderIds: z.array(Id).min(1).max(100),
          formType: z.enum(['3', '4', '5']),
        }),
      ]),
    ),
  },
  responses: { 201: answer(z.object({ drafts: z.array(DraftNote) }), 'Added.'), ...problems },
})

export const getDraft = createRoute({
  operationId: 'getDraft',
  method: 'get',
  path: `${base}/drafts/{draft}`,
  summary: 'One draft with all that is known of it',
  request: { params: inOrganization('draft'), query: z.object({ zone: Zone }) },
  responses: { 200: answer(Draft, 'The draft.'), ...problems },
})

export const Difference = z
  .object({
    kind: z.enum(['added', 'removed', 'changed']),
    place: z.string(),
    title: z.string(),
    before: z.string().optional(),
    after: z.string().optional(),
  })
  .openapi('Difference')

/** A stale save: what somebody else made of the version on which it was based, and what the save would change of that. */
export const StaleSave = Problem.extend({
  current: z.object({ version: z.int(), hash: Hash, by: Id, at: Moment, filing: JsonObject }),
  theirs: z.array(Difference),
  yours: z.array(Difference),
}).openapi('StaleSave')

export const putDraft = createRoute({
  operationId: 'putDraft',
  method: 'put',
  path: `${base}/drafts/{draft}`,
  summary: 'Save a draft; 409 with the difference when somebody else saved meanwhile',
  request: {
    params: inOrganization('draft'),
    query: z.object({ zone: Zone }),
    body: body(
      z.object({
        /** The hash of the version it was made from. */
        basedOn: Hash,
        filing: JsonObject,
      }),
    ),
  },
  responses: {
    200: answer(Draft, 'Saved; approvals and signatures of another content are void.'),
    ...problems,
    409: answer(z.union([StaleSave, Problem]), 'Stale, closed, or on its way to EDGAR.'),
  },
})

export const deleteDraft = createRoute({
  operationId: 'deleteDraft',
  method: 'delete',
  path: `${base}/drafts/{draft}`,
  summary: 'Discard a draft; it stays readable',
  request: { params: inOrganization('draft') },
  responses: { 200: answer(DraftNote, 'Discarded.'), ...problems },
})

export const postParts = createRoute({
  operationId: 'postParts',
  method: 'post',
  path: `${base}/drafts/{draft}/parts`,
  summary: 'Split a draft that takes more than one form into numbered parts, each a draft of its own; it is closed',
  request: { params: inOrganization('draft'), body: body(z.object({ ofHash: Hash })) },
  responses: { 201: answer(z.object({ drafts: z.array(DraftNote) }), 'Its parts.'), ...problems },
})

export const DraftVersion = z
  .object({ version: z.int(), hash: Hash, basedOn: Hash.nullable(), by: Id, at: Moment })
  .openapi('DraftVersion')

export const getDraftVersions = createRoute({
  operationId: 'getDraftVersions',
  method: 'get',
  path: `${base}/drafts/{draft}/versions`,
  summary: 'Every version of a draft, first to last',
  request: { params: inOrganization('draft') },
  responses: { 200: answer(z.object({ versions: z.array(DraftVersion) }), 'Versions.'), ...problems },
})

const of = (name: string, what: string, type: string, summary: string) =>
  createRoute({
    operationId: name,
    method: 'get',
    path: `${base}/drafts/{draft}/${what}`,
    summary,
    request: { params: inOrganization('draft') },
    responses: { 200: file(type, 'The file.'), ...problems },
  })

export const getDraftPage = of('getDraftPage', 'page.html', 'text/html', 'What will be filed, as the official form')
export const getDraftPdf = of('getDraftPdf', 'page.pdf', 'application/pdf', 'The same as PDF')
export const getDraftXml = of('getDraftXml', 'form.xml', 'application/xml', 'The XML that will be filed, without CCC')
