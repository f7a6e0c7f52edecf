import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../tools/chromium.ts'
import { dueShown } from '../server/routes/draftShown.ts'
import { ROUTES } from './api/routes.ts'
import { type MockDesk, startMockDesk } from './testing/mockDesk.mts'

const dist = join(import.meta.dirname, 'dist')
const MOST_GZIPPED = 300 * 1024

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 })

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
  ['drafts/new', 'New form'],
  ['drafts/d1', 'Form 4: Marchetti Ines'],
  ['drafts/d3', 'Form 4: Marchetti Ines'],
  ['drafts/d1/signing', 'What blocks filing'],
  ['submissions/s3', 'What EDGAR says'],
  ['drafts/d1/sending', 'Send it to the rehearsal EDGAR'],
  ['submissions/s1', 'The answer was lost. It may have been filed, or not.'],
  ['filings', 'Filed forms'],
  ['filings/f1', 'Form 4, 0000990001-26-000007'],
  ['filings/f1/amend', 'Amend Form 4, 0000990001-26-000007'],
  ['issuers', 'Issuers'],
  ['issuers/aldm/library', 'Securities and footnotes of Aldermere Shipping plc'],
  ['members', 'Members'],
  ['insiders', 'Insiders'],
  ['insiders/ines', 'Marchetti Ines'],
  ['edgar', 'EDGAR access'],
  ['me', 'My signature'],
  ['notices', 'Calendar and notices'],
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

test('the address of a calendar is shown when it is made; what failed to be told is said', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext()
  const page = await signedIn(own, [])
  await page.goto(`${desk.origin}/o1/notices`)
  await page.getByRole('button', { name: 'Make another, which ends this one' }).click()
  const address = page.getByRole('textbox', { name: 'The address, shown this once' })
  expect(await address.inputValue()).toMatch(/^https:\/\/desk\.example\/calendar\/\w+\.ics$/)
  expect(await page.getByText('One notice has failed.').isVisible()).toBe(true)
  expect(await page.getByRole('row').nth(1).textContent()).toContain('Ines MarchettiFailed EAUTH 5358')
  await own.close()
})

// Moments and what people in three zones read of them: worked out by hand, from the rules of the zones.
const AROUND = [
  ['before clocks go forward', '2026-03-08T06:59Z', '2026-03-10T02:00Z', '1 d 19 h left', '2026-03-09 22:00 EDT'],
  ['after they went forward', '2026-03-08T07:01Z', '2026-03-10T02:00Z', '1 d 18 h left', '2026-03-09 22:00 EDT'],
  ['before clocks go back', '2026-11-01T05:59Z', '2026-11-03T03:00Z', '1 d 21 h left', '2026-11-02 22:00 EST'],
  ['after they went back', '2026-11-01T06:01Z', '2026-11-03T03:00Z', '1 d 20 h left', '2026-11-02 22:00 EST'],
  // Time goes on while the page is looked at.
  ['at 21:59 Eastern', '2026-03-10T01:58:40Z', '2026-03-10T02:00Z', '1 min left', '2026-03-09 22:00 EDT'],
  ['at 22:01 Eastern', '2026-03-10T02:01Z', '2026-03-10T02:00Z', 'late by 1 min', '2026-03-09 22:00 EDT'],
] as const

test('the countdown is right in Tokyo on the days on which clocks change, and around ten at night', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext({ timezoneId: 'Asia/Tokyo' })
  const page = await signedIn(own, [])
  const asked: string[] = []
  for (const [when, now, due, left, eastern] of AROUND) {
    const at = Date.parse(due)
    await page.route(/\/work\?/, async (route) => {
      asked.push(new URL(route.request().url()).searchParams.get('zone') ?? '')
      const answer = await route.fetch()
      const { items } = (await answer.json()) as { items: object[] }
      const shown = dueShown({ at, day: due.slice(0, 10), of: 'Table I, row 1' }, Date.parse(now), asked.at(-1) ?? '')
      await route.fulfill({ json: { now: Date.parse(now), items: [{ ...items[1], due: shown }] } })
    })
    // The page counts by the desk's clock.
    await page.route(/\/api\/me$/, async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ json: { ...(await answer.json()), now: Date.parse(now) } })
    })
    await page.goto(`${desk.origin}/o1/work`)
    const item = page.locator('.work > li')
    await item.first().waitFor()
    const said = (await item.first().textContent()) ?? ''
    const tokyo = due.startsWith('2026-03') ? '2026-03-10 11:00 GMT+9' : '2026-11-03 12:00 GMT+9'
    for (const words of [left, eastern, tokyo]) expect(said, when).toContain(words)
    await page.unroute(/\/work\?/)
    await page.unroute(/\/api\/me$/)
  }
  expect(new Set(asked)).toEqual(new Set(['Asia/Tokyo']))
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

test('a draft that takes more than one form says so, and is split as it was saved', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext()
  const page = await signedIn(own, [])
  await page.goto(`${desk.origin}/o1/drafts/d1/sending`)
  await page.getByRole('heading', { name: 'It takes 2 forms' }).waitFor()
  const parts = page.locator('section', { has: page.getByRole('heading', { name: 'Parts of one report' }) })
  expect(await parts.getByRole('listitem').allTextContents()).toEqual([
    'Form 4, 1 of 2: not filed yet.',
    'Form 4, 2 of 2: not filed yet.',
  ])
  await page.getByRole('button', { name: 'Split what is saved into 2 parts' }).click()
  await page.getByRole('alert').waitFor()
  expect(desk.sent.at(-1)).toEqual({
    method: 'POST',
    path: '/api/organizations/o1/drafts/d1/parts',
    body: { ofHash: 'a1'.repeat(32) },
  })
  await own.close()
})

