import type { Diagnostic } from '@section16/core/model'
import { UsageError } from './usageError.ts'

/** The paper room, as it is when it is loaded: its types are known by loading it, as nothing else may name it. */
export type PaperRoom = NonNullable<Awaited<ReturnType<typeof paperRoom>>>

/** What came of a file. */
export type PaperResult = Awaited<ReturnType<PaperRoom['readPaper']>>

/** A form on paper as the paper room understands it. */
export type PaperReading = PaperResult['readings'][number]

/** What is said about all paper that a verb meets. */
export interface PaperVerbOptions {
  /** A file of answers. */
  answers?: string
  /** From 0 to 1: fields read with less are left open. */
  minCertainty?: number
  /** Where the review page of the file is to be written. */
  review?: string
  /** Whether that may overwrite what is there. */
  force?: boolean
}

/** Loads the paper room; `undefined` where it is not installed. Any other error of loading it is not ours to explain. */
export async function paperRoom() {
  try {
    return await import('@section16/paper')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    return undefined
  }
}

/** Refuses what needs the paper room where it is not there. */
export function paperRoomMissing(): UsageError {
  return new UsageError('forms on paper need the paper room, which is not installed: npm install @section16/paper')
}

/**
 * Whether a file without an ownership document may be a form on paper: a page, a PDF, a picture, text, or a submission
 * around one of these. Asked of every such file, so by its code alone.
 */
export function mayBePaper({
  diagnostics: [{ code }],
}: {
  diagnostics: readonly [Diagnostic, ...Diagnostic[]]
}): boolean {
  return PAPER_CODES.has(code)
}

/** `html-page`, `other-xml`, `not-text`, `other-text`, and a submission around typed text or a page. */
const PAPER_CODES = new Set(['I202', 'I203', 'I207', 'I209', 'R222'])
