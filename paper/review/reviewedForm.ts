import { coreDiagnostics, formPlace, messageOf } from '@section16/core/facts'
import type { Diagnostic, OwnershipDocument } from '@section16/core/model'
import { escapeHtml, printedTitle } from '@section16/core/render'
import { paperKinds } from '../form/paperKinds.ts'
import { paperEdition } from '../labels/paperEditions.ts'
import type { PaperReading, Recognised } from '../understand/paperReading.ts'
import { paperWordings } from '../wordings.ts'
import { doubtfulField, percent, plainField, referredField } from './fieldHtml.ts'
import { type LooseWords, looseSection, looseWords } from './looseWords.ts'
import type { Mark, Target } from './marks.ts'
import { doubtfulOf, isDoubtful, isMissing, type ReviewField, reviewFields } from './reviewField.ts'

/** A form with its fields and loose words, which are the targets of marks. */
export interface ReviewedForm {
  readonly reading: PaperReading
  /** From 1, in the file. */
  readonly number: number
  readonly fields: readonly ReviewField[]
  readonly loose: readonly LooseWords[]
}

export function reviewedForm(reading: PaperReading, number: number): ReviewedForm {
  const prefix = `f${number}`
  return { reading, number, fields: reviewFields(reading, prefix), loose: looseWords(reading, prefix) }
}

/** The targets of marks, doubtful ones first, so that a place of several fields leads to the doubtful one. */
export function targetsOf({ fields, loose }: ReviewedForm): Target[] {
  const targets = fields.map((field) => {
    const { id, title, value, words, places } = field
    return { id, label: `${title}: ${value ?? words}`, places, isDoubtful: isDoubtful(field) }
  })
  return [...targets.filter((one) => one.isDoubtful), ...loose, ...targets.filter((one) => !one.isDoubtful)]
}

/** The form as read: what is doubtful first, then words without a field, then everything in the order of the form. */
export function formHtml(form: ReviewedForm, marks: ReadonlyMap<string, Mark>, of: string | undefined): string {
  const { reading, number, fields, loose } = form
  const told = remarksOf(reading, fields)
  const parts = [
    about(form, told.get('') ?? []),
    doubts(fields, marks, told),
    looseSection(loose, 'unplaced', marks),
    asRead(form, marks, told),
    looseSection(loose, 'noise', marks),
  ]
  const hash = of === undefined ? '' : ` data-of="${escapeHtml(of)}"`
  return `<section class="form" data-number="${number}"${hash} aria-labelledby="f${number}">${parts.join('')}</section>`
}

/** What the paper was taken for, and what there is to say about the whole. */
function about({ reading: { document, recognised }, number }: ReviewedForm, remarks: readonly string[]): string {
  const items = remarks.map((remark) => `<li>${escapeHtml(remark)}</li>`)
  const list = items.length === 0 ? '' : `<ul class="about">${items.join('')}</ul>`
  return `<h2 id="f${number}">${escapeHtml(printedTitle(document))}</h2><p class="about">${escapeHtml(recognisedAs(recognised))}</p>${list}`
}

function recognisedAs({ kind, form, isAmendment, edition, certainty }: Recognised): string {
  const what = form === undefined ? 'a form whose number was not read' : `Form ${form}${isAmendment ? '/A' : ''}`
  const print = paperEdition(edition)
  return `Recognised in ${paperKinds[kind]}: ${what}${print ? `, ${print.title}` : ''}; certainty ${percent(certainty)}.`
}

/** Codes that say what the page shows by itself, with the field or in a section of its own. */
const SHOWN = /^P(?:12\d|14\d)$/

/** What else was noticed, in words, by the path of its field; '' for the whole, and for what is no single field. */
function remarksOf({ document, diagnostics }: PaperReading, fields: readonly ReviewField[]): Map<string, string[]> {
  const paths = new Set(fields.map(({ path }) => path))
  const others = diagnostics.filter(({ code }) => !SHOWN.test(code))
  const groups = Map.groupBy(others, ({ at: { path = '' } }) => (paths.has(path) ? path : ''))
  return new Map([...groups].map(([path, list]) => [path, list.map((one) => remark(document, one, path))]))
}

