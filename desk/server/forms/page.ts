import { escapeHtml } from '@section16/core/render'
import type { Destination } from '../../store/index.ts'

const NOTES: Readonly<Record<Destination, string | undefined>> = {
  rehearsal: 'REHEARSAL. Nothing of this was filed with the SEC.',
  beta: 'EDGAR BETA, the SEC’s system for tests. Nothing of this was filed.',
  edgar: undefined,
}

/** What is said wherever something is not, or would not be, of the SEC's own EDGAR; nothing of what is. */
export const destinationNote = (destination: Destination): string | undefined => NOTES[destination]

const STYLE =
  'margin:0;padding:.5rem 1rem;background:#8a1c00;color:#fff;font:bold 1rem sans-serif;text-align:center;print-color-adjust:exact'

/** A form's page, marked where it is not, or would not be, of the SEC's own EDGAR. */
export function marked(page: string, destination: Destination): string {
  return noted(page, NOTES[destination])
}

/** The page of a form that was filed elsewhere. */
export function importedPage(page: string): string {
  return noted(page, 'IMPORTED. Filed elsewhere, not from this desk.')
}

function noted(page: string, note: string | undefined): string {
  if (note === undefined) return page
  return page.replace('<body>', `<body>\n<p role="note" style="${STYLE}">${escapeHtml(note)}</p>`)
}
