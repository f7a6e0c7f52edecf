import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { StartedDesk } from './createDesk.ts'

/** Where the built pages of this package are. */
export const PAGES = join(fileURLToPath(import.meta.resolve('@section16/desk/package.json')), '../web/dist')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** What a browser may keep for ever: the name changes with the content. */
const KEPT = 'public, max-age=31536000, immutable'

interface PageFile {
  body: Uint8Array<ArrayBuffer>
  headers: Readonly<Record<string, string>>
}

/**
 * Adds the built pages of a folder to a desk. They are read once, so no path of a request is ever one of a file. Every
 * path outside the API that is no file is the first page: the pages know their own addresses. Throws where the folder
 * has no `index.html`.
 */
export function addPages({ app }: Pick<StartedDesk, 'app'>, folder: string): void {
  const files = existsSync(folder) ? filesIn(folder) : new Map<string, PageFile>()
  const first = files.get('/index.html')
  if (!first) throw new TypeError(`${folder} has no index.html: the pages are not built`)
  app.get('*', ({ req }) => {
    const { body, headers } = files.get(req.path) ?? first
    return new Response(body, { headers })
  })
}

function filesIn(folder: string): ReadonlyMap<string, PageFile> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? join(entry.parentPath, entry.name) : [],
  )
  return new Map(
    paths.map((path) => {
      const name = path.slice(folder.length).split(sep).join('/')
      const type = TYPES[extname(path)] ?? 'application/octet-stream'
      const control = name.startsWith('/assets/') ? KEPT : 'no-cache'
      const headers = { 'content-type': type, 'cache-control': control }
      return [name, { body: new Uint8Array(readFileSync(path)), headers }]
    }),
  )
}
