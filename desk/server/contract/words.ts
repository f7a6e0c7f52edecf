/** Words that all parts of the contract use. */
import { z } from '@hono/zod-openapi'

export const Id = z.string().min(1).max(64).openapi('Id')
/** Milliseconds from 1970-01-01 UTC. */
export const Moment = z.int().openapi('Moment', { description: 'Milliseconds from 1970-01-01 UTC.' })
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .openapi('Day', { description: 'A calendar date, YYYY-MM-DD.' })
export const Cik = z
  .string()
  .regex(/^\d{10}$/)
  .openapi('Cik', { description: 'Ten digits.' })
export const AccessionNumber = z
  .string()
  .regex(/^\d{10}-\d{2}-\d{6}$/)
  .openapi('AccessionNumber')
export const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi('Hash', { description: 'SHA-256, hexadecimal.' })
export const Amount = z.string().openapi('Amount', { description: 'Canonical decimal text.' })
/** Anything that JSON can say. */
export const AnyJson = z.json().openapi('AnyJson', { type: 'object', description: 'Any JSON value.' })
export const JsonObject = z.record(z.string(), z.json()).openapi('JsonObject', { type: 'object' })
export const Text = z.string().trim().min(1).max(500)
/** A name of the IANA time zone database, in which the user wants moments told; UTC where absent. */
export const Zone = z.string().max(64).optional()

export const Role = z.enum(['administrator', 'preparer', 'counsel', 'insider', 'viewer', 'agent']).openapi('Role')
export const FormType = z.enum(['3', '3/A', '4', '4/A', '5', '5/A']).openapi('FormType')

/** Something said of a form, or why something is not done: a code for ever, and words for now. */
export const Diagnostic = z
  .object({
    code: z.string(),
    severity: z.enum(['suspends', 'warns', 'law', 'doubt', 'note']),
    /** Where in the document: an XPath; or which record. */
    path: z.string(),
    /** The same as a place on the printed form. */
    place: z.string().optional(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    message: z.string(),
    fix: z.string().optional(),
  })
  .openapi('Diagnostic')

/** Why a request was not done. */
export const Problem = z.object({ problem: Diagnostic }).openapi('Problem')

/** A value somebody gave, with who and when. */
export const Fact = z.object({ value: AnyJson, by: Id, at: Moment }).openapi('Fact')

/** Proof that it is really the signed-in person: the password, and the second factor's code where one is set up. */
export const Again = z
  .object({ password: z.string().min(1).max(200), code: z.string().max(20).optional() })
  .openapi('Again')

/** Bytes of a file in base64, with their media type. */
export const UploadedFile = z
  .object({
    mediaType: z.enum(['application/pdf', 'image/png', 'image/jpeg', 'image/tiff', 'text/plain', 'text/html']),
    base64: z.base64().max(14_000_000),
  })
  .openapi('UploadedFile')

const ORGANIZATION = { organization: Id }

/** The parameters of a path in an organisation: `inOrganization('draft')` for `{organization}` and `{draft}`. */
export function inOrganization<Name extends string = never>(...names: Name[]) {
  const others = Object.fromEntries(names.map((name) => [name, Id])) as Record<Name, typeof Id>
  return z.object({ ...ORGANIZATION, ...others })
}

/** A body that is JSON. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true as const, content: { 'application/json': { schema } } }
}

/** An answer that is JSON. */
export function answer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** An answer that is a file of some type. */
export function file<Type extends string>(type: Type, description: string) {
  return { description, content: { [type]: { schema: z.string() } } as Record<Type, { schema: z.ZodString }> }
}

const problem = (description: string) => answer(Problem, description)

/** What any request may be answered instead. */
export const problems = {
  400: problem('The request is not of its shape.'),
  401: problem('Nobody is signed in, or signing in again failed.'),
  403: problem('The role does not allow it, or the request came from another origin.'),
  404: problem('There is no such thing here.'),
  409: problem('It is not in the state for this, or was changed meanwhile.'),
  413: problem('The request is too large.'),
  422: problem('A value is none, or a rule is against it.'),
  429: problem('Too many attempts; Retry-After says in how many seconds.'),
}

export const base = '/api/organizations/{organization}'
