import type { PaperKind } from '../form/paperForm.ts'
import { tokensIn } from '../html/page/blocks.ts'
import { parseHtml } from '../html/page/parseHtml.ts'
import { textLines, wordsIn } from '../markdown/textLines.ts'
import type { Page, Word } from '../page/page.ts'
import { pagesOfWords } from '../page/pagesOfWords.ts'
import { gridOf } from '../typed/text/grid.ts'

/** The words of a text in their order, with places as its reader counts them. */
const WORDS: Readonly<Partial<Record<PaperKind, (text: string) => readonly Word[]>>> = {
  typedText: (text) => (gridOf(text) ?? []).flatMap(({ words }) => words),
  html: (text) => tokensIn(parseHtml(text).page?.blocks ?? []).map(({ word }) => word),
  ocrText: (text) => textLines(text).flatMap(wordsIn),
}

/** The pages of a text, for a review; none of a PDF or a picture, whose readers know theirs. */
export function textPages(kind: PaperKind, text: string): Page[] {
  return pagesOfWords(WORDS[kind]?.(text) ?? [], kind === 'typedText' ? 'character' : 'cell')
}
