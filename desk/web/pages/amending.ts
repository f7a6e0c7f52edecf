import type { Shape } from '../api/routes.ts'
import { dayOf } from '../parts/dayOf.ts'

type Line = Shape<'FiledLine'>
type Field = Shape<'LineField'>
type Wanted = Shape<'AmendmentChange'>

/** What is typed into cells, by cell. */
export type Typed = Readonly<Partial<Record<Field, string>>>

/** One change while it is put together. */
export type Change = { readonly key: number; readonly reason: string } & (
  | { readonly kind: 'corrected'; readonly line: Line; readonly typed: Typed }
  | { readonly kind: 'added'; readonly element: Shape<'LineElement'>; readonly typed: Typed }
  | { readonly kind: 'withdrawn'; readonly line: Line }
  | { readonly kind: 'explained'; readonly heading: Heading }
)

/** What of the heading should be otherwise; an empty day and an undefined box stay as they were. */
export interface Heading {
  readonly periodOfReport: string
  readonly aff10b5One?: boolean
  readonly notSubjectToSection16?: boolean
}

/** A change as the desk is asked for it. */
export function wantedOf(change: Change): Wanted {
  const reason = change.reason.trim()
  switch (change.kind) {
    case 'corrected':
      return { kind: 'lineCorrected', at: change.line.at, cells: cellsOf(change.typed), footnotes: [], reason }
    case 'added':
      return { kind: 'lineAdded', element: change.element, cells: cellsOf(change.typed), reason }
    case 'withdrawn':
      return { kind: 'explained', withdraws: change.line.at, reason }
    case 'explained':
      return { kind: 'explained', heading: headingOf(change.heading), reason }
  }
}

function headingOf({ periodOfReport, ...boxes }: Heading) {
  return { ...boxes, ...(periodOfReport.trim() !== '' && { periodOfReport: dayOf(periodOfReport) }) }
}

function cellsOf(typed: Typed): (Wanted & { kind: 'lineAdded' })['cells'] {
  return (Object.entries(typed) as [Field, string][]).map(([field, text]) => ({
    field,
    written: text.trim() === '' ? null : cellText(field, text),
  }))
}

const NUMBERS = /(?:Shares|Value|Price|PerShare|Following|FollowingTransaction)$/

/** A day or a number as it is typed, the way the form has it; anything else as typed. */
function cellText(field: Field, text: string): string {
  if (field.endsWith('Date')) return dayOf(text)
  if (!NUMBERS.test(field)) return text.trim()
  return text
    .trim()
    .replace(/^\$/, '')
    .replaceAll(/,(?=\d{3}(?:\D|$))/g, '')
}
