import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { writeOwnershipXml } from '../../core/write/index.ts'
import { bundleStand } from '../../desk/web/testing/bundle.mts'
import { serveDemonstration } from '../../desk/web/testing/demonstration.mts'
import { form4 } from '../../desk/web/testing/drafts.mts'
import type { Stand } from '../../desk/web/testing/standShape.ts'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../tools/chromium.ts'
import type { BenchOptions } from '../options.ts'
import { keepsBudget, median, missingRow, type Row, significant } from '../rows.ts'

/** At 60 frames a second. */
const FRAME_MS = 1000 / 60
const USABLE_MS = 1000
/** Lines of each table: as many as a form has room for. */
const LINES = 30
const KEYSTROKES_A_ROUND = 60
const WARM_UP = 30
/** As somebody types who types fast; long enough for what is drawn only once the keys rest. */
const KEY_EVERY_MS = 150

/** With no frame awaited, what passes until the next one is painted is work alone. */
const UNPACED = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

/** Of a keystroke: milliseconds until its frame was painted, and the findings in that frame. */
interface Painted {
  readonly taken: number
  readonly shown: number
}

interface Watched {
  stand: Stand
  /** Told by the browser without a call back into the page, which would take the page's time. */
  tellPainted: (painted: string) => void
}

type Global = typeof globalThis & Watched

/** The desk's pages in Chromium: from a key to its findings on the screen, and from an address to the work list. */
export async function desk(options: BenchOptions): Promise<Row[]> {
  const executablePath = findChromium()
  const frame = { bench: 'desk', peer: 'a frame', unit: 'ms', budget: 1, sense: 'at most' } as const
  if (executablePath === undefined) return [missingRow(frame, NO_CHROMIUM)]
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...UNPACED] })
  try {
    return [...(await keystrokes(browser, options)), await firstPage(browser, options)]
  } finally {
    await browser.close()
  }
}

/** A code typed wrong, emptied and typed right in the middle of 30 + 30 lines, each letter checked by all rules. */
async function keystrokes(browser: Browser, { rounds, ...options }: BenchOptions): Promise<Row[]> {
  const page = await editorPage(browser)
  const keys = ['q', 'Backspace', 'p', 'Backspace']
  options.progress(`${LINES} + ${LINES} lines, ${rounds} rounds of ${KEYSTROKES_A_ROUND} keystrokes`)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: 'tellPainted' satisfies keyof Watched })
  await page.evaluate(watchKeys)
  let before = Number.NaN
  const painted: Painted[] = []
  for (let i = 0; i < WARM_UP + rounds * KEYSTROKES_A_ROUND; i++) {
    if (i === WARM_UP) before = await worked()
    const key = keys[i % keys.length]!
    const told = new Promise<Painted>((resolve) => {
      session.once('Runtime.bindingCalled', ({ payload }) => resolve(JSON.parse(payload)))
    })
    await page.keyboard.down(key)
    painted.push(await told)
    await page.keyboard.up(key)
    await setTimeout(KEY_EVERY_MS)
  }
  const processorMs = significant(((await worked()) - before) / (rounds * KEYSTROKES_A_ROUND))
  await page.close()
  // In the frame of the letter itself: `Q` and nothing are objected to, `P` is not.
  const wrong = painted.findIndex(({ shown }, i) => (i % keys.length === 2 ? shown !== 0 : shown === 0))
  if (wrong >= 0) throw new Error(`keystroke ${wrong} was painted with ${painted[wrong]!.shown} findings`)
  const sorted = painted
    .slice(WARM_UP)
    .map(({ taken }) => taken)
    .sort((a, b) => a - b)
  const slow = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN
  const details = { lines: [LINES, LINES], keystrokes: sorted.length, processorMs }
  return [
    rowOf('a frame, at the median', median(sorted), FRAME_MS, 'from keydown to the findings painted', details),
    rowOf('a frame, at the 99th percentile', slow, FRAME_MS, 'from keydown to the findings painted', details),
  ]
}

async function editorPage(browser: Browser): Promise<Page> {
  const { script, style } = await bundleStand()
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
  await page.setContent('<!doctype html><html lang="en"><body><div id="root"></div></body></html>')
  await page.addStyleTag({ content: style })
  await page.addScriptTag({ content: script })
  await page.evaluate(([xml, today]) => (globalThis as Global).stand.mount(xml, today, []), [
    writeOwnershipXml(form4(LINES, LINES)),
    '2026-11-26',
  ] as const)
  await page
    .locator(`tr[data-at="${LINES / 2}"] > [data-key="code"]`)
    .first()
    .focus()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  return page
}

/** Runs in the page: after each keydown, when its frame was painted, and what that frame objects to in the open cell. */
function watchKeys(): void {
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const objected = document.querySelectorAll('.cellbar .finding').length
        // The next task begins when the frame has been laid out and painted; of this priority, before what else waits.
        void scheduler.postTask(
          () => {
            const painted: Painted = { taken: performance.now() - timeStamp, shown: objected }
            ;(globalThis as Global).tellPainted(JSON.stringify(painted))
          },
          { priority: 'user-blocking' },
        )
      }),
    true,
  )
}

/** The demonstration's work list in a browser that has nothing of it yet, the desk on the same machine. */
async function firstPage(browser: Browser, { rounds, ...options }: BenchOptions): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'section16-bench-'))
  execFileSync(process.execPath, [join(import.meta.dirname, '../../tools/web.ts')], { stdio: 'inherit' })
  options.progress('starting the demonstration')
  const { url, process: served } = await serveDemonstration(join(folder, 'data'))
  try {
    const first = await browser.newContext()
    const page = await first.newPage()
    await page.goto(url)
    await page.getByRole('textbox', { name: 'E-mail' }).fill('preparer@demonstration.example')
    await page.getByRole('textbox', { name: 'Password' }).fill('a demonstration only')
    await page.keyboard.press('Enter')
    await page.getByRole('main').getByRole('link').first().waitFor()
    const [address, storageState] = [page.url(), await first.storageState()]
    const taken: number[] = []
    for (let round = 0; round < rounds; round++) {
      const context = await browser.newContext({ storageState })
      taken.push(await usableAfter(await context.newPage(), address))
      await context.close()
    }
    return rowOf('a second', median(taken), USABLE_MS, 'from the address to the work list, its heading focused', {
      taken,
    })
  } finally {
    served.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds from the beginning of the navigation until the work list is there and the keyboard at its heading. */
async function usableAfter(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' })
  const at = await page.waitForFunction(() =>
    document.querySelector('main .work a') && document.activeElement?.tagName === 'H1' ? performance.now() : undefined,
  )
  return (await at.jsonValue()) ?? Number.NaN
}

function rowOf(peer: string, ours: number, theirs: number, note: string, details: Record<string, unknown>): Row {
  const ratio = ours / theirs
  return {
    bench: 'desk',
    peer,
    unit: 'ms',
    ours: significant(ours),
    theirs: significant(theirs),
    ratio: significant(ratio),
    budget: 1,
    sense: 'at most',
    ok: keepsBudget(ratio, 1, 'at most'),
    note,
    details,
  }
}
