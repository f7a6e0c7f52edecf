import type { Diagnostic } from '@section16/core/model'
import type { PaperForm } from '../form/paperForm.ts'
import type { Page } from '../page/page.ts'
import type { PageImage } from '../page/pageImage.ts'

/** What a reader is given: the bytes, and their text for those that read text. */
export interface Material {
  readonly bytes: Uint8Array
  readonly text: string
}

/** What a reader makes of it. */
export interface FormsRead {
  readonly forms: readonly PaperForm[]
  /** The text in which the places count, where it is not that of the material. */
  readonly text?: string
  /** Where they were asked for, and the source is no text. */
  readonly pages?: readonly Page[]
  readonly images?: readonly PageImage[]
  readonly diagnostics?: readonly Diagnostic[]
}

/** Reads one kind of paper; `withPages`: the pages are wanted, and pictures of them where the source is no text. */
export type Reader = (material: Material, withPages: boolean) => FormsRead | Promise<FormsRead>
