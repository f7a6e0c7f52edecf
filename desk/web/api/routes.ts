import type { z } from 'zod'
import type * as contract from '../../server/contract/index.ts'

type Contract = typeof contract

interface AnyRoute {
  readonly operationId: string
  readonly method: string
  readonly path: string
}

/** The calls of the API whose answer is JSON or nothing that a link would fetch. */
type Name = { [K in keyof Contract]: Contract[K] extends AnyRoute ? K : never }[keyof Contract]

type Line<N extends Name> = Contract[N] extends { method: infer M extends string; path: infer P extends string }
  ? `${M} ${P}`
  : never

/** Method and path of what the pages call: the contract's own, which the compiler compares; it is not loaded. */
export const ROUTES = {
  getMe: 'get /api/me',
  getEdgar: 'get /api/organizations/{organization}/edgar',
  putFilerToken: 'put /api/organizations/{organization}/edgar/filer-token',
  putUserToken: 'put /api/organizations/{organization}/edgar/user-token',
  getMembers: 'get /api/organizations/{organization}/members',
  postGrant: 'post /api/organizations/{organization}/grants',
  deleteGrant: 'delete /api/organizations/{organization}/grants/{grant}',
  getWork: 'get /api/organizations/{organization}/work',
  getCalendarFeed: 'get /api/organizations/{organization}/calendar-feed',
  postCalendarFeed: 'post /api/organizations/{organization}/calendar-feed',
  deleteCalendarFeed: 'delete /api/organizations/{organization}/calendar-feed',
  getNotices: 'get /api/organizations/{organization}/notices',
  postNoticeTest: 'post /api/organizations/{organization}/notices/test',
  getRecipes: 'get /api/organizations/{organization}/recipes',
  postEvent: 'post /api/organizations/{organization}/events',
  getEvent: 'get /api/organizations/{organization}/events/{event}',
  postFacts: 'post /api/organizations/{organization}/events/{event}/facts',
  postFillTable: 'post /api/organizations/{organization}/fill-table',
  postDrafts: 'post /api/organizations/{organization}/drafts',
  getDraft: 'get /api/organizations/{organization}/drafts/{draft}',
  putDraft: 'put /api/organizations/{organization}/drafts/{draft}',
  deleteDraft: 'delete /api/organizations/{organization}/drafts/{draft}',
  postParts: 'post /api/organizations/{organization}/drafts/{draft}/parts',
  postAttachment: 'post /api/organizations/{organization}/drafts/{draft}/attachments',
  deleteAttachment: 'delete /api/organizations/{organization}/drafts/{draft}/attachments/{attachment}',
  postApproval: 'post /api/organizations/{organization}/drafts/{draft}/approvals',
  deleteApproval: 'delete /api/organizations/{organization}/drafts/{draft}/approvals/{approval}',
  postSignature: 'post /api/organizations/{organization}/drafts/{draft}/signatures',
  deleteSignature: 'delete /api/organizations/{organization}/drafts/{draft}/signatures/{signature}',
  getAttestations: 'get /api/organizations/{organization}/attestations',
  postAttestation: 'post /api/organizations/{organization}/attestations',
  getPowers: 'get /api/organizations/{organization}/insiders/{insider}/powers-of-attorney',
  postPower: 'post /api/organizations/{organization}/powers-of-attorney',
  postPowerText: 'post /api/organizations/{organization}/powers-of-attorney/text',
  putPowerRevocation: 'put /api/organizations/{organization}/powers-of-attorney/{power}/revocation',
  postSubmission: 'post /api/organizations/{organization}/drafts/{draft}/submissions',
  getSubmission: 'get /api/organizations/{organization}/submissions/{submission}',
  postComparison: 'post /api/organizations/{organization}/submissions/{submission}/comparison',
  postResolution: 'post /api/organizations/{organization}/submissions/{submission}/resolution',
  getFilings: 'get /api/organizations/{organization}/filings',
  postFiling: 'post /api/organizations/{organization}/filings',
  getFiling: 'get /api/organizations/{organization}/filings/{filing}',
  getFilingLines: 'get /api/organizations/{organization}/filings/{filing}/lines',
  postAmendmentTrial: 'post /api/organizations/{organization}/filings/{filing}/amendment-trials',
  postAmendment: 'post /api/organizations/{organization}/filings/{filing}/amendments',
  getIssuers: 'get /api/organizations/{organization}/issuers',
  getIssuer: 'get /api/organizations/{organization}/issuers/{issuer}',
  postIssuer: 'post /api/organizations/{organization}/issuers',
  putIssuer: 'put /api/organizations/{organization}/issuers/{issuer}',
  getLibrary: 'get /api/organizations/{organization}/issuers/{issuer}/library',
  postLibrarySecurity: 'post /api/organizations/{organization}/issuers/{issuer}/library/securities',
  putLibrarySecurity: 'put /api/organizations/{organization}/issuers/{issuer}/library/securities/{security}',
  deleteLibrarySecurity: 'delete /api/organizations/{organization}/issuers/{issuer}/library/securities/{security}',
  postLibraryFootnote: 'post /api/organizations/{organization}/issuers/{issuer}/library/footnotes',
  putLibraryFootnote: 'put /api/organizations/{organization}/issuers/{issuer}/library/footnotes/{footnote}',
  deleteLibraryFootnote: 'delete /api/organizations/{organization}/issuers/{issuer}/library/footnotes/{footnote}',
  getInsiders: 'get /api/organizations/{organization}/insiders',
  getInsider: 'get /api/organizations/{organization}/insiders/{insider}',
  postInsider: 'post /api/organizations/{organization}/insiders',
  putInsider: 'put /api/organizations/{organization}/insiders/{insider}',
  putCcc: 'put /api/organizations/{organization}/insiders/{insider}/ccc',
  deleteCcc: 'delete /api/organizations/{organization}/insiders/{insider}/ccc',
  postInsiderRole: 'post /api/organizations/{organization}/insiders/{insider}/roles',
  putInsiderRoleEnd: 'put /api/organizations/{organization}/insiders/{insider}/roles/{role}/end',
  getDelegations: 'get /api/organizations/{organization}/insiders/{insider}/delegations',
  postDelegation: 'post /api/organizations/{organization}/insiders/{insider}/delegations',
  deleteDelegation: 'delete /api/organizations/{organization}/insiders/{insider}/delegations/{delegation}',
  getHoldings: 'get /api/organizations/{organization}/insiders/{insider}/holdings',
  getAudit: 'get /api/organizations/{organization}/audit',
  getAuditVerification: 'get /api/organizations/{organization}/audit/verification',
} as const satisfies { readonly [N in Name]?: Line<N> }

