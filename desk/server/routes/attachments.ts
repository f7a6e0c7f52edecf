import { writeEdgarSubmission } from '@section16/core/write'
import { type Act, type Answer, attach, detach, saveDraft } from '../../store/index.ts'
import { type Api, addRoute, type Desk, type Request } from '../context.ts'
import * as contract from '../contract/index.ts'
import { Declined, notThere } from '../declined.ts'
import { told } from '../diagnostics.ts'
import { type GoingAlong, supporting } from '../forms/attached.ts'
import { contentOf, documentOf } from '../forms/draftDocument.ts'
import type { OpenDraft } from '../forms/openDraft.ts'
import { exhibitsOf } from '../forms/submissionFile.ts'
import { PAGE_HEADERS } from '../guard.ts'
import { strangeIn } from '../powers/exhibitText.ts'
import { notAscii } from '../powers/powerText.ts'
import { draftShown } from './draftShown.ts'
import { reachedDraft } from './drafts.ts'
import { staleHash } from './signing.ts'

/** Letters to the staff and exhibits that go with a draft. An exhibit is part of what is signed; a letter is not. */
export function addAttachmentRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.postAttachment, async (c) => {
    const request = c.get('request')
    const open = await reachedDraft(request, c.req.valid('param').draft)
    const { basedOn, document, ...told } = c.req.valid('json')
    const bytes = new Uint8Array(Buffer.from(document.base64, 'base64'))
    const added = { ...told, mediaType: document.mediaType, bytes }
    unlessAscii(bytes)
    await unlessEdgarTakes(request, open, added)
    await save(request, open, basedOn, [...open.attachments, added], (act) =>
      attach(act, { draftId: open.draft.id, ...added }),
    )
    return c.json(await draftShown(desk, request, open.draft.id), 201)
  })
  addRoute(api, desk, contract.deleteAttachment, async (c) => {
    const request = c.get('request')
    const { draft, attachment } = c.req.valid('param')
    const open = await reachedDraft(request, draft)
    const { id } = attachedTo(open, attachment)
    const others = open.attachments.filter((one) => one.id !== id)
    const { basedOn } = c.req.valid('query')
    await save(request, open, basedOn, others, (act) => detach(act, open.draft.id, id))
    return c.json(await draftShown(desk, request, open.draft.id), 200)
  })
  addRoute(api, desk, contract.getAttachment, async (c) => {
    const { draft, attachment } = c.req.valid('param')
    const { mediaType, bytes } = attachedTo(await reachedDraft(c.get('request'), draft), attachment)
    const headers = { ...PAGE_HEADERS, 'content-type': `${mediaType}; charset=us-ascii` }
    return c.body(new Uint8Array(bytes), 200, headers) as never
  })
}

function attachedTo({ attachments }: OpenDraft, id: string) {
  const found = attachments.find((one) => one.id === id)
  if (!found) throw notThere('attachment')
  return found
}

/** Changes what is attached, and saves the draft with the hash that it has by that, in one act. */
async function save(
  request: Request,
  open: OpenDraft,
  basedOn: string,
  attachments: readonly GoingAlong[],
  change: (act: Act) => Promise<Answer<unknown>>,
): Promise<void> {
  const { draft, version } = open
  if (basedOn !== draft.hash) throw staleHash(open, basedOn)
  const content = await contentOf(documentOf(version.content), attachments.map(supporting))
  await request.act(async (act): Promise<Answer<unknown>> => {
    const changed = await change(act)
    return 'refused' in changed ? changed : saveDraft(act, draft.id, basedOn, content)
  })
}

/** Declines bytes that are no ASCII. */
function unlessAscii(bytes: Uint8Array): void {
  if (strangeIn(Buffer.from(bytes).toString('latin1')).length > 0)
    throw new Declined(422, notAscii(strangeIn(Buffer.from(bytes).toString('utf8'))))
}

/** Declines a file to whose name, type or number EDGAR would object, beside the others that go along. */
async function unlessEdgarTakes({ view }: Request, open: OpenDraft, added: GoingAlong): Promise<void> {
  const supportingDocuments = [...(await exhibitsOf(view, open)), supporting(added)]
  const { diagnostics } = writeEdgarSubmission(open.document, { testOrLive: 'TEST', supportingDocuments })
  const against = diagnostics.filter(
    ({ severity, at }) => severity === 'suspends' && at.path?.startsWith('/edgarSubmission'),
  )
  if (against[0]) throw new Declined(422, against[0], { reasons: against.map((one) => told(one)) })
}
