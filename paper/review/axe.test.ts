import axe from 'axe-core'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../tools/chromium.ts'
import type { PaperKind } from '../form/paperForm.ts'
import { inventedPaper } from './invented.mts'
import { renderReview } from './renderReview.ts'

const KINDS: PaperKind[] = ['typedText', 'html', 'scan']
const WIDTHS = [320, 1400]
const SCHEMES = ['light', 'dark'] as const

const executablePath = findChromium()
let browser: Browser | undefined

beforeAll(async () => {
  if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
})
afterAll(async () => browser?.close())

const looks = KINDS.flatMap((kind) => WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ kind, width, scheme }))))

test.for(looks)('axe finds nothing on $kind, $scheme, $width px wide', async ({ kind, width, scheme }, context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const { reading, page: sheet, image } = inventedPaper(kind)
  const html = renderReview([reading, reading], [sheet], kind === 'scan' ? [image] : [])
  // The page's own policy would keep axe out.
  const page = await browser!.newPage({ colorScheme: scheme, viewport: { width, height: 900 }, bypassCSP: true })
  await page.setContent(html)
  // Everything is to be seen: what is folded, a complaint, the current field.
  await page.evaluate(() => {
    for (const box of document.querySelectorAll('details')) box.open = true
  })
  await page.getByRole('button', { name: 'Save answers' }).click()
  await page.locator('.doubts input[type=text]').first().fill('x')
  await page.evaluate(axe.source)
  const found = await page.evaluate<{
    violations: { id: string; help: string; nodes: unknown[] }[]
    passes: unknown[]
  }>('axe.run(document, { rules: { "target-size": { enabled: true } } })')
  await page.close()
  expect(found.violations.map(({ id, help, nodes }) => `${id}: ${help} ${JSON.stringify(nodes[0])}`)).toEqual([])
  expect(found.passes.length).toBeGreaterThan(20)
})
