import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../tools/chromium.ts'
import { ROUTES } from './api/routes.ts'
import { type MockDesk, startMockDesk } from './testing/mockDesk.mts'

const dist = join(import.meta.dirname, 'dist')
const MOST_GZIPPED = 300 * 1024

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const executablePath = findChromium()
let browser: Browser | undefined
let desk: MockDesk

beforeAll(async () => {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../tools/web.ts')], { stdio: 'inherit' })
  desk = await startMockDesk(dist, ROUTES)
  if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
})
afterAll(async () => {
  desk?.close()
  await browser?.close()
})

const gzipped = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length

test('the first page takes at most 300 kB of script, and so does everything together', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file as string)
  const all = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.js'))
  const [sizeOfFirst, sizeOfAll] = [first, all.map((file) => `assets/${file}`)].map((files) =>
    files.reduce((sum, file) => sum + gzipped(file), 0),
  ) as [number, number]
  console.log(
    `script, gzipped: first page ${(sizeOfFirst / 1024).toFixed(0)} kB, all pages ${(sizeOfAll / 1024).toFixed(0)} kB`,
  )
  expect(first.length).toBeGreaterThan(0)
  expect(Math.max(sizeOfFirst, sizeOfAll)).toBeLessThanOrEqual(MOST_GZIPPED)
})

/** Every page by its address, and a heading that shows that it is there. */
const PAGES = [
  ['work', 'Work'],
  ['events/new', 'New event'],
  ['events/e1', 'Option grant, 2026-11-25'],
  ['drafts/d1', 'Form 4: Marchetti Ines'],
  ['drafts/d3', 'Form 4: Marchetti Ines'],
  ['drafts/d1/signing', 'What blocks filing'],
  ['submissions/s3', 'What EDGAR says'],
  ['drafts/d1/sending', 'Send it to the rehearsal EDGAR'],
  ['submissions/s1', 'The answer was lost. It may have been filed, or not.'],
  ['filings', 'Filed forms'],
  ['filings/f1', 'Form 4, 0000990001-26-000007'],
  ['issuers', 'Issuers'],
  ['insiders', 'Insiders'],
  ['insiders/ines', 'Marchetti Ines'],
  ['edgar', 'EDGAR access'],
  ['me', 'My signature'],
  ['audit', 'Audit trail'],
] as const

async function signedIn(context: BrowserContext, complaints: string[]): Promise<Page> {
  const page = await context.newPage()
  page.on('console', (message) => {
    // A request that is refused is said by the browser too; whoever is not signed in is told so.
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('status of 4'))
      complaints.push(message.text())
  })
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.origin) && !request.url().startsWith('data:'))
      complaints.push(`asked ${request.url()}`)
  })
  await page.goto(desk.origin)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.keyboard.type('ines@aldermere.example')
  await page.keyboard.press('Tab')
  await page.keyboard.type('correct horse battery')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Work', exact: true }).waitFor()
  return page
}

const looks = [
  { width: 320, scheme: 'dark' },
  { width: 1600, scheme: 'light' },
] as const

describe.each(looks)('$width px wide, $scheme', ({ width, scheme }) => {
  test('axe finds nothing on any page, none is wider than its window, and the policy is kept', async (context) => {
    context.skip(browser === undefined, NO_CHROMIUM)
    const complaints: string[] = []
    const own = await browser!.newContext({ colorScheme: scheme, viewport: { width, height: 900 } })
    const page = await signedIn(own, complaints)
    const found: string[] = []
    for (const [path, heading] of PAGES) {
      await page.goto(`${desk.origin}/o1/${path}`)
      await page.getByRole('heading', { name: heading, exact: true }).first().waitFor()
      await page.waitForLoadState('networkidle')
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        'axe.run(document)',
      )
      found.push(...violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      if (wide > width) found.push(`${path}: ${wide} px wide`)
    }
    await own.close()
    expect([...found, ...complaints]).toEqual([])
  })
})

test('a work list begins with what nobody knows the outcome of, and says when the rest is due in both zones', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext({ timezoneId: 'Asia/Tokyo' })
  const page = await signedIn(own, [])
  const items = page.locator('.work > li')
  expect(await items.first().textContent()).toContain('Outcome unknown')
  const second = (await items.nth(1).textContent()) ?? ''
  for (const words of [
    '6 h 59 min left',
    '2026-11-26 22:00 EST',
    '2026-11-27 12:00 GMT+9',
    'The form is not finished',
    'Marchetti Ines',
  ])
    expect(second.replace('7 h 0 min', '6 h 59 min')).toContain(words)
  await own.close()
})

test('a draft is changed and saved by the keyboard; the save says on what it is based', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext({ viewport: { width: 1400, height: 900 } })
  const page = await signedIn(own, [])
  await page.goto(`${desk.origin}/o1/drafts/d1`)
  const cell = page.locator('tr[data-at="0"] > [data-key="price"]').first()
  await cell.waitFor()
  await cell.focus()
  await page.keyboard.type('22.25')
  await page.keyboard.press('Enter')
  await page.getByText('Not saved.').waitFor()
  await page.keyboard.press('Control+s')
  await page.getByText('Not saved.').waitFor({ state: 'detached' })
  const saved = desk.sent.findLast(({ method }) => method === 'PUT') as { path: string; body: { basedOn: string } }
  expect([saved.path, saved.body.basedOn]).toEqual(['/api/organizations/o1/drafts/d1', 'a1'.repeat(32)])
  expect(JSON.stringify(saved.body)).toContain('"22.25"')
  await own.close()
})

