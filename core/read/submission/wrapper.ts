import type { Diagnostic } from '../../model/diagnostic.ts'
import type { PemHeader, SubmissionWrapper } from '../../model/submission.ts'
import { lineEnd, skipBlanks, skipLineEnd, skipSpace, trimmed } from './lines.ts'
import { report } from './report.ts'

export const PEM_BEGIN = '-----BEGIN PRIVACY-ENHANCED MESSAGE-----'
const PEM_END = '-----END PRIVACY-ENHANCED MESSAGE-----'

/** Tags around header and documents, outermost first. Those of 1993 to 1995 say IMS for SEC. */
const DOCUMENT_TAGS = ['<SEC-DOCUMENT>', '<IMS-DOCUMENT>', '<SUBMISSION>']
const HEADER_TAGS = ['<SEC-HEADER>', '<IMS-HEADER>']
/** What ends the header: its own closing tag, the first document, or the end of everything. */
const HEADER_ENDS = [
  '</SEC-HEADER>',
  '</IMS-HEADER>',
  '<DOCUMENT>',
  '</SEC-DOCUMENT>',
  '</IMS-DOCUMENT>',
  '</SUBMISSION>',
]

const BLANK = 32
const TAB = 9
const HYPHEN = 45
const OPEN = 60

/** The wrapper, and where the header's lines are, its own tag left out. */
interface ReadWrapper {
  wrapper: SubmissionWrapper
  headerStart: number
  headerEnd: number
}

/** Reads what is around the header (dissemination.md sections 2.1 and 2.2). */
export function readWrapper(text: string, diagnostics: Diagnostic[]): ReadWrapper {
  const first = skipSpace(text, 0, text.length)
  const pem = text.startsWith(PEM_BEGIN, first)
  const wrapper: SubmissionWrapper = {
    root: undefined,
    documentLine: undefined,
    headerLine: undefined,
    pem,
    pemHeaders: [],
  }
  let at = pem ? readPemHeaders(text, first, wrapper.pemHeaders) : first
  if (pem && !text.includes(PEM_END, at)) report(diagnostics, 'R209', first)

  const documentTag = DOCUMENT_TAGS.find((tag) => text.startsWith(tag, at))
  if (documentTag !== undefined) {
    const to = lineEnd(text, at, text.length)
    wrapper.root = bare(documentTag)
    wrapper.documentLine = trimmed(text, at + documentTag.length, to) || undefined
    at = skipSpace(text, to, text.length)
  }
  const headerTag = HEADER_TAGS.find((tag) => text.startsWith(tag, at))
  if (headerTag !== undefined) {
    const to = lineEnd(text, at, text.length)
    wrapper.root ??= bare(headerTag)
    wrapper.headerLine = trimmed(text, at + headerTag.length, to) || undefined
    at = skipLineEnd(text, to, text.length)
  }
  return { wrapper, headerStart: at, headerEnd: headerEnd(text, at) }
}

function bare(tag: string): string {
  return tag.slice(1, -1)
}

/** The first line at or behind `start` that begins with something that ends a header. */
function headerEnd(text: string, start: number): number {
  for (let at = start; at < text.length; ) {
    const first = skipBlanks(text, at, text.length)
    const unit = text.charCodeAt(first)
    if (unit === OPEN && HEADER_ENDS.some((tag) => text.startsWith(tag, first))) return at
    if (unit === HYPHEN && text.startsWith(PEM_END, first)) return at
    at = skipLineEnd(text, lineEnd(text, at, text.length), text.length)
  }
  return text.length
}

/**
 * The mail headers up to the empty line. Returns the offset of what follows it.
 *
 * ```
 * Originator-Key-Asymmetric:
 *  MFgwCgYEVQgBAQICAf8DSgAw      a line that begins with a blank goes on with the value above
 * ```
 */
function readPemHeaders(text: string, from: number, headers: PemHeader[]): number {
  let at = skipLineEnd(text, lineEnd(text, from, text.length), text.length)
  while (at < text.length) {
    const to = lineEnd(text, at, text.length)
    if (to === at || text.charCodeAt(at) === OPEN) break
    const unit = text.charCodeAt(at)
    const last = headers.at(-1)
    if ((unit === BLANK || unit === TAB) && last !== undefined) last.value += trimmed(text, at, to)
    else {
      const [name = '', ...value] = text.slice(at, to).split(':')
      headers.push({ name: name.trim(), value: value.join(':').trim() })
    }
    at = skipLineEnd(text, to, text.length)
  }
  return skipSpace(text, at, text.length)
}
