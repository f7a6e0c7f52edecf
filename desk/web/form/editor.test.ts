import { writeOwnershipXml } from '@section16/core/write'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../../tools/chromium.ts'
import { type Bundle, bundleStand } from '../testing/bundle.mts'
import { form4 } from '../testing/drafts.mts'
import type { Stand } from '../testing/standShape.ts'

type Global = typeof globalThis & { stand: Stand }

const TODAY = '2026-11-26'
// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const executablePath = findChromium()
let browser: Browser | undefined
let bundle: Bundle

beforeAll(async () => {
  if (executablePath === undefined) return
  bundle = await bundleStand()
  browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
})
afterAll(async () => browser?.close())

interface Look {
  width?: number
  scheme?: 'light' | 'dark'
}

async function opened(lines: [number, number], { width = 1400, scheme = 'light' }: Look = {}): Promise<Page> {
  const page = await browser!.newPage({ viewport: { width, height: 900 }, colorScheme: scheme })
  await page.setContent(
    '<!doctype html><html lang="en"><head><title>Draft</title></head><body><div id="root"></div></body></html>',
  )
  await page.addStyleTag({ content: bundle.style })
  await page.addScriptTag({ content: bundle.script })
  await page.evaluate(([xml, today]) => (globalThis as Global).stand.mount(xml, today, []), [
    writeOwnershipXml(form4(...lines)),
    TODAY,
  ] as const)
  await page.getByRole('heading', { name: 'Findings' }).waitFor()
  return page
}

const xmlOf = (page: Page) => page.evaluate(() => (globalThis as Global).stand.xml().replaceAll(/>\s+</g, '><'))
const keys = async (page: Page, ...pressed: string[]) => {
  for (const key of pressed) await page.keyboard.press(key)
}
/** What a screen reader says of the field in which the keyboard is, after its name and its text. */
const described = (page: Page) =>
  page.evaluate(() => {
    const ids = document.activeElement?.getAttribute('aria-describedby')?.split(' ') ?? []
    return ids.map((id) => document.getElementById(id)?.textContent).join(' ')
  })

