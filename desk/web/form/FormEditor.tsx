import { formNumberOf, formPlace } from '@section16/core/facts'
import type { CalendarDate, OwnershipDocument } from '@section16/core/model'
import { type KeyboardEvent, memo, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { BoxField } from './BoxField.tsx'
import type { StatedBalance } from './CellBar.tsx'
import { EditorBar, type View } from './EditorBar.tsx'
import { footnoteUses, type TableName } from './edit.ts'
import { FindingList } from './FindingList.tsx'
import { cellOf, type Finding, findingsOf, sorted } from './findings.ts'
import { Heading, OtherOwners } from './Heading.tsx'
import { type Library, NO_LIBRARY } from './library.ts'
import { Explanation, FootnotePicker, type PlacedUse } from './Notes.tsx'
import { Preview } from './Preview.tsx'
import { isSameFindings, isSameHead, isSameTable, useSame } from './same.ts'
import { type Cursor, TableGrid, type TableHandle } from './TableGrid.tsx'
import type { DraftHistory } from './useDraft.ts'
import { useLatest } from './useLatest.ts'
import { useRested } from './useRested.ts'

interface FormEditorProps {
  readonly draft: DraftHistory
  /** The day whose rules hold. */
  readonly today: CalendarDate
  /** What others found that a page can't: the ledger, the signing, EDGAR. */
  readonly told?: readonly Finding[]
  readonly balances?: readonly StatedBalance[]
  readonly library?: Library
  readonly isReadOnly?: boolean
  /** Whether the keyboard begins in the form. */
  readonly autoFocus?: boolean
}

/**
 * A draft as the official form, edited in its own boxes and cells, checked with every letter by the rules that the
 * command uses. Needs no server. F8 goes to the next finding, Shift+F8 to the one before; Ctrl+Z and Ctrl+Y go back and
 * forth. The first Tab leads to the ways into it.
 */
export function FormEditor({
  draft,
  today,
  told = NONE,
  balances = NO_BALANCES,
  library = NO_LIBRARY,
  isReadOnly = false,
  autoFocus = false,
}: FormEditorProps) {
  const { document, edit } = draft
  const form = formNumberOf(document)
  const checked = useMemo(() => sorted([...findingsOf(document, today), ...told]), [document, today, told])
  const findings = useSame(checked, isSameFindings)
  const elsewhere = useFindingsIn(undefined, findings)
  const inTables = { I: useFindingsIn('I', findings), II: useFindingsIn('II', findings) }
  const rested = useRested(document)
  const uses = useSame(
    useMemo(() => placedUses(rested), [rested]),
    isSameUses,
  )
  const page = useRef<HTMLElement>(null)
  const tables = { I: useRef<TableHandle>(null), II: useRef<TableHandle>(null) }
  const at = useRef(-1)
  const [noting, setNoting] = useState<{ table: TableName; cell: Cursor }>()
  const [view, setView] = useState<View>('form')
  const ofFootnotes = useCallback((table: TableName, cell: Cursor) => setNoting({ table, cell }), [])

  useEffect(() => {
    if (autoFocus) page.current?.focus()
  }, [autoFocus])
  const goTo = useLatest((path: string) => {
    const cell = cellOf(document, path)
    if (cell) tables[cell.table].current?.goTo(cell.row, cell.key)
    else focusBox(page.current, path)
  })
  const toTable = useLatest((table: TableName) => tables[table].current?.enter())
  const boxes = { document, findings: elsewhere, edit, isReadOnly }
  const tableOf = (table: TableName) => (
    <Grid
      table={table}
      document={document}
      findings={inTables[table]}
      balances={balances}
      titles={library.titles}
      edit={edit}
      isReadOnly={isReadOnly}
      onFootnotes={ofFootnotes}
      ref={tables[table]}
    />
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey
    if (event.key === 'F8' && findings.length > 0) {
      at.current = (at.current + (event.shiftKey ? -1 : 1) + findings.length) % findings.length
      goTo(findings[at.current]!.path)
    } else if (command && event.key === 'z' && !isText(event.target)) (event.shiftKey ? draft.redo : draft.undo)()
    else if (command && event.key === 'y' && !isText(event.target)) draft.redo()
    else return
    event.preventDefault()
  }

  return (
    <section className="editor" aria-label="The form" tabIndex={-1} data-region ref={page} onKeyDown={onKeyDown}>
      {view === 'form' && <Ways page={page} toTable={toTable} />}
      <EditorBar view={view} onView={setView} draft={isReadOnly ? undefined : draft} />
      {view === 'form' && (
        <div className="sheet-and-findings">
          <div className="sheet">
            <Head {...boxes} form={form} today={today} />
            {tableOf('I')}
            {tableOf('II')}
            <Others {...boxes} />
            <Notes {...boxes} uses={uses} goTo={goTo} />
            <section aria-labelledby="remarks">
              <h2 id="remarks">Remarks:</h2>
              <Remarks {...boxes} label="Remarks" path="/ownershipDocument/remarks" isLong />
            </section>
            <Signatures document={document} />
          </div>
          <List document={rested} findings={findings} goTo={goTo} edit={edit} isReadOnly={isReadOnly} />
        </div>
      )}
      {view === 'preview' && <Preview document={document} />}
      {view === 'keys' && <Keys />}
      {noting && (
        <FootnotePicker
          document={document}
          table={noting.table}
          cell={noting.cell}
          edit={edit}
          library={library.footnotes}
          onClose={() => {
            setNoting(undefined)
            tables[noting.table].current?.goTo(noting.cell.row, noting.cell.key)
          }}
        />
      )}
    </section>
  )
}

// A letter in one cell draws that line, what is objected and nothing else anew.
const Grid = memo(TableGrid, isSameTable)
const Head = memo(Heading, isSameHead)
const Others = memo(OtherOwners, isSameHead)
const Notes = memo(Explanation, (one, other) => one.uses === other.uses && isSameHead(one, other))
const List = memo(FindingList)
const Ways = memo(WaysIn)
const Remarks = memo(
  BoxField,
  (one, other) => isSameHead(one, other) && one.document.remarks === other.document.remarks,
)

/** Those in the cells of a table; `undefined`: those that are in none. */
function useFindingsIn(table: TableName | undefined, findings: readonly Finding[]): readonly Finding[] {
  return useSame(
    findings.filter(({ cell }) => cell?.table === table),
    isSameFindings,
  )
}

function placedUses(document: OwnershipDocument): PlacedUse[] {
  return footnoteUses(document).map(({ id, path }) => ({ id, path, place: formPlace(document, path) ?? path }))
}

function isSameUses(one: readonly PlacedUse[], other: readonly PlacedUse[]): boolean {
  const isSame = ({ id, path, place }: PlacedUse, i: number) =>
    id === other[i]?.id && path === other[i].path && place === other[i].place
  return one.length === other.length && one.every(isSame)
}

const NONE: readonly Finding[] = []
const NO_BALANCES: readonly StatedBalance[] = []

/** Made by the acts of signing, never typed. */
function Signatures({ document }: { readonly document: OwnershipDocument }) {
  return (
    <section aria-labelledby="signatures">
      <h2 id="signatures">Signatures</h2>
      {document.ownerSignatures.length === 0 && (
        <p className="ours">Nobody has signed. The signature line is made when the signer signs; it is not typed.</p>
      )}
      <ul>
        {document.ownerSignatures.map(({ name, date }) => (
          <li key={`${name.written}${date.written}`}>
            {name.written} {date.written}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface WaysInProps {
  readonly page: RefObject<HTMLElement | null>
  readonly toTable: (table: TableName) => void
}

/** Seen when the keyboard comes to them: past everything that is filled in already. */
function WaysIn({ page, toTable }: WaysInProps) {
  return (
    <>
      <Button className="skip" onPress={() => toTable('I')}>
        To Table I
      </Button>
      <Button className="skip" onPress={() => toTable('II')}>
        To Table II
      </Button>
      <Button className="skip" onPress={() => page.current?.querySelector<HTMLElement>('#findings')?.focus()}>
        To the findings
      </Button>
    </>
  )
}

const KEYS: readonly (readonly [string, string])[] = [
  ['Arrow keys, Home, End', 'from cell to cell'],
  ['a letter, Enter or F2', 'opens the cell'],
  ['Enter', 'closes it and goes down'],
  ['Tab, Shift+Tab', 'to the next cell, open; with no cell open, out of the table'],
  ['Escape', 'takes back what was typed'],
  ['Delete', 'empties the cell'],
  ['Ctrl+Enter', 'a line more'],
  ['Ctrl+D', 'the line once more'],
  ['Ctrl+Backspace', 'the line away'],
  ['Alt+Arrow up, down', 'moves the line'],
  ['Ctrl+M', 'footnotes of the cell'],
  ['F8, Shift+F8', 'to the next finding, to the one before'],
  ['F6, Shift+F6', 'to the next part of the page, to the one before'],
  ['Ctrl+S', 'saves'],
  ['Ctrl+Z, Ctrl+Y', 'back, forth'],
]

function Keys() {
  return (
    <dl className="keys">
      {KEYS.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The box of a path, or of the element around it. */
function focusBox(page: HTMLElement | null, path: string): void {
  const boxes = [...(page?.querySelectorAll<HTMLElement>('[data-path]') ?? [])]
  const box =
    boxes.find(({ dataset }) => dataset.path === path) ?? boxes.find(({ dataset }) => dataset.path?.startsWith(path))
  box?.querySelector<HTMLElement>('input, textarea')?.focus()
  box?.scrollIntoView({ block: 'center' })
}

const isText = (target: EventTarget) => ['INPUT', 'TEXTAREA'].includes((target as HTMLElement).tagName)
