import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../../tools/chromium.ts'

const PAGES = ['seed', 'form3-none-owned', 'form4a-joint', 'form5-late']
const WIDTHS = [320, 1400]
const SCHEMES = ['light', 'dark'] as const

const executablePath = findChromium()
let browser: Browser | undefined

beforeAll(async () => {
  if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
})
afterAll(async () => browser?.close())

const looks = PAGES.flatMap((page) => WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ page, width, scheme }))))

test.for(looks)(
  'axe finds nothing on $page, $scheme, $width px wide',
  async ({ page: name, width, scheme }, context) => {
    context.skip(browser === undefined, NO_CHROMIUM)
    const html = readFileSync(new URL(`../../../cases/render/${name}.html`, import.meta.url), 'utf8')
    const page = await browser?.newPage({ colorScheme: scheme, viewport: { width, height: 900 } })
    await page?.setContent(html)
    await page?.evaluate(axe.source)
    const found = await page?.evaluate<{ violations: { id: string; help: string }[]; passes: unknown[] }>(
      'axe.run(document)',
    )
    await page?.close()
    expect(found?.violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([])
    expect(found?.passes.length).toBeGreaterThan(10)
  },
)
