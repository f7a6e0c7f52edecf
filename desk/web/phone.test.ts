/** A real desk with its pages, on the screen of a phone that is touched: what an insider does away from a desk. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Rehearsal, RehearsalClock, startRehearsal } from '@section16/edgar/rehearsal'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../tools/chromium.ts'
import { TRADE } from '../recipes/samples.mts'
import { PEER } from '../server/auth.ts'
import { DEMONSTRATION_PASSWORD, seedDemonstration } from '../server/demonstration.ts'
import { type ServedDesk, startDesk } from '../server/startDesk.ts'
import { AGAIN, draftOf, must, PDF } from '../server/testing/acts.mts'
import { cookiesOf, KEY, type Visitor, visitorOf, WEDNESDAY } from '../server/testing/openServer.mts'
import { open, type Role, type Store } from '../store/index.ts'
import { inventCrowd } from '../store/testing/invented.mts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const PHONE = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true }

const executablePath = findChromium()
const folder = mkdtempSync(join(tmpdir(), 'section16-phone-'))
let browser: Browser
let desk: ServedDesk
let store: Store
let rehearsal: Rehearsal
let at: { as: (role: Role) => Visitor; base: string; origin: string; demonstration: Demonstration }
type Demonstration = Awaited<ReturnType<typeof seedDemonstration>>

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

beforeAll(async () => {
  if (executablePath === undefined) return
  execFileSync(process.execPath, [join(import.meta.dirname, '../../tools/web.ts')], { stdio: 'inherit' })
  const opened = await open({ kind: 'sqlite', path: join(folder, 'desk.sqlite'), secretKeys: [KEY] }, WEDNESDAY)
  if ('refused' in opened) throw new Error(opened.refused.code)
  store = opened.value
  const started = Date.now()
  const clock = () => WEDNESDAY + Date.now() - started
  rehearsal = await startRehearsal({ clock: new RehearsalClock(clock) })
  const origin = `http://127.0.0.1:${await freePort()}`
  const edgar = { destination: 'rehearsal', baseUrl: rehearsal.url, userAgent: 'section16/0.1.0' } as const
  const sessionSecret = 'an invented secret of more than thirty-two characters'
  desk = await startDesk({ store, origin, clock, sessionSecret, edgar }, { pages: join(import.meta.dirname, 'dist') })
  const demonstration = await seedDemonstration(store, clock(), { auth: desk.auth, rehearsal })
  const visitors = new Map<Role, Visitor>()
  for (const role of ['insider', 'preparer'] as const) {
    const body = { email: demonstration.people[role].email, password: DEMONSTRATION_PASSWORD }
    // From elsewhere: how often somebody signs in is counted by address, and the phone signs in too.
    const peer = { [PEER]: `10.0.0.${visitors.size + 1}` }
    const answer = await visitorOf(desk, [], undefined, origin).send('POST', '/api/auth/sign-in/email', body, peer)
    visitors.set(role, visitorOf(desk, [], cookiesOf(answer), origin))
  }
  const base = `/api/organizations/${demonstration.organizationId}`
  at = { demonstration, base, origin, as: (role) => visitors.get(role) as Visitor }
  browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
})
afterAll(async () => {
  await browser?.close()
  await desk?.close()
  await rehearsal?.close()
  await store?.close()
  rmSync(folder, { recursive: true })
})

async function signedIn(role: Role): Promise<Page> {
  const page = await (await browser.newContext(PHONE)).newPage()
  await page.goto(at.origin)
  await page.getByLabel('E-mail').fill(at.demonstration.people[role].email)
  await page.getByLabel('Password').fill(DEMONSTRATION_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).tap()
  await page.getByRole('heading', { name: 'Work', exact: true }).waitFor()
  return page
}

const isNoWider = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.viewport.width)

test('the insider finds the form, approves and signs it by touch', async (context) => {
  context.skip(executablePath === undefined, NO_CHROMIUM)
  // Once, on paper, long before.
  const attested = { signedOn: '2026-06-01', document: PDF, again: AGAIN }
  must(await at.as('insider').post(`${at.base}/attestations`, attested), 201)
  const page = await signedIn('insider')
  await isNoWider(page)
  await page.getByRole('link', { name: /^Form 4, Alder Rowan/ }).tap()
  await page.getByRole('heading', { name: 'What you approve or sign' }).waitFor()
  await isNoWider(page)
  const form = page.frameLocator('iframe')
  await form.getByText('Stock Option (right to buy)').first().waitFor()
  await page.getByRole('button', { name: 'Approve this content' }).tap()
  await page.getByText('None yet.').waitFor({ state: 'detached' })
  await page.getByLabel('Your password, once more').fill(DEMONSTRATION_PASSWORD)
  await page.getByRole('button', { name: 'Sign for Alder Rowan' }).tap()
  await page.locator('.line', { hasText: '/s/ Rowan Alder' }).waitFor()
  await isNoWider(page)
  const draft = await draftOf(at)
  expect(draft.blockers).toEqual([])
  expect(draft.approvals).toMatchObject([{ by: at.demonstration.people.insider.userId, ofHash: draft.hash }])
  expect(draft.signatures).toMatchObject([{ line: '/s/ Rowan Alder', manner: 'electronic', ofHash: draft.hash }])
  await page.context().close()
})

test('a broker’s lines are pasted, read, corrected, and are the answer', async (context) => {
  context.skip(executablePath === undefined, NO_CHROMIUM)
  const { issuerId, insiderId } = at.demonstration
  const { fills: _, ...facts } = { ...TRADE, plan: 'none', tradedShares: '1500' }
  const event = { issuerId, insiderIds: [insiderId], recipe: 'purchase', day: '2026-06-02', facts }
  const { id } = must(await at.as('preparer').post(`${at.base}/events`, event), 201)
  const page = await signedIn('preparer')
  await page.goto(`${at.origin}/${at.demonstration.organizationId}/events/${id}`)
  await page.getByText('From a broker’s file or a spreadsheet').tap()
  const table = page.getByLabel('Or paste the lines here')
  await table.fill('Trade Date\tQty\tPrice\n6/2/2026\t1,200\t$20.01\n6/2/26\t300\t$20.40')
  await page.getByRole('button', { name: 'Read the table' }).tap()
  await page.getByText('Line 3 is no trade').waitFor()
  const answer = page.getByRole('button', { name: 'Answer' })
  expect(await answer.isDisabled()).toBe(true)
  await isNoWider(page)
  await table.fill('Trade Date\tQty\tPrice\n6/2/2026\t1,200\t$20.01\n6/2/2026\t300\t$20.40')
  await page.getByRole('button', { name: 'Read the table' }).tap()
  await page.getByText('2 trades, 1500 shares in all.').waitFor()
  await answer.tap()
  await page.getByText('2 entries').waitFor()
  const told = must(await at.as('preparer').get(`${at.base}/events/${id}`))
  expect(told.facts.fills.value).toEqual([
    { date: '2026-06-02', shares: '1200', price: '20.01' },
    { date: '2026-06-02', shares: '300', price: '20.4' },
  ])
  expect(told.results[0]).toMatchObject({ isComplete: true, forms: ['4'] })
  await page.context().close()
})

test('an insider beyond the first page is found, and stays chosen while another is searched', async (context) => {
  context.skip(executablePath === undefined, NO_CHROMIUM)
  const { issuerId, organizationId } = at.demonstration
  await inventCrowd(store.view(organizationId), 600, issuerId)
  const person = { kind: 'person', cik: null, name: 'Yarrow Zoe', email: null }
  const yarrow = must(await at.as('preparer').post(`${at.base}/insiders`, person), 201)
  const role = { issuerId, relationship: 'officer', title: 'Treasurer', fromDay: '2026-01-05' }
  must(await at.as('preparer').post(`${at.base}/insiders/${yarrow.id}/roles`, role), 201)
  const page = await signedIn('preparer')
  await page.goto(`${at.origin}/${organizationId}/events/new`)
  await page.getByText('These are the first 100 by name; there are more. Search finds the others.').waitFor()
  const search = page.getByRole('textbox', { name: 'Search the insiders by name or CIK' })
  await search.fill('zoe yarrow')
  await page.getByText('One is found.').waitFor()
  await page.getByText('Yarrow Zoe Treasurer').tap()
  await search.fill('birch 00577')
  await page.getByText('Birch 00577').tap()
  expect(await page.getByRole('checkbox').count()).toBe(2)
  expect(await page.getByRole('checkbox', { name: 'Yarrow Zoe' }).isChecked()).toBe(true)
  await search.fill('nobody of this name')
  await page.getByText('Nobody is found by these words.').waitFor()
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2)
  await isNoWider(page)
  await page.getByRole('textbox', { name: 'On which day?' }).fill('06/02/2026')
  await page.locator('.recipes label').first().tap()
  // It finds, and sends nothing.
  await search.press('Enter')
  await page.getByRole('button', { name: 'Go on to the facts' }).tap()
  await page.getByText(/^(?:Yarrow Zoe; Birch 00577|Birch 00577; Yarrow Zoe)$/).waitFor()
  await page.goto(`${at.origin}/${organizationId}/insiders`)
  await page.getByRole('textbox', { name: 'Search by name or CIK' }).fill('YARROW')
  await page.getByRole('row').nth(2).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Yarrow Zoe' }).waitFor()
  await page.context().close()
})
