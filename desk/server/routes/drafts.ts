import { CalendarDate } from '@section16/core/model'
import { renderHtml } from '@section16/core/render'
import { renderPdf } from '@section16/print'
import type { Context } from 'hono'
import { draftDifference } from '../../drafting/index.ts'
import type { RecipeResult } from '../../recipes/index.ts'
import {
  type Act,
  type Answer,
  addDraft,
  type Draft,
  discardDraft,
  draftVersions,
  type StaleSave,
  saveDraft,
  splitDraft,
} from '../../store/index.ts'
import { type Api, addRoute, type Desk, type Env, type Request } from '../context.ts'
import * as contract from '../contract/index.ts'
import { decline, declined, notThere } from '../declined.ts'
import { supporting } from '../forms/attached.ts'
import { contentOf, documentOf, documentSent, nameParties } from '../forms/draftDocument.ts'
import { composed, type Form, formsOf, resultsOf } from '../forms/events.ts'
import { type OpenDraft, partiesOf, signedDocument } from '../forms/openDraft.ts'
import { marked } from '../forms/page.ts'
import { newPart, splitOf } from '../forms/parts.ts'
import { standingDraft } from '../forms/standingDraft.ts'
import { formXml } from '../forms/submissionFile.ts'
import { openItems } from '../forms/work.ts'
import { PAGE_HEADERS } from '../guard.ts'
import { draftNote, draftShown } from './draftShown.ts'
import { reachedEvent } from './events.ts'

export function addDraftRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.getDrafts, async (c) => {
    const { view, scope, at } = c.get('request')
    const { issuer: issuerId } = c.req.valid('query')
    const open = (await openItems(view, at)).map(({ draft }) => draft)
    const found = open.filter((one) => (issuerId === undefined || one.issuerId === issuerId) && scope.reaches(one))
    return c.json({ drafts: found.map(draftNote) }, 200)
  })
  addRoute(api, desk, contract.postDrafts, async (c) => {
    const request = c.get('request')
    const wanted = c.req.valid('json')
    const made =
      wanted.from === 'event' ? await fromEvent(desk, request, wanted.eventId) : await scratch(desk, request, wanted)
    return c.json({ drafts: made.map(draftNote) }, 201)
  })
  addRoute(api, desk, contract.getDraft, async (c) => {
    const { draft: id } = c.req.valid('param')
    return c.json(await draftShown(desk, c.get('request'), id, c.req.valid('query').zone), 200)
  })
  addRoute(api, desk, contract.putDraft, async (c) => {
    const request = c.get('request')
    const { basedOn, filing } = c.req.valid('json')
    const { draft: of, issuer, insiders, attachments } = await reachedDraft(request, c.req.valid('param').draft)
    const document = nameParties(documentSent(filing), issuer, insiders)
    const content = await contentOf(document, attachments.map(supporting))
    const saved = await desk.store.act(request, (act) => saveDraft(act, of.id, basedOn, content))
    if ('refused' in saved) throw 'current' in saved ? stale(saved, content.content) : declined(saved)
    return c.json(await draftShown(desk, request, of.id, c.req.valid('query').zone), 200)
  })
  addRoute(api, desk, contract.deleteDraft, async (c) => {
    const request = c.get('request')
    const { draft: of } = await reachedDraft(request, c.req.valid('param').draft)
    return c.json(draftNote(await request.act((act) => discardDraft(act, of.id))), 200)
  })
  addRoute(api, desk, contract.postParts, async (c) => {
    const request = c.get('request')
    const { ofHash } = c.req.valid('json')
    const { draft: of, document, insiders, attachments } = await reachedDraft(request, c.req.valid('param').draft)
    const split = splitOf(document)
    if (!split) throw decline(422, 'D526', `draft/${of.id}`)
    if (attachments.length > 0)
      throw decline(422, 'D527', `draft/${of.id}`, { names: attachments.map(({ name }) => name).join(', ') })
    const parts = await Promise.all(split.parts.map((part) => newPart(part, insiders)))
    const made = await request.act((act) => splitDraft(act, of.id, ofHash, parts))
    return c.json({ drafts: made.map(draftNote) }, 201)
  })
  addRoute(api, desk, contract.getDraftVersions, async (c) => {
    const request = c.get('request')
    const { draft: of } = await reachedDraft(request, c.req.valid('param').draft)
    const versions = (await draftVersions(request.view, of.id)).map(({ number, hash, basedOn, by, at }) => ({
      version: number,
      hash,
      basedOn,
      by,
      at,
    }))
    return c.json({ versions }, 200)
  })
  addFileRoutes(api, desk)
}

