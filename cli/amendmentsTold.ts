import {
  type AmendmentAnswer,
  type FieldChange,
  type LineChange,
  lineName,
  type OpenStatement,
  placeOf,
} from '@section16/core/ledger'
import type { Table } from '@section16/core/write'
import { drawDerivation } from './derivationDrawn.ts'
import { printable } from './input/names.ts'
import { cellsOf, type Written } from './tableCells.ts'
import { hasColour, type ShowOptions, styled } from './terminal.ts'

/** What is said of one amendment, as JSON. */
export function amendmentJson(answer: AmendmentAnswer): object {
  const { amendment, kind, derivation } = answer
  const { documentType, dateOfOriginalSubmission } = amendment.document
  const head = {
    amendment: amendment.key,
    form: documentType.value ?? null,
    filedOn: amendment.filedOn ?? null,
    dateOfOriginalSubmission: dateOfOriginalSubmission.value ?? null,
  }
  if (kind === 'open') {
    const candidates = answer.candidates.map(({ key }) => key)
    return { ...head, amends: null, reason: answer.reason, candidates, derivation }
  }
  const { scope, changes, statements, openStatements } = answer.applied
  return {
    ...head,
    amends: answer.original.key,
    basis: answer.basis,
    scope,
    changes: changes.map(changeJson),
    statements,
    openStatements: openStatements.map(openStatementJson),
    derivation,
  }
}

function changeJson(change: LineChange): object {
  const before = 'before' in change ? placeOf(change.before) : undefined
  const line = 'line' in change ? placeOf(change.line) : undefined
  const places = { ...(before && { before }), ...(line && { line }) }
  if (change.kind === 'corrected') return { kind: change.kind, ...places, fields: change.changes }
  if (change.kind === 'withdrawn')
    return { kind: change.kind, ...places, basis: change.basis, statement: change.statement }
  if (change.kind === 'open')
    return { kind: change.kind, ...places, reason: change.reason, candidates: change.candidates.map(placeOf) }
  return { kind: change.kind, ...places }
}

function openStatementJson({ statement, reason, candidates }: OpenStatement): object {
  return { ...statement, reason, candidates: candidates.map(placeOf) }
}

const COLUMNS = [
  'amendment',
  'filedOn',
  'amends',
  'basis',
  'change',
  'line',
  'before',
  'field',
  'was',
  'is',
  'why',
] as const

/** A row for each changed field, each other line, and each thing left open. */
export function amendmentsTable(answers: readonly AmendmentAnswer[]): Table {
  return { columns: COLUMNS, rows: answers.flatMap(rowsOf).map(cellsOf) }
}

function rowsOf(answer: AmendmentAnswer): Written[][] {
  const { amendment } = answer
  const head = [amendment.key, amendment.filedOn]
  if (answer.kind === 'open') return [[...head, '', '', 'open', '', '', '', '', '', answer.reason]]
  const of = [...head, answer.original.key, answer.basis]
  const { changes, openStatements } = answer.applied
  return [
    ...changes.flatMap((change) => changeRows(change).map((row) => [...of, ...row])),
    ...openStatements.map(({ statement, reason }) => [
      ...of,
      'open',
      '',
      '',
      '',
      '',
      '',
      `${reason}: ${statement.text}`,
    ]),
  ]
}

function changeRows(change: LineChange): string[][] {
  const line = 'line' in change ? lineName(change.line) : ''
  const before = 'before' in change ? lineName(change.before) : ''
  const head = [change.kind, line, before]
  if (change.kind === 'corrected') {
    return change.changes.map(({ field, before: was, after }) => [...head, field, was ?? '', after ?? '', ''])
  }
  const why = change.kind === 'withdrawn' ? change.statement.text : change.kind === 'open' ? change.reason : ''
  return [[...head, '', '', '', why]]
}

/** One amendment for people. */
export function drawAmendment(answer: AmendmentAnswer, options: ShowOptions & { explain?: boolean }): string[] {
  const { amendment, derivation } = answer
  const { documentType, issuer, reportingOwners } = amendment.document
  const owners = reportingOwners.map(({ id }) => id.name.value ?? id.cik.value ?? '?').join(', ')
  const said = [amendment.key, `Form ${documentType.value ?? '?'}`, issuer.name.value ?? '?', owners].join('  ')
  return [
    styled('bold', printable(said), hasColour(options)),
    ...(answer.kind === 'open'
      ? openLines(
          answer.reason,
          answer.candidates.map(({ key }) => key),
        )
      : resolvedLines(answer)),
    ...(options.explain ? drawDerivation(derivation) : []),
    '',
  ]
}

function openLines(reason: string, candidates: readonly string[]): string[] {
  const near = candidates.length > 0 ? `; near: ${candidates.join(', ')}` : ''
  return [printable(`  left open: ${reason}${near}`)]
}

function resolvedLines({ original, applied }: Extract<AmendmentAnswer, { kind: 'resolved' }>): string[] {
  return [
    printable(`  amends ${original.key}`),
    ...applied.changes.filter(({ kind }) => kind !== 'kept' && kind !== 'repeated').flatMap(changeLines),
    ...applied.openStatements.map(({ statement }) => printable(`  left open: it says "${statement.text}"`)),
  ]
}

function changeLines(change: LineChange): string[] {
  if (change.kind === 'corrected') {
    const fields = change.changes.map(
      ({ field, before, after }: FieldChange) => `${field} ${before ?? '-'} → ${after ?? '-'}`,
    )
    return [printable(`  corrects ${lineName(change.before)}: ${fields.join(', ')}`)]
  }
  if (change.kind === 'withdrawn') {
    return [printable(`  withdraws ${lineName(change.before)}: "${change.statement.text}"`)]
  }
  if (change.kind === 'open') {
    const near = change.candidates.map(lineName).join(', ')
    return [printable(`  leaves ${lineName(change.line)} open: ${change.reason} ${near}`)]
  }
  return change.kind === 'added' ? [printable(`  adds ${lineName(change.line)}`)] : []
}
