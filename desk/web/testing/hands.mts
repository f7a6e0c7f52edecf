/** A person at the desk who has a keyboard and a screen reader, no mouse and no eyes. */
import { basename } from 'node:path'
import type { CDPSession, FileChooser, Page } from 'playwright-core'

/** A desk on a busy machine takes its time; EDGAR's decision too. */
const PATIENCE_MS = 60_000

/** What a screen reader says of a thing: `button`, `File it`. */
interface Told {
  readonly role: string
  readonly name: string
}

export interface Hands {
  /** Keys pressed until now: each letter one, Ctrl+S two. */
  keystrokes: () => number
  press: (...keys: string[]) => Promise<void>
  type: (text: string) => Promise<void>
  /** Waits until the keyboard is at what a screen reader calls so. */
  at: (role: string, name: string | RegExp) => Promise<void>
  /** Presses a key until the keyboard is there, at most so often. */
  until: (key: string, role: string, name: string | RegExp, most: number) => Promise<void>
  /** Tab until it is there: one where the next thing to do is one Tab away. */
  tabTo: (role: string, name: string | RegExp, most?: number) => Promise<void>
  /** Opens the file chooser of the field that the keyboard is at, and types the file's name into it. */
  choose: (path: string) => Promise<void>
}

/** `isWhole` is asked after every step: whether all of the page can be reached and read. It rejects where not. */
export async function handsOn(page: Page, isWhole: () => Promise<void>): Promise<Hands> {
  const session = await page.context().newCDPSession(page)
  // Listened for from the beginning: the browser takes a moment to hand its choosers over.
  let chosen: ((chooser: FileChooser) => void) | undefined
  page.on('filechooser', (chooser) => chosen?.(chooser))
  let count = 0
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      count += key.split('+').length
      await page.keyboard.press(key)
    }
  }
  const type = async (text: string) => {
    count += text.length
    await page.keyboard.type(text)
  }
  const at = async (role: string, name: string | RegExp) => {
    const end = Date.now() + PATIENCE_MS
    let told = await focused(session)
    while (!isIt(told, role, name)) {
      if (Date.now() > end) throw new Error(`the keyboard is at ${words(told)}, not at ${role} ${name}`)
      await new Promise((resolve) => setTimeout(resolve, 30))
      told = await focused(session)
    }
    await isWhole()
  }
  const until = async (key: string, role: string, name: string | RegExp, most: number) => {
    const passed: string[] = []
    for (let i = 0; i < most; i++) {
      await press(key)
      const told = await focused(session)
      if (isIt(told, role, name)) return isWhole()
      passed.push(words(told))
    }
    throw new Error(`${most} times ${key} led to ${passed.join(', ')}, not to ${role} ${name}`)
  }
  const choose = async (path: string) => {
    const opened = new Promise<FileChooser>((resolve) => {
      chosen = resolve
    })
    await press('Enter')
    const chooser = await opened
    // The chooser is the system's and open in its folder: the name and Enter are typed there.
    count += basename(path).length + 1
    await chooser.setFiles(path)
  }
  return {
    keystrokes: () => count,
    press,
    type,
    at,
    until,
    tabTo: (role, name, most = 1) => until('Tab', role, name, most),
    choose,
  }
}

const words = ({ role, name }: Told) => `${role} “${name}”`

function isIt(told: Told, role: string, name: string | RegExp): boolean {
  return told.role === role && (typeof name === 'string' ? told.name === name : name.test(told.name))
}

/** What has the focus, as the accessibility tree has it. */
async function focused(session: CDPSession): Promise<Told> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' })
  const nothing = { nodes: [] }
  const { nodes } =
    result.objectId === undefined
      ? nothing
      : await session
          .send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false })
          .catch(() => nothing)
  return { role: String(nodes[0]?.role?.value ?? 'none'), name: String(nodes[0]?.name?.value ?? '') }
}

/**
 * Rejects where something is beside the window or cut off, or what has the focus is out of sight. A table may be wider
 * than its window in a scroller of its own.
 */
export async function unlessWhole(page: Page): Promise<void> {
  const complaints = await page.evaluate(() => {
    const found: string[] = []
    const wide = document.documentElement.scrollWidth
    if (wide > innerWidth) found.push(`the page is ${wide} px wide in a window of ${innerWidth}`)
    const { activeElement: at } = document
    const box = at!.getBoundingClientRect()
    const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    // A heading to which the page was just opened may be above; the page begins there.
    if (at !== document.body && !isSeen) found.push(`out of sight: ${at!.outerHTML.slice(0, 200)}`)
    // What is typed scrolls within its own field.
    for (const one of document.querySelectorAll<HTMLElement>(':is(main, header) :not(input, textarea)')) {
      const { overflowX } = getComputedStyle(one)
      const isCut = (overflowX === 'hidden' || overflowX === 'clip') && one.clientWidth > 1
      if (isCut && one.scrollWidth > one.clientWidth) found.push(`cut off: ${one.outerHTML.slice(0, 200)}`)
    }
    return found
  })
  if (complaints.length > 0) throw new Error(complaints.join('\n'))
}
