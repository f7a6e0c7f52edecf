import axe from 'axe-core'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../tools/chromium.ts'
import type { PaperKind } from '../form/paperForm.ts'
import { inventedPaper } from './invented.mts'
import { renderReview } from './renderReview.ts'

/** Each kind of sheet in both schemes and at both widths, but not in every combination: axe takes its time. */
const LOOKS: { kind: PaperKind; scheme: 'light' | 'dark'; width: number }[] = [
  { kind: 'typedText', scheme: 'light', width: 320 },
  { kind: 'typedText', scheme: 'dark', width: 320 },
  { kind: 'typedText', scheme: 'light', width: 1400 },
  { kind: 'typedText', scheme: 'dark', width: 1400 },
  { kind: 'html', scheme: 'dark', width: 320 },
  { kind: 'html', scheme: 'light', width: 1400 },
  { kind: 'scan', scheme: 'light', width: 320 },
  { kind: 'scan', scheme: 'dark', width: 1400 },
]

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { html: string }[]
}

const executablePath = findChromium()
let browser: Browser | undefined

beforeAll(async () => {
  if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
})
afterAll(async () => browser?.close())

test.for(LOOKS)(
  'axe finds nothing on $kind, $scheme, $width px wide',
  { timeout: 60_000 },
  async ({ kind, width, scheme }, context) => {
    context.skip(browser === undefined, NO_CHROMIUM)
    const { reading, page: sheet, image } = inventedPaper(kind)
    const html = renderReview([reading], [sheet], kind === 'scan' ? [image] : [])
    // The page's own policy would keep axe out.
    const page = await browser!.newPage({ colorScheme: scheme, viewport: { width, height: 900 }, bypassCSP: true })
    await page.setContent(html)
    // Something of everything is to be seen: what is folded, a complaint, the current field.
    await page.evaluate(() => {
      for (const box of [...document.querySelectorAll('details')].slice(0, 8)) box.open = true
    })
    await page.getByRole('button', { name: 'Save answers' }).click()
    await page.locator('.doubts input[type=text]').first().fill('x')
    await page.evaluate(axe.source)
    const found = await page.evaluate<{ violations: Violation[]; passes: unknown[] }>(
      'axe.run(document, { rules: { "target-size": { enabled: true } } })',
    )
    await page.close()
    const complaints = found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html: at }) => ({ id, help, at })),
    )
    // A mark is as large as the words below it, which is of its essence (WCAG 2.2, 2.5.8).
    expect(complaints.filter(({ id, at }) => !(id === 'target-size' && at.startsWith('<a class="mark')))).toEqual([])
    expect(found.passes.length).toBeGreaterThan(20)
  },
)
