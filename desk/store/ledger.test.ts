import { expect } from 'vitest'
import { addEvent, event, eventsOf, stateFacts } from './events.ts'
import { freezeFiledForm } from './filedForms.ts'
import { holdingsAsOf, holdingsOf, type NewHolding, postHoldings } from './holdings.ts'
import {
  addLibraryFootnote,
  correctLibraryFootnote,
  libraryFootnotes,
  retireLibraryFootnote,
} from './libraryFootnotes.ts'
import {
  addLibrarySecurity,
  correctLibrarySecurity,
  librarySecurities,
  retireLibrarySecurity,
} from './librarySecurities.ts'
import { NOW, onBoth, refusal } from './testing/databases.mts'
import { type Desk, inventInsider, inventIssuer } from './testing/invented.mts'

async function inventFiled(desk: Desk, number: number) {
  const issuerId = (await inventIssuer(desk)).id
  const insiderId = (await inventInsider(desk)).id
  const accessionNumber = `0009990000-26-${String(number).padStart(6, '0')}`
  const form = {
    issuerId,
    insiderIds: [insiderId],
    submissionId: null,
    formType: '4',
    accessionNumber,
    acceptedAt: NOW,
  }
  const rest = { filingDate: '2026-03-02', xml: new Uint8Array([60]), page: '', answer: null }
  const filedFormId = (await desk.act((act) => freezeFiledForm(act, { ...form, ...rest }))).id
  return { issuerId, insiderId, filedFormId }
}

function holdingOf(filed: { issuerId: string; insiderId: string; filedFormId: string }, row: number): NewHolding {
  return {
    ...filed,
    row,
    position: 'common/D',
    security: 'Common Stock',
    ownership: 'D',
    natureOfOwnership: null,
    day: '2026-02-27',
    amount: '10000',
    supersedes: null,
  }
}

onBoth('holdings are as filed: by day, as amended, and as known at a moment', async (desk) => {
  const filed = await inventFiled(desk, 1)
  const post = (holding: Partial<NewHolding> & { row: number }, later = 0) =>
    desk.act((act) => postHoldings(act, [{ ...holdingOf(filed, holding.row), ...holding }]), later)
  const [first] = await post({ row: 0 })
  await post({ row: 1, day: '2026-03-01', amount: '12500.5' }, 10)
  await post({ row: 2, position: 'common/I', ownership: 'I', natureOfOwnership: 'By trust', amount: '7' }, 20)
  await post({ row: 3, amount: '10100', supersedes: first?.id ?? 'none' }, 30)
  const at = async (day: string, knownAt?: number) => {
    const known = knownAt === undefined ? {} : { knownAt }
    const held = await holdingsAsOf(desk.view, { ...filed, day, ...known })
    return held.map(({ position, amount }) => `${position} ${amount}`).sort()
  }
  expect(await at('2026-02-26')).toEqual([])
  expect(await at('2026-02-27')).toEqual(['common/D 10100', 'common/I 7'])
  expect(await at('2026-02-27', NOW + 29)).toEqual(['common/D 10000', 'common/I 7'])
  // Restating an old form does not move today's balance.
  expect(await at('2026-03-02')).toEqual(['common/D 12500.5', 'common/I 7'])
  expect(await at('2026-03-02', NOW)).toEqual(['common/D 10000'])
  expect(await holdingsOf(desk.view, filed.issuerId, filed.insiderId)).toHaveLength(4)
  await expect(desk.store.kysely.updateTable('holding').set({ amount: '1' }).execute()).rejects.toThrow('append-only')
})

onBoth('a restated line stands where the line stood, not after those below it', async (desk) => {
  const filed = await inventFiled(desk, 3)
  const post = (row: number, amount: string, more: Partial<NewHolding> = {}, later = 0) =>
    desk.act((act) => postHoldings(act, [{ ...holdingOf(filed, row), amount, ...more }]), later)
  const [first] = await post(0, '900')
  await post(1, '700')
  const held = async () =>
    (await holdingsAsOf(desk.view, { ...filed, day: '2026-03-02' })).map(({ position, amount }) => [position, amount])
  const [again] = await post(2, '890', { supersedes: first?.id ?? 'none' }, 10)
  expect(await held()).toEqual([['common/D', '700']])
  await post(3, '880', { supersedes: again?.id ?? 'none' }, 20)
  expect(await held()).toEqual([['common/D', '700']])
  // Restated as another position, it is none of this one.
  const [other] = await post(4, '50', { position: 'common/I' }, 30)
  await post(5, '60', { supersedes: other?.id ?? 'none' }, 40)
  expect(await held()).toEqual([['common/D', '60']])
})

