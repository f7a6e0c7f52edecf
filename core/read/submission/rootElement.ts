import { isSpace, skipSpace } from './lines.ts'

/** Comments and processing instructions before a root; real documents have a declaration and at most a few comments. */
const MOST_PROLOG_ITEMS = 64

/** The root element of an XML document: its name without prefix, and where its `<` stands. */
interface RootElement {
  name: string
  at: number
}

/**
 * Looks for the root element at the start of [start, end): white space, declaration, comments and a DOCTYPE are
 * skipped. `undefined` where anything else comes first. No document is parsed; to recognise is enough.
 */
export function rootElementAt(text: string, start: number, end: number): RootElement | undefined {
  let at = skipSpace(text, start, end)
  for (let i = 0; i < MOST_PROLOG_ITEMS; i++) {
    const close = prologItemEnd(text, at, end)
    if (close === at) break
    at = skipSpace(text, close, end)
  }
  if (at >= end || text.charCodeAt(at) !== 60) return undefined
  const name = nameAt(text, at + 1, end)
  return name === '' ? undefined : { name, at }
}

/** Past the declaration, comment or DOCTYPE at `at`; `at` itself where none is. An unclosed one reaches to `end`. */
function prologItemEnd(text: string, at: number, end: number): number {
  if (text.startsWith('<?', at)) return past(text, '?>', at, end)
  if (text.startsWith('<!--', at)) return past(text, '-->', at, end)
  if (text.startsWith('<!', at)) return past(text, '>', at, end)
  return at
}

function past(text: string, mark: string, at: number, end: number): number {
  const found = text.indexOf(mark, at)
  return found < 0 || found + mark.length > end ? end : found + mark.length
}

function nameAt(text: string, from: number, end: number): string {
  let start = from
  let at = from
  for (; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (isSpace(unit) || unit === 62 || unit === 47) break
    if (unit === 60 || at - from > 100) return ''
    if (unit === 58) start = at + 1
  }
  return text.slice(start, at)
}
