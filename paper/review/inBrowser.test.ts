import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../tools/chromium.ts'
import { readAnswers } from '../answers/answers.ts'
import type { PaperKind } from '../form/paperForm.ts'
import { form } from '../understand/invented.mts'
import type { PaperReading } from '../understand/paperReading.ts'
import { understand } from '../understand/understand.ts'
import { inventedPaper } from './invented.mts'
import { renderReview } from './renderReview.ts'

const ROOT = '/ownershipDocument'
const AMOUNTS = `${ROOT}/derivativeTable/derivativeTransaction[1]/transactionAmounts`
const HASH = 'ab'.repeat(32)
const executablePath = findChromium()
const folder = mkdtempSync(join(tmpdir(), 'section16-review-'))

let browser: Browser | undefined
beforeAll(async () => {
  if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

interface Look {
  readonly kind?: PaperKind
  readonly width?: number
  readonly readings?: readonly PaperReading[]
}

/** Opens a review as a file, as a person does; what it asks the network for, and every error in it, fails the test. */
async function onReview(look: Look, use: (page: Page) => Promise<void>): Promise<void> {
  const { kind = 'scan', width = 1400 } = look
  const { reading, page: sheet, image } = inventedPaper(kind)
  const readings = look.readings ?? [reading]
  const html = renderReview(readings, [sheet], kind === 'scan' ? [image] : [], { name: 'folder/given.pdf', of: HASH })
  const file = join(folder, `${kind}.html`)
  writeFileSync(file, html)
  const page = await browser!.newPage({ viewport: { width, height: 800 } })
  const strange: string[] = []
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) strange.push(request.url())
  })
  page.on('pageerror', (error) => strange.push(error.message))
  page.on('console', (message) => strange.push(message.text()))
  try {
    await page.goto(pathToFileURL(file).href)
    await use(page)
    expect(strange).toEqual([])
  } finally {
    await page.close()
  }
}

/** The field of a path; its own answers, not a mention elsewhere. */
const fieldAt = (page: Page, path: string) => page.locator(`[data-path=${JSON.stringify(JSON.stringify(path))}]`)

/** Presses Tab until something is reached that has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`${selector} is not reached by Tab`)
}

async function saved(page: Page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

/** Whether an element can be seen in the pane of the pages. */
const isInPane = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const [box, frame] = [wanted, '.pages'].map((one) => document.querySelector(one)!.getBoundingClientRect())
    return (
      box!.top >= frame!.top && box!.bottom <= frame!.bottom && box!.left >= frame!.left && box!.right <= frame!.right
    )
  }, selector)

