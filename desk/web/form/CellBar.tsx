import { elementTitle, transactionCodes } from '@section16/core/facts'
import { footnoteText, type OwnershipDocument } from '@section16/core/model'
import { footnoteNumber, type PrintedColumn, printedNumber } from '@section16/core/render'
import { marksOf, rowAt } from './cells.ts'
import { Fix } from './Fix.tsx'
import { type Finding, SEVERITIES } from './findings.ts'

/** The balance after a line as the reports before it say. Amounts are decimal text. */
export interface StatedBalance {
  readonly path: string
  readonly before: string
  readonly change: string
  readonly after: string
  /** From the last report to this line, a sentence a step. */
  readonly derivation: readonly string[]
}

interface CellBarProps {
  /** The id of the element that says what is objected: the open cell is described by it. */
  readonly objections: string
  readonly document: OwnershipDocument
  readonly rowPath: string
  readonly place: string
  readonly column: PrintedColumn
  readonly findings: readonly Finding[]
  readonly balance: StatedBalance | undefined
}

/** Below a table: the cell one is at, in the form's words; what is objected to it; its footnotes; where a balance comes from. */
export function CellBar({ objections, document, rowPath, place, column, findings, balance }: CellBarProps) {
  const row = rowAt(document, rowPath)
  const meaning = column.key === 'code' ? transactionCodes.get(row.coding.code.value ?? '')?.meaning : undefined
  const hasMarks = column.key !== 'transactionValue' && column.number !== ''
  const marks = hasMarks ? marksOf(document, rowPath, column.key) : []
  return (
    <div className="cellbar" aria-live="polite">
      <p className="where">
        {place}, column {column.number}: {column.title.replaceAll('\u00ad', '')}
        {meaning !== undefined && <b> {meaning}.</b>}
      </p>
      <div id={objections}>
        {findings.map((finding) => (
          <p key={finding.code + finding.path} data-severity={finding.severity} className="finding">
            <span className="tag">{SEVERITIES[finding.severity]}</span> {finding.message}{' '}
            {finding.fix !== undefined && <Fix words={finding.fix} />}
          </p>
        ))}
      </div>
      {marks.map((id) => (
        <p key={id} className="note">
          ({footnoteNumber(id)}) {footnoteText(document, id) ?? 'The filing has no such footnote.'}
        </p>
      ))}
      {balance !== undefined && (
        <details className="balance">
          <summary>
            By the reports before and the lines above: {printedNumber(balance.before)}{' '}
            {balance.change.startsWith('-') ? '−' : '+'} {printedNumber(balance.change.replace('-', ''))} ={' '}
            <b>{printedNumber(balance.after)}</b>
          </summary>
          <ol>
            {balance.derivation.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      )}
      {column.number === '' && <p className="ours">{elementTitle(column.key)}: no form has a column for it.</p>}
    </div>
  )
}