const WORDINGS = { ...coreDiagnostics, ...paperWordings }

function remark(document: OwnershipDocument, diagnostic: Diagnostic, shownAt: string): string {
  const { path } = diagnostic.at
  const place = path === undefined || path === shownAt ? undefined : formPlace(document, path)
  return `${place === undefined ? '' : `${place}: `}${messageOf(diagnostic, WORDINGS)}`
}

type Remarks = ReadonlyMap<string, readonly string[]>

/** What is legible and doubtful, then what is not on the paper. */
function doubts(fields: readonly ReviewField[], marks: ReadonlyMap<string, Mark>, told: Remarks): string {
  const listed = (some: readonly ReviewField[]) =>
    some.map((field) => doubtfulField(field, marks.get(field.id), told.get(field.path) ?? [])).join('')
  const [doubtful, missing] = [doubtfulOf(fields), fields.filter(isMissing)]
  const none = '<p class="ours">Nothing that was read is doubtful.</p>'
  const first = `<section class="doubts"><h3>Doubtful: ${doubtful.length}</h3>${listed(doubtful) || none}</section>`
  if (missing.length === 0) return first
  return `${first}<section class="doubts"><h3>Not on the paper: ${missing.length}</h3>${listed(missing)}</section>`
}

/** Everything by the parts of the form; blank fields are folded up. */
function asRead({ reading, fields }: ReviewedForm, marks: ReadonlyMap<string, Mark>, told: Remarks): string {
  const plain = (field: ReviewField) => plainField(field, marks.get(field.id), told.get(field.path) ?? [])
  const groups = Map.groupBy(fields, ({ path }) => groupOf(path))
  const sections = [...groups].map(([group, members]) => {
    const title = groupTitle(reading, group)
    const own = members.map((field) => ({ ...field, formPlace: placeWithin(title, field) }))
    const filled = own.filter(({ state }) => state !== 'blank')
    const rows = filled.map((field) => (isDoubtful(field) ? referredField(field) : plain(field)))
    const blank = own.filter(({ state }) => state === 'blank').map(plain)
    return `<div class="group"><h4>${escapeHtml(title)}</h4><div class="rows">${rows.join('')}</div>${folded(title, blank)}</div>`
  })
  return `<section><h3>The form as read</h3>${sections.join('')}</section>`
}

function folded(title: string, blank: readonly string[]): string {
  if (blank.length === 0) return ''
  const summary = `${blank.length} blank<span class="unseen"> in ${escapeHtml(title)}</span>`
  return `<details><summary>${summary}</summary><div class="rows">${blank.join('')}</div></details>`
}

/** A line's or person's title need not be said again with each field. */
function placeWithin(group: string, { formPlace: place }: ReviewField): string {
  if (group.startsWith('Reporting person')) return place.replace(/, owner \d+$/, '')
  if (place === group) return ''
  return place.startsWith(`${group}, `) ? place.slice(group.length + 2) : place
}

/** The path of the line, owner, signature or box that a field belongs to; '' for the heading. */
function groupOf(path: string): string {
  const part =
    /^\/ownershipDocument\/(?:(?:d|nonD)erivativeTable\/[^/]+|(?:issuer|reportingOwner|footnotes|ownerSignature)\b[^/]*|remarks)/
  return part.exec(path)?.[0] ?? ''
}

function groupTitle({ document }: PaperReading, group: string): string {
  if (group === '') return 'Heading'
  const place = formPlace(document, group) ?? group
  if (/\/reportingOwner\[(\d+)\]$/.test(group)) return `Reporting person ${/\[(\d+)\]$/.exec(group)![1]}`
  return group.endsWith('/issuer') ? 'Issuer' : place
}
