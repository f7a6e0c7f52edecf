import type { Diagnostic } from '@section16/core/model'
import { toFilingJson } from '@section16/core/write'
import { addDraft, type FiledForm, type Json } from '../../store/index.ts'
import { type Api, addRoute, type Desk, type Request } from '../context.ts'
import * as contract from '../contract/index.ts'
import { Declined, decline } from '../declined.ts'
import { ofServer, told } from '../diagnostics.ts'
import {
  type Amendable,
  affectedShown,
  amendable,
  linesShown,
  type TriedAmendment,
  tried,
  triedLines,
} from '../forms/amendments.ts'
import { contentOf, nameParties } from '../forms/draftDocument.ts'
import { partiesOf } from '../forms/openDraft.ts'
import { objectShown } from '../json.ts'
import { reachedFiling } from './filings.ts'

/** Amendments of what the archive has. */
export function addAmendmentRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.getFilingLines, async (c) => {
    const request = c.get('request')
    const form = await reachedFiling(request, c.req.valid('param').filing)
    return c.json(linesShown(await reachedAmendable(desk, request, form)), 200)
  })
  addRoute(api, desk, contract.postAmendmentTrial, async (c) => {
    const request = c.get('request')
    const form = await reachedFiling(request, c.req.valid('param').filing)
    const of = await reachedAmendable(desk, request, form)
    const { issuer } = await partiesOf(request.view, form)
    return c.json(shown(of, tried(of, issuer, c.req.valid('json').changes, request.at)), 200)
  })
  addRoute(api, desk, contract.postAmendment, async (c) => {
    const request = c.get('request')
    const form = await reachedFiling(request, c.req.valid('param').filing)
    const of = await reachedAmendable(desk, request, form)
    const { issuer, insiders } = await partiesOf(request.view, form)
    const amendment = tried(of, issuer, c.req.valid('json').changes, request.at)
    const { document } = amendment.made
    if (!document) throw refused(amendment.diagnostics)
    const content = await contentOf(nameParties(document, issuer, insiders))
    const { issuerId, insiderIds, id: amends } = form
    const formType = `${form.formType}/A`
    const draft = await request.act((act) =>
      addDraft(act, { issuerId, insiderIds, formType, eventId: null, amends, ...content }),
    )
    return c.json({ draftId: draft.id, ...shown(of, amendment) }, 201)
  })
}

/** The form among those that count beside it. Declined (422) where it is of another EDGAR than forms are filed with. */
async function reachedAmendable({ edgar }: Desk, { view }: Request, form: FiledForm): Promise<Amendable> {
  const of = await amendable(view, edgar.destination, form)
  if (!of) throw decline(422, 'D534', `filing/${form.id}`, { number: form.accessionNumber })
  return of
}

function refused(diagnostics: readonly Diagnostic[]): Declined {
  const reasons = diagnostics.map((one) => told(one))
  return new Declined(422, ofServer('D515', 'changes', { count: reasons.length }), { reasons })
}

function shown({ reports }: Amendable, { made, diagnostics }: TriedAmendment) {
  const { document, isLate, affected } = made
  return {
    filing: document ? objectShown(toFilingJson(document) as unknown as Json) : null,
    lines: triedLines(made),
    isLate,
    affected: affectedShown(reports, affected),
    diagnostics: diagnostics.map((one) => told(one, document)),
  }
}
