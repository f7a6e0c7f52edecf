/**
 * What other programs get wrong, by their users' complaints: amending an old form moves today's balance, editing a Form 4
 * changes a Form 3, deleting an issuer takes its records along, and a wrong CIK stays for ever.
 */
import { readOwnershipXml } from '@section16/core'
import { type FiledReport, ledgerOf } from '@section16/core/ledger'
import { type OwnershipDocument, rowsOf } from '@section16/core/model'
import { writeOwnershipXml } from '@section16/core/write'
import { describe, expect, test } from 'vitest'
import { type AmendmentChange, amendmentOf, composeDraft, contentHash } from '../../desk/drafting/index.ts'
import { cik, day, draft, filed, HEADER, line } from '../../desk/drafting/inventedForms.mts'
import type { View } from '../../desk/store/act.ts'
import { verifyChain } from '../../desk/store/audit.ts'
import { addDraft, draft as draftOf, openDrafts, saveDraft } from '../../desk/store/drafts.ts'
import { addEvent, event } from '../../desk/store/events.ts'
import { type FiledForm, filedForm, filedForms, freezeFiledForm, verifyFiledForm } from '../../desk/store/filedForms.ts'
import { holdingsAsOf, holdingsOf, postHoldings } from '../../desk/store/holdings.ts'
import { beginInsiderRole, insiderRoles } from '../../desk/store/insiderRoles.ts'
import { correctInsider, insider } from '../../desk/store/insiders.ts'
import { issuer, issuers, retireIssuer } from '../../desk/store/issuers.ts'
import { addLibraryFootnote, libraryFootnotes } from '../../desk/store/libraryFootnotes.ts'
import { addLibrarySecurity, librarySecurities } from '../../desk/store/librarySecurities.ts'
import { NOW, onBoth } from '../../desk/store/testing/databases.mts'
import { type Desk, inventCik, inventInsider, inventIssuer } from '../../desk/store/testing/invented.mts'

const totalsOf = (document: OwnershipDocument) =>
  rowsOf(document).map((row) => row.postTransactionAmounts.sharesOwnedFollowingTransaction.written)

/** What is held by the last word of the ledger. */
const heldNow = (reports: readonly FiledReport[]) => ledgerOf(reports).positions.map(({ closing }) => String(closing))

describe('an old form is amended', () => {
  const old = () => filed('old', '2024-01-05', [line('2024-01-04 S 100 @ 10 -> 900')])
  const later = () => filed('later', '2024-03-05', [line('2024-03-04 S 100 @ 12 -> 800')])
  const latest = () => filed('latest', '2024-05-03', [line('2024-05-02 P 50 @ 9 -> 850')])
  const amend = (cells: Extract<AmendmentChange, { kind: 'lineCorrected' }>['cells']) => {
    const reports = [old(), later(), latest()]
    const before = reports.map(({ document }) => writeOwnershipXml(document))
    const at = { report: 'old', table: 'nonDerivative', line: 1 } as const
    const change = { kind: 'lineCorrected', at, cells, reason: 'The broker corrected its confirmation.' } as const
    const made = amendmentOf({ reports, original: 'old', changes: [change], on: day('2024-06-03') })
    const amendment = { ...old(), key: 'amendment', filedOn: day('2024-06-03'), document: made.document! }
    return { reports, before, made, amendment }
  }

  test('its untouched total speaks as of then, and today’s balance stays', () => {
    const { reports, before, made, amendment } = amend([{ field: 'transactionPricePerShare', written: '10.25' }])
    expect(totalsOf(made.document!)).toEqual(['900'])
    expect(made.affected).toEqual([])
    expect(reports.map(({ document }) => writeOwnershipXml(document))).toEqual(before)
    expect(heldNow(reports)).toEqual(['850'])
    expect(heldNow([...reports, amendment])).toEqual(['850'])
  })

  test('with another number, later forms are named and left alone', () => {
    const { reports, before, made, amendment } = amend([
      { field: 'transactionShares', written: '110' },
      { field: 'sharesOwnedFollowingTransaction', written: '890' },
    ])
    expect(totalsOf(made.document!)).toEqual(['890'])
    const affected = made.affected.map((one) => [one.report.key, String(one.stated), String(one.follows)])
    expect(affected).toEqual([
      ['later', '800', '790'],
      ['latest', '850', '840'],
    ])
    expect(reports.map(({ document }) => writeOwnershipXml(document))).toEqual(before)
    // What was stated later stands until it is amended itself.
    expect(heldNow([...reports, amendment])).toEqual(['850'])
  })
})

