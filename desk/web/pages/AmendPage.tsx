import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { Consequences } from '../parts/Consequences.tsx'
import { Choice, Entry } from '../parts/Entry.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { type Change, type Heading, type Typed, wantedOf } from './amending.ts'

type Filing = Shape<'Filing'>
type Lines = Shape<'FilingLines'>
type Line = Lines['lines'][number]
type Field = Shape<'LineField'>

/** An amendment of a filed form, begun at the cell that is wrong. */
export function AmendPage() {
  const { filing: id = '' } = useParams({ strict: false })
  const filing = useAsked('getFiling', { params: { filing: id } })
  const lines = useAsked('getFilingLines', { params: { filing: id } })
  return (
    <Loaded of={filing}>
      {(known) => (
        <>
          <h1>
            Amend Form {known.formType}, {known.accessionNumber}
          </h1>
          <Loaded of={lines}>
            {(of) => (of.original ? <ToOriginal original={of.original} /> : <Amending filing={known} lines={of} />)}
          </Loaded>
        </>
      )}
    </Loaded>
  )
}

function ToOriginal({ original }: { readonly original: NonNullable<Lines['original']> }) {
  const organization = useOrganization().id
  return (
    <p className="card">
      This is itself an amendment, and the box takes the filing date of the original. Amend{' '}
      <Link to="/$organization/filings/$filing/amend" params={{ organization, filing: original.filingId }}>
        {original.accessionNumber}
      </Link>
      , where its lines are named too.
    </p>
  )
}

interface AmendingProps {
  readonly filing: Filing
  readonly lines: Lines
}

function Amending({ filing, lines }: AmendingProps) {
  const organization = useOrganization().id
  const navigate = useNavigate()
  const [changes, setChanges] = useState<readonly Change[]>([])
  const [next, setNext] = useState(0)
  const trying = useAct('postAmendmentTrial')
  const drafting = useAct('postAmendment')
  const change = (all: readonly Change[]) => {
    setChanges(all)
    // What was seen was of other changes.
    trying.reset()
    drafting.reset()
  }
  const begin = (one: New) => {
    change([...changes, { ...one, key: next, reason: '' }])
    setNext(next + 1)
  }
  const cellPressed = (line: Line, field: Field) => {
    const typed = { [field]: line.cells.find((cell) => cell.field === field)?.written ?? '' }
    const of = changes.find((one) => one.kind === 'corrected' && one.line === line)
    if (of?.kind !== 'corrected') begin({ kind: 'corrected', line, typed })
    else change(changes.map((one) => (one === of ? { ...of, typed: { ...typed, ...of.typed } } : one)))
  }
  const given = { params: { filing: filing.id }, body: { changes: changes.map(wantedOf) } }
  const isWhole = changes.length > 0 && changes.every(({ reason }) => reason.trim() !== '')
  return (
    <>
      <p>
        What was filed on {filing.filingDate} never changes. The amendment has only the lines that change, each
        complete, every other column as of then, and is signed anew. Press the cell that is wrong.
      </p>
      {lines.lines.map((line) => (
        <FiledLine
          key={line.at.report + line.place}
          line={line}
          onCell={(field) => cellPressed(line, field)}
          onWithdraw={() => begin({ kind: 'withdrawn', line })}
        />
      ))}
      <Others filing={filing} lines={lines} onBegin={begin} />
      {changes.map((one) => (
        <ChangeCard
          key={one.key}
          change={one}
          lines={lines}
          onChange={(changed) => change(changes.map((other) => (other === one ? changed : other)))}
          onRemove={() => change(changes.filter((other) => other !== one))}
        />
      ))}
      {changes.length > 0 && (
        <p className="tools">
          <Button isDisabled={!isWhole || trying.isPending} onPress={() => trying.mutate(given)}>
            See what it comes to
          </Button>
          <Button
            className="primary"
            isDisabled={!isWhole || drafting.isPending}
            onPress={() =>
              drafting.mutate(given, {
                onSuccess: ({ draftId }) =>
                  void navigate({ to: '/$organization/drafts/$draft', params: { organization, draft: draftId } }),
              })
            }
          >
            Make the draft
          </Button>
        </p>
      )}
      <Trouble error={trying.error ?? drafting.error} />
      {trying.data && <Trial trial={trying.data} />}
    </>
  )
}

type New = Change extends infer One ? (One extends Change ? Omit<One, 'key' | 'reason'> : never) : never

interface FiledLineProps {
  readonly line: Line
  readonly onCell: (field: Field) => void
  readonly onWithdraw: () => void
}

function FiledLine({ line, onCell, onWithdraw }: FiledLineProps) {
  const id = `line-${line.at.report}-${line.at.table}-${line.at.line}`
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{line.place}</h2>
      <ul className="cells">
        {line.cells.map(({ field, title, written, footnotes }) => (
          <li key={field}>
            <Button onPress={() => onCell(field)}>
              <small>{title}</small> {written ?? (footnotes.length > 0 ? 'by footnote' : 'nothing')}
            </Button>
          </li>
        ))}
      </ul>
      <Button onPress={onWithdraw}>{line.place} should not be there</Button>
    </section>
  )
}

const ELEMENTS: Readonly<Record<Shape<'LineElement'>, string>> = {
  nonDerivativeTransaction: 'A transaction is missing in Table I',
  nonDerivativeHolding: 'A holding is missing in Table I',
  derivativeTransaction: 'A transaction is missing in Table II',
  derivativeHolding: 'A holding is missing in Table II',
}