onBoth('an amount is canonical text, and a row is posted once', async (desk) => {
  const filed = await inventFiled(desk, 2)
  const post = (wrong: object) => desk.attempt((act) => postHoldings(act, [{ ...holdingOf(filed, 0), ...wrong }]))
  for (const amount of ['1,000', '1.50', '01', '1e3', '']) expect(refusal(await post({ amount }))).toBe('D408')
  expect(refusal(await post({ day: '2026-02-29' }))).toBe('D408')
  expect(refusal(await post({ supersedes: 'x' }))).toBe('D404')
  const huge = '123456789012345678901234567890.123456789'
  expect(await post({ amount: huge })).toMatchObject({ value: [{ amount: huge }] })
  expect(refusal(await post({}))).toBe('D407')
  const both = [holdingOf(filed, 1), holdingOf(filed, 0)]
  expect(refusal(await desk.attempt((act) => postHoldings(act, both)))).toBe('D407')
  expect(await holdingsOf(desk.view, filed.issuerId, filed.insiderId)).toMatchObject([{ amount: huge }])
})

onBoth('an event of many insiders keeps every fact with who and when; the last answer holds', async (desk) => {
  const issuerId = (await inventIssuer(desk)).id
  const [ann, bo] = [(await inventInsider(desk, 'Ann')).id, (await inventInsider(desk, 'Bo')).id]
  const told = { issuerId, insiderIds: [ann, bo], recipe: 'optionGrant', day: '2026-02-25' }
  const { id } = await desk.act((act) => addEvent(act, told))
  const state = (name: string, value: string, insiderId: string | null, later: number) =>
    desk.attempt((act) => stateFacts(act, id, [{ name, insiderId, value }]), later)
  await state('approval', 'board', null, 1)
  await state('shares', '10000', ann, 2)
  await state('approval', 'committee', null, 3)
  expect((await event(desk.view, id))?.facts).toEqual([
    { name: 'approval', insiderId: null, value: 'committee', by: desk.userId, at: NOW + 3 },
    { name: 'shares', insiderId: ann, value: '10000', by: desk.userId, at: NOW + 2 },
  ])
  const all = desk.store.kysely.selectFrom('event_fact').select('value').where('eventId', '=', id).orderBy('number')
  expect(await all.execute()).toEqual([{ value: '"board"' }, { value: '"10000"' }, { value: '"committee"' }])
  expect(refusal(await state('shares', '1', (await inventInsider(desk)).id, 4))).toBe('D404')
  expect(refusal(await desk.attempt((act) => addEvent(act, { ...told, day: '25 February' })))).toBe('D408')
  expect(refusal(await desk.attempt((act) => stateFacts(act, 'x', [])))).toBe('D404')
  const later = await desk.act((act) => addEvent(act, { ...told, day: '2026-03-01' }))
  expect((await eventsOf(desk.view, issuerId)).map((one) => one.id)).toEqual([later.id, id])
})

onBoth('the libraries keep one security of a title, and footnotes of one issuer or of all', async (desk) => {
  const { view, act, attempt } = desk
  const issuerId = (await inventIssuer(desk)).id
  const stock = { issuerId, table: 'nonDerivative', title: 'Common Stock', underlyingTitle: null, terms: {} } as const
  const { id } = await act((a) => addLibrarySecurity(a, stock))
  expect(refusal(await attempt((a) => addLibrarySecurity(a, stock)))).toBe('D407')
  await act((a) => addLibrarySecurity(a, { ...stock, table: 'derivative', terms: { exercisePrice: '3.31' } }))
  await act((a) => retireLibrarySecurity(a, id))
  expect(await librarySecurities(view, issuerId)).toMatchObject([{ terms: { exercisePrice: '3.31' } }])
  const again = await act((a) => addLibrarySecurity(a, stock))
  const { issuerId: _, ...fields } = stock
  const shares = await act((a) => correctLibrarySecurity(a, again.id, { ...fields, title: 'Ordinary Shares' }))
  expect((await librarySecurities(view, issuerId)).map(({ title }) => title)).toEqual([
    'Common Stock',
    'Ordinary Shares',
  ])
  const taken = { ...fields, table: 'derivative' } as const
  expect(refusal(await attempt((a) => correctLibrarySecurity(a, shares.id, taken)))).toBe('D407')
  // Refused is not done: the one that was to be corrected is still there.
  expect((await librarySecurities(view, issuerId)).map(({ id: of }) => of)).toContain(shares.id)
  const other = (await inventIssuer(desk)).id
  const note = (name: string, of: string | null) =>
    act((a) => addLibraryFootnote(a, { issuerId: of, name, text: 'Invented.' }))
  const range = await note('range', null)
  await note('trust', issuerId)
  expect((await libraryFootnotes(view, issuerId)).map(({ name }) => name)).toEqual(['range', 'trust'])
  expect((await libraryFootnotes(view, other)).map(({ name }) => name)).toEqual(['range'])
  const corrected = await act((a) => correctLibraryFootnote(a, range.id, { name: 'range', text: 'Corrected.' }))
  expect(await libraryFootnotes(view, other)).toMatchObject([{ id: corrected.id, issuerId: null, text: 'Corrected.' }])
  expect(refusal(await attempt((a) => correctLibraryFootnote(a, range.id, { name: 'x', text: 'x' })))).toBe('D404')
  await act((a) => retireLibraryFootnote(a, corrected.id))
  expect(await libraryFootnotes(view, other)).toEqual([])
  expect(refusal(await attempt((a) => retireLibraryFootnote(a, range.id)))).toBe('D404')
})
