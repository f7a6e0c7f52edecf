import { reported, type ValueType } from '@section16/core/model'
import { escapeHtml } from '@section16/core/render'
import type { ReviewField } from './reviewField.ts'

/** What an answer of each type looks like, for a person and as a pattern for the input. */
const NOTATIONS: Readonly<Partial<Record<ValueType, { hint: string; pattern: string }>>> = {
  date: { hint: 'YYYY-MM-DD', pattern: '\\d{4}-\\d{2}-\\d{2}' },
  decimal: { hint: 'digits with a point', pattern: '-?\\d*\\.?\\d+' },
  cik: { hint: 'up to ten digits', pattern: '\\d{1,10}' },
}

/** Texts at least this long are written in several lines. */
const LONG_TEXT = 60

/**
 * The answers to choose from: what was read is right, one of the alternatives, something else, or nothing stands there.
 * Each radio button's value is the answer as JSON, so that it is exactly what was read. Nothing is chosen beforehand, but
 * for what was answered before.
 */
export function answerFields(field: ReviewField): string {
  const { id, title, state, value } = field
  const choices = [...offered(field).map((one) => choice(field, one)), ...free(field)]
  const blank = value === undefined && field.words === '' ? 'leave it blank' : 'nothing stands there'
  choices.push(radio(id, null, escapeHtml(blank), state === 'answered' && value === undefined))
  return `<fieldset><legend>Your answer <span class="unseen">to ${escapeHtml(title)}</span></legend>${choices.join('')}</fieldset>`
}

/** What the field may be offered as: only what can be an answer. */
function offered({ type, value, alternatives }: ReviewField): string[] {
  if (type === 'boolean') return ['1', '0']
  const said = [...new Set([value, ...alternatives])]
  return said.filter((one) => one !== undefined && reported(type, one).kind === 'value') as string[]
}

function choice({ id, type, value, state }: ReviewField, written: string): string {
  const isRead = value !== undefined && isSame(type, value, written)
  const label = `${isRead ? 'right: ' : ''}<b>${shown(type, written)}</b>`
  return radio(id, type === 'boolean' ? written === '1' : written, label, state === 'answered' && isRead)
}

function isSame(type: ValueType, a: string, b: string): boolean {
  return type === 'boolean' ? reported(type, a).value === reported(type, b).value : a === b
}

/** A value as the page shows it: a box to tick in words. */
export function shown(type: ValueType, written: string): string {
  const said = type === 'boolean' ? reported(type, written).value : undefined
  return said === undefined ? escapeHtml(written) : said ? 'yes' : 'no'
}

/** A text of one's own; a box to tick has none. */
function free({ id, type, title, value }: ReviewField): string[] {
  if (type === 'boolean') return []
  const { hint, pattern } = NOTATIONS[type] ?? {}
  const label = `aria-label="${escapeHtml(title)}${hint ? `, ${hint}` : ''}"`
  const start = escapeHtml(value ?? '')
  const input =
    type === 'text' && (value?.length ?? 0) >= LONG_TEXT
      ? `<textarea rows="4" ${label}>${start}</textarea>`
      : `<input type="text" ${label} value="${start}" autocomplete="off" spellcheck="false"${pattern ? ` pattern="${pattern}" title="${hint}"` : ''}>`
  const said = hint ? ` <small>${hint}</small>` : ''
  return [
    `<div class="choice"><label><input type="radio" name="${id}" value="other"> it is</label>${input}${said}</div>`,
  ]
}

function radio(id: string, answer: string | boolean | null, label: string, isChosen: boolean): string {
  return `<div class="choice"><label><input type="radio" name="${id}" value="${exactJson(answer)}"${isChosen ? ' checked' : ''}> ${label}</label></div>`
}

/** JSON between quotation marks of an attribute, in characters that no cleaning touches. */
export function exactJson(value: unknown): string {
  const json = JSON.stringify(value)
  return escapeHtml(json.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`))
}
