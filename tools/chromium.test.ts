import { expect, test } from 'vitest'
import { findChromium } from './chromium.ts'

test('CHROME_PATH decides, even when it leads nowhere', () => {
  expect(findChromium({ CHROME_PATH: process.execPath, PATH: '/usr/bin' })).toBe(process.execPath)
  expect(findChromium({ CHROME_PATH: '/nowhere/chrome', PATH: '/usr/bin' })).toBeUndefined()
})
