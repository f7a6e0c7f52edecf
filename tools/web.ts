/**
 * The desk's pages, from `desk/web` to the plain files of `desk/web/dist` that the desk serves. Part of every build: where
 * nothing changed that they are made of (sources, the built core, what is installed) it only looks and is done.
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache, root } from './repository.ts'

const pages = join(root, 'desk/web')
const dist = join(pages, 'dist')
const stamp = join(cache, 'web.sha256')

/** Everything that the pages are made of; what is only tested with is no part of them. */
const SOURCES = [
  'tools/web.ts',
  'package-lock.json',
  'core/dist/**/*.js',
  'desk/web/index.html',
  'desk/web/**/*.{ts,tsx,css}',
]

function wanted(): string {
  const hash = createHash('sha256')
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root, exclude: ['desk/web/dist/**'] }))
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Builds the pages if they are not what their sources say. */
async function buildWeb(): Promise<void> {
  const hash = wanted()
  if (existsSync(join(dist, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  // Loaded when there is something to do: a third of a second.
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')])
  await build({
    root: pages,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: dist,
      emptyOutDir: true,
      target: 'es2024',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  })
  mkdirSync(cache, { recursive: true })
  writeFileSync(stamp, hash)
}

// What is built is for use, whoever asks: React has another build for tests.
process.env.NODE_ENV = 'production'
await buildWeb()