/** A draft that the caller may see, with all that is known of it, not to be changed; else it is not there. */
export async function reachedDraft({ view, scope, at }: Request, id: string): Promise<OpenDraft> {
  const { open } = (await standingDraft(view, id, at)) ?? {}
  if (!open || !scope.reaches(open.draft)) throw notThere('draft')
  return open
}

/** One draft for each insider and form. All of them are made, or none. */
async function fromEvent(desk: Desk, request: Request, eventId: string): Promise<Draft[]> {
  const { view } = request
  const event = await reachedEvent(request, eventId)
  const parties = await partiesOf(view, event)
  const { issuer, insiders } = parties
  const { destination } = desk.edgar
  const results = await resultsOf(view, event, parties, destination)
  const making: { insiderId: string; form: Form; content: Awaited<ReturnType<typeof contentOf>> }[] = []
  for (const one of insiders) {
    const result = results.get(one.id) as RecipeResult
    if (!result.isComplete) throw decline(422, 'D511', `event/${eventId}`, { insider: one.name })
    const day = CalendarDate.parse(event.day) as CalendarDate
    for (const form of formsOf(result)) {
      const about = { issuer, insiders: [one], form, at: request.at, day }
      making.push({
        insiderId: one.id,
        form,
        content: await contentOf(await composed(view, destination, about, result)),
      })
    }
  }
  if (making.length === 0) throw decline(422, 'D512', `event/${eventId}`)
  return request.act((act) =>
    addAll(act, making, ({ insiderId, form, content }) =>
      addDraft(act, {
        issuerId: issuer.id,
        insiderIds: [insiderId],
        formType: form,
        eventId,
        amends: null,
        ...content,
      }),
    ),
  )
}

async function addAll<T, R>(_act: Act, all: readonly T[], add: (one: T) => Promise<Answer<R>>): Promise<Answer<R[]>> {
  const added: R[] = []
  for (const one of all) {
    const answer = await add(one)
    if ('refused' in answer) return answer
    added.push(answer.value)
  }
  return { value: added }
}

async function scratch(
  desk: Desk,
  request: Request,
  { issuerId, insiderIds, formType }: { issuerId: string; insiderIds: string[]; formType: Form },
): Promise<Draft[]> {
  if (!request.scope.reaches({ issuerId, insiderIds })) throw notThere('issuer')
  const answer = await request.act(async (act) => {
    const parties = await partiesOf(act, { issuerId, insiderIds }).catch(() => undefined)
    if (!parties) throw notThere('issuer or insider')
    const about = { ...parties, form: formType, at: act.at }
    const content = await contentOf(await composed(act, desk.edgar.destination, about))
    return addDraft(act, { issuerId, insiderIds, formType, eventId: null, amends: null, ...content })
  })
  return [answer]
}

/** What somebody else saved meanwhile, and what this save would have changed of the version that both began with. */
function stale({ current, base, ...refusal }: StaleSave, mine: unknown) {
  const answer = declined(refusal)
  const from = documentOf((base ?? current).content)
  const { number, hash, by, at, content } = current
  return Object.assign(answer, {
    more: {
      current: { version: number, hash, by, at, filing: content },
      theirs: draftDifference(from, documentOf(content)),
      yours: draftDifference(from, documentSent(mine)),
    },
  })
}

/** What will be filed, as page, PDF and XML: with the signature lines that stand by now. */
function addFileRoutes(api: Api, desk: Desk): void {
  const { destination } = desk.edgar
  const signed = async (c: Context<Env>) => {
    const open = await reachedDraft(c.get('request'), c.req.param('draft') ?? '')
    return { open, document: signedDocument(open.document, open.decision.block) }
  }
  addRoute(api, desk, contract.getDraftPage, async (c) => {
    const { document } = await signed(c as Context<Env>)
    return c.body(marked(renderHtml(document), destination), 200, PAGE_HEADERS) as never
  })
  addRoute(api, desk, contract.getDraftPdf, async (c) => {
    const { document } = await signed(c as Context<Env>)
    return pdf(c as Context<Env>, await renderPdf(document), destination, 'draft.pdf')
  })
  addRoute(api, desk, contract.getDraftXml, async (c) => {
    const { open } = await signed(c as Context<Env>)
    const xml = formXml(open)
    if (xml === undefined) throw decline(422, 'D521', '/ownershipDocument')
    return c.body(xml, 200, XML_HEADERS) as never
  })
}

export const XML_HEADERS = {
  'content-type': 'application/xml; charset=utf-8',
  'content-disposition': 'attachment; filename="form.xml"',
}

/** A PDF; one that is not of the SEC's own EDGAR says so by its name. */
export function pdf(c: Context<Env>, bytes: Uint8Array, destination: string, name: string): Response {
  const marking = destination === 'edgar' ? '' : `${destination}-`
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${marking}${name}"`,
  })
}