/** What else can be wrong, and the one thing that no amendment puts right. */
function Others({ filing, lines, onBegin }: AmendingProps & { readonly onBegin: (one: New) => void }) {
  const organization = useOrganization().id
  const [isOther, setOther] = useState(false)
  return (
    <section className="card" aria-labelledby="others">
      <h2 id="others">Something else is wrong</h2>
      <p className="tools">
        {lines.elements.map(({ element }) => (
          <Button key={element} onPress={() => onBegin({ kind: 'added', element, typed: {} })}>
            {ELEMENTS[element]}
          </Button>
        ))}
        <Button onPress={() => onBegin({ kind: 'explained', heading: { periodOfReport: '' } })}>
          A date or box of the heading, or something to explain
        </Button>
        <Button onPress={() => setOther(true)}>The issuer or an owner</Button>
      </p>
      {isOther && (
        <div role="alert" className="trouble">
          <p>
            <b>A wrong issuer or owner cannot be amended away: it is a new filing.</b> File anew for the right one, with
            a footnote that says so, and ask the SEC for the removal of {filing.accessionNumber}.
          </p>
          <Link className="button" to="/$organization/drafts/new" params={{ organization }}>
            Begin a new form
          </Link>
        </div>
      )}
    </section>
  )
}

interface ChangeCardProps {
  readonly change: Change
  readonly lines: Lines
  readonly onChange: (change: Change) => void
  readonly onRemove: () => void
}

function ChangeCard({ change, lines, onChange, onRemove }: ChangeCardProps) {
  const id = `change-${change.key}`
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id}>{headingFor(change)}</h2>
      {change.kind === 'corrected' && (
        <Cells
          cells={change.line.cells.filter(({ field }) => field in change.typed)}
          typed={change.typed}
          onChange={(typed) => onChange({ ...change, typed })}
        />
      )}
      {change.kind === 'added' && (
        <Cells
          cells={lines.elements.find(({ element }) => element === change.element)?.cells ?? []}
          typed={change.typed}
          onChange={(typed) => onChange({ ...change, typed })}
        />
      )}
      {change.kind === 'withdrawn' && (
        <p>
          It is repeated as filed, with a footnote that takes it back. No opposite transaction is invented: nobody made
          one.
        </p>
      )}
      {change.kind === 'explained' && (
        <HeadingEntries
          heading={change.heading}
          lines={lines}
          onChange={(heading) => onChange({ ...change, heading })}
        />
      )}
      <Entry
        label="Why? It becomes part of the explanation, as you write it"
        isLong
        isRequired
        value={change.reason}
        onChange={(reason) => onChange({ ...change, reason })}
      />
      <Button onPress={onRemove}>Leave this change out</Button>
    </section>
  )
}

function headingFor(change: Change): string {
  switch (change.kind) {
    case 'corrected':
      return `Line corrected: ${change.line.place}`
    case 'added':
      return `Line added: ${change.element.startsWith('derivative') ? 'Table II' : 'Table I'}`
    case 'withdrawn':
      return `Explanation: ${change.line.place} is taken back`
    case 'explained':
      return 'Explanation'
  }
}

interface CellsProps {
  readonly cells: readonly { readonly field: Field; readonly title: string; readonly written?: string | null }[]
  readonly typed: Typed
  readonly onChange: (typed: Typed) => void
}

function Cells({ cells, typed, onChange }: CellsProps) {
  return cells.map(({ field, title, written }) => (
    <Entry
      key={field}
      label={`${title}, as it should be`}
      value={typed[field] ?? ''}
      onChange={(text) => onChange({ ...typed, [field]: text })}
      {...(written !== undefined && { hint: `Filed: ${written ?? 'nothing'}` })}
      {...(field.endsWith('Date') && { placeholder: 'MM/DD/YYYY' })}
    />
  ))
}

interface HeadingEntriesProps {
  readonly heading: Heading
  readonly lines: Lines
  readonly onChange: (heading: Heading) => void
}

function HeadingEntries({ heading, lines, onChange }: HeadingEntriesProps) {
  return (
    <>
      <Entry
        label="Date of the event or of the earliest transaction, as it should be"
        value={heading.periodOfReport}
        onChange={(periodOfReport) => onChange({ ...heading, periodOfReport })}
        placeholder="MM/DD/YYYY"
        hint={`Filed: ${lines.periodOfReport ?? 'nothing'}. Empty: it was right.`}
      />
      {(['aff10b5One', 'notSubjectToSection16'] as const).map((box) => (
        <Choice
          key={box}
          label={BOXES[box]}
          value={String(heading[box] ?? 'right')}
          onChange={(word) => {
            const { [box]: _, ...others } = heading
            onChange(word === 'right' ? others : { ...others, [box]: word === 'true' })
          }}
          options={[
            { value: 'right', label: 'It was right' },
            { value: 'true', label: 'It should be checked' },
            { value: 'false', label: 'It should not be checked' },
          ]}
        />
      ))}
    </>
  )
}

const BOXES = {
  aff10b5One: 'The box for a Rule 10b5-1(c) plan',
  notSubjectToSection16: 'The box for no longer subject to Section 16',
} as const

function Trial({ trial }: { readonly trial: Shape<'AmendmentTrial'> }) {
  return (
    <section className="card" aria-labelledby="trial" aria-live="polite">
      <h2 id="trial">{trial.filing === null ? 'No amendment comes of this' : 'What it comes to'}</h2>
      {trial.filing !== null && <Consequences said={trial} />}
      {trial.diagnostics.length > 0 && (
        <ul aria-label="What is to be said of it">
          {trial.diagnostics.map(({ code, path, message, fix }) => (
            <li key={code + path + message}>
              {message} {fix} <small>{code}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
