import { escapeHtml } from '@section16/core/render'
import type { EvidenceSource, QuestionReason } from '../understand/paperReading.ts'
import { answerFields, exactJson, shown } from './answerFields.ts'
import { type Mark, placeLink } from './marks.ts'
import { isMissing, type ReviewField } from './reviewField.ts'

const REASONS: Readonly<Record<QuestionReason, string>> = {
  missing: 'The form asks for it.',
  unread: 'What stands there could not be read; the field was left open.',
  misfit: 'What stands there is no value of this field; it was kept as written.',
  contradiction: 'Two readings exclude each other; the field was left open.',
  uncertain: 'It was read with less certainty than asked for; the field was left open.',
  notWhole: 'Parts of the form are missing. Say yes only if this is all of it.',
}

const SOURCES: Readonly<Partial<Record<EvidenceSource, string>>> = {
  header: 'The submission’s header says it.',
  form: 'The form’s own logic says it.',
}

/** A doubtful field: what was read and why, and the answers to choose from. */
export function doubtfulField(field: ReviewField, mark: Mark | undefined, remarks: readonly string[]): string {
  return `<div class="field ${field.state}" ${identity(field)}>${heading(field, 'h4')}${isMissing(field) ? '' : `<p class="read">${read(field)}${link(mark)}</p>`}${evidence(field, remarks)}${answerFields(field)}</div>`
}

/** A field that was read without doubt, or a blank one: it can be corrected all the same. */
export function plainField(field: ReviewField, mark: Mark | undefined, remarks: readonly string[]): string {
  return `<div class="field ${field.state}" ${identity(field)}>${heading(field, 'h5')}<p class="read">${read(field)}${link(mark)}</p><details><summary>Change<span class="unseen"> ${escapeHtml(field.title)}</span></summary>${evidence(field, remarks)}${answerFields(field)}</details></div>`
}

/** A doubtful field in its place on the form: the value, and where it is asked about. */
export function referredField(field: ReviewField): string {
  return `<div class="field">${titleLine(field, 'h5')}<p class="read">${read(field)} <a href="#${field.id}">${isMissing(field) ? 'asked for' : 'doubtful'}<span class="unseen">: ${escapeHtml(field.title)}</span></a></p></div>`
}

function identity({ id, path }: ReviewField): string {
  return `id="${id}" data-path="${exactJson(path)}" data-target role="group" aria-labelledby="${id}-t"`
}

function heading(field: ReviewField, level: 'h4' | 'h5'): string {
  return titleLine(field, level, ` id="${field.id}-t"`)
}

function titleLine({ title, formPlace }: ReviewField, level: 'h4' | 'h5', id = ''): string {
  const place = formPlace === '' ? '' : ` <small>${escapeHtml(formPlace)}</small>`
  return `<${level}${id}>${escapeHtml(title)}${place}</${level}>`
}

function read({ type, value, footnotes }: ReviewField): string {
  const marks = footnotes.map((mark) => `<sup>(${escapeHtml(mark)})</sup>`).join('')
  return (
    (value === undefined ? '<span class="ours">blank</span>' : `<span class="v">${shown(type, value)}</span>`) + marks
  )
}

function link(mark: Mark | undefined): string {
  return mark ? ` ${placeLink(mark)}` : ''
}

function evidence(field: ReviewField, remarks: readonly string[]): string {
  const { words, type, alternatives, question, evidence: why } = field
  const lines: [string, string][] = []
  if (question)
    lines.push(['Asked', `${REASONS[question.reason]}${question.isNeeded ? ' A submission needs it.' : ''}`])
  if (why?.correction) lines.push(...correction(why.correction))
  else if (words !== '') lines.push(['Words', words])
  for (const doubt of why?.doubts ?? []) lines.push(['Doubt', doubt])
  for (const remark of remarks) lines.push(['Remark', remark])
  if (alternatives.length > 0 && type !== 'boolean') lines.push(['It may be', alternatives.join(' · ')])
  if (why && why.words !== '') lines.push(['Certainty', percent(why.certainty)])
  const source = why && SOURCES[why.source]
  if (source) lines.push(['Source', source])
  if (why?.answered) lines.push(['Answered', `by ${why.answered.by}, ${why.answered.on}`])
  const items = lines.map(([name, text]) => `<div><dt>${name}</dt><dd>${escapeHtml(text)}</dd></div>`)
  return items.length === 0 ? '' : `<dl>${items.join('')}</dl>`
}

function correction({
  from,
  to,
  because,
}: {
  from: string
  to: string | undefined
  because: string
}): [string, string][] {
  return [
    ['Read as', from],
    ['Corrected to', to ?? 'nothing: it was left open'],
    ['Because', because],
  ]
}

/** Rounded down: only what is certain is 100%. */
export function percent(certainty: number): string {
  return `${Math.floor(certainty * 100)}%`
}
