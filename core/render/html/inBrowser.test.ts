import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../../tools/chromium.ts'
import { readOwnershipXml } from '../../read/index.ts'
import { renderHtml } from './renderHtml.ts'

const cases = join(import.meta.dirname, '../../../cases')
const FORMS = ['seed/form4', 'terminal/form3-none-owned', 'terminal/form4a-joint', 'terminal/form5-late']
const executablePath = findChromium()

let browser: Browser | undefined
beforeAll(async () => {
  if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
})
afterAll(() => browser?.close())

/** Runs a test on the page of a form; what the page asks the network for is an error. */
async function onPage(
  form: string,
  options: { width?: number; colorScheme?: 'light' | 'dark' },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const { document } = readOwnershipXml(readFileSync(join(cases, `${form}.xml`)))
  const { width = 1400, colorScheme = 'light' } = options
  const page = await browser!.newPage({ viewport: { width, height: 800 }, colorScheme })
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  try {
    await page.setContent(renderHtml(document!))
    await look(page)
    expect(requests).toEqual([])
  } finally {
    await page.close()
  }
}

describe.skipIf(executablePath === undefined)(`in Chromium (${NO_CHROMIUM})`, () => {
  test.each(FORMS)('%s fits 320, 480, 768 and 1400 pixels', async (form) => {
    await onPage(form, {}, async (page) => {
      for (const width of [320, 480, 768, 1400]) {
        await page.setViewportSize({ width, height: 800 })
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect([width, overflow <= 0]).toEqual([width, true])
        // At 320 pixels no table scrolls either: its rows are blocks.
        const inner = await page.evaluate(() =>
          [...document.querySelectorAll('.scroll')].map((each) => each.scrollWidth > each.clientWidth + 1),
        )
        if (width === 320) expect(inner).not.toContain(true)
      }
    })
  })

  test.each(FORMS.flatMap((form) => (['light', 'dark'] as const).map((scheme) => [form, scheme] as const)))(
    'every text of %s has a contrast of at least 4.5 to what is behind it, %s',
    async (form, colorScheme) => {
      await onPage(form, { colorScheme }, async (page) => {
        for (const width of [320, 1400]) {
          await page.setViewportSize({ width, height: 800 })
          const { least, texts, background } = await page.evaluate(contrasts)
          expect(texts).toBeGreaterThan(50)
          expect(least).toBeGreaterThanOrEqual(4.5)
          expect(background === 'rgb(255, 255, 255)').toBe(colorScheme === 'light')
        }
      })
    },
  )

  test.each(FORMS)('%s is laid out for those who hear it', async (form) => {
    await onPage(form, {}, async (page) => {
      const found = await page.evaluate(structure)
      expect(found.problems).toEqual([])
      expect(found.headers).toBeGreaterThan(3)
    })
  })

  test('a table on a phone is still a table to those who hear it', async () => {
    await onPage('terminal/form4a-joint', { width: 320 }, async (page) => {
      const client = await page.context().newCDPSession(page)
      const { nodes } = await client.send('Accessibility.getFullAXTree')
      const count = (role: string) => nodes.filter((node) => !node.ignored && node.role?.value === role).length
      expect([count('table'), count('rowheader') >= 9, count('columnheader') >= 30]).toEqual([4, true, true])
      const images = nodes.filter((node) => node.role?.value === 'image').map((node) => node.name?.value)
      expect(new Set(images)).toEqual(new Set(['checked', 'not checked']))
    })
  })

  test('printed on letter paper, landscape, dark or not', async () => {
    await onPage('terminal/form4a-joint', { colorScheme: 'dark' }, async (page) => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(pdf).toMatch(/\/MediaBox ?\[0 0 792 612\]/)
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      const { least, background } = await page.evaluate(contrasts)
      expect([least >= 7, background]).toEqual([true, 'rgb(255, 255, 255)'])
    })
  })
})

/** The least contrast of a text to its background, by the formula of WCAG 2; runs in the page. */
function contrasts(): { least: number; texts: number; background: string } {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = channels(colour).map((channel) => {
      const part = channel / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = (element: Element | null): string => {
    if (!element) return 'rgb(255, 255, 255)'
    const colour = getComputedStyle(element).backgroundColor
    return channels(colour)[3] === 0 ? behind(element.parentElement) : colour
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let least = 21
  let texts = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if ((node.textContent ?? '').trim() === '' || !node.parentElement) continue
    const [a, b] = [luminance(getComputedStyle(node.parentElement).color), luminance(behind(node.parentElement))]
    least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05))
    texts++
  }
  return { least, texts, background: getComputedStyle(document.body).backgroundColor }
}

/** What a screen reader needs and the page lacks; runs in the page. */
function structure(): { problems: string[]; headers: number } {
  const problems: string[] = []
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  const say = (isWrong: boolean, what: string) => {
    if (isWrong) problems.push(what)
  }
  say(document.documentElement.lang !== 'en', 'no language')
  say(document.title.trim() === '', 'no title')
  for (const landmark of ['body > header', 'body > main', 'body > footer']) {
    say(all(landmark).length !== 1, `not one ${landmark}`)
  }
  for (const child of document.body.children) say(!/^(HEADER|MAIN|FOOTER)$/.test(child.tagName), 'outside of landmarks')
  let level = 0
  for (const heading of all('h1,h2,h3,h4')) {
    const own = Number(heading.tagName[1])
    say(own > level + 1, `heading ${heading.textContent} skips a level`)
    say((heading.textContent ?? '').trim() === '', 'empty heading')
    level = own
  }
  say(all('h1').length !== 1, 'not one h1')
  for (const list of all('ul'))
    say(
      [...list.children].some(({ tagName }) => tagName !== 'LI'),
      'list of other than items',
    )
  for (const each of all('[role=img]')) {
    say(!each.getAttribute('aria-label'), 'image without words')
    say((each.parentElement?.textContent ?? '').trim().length < 4, 'box without label')
  }
  for (const each of all('[aria-labelledby]')) {
    say(!document.getElementById(each.getAttribute('aria-labelledby') ?? ''), 'labelled by nothing')
  }
  for (const link of all('a')) say((link.textContent ?? '').trim() === '', 'empty link')
  const headers = all('th')
  for (const header of headers) {
    say(!/^(col|row|colgroup)$/.test(header.getAttribute('scope') ?? ''), 'header without scope')
  }
  for (const table of all('table')) {
    say(!table.getAttribute('aria-labelledby'), 'table without name')
    // Every column of the body has a header above it: the spans of both rows of the heading, laid on a grid.
    const filled: boolean[][] = [[], []]
    for (const [y, row] of [...table.querySelectorAll('thead tr')].entries()) {
      for (const cell of row.querySelectorAll('th')) {
        let x = 0
        while (filled[y]![x]) x++
        for (let j = y; j < y + cell.rowSpan; j++) {
          for (let i = x; i < x + cell.colSpan; i++) filled[j]![i] = true
        }
      }
    }
    const columns = filled[0]!.length
    for (const row of table.querySelectorAll('tbody tr')) {
      const width = [...row.querySelectorAll<HTMLTableCellElement>('th,td')].reduce(
        (sum, { colSpan }) => sum + colSpan,
        0,
      )
      say(width !== columns, `row of ${width} cells below ${columns} headers`)
    }
  }
  return { problems, headers: headers.length }
}