test('one answer is given for all who are concerned', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext()
  const page = await signedIn(own, [])
  await page.goto(`${desk.origin}/o1/events/e1`)
  await page.getByText('Column 5 states the number').waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  await page.keyboard.type('10,000')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(desk.sent.at(-1)).toEqual({
    method: 'POST',
    path: '/api/organizations/o1/events/e1/facts',
    body: { facts: { options: '10000' } },
  })
  await own.close()
})

test('nothing is sent before the very words are typed', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext()
  const page = await signedIn(own, [])
  await page.goto(`${desk.origin}/o1/drafts/d1/sending`)
  const send = page.getByRole('button', { name: 'Send the test' })
  await send.waitFor()
  await page.getByRole('textbox', { name: 'Type TEST ALDM 4' }).fill('TEST ALDM')
  expect(await send.isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'Type TEST ALDM 4' }).fill('TEST ALDM 4')
  await send.click()
  await page.getByRole('alert').waitFor()
  expect(desk.sent.at(-1)?.body).toEqual({ ofHash: 'a1'.repeat(32), mode: 'TEST', typed: 'TEST ALDM 4' })
  await own.close()
})

test('what EDGAR said stands at the cell or box concerned, and in the list', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext({ viewport: { width: 1400, height: 900 } })
  const page = await signedIn(own, [])
  await page.goto(`${desk.origin}/o1/drafts/d3`)
  const cell = page.locator('tr[data-at="0"] > [data-key="code"]').first()
  await page.getByText('EDGAR did not accept it.').waitFor()
  expect(await cell.getAttribute('aria-invalid')).toBe('true')
  await cell.focus()
  await page.locator('.cellbar').getByText('EDGAR says: The code is none.').waitFor()
  // A CCC has no box of its own: it is its owner's CIK that it belongs to.
  const cik = page.getByRole('textbox', { name: 'CIK', exact: true })
  expect(await cik.getAttribute('aria-invalid')).toBe('true')
  await page.locator('[data-path$="rptOwnerCik"]').getByText('EDGAR says: The CCC is invalid.').waitFor()
  await page.locator('.findings').getByText('EDGAR says: The filing is late.').waitFor()
  // Once the form is another, it is said of what was sent.
  expect(await page.getByText('which was changed since').count()).toBe(0)
  await cell.focus()
  await page.keyboard.press('Delete')
  await page.getByText('which was changed since').first().waitFor()
  await own.close()
})

const LISTED = `<SEC-DOCUMENT>0000990001-26-000007.txt : 20261126
<SEC-HEADER>0000990001-26-000007.hdr.sgml : 20261126
<ACCEPTANCE-DATETIME>20261126101500
ACCESSION NUMBER:		0000990001-26-000007
CONFORMED SUBMISSION TYPE:	4
</SEC-HEADER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>form4.xml
<TEXT>
<XML>
<ownershipDocument></ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`

test('a lost answer is found in the owner’s list by content, and said by a person', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext()
  const page = await signedIn(own, [])
  await page.goto(`${desk.origin}/o1/submissions/s1`)
  const files = page.getByLabel('Files from EDGAR (.txt or .xml)')
  await files.setInputFiles({ name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from('no filing') })
  await page.getByText('No Form 3, 4 or 5 in other.txt.').waitFor()
  await files.setInputFiles({ name: 'filing.txt', mimeType: 'text/plain', buffer: Buffer.from(LISTED) })
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByText('It was filed: 0000990001-26-000007 has the content that was sent.').waitFor()
  const xml = '<ownershipDocument></ownershipDocument>'
  expect(desk.sent.at(-1)?.body).toEqual({
    listed: [{ accessionNumber: '0000990001-26-000007', acceptedAt: Date.UTC(2026, 10, 26, 15, 15), xml }],
  })
  // Nothing follows from it by itself: a person types the word.
  expect(await page.getByRole('textbox', { name: 'Its accession number' }).inputValue()).toBe('0000990001-26-000007')
  const say = page.getByRole('button', { name: 'Say so, in my name' })
  expect(await say.isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'Type FILED s1' }).fill('FILED s1')
  await say.click()
  await page.getByRole('alert').waitFor()
  expect(desk.sent.at(-1)?.body).toEqual({
    filed: '0000990001-26-000007',
    how: 'The owner’s list of filings, compared by content.',
    typed: 'FILED s1',
  })
  await own.close()
})

test('F6 leads around the parts of a page, and the first Tab of the form past what is filled in', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext()
  const page = await signedIn(own, [])
  await page.goto(`${desk.origin}/o1/drafts/d1`)
  const names: string[] = []
  const name = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'The form')
  for (const key of ['F6', 'F6', 'F6', 'F6', 'F6', 'Shift+F6']) {
    await page.keyboard.press(key)
    names.push((await name()).slice(0, 20))
  }
  expect(names).toEqual(['Sign out', 'Work', expect.any(String), 'The form', 'The form', 'The form'])
  await own.close()
})