describe('by the keyboard alone', () => {
  test('a purchase is written from an empty table to no objection', async (context) => {
    context.skip(browser === undefined, NO_CHROMIUM)
    const page = await opened([0, 0])
    await page.getByRole('toolbar', { name: 'Lines of Table I', exact: true }).getByRole('button').first().focus()
    await page.keyboard.press('Enter')
    for (const text of ['Ordinary Shares', '11/24/2026', '', 'p', '', '100', 'a', '21.5', '5,100', 'd']) {
      if (text !== '') await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Escape')
    const xml = await xmlOf(page)
    expect(xml).toContain('<transactionShares><value>100</value>')
    expect(xml).toContain('<transactionPricePerShare><value>21.5</value>')
    expect(xml).toContain('<sharesOwnedFollowingTransaction><value>5100</value>')
    expect(await page.getByRole('status').textContent()).toBe('Nothing is objected to.')
    await page.close()
  })

  test('a wrong letter is objected to at once at its cell, in the list, and below the table; Escape takes it back', async (context) => {
    context.skip(browser === undefined, NO_CHROMIUM)
    const page = await opened([2, 0])
    const before = await xmlOf(page)
    const cell = page.getByRole('gridcell').and(page.locator('tr[data-at="1"] > [data-key="code"]'))
    await cell.focus()
    await page.keyboard.press('F2')
    await page.keyboard.type('q')
    await page.waitForFunction(() => document.querySelector('tr[data-at="1"] > [data-key="code"][aria-invalid="true"]'))
    expect(await described(page)).toContain('EDGAR would suspend it')
    expect(await cell.getByRole('textbox').or(cell.getByRole('combobox')).getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('.cellbar').textContent()).toContain('Table I, row 2, column 3')
    expect(await page.locator('.cellbar code').textContent()).toBe('equitySwapInvolved')
    expect(await page.locator('.findings').getByRole('button', { name: 'Table I, row 2, column 3' }).count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await xmlOf(page)).toBe(before)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-key'))).toBe('code')
    await keys(page, 'q', 'Enter')
    expect(await cell.textContent(), 'closed, the cell says it itself').toContain('EDGAR would suspend it')
    await page.close()
  })

  test('nothing below the table moves when a finding comes and goes with a letter', async (context) => {
    context.skip(browser === undefined, NO_CHROMIUM)
    const page = await opened([2, 2])
    await page.locator('tr[data-at="1"] > [data-key="code"]').first().focus()
    await keys(page, 'Delete', 'Enter')
    const below = async () => (await page.getByRole('heading', { name: 'Remarks' }).boundingBox())!.y
    const at = await below()
    for (const [key, found] of [
      ['q', 1],
      ['Backspace', 1],
      ['p', 0],
      ['Backspace', 1],
    ] as const) {
      await page.keyboard.press(key)
      await page.waitForFunction((count) => document.querySelectorAll('.cellbar .finding').length === count, found)
      expect(await below(), key).toBe(at)
    }
    await page.close()
  })

  test('a finding in the list leads to its cell, and so does F8', async (context) => {
    context.skip(browser === undefined, NO_CHROMIUM)
    const page = await opened([2, 0])
    await page.locator('tr[data-at="1"] > [data-key="price"]').focus()
    await page.keyboard.press('Delete')
    const link = page.locator('.findings').getByRole('button', { name: 'Table I, row 2, column 4' }).first()
    await link.focus()
    await page.keyboard.press('Enter')
    const at = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.key)
    await page.waitForFunction(() => (document.activeElement as HTMLElement).dataset.key === 'price')
    await page.locator('tr[data-at="0"] > [data-key="securityTitle"]').focus()
    await page.keyboard.press('F8')
    await page.waitForFunction(() => (document.activeElement as HTMLElement).dataset.key === 'price')
    expect(await at()).toBe('price')
    await page.close()
  })

  test('a footnote is written at its cell', async (context) => {
    context.skip(browser === undefined, NO_CHROMIUM)
    const page = await opened([1, 0])
    await page.locator('tr[data-at="0"] > [data-key="price"]').focus()
    await page.keyboard.press('Control+m')
    await page.getByRole('dialog').waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type('Bought in one trade.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const xml = await xmlOf(page)
    expect(xml).toContain('<footnoteId id="F1"/>')
    expect(xml).toContain('<footnote id="F1">Bought in one trade.</footnote>')
    expect(await page.locator('tr[data-at="0"] > [data-key="price"]').textContent()).toContain('(1)')
    await page.waitForFunction(() => (document.activeElement as HTMLElement).dataset.key === 'price')
    await page.close()
  })

  test('where a footnote stands is told anew when its line is moved past one of another kind', async (context) => {
    context.skip(browser === undefined, NO_CHROMIUM)
    const page = await opened([1, 0])
    await page.locator('tr[data-at="0"] > [data-key="price"]').focus()
    await page.keyboard.press('Control+m')
    await page.getByRole('dialog').getByRole('textbox', { name: 'A new footnote' }).fill('Bought in one trade.')
    await page.keyboard.press('Control+Enter')
    const use = page.locator('.uses').getByRole('button', { name: 'Table I, row' })
    await use.and(page.getByText('row 1')).waitFor()
    await page.getByRole('toolbar', { name: 'Lines of Table I', exact: true }).getByText('holding').press('Enter')
    await page.locator('tr[data-at="0"] > [data-key="price"]').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await use.and(page.getByText('row 2')).waitFor()
    await page.close()
  })

  test('lines come and go, and every step is undone', async (context) => {
    context.skip(browser === undefined, NO_CHROMIUM)
    const page = await opened([2, 0])
    const before = await xmlOf(page)
    const rows = () => page.getByRole('grid').locator('tbody tr').count()
    await page.locator('tr[data-at="0"] > [data-key="securityTitle"]').focus()
    await keys(page, 'Control+d', 'Control+Enter')
    expect(await rows()).toBe(4)
    await keys(page, 'Control+Backspace', 'Control+z', 'Control+z', 'Control+z')
    expect([await rows(), await xmlOf(page)]).toEqual([2, before])
    await page.close()
  })

  test('Tab leaves a table in which no cell is open', async (context) => {
    context.skip(browser === undefined, NO_CHROMIUM)
    const page = await opened([1, 0])
    await page.locator('tr[data-at="0"] > [data-key="price"]').focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('table') === null)).toBe(true)
    await page.close()
  })
})

test('a screen reader finds the tables by name, with headings, lines and cells', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const page = await opened([1, 1])
  const grid = page.getByRole('grid', { name: /^Table I - / })
  expect(await grid.getByRole('rowheader').count()).toBe(1)
  expect(await grid.getByRole('columnheader', { name: /^1\. Title of Security/ }).count()).toBe(1)
  expect(await grid.getByRole('gridcell').count()).toBe(11)
  for (const name of ['Name (last, first, middle)', 'CIK of the issuer', 'Ticker or trading symbol'])
    expect(await page.getByRole('textbox', { name, exact: true }).count(), name).toBe(1)
  expect(await page.getByRole('checkbox', { name: 'Director', exact: true }).isChecked()).toBe(true)
  await page.close()
})

test('what will be filed is core’s page, in a frame without scripts', async (context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const page = await opened([1, 0])
  await page.getByRole('radio', { name: 'What will be filed' }).click()
  const frame = page.frameLocator('iframe.preview')
  await frame.getByText('Ordinary Shares').waitFor()
  expect(await frame.locator('body').evaluate((body) => getComputedStyle(body).maxWidth)).not.toBe('none')
  await page.close()
})

const looks = [320, 1400].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme })))

test.for(looks)('axe finds nothing, $scheme, $width px wide', async ({ width, scheme }, context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const page = await opened([2, 1], { width, scheme })
  // With objections of every kind in sight, and a cell open.
  await page.locator('tr[data-at="0"] > [data-key="code"]').first().focus()
  await page.keyboard.press('Delete')
  await page.locator('tr[data-at="1"] > [data-key="price"]').first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('x')
  await page.evaluate(axe.source)
  const found = await page.evaluate<{
    violations: { id: string; nodes: { target: string[]; html: string }[] }[]
    passes: unknown[]
  }>('axe.run(document)')
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  expect(found.passes.length).toBeGreaterThan(15)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  await page.close()
})
