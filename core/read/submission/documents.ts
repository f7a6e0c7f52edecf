import type { Diagnostic } from '../../model/diagnostic.ts'
import type { SubmissionDocument } from '../../model/submission.ts'
import { parseCount } from './headerValues.ts'
import { LineTag, lineEnd, skipBlanks, skipLineEnd, skipSpace, skipSpaceBack, trimmed } from './lines.ts'
import { report } from './report.ts'

const OPEN = 60
const DOCUMENT_TAG = '<DOCUMENT>'
const DOCUMENT_END = '</DOCUMENT>'
const TEXT_TAG = '<TEXT>'
const TEXT_END = '</TEXT>'
/** What the lines of a document's own tags end with; all but the first say that it has no text. */
const DOCUMENT_TAGS_END = [TEXT_TAG, DOCUMENT_END, DOCUMENT_TAG, TEXT_END]
/** EDGAR puts PDF attachments into a tag of their own, inside `<TEXT>`. */
const PDF_TAG = '<PDF>'
const XML_TAG = '<XML>'
const XML_END = '</XML>'
/** Mode in three or four octal digits, as every uuencoder writes it. */
const UUENCODED = /^begin [0-7]{3,4} /

/**
 * The documents of a full submission (dissemination.md sections 2 and 3), found by tags that begin a line, because an
 * exhibit may speak of `<DOCUMENT>` in mid-line. A line `<DOCUMENT>` always begins one: a text that quotes it so is
 * taken apart, with R211, because a cut-off document is the likelier reason.
 */
export function readDocuments(text: string, diagnostics: Diagnostic[]): SubmissionDocument[] {
  return new DocumentScan(text, diagnostics).documents()
}

class DocumentScan {
  readonly #text: string
  readonly #diagnostics: Diagnostic[]
  readonly #open: LineTag
  readonly #close: LineTag
  readonly #textClose: LineTag

  constructor(text: string, diagnostics: Diagnostic[]) {
    this.#text = text
    this.#diagnostics = diagnostics
    this.#open = new LineTag(text, DOCUMENT_TAG)
    this.#close = new LineTag(text, DOCUMENT_END)
    this.#textClose = new LineTag(text, TEXT_END)
  }

  documents(): SubmissionDocument[] {
    const documents: SubmissionDocument[] = []
    let at = this.#open.at(0)
    while (at < this.#text.length) {
      const document = this.#document(at, documents.length + 1)
      documents.push(document)
      at = this.#open.at(Math.max(document.end, at + DOCUMENT_TAG.length))
    }
    return documents
  }

  #document(offset: number, number: number): SubmissionDocument {
    const text = this.#text
    const document: SubmissionDocument = {
      type: '',
      sequence: undefined,
      filename: undefined,
      description: undefined,
      otherTags: [],
      offset,
      start: 0,
      end: 0,
      isXml: false,
      xmlStart: undefined,
      xmlEnd: undefined,
      isUuencoded: false,
    }
    const at = this.#readTags(document, offset + DOCUMENT_TAG.length, number)
    if (text.startsWith(TEXT_TAG, at)) this.#placeText(document, at + TEXT_TAG.length, number)
    else {
      document.start = at
      document.end = at
      report(this.#diagnostics, 'R212', offset, { document: number, type: document.type })
    }
    return document
  }

  /** The document's own tags. Returns where they end: at `<TEXT>`, or where the document does. */
  #readTags(document: SubmissionDocument, from: number, number: number): number {
    const text = this.#text
    const limit = text.length
    let at = from
    while (at < limit) {
      at = skipBlanks(text, at, limit)
      if (DOCUMENT_TAGS_END.some((tag) => text.startsWith(tag, at))) return at
      const to = lineEnd(text, at, limit)
      if (text.charCodeAt(at) === OPEN) this.#readTag(document, at, to, number)
      at = skipLineEnd(text, to, limit)
    }
    return limit
  }

  #readTag(document: SubmissionDocument, at: number, to: number, number: number): void {
    const text = this.#text
    const close = text.slice(at, to).indexOf('>')
    if (close < 0) return
    const label = text.slice(at + 1, at + close)
    const value = trimmed(text, at + close + 1, to)
    if (label === 'TYPE') document.type = value
    else if (label === 'FILENAME') document.filename = value || undefined
    else if (label === 'DESCRIPTION') document.description = value || undefined
    else if (label === 'SEQUENCE') {
      document.sequence = parseCount(value)
      if (document.sequence === undefined) {
        report(this.#diagnostics, 'R215', at, { document: number, type: document.type, value: value.slice(0, 80) })
      }
    } else document.otherTags.push(value === '' ? { label, offset: at } : { label, value, offset: at })
  }

  #placeText(document: SubmissionDocument, from: number, number: number): void {
    const text = this.#text
    document.start = skipLineEnd(text, from, text.length)
    document.end = this.#textEnd(document.start)
    const missing = this.#missingAt(document.end)
    if (missing !== undefined) {
      report(this.#diagnostics, 'R211', document.offset, { document: number, type: document.type, tag: missing })
    }
    this.#lookInside(document, number)
  }

  /**
   * Where the text that starts at `start` ends: at the `</TEXT>` that `</DOCUMENT>` follows, because the text may
   * itself have a line `</TEXT>`; failing that, at the first `</TEXT>`, or where the document ends or the next begins,
   * and then before a `</TEXT>` that stands at the end of the line before.
   */
  #textEnd(start: number): number {
    const next = this.#open.at(start)
    const first = this.#textClose.at(start)
    for (let at = first; at < next; at = this.#textClose.at(at + 1)) {
      if (this.#missingAt(at) === undefined) return at
    }
    const end = Math.min(first, next, this.#close.at(start))
    const inLine = skipSpaceBack(this.#text, end, start) - TEXT_END.length
    return end !== first && inLine >= start && this.#text.startsWith(TEXT_END, inLine) ? inLine : end
  }

  /** Which closing tag is not at the end of a text as it should be. */
  #missingAt(end: number): string | undefined {
    const text = this.#text
    if (!text.startsWith(TEXT_END, end)) return TEXT_END
    const behind = skipSpace(text, end + TEXT_END.length, text.length)
    return text.startsWith(DOCUMENT_END, behind) ? undefined : DOCUMENT_END
  }

  #lookInside(document: SubmissionDocument, number: number): void {
    const text = this.#text
    const { end } = document
    let at = skipSpace(text, document.start, end)
    if (text.startsWith(XML_TAG, at)) {
      document.isXml = true
      document.xmlStart = Math.min(skipLineEnd(text, at + XML_TAG.length, end), end)
      const close = text.slice(document.xmlStart, end).lastIndexOf(XML_END)
      document.xmlEnd = close < 0 ? end : document.xmlStart + close
      if (close < 0) report(this.#diagnostics, 'R214', at, { document: number, type: document.type })
      return
    }
    if (text.startsWith(PDF_TAG, at)) at = skipSpace(text, at + PDF_TAG.length, end)
    document.isUuencoded = UUENCODED.test(text.slice(at, Math.min(at + 12, end)))
  }
}