export type Called = keyof typeof ROUTES

type Content<T> = T extends { content: { 'application/json': { schema: infer S extends z.ZodType } } } ? S : never
type Part<N extends Called, P extends string> = Contract[N] extends { request: { readonly [K in P]: infer S } }
  ? S
  : never
type In<S, P extends string> = [S] extends [never]
  ? unknown
  : S extends z.ZodType
    ? { readonly [K in P]: z.input<S> }
    : unknown

type NamesIn<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type Named<Names extends string> = [Names] extends [never]
  ? unknown
  : { readonly params: Readonly<Record<Names, string>> }
type Besides<N extends Called> = In<Part<N, 'query'>, 'query'> & In<Content<Part<N, 'body'>>, 'body'>

/** What a call is given: the names in its path, its query, its body. */
export type Given<N extends Called> = Named<NamesIn<(typeof ROUTES)[N]>> & Besides<N>

/** The same on a page of an organisation, which goes without saying. */
export type GivenHere<N extends Called> = Named<Exclude<NamesIn<(typeof ROUTES)[N]>, 'organization'>> & Besides<N>

type Responses<N extends Called> = Contract[N] extends { responses: infer R } ? R : never

/** What it is answered when it was done. */
export type Answer<N extends Called> = z.output<Content<Responses<N>[keyof Responses<N> & (200 | 201 | 202)]>>

/** A record of the contract by its name: `Shape<'Draft'>`. */
export type Shape<K extends keyof Contract> = Contract[K] extends z.ZodType ? z.output<Contract[K]> : never
