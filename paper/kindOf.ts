import { detectSource } from '@section16/core/read'
import type { PaperKind } from './form/paperForm.ts'
import { folded } from './labels/likeness.ts'

/** What a file is, by its content: a kind of paper, a submission around one, or nothing that could be a form. */
export type PaperSourceKind = PaperKind | 'submission' | undefined

const IMAGES = ['\u0089PNG', '\u00ff\u00d8\u00ff', 'II*\0', 'MM\0*']

/** A PDF may have some bytes in front. */
const PDF_REACH = 1024

/**
 * The kind of paper that bytes are, one character a byte; never by a file's name. Text counts as paper only where it has
 * words of the forms; text with tables of tabs or pipes, or with Markdown, was made by OCR, all other was typed.
 */
export function kindOf(bytes: string): PaperSourceKind {
  if (bytes.slice(0, PDF_REACH).includes('%PDF-')) return 'pdf'
  if (IMAGES.some((start) => bytes.startsWith(start))) return 'scan'
  const kind = detectSource(bytes.replace(/^\u00ef\u00bb\u00bf/, ''))
  if (kind === 'submission') return 'submission'
  if (!mayBeForm(bytes)) return undefined
  if (kind === 'html') return 'html'
  const isText = kind === 'other' || (kind === 'xml' && TYPED_TAG.test(bytes))
  return isText ? textKind(bytes) : undefined
}

/** Tags that stand in typed filings, and with which no XML begins. */
const TYPED_TAG = /^\s*<(?:page|text|caption|s|c)>/i

/** Typists part columns by blanks; the cells of a table that OCR made are parted by tabs or pipes. */
const TYPED_COLUMNS = /\S {3,}\S/g
const CELLS = /\S\t|\t\t|^\s*\|?(?:\s*:?-{3,}:?\s*\|){2,}|\\\$|<\/?(?:u|sup|br)\b|\*\*\S/gim

/** What a text that is neither a page nor a submission more likely is; `readPaper` looks at the other too. */
export function textKind(text: string): 'ocrText' | 'typedText' {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return count(CELLS) > count(TYPED_COLUMNS) ? 'ocrText' : 'typedText'
}

/** Words of the forms; a text with some of them, in whatever spelling OCR leaves, may be one. */
const CUES = ['beneficial', 'ownership', 'reporting person', 'section 16', 'derivative', 'issuer', 'trading symbol']
const LEAST_CUES = 4

/** Forms are short; what makes a form stands in so many characters. */
const CUE_REACH = 60_000

/** Whether a text, or a page's source, has enough words of the forms to be looked at. Costs one pass over it. */
export function mayBeForm(text: string): boolean {
  const letters = folded(text.slice(0, CUE_REACH))
  return CUES.filter((cue) => letters.includes(folded(cue))).length >= LEAST_CUES
}