test('a Form 4 made of the lines of a Form 3 is edited, and the Form 3 stays as it is', async () => {
  const form3 = filed(
    'form3',
    '2024-01-05',
    [line('-> 1000', { notes: ['F1'] })],
    { form: '3', periodOfReport: day('2024-01-02') },
    ['Held since 2020.'],
  )
  const [xml, { hash }] = [writeOwnershipXml(form3.document), await contentHash(form3.document)]
  const { rows } = form3.document.nonDerivativeTable
  const { document: form4 } = composeDraft(HEADER, [
    { rows: [line('2024-03-04 S 100 @ 12 -> 900')], footnotes: [] },
    { rows, footnotes: form3.document.footnotes.footnotes },
  ])
  const shared = form4.nonDerivativeTable.rows[1]!
  shared.securityTitle = draft([line('-> 1', { title: 'Class B' })]).document.nonDerivativeTable.rows[0]!.securityTitle
  shared.postTransactionAmounts.sharesOwnedFollowingTransaction =
    line('-> 5').postTransactionAmounts.sharesOwnedFollowingTransaction
  form4.footnotes.footnotes[0]!.text = 'Another text.'
  form4.reportingOwners[0]!.id.cik = draft([], { owners: [{ ...HEADER.owners[0]!, cik: cik('2999') }] }).document
    .reportingOwners[0]!.id.cik
  expect(writeOwnershipXml(form4)).toContain('Class B')
  expect(writeOwnershipXml(form3.document)).toBe(xml)
  expect((await contentHash(form3.document)).hash).toBe(hash)
})

/** A filed form of an insider in an issuer, with what it says is held. */
async function freeze(desk: Desk, issuerId: string, insiderId: string, form: FiledReport, amount: string) {
  const xml = new TextEncoder().encode(writeOwnershipXml(form.document))
  const accessionNumber = `0009990000-26-${inventCik().slice(-6)}`
  const told = {
    issuerId,
    insiderIds: [insiderId],
    submissionId: null,
    formType: form.document.documentType.value ?? '',
  }
  const rest = { accessionNumber, acceptedAt: NOW, filingDate: String(form.filedOn), xml, page: '', answer: null }
  const { id: filedFormId } = await desk.act((act) => freezeFiledForm(act, { ...told, ...rest }))
  const position = { position: 'common/D', security: 'Common Stock', ownership: 'D', natureOfOwnership: null } as const
  const held = { ...position, row: 0, day: String(form.filedOn), amount, supersedes: null }
  await desk.act((act) => postHoldings(act, [{ issuerId, insiderId, filedFormId, ...held }]))
  return { filedFormId, xml }
}

async function isAsFrozen(view: View, filedFormId: string): Promise<boolean> {
  return verifyFiledForm(view, (await filedForm(view, filedFormId)) as FiledForm)
}

const form3 = () => filed('form3', '2024-01-05', [line('-> 1000')], { form: '3', periodOfReport: day('2024-01-02') })
const said = (hash: string) => ({ hash, content: { rows: [{ shares: hash }] } })

onBoth('a draft of a Form 4 is saved again and again, and the filed Form 3 is what was frozen', async (desk) => {
  const [issuerId, insiderId] = [(await inventIssuer(desk)).id, (await inventInsider(desk)).id]
  const { filedFormId, xml } = await freeze(desk, issuerId, insiderId, form3(), '1000')
  const frozen = await filedForm(desk.view, filedFormId)
  const told = { issuerId, insiderIds: [insiderId], formType: '4', eventId: null, amends: null, ...said('one') }
  const { id } = await desk.act((act) => addDraft(act, told))
  await desk.act((act) => saveDraft(act, id, 'one', said('two')) as Promise<{ value: unknown }>)
  await desk.act((act) => saveDraft(act, id, 'two', said('three')) as Promise<{ value: unknown }>)
  expect(await filedForm(desk.view, filedFormId)).toEqual(frozen)
  expect(new Uint8Array(frozen!.xml)).toEqual(xml)
  expect(await isAsFrozen(desk.view, filedFormId)).toBe(true)
  const held = await holdingsAsOf(desk.view, { issuerId, insiderId, day: '2026-01-01' })
  expect(held.map(({ amount }) => amount)).toEqual(['1000'])
})

