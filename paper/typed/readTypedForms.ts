import type { FormNumber } from '@section16/core/facts'
import type { PaperCell, PaperForm, PaperTick } from '../form/paperForm.ts'
import { wordsOfFields } from '../form/wordsOfFields.ts'
import type { Word } from '../page/page.ts'
import { typedEdition } from './head/edition.ts'
import { readHead } from './head/head.ts'
import { formsIn, type Section, type SectionKind, sectionsOf } from './sections.ts'
import { readTable } from './table/table.ts'
import { readJointFiler } from './tail/jointFilers.ts'
import { readResponses } from './tail/responses.ts'
import { readSignatures } from './tail/signatures.ts'
import { cellOf } from './text/cell.ts'
import { type GridLine, gridOf, isRuleWord } from './text/grid.ts'
import { isPrint, isPrintPiece } from './text/print.ts'
import { placeKey } from './text/words.ts'

/**
 * The Forms 3, 4 and 5 of a monospaced text, as filers typed them into the `<TEXT>` of a submission from 1996 to 2003.
 * SGML's tags may stand in it. None where the text is no such form, or longer than any (2,000,000 characters, 20,000 lines). A blank
 * form is a form without rows and names. A place counts characters and lines of a page.
 *
 * Columns and boxes that are not plain lower the certainty of their words; what has no plain place is in `unplaced`,
 * never in a cell that might be another's.
 */
export function readTypedForms(text: string): readonly PaperForm[] {
  const lines = gridOf(text)
  return lines ? formsIn(lines).map(readForm) : []
}

function readForm(lines: readonly GridLine[]): PaperForm {
  const sections = sectionsOf(lines)
  const head = readHead(linesOf(sections, 'head'))
  const responses = readResponses(linesOf(sections, 'responses'))
  const remarks = readResponses(linesOf(sections, 'remarks'))
  const footnotes = [...responses.footnotes, ...remarks.footnotes]
  const marks = new Set(footnotes.map(({ mark }) => mark))
  const form: FormNumber = head.fields.form ?? '4'
  const more = sections.filter(({ kind }) => kind === 'more').map((section) => readHead(section.lines))
  const filers = sections.filter(({ kind }) => kind === 'filer').map((section) => readJointFiler(section.lines))
  const tables = {
    I: readTable(linesOf(sections, 'I'), form, 'I', marks),
    II: readTable(linesOf(sections, 'II'), form, 'II', marks),
  }
  const none = tables.I.rows.length === 0 ? nothingOwned(linesOf(sections, 'I')) : undefined
  const signatures = readSignatures(linesOf(sections, 'signature'))
  const remark = responses.remarks ?? remarks.remarks
  const fields: Fields = {
    ...head.fields,
    owners: [
      ...head.fields.owners,
      ...more.flatMap(({ fields: { owners } }) => owners),
      ...filers.flatMap(({ owner }) => owner ?? []),
    ],
    ...(none && { noSecuritiesOwned: none }),
    tables: new Set((['I', 'II'] as const).filter((which) => sections.some(({ kind }) => kind === which))),
    rows: { I: tables.I.rows, II: tables.II.rows },
    footnotes,
    ...(remark && { remarks: remark }),
    signatures: signatures.signatures,
  }
  const print = [head, ...more, ...filers, responses, remarks, tables.I, tables.II, signatures].flatMap(
    (part) => part.print,
  )
  return { kind: 'typedText', edition: typedEdition(head.print), ...fields, ...accounted(lines, fields, print) }
}

type Fields = Omit<PaperForm, 'kind' | 'edition' | 'ignored' | 'unplaced'>

/** `No securities are beneficially owned`, where Table I has no row. */
function nothingOwned(lines: readonly GridLine[]): PaperTick | undefined {
  const words = lines.find(({ text }) => /\bno securities\b.{0,20}\bowned\b/i.test(text))?.words
  return words && { state: 'ticked', words }
}

function linesOf(sections: readonly Section[], kind: SectionKind): readonly GridLine[] {
  return sections.filter((section) => section.kind === kind).flatMap((section) => section.lines)
}

/**
 * Where every word went that is in no field: print (also the rest of a printed sentence that is wrapped), noise (dashes of
 * blank cells) or nowhere.
 */
function accounted(
  lines: readonly GridLine[],
  fields: Fields,
  print: readonly Word[],
): Pick<PaperForm, 'ignored' | 'unplaced'> {
  const placed = new Set(wordsOfFields(fields).map(placeKey))
  const printed = new Set(print.map(placeKey))
  const left = lines.flatMap(({ words }) => words.filter((word) => !isRuleWord(word) && !placed.has(placeKey(word))))
  const form = left.filter((word) => printed.has(placeKey(word)))
  const kinds = Map.groupBy(
    left.filter((word) => !printed.has(placeKey(word))),
    lineKey,
  )
  const kept = { form, noise: [] as Word[], unplaced: [] as PaperCell[] }
  let isAfterPrint = false
  for (const { words: typed } of lines) {
    const words = (typed[0] && kinds.get(lineKey(typed[0]))) ?? []
    const isNoise = words.every(({ text }) => !/[\p{L}\p{N}]/u.test(text))
    const isKnown: boolean = isPrint(words) || ((isAfterPrint || isPrint(typed)) && isPrintPiece(words))
    if (isNoise) kept.noise.push(...words)
    else if (isKnown) kept.form.push(...words)
    else kept.unplaced.push(cellOf([words])!)
    if (typed.length > 0) isAfterPrint = isKnown || isPrint(typed)
  }
  return {
    ignored: [
      { why: 'form' as const, words: kept.form },
      { why: 'noise' as const, words: kept.noise },
    ].filter(({ words }) => words.length > 0),
    unplaced: kept.unplaced,
  }
}

function lineKey({ place }: Word): string {
  return `${place.page}:${place.top}`
}
