import type { DiagnosticWording } from '@section16/core/facts'
import type { Diagnostic } from '@section16/core/model'

/** What can be wrong with a PDF as a file: P20x the whole, P21x one page. */
export const pdfDiagnostics = {
  P201: {
    name: 'pdf-too-long',
    severity: 'doubt',
    message: 'The PDF has {bytes} bytes; more than {most} are not read.',
    fix: 'Give the pages of the form alone.',
  },
  P202: {
    name: 'pdf-broken',
    severity: 'doubt',
    message: 'The PDF cannot be read: {why}.',
    fix: 'Save it again from the program that made it, or give an image of each page.',
  },
  P203: {
    name: 'pdf-password',
    severity: 'doubt',
    message: 'The PDF opens with a password only.',
    fix: 'Save it without a password.',
  },
  P204: {
    name: 'pdf-too-slow',
    severity: 'doubt',
    message: 'Reading the PDF was given up after {seconds} seconds, at page {page}.',
    fix: 'Give the pages of the form alone, or an image of each page.',
  },
  P205: {
    name: 'pdf-too-much-memory',
    severity: 'doubt',
    message: 'Reading the PDF was given up because it asked for more than {megabytes} MB of memory, at page {page}.',
    fix: 'Give the pages of the form alone, or an image of each page.',
  },
  P206: {
    name: 'pdf-pages-left',
    severity: 'doubt',
    message: 'The PDF has {pages} pages; those after {most} were not read.',
    fix: 'Give the pages of the form alone.',
  },
  P207: {
    name: 'pdf-page-image',
    severity: 'doubt',
    message: 'Page {page} cannot be drawn: {why}.',
    fix: 'Give an image of the page.',
  },
  P211: {
    name: 'page-broken',
    severity: 'doubt',
    message: 'Page {page} cannot be read: {why}.',
    fix: 'Give an image of the page.',
  },
  P212: {
    name: 'page-cut',
    severity: 'doubt',
    message: 'Page {page} has more letters or lines than any form; the rest of it was not read.',
    fix: 'Give an image of the page.',
  },
  P213: {
    name: 'page-hidden-text',
    severity: 'note',
    message: 'The text of page {page} is hidden behind an image, put there by a program that reads scans.',
    fix: 'Nothing: the image is read, the hidden text is not.',
  },
  P214: {
    name: 'page-letters-unknown',
    severity: 'doubt',
    message: 'The fonts of page {page} do not say which letters they draw.',
    fix: 'Nothing: the image of the page is read instead.',
  },
} satisfies Record<string, DiagnosticWording>

export type PdfDiagnosticCode = keyof typeof pdfDiagnostics

export const pdfDiagnostic = (code: PdfDiagnosticCode, data: Diagnostic['data'] = {}): Diagnostic => ({
  code,
  severity: pdfDiagnostics[code].severity,
  at: {},
  data,
})