onBoth('an issuer that is retired keeps all of its records', async (desk) => {
  const { view, act } = desk
  const [issuerId, insiderId] = [(await inventIssuer(desk)).id, (await inventInsider(desk)).id]
  const { filedFormId } = await freeze(desk, issuerId, insiderId, form3(), '1000')
  await act((a) =>
    beginInsiderRole(a, { insiderId, issuerId, relationship: 'director', title: null, fromDay: '2024-01-02' }),
  )
  const stock = { issuerId, table: 'nonDerivative', title: 'Common Stock', underlyingTitle: null, terms: {} } as const
  await act((a) => addLibrarySecurity(a, stock))
  await act((a) => addLibraryFootnote(a, { issuerId, name: 'range', text: 'Invented.' }))
  const { id: eventId } = await act((a) =>
    addEvent(a, { issuerId, insiderIds: [insiderId], recipe: 'sale', day: '2026-02-25' }),
  )
  const told = { issuerId, insiderIds: [insiderId], formType: '4', eventId, amends: null, ...said('one') }
  const { id: draftId } = await act((a) => addDraft(a, told))
  const records = async () => ({
    insider: await insider(view, insiderId),
    roles: await insiderRoles(view, { issuerId }),
    forms: await filedForms(view, { issuerId }),
    form: await filedForm(view, filedFormId),
    holdings: await holdingsOf(view, issuerId, insiderId),
    securities: await librarySecurities(view, issuerId),
    footnotes: await libraryFootnotes(view, issuerId),
    event: await event(view, eventId),
    draft: await draftOf(view, draftId),
    drafts: await openDrafts(view, issuerId),
  })
  const before = await records()
  const empty = Object.entries(before).filter(
    ([, one]) => one === undefined || (Array.isArray(one) && one.length === 0),
  )
  expect(empty).toEqual([])
  await act((a) => retireIssuer(a, issuerId), 5)
  expect(await issuers(view)).toEqual([])
  expect(await issuer(view, issuerId)).toMatchObject({ retiredAt: NOW + 5 })
  expect(await records()).toEqual(before)
  expect(await isAsFrozen(view, filedFormId)).toBe(true)
})

onBoth('a wrong CIK is corrected for what comes, and what was filed under it stays as filed', async (desk) => {
  const { view, act } = desk
  const [issuerId, wrong] = [(await inventIssuer(desk)).id, await inventInsider(desk)]
  const insiderId = wrong.id
  const { filedFormId, xml } = await freeze(desk, issuerId, insiderId, form3(), '1000')
  const right = inventCik()
  const { kind, name, email, details } = wrong
  await act((a) => correctInsider(a, insiderId, wrong.revision, { kind, name, email, details, cik: right }), 5)
  expect(await insider(view, insiderId)).toMatchObject({ cik: right, revision: 2 })
  const form = await filedForm(view, filedFormId)
  expect(new Uint8Array(form!.xml)).toEqual(xml)
  expect(readOwnershipXml(form!.xml).document?.reportingOwners[0]?.id.cik.value).toBe('0000002001')
  expect(await isAsFrozen(view, filedFormId)).toBe(true)
  expect((await filedForms(view, { insiderId })).map(({ id }) => id)).toEqual([filedFormId])
  expect((await holdingsOf(view, issuerId, insiderId)).map(({ amount }) => amount)).toEqual(['1000'])
  expect(await verifyChain(view)).toMatchObject({ intact: true })
})

test('the form that was filed under the wrong CIK is no case for an amendment: it is filed anew', () => {
  const report = filed('wrong', '2024-03-05', [line('2024-03-04 S 100 @ 12 -> 900')])
  const heading = { owners: [cik('2999')] }
  const changes = [{ kind: 'explained', heading, reason: 'The owner’s CIK was wrong.' }] as const
  const { document, diagnostics } = amendmentOf({
    reports: [report],
    original: 'wrong',
    changes,
    on: day('2024-03-11'),
  })
  expect([document, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['D230']])
})
