import type { PaperCell, PaperKind } from '../form/paperForm.ts'
import type { Draft } from './draft.ts'
import { DOUBTFUL_BELOW, originOfCell } from './evidence.ts'
import type { FootnoteMarks } from './footnotes.ts'
import { unmarked } from './footnotes.ts'
import { BLANK, corrected, doubted, plainly, type Reading } from './reading.ts'

/** What every reader of a part of the form needs. */
export interface FieldReader {
  readonly draft: Draft
  readonly marks: FootnoteMarks
  readonly kind: PaperKind
  /** Whether letters were guessed by OCR; else they are those of the source. */
  readonly isOcr: boolean
  /** Whether this is a print of ownership XML: then `N/A` in a text is what the filer typed. */
  readonly isPrintOfXml: boolean
}

/** Reads a cell into a field of the document; a cell that is not there is nothing. Marks become its footnotes. */
export function readCell(
  reader: FieldReader,
  path: string,
  cell: PaperCell | undefined,
  read: (text: string) => Reading,
): void {
  if (!cell) return
  const { draft, marks, isOcr } = reader
  const { text, marks: ofCell, isCut } = unmarked(cell, marks)
  let reading = read(text)
  if (isCut && reading.kind === 'value' && !reading.because) reading = withMarkCut(reading)
  if (ofCell.some((mark) => !marks.has(mark))) reading = doubted(reading, 'noSuchFootnote')
  const origin = originOfCell(cell)
  if (isOcr && origin.certainty < DOUBTFUL_BELOW)
    reading = doubted(reading, 'lettersUncertain', others(cell, text, read))
  draft.put(path, reading, { origin, footnotes: [...new Set(ofCell.map((mark) => marks.idOf(mark)))] })
}

/** The mark is no part of the value; what was doubtful about the value stays so. */
function withMarkCut(reading: Reading): Reading {
  const { certainty, because } = corrected(reading.written!, 'markOfNote')
  return { ...reading, certainty: Math.min(certainty, reading.certainty), because: because! }
}

/** Of uncertain words at most so many have their other readings tried. */
const MOST_WORDS = 8

/** The values that the words would have in their other readings. */
function others(cell: PaperCell, text: string, read: (text: string) => Reading): string[] {
  const found = new Set<string>()
  for (const word of cell.words.slice(0, MOST_WORDS)) {
    for (const alternative of word.alternatives ?? []) {
      const { written } = read(text.replace(word.text, () => alternative))
      if (written !== undefined) found.add(written)
    }
  }
  found.delete(read(text).written ?? '')
  return [...found]
}

/** A text as printed; in what OCR read, words that were wrapped at a hyphen are joined at it. */
export function readText({ isOcr }: FieldReader, text: string): Reading {
  const one = text.replace(/\s+/g, ' ').trim()
  if (one === '') return BLANK
  const joined = one.replace(/(\p{L}{2,}-) (?=\p{Ll}{2})(?!(?:and|or|to)\b)/gu, '$1')
  if (!isOcr || joined === one) return plainly(one)
  return corrected(joined, 'wrapped', [one.replace(/(\p{L}{2,})- (?=\p{Ll}{2})/gu, '$1')])
}
