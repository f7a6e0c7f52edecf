import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from './chromium.ts'

test('CHROME_PATH decides, even when it leads nowhere', () => {
  expect(findChromium({ CHROME_PATH: process.execPath, PATH: '/usr/bin' })).toBe(process.execPath)
  expect(findChromium({ CHROME_PATH: '/nowhere/chrome', PATH: '/usr/bin' })).toBeUndefined()
})

test('the browser starts with our flags and runs a page', async (context) => {
  const executablePath = findChromium()
  context.skip(executablePath === undefined, NO_CHROMIUM)
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  try {
    const page = await browser.newPage()
    await page.setContent('<h1>Form 4</h1>')
    expect(await page.textContent('h1')).toBe('Form 4')
  } finally {
    await browser.close()
  }
})
