export { type PdfOptions, renderPdf } from './renderPdf.ts'
