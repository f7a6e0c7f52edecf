/** A reader of HTML for tests: enough for our own pages and for those that EDGAR makes. Not for pages of others. */
export interface HtmlElement {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (HtmlElement | string)[]
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta'])
const RAW = new Set(['style', 'script'])

/**
 * The tree of a page. `problems` are what a strict reader would stumble over: an end tag that closes nothing, an element
 * that is never closed, a `<` or `&` that is no markup.
 */
export function parseHtml(html: string): { root: HtmlElement; problems: string[] } {
  const root: HtmlElement = { tag: '', attributes: new Map(), children: [] }
  const problems: string[] = []
  const open = [root]
  const markup =
    /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi
  let at = 0
  const text = (until: number) => {
    const raw = html.slice(at, until)
    if (raw.includes('<') || /&(?![a-z]+;|#\d+;)/i.test(raw)) problems.push(`no markup: ${raw.slice(0, 60)}`)
    if (raw !== '') open.at(-1)!.children.push(resolve(raw))
  }
  for (let found = markup.exec(html); found; found = markup.exec(html)) {
    text(found.index)
    at = markup.lastIndex
    const tag = found[2]?.toLowerCase()
    if (tag === undefined) continue
    if (found[1] === '/') {
      const depth = open.findLastIndex((element) => element.tag === tag)
      if (depth !== open.length - 1) problems.push(`</${tag}> at ${found.index}`)
      if (depth > 0) open.length = depth
      continue
    }
    const element = { tag, attributes: attributesOf(found[3] ?? ''), children: [] as (HtmlElement | string)[] }
    open.at(-1)!.children.push(element)
    if (RAW.has(tag)) {
      const end = html.indexOf(`</${tag}`, at)
      element.children.push(html.slice(at, end))
      at = html.indexOf('>', end) + 1
      markup.lastIndex = at
    } else if (!VOID.has(tag)) open.push(element)
  }
  text(html.length)
  for (const { tag } of open.slice(1)) problems.push(`<${tag}> is never closed`)
  return { root, problems }
}

function attributesOf(text: string): Map<string, string> {
  const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g
  return new Map(
    [...text.matchAll(attribute)].map(([, name = '', a, b, c]) => [name.toLowerCase(), resolve(a ?? b ?? c ?? '')]),
  )
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

function resolve(text: string): string {
  return text.replace(/&(?:#(\d+)|([a-z]+));/gi, (reference, number, name) =>
    number === undefined ? (NAMED[name] ?? reference) : String.fromCodePoint(Number(number)),
  )
}

/** All elements below one that are asked for, in the order of the page. */
export function findAll(element: HtmlElement, is: (element: HtmlElement) => boolean): HtmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(is(child) ? [child] : []), ...findAll(child, is)],
  )
}

export const byTag =
  (...tags: string[]) =>
  (element: HtmlElement): boolean =>
    tags.includes(element.tag)

export const byClass =
  (...names: string[]) =>
  (element: HtmlElement): boolean =>
    (element.attributes.get('class') ?? '').split(' ').some((name) => names.includes(name))

/** The text of an element, white space of any kind one blank; style and script have none. */
export function textOf(element: HtmlElement): string {
  return rawText(element).replace(/\s+/g, ' ').trim()
}

function rawText({ tag, children }: HtmlElement): string {
  if (RAW.has(tag)) return ''
  if (tag === 'br') return '\n'
  return children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('')
}
