import { inForceOn } from '../facts/dated.ts'
import type { FormNumber } from '../facts/documentTypes.ts'
import { type CheckBox, checkBoxes } from '../facts/formBoxes.ts'
import { placeName, stateCodes } from '../facts/placeCodes.ts'
import type { CalendarDate } from '../model/calendarDate.ts'
import { type OwnershipDocument, type ReportingOwnerAddress, rowsOf } from '../model/ownershipDocument.ts'
import type { Reported } from '../model/reported.ts'
import type { Submission } from '../model/submission.ts'
import { walk } from '../model/walk.ts'
import { clean } from './clean.ts'
import { footnoteNumber, printedDate } from './printed.ts'

/** What a submission's header knows of a filing and the form does not say. */
export type FilingHeader = Partial<Pick<Submission, 'accessionNumber' | 'filedAsOf' | 'acceptedAt'>>

/** What the header knows, by name; empty where it knows nothing. */
export function headerFacts({ accessionNumber, filedAsOf, acceptedAt }: FilingHeader): [name: string, value: string][] {
  const facts: [string, string | undefined][] = [
    ['Accession number', accessionNumber],
    ['Filed', filedAsOf && printedDate(filedAsOf)],
    ['Accepted', acceptedAt && `${printedDate(acceptedAt.date)} ${acceptedAt.time} Eastern`],
  ]
  return facts.filter(([, value]) => value !== undefined) as [string, string][]
}

/** The day that decides which edition is printed: the filing's, else the last signature's, else the period's. */
export function dateOf(document: OwnershipDocument, header: FilingHeader | undefined): CalendarDate | undefined {
  if (header?.filedAsOf) return header.filedAsOf
  const signed = document.ownerSignatures.flatMap(({ date }) => date.value ?? [])
  return signed.sort((a, b) => b.day - a.day)[0] ?? document.periodOfReport.value
}

/** Streets, then city, state and ZIP code, then the country; a foreign owner's territory stands for the state. */
export function addressLines(address: ReportingOwnerAddress): string[] {
  const said = (field: Reported<string>) => field.value ?? ''
  const territory = said(address.nonUSStateTerritory)
  const state = stateName(said(address.state))
  const region = [said(address.city), [territory, state].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const country = said(address.country)
  return [
    said(address.street1),
    said(address.street2),
    [region, said(address.zipCode)].filter(Boolean).join(' '),
    placeName(country) ?? country,
  ].filter((line) => clean(line).trim() !== '')
}

/** The post's own two letters stay; EDGAR's codes for territories and, before 2026, countries become names. */
function stateName(code: string): string {
  const state = stateCodes.get(code)
  return state && !state.territory ? code : (placeName(code) ?? code)
}

/** A box to tick and what a filing says of it. */
export interface PrintedCheckBox {
  readonly box: CheckBox
  readonly state: 'ticked' | 'empty' | 'unknown' | 'invalid'
  /** As filed, where that is neither yes nor no. */
  readonly written: string
  /** Why it is unknown. */
  readonly why: string
}

/** The boxes of a form's heading, and those that this filing answers though its form does not have them. */
export function printedCheckBoxes(
  document: OwnershipDocument,
  form: FormNumber,
  date: CalendarDate | undefined,
): PrintedCheckBox[] {
  return checkBoxes
    .filter(({ element, forms }) => forms.includes(form) || document[element].present)
    .map((box) => ({ box, written: '', why: '', ...answer(document, box, date) }))
}

function answer(
  document: OwnershipDocument,
  box: CheckBox,
  date: CalendarDate | undefined,
): Pick<PrintedCheckBox, 'state'> & Partial<PrintedCheckBox> {
  const field = document[box.element]
  if (field.kind === 'value') return { state: field.value ? 'ticked' : 'empty' }
  if (field.kind === 'invalid') return { state: 'invalid', written: field.written }
  switch (box.element) {
    case 'notSubjectToSection16':
      return { state: 'empty' }
    case 'aff10b5One':
      return { state: 'unknown', why: whyUnknown(box, date) }
    // EDGAR ticks these two by the rows where it prints them.
    case 'form3HoldingsReported':
    case 'form4TransactionsReported': {
      const type = box.element === 'form3HoldingsReported' ? '3' : '4'
      return { state: rowsOf(document).some(({ coding }) => coding.formType.value === type) ? 'ticked' : 'empty' }
    }
  }
}

/** Absent is not no: either the form had no such box yet, or the filing does not answer it. */
function whyUnknown(box: CheckBox, date: CalendarDate | undefined): string {
  if (date === undefined || inForceOn([box], date) || box.from === undefined) return 'Unknown: not answered.'
  return `Unknown: forms had no such box before ${printedDate(box.from)}.`
}

/** A footnote as printed. */
export interface PrintedNote {
  readonly id: string
  readonly number: string
  /** White space of any kind is one blank, as on EDGAR's pages. `undefined`: referred to, and not there. */
  readonly text: string | undefined
}

/** Every footnote in the order filed, then those that are referred to and missing. */
export function printedNotes(document: OwnershipDocument): PrintedNote[] {
  const { footnotes } = document.footnotes
  const known = new Set(footnotes.map(({ id }) => id))
  const missing = new Set<string>()
  const refer = (ids: readonly string[]) => {
    for (const id of ids) if (!known.has(id)) missing.add(id)
  }
  walk(document, { field: ({ footnotes: ids }) => refer(ids), references: refer })
  return [
    ...footnotes.map(({ id, text }) => ({ id, number: footnoteNumber(id), text: text.replace(/\s+/g, ' ').trim() })),
    ...[...missing].map((id) => ({ id, number: footnoteNumber(id), text: undefined })),
  ]
}

export const NO_SUCH_FOOTNOTE = 'The filing has no such footnote.'
export const NONE_OWNED = 'No securities are beneficially owned.'
