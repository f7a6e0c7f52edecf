import { Parser } from 'htmlparser2'
import type { House, HtmlPage } from './blocks.ts'
import { Builder } from './builder.ts'
import { HTML_LIMITS, type HtmlLimit } from './limits.ts'

/**
 * The blocks of an HTML page: lines of running text and tables whose cells hold blocks again. White space is one blank,
 * entities are resolved, what is not shown is left out. Without `page`, `beyond` is the limit that the source exceeds.
 */
export function parseHtml(html: string): { page?: HtmlPage; beyond?: HtmlLimit } {
  if (html.length > HTML_LIMITS.characters) return { beyond: 'characters' }
  const house = houseOf(html)
  const builder = new Builder(house)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      onclosetag: (name) => builder.close(name),
      ontext: (text) => builder.text(text),
    },
    { decodeEntities: true },
  )
  for (let at = 0; at < html.length && builder.beyond === undefined; at += CHUNK)
    parser.write(html.slice(at, at + CHUNK))
  parser.end()
  if (builder.beyond !== undefined) return { beyond: builder.beyond }
  return { page: { house, title: builder.title.replace(/\s+/g, ' ').trim(), blocks: builder.finish() } }
}

/** Characters between two looks at the limits. */
const CHUNK = 65_536

function houseOf(html: string): House {
  if (html.includes('aria-labelledby="table-I"')) return 'ours'
  return /class="(?:Small)?FormData"/.test(html) && /<title>\s*SEC\s+FORM/i.test(html) ? 'edgar' : 'other'
}
