import type { DiagnosticWording } from '@section16/core/facts'
import type { Diagnostic } from '@section16/core/model'

/** What can be said of an image (P30x) and of the reading of a scanned page (P31x). */
export const scanDiagnostics = {
  P301: {
    name: 'image-unknown',
    severity: 'suspends',
    message: 'The file is no PNG, JPEG or TIFF image.',
    fix: 'Save the scan as one of these, or as a PDF.',
  },
  P302: {
    name: 'image-too-large',
    severity: 'suspends',
    message: 'The image has {pixels} pixels; at most {limit} are read.',
    fix: 'Scan at 300 dpi.',
  },
  P303: {
    name: 'image-broken',
    severity: 'suspends',
    message: 'The image cannot be read: {why}.',
    fix: 'Save it again from the program that made it.',
  },
  P304: {
    name: 'image-pages-left',
    severity: 'doubt',
    message: 'The image file has more than {limit} pages; the others were not read.',
    fix: 'Give the pages of the form alone.',
  },
  P311: {
    name: 'page-turned',
    severity: 'note',
    message: 'Page {page} was scanned turned by {degrees} degrees, and was turned back.',
    fix: 'Nothing: it is read upright.',
  },
  P312: {
    name: 'page-not-flat',
    severity: 'doubt',
    message: 'The lines of page {page} are not parallel, as in a photo of a page: every word on it is doubtful.',
    fix: 'Lay the page flat on a scanner.',
  },
  P313: {
    name: 'page-without-text',
    severity: 'doubt',
    message: 'Page {page} has no text that can be read.',
    fix: 'Scan it again, at 300 dpi, darker or lighter.',
  },
  P314: {
    name: 'page-of-noise',
    severity: 'doubt',
    message: 'Page {page} has more spots of ink than any page of text; it was not read.',
    fix: 'Scan it again, lighter.',
  },
} as const satisfies Record<string, DiagnosticWording>

export type ScanCode = keyof typeof scanDiagnostics

export function scanDiagnostic(code: ScanCode, data: Diagnostic['data']): Diagnostic {
  return { code, severity: scanDiagnostics[code].severity, at: {}, data }
}
