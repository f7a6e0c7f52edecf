import { readOwnershipXml } from '@section16/core/read'
import { renderPdf } from '@section16/print'
import type { Context } from 'hono'
import { type FiledForm, type FiledFormNote, filedForm, filedForms, verifyFiledForm } from '../../store/index.ts'
import { type Api, addRoute, type Desk, type Env, type Request } from '../context.ts'
import * as contract from '../contract/index.ts'
import { notThere } from '../declined.ts'
import { headerOf } from '../filing/freeze.ts'
import { withKnownNames } from '../forms/draftDocument.ts'
import { partiesOf } from '../forms/openDraft.ts'
import { PAGE_HEADERS } from '../guard.ts'
import { jsonShown } from '../json.ts'
import { pdf, XML_HEADERS } from './drafts.ts'

type FormType = '3' | '3/A' | '4' | '4/A' | '5' | '5/A'

/** The archive: every form as it was frozen. */
export function addFilingRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.getFilings, async (c) => {
    const request = c.get('request')
    const { issuer: issuerId, insider: insiderId } = c.req.valid('query')
    const wanted = { ...(issuerId !== undefined && { issuerId }), ...(insiderId !== undefined && { insiderId }) }
    const filings = []
    for (const note of await filedForms(request.view, wanted))
      if (await isReached(request, note)) filings.push(noted(note))
    return c.json({ filings }, 200)
  })
  addRoute(api, desk, contract.getFiling, async (c) => {
    const request = c.get('request')
    const form = await reachedFiling(request, c.req.valid('param').filing)
    const intact = await verifyFiledForm(request.view, form.id)
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
    const bytes = await renderPdf(withKnownNames(document, issuer, insiders), { header: headerOf(form) })
    return pdf(c as Context<Env>, bytes, form.destination, `${form.accessionNumber}.pdf`)
  })
  addRoute(api, desk, contract.getFilingXml, async (c) => {
    const { xml } = await reachedFiling(c.get('request'), c.req.valid('param').filing)
    return c.body(new Uint8Array(xml), 200, XML_HEADERS) as never
  })
}

async function isReached({ view, scope }: Request, { id, issuerId }: FiledFormNote): Promise<boolean> {
  return scope.isWhole || scope.reaches({ issuerId, insiderIds: (await filedForm(view, id))?.insiderIds ?? [] })
}

async function reachedFiling({ view, scope }: Request, id: string): Promise<FiledForm> {
  const found = await filedForm(view, id)
  if (!found || !scope.reaches(found)) throw notThere('filing')
  return found
}

function noted(form: FiledFormNote) {
  const { id, issuerId, submissionId, draftId, destination, accessionNumber, acceptedAt, filingDate, hash } = form
  const formType = form.formType as FormType
  return { id, issuerId, submissionId, draftId, destination, formType, accessionNumber, acceptedAt, filingDate, hash }
}
