import type { PaperKind } from './paperForm.ts'

/** What a file of each kind is called in a sentence. */
export const paperKinds: Readonly<Record<PaperKind, string>> = {
  typedText: 'typed text',
  html: 'an HTML page',
  pdf: 'a PDF file',
  scan: 'a picture',
  ocrText: 'text that OCR made',
}
