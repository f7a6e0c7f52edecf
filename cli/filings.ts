import { type Diagnostic, FILING_JSON_FORMAT, parseAccessionNumber, type Submission } from '@section16/core/model'
import {
  detectSource,
  locateOwnershipXml,
  ownershipDocumentOf,
  type ReadResult,
  readFilingJson,
  readOwnershipXml,
  readSubmission,
} from '@section16/core/read'
import { originOf, type SubmissionOrigin } from '@section16/core/write'
import { type CommandCode, commandDiagnostic } from './commandDiagnostics.ts'
import { primaryDocument } from './edgarSubmission.ts'
import type { Source } from './input/sources.ts'
import type { PaperReading } from './paperRoom.ts'

/** Where an accession number comes from: only what the file itself says can be relied on. */
export type AccessionNumberFrom = 'header' | 'json' | 'fileName'

interface Known {
  file: string
  accessionNumber: string | undefined
  accessionNumberFrom: AccessionNumberFrom | undefined
  /** The submission around the document, where there is one. */
  submission: Submission | undefined
  /** The whole file, one character a byte, where there is a submission: its offsets are the submission's. */
  text: string
  bytes: Uint8Array
}

/** A file, or one of several values in a JSON file, that holds an ownership document, be it one that is refused. */
export interface Filing extends Known {
  kind: 'filing'
  /** What it was read from. `json`: filing JSON, `paper`: a form that is no XML; neither has any. */
  source: 'xml' | 'submission' | 'edgarSubmission' | 'json' | 'paper'
  /** The ownership XML's own bytes; empty for `json` and `paper`. */
  xml: Uint8Array
  /** Where the XML begins in the file, in bytes; `undefined` where it does not stand in it as it is. */
  xmlStart: number | undefined
  reading: ReadResult
  origin: SubmissionOrigin
  /** Of a form on paper: the evidence for every field. */
  paper?: PaperReading
  /** What the submission's reader said, and how the document was found. Their offsets are the file's. */
  around: readonly Diagnostic[]
}

/** A file without an ownership document: a filing on paper, a page, a table; `diagnostics[0]` says what it is. */
export interface Other extends Known {
  kind: 'other'
  diagnostics: readonly [Diagnostic, ...Diagnostic[]]
}

export interface FilingsOptions {
  /** Whether headers are read too: without them there is no origin, and only a file name gives an accession number. */
  headers?: boolean
}

/**
 * What a file's bytes are: usually one filing. Several only for filing JSON in a list or one a line. The fast way is
 * the usual one: ASCII, decoded once, one ownership document that stands where EDGAR puts it, read in place.
 */
export function* filingsIn(
  source: Source & { bytes: Uint8Array },
  options: FilingsOptions = {},
): Generator<Filing | Other> {
  yield* new Recogniser(source.name, source.bytes, options.headers ?? true).all()
}

const ROOT = '<ownershipDocument'

class Recogniser {
  private readonly file: string
  private readonly bytes: Uint8Array
  private readonly text: string
  private readonly headers: boolean

  constructor(file: string, bytes: Uint8Array, headers: boolean) {
    this.file = file
    this.bytes = bytes
    // One character a byte, so that offsets serve both; EDGAR writes ASCII. The XML is decoded by its own rules.
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    this.headers = headers
  }

  *all(): Generator<Filing | Other> {
    const { text, bytes } = this
    if (isWide(bytes)) {
      yield this.filing('xml', bytes, 0)
      return
    }
    const kind = detectSource(withoutMark(text))
    if (kind === 'submission') yield this.submitted()
    else if (kind === 'ownershipXml') yield this.filing('xml', bytes, 0)
    else if (kind === 'edgarSubmission') yield this.wrapped()
    else if (kind === 'refusal') yield this.other('I201')
    else if (kind === 'html') yield this.other('I202')
    else if (kind === 'empty') yield this.other('I204')
    else if (text.includes(FILING_JSON_FORMAT)) yield* this.json()
    // Something stands before the root: the reader may mend it.
    else if (text.includes(ROOT) && binaryKind(bytes) === undefined) yield this.filing('xml', bytes, 0)
    else yield kind === 'xml' ? this.other('I203') : this.unknown()
  }

  private submitted(): Filing | Other {
    const { text } = this
    const simple = locateOwnershipXml(text)
    const submission = this.headers || simple === undefined ? readSubmission(text) : undefined
    if (simple && !text.includes(ROOT, simple.end))
      return this.placed(simple, submission, submission?.diagnostics ?? [])
    const careful = submission ?? readSubmission(text)
    const { found, diagnostics } = ownershipDocumentOf(text, careful)
    const around = [...careful.diagnostics, ...diagnostics]
    if (found) return this.placed(found, careful, around)
    const missing = diagnostics.at(-1)
    const why = missing ?? commandDiagnostic('I209')
    return { kind: 'other', ...this.known(careful), diagnostics: [why, ...around.filter((one) => one !== why)] }
  }

