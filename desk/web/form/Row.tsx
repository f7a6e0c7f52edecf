import type { FormNumber } from '@section16/core/facts'
import type { OwnershipRow, Severity } from '@section16/core/model'
import {
  footnoteNumber,
  NUMERIC,
  type PrintedCell,
  type PrintedColumn,
  type PrintedKey,
  type PrintedRow,
} from '@section16/core/render'
import { memo } from 'react'
import { isCoded, isEditable } from './cells.ts'
import { areGrave, type Finding, SEVERITIES } from './findings.ts'
import { isSameFindings } from './same.ts'

interface RowProps {
  readonly row: OwnershipRow
  /** What `row` prints, by `printedOnce`: another object where `row` or `form` is another, so these are not compared. */
  readonly printed: PrintedRow
  /** From 0. */
  readonly at: number
  readonly form: FormNumber
  readonly columns: readonly PrintedColumn[]
  readonly findings: readonly Finding[]
  /** The column that the keyboard would come to; undefined where that is another line's. */
  readonly active: PrintedKey | undefined
  /** The text in the open cell; undefined where none is open. */
  readonly typed: string | undefined
  /** The id of the element that says what is objected to the open cell. */
  readonly objections: string
  readonly isReadOnly: boolean
}

/** A line of a table. The table listens for what happens in it. */
export const Row = memo(
  DrawnRow,
  (one, other) =>
    one.printed === other.printed &&
    one.at === other.at &&
    one.active === other.active &&
    one.typed === other.typed &&
    one.isReadOnly === other.isReadOnly &&
    one.columns.length === other.columns.length &&
    one.columns.every(({ key }, i) => key === other.columns[i]?.key) &&
    isSameFindings(one.findings, other.findings),
)

function DrawnRow({ row, printed, at, form, columns, findings, active, typed, objections, isReadOnly }: RowProps) {
  const ofRow = findings.filter(({ cell }) => !columns.some(({ key }) => key === cell?.key))
  return (
    <tr data-at={at} className={row.isTransaction ? undefined : 'holding'}>
      <th scope="row" className="number" data-severity={worst(ofRow)}>
        {at + 1}
        <span className="kind" title={row.isTransaction ? 'Transaction' : 'Holding'}>
          {row.isTransaction ? 'T' : 'H'}
        </span>
        <Objections findings={ofRow} />
      </th>
      {columns.map((column) => {
        const own = findings.filter(({ cell }) => cell?.key === column.key)
        const isOpen = active === column.key && typed !== undefined
        const isInvalid = areGrave(own)
        const canEdit = !isReadOnly && isEditable(row, column.key, form)
        return (
          <td
            key={column.key}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: what is edited in place is a grid
            role="gridcell"
            data-key={column.key}
            data-severity={worst(own)}
            data-c={column.number === '' ? column.name : `${column.number}. ${column.name}`}
            tabIndex={active === column.key && !isOpen ? 0 : -1}
            aria-readonly={!canEdit}
            aria-invalid={isInvalid}
            className={classOf(column.key, canEdit, isOpen)}
          >
            {isOpen ? (
              // What is objected to it is said below the table: in here, each letter would lay the whole table out anew.
              <input
                aria-label={`${column.name}, row ${at + 1}`}
                defaultValue={typed}
                className={isCoded(column.key) ? 'coded' : undefined}
                list={
                  column.key === 'code' ? 'transaction-codes' : column.key === 'securityTitle' ? 'titles' : undefined
                }
                aria-invalid={isInvalid}
                aria-describedby={objections}
                autoComplete="off"
                spellCheck={column.key === 'natureOfOwnership'}
              />
            ) : (
              <>
                <Content cell={printed[column.key]} />
                <Objections findings={own} />
              </>
            )}
          </td>
        )
      })}
    </tr>
  )
}

function classOf(key: PrintedKey, canEdit: boolean, isOpen: boolean): string {
  return [NUMERIC.has(key) && 'n', WIDE.has(key) && 'w', !canEdit && 'shut', isOpen && 'open'].filter(Boolean).join(' ')
}

const WIDE: ReadonlySet<PrintedKey> = new Set(['securityTitle', 'underlyingTitle', 'natureOfOwnership'])

/** A cell as the form prints it. */
function Content({ cell }: { readonly cell: PrintedCell }) {
  return cell.map(({ parts, marks }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a cell have nothing else
    <div key={i}>
      {parts.map(({ kind, text }) => (
        <span key={`${kind}${text}`} className={kind}>
          {kind === 'invalid' ? `‹${text}›?` : text}
        </span>
      ))}
      {marks.map((id) => (
        <sup key={id}>({footnoteNumber(id)})</sup>
      ))}
    </div>
  ))
}

/** What is objected to a cell, for who does not see its colour. */
function Objections({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <span className="unseen">
      {findings.map(({ severity, message }) => ` ${SEVERITIES[severity]}: ${message}`).join('')}
    </span>
  )
}

function worst(findings: readonly Finding[]): Severity | undefined {
  return findings[0]?.severity
}
