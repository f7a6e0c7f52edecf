/**
 * The browser that tests drive. Playwright's own download is not used: Debian's package is enough, and on a
 * developer's machine an installed Chrome is.
 *
 *     test('draws the form', async (context) => {
 *       const chromium = findChromium()
 *       context.skip(chromium === undefined, NO_CHROMIUM)
 *       const browser = await playwright.launch({ executablePath: chromium, args: CHROMIUM_FLAGS })
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
const APT = '/usr/bin/apt-get'

/** Why a test that needs the browser was skipped. */
export const NO_CHROMIUM = 'needs Chromium: apt-get install -y chromium, or CHROME_PATH=...'

/** Flags with which Chromium starts anywhere, as root and in containers too, and calls nobody. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** The path of a Chromium or Chrome: CHROME_PATH if set (even if it leads nowhere: then none), else the usual places. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const asked = env.CHROME_PATH
  if (asked !== undefined && asked !== '') return existsSync(asked) ? asked : undefined
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES].find((p) => existsSync(p))
}

/**
 * Makes sure that there is a browser, if that can be done without asking anybody: as root on Debian its package is
 * installed (once, about a minute). Returns what a person should read, or undefined when there is nothing to say.
 */
export function provideChromium(): string | undefined {
  if (findChromium() !== undefined) return undefined
  if (process.env.CHROME_PATH)
    return `no browser at CHROME_PATH (${process.env.CHROME_PATH}); tests needing it are skipped`
  if (!existsSync(APT)) return 'no Chromium or Chrome found (set CHROME_PATH to its path); tests needing it are skipped'
  if (process.getuid?.() !== 0)
    return 'no Chromium found; tests needing it are skipped. To install it: sudo apt-get install -y chromium'
  console.log('installing Chromium for the browser tests (once, about a minute) ...')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status, stderr } = spawnSync(APT, ['-qq', ...args], { env, encoding: 'utf8' })
    if (status !== 0) return `apt-get ${args.join(' ')} failed; browser tests are skipped.\n${stderr}`
  }
  return findChromium() === undefined ? 'Chromium was installed but is not found; browser tests are skipped' : undefined
}