  private placed(
    { start, end }: { start: number; end: number },
    submission: Submission | undefined,
    around: readonly Diagnostic[],
  ): Filing {
    return this.filing('submission', this.bytes.subarray(start, end), start, submission, around)
  }

  private filing(
    source: Filing['source'],
    xml: Uint8Array,
    xmlStart: number | undefined,
    submission?: Submission,
    around: readonly Diagnostic[] = [],
  ): Filing {
    const known = this.known(submission)
    const filedOn = submission?.filedAsOf
    const reading = readOwnershipXml(xml, filedOn ? { filedOn } : {})
    const origin = submission ? originOf(submission) : {}
    if (known.accessionNumber) origin.accessionNumber = known.accessionNumber
    return { kind: 'filing', ...known, source, xml, xmlStart, reading, origin, around }
  }

  private known(submission: Submission | undefined): Known {
    const { file, text, bytes } = this
    const said = submission?.accessionNumber
    const named = said ? undefined : accessionNumberIn(file)
    const accessionNumberFrom = said ? 'header' : named ? 'fileName' : undefined
    return { file, accessionNumber: said ?? named, accessionNumberFrom, submission, text, bytes }
  }

  /** The form in a filer's own file; offsets are those of the decoded form. */
  private wrapped(): Filing | Other {
    const primary = primaryDocument(this.text)
    return primary ? this.filing('edgarSubmission', primary, undefined) : this.other('I210')
  }

  private other(code: CommandCode, data: Diagnostic['data'] = {}): Other {
    return { kind: 'other', ...this.known(undefined), diagnostics: [commandDiagnostic(code, data)] }
  }

  private unknown(): Other {
    const { text, bytes } = this
    const kind = binaryKind(bytes)
    if (kind !== undefined) return this.other('I207', { kind })
    const start = text.slice(0, 2000)
    if (/^\s*[{[]/.test(withoutMark(start))) return this.other('I208')
    if (/^ACCESSION_NUMBER\t/m.test(start)) return this.other('I205')
    if (/^Description: .*\bIndex of EDGAR|^CIK\|Company Name\|/m.test(start)) return this.other('I206')
    return this.other('I209')
  }

  /** Filing JSON: one value, a list of them, or one a line. */
  private *json(): Generator<Filing | Other> {
    const values = jsonValues(
      Buffer.from(this.bytes)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    )
    if (values === undefined) yield this.other('I208')
    else for (const value of values) yield this.jsonFiling(value)
  }

  private jsonFiling(value: unknown): Filing {
    const { document, origin, diagnostics } = readFilingJson(withoutNulls(value))
    const reading: ReadResult = { outcome: document ? 'read' : 'refused', document, diagnostics, text: '' }
    const known = this.known(undefined)
    if (origin.accessionNumber !== undefined) {
      known.accessionNumber = origin.accessionNumber
      known.accessionNumberFrom = 'json'
    }
    const xml = new Uint8Array()
    return { kind: 'filing', ...known, source: 'json', xml, xmlStart: undefined, reading, origin, around: [] }
  }
}

/** `read --ndjson` says null for an accession number that is not known. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null))
}

function jsonValues(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : [value]
  } catch {
    return jsonLines(text)
  }
}

function jsonLines(text: string): unknown[] | undefined {
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line))
  } catch {
    return undefined
  }
}

/** The accession number that a file's own name holds, dashed or as 18 digits. */
function accessionNumberIn(file: string): string | undefined {
  const name = /[^/\\!]*$/.exec(file)?.[0] ?? ''
  const found = /(?<!\d)(?:\d{10}-\d{2}-\d{6}|\d{18})(?!\d)/.exec(name)
  return found ? parseAccessionNumber(found[0]) : undefined
}

/** UTF-16, told by its byte order mark. */
function isWide(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

/** Without the byte order mark of UTF-8, which is three characters here. */
function withoutMark(text: string): string {
  return text.startsWith('\u00ef\u00bb\u00bf') ? text.slice(3) : text
}

const MAGIC: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF', 'a PDF file'],
  ['\u0089PNG', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
]

/** What bytes are that are no text; `undefined` for text. */
function binaryKind(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const magic = MAGIC.find(([begin]) => start.startsWith(begin))
  return magic?.[1] ?? (start.includes('\0') ? 'a binary file' : undefined)
}
