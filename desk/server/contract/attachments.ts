import { createRoute, z } from '@hono/zod-openapi'
import { Draft } from './drafts.ts'
import { answer, base, body, file, Hash, inOrganization, problems, UploadedFile } from './words.ts'

export const postAttachment = createRoute({
  operationId: 'postAttachment',
  method: 'post',
  path: `${base}/drafts/{draft}/attachments`,
  summary: 'Attach a letter to the staff or an exhibit; an exhibit is content: it voids approvals and signatures',
  request: {
    params: inOrganization('draft'),
    body: body(
      z.object({
        /** The hash of the version that it goes with. */
        basedOn: Hash,
        /** As EDGAR has it, with `.1` or another ending after it if need be. */
        type: z
          .string()
          .max(20)
          .regex(/^(?:COVER|CORRESP|EX-99)(?:\.[\x20-\x7e]+)?$/),
        /** The name under which EDGAR gets it: lower-case letters, digits, one each of `.`, `-`, `_`; `.txt` or `.htm`. */
        name: z.string().min(1).max(32),
        description: z.string().trim().min(1).max(255).nullable().default(null),
        document: UploadedFile.extend({ mediaType: z.enum(['text/plain', 'text/html']) }),
      }),
    ),
  },
  responses: { 201: answer(Draft, 'Attached.'), ...problems },
})

const attachment = {
  path: `${base}/drafts/{draft}/attachments/{attachment}`,
  params: inOrganization('draft', 'attachment'),
} as const

export const getAttachment = createRoute({
  operationId: 'getAttachment',
  method: 'get',
  path: attachment.path,
  summary: 'The file byte for byte as it will be sent',
  request: { params: attachment.params },
  responses: { 200: file('text/html', 'The file; plain text where it is that.'), ...problems },
})

export const deleteAttachment = createRoute({
  operationId: 'deleteAttachment',
  method: 'delete',
  path: attachment.path,
  summary: 'Take a file off the draft; an exhibit is content: it voids approvals and signatures',
  request: { params: attachment.params, query: z.object({ basedOn: Hash }) },
  responses: { 200: answer(Draft, 'Taken off.'), ...problems },
})
