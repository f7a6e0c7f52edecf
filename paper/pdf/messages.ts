import type { Diagnostic } from '@section16/core/model'
import type { GreyImage } from '../scan/image/greyImage.ts'
import type { PdfPage } from './document.ts'

/** What the worker is asked. `bytes` are given once for each file; `file` says which it is of those given. */
export interface PdfJob {
  readonly file: number
  readonly bytes: Uint8Array | undefined
  /** Without it all pages are read; with it one is drawn. */
  readonly draw?: { readonly page: number; readonly dpi: number }
}

/** What the worker says, in this order, any number of each but the last. */
export type PdfAnswer =
  | { readonly kind: 'began'; readonly page: number }
  | { readonly kind: 'page'; readonly page: PdfPage }
  | { readonly kind: 'image'; readonly image: GreyImage }
  | { readonly kind: 'diagnostic'; readonly diagnostic: Diagnostic }
  | { readonly kind: 'done' }
