import { readOwnershipXml } from '@section16/core/read'
import { renderPdf } from '@section16/print'
import type { Context } from 'hono'
import {
  type FiledForm,
  type FiledFormNote,
  type FiledFormsPage,
  filedForm,
  filedForms,
  verifyFiledForm,
} from '../../store/index.ts'
import { type Api, addRoute, type Desk, type Env, type Request } from '../context.ts'
import * as contract from '../contract/index.ts'
import { notThere } from '../declined.ts'
import { headerOf } from '../filing/freeze.ts'
import { importFiling, readImport } from '../filing/importFiling.ts'
import { nameParties } from '../forms/draftDocument.ts'
import { partiesOf } from '../forms/openDraft.ts'
import { PAGE_HEADERS } from '../guard.ts'
import { jsonShown } from '../json.ts'
import type { Wanted } from '../scope.ts'
import { pdf, XML_HEADERS } from './drafts.ts'

type FormType = '3' | '3/A' | '4' | '4/A' | '5' | '5/A'

/** The archive: every form as it was frozen. */
export function addFilingRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.getFilings, async (c) => {
    const request = c.get('request')
    const { issuer: issuerId, insider: insiderId, limit, after } = c.req.valid('query')
    const wanted = { ...(issuerId !== undefined && { issuerId }), ...(insiderId !== undefined && { insiderId }) }
    const found = await reachedFilings(request, wanted, { limit: limit + 1, ...placeOf(after) })
    const filings = found.slice(0, limit)
    const last = found.length > limit ? filings.at(-1) : undefined
    const next = last ? JSON.stringify([last.acceptedAt, last.id]) : null
    return c.json({ filings: filings.map(noted), next }, 200)
  })
  addRoute(api, desk, contract.postFiling, async (c) => {
    const request = c.get('request')
    const { xml, ...told } = c.req.valid('json')
    const read = await readImport(request.view, { ...told, xml: new Uint8Array(Buffer.from(xml, 'base64')) })
    if (!request.scope.reaches(read)) throw notThere('issuer')
    return c.json(noted(await request.act((act) => importFiling(act, read))), 201)
  })
  addRoute(api, desk, contract.getFiling, async (c) => {
    const request = c.get('request')
    const form = await reachedFiling(request, c.req.valid('param').filing)
    const intact = await verifyFiledForm(request.view, form)
    return c.json({ ...noted(form), insiderIds: form.insiderIds, answer: jsonShown(form.answer), intact }, 200)
  })
  addRoute(api, desk, contract.getFilingPage, async (c) => {
    const { page } = await reachedFiling(c.get('request'), c.req.valid('param').filing)
    return c.body(page, 200, PAGE_HEADERS) as never
  })
  addRoute(api, desk, contract.getFilingPdf, async (c) => {
    const request = c.get('request')
    const form = await reachedFiling(request, c.req.valid('param').filing)
    const { document } = readOwnershipXml(form.xml)
    if (!document) throw notThere('page')
    // EDGAR puts the names in; what is sent has none.
    const { issuer, insiders } = await partiesOf(request.view, form)
    const bytes = await renderPdf(nameParties(document, issuer, insiders), { header: headerOf(form) })
    return pdf(c as Context<Env>, bytes, form.destination, `${form.accessionNumber}.pdf`)
  })
  addRoute(api, desk, contract.getFilingXml, async (c) => {
    const { xml } = await reachedFiling(c.get('request'), c.req.valid('param').filing)
    return c.body(new Uint8Array(xml), 200, XML_HEADERS) as never
  })
}

/** Latest first. Each grant's part is a page by itself, of which together the first are the page of all. */
async function reachedFilings(
  { view, scope }: Request,
  wanted: Wanted,
  page: FiledFormsPage,
): Promise<FiledFormNote[]> {
  const parts = await Promise.all(scope.narrowed(wanted).map((part) => filedForms(view, part, page)))
  const [all = []] = parts
  if (parts.length <= 1) return all
  const once = new Map(parts.flat().map((note) => [note.id, note]))
  return [...once.values()]
    .toSorted((a, b) => b.acceptedAt - a.acceptedAt || (a.id < b.id ? -1 : 1))
    .slice(0, page.limit)
}

/** Where a page begins, from the `next` of the one before; at the beginning where it is none. */
function placeOf(after: string | undefined): Pick<FiledFormsPage, 'after'> {
  try {
    const [acceptedAt, id] = JSON.parse(after ?? '[]') as unknown[]
    return typeof acceptedAt === 'number' && typeof id === 'string' ? { after: { acceptedAt, id } } : {}
  } catch {
    return {}
  }
}

/** A filed form that the caller may see; else it is not there. */
export async function reachedFiling({ view, scope }: Request, id: string): Promise<FiledForm> {
  const found = await filedForm(view, id)
  if (!found || !scope.reaches(found)) throw notThere('filing')
  return found
}

function noted(form: FiledFormNote) {
  const { id, issuerId, submissionId, draftId, destination, accessionNumber, acceptedAt, filingDate, hash } = form
  const formType = form.formType as FormType
  return { id, issuerId, submissionId, draftId, destination, formType, accessionNumber, acceptedAt, filingDate, hash }
}
