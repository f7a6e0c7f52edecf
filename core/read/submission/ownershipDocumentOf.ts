import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Submission, SubmissionDocument } from '../../model/submission.ts'
import { skipLineEnd, skipSpace } from './lines.ts'
import { report } from './report.ts'
import { rootElementAt } from './rootElement.ts'

const ROOT = 'ownershipDocument'
const OWNERSHIP_TYPES = new Set(['3', '3/A', '4', '4/A', '5', '5/A'])

/** Where an ownership document's XML stands in the text of a submission. */
export interface OwnershipXml {
  start: number
  end: number
}

/** The ownership document of a submission, or why there is none. */
export interface FoundOwnershipDocument {
  found: (OwnershipXml & { document: SubmissionDocument }) | undefined
  diagnostics: Diagnostic[]
}

/**
 * The document that holds the ownership XML: by its content, and by its type (3, 4, 5 and their amendments) where
 * several do; never by its name, which is free (dissemination.md section 1). `undefined` with R222 for a filing on
 * paper (typed text or HTML, before the middle of 2003), with R223 where no such document is there at all.
 */
export function ownershipDocumentOf(text: string, submission: Submission): FoundOwnershipDocument {
  const diagnostics: Diagnostic[] = []
  const holders = submission.documents.filter((document) => holdsOwnershipXml(text, document))
  const ofType = holders.filter(isOwnershipType)
  const document = ofType[0] ?? holders[0]
  if (document === undefined) {
    reportMissing(text, submission, diagnostics)
    return { found: undefined, diagnostics }
  }
  if ((ofType.length || holders.length) > 1) {
    const number = submission.documents.indexOf(document) + 1
    report(diagnostics, 'R221', document.offset, { count: ofType.length || holders.length, document: number })
  }
  const { formType } = submission
  if (ofType.length === 0) report(diagnostics, 'R224', document.offset, { type: document.type })
  else if (formType !== undefined && formType !== document.type) {
    report(diagnostics, 'R225', document.offset, { header: formType, document: document.type })
  }
  const start = skipSpace(text, document.xmlStart ?? document.start, document.end)
  return { found: { document, start, end: document.xmlEnd ?? document.end }, diagnostics }
}

/**
 * The same XML for bulk readers, without reading header or documents: the first ownership document that stands where
 * `<XML>`, `<TEXT>` or the text itself begins. `undefined` where it is not so simple or there is none; then ask
 * `readSubmission` and `ownershipDocumentOf`, which also say why. Works on a bare XML document too.
 */
export function locateOwnershipXml(text: string): OwnershipXml | undefined {
  const root = text.indexOf(`<${ROOT}`)
  if (root < 0) return undefined
  const start = skipSpace(text, prologStart(text, root), root)
  const element = rootElementAt(text, start, text.length)
  if (element?.at !== root || element.name !== ROOT) return undefined
  for (const mark of ['</XML>', '</TEXT>']) {
    const end = text.indexOf(mark, root)
    if (end >= 0) return { start, end }
  }
  return { start, end: text.length }
}

/** Behind the nearest `<XML>` or `<TEXT>` before the root, with its line end; 0 where there is neither. */
function prologStart(text: string, root: number): number {
  // A prolog is short: in a bare document these tags are looked for in no more than that.
  const reach = Math.max(0, root - 4096)
  const prolog = text.slice(reach, root)
  for (const tag of ['<XML>', '<TEXT>']) {
    const at = prolog.lastIndexOf(tag)
    if (at >= 0) return skipLineEnd(text, reach + at + tag.length, root)
  }
  return 0
}

function isOwnershipType(document: SubmissionDocument): boolean {
  return OWNERSHIP_TYPES.has(document.type)
}

function holdsOwnershipXml(text: string, document: SubmissionDocument): boolean {
  return rootElementAt(text, document.xmlStart ?? document.start, document.end)?.name === ROOT
}

function reportMissing(text: string, submission: Submission, diagnostics: Diagnostic[]): void {
  const { documents, formType = '' } = submission
  const document = documents.find(isOwnershipType)
  if (document === undefined) {
    report(diagnostics, 'R223', 0, { found: documents.length, formType })
    return
  }
  const root = rootElementAt(text, document.start, document.end)?.name.toLowerCase()
  const kind = root === 'html' ? 'HTML' : 'typed text'
  report(diagnostics, 'R222', document.start, { document: documents.indexOf(document) + 1, type: document.type, kind })
}