test('an amendment begins at the cell that is wrong, and says what it brings about before it is made', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext({ viewport: { width: 1000, height: 900 } })
  const page = await signedIn(own, [])
  await page.goto(`${desk.origin}/o1/filings/f1/amend`)
  const cell = page.getByRole('button', { name: 'Amount acquired or disposed of 100' })
  await cell.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Line corrected: Table I, row 1' }).waitFor()
  await page.getByRole('textbox', { name: 'Amount acquired or disposed of, as it should be' }).fill('1,150')
  const see = page.getByRole('button', { name: 'See what it comes to' })
  expect(await see.isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'Why?' }).fill('A purchase was overlooked.')
  await page.getByRole('button', { name: 'A transaction is missing in Table I' }).click()
  await page.getByRole('textbox', { name: 'Transaction date, as it should be' }).fill('11/24/2026')
  await page.getByRole('textbox', { name: 'Why?' }).nth(1).fill('It was overlooked.')
  await page.getByRole('button', { name: 'The issuer or an owner' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('it is a new filing')
  await see.click()
  await page.getByText('It reports a transaction late.').waitFor()
  expect(await page.getByRole('list', { name: 'Totals that no longer follow' }).textContent()).toBe(
    'Form 4 0000990001-26-000007, Table I, row 1, Ordinary Shares: states 5100, 5150 follows. Correct it in the same amendment.',
  )
  const at = { report: '0000990001-26-000007', table: 'nonDerivative', line: 1 }
  expect(desk.sent.at(-1)).toEqual({
    method: 'POST',
    path: '/api/organizations/o1/filings/f1/amendment-trials',
    body: {
      changes: [
        {
          kind: 'lineCorrected',
          at,
          cells: [{ field: 'transactionShares', written: '1150' }],
          footnotes: [],
          reason: 'A purchase was overlooked.',
        },
        {
          kind: 'lineAdded',
          element: 'nonDerivativeTransaction',
          cells: [{ field: 'transactionDate', written: '2026-11-24' }],
          reason: 'It was overlooked.',
        },
      ],
    },
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

test('the last administrator stays; another role is taken away by its name, and one is given for one issuer', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext()
  const page = await signedIn(own, [])
  await page.goto(`${desk.origin}/o1/members`)
  await page.getByText('Administrator for everything The last administrator stays.').waitFor()
  expect(await page.getByRole('button', { name: /^Take away from Ines Marchetti: Administrator/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Take away from Paul Preparer: Preparer at Aldermere Shipping plc' }).click()
  await page.getByRole('alert').first().waitFor()
  expect(desk.sent.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/organizations/o1/grants/g3' })
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('vera@aldermere.example')
  await page.getByText('Viewer: reads').click()
  await page.getByText('At Aldermere Shipping plc only').click()
  await page.getByRole('button', { name: 'Give the role' }).click()
  await page.getByRole('alert').nth(1).waitFor()
  expect(desk.sent.at(-1)?.body).toEqual({
    email: 'vera@aldermere.example',
    role: 'viewer',
    issuerId: 'aldm',
    insiderId: null,
  })
  await own.close()
})

test('a footnote of the library is copied to the cell, and a title is offered', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext({ viewport: { width: 1400, height: 900 } })
  const page = await signedIn(own, [])
  await page.goto(`${desk.origin}/o1/drafts/d1`)
  const cell = page.locator('tr[data-at="0"] > [data-key="price"]').first()
  await cell.waitFor()
  await page.locator('#titles option[value="Warrant (right to buy)"]').waitFor({ state: 'attached' })
  for (const row of [0, 1]) {
    await page.locator(`tr[data-at="${row}"] > [data-key="price"]`).first().focus()
    await page.keyboard.press('Control+m')
    await page.getByRole('button', { name: 'Add “Plan”' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await page.getByText('Not saved.').waitFor()
  await page.keyboard.press('Control+s')
  await page.getByText('Not saved.').waitFor({ state: 'detached' })
  const saved = JSON.stringify(desk.sent.findLast(({ method }) => method === 'PUT'))
  // Once on the form, however many cells bear its mark.
  expect(saved.split('Bought under a plan adopted on May 4, 2026.')).toHaveLength(2)
  await own.close()
})

test('what a Word file says is read and corrected before it is kept as EX-24', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const own = await browser!.newContext()
  const page = await signedIn(own, [])
  await page.goto(`${desk.origin}/o1/insiders/ines`)
  await page.getByText('A new power of attorney').click()
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const file = { name: 'power.docx', mimeType, buffer: Buffer.from('PK') }
  await page.getByLabel('The power of attorney: Word, PDF with text, text or HTML').setInputFiles(file)
  await page.getByText('Word draws numbers.').waitFor()
  const text = page.getByRole('textbox', { name: 'As EX-24 will carry it' })
  expect(await text.inputValue()).toBe('POWER OF ATTORNEY\n\nInvented.\n')
  await text.fill('POWER OF ATTORNEY\n\n1. Invented.\n')
  for (const name of ['Ines Marchetti', 'Paul Preparer'])
    await page.getByRole('group', { name: 'Who may sign?' }).getByText(name).click()
  await page.getByText('All together, each by an act of their own').click()
  await page.getByRole('textbox', { name: 'From', exact: true }).last().fill('1/5/2026')
  await page.getByRole('button', { name: 'Keep it' }).last().click()
  await page.getByRole('alert').waitFor()
  expect(desk.sent.at(-1)?.body).toMatchObject({
    acting: 'jointly',
    signers: [{ userId: 'u1' }, { userId: 'u2' }],
    fromDay: '2026-01-05',
    document: {
      mediaType: 'text/plain',
      base64: Buffer.from('POWER OF ATTORNEY\n\n1. Invented.\n').toString('base64'),
    },
  })
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
