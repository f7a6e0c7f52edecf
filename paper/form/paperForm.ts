import type { CheckBox, ColumnKey, FormNumber } from '@section16/core/facts'
import type { Word } from '../page/page.ts'

/**
 * What stands in one box, column or line of a form, as printed: nothing is interpreted yet. A blank is no cell at all
 * (`undefined`), a dash is a cell that says `-`.
 */
export interface PaperCell {
  /** The words joined by single blanks, footnote marks left out; lines of a wrapped text joined as it was wrapped. */
  readonly text: string
  /** The lines as they stand, where the cell has more than one (an address, a list of co-owners). */
  readonly lines: readonly string[]
  /** Footnote marks as printed, without brackets: `1`, `a`, `*`. Only those that the reader is sure are marks. */
  readonly marks: readonly string[]
  /** What it was read from; of these the place and the certainty. */
  readonly words: readonly Word[]
  /** Whether a word may go on in the line below: the source does not say if a blank stands between. */
  readonly isJoinedInDoubt?: true
}

/** A box to tick. `unread`: something stands there that is neither a cross nor nothing, or the box was not found. */
export interface PaperTick {
  readonly state: 'ticked' | 'empty' | 'unread'
  readonly words: readonly Word[]
}

/** What a person is to the issuer: the boxes of `Relationship of Reporting Person(s) to Issuer`, in printed order. */
export const RELATIONSHIPS = ['isDirector', 'isTenPercentOwner', 'isOfficer', 'isOther'] as const
export type RelationshipName = (typeof RELATIONSHIPS)[number]

/** The other boxes to tick: one person or several, those of the heading, `No securities are beneficially owned.` */
type FormTickName = 'isOnePerson' | 'isJoint' | CheckBox['element'] | 'noSecuritiesOwned'

/** Every box to tick, by the field of the owner or the form that it answers. */
export type TickName = RelationshipName | FormTickName

/** A person of box 1, or one of the list of further reporting persons. */
export interface PaperOwner extends Readonly<Partial<Record<RelationshipName, PaperTick>>> {
  readonly name?: PaperCell
  /** Printed by some renderings, in no box of the form; the digits alone. */
  readonly cik?: PaperCell
  /** Street, city, state and ZIP as one text in lines, where the form does not say which is which. */
  readonly address?: PaperCell
  readonly street1?: PaperCell
  readonly street2?: PaperCell
  readonly city?: PaperCell
  readonly state?: PaperCell
  readonly zipCode?: PaperCell
  readonly officerTitle?: PaperCell
  readonly otherText?: PaperCell
}

/** A line of Table I or II, the cells by the form's columns. */
export type PaperRow = Readonly<Partial<Record<ColumnKey, PaperCell>>>

export interface PaperFootnote {
  /** As printed, without brackets or point. */
  readonly mark: string
  readonly text: PaperCell
}

export interface PaperSignature {
  readonly name?: PaperCell
  readonly date?: PaperCell
}

/** What kind of source a form was read from. */
export type PaperKind = 'typedText' | 'html' | 'pdf' | 'scan' | 'ocrText'

/** Words that belong to no field, with the reason: `form` is the print itself, `noise` what no form says. */
export interface Ignored {
  readonly why: 'form' | 'noise'
  readonly words: readonly Word[]
}

/**
 * One form as it stands on paper: every word is in a cell, a tick, or `ignored`, or else in `unplaced`. Readers of all
 * kinds end here; `understand` begins here.
 */
export interface PaperForm extends Readonly<Partial<Record<FormTickName, PaperTick>>> {
  readonly kind: PaperKind
  /** `undefined` where neither the title nor the numbers of the boxes say it. */
  readonly form: FormNumber | undefined
  /** Whether the form calls itself an amendment (`FORM 4/A`, `Amendment No. 1`). */
  readonly isAmendment: boolean
  /** Which print of the form this is, by what its labels show; see `paperEditions`. */
  readonly edition: string | undefined
  /** As printed beside `Expires:`. Dates the print, never the filing. */
  readonly ombExpires?: PaperCell
  readonly owners: readonly PaperOwner[]
  /** Name and symbol in one cell where the form prints them so. */
  readonly issuer?: PaperCell
  /** As an owner's. */
  readonly issuerCik?: PaperCell
  readonly tradingSymbol?: PaperCell
  readonly foreignTradingSymbol?: PaperCell
  /** Date of earliest transaction, date of event, or month/year, as printed. */
  readonly periodOfReport?: PaperCell
  readonly dateOfOriginalSubmission?: PaperCell
  /** Those whose title or headings stand on the paper. One that is not here may be on a page that is missing. */
  readonly tables: ReadonlySet<'I' | 'II'>
  readonly rows: Readonly<Record<'I' | 'II', readonly PaperRow[]>>
  readonly footnotes: readonly PaperFootnote[]
  readonly remarks?: PaperCell
  readonly signatures: readonly PaperSignature[]
  readonly ignored: readonly Ignored[]
  /** Nothing is lost: words that found no home, as cells in reading order. */
  readonly unplaced: readonly PaperCell[]
}
