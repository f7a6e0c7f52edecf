import { type FormNumber, formNumberOf, transactionCodes } from '@section16/core/facts'
import type { OwnershipDocument, OwnershipRow } from '@section16/core/model'
import { columnHeadings, NO_ENTRIES, type PrintedColumn, type PrintedKey, printedTable } from '@section16/core/render'
import { type KeyboardEvent, memo, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { CellBar, type StatedBalance } from './CellBar.tsx'
import { cellText, isEditable, withTyped } from './cells.ts'
import { addRow, type Edit, hasRoom, moveRow, removeRow, repeatRow, rowsOfTable, type TableName } from './edit.ts'
import { byRow, type Finding } from './findings.ts'
import { type Move, moved, startOf } from './moves.ts'
import { pathOfRow, withValue } from './place.ts'
import { printedOnce } from './printedOnce.ts'
import { Row } from './Row.tsx'
import { TableTools, type Tool } from './TableTools.tsx'
import { useLatest } from './useLatest.ts'

/** A place in a table that the keyboard is at. */
export interface Cursor {
  readonly row: number
  readonly key: PrintedKey
}

/** What others may do with a table. */
export interface TableHandle {
  /** To the cell that the keyboard was at last; where there is no line, to what makes one. */
  readonly enter: () => void
  readonly goTo: (row: number, key: PrintedKey | undefined) => void
}

interface TableGridProps {
  readonly table: TableName
  readonly document: OwnershipDocument
  readonly findings: readonly Finding[]
  readonly balances: readonly StatedBalance[]
  readonly edit: (edit: Edit, joins?: boolean) => void
  /** Titles of securities that are offered. */
  readonly titles: readonly string[]
  readonly isReadOnly: boolean
  readonly onFootnotes: (table: TableName, cell: Cursor) => void
  readonly ref: Ref<TableHandle>
}

interface Open {
  /** The line when it was opened. */
  readonly before: OwnershipRow
  readonly text: string
  readonly isChanged: boolean
}

/**
 * Table I or II as the form has it, its cells edited in place. Arrow keys, Home, End and with Ctrl the corners go from
 * cell to cell; typing, Enter or F2 opens one, Enter closes it and goes down, Tab goes on to the next one open, Escape
 * takes back. Ctrl+Enter adds a line, Ctrl+D repeats one, Ctrl+Backspace takes one away, Alt with arrows moves it, Ctrl+M
 * asks for footnotes. Every letter is checked.
 */
export function TableGrid({
  table,
  document,
  findings,
  balances,
  titles,
  edit,
  isReadOnly,
  onFootnotes,
  ref,
}: TableGridProps) {
  const form = formNumberOf(document)
  const { title, examples, columns, rows: printed } = printedTable(table, document, form, printedOnce)
  const rows = rowsOfTable(document, table)
  const found = byRow(findings, table)
  const [wanted, setCursor] = useState<Cursor>()
  const [open, setOpen] = useState<Open>()
  const [hasFocus, setHasFocus] = useState(false)
  const grid = useRef<HTMLTableElement>(null)
  // Set when the focus has to follow the cursor: after a key, not after every drawing.
  const follows = useRef(false)
  const cursor = rows.length === 0 ? undefined : clamped(wanted, rows.length, columns)
  const kindOfLine = form === '3' ? 'Holding' : 'Transaction'
  const id = `table-${table}`
  const objections = `${id}-objections`

  const go = (to: Cursor) => {
    follows.current = true
    setCursor(to)
  }
  const section = useRef<HTMLElement>(null)
  useImperativeHandle(ref, () => ({
    enter: () => (cursor ? go({ ...cursor }) : section.current?.querySelector('button')?.focus()),
    goTo: (row, key) => {
      setOpen(undefined)
      go({ row, key: key ?? columns[0]!.key })
    },
  }))
  useEffect(() => {
    if (!follows.current || !cursor) return
    follows.current = false
    const cell = grid.current?.querySelector<HTMLElement>(`tr[data-at="${cursor.row}"] > [data-key="${cursor.key}"]`)
    const input = cell?.querySelector('input')
    const target = input ?? cell
    target?.focus()
    // A letter that opened the cell is already its text; else all of it is there to be typed over.
    if (open?.isChanged) input?.setSelectionRange(input.value.length, input.value.length)
    else input?.select()
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const openCell = (at: Cursor, text?: string) => {
    const row = rows[at.row]
    if (isReadOnly || row === undefined || !isEditable(row, at.key, form)) return go(at)
    setOpen({ before: row, text: text ?? cellText(document, pathOfRow(rows, at.row), at.key, form), isChanged: false })
    if (text !== undefined) type(at, text, false)
    go(at)
  }
  const type = (at: Cursor, text: string, joins: boolean) => {
    edit((draft) => withTyped(draft, pathOfRow(rowsOfTable(draft, table), at.row), at.key, text, form), joins)
    setOpen((was) => was && { ...was, isChanged: true })
  }
  const close = () => setOpen(undefined)
  const revert = () => {
    const { before, isChanged } = open!
    const { row } = cursor!
    if (isChanged) edit((draft) => withValue(draft, pathOfRow(rowsOfTable(draft, table), row), () => before))
    close()
    go(cursor!)
  }
  const goOn = (how: Move) => {
    close()
    go(moved(cursor!, how, columns, rows.length) ?? cursor!)
  }
  const move = (how: Move, andOpen = false) => {
    const to = moved(cursor!, how, columns, rows.length)
    if (to === undefined) return false
    if (andOpen) openCell(to)
    else goOn(how)
    return true
  }
  const change = (made: Edit, to: Cursor) => {
    close()
    edit(made)
    go(to)
  }
  const add = (kind: 'Transaction' | 'Holding') =>
    change(addRow(table, kind, cursor?.row ?? -1), { row: (cursor?.row ?? -1) + 1, key: columns[0]!.key })

  const onKeyDown = (event: KeyboardEvent) => {
    if (!cursor) return
    const done = open ? whileOpen(event) : whileClosed(event, cursor)
    if (done) event.preventDefault()
  }
  const whileOpen = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') revert()
    else if (event.key === 'Enter' && isCommand(event)) add(kindOfLine)
    else if (event.key === 'Enter') goOn(event.shiftKey ? 'up' : 'down')
    else if (event.key === 'Tab') {
      if (move(event.shiftKey ? 'back' : 'on', true)) return true
      close()
      return false
    } else if (event.key === 'm' && isCommand(event)) footnotes(cursor!)
    else return false
    return true
  }
  const whileClosed = (event: KeyboardEvent, at: Cursor): boolean => {
    const { key } = event
    const how = startOf(event)
    if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown') && !isReadOnly) {
      const by = key === 'ArrowUp' ? -1 : 1
      change(moveRow(table, at.row, by), { ...at, row: Math.min(rows.length - 1, Math.max(0, at.row + by)) })
    } else if (how !== undefined) move(how)
    else if (isReadOnly) return false
    else if (key === 'Enter' && isCommand(event)) add(kindOfLine)
    else if (key === 'd' && isCommand(event)) change(repeatRow(table, at.row), { ...at, row: at.row + 1 })
    else if (key === 'Backspace' && isCommand(event))
      change(removeRow(table, at.row), { ...at, row: Math.max(0, at.row - 1) })
    else if (key === 'm' && isCommand(event)) footnotes(at)
    else if (key === 'Enter' || key === 'F2') openCell(at)
    else if (key === 'Delete' || key === 'Backspace') clear(at)
    else if (key.length === 1 && !isCommand(event) && !event.altKey) openCell(at, key)
    else return false
    return true
  }
  const clear = (at: Cursor) => {
    if (isEditable(rows[at.row]!, at.key, form)) type(at, '', false)
  }
  const footnotes = (at: Cursor) => {
    close()
    if (isEditable(rows[at.row]!, at.key, form)) onFootnotes(table, at)
  }
  const act = useLatest((tool: Tool) => {
    if (tool === 'addTransaction') add('Transaction')
    else if (tool === 'addHolding') add('Holding')
    else if (tool === 'footnotes') footnotes(cursor!)
    else if (tool === 'repeat') change(repeatRow(table, cursor!.row), { ...cursor!, row: cursor!.row + 1 })
    else change(removeRow(table, cursor!.row), { ...cursor!, row: Math.max(0, cursor!.row - 1) })
  })
  const cellOfEvent = (target: EventTarget): Cursor | undefined => {
    const cell = (target as HTMLElement).closest<HTMLElement>('[data-key]')
    const row = cell?.parentElement?.dataset.at
    return cell && row !== undefined ? { row: Number(row), key: cell.dataset.key as PrintedKey } : undefined
  }

  return (
    <section className="table" aria-labelledby={id} ref={section}>
      <h2 id={id}>
        {title} {examples !== '' && <small>{examples}</small>}
      </h2>
      {!isReadOnly && (
        <TableTools table={table} form={form} hasRoom={hasRoom(document, table)} row={cursor?.row} act={act} />
      )}
      {rows.length === 0 ? (
        <p className="ours">{NO_ENTRIES}</p>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: it looks only whether the focus is inside
        <div
          className="scroll"
          onFocus={(event) => {
            setHasFocus(true)
            const at = cellOfEvent(event.target)
            // Whoever brought the focus here: a click, a key, a screen reader.
            if (at && !(cursor?.row === at.row && cursor.key === at.key)) setCursor(at)
          }}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget)) {
              setHasFocus(false)
              if (!follows.current) close()
            }
          }}
        >
          <table
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: what is edited in place is a grid
            role="grid"
            aria-labelledby={id}
            aria-rowcount={rows.length + 2}
            ref={grid}
            onKeyDown={onKeyDown}
            onInput={(event) =>
              cursor && open && type(cursor, (event.target as HTMLInputElement).value, open.isChanged)
            }
            onClick={(event) => {
              const at = cellOfEvent(event.target)
              if (!at || (event.target as HTMLElement).tagName === 'INPUT') return
              if (cursor && hasFocus && at.row === cursor.row && at.key === cursor.key) openCell(at)
              else {
                close()
                go(at)
              }
            }}
          >
            <Head columns={columns} />
            <tbody>
              {rows.map((row, at) => (
                <Row
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
                  key={at}
                  row={row}
                  printed={printed[at]!}
                  at={at}
                  form={form}
                  columns={columns}
                  findings={found.get(at) ?? NONE}
                  active={cursor?.row === at ? cursor.key : undefined}
                  typed={cursor?.row === at ? open?.text : undefined}
                  objections={objections}
                  isReadOnly={isReadOnly}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {cursor && (hasFocus || open) && (
        <CellBar
          objections={objections}
          document={document}
          rowPath={pathOfRow(rows, cursor.row)}
          place={`Table ${table}, row ${cursor.row + 1}`}
          column={columns.find(({ key }) => key === cursor.key)!}
          findings={(found.get(cursor.row) ?? NONE).filter(
            ({ cell }) => cell?.key === cursor.key || cell?.key === undefined,
          )}
          balance={
            cursor.key === 'owned' ? balances.find(({ path }) => path === pathOfRow(rows, cursor.row)) : undefined
          }
        />
      )}
      {table === 'I' && <Suggestions form={form} titles={[...new Set([...titles, ...titlesOn(document)])]} />}
    </section>
  )
}

const NONE: readonly Finding[] = []

const isCommand = ({ ctrlKey, metaKey }: KeyboardEvent) => ctrlKey || metaKey

function clamped(cursor: Cursor | undefined, rows: number, columns: readonly PrintedColumn[]): Cursor {
  const row = Math.max(0, Math.min(cursor?.row ?? 0, rows - 1))
  const key = columns.find((column) => column.key === cursor?.key)?.key ?? columns[0]!.key
  return { row, key }
}

function Head({ columns }: { readonly columns: readonly PrintedColumn[] }) {
  const headings = columnHeadings(columns)
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          Row
        </th>
        {headings.map(({ title, below }) =>
          below.length === 0 ? (
            <th key={title} scope="col" rowSpan={2}>
              {breakable(title)}
            </th>
          ) : (
            <th key={title} scope="colgroup" colSpan={below.length}>
              {breakable(title)}
            </th>
          ),
        )}
      </tr>
      <tr>
        {headings.flatMap(({ title, below }) =>
          below.map((heading) => (
            <th key={`${title}${heading}`} scope="col">
              {breakable(heading)}
            </th>
          )),
        )}
      </tr>
    </thead>
  )
}

/** `(Month/Day/Year)` may be broken after a stroke. */
const breakable = (title: string) => title.replaceAll('/', '/\u200b')

interface SuggestionsProps {
  readonly form: FormNumber
  readonly titles: readonly string[]
}

/** What cells offer while one types: the codes with their meaning, titles that stand on the form or in the library. */
const Suggestions = memo(
  ({ form, titles }: SuggestionsProps) => (
    <>
      <datalist id="transaction-codes">
        {form !== '3' &&
          [...transactionCodes.values()].map(({ code, meaning }) => (
            <option key={code} value={code} label={`${code}: ${meaning}`} />
          ))}
      </datalist>
      <datalist id="titles">
        {titles.map((title) => (
          <option key={title} value={title} />
        ))}
      </datalist>
    </>
  ),
  (one, other) => one.form === other.form && one.titles.join('\n') === other.titles.join('\n'),
)
Suggestions.displayName = 'Suggestions'

function titlesOn(document: OwnershipDocument): string[] {
  return (['I', 'II'] as const).flatMap((table) =>
    rowsOfTable(document, table).flatMap(({ securityTitle }) => securityTitle.value ?? []),
  )
}
