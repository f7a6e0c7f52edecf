import type { FormNumber } from '@section16/core/facts'
import type { Diagnostic, OwnershipDocument } from '@section16/core/model'
import type { Ignored, PaperCell, PaperKind } from '../form/paperForm.ts'
import type { Place } from '../page/page.ts'

/**
 * Who says a value: the print itself, the submission's header, the form's own logic (a bare code means no swap), or a
 * person who was asked.
 */
export type EvidenceSource = 'print' | 'header' | 'form' | 'answer'

/** What was done to the words before they were a value. */
export interface Correction {
  /** As printed. */
  readonly from: string
  /** As the document has it; `undefined` where the words were left open all the same. */
  readonly to: string | undefined
  readonly because: string
}

/** Why a field is what it is. */
export interface FieldEvidence {
  /** Core's element path: `/ownershipDocument/issuer/issuerName`. */
  readonly path: string
  /** As the document writes it; `undefined` for a blank and for what was left open. */
  readonly value: string | undefined
  readonly source: EvidenceSource
  /** The words it came from, as printed; '' where there are none. */
  readonly words: string
  /** Where they stand, one place for each run of words in one line. */
  readonly places: readonly Place[]
  /** From 0 to 1: of the letters and of what was made of them. */
  readonly certainty: number
  /** Other values that the words allow, likeliest first. */
  readonly alternatives: readonly string[]
  readonly correction?: Correction
  /** Why a careful reader would look again; a flagged field has at least one. */
  readonly doubts: readonly string[]
  readonly isFlagged: boolean
  /** Of an answer: who gave it, and when, as the answers say it. */
  readonly answered?: { readonly by: string; readonly on: string }
}

/**
 * - `missing`: the paper does not say it.
 * - `unread`: something stands there that could not be read.
 * - `misfit`: legible, but no value of the field's type (a month where a day belongs); kept as written.
 * - `contradiction`: two readings that exclude each other.
 * - `uncertain`: read, but less certain than was asked for.
 * - `notWhole`: parts of the form are missing; asked once, of the document.
 */
export type QuestionReason = 'missing' | 'unread' | 'misfit' | 'contradiction' | 'uncertain' | 'notWhole'

/** A field that somebody has to fill in, by its path; see `readAnswers`. */
export interface Question {
  readonly path: string
  readonly reason: QuestionReason
  /** Whether a submission cannot be made without it. */
  readonly isNeeded: boolean
  /** What stands there, as printed; '' where nothing does. */
  readonly words: string
  readonly places: readonly Place[]
  readonly alternatives: readonly string[]
}

/** What the paper was taken for. */
export interface Recognised {
  readonly kind: PaperKind
  readonly form: FormNumber | undefined
  readonly isAmendment: boolean
  /** One of `paperEditions`. */
  readonly edition: string | undefined
  /** As printed beside `Expires:`. Dates the print, never the filing. */
  readonly ombExpires: string | undefined
  /** Nobody has filled it in. */
  readonly isBlank: boolean
  /**
   * What of it seems to be on a page that is missing: `Table II`, `the signature`, `page 2`. What stood there is unknown:
   * that the document has nothing of it does not say that it was empty. Empty for a whole form, and once somebody answered that it is one.
   */
  readonly lacks: readonly string[]
  /** That this is that form, from 0 to 1. */
  readonly certainty: number
}

/** A form understood: the document, and for each field why. */
export interface PaperReading {
  readonly document: OwnershipDocument
  readonly fields: ReadonlyMap<string, FieldEvidence>
  readonly questions: readonly Question[]
  readonly recognised: Recognised
  readonly diagnostics: readonly Diagnostic[]
  readonly ignored: readonly Ignored[]
  readonly unplaced: readonly PaperCell[]
}
