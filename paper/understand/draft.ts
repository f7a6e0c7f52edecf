import {
  CalendarDate,
  Decimal,
  type FootnoteId,
  OwnershipDocument,
  OwnershipRow,
  OwnershipTable,
  type Reported,
  type RowElement,
  reported,
  TransactionCoding,
} from '@section16/core/model'
import { elementHome } from './elementHome.ts'
import { NO_ORIGIN, type Origin } from './evidence.ts'
import type { EvidenceSource } from './paperReading.ts'
import { type DoubtReason, doubted, type Reading } from './reading.ts'

/** A field on its way into the document: what was read, from what; the form's logic may still change it. */
export interface DraftField {
  reading: Reading
  readonly origin: Origin
  readonly source: EvidenceSource
  readonly footnotes: readonly FootnoteId[]
  answered?: { readonly by: string; readonly on: string }
}

interface FieldParts {
  readonly origin?: Origin
  readonly source?: EvidenceSource
  readonly footnotes?: readonly FootnoteId[]
}

const ROOT = '/ownershipDocument'

/**
 * The document while it is being understood: its lines and groups, and for each element path what was read. `written`
 * puts the fields into it once everything is settled.
 */
export class Draft {
  readonly document = new OwnershipDocument()
  readonly fields = new Map<string, DraftField>()
  /** Marks of fields that a filing cannot have footnotes on, by path. */
  readonly homeless = new Map<string, readonly FootnoteId[]>()

  /** Notes what was read for a path below the root, in the place of what was noted for it before. */
  put(path: string, reading: Reading, parts: FieldParts = {}): void {
    const { origin = NO_ORIGIN, source = 'print', footnotes = [] } = parts
    this.fields.set(`${ROOT}/${path}`, { reading, origin, source, footnotes })
  }

  field(path: string): DraftField | undefined {
    return this.fields.get(`${ROOT}/${path}`)
  }

  /** The value noted for a path, as it will be written; `undefined` for none. */
  value(path: string): string | undefined {
    const reading = this.field(path)?.reading
    return reading?.kind === 'value' ? reading.written : undefined
  }

  /** That value as a number; `undefined` for none, and for what is no number. */
  number(path: string): Decimal | undefined {
    return Decimal.parse(this.value(path) ?? '')
  }

  /** That value as a day; `undefined` for none, and for what is no day. */
  day(path: string): CalendarDate | undefined {
    return CalendarDate.parse(this.value(path) ?? '')
  }

  doubt(path: string, doubt: DoubtReason, alternatives: readonly string[] = []): void {
    const field = this.field(path)
    if (field && !field.reading.doubts.includes(doubt)) field.reading = doubted(field.reading, doubt, alternatives)
  }

  /** A new line of a table; returns its path below the root. */
  addRow(element: RowElement): string {
    const name = element.startsWith('d') ? 'derivativeTable' : 'nonDerivativeTable'
    if (!this.document[name].present) this.document[name] = new OwnershipTable()
    const { rows } = this.document[name]
    rows.push(new OwnershipRow(element))
    return `${name}/${element}[${rows.filter((row) => row.element === element).length}]`
  }

  /** The footnotes of a line's coding as a whole, where those of its code belong. */
  refer(row: string, footnotes: readonly FootnoteId[]): void {
    if (footnotes.length === 0) return
    const line = this.row(row)
    if (!line.coding.present) line.coding = new TransactionCoding()
    line.coding.footnotes = footnotes
  }

  /** The line at a path that `addRow` gave. */
  private row(path: string): OwnershipRow {
    const [, table, element, index] = /^(\w+)\/(\w+)\[(\d+)\]$/.exec(path)!
    const { rows } = this.document[table as 'derivativeTable']
    return rows.filter((one) => one.element === element)[Number(index) - 1]!
  }

  /** Puts every field where it belongs. */
  write(): void {
    for (const [path, field] of this.fields) {
      const home = elementHome(this.document, path)
      if (!home) throw new Error(`no home for ${path}`)
      const { written } = field.reading
      const parts = { footnotes: home.takesFootnotes ? field.footnotes : [] }
      if (!home.takesFootnotes && field.footnotes.length > 0) this.homeless.set(path, field.footnotes)
      if (written !== undefined || parts.footnotes.length > 0)
        home.put(reported(home.type, written, parts) as Reported<unknown>)
    }
  }
}
