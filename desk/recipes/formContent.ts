import { CalendarDate, type Footnote } from '@section16/core'
import type { FormHeader, RecipeLine, RecipeResult } from './result.ts'
import { FootnoteBook, rowOf, runningOrder } from './rows.ts'
import { positionKey } from './security.ts'

/** What events of one insider come to on one form. */
export interface FormContent {
  readonly lines: readonly RecipeLine[]
  readonly footnotes: readonly Footnote[]
  readonly header: FormHeader
}

/**
 * What belongs on one form of several events, in the order of the events, each built on the positions that the one
 * before left. Footnotes are numbered anew; a holding gives way to a transaction, or a later holding, of its line.
 */
export function formContent(form: '3' | '4' | '5', results: readonly RecipeResult[]): FormContent {
  const all = results.flatMap(({ lines }) => lines).filter((line) => line.form === form)
  const moved = new Set(all.flatMap((one) => (one.line.transaction ? [keyOf(one)] : [])))
  const kept = all.filter((one, i) => {
    const isRepeated = all.slice(i + 1).some((later) => keyOf(later) === keyOf(one))
    return one.line.transaction !== undefined || !(moved.has(keyOf(one)) || isRepeated)
  })
  const book = new FootnoteBook()
  const lines = runningOrder(kept).map((one) => ({ ...one, row: rowOf(one.line, form, book) }))
  return { lines, footnotes: book.footnotes, header: headerOf(lines, results) }
}

function keyOf({ line }: RecipeLine): string {
  return positionKey(line.security, line.ownership)
}

/** The box of a plan is checked for the lines of this form; the exit box by whichever event says so. */
function headerOf(lines: readonly RecipeLine[], results: readonly RecipeResult[]): FormHeader {
  const days = lines.flatMap(({ line }) => (line.transaction ? [line.transaction.date.day] : []))
  const event = results.find(({ header }) => header.periodOfReport)?.header.periodOfReport
  return {
    periodOfReport: days.length > 0 ? new CalendarDate(Math.min(...days)) : event,
    aff10b5One: results.some(
      ({ header, lines: own }) =>
        header.aff10b5One && own.some((one) => lines.some((line) => line.line === one.line && one.isPlanTrade)),
    ),
    notSubjectToSection16: results.some(({ header }) => header.notSubjectToSection16),
  }
}
