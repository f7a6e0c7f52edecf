/** From the demonstration that `npm start` serves to the accepted form: by the keyboard alone, in every size. */
import { type ChildProcess, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../tools/chromium.ts'
import { serveDemonstration } from './testing/demonstration.mts'
import { handsOn, unlessWhole } from './testing/hands.mts'
import { goTheWholeWay } from './testing/wholeWay.mts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'section16-keyboard-'))
const ATTESTATION = join(folder, 'attestation.pdf')

/** No person types faster for long. */
const KEYS_A_SECOND = 4

/** What the way took when it was last made shorter; 190 of them are e-mail addresses and passwords. */
const MOST_KEYSTROKES = 296

// A browser and a desk on a busy machine take their time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 })

const executablePath = findChromium()
let browser: Browser | undefined
const running: ChildProcess[] = []

beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'tools/web.ts')], { stdio: 'inherit' })
  writeFileSync(ATTESTATION, '%PDF-1.7 signed by hand')
  if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
})
afterAll(async () => {
  await browser?.close()
  for (const desk of running) desk.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

const LOOKS = [
  { name: 'on a desk', width: 1280, height: 800, scale: 1 },
  { name: 'at 200 % zoom', width: 640, height: 400, scale: 2 },
  { name: 'on a telephone', width: 320, height: 640, scale: 2 },
] as const

test.concurrent.for(LOOKS)(
  'from the draft to the accepted form by the keyboard alone, $name',
  async (look, context) => {
    context.skip(browser === undefined, NO_CHROMIUM)
    const { name, width, height, scale } = look
    const desk = await serveDemonstration(join(folder, name))
    running.push(desk.process)
    const own = await browser!.newContext({ viewport: { width, height }, deviceScaleFactor: scale })
    const page = await own.newPage()
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    const began = performance.now()
    await page.goto(desk.url)
    const hands = await handsOn(page, () => unlessWhole(page))
    const number = await goTheWholeWay(page, hands, ATTESTATION)
    const seconds = (performance.now() - began) / 1000
    const count = hands.keystrokes()
    const minutes = (seconds + count / KEYS_A_SECOND) / 60
    console.log(
      `${name}: ${count} keystrokes; the desk and EDGAR took ${seconds.toFixed(0)} s, with typing ${minutes.toFixed(1)} minutes`,
    )
    expect(complaints).toEqual([])
    expect(number).toMatch(/^\d{10}-\d\d-\d{6}$/)
    expect(count).toBeLessThanOrEqual(MOST_KEYSTROKES)
    await own.close()
  },
)