describe.skipIf(executablePath === undefined)(`in Chromium (${NO_CHROMIUM})`, () => {
  test('a correction is typed, a value confirmed, a question answered and all saved, by keyboard alone', async () => {
    await onReview({}, async (page) => {
      const price = fieldAt(page, `${AMOUNTS}/transactionPricePerShare`)
      await tabTo(page, `[data-path*=transactionPricePerShare] input[type=text]`)
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type('3.31')
      expect(await price.locator('input[value=other]').isChecked()).toBe(true)
      await tabTo(page, `[data-path*=underlyingSecurityShares] input[type=radio]`)
      await page.keyboard.press('Space')
      await tabTo(page, `[data-path*=aff10b5One] input[type=radio]`)
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
      expect(await page.locator('#answered').textContent()).toBe('3 of 12 answered')
      await tabTo(page, '#by')
      await page.keyboard.type('Ada Example')
      await tabTo(page, 'button')
      const { name, text } = await saved(page)
      expect(name).toBe('given.answers.json')
      const { answers, diagnostics } = readAnswers(text)
      expect(diagnostics).toEqual([])
      const on = expect.stringMatching(/^\d{4}-\d\d-\d\dT/)
      const row = `${ROOT}/derivativeTable/derivativeTransaction[1]`
      expect(answers).toEqual([
        {
          by: 'Ada Example',
          on,
          of: HASH,
          answers: {
            [`${AMOUNTS}/transactionPricePerShare`]: '3.31',
            [`${row}/underlyingSecurity/underlyingSecurityShares`]: '10000',
            [`${ROOT}/aff10b5One`]: false,
          },
        },
      ])
      expect(await page.locator('#said').textContent()).toBe('Saved as given.answers.json. Give it with --answers.')
      const again = understand(form('scan'), { answers })
      expect(again.fields.get(`${ROOT}/aff10b5One`)?.answered?.by).toBe('Ada Example')
    })
  })

  test('what cannot be an answer, or has no name to it, is not saved', async () => {
    await onReview({ kind: 'typedText' }, async (page) => {
      await page.getByRole('button', { name: 'Save answers' }).click()
      expect(await page.locator('#said').textContent()).toBe('Say who answers.')
      await page.locator('#by').fill('Ada')
      await page.getByRole('button', { name: 'Save answers' }).click()
      expect(await page.locator('#said').textContent()).toBe('Nothing is answered yet.')
      const input = fieldAt(page, `${AMOUNTS}/transactionPricePerShare`).locator('input[type=text]')
      await input.fill('$3.31')
      await page.getByRole('button', { name: 'Save answers' }).click()
      expect(await page.locator('#said').textContent()).toBe('Write it as: digits with a point.')
      expect(await input.getAttribute('aria-invalid')).toBe('true')
      expect(await input.evaluate((one) => one === document.activeElement)).toBe(true)
      await input.fill('3.31')
      expect(await input.getAttribute('aria-invalid')).toBe('false')
      await page.getByRole('button', { name: 'Save answers' }).focus()
      expect((await saved(page)).text).toContain('"3.31"')
    })
  })

  test('a field that was read without doubt, and one that is blank, are answered where they are folded', async () => {
    await onReview({ kind: 'html' }, async (page) => {
      const name = fieldAt(page, `${ROOT}/reportingOwner[1]/reportingOwnerId/rptOwnerName`)
      await name.getByText('Change').click()
      await name.locator('input[type=text]').fill('EXAMPLE ADA \u201cB\u201d')
      await page.getByText('blank in Table II, row 1').click()
      const deemed = fieldAt(page, `${ROOT}/derivativeTable/derivativeTransaction[1]/deemedExecutionDate`)
      await deemed.getByText('Change').click()
      await deemed.locator('input[type=text]').fill('2003-05-06')
      await page.locator('#by').fill('Ada')
      await page.getByRole('button', { name: 'Save answers' }).focus()
      const { answers } = readAnswers((await saved(page)).text)
      expect(Object.values(answers[0]!.answers)).toEqual(['EXAMPLE ADA \u201cB\u201d', '2003-05-06'])
    })
  })

  test('of two forms each has its own answers', async () => {
    const { reading } = inventedPaper('pdf')
    await onReview({ kind: 'pdf', readings: [reading, reading] }, async (page) => {
      const price = fieldAt(page, `${AMOUNTS}/transactionPricePerShare`)
      await price.first().locator('input[type=text]').fill('1')
      await price.last().locator('input[type=text]').fill('2')
      await page.locator('#by').fill('Ada')
      await page.getByRole('button', { name: 'Save answers' }).focus()
      const { answers } = readAnswers((await saved(page)).text)
      expect(answers.map(({ form: number, answers: said }) => [number, Object.values(said)])).toEqual([
        [1, ['1']],
        [2, ['2']],
      ])
    })
  })

  test.each([320, 1400])('at %i pixels a field in focus shows its place, and a place its field', async (width) => {
    await onReview({ kind: 'typedText', width }, async (page) => {
      const price = fieldAt(page, `${AMOUNTS}/transactionPricePerShare`)
      await price.locator('input').first().focus()
      expect(await price.getAttribute('aria-current')).toBe('true')
      expect(await page.locator('.mark[aria-current]').count()).toBe(1)
      expect(await isInPane(page, '.mark[aria-current]')).toBe(true)

      await page
        .locator('.mark', { hasText: '' })
        .and(page.getByRole('link', { name: /^Title of Security/ }))
        .click()
      const title = fieldAt(page, `${ROOT}/derivativeTable/derivativeTransaction[1]/securityTitle`)
      expect(await title.getAttribute('aria-current')).toBe('true')
      expect(await price.getAttribute('aria-current')).toBe(null)
      expect(await title.evaluate((one) => one.contains(document.activeElement))).toBe(true)
      const box = await title.boundingBox()
      expect(box!.y >= 0 && box!.y + box!.height <= 800).toBe(true)

      await title.getByRole('link').click()
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'Title of Security: Option',
      )
      await page.keyboard.press('Enter')
      expect(await title.evaluate((one) => one.contains(document.activeElement))).toBe(true)
    })
  })

  test('a place of several fields leads to one after the other', async () => {
    await onReview({ kind: 'scan' }, async (page) => {
      const mark = page.getByRole('link', { name: /^Issuer Name/ })
      await mark.click()
      expect(await fieldAt(page, `${ROOT}/issuer/issuerName`).getAttribute('aria-current')).toBe('true')
      await mark.click()
      expect(await fieldAt(page, `${ROOT}/issuer/issuerTradingSymbol`).getAttribute('aria-current')).toBe('true')
      await mark.click()
      expect(await fieldAt(page, `${ROOT}/issuer/issuerName`).getAttribute('aria-current')).toBe('true')
    })
  })

  test.each<PaperKind>(['typedText', 'html', 'pdf', 'scan'])('a mark of %s lies over its words', async (kind) => {
    await onReview({ kind }, async (page) => {
      // Of the picture the words are not known to the page: there the shares of the page are compared.
      const found = await page.evaluate(() => {
        const mark = document.querySelector('.mark[aria-label^="Price"]')!.getBoundingClientRect()
        const sheet = document.querySelector('.sheet')!.getBoundingClientRect()
        const words = [...document.querySelectorAll('.sheet text, .sheet span')].find(
          (one) => one.textContent === '$33,100',
        )
        const box = words?.getBoundingClientRect()
        const overlap = (a: DOMRect, b: DOMRect) =>
          Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
          Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
        return {
          covered: box && overlap(mark, box) / (box.width * box.height),
          left: (mark.left - sheet.left) / sheet.width,
          top: (mark.top - sheet.top) / sheet.height,
        }
      })
      if (kind === 'scan') {
        expect(found.left).toBeCloseTo((7 * 13) / 120, 2)
        expect(found.top).toBeCloseTo(20 / 44, 2)
      } else expect(found.covered).toBeGreaterThan(0.8)
    })
  })

  test.each<PaperKind>(['typedText', 'html', 'scan'])(
    '%s fits 320 to 1400 pixels; only the pages scroll',
    async (kind) => {
      await onReview({ kind }, async (page) => {
        for (const width of [320, 480, 768, 1024, 1400]) {
          await page.setViewportSize({ width, height: 800 })
          await page.evaluate(() => {
            for (const box of document.querySelectorAll('details')) box.open = true
          })
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect([width, overflow <= 0]).toEqual([width, true])
        }
      })
    },
  )
})
