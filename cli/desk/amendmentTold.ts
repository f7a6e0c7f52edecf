import { printable } from '../input/names.ts'
import type { Amendment, AmendmentTrial, FilingLines } from './answers.ts'
import { diagnosticLine } from './deskClient.ts'

/** The lines of a filed form as they stand, by the names with which an amendment calls them. */
export function filedLines({ original, lines }: FilingLines): string[] {
  if (original) return [`It is an amendment itself: section16 draft --amend ${original.filingId}`]
  return lines.flatMap(({ place, at, cells }) => [
    `${place}: ${JSON.stringify(at)}`,
    ...cells
      .filter(({ written, footnotes }) => written !== null || footnotes.length > 0)
      .map(({ field, written, footnotes }) => {
        const marks = footnotes.map(({ id }) => ` (${id})`).join('')
        return printable(`  ${field}: ${written ?? ''}${marks}`)
      }),
  ])
}

/** What an amendment is or would be, and what it brings about. */
export function amendmentLines(answer: AmendmentTrial & { draftId?: string }): string[] {
  return [
    ...(answer.filing === null ? ['No amendment comes of this.'] : consequenceLines(answer)),
    ...answer.diagnostics.map((one) => `  ${one.severity}: ${diagnosticLine(one)}`),
    ...(answer.draftId === undefined ? [] : [`section16 draft ${answer.draftId}`]),
  ]
}

/** Kind and lateness of its lines, and the totals filed since that no longer follow. */
export function consequenceLines({ lines, isLate, affected }: Pick<Amendment, 'lines' | 'isLate' | 'affected'>) {
  return [
    ...lines.map(({ place, kind, verdict, due }) => {
      const dueOn = due === null ? '' : `, due ${due}`
      return `  ${place}: ${kind ?? 'not clear'}, ${verdict}${dueOn}`
    }),
    ...(isLate ? ['  It reports a transaction late: Item 405.'] : []),
    ...affected.map(({ accessionNumber, place, title, stated, follows }) =>
      printable(`  ${accessionNumber}, ${place}, ${title}: states ${stated}, ${follows} follows`),
    ),
  ]
}
