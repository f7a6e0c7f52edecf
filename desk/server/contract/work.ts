import { createRoute, z } from '@hono/zod-openapi'
import { Due } from './drafts.ts'
import { answer, base, FormType, file, Id, inOrganization, Moment, problems, Zone } from './words.ts'

/** One thing to be done, and who is waited for. */
export const WorkItem = z
  .object({
    /** The longest unknown outcome first, then what is due, then the rest. */
    kind: z.enum(['outcomeUnknown', 'suspended', 'draft', 'event', 'delegation', 'token']),
    /** The submission, draft, event, insider or secret it is about. */
    id: Id,
    draftId: Id.nullable(),
    title: z.string(),
    issuerId: Id.nullable(),
    insiderIds: z.array(Id),
    formType: FormType.nullable(),
    /** The nearest; null where nothing can be said yet. */
    due: Due.nullable(),
    waitingFor: z.enum([
      ...(['facts', 'content', 'approval', 'signature', 'sending', 'edgar', 'resolution'] as const),
      ...(['delegation', 'token'] as const),
    ]),
    /** Names of those who are waited for, where they are known. */
    who: z.array(z.string()),
    /** How many findings suspend the form or break a rule. */
    serious: z.int(),
  })
  .openapi('WorkItem')

export const getWork = createRoute({
  operationId: 'getWork',
  method: 'get',
  path: `${base}/work`,
  summary: 'What is due, what is blocked, and for whom it waits, most urgent first',
  request: { params: inOrganization(), query: z.object({ zone: Zone }) },
  responses: { 200: answer(z.object({ now: Moment, items: z.array(WorkItem) }), 'The work.'), ...problems },
})

export const getCalendar = createRoute({
  operationId: 'getCalendar',
  method: 'get',
  path: `${base}/calendar.ics`,
  summary: 'The due moments of open drafts as a calendar',
  request: { params: inOrganization() },
  responses: { 200: file('text/calendar', 'iCalendar (RFC 5545).'), ...problems },
})
