import { skipSpace } from './lines.ts'
import { rootElementAt } from './rootElement.ts'
import { PEM_BEGIN } from './wrapper.ts'

/**
 * What a text is, as far as its start tells.
 *
 * - `submission`: a full submission, a feed file, a header alone: give it to `readSubmission`
 * - `ownershipXml`: a bare ownership document
 * - `edgarSubmission`: the wrapper that filers send (submission.md section 2), and that of other forms
 * - `xml`: any other XML
 * - `refusal`: the SEC's page or XML answer that says no; nothing was downloaded
 * - `html`: any other page, the SEC's rendering of a form among them
 * - `empty`: nothing but white space
 * - `other`: none of these: typed text, JSON, bytes
 */
export type SourceKind =
  | 'submission'
  | 'ownershipXml'
  | 'edgarSubmission'
  | 'xml'
  | 'refusal'
  | 'html'
  | 'empty'
  | 'other'

/** What a full submission, or a header alone, begins with. */
const SUBMISSION_STARTS = [
  '<SEC-DOCUMENT>',
  '<IMS-DOCUMENT>',
  '<SEC-HEADER>',
  '<IMS-HEADER>',
  '<SUBMISSION>',
  '<DOCUMENT>',
  '<ACCEPTANCE-DATETIME>',
  '<ACCESSION-NUMBER>',
  'ACCESSION NUMBER:',
  PEM_BEGIN,
]

/** What the SEC's refusals say (dissemination.md section 6). Their pages are under 5 kB. */
const REFUSALS = ['Undeclared Automated Tool', 'Request Rate Threshold Exceeded', '<Code>AccessDenied</Code>']
const REFUSAL_REACH = 16_384

/** What pages, and parts of pages saved as files, begin with. */
const HTML_ROOTS = new Set('html head body title meta center div p font table pre h1 h2 h3 b'.split(' '))

/** Recognises a text by its start; it is not checked any further. A byte order mark and white space may come first. */
export function detectSource(text: string): SourceKind {
  const at = skipSpace(text, 0, text.length)
  if (at === text.length) return 'empty'
  if (SUBMISSION_STARTS.some((start) => text.startsWith(start, at))) return 'submission'
  if (text.charCodeAt(at) !== 60) return 'other'
  const root = rootElementAt(text, at, text.length)?.name.toLowerCase()
  if (root === 'ownershipdocument') return 'ownershipXml'
  if (root === 'edgarsubmission') return 'edgarSubmission'
  const isHtml = HTML_ROOTS.has(root ?? '') || text.slice(at, at + 14).toLowerCase() === '<!doctype html'
  if ((isHtml || root === 'error') && isRefusal(text)) return 'refusal'
  if (isHtml) return 'html'
  return root === undefined ? 'other' : 'xml'
}

function isRefusal(text: string): boolean {
  const start = text.slice(0, REFUSAL_REACH)
  return REFUSALS.some((words) => start.includes(words))
}
