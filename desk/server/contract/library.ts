import { createRoute, z } from '@hono/zod-openapi'
import { FORM_LIMITS } from '@section16/core/facts'
import { answer, base, body, Id, inOrganization, problems, Text } from './words.ts'

const Term = z.string().trim().min(1).max(FORM_LIMITS.footnoteCharacters.most).optional()

/** What a derivative security of this title always says, as recipes ask it. What differs from grant to grant is absent. */
export const SecurityTerms = z
  .object({
    sharesEach: Term,
    exercisePrice: Term,
    exercisePriceNote: Term,
    exercisableFrom: Term,
    exercisableNote: Term,
    expires: Term,
    expiresNote: Term,
  })
  .openapi('SecurityTerms')

const securityFields = {
  table: z.enum(['nonDerivative', 'derivative']),
  /** As the issuer's forms call it. */
  title: Text,
  /** Of a derivative security: the title of what it is over. */
  underlyingTitle: Text.nullable(),
  terms: SecurityTerms.default({}),
}

const footnoteFields = {
  /** By which it is found; no form shows it. */
  name: Text,
  text: z.string().trim().min(1).max(FORM_LIMITS.footnoteCharacters.most),
}

export const LibrarySecurity = z.object({ id: Id, ...securityFields }).openapi('LibrarySecurity')

export const LibraryFootnote = z
  .object({
    id: Id,
    ...footnoteFields,
    /** It serves every issuer of the organisation. */
    isForAll: z.boolean(),
  })
  .openapi('LibraryFootnote')

export const getLibrary = createRoute({
  operationId: 'getLibrary',
  method: 'get',
  path: `${base}/issuers/{issuer}/library`,
  summary: "An issuer's securities and footnotes to be used again, by title and name",
  request: { params: inOrganization('issuer') },
  responses: {
    200: answer(
      z.object({ securities: z.array(LibrarySecurity), footnotes: z.array(LibraryFootnote) }),
      'The library.',
    ),
    ...problems,
  },
})

const security = {
  path: `${base}/issuers/{issuer}/library/securities/{security}`,
  params: inOrganization('issuer', 'security'),
} as const

export const postLibrarySecurity = createRoute({
  operationId: 'postLibrarySecurity',
  method: 'post',
  path: `${base}/issuers/{issuer}/library/securities`,
  summary: 'A new security; 409 when the table has one of this title',
  request: { params: inOrganization('issuer'), body: body(z.object(securityFields)) },
  responses: { 201: answer(LibrarySecurity, 'Added.'), ...problems },
})

export const putLibrarySecurity = createRoute({
  operationId: 'putLibrarySecurity',
  method: 'put',
  path: security.path,
  summary: 'Correct a security: another takes its place, under another id; 404 when that happened meanwhile',
  request: { params: security.params, body: body(z.object(securityFields)) },
  responses: { 200: answer(LibrarySecurity, 'Corrected. No form changes.'), ...problems },
})

export const deleteLibrarySecurity = createRoute({
  operationId: 'deleteLibrarySecurity',
  method: 'delete',
  path: security.path,
  summary: 'Take a security out of the library; no form changes',
  request: { params: security.params },
  responses: { 200: answer(LibrarySecurity, 'Retired.'), ...problems },
})

const footnote = {
  path: `${base}/issuers/{issuer}/library/footnotes/{footnote}`,
  params: inOrganization('issuer', 'footnote'),
} as const

export const postLibraryFootnote = createRoute({
  operationId: 'postLibraryFootnote',
  method: 'post',
  path: `${base}/issuers/{issuer}/library/footnotes`,
  summary: 'A new footnote, for this issuer or, by whom the whole organisation is open to, for all',
  request: {
    params: inOrganization('issuer'),
    body: body(z.object({ ...footnoteFields, isForAll: z.boolean().default(false) })),
  },
  responses: { 201: answer(LibraryFootnote, 'Added.'), ...problems },
})

export const putLibraryFootnote = createRoute({
  operationId: 'putLibraryFootnote',
  method: 'put',
  path: footnote.path,
  summary: 'Correct a footnote: another takes its place, under another id; 404 when that happened meanwhile',
  request: { params: footnote.params, body: body(z.object(footnoteFields)) },
  responses: { 200: answer(LibraryFootnote, 'Corrected. No form changes.'), ...problems },
})

export const deleteLibraryFootnote = createRoute({
  operationId: 'deleteLibraryFootnote',
  method: 'delete',
  path: footnote.path,
  summary: 'Take a footnote out of the library; no form changes',
  request: { params: footnote.params },
  responses: { 200: answer(LibraryFootnote, 'Retired.'), ...problems },
})
