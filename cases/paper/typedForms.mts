import { readdirSync, readFileSync } from 'node:fs'
import type { PaperCell, PaperForm, PaperOwner, PaperRow, PaperTick } from '../../paper/form/paperForm.ts'

/** What a case says stands on its forms, or what the reader read, in the words of `README.md`. */
export interface StatedForm {
  readonly [field: string]: unknown
}

export interface TypedCase {
  readonly name: string
  readonly text: string
  readonly stated: readonly StatedForm[]
}

/** The cases of a folder beside this file; an empty list where the folder is missing. */
export function typedCases(folder: string): readonly TypedCase[] {
  const at = new URL(`./${folder}/`, import.meta.url)
  return readdirSync(at)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({
      name: name.replace('.txt', ''),
      text: readFileSync(new URL(name, at), 'utf8'),
      stated: (JSON.parse(readFileSync(new URL(name.replace('.txt', '.json'), at), 'utf8')) as { forms: StatedForm[] })
        .forms,
    }))
}

/** The fields of forms that were read, flat: `0/I/1/price` → `$4.50 ^1`. */
export function fieldsOf(forms: readonly PaperForm[]): ReadonlyMap<string, string> {
  return flat(forms.map(statedForm))
}

/** Which of the cells of rows the reader doubts, as `fieldsOf` names them. */
export function doubtedCells(forms: readonly PaperForm[]): ReadonlySet<string> {
  return new Set(
    forms.flatMap((form, i) =>
      (['I', 'II'] as const).flatMap((table) =>
        form.rows[table].flatMap((row, k) =>
          Object.entries(row).flatMap(([key, { words }]) =>
            words.some(({ certainty }) => certainty < 1) ? [`${i}/${table}/${k}/${key}`] : [],
          ),
        ),
      ),
    ),
  )
}

/** A case's fields, flat in the same way. */
export function statedFields(stated: readonly StatedForm[]): ReadonlyMap<string, string> {
  return flat(stated)
}

function flat(value: unknown, path = ''): Map<string, string> {
  if (value === undefined || value === null || value === false) return new Map()
  if (typeof value !== 'object') return new Map([[path, String(value)]])
  const entries = Object.entries(value).flatMap(([key, one]) => [...flat(one, path === '' ? key : `${path}/${key}`)])
  return new Map(path.endsWith('icked') ? Object.values(value).map((key) => [`${path}/${key}`, 'x']) : entries)
}

/** A form that was read as a case states it. */
function statedForm(form: PaperForm): StatedForm {
  return {
    form: form.form,
    isAmendment: form.isAmendment,
    ombExpires: said(form.ombExpires),
    owners: form.owners.map(statedOwner),
    issuer: said(form.issuer),
    tradingSymbol: said(form.tradingSymbol),
    periodOfReport: said(form.periodOfReport),
    dateOfOriginalSubmission: said(form.dateOfOriginalSubmission),
    ticked: ticked(form),
    I: form.rows.I.map(statedRow),
    II: form.rows.II.map(statedRow),
    footnotes: Object.fromEntries(form.footnotes.map(({ mark, text }) => [mark, text.text])),
    remarks: said(form.remarks),
    signatures: form.signatures.map(({ name, date }) => [said(name), said(date)]),
    unplaced: form.unplaced.map(said),
  }
}

function statedOwner(owner: PaperOwner): StatedForm {
  const { name, address, street1, street2, city, state, zipCode, officerTitle, otherText } = owner
  return {
    name: said(name),
    address: address?.lines,
    street1: said(street1),
    street2: said(street2),
    city: said(city),
    state: said(state),
    zipCode: said(zipCode),
    ticked: ticked(owner),
    officerTitle: said(officerTitle),
    otherText: said(otherText),
  }
}

function statedRow(row: PaperRow): StatedForm {
  return Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, said(cell)]))
}

/** What a cell says with its marks; nothing where it has only dashes. */
function said(cell: PaperCell | undefined): string | undefined {
  if (!cell || (!/\w/.test(cell.text) && cell.marks.length === 0)) return undefined
  return cell.marks.length > 0 ? `${cell.text} ^${cell.marks.join(',')}` : cell.text
}

function ticked(of: object): readonly string[] {
  return Object.entries(of)
    .filter(([, value]) => (value as PaperTick | undefined)?.state === 'ticked')
    .map(([key]) => key)
    .toSorted()
}
