import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../tools/chromium.ts'

/** What the bundle puts into a page. */
type Section16 = typeof import('./read/index.ts') & typeof import('./write/index.ts')

/** What a page needs to read a filing and write it: the entry points of reading and of writing, all of them. */
const READ_AND_WRITE = `
  export * from './dist/read/index.js'
  export * from './dist/write/index.js'
`
const MOST_GZIPPED = 60 * 1024

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'section16',
    platform: 'browser',
    target: 'es2022',
    write: false,
  })
  return (outputFiles[0] as { text: string }).text
}

test('reading and writing are at most 60 kB gzipped, everything included', async () => {
  const size = gzipSync(await bundle(READ_AND_WRITE), { level: 9 }).length
  console.log(`reading and writing for a page: ${(size / 1024).toFixed(1)} kB gzipped`)
  expect(size).toBeLessThanOrEqual(MOST_GZIPPED)
})

test('a page that needs one small thing of core carries no more', async () => {
  const code = await bundle(`import { parseCik } from './dist/index.js'; console.log(parseCik('320193'))`)
  expect(code.length).toBeLessThan(1000)
})

test('a page reads a filing and writes it back, without a request and without a change to its globals', async (context) => {
  const executablePath = findChromium()
  context.skip(executablePath === undefined, NO_CHROMIUM)
  const code = await bundle(READ_AND_WRITE)
  const source = readFileSync(new URL('../cases/seed/form4.xml', import.meta.url), 'utf8')
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  try {
    const page = await browser.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.setContent('<title>section16</title>')
    const globals =
      'JSON.stringify([Object.keys(globalThis), [Object, Array, String, Uint8Array].map((c) => Reflect.ownKeys(c.prototype).map(String))])'
    const before = await page.evaluate(globals)
    await page.addScriptTag({ content: code })
    const after = await page.evaluate(globals)
    const result = await page.evaluate((xml) => {
      const { readOwnershipXml, readFilingJson, toFilingJson, writeOwnershipXml } = (
        globalThis as unknown as { section16: Section16 }
      ).section16
      const read = readOwnershipXml(new TextEncoder().encode(xml))
      const json = JSON.stringify(toFilingJson(read.document!))
      return {
        outcome: read.outcome,
        shares: String(read.document!.derivativeTable.rows[0]!.amounts.shares.value),
        xml: writeOwnershipXml(readFilingJson(JSON.parse(json)).document!),
      }
    }, source)
    expect(result).toEqual({ outcome: 'read', shares: '10000', xml: source })
    expect(String(after).replace('"section16",', '').replace(',"section16"', '')).toBe(before)
    expect(requests).toEqual([])
  } finally {
    await browser.close()
  }
})
