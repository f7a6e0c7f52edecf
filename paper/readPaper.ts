import type { Diagnostic, Submission, SubmissionDocument } from '@section16/core/model'
import { detectSource, documentText, readSubmission, withoutPemEscapes } from '@section16/core/read'
import type { Answers } from './answers/answers.ts'
import type { PaperKind } from './form/paperForm.ts'
import { paperKinds } from './form/paperKinds.ts'
import { kindOf, mayBeForm } from './kindOf.ts'
import type { Page } from './page/page.ts'
import type { PageImage } from './page/pageImage.ts'
import { paperDiagnostic } from './paperDiagnostics.ts'
import type { FormsRead, Material, Reader } from './readers/reader.ts'
import { readHtml, readOcrText, readTypedText } from './readers/texts.ts'
import { textPages } from './review/textPages.ts'
import type { PaperReading } from './understand/paperReading.ts'
import { understand } from './understand/understand.ts'

/** A file that may be a form on paper. Its name is only said, never looked at. */
export interface PaperSource {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface PaperOptions {
  /** What was answered before, each for one form of the file; of two to one field the later holds. */
  readonly answers?: readonly Answers[]
  /** Fields read with less certainty are left open and asked for; 0 to 1. */
  readonly minCertainty?: number | undefined
  /** Whether the pages are wanted, and pictures of them where the source is no text. */
  readonly withPages?: boolean
}

/** What came of a file: no form where `diagnostics` says why, else one reading for each form in it. */
export interface PaperResult {
  /** `undefined` where the file is no paper at all. */
  readonly kind: PaperKind | undefined
  readonly readings: readonly PaperReading[]
  /** Those on which the places of the readings count, where they were asked for; see `renderReview`. */
  readonly pages: readonly Page[]
  readonly images: readonly PageImage[]
  /** The submission around the forms, where there is one. */
  readonly submission: Submission | undefined
  /** What was said of the file; each reading says it too. */
  readonly diagnostics: readonly Diagnostic[]
}

/** The readers, one line each. */
const READERS: Readonly<Record<PaperKind, Reader>> = {
  ocrText: readOcrText,
  typedText: readTypedText,
  html: readHtml,
  // What these need is large, and loaded only for them.
  pdf: async (...asked) => (await import('./readers/pictures.ts')).readPdfFile(...asked),
  scan: async (...asked) => (await import('./readers/pictures.ts')).readImageFile(...asked),
}

const NOTHING = { kind: undefined, readings: [], pages: [], images: [], submission: undefined }

/** Far more characters than the longest page with all its owners and markup; longer text is refused. */
export const MOST_CHARACTERS = 4_000_000

/**
 * Reads a file that is not XML: typed text, an HTML page, OCR text, a PDF, a picture, or a full submission around one of
 * these. The kind is told by the content. Every form in it is understood; bad files are diagnostics, never exceptions, and
 * so is an error of ours (P107), with `kind` undefined where the file is a submission.
 */
export async function readPaper(source: PaperSource, options: PaperOptions = {}): Promise<PaperResult> {
  const characters = latin1Of(source.bytes)
  const kind = kindOf(characters)
  if (kind === undefined) return { ...NOTHING, kind, diagnostics: [] }
  try {
    if (kind === 'submission') return await readInSubmission(characters, options)
    return await readOne(kind, materialOf(kind, source.bytes), undefined, options)
  } catch (error) {
    // The one door of the room: a file may bring a reader, or what it is built on, to fail; others shall still be read.
    const diagnostics = [paperDiagnostic('P107', { why: whyOf(error) })]
    return { ...NOTHING, kind: kind === 'submission' ? undefined : kind, diagnostics }
  }
}

/** An error in one line, without a point at its end. */
function whyOf(error: unknown): string {
  return String(error)
    .split('\n')[0]!
    .slice(0, LONGEST_WHY)
    .replace(/[.\s]+$/, '')
}

const LONGEST_WHY = 200

function materialOf(kind: PaperKind, bytes: Uint8Array): Material {
  return { bytes, text: isText(kind) ? decoded(bytes) : '' }
}

/** One character a byte. */
function latin1Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function isText(kind: PaperKind): boolean {
  return kind === 'typedText' || kind === 'html' || kind === 'ocrText'
}

/** UTF-8 where it is that, else what typewriters of the time wrote. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

async function readOne(
  kind: PaperKind,
  material: Material,
  submission: Submission | undefined,
  options: PaperOptions,
): Promise<PaperResult> {
  const { withPages = false } = options
  const nothing = { ...NOTHING, kind, submission }
  const said = { kind: paperKinds[kind] }
  if (material.text.length > MOST_CHARACTERS) {
    const data = { characters: material.text.length, limit: MOST_CHARACTERS }
    return { ...nothing, diagnostics: [paperDiagnostic('P105', data)] }
  }
  const read = await bestReading(kind, material, withPages)
  const { forms, images = [], diagnostics = [] } = read
  if (forms.length === 0) return { ...nothing, diagnostics: [...diagnostics, paperDiagnostic('P101', said)] }
  const { minCertainty } = options
  const readings = forms.map((form, i) => {
    const reading = understand(form, {
      submission,
      beside: forms.filter((one) => one !== form),
      answers: answersTo(i, options),
      minCertainty,
    })
    return { ...reading, diagnostics: [...diagnostics, ...reading.diagnostics] }
  })
  return { ...nothing, readings, pages: withPages ? pagesOf(read, material) : [], images, diagnostics }
}

/** A text's are those of the reader whose forms were taken. */
function pagesOf({ forms, pages, text }: FormsRead, material: Material): readonly Page[] {
  return pages ?? textPages(forms[0]!.kind, text ?? material.text)
}

/** Text without markup may be of either kind: where a word is left over, the reading that leaves fewer is taken. */
async function bestReading(kind: PaperKind, material: Material, withPages: boolean): Promise<FormsRead> {
  const one = await READERS[kind](material, withPages)
  const otherKind = kind === 'typedText' ? 'ocrText' : kind === 'ocrText' ? 'typedText' : undefined
  if (otherKind === undefined || leftOver(one) === 0) return one
  const other = await READERS[otherKind](material, withPages)
  return leftOver(other) < leftOver(one) ? other : one
}

/** How many words are in no field; without a form, all of them. */
function leftOver({ forms }: FormsRead): number {
  if (forms.length === 0) return Number.POSITIVE_INFINITY
  return forms.reduce((sum, { unplaced }) => sum + unplaced.reduce((words, cell) => words + cell.words.length, 0), 0)
}

function answersTo(index: number, { answers = [] }: PaperOptions): readonly Answers[] {
  return answers.filter(({ form = 1 }) => form === index + 1)
}

/** The forms of a submission: the text of the first document that is one. */
async function readInSubmission(characters: string, options: PaperOptions): Promise<PaperResult> {
  const submission = readSubmission(characters)
  const nothing = { ...NOTHING, submission, diagnostics: [] }
  if (!/^[345](?:\/A)?$/.test(submission.formType ?? '4')) return nothing
  const document = submission.documents.find((one) => isForm(characters, one))
  if (!document) return nothing
  const text = textIn(characters, document, submission)
  const kind = detectSource(text) === 'html' ? 'html' : 'typedText'
  return readOne(kind, materialOf(kind, Buffer.from(text, 'latin1')), submission, options)
}

function isForm(characters: string, document: SubmissionDocument): boolean {
  return !document.isXml && !document.isUuencoded && mayBeForm(documentText(characters, document))
}

function textIn(characters: string, document: SubmissionDocument, { wrapper }: Submission): string {
  const text = documentText(characters, document)
  return wrapper.pem ? withoutPemEscapes(text) : text
}
