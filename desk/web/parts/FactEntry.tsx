import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { dayOf } from './dayOf.ts'
import { Choice, Entry } from './Entry.tsx'
import { FillsEntry } from './FillsEntry.tsx'

type Spec = Shape<'FactSpec'>
type Security = Shape<'LibrarySecurity'>

/** An answer as JSON, the way recipes read it; undefined while there is none. */
type Value = unknown

interface FactEntryProps {
  readonly spec: Spec
  /** Whom it is asked of, where it is asked of each. */
  readonly of?: string | undefined
  /** The issuer's securities, to choose from. */
  readonly securities: readonly Security[]
  readonly onChange: (value: Value) => void
}

/** One fact, asked in its own way. */
export function FactEntry({ spec, of, securities, onChange }: FactEntryProps) {
  const label = of ?? 'Answer'
  switch (spec.type) {
    case 'yesNo':
      return <Picked label={label} options={YES_NO} onChange={(word) => onChange(word === 'yes')} />
    case 'choice':
      return <Picked label={label} options={spec.options ?? []} onChange={onChange} />
    case 'fills':
      return (
        <FillsEntry onChange={onChange}>
          {(typed) => <ListEntry fields={FILL} one="trade" onChange={typed} />}
        </FillsEntry>
      )
    case 'holdings':
      return <ListEntry fields={HOLDING} one="holding" onChange={onChange} />
    case 'derivative':
      return <DerivativeEntry legend={label} securities={securities} onChange={onChange} />
    case 'securityTitle':
      return <Typed label={label} kind="text" suggestions={titlesOf(securities)} onChange={onChange} />
    case 'date':
    case 'shares':
    case 'amount':
    case 'text':
      return <Typed label={label} kind={spec.type} onChange={onChange} />
  }
}

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

interface PickedProps {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (word: string) => void
}

function Picked({ label, options, onChange }: PickedProps) {
  const [word, setWord] = useState<string | null>(null)
  return (
    <Choice
      label={label}
      value={word}
      options={options}
      onChange={(picked) => {
        setWord(picked)
        onChange(picked)
      }}
    />
  )
}

type Kind = 'date' | 'shares' | 'amount' | 'text'

interface TypedProps {
  readonly label: string
  readonly kind: Kind
  readonly hint?: string | undefined
  readonly first?: string | undefined
  readonly suggestions?: readonly string[]
  readonly onChange: (value: Value) => void
}

function Typed({ label, kind, hint, first = '', suggestions = [], onChange }: TypedProps) {
  const [text, setText] = useState(first)
  return (
    <Entry
      label={label}
      value={text}
      suggestions={suggestions}
      {...(hint !== undefined && { hint })}
      {...(kind === 'date' && { placeholder: 'MM/DD/YYYY' })}
      onChange={(typed) => {
        setText(typed)
        onChange(typed.trim() === '' ? undefined : read(kind, typed))
      }}
    />
  )
}

function read(kind: Kind, typed: string): string {
  if (kind === 'date') return dayOf(typed)
  return kind === 'text'
    ? typed.trim()
    : typed
        .trim()
        .replace(/^\$/, '')
        .replaceAll(/,(?=\d{3}(?:\D|$))/g, '')
}

interface Field {
  readonly name: string
  readonly label: string
  readonly kind: Kind
  readonly hint?: string
}

const FILL: readonly Field[] = [
  { name: 'date', label: 'Day', kind: 'date' },
  { name: 'shares', label: 'Shares', kind: 'shares' },
  { name: 'price', label: 'Price a share, in dollars', kind: 'amount' },
]

const DERIVATIVE: readonly Field[] = [
  { name: 'title', label: 'Title', kind: 'text' },
  { name: 'underlying', label: 'Title of the underlying security', kind: 'text' },
  { name: 'sharesEach', label: 'Underlying shares for one', kind: 'shares', hint: 'One where nothing is said.' },
  { name: 'exercisePrice', label: 'Exercise price, in dollars', kind: 'amount' },
  { name: 'exercisePriceNote', label: 'Exercise price, in the words of a footnote', kind: 'text' },
  { name: 'exercisableFrom', label: 'Exercisable from', kind: 'date' },
  { name: 'exercisableNote', label: 'Exercisable, in the words of a footnote', kind: 'text' },
  { name: 'expires', label: 'Expires', kind: 'date' },
  { name: 'expiresNote', label: 'Expires, in the words of a footnote', kind: 'text' },
]

const HOLDING: readonly Field[] = [
  { name: 'table', label: 'Table (I or II)', kind: 'text' },
  { name: 'title', label: 'Title', kind: 'text' },
  { name: 'shares', label: 'Number held', kind: 'shares' },
  { name: 'ownership', label: 'Direct (D) or indirect (I)', kind: 'text' },
  { name: 'nature', label: 'Nature of indirect ownership', kind: 'text' },
  ...DERIVATIVE.slice(1).map((field) => ({ ...field, label: `Table II: ${field.label}` })),
]

/** Every title of a library: of its securities and of what they are over. */
export function titlesOf(securities: readonly Security[]): string[] {
  return [...new Set(securities.flatMap(({ title, underlyingTitle }) => [title, underlyingTitle ?? []].flat()))]
}

/** The terms of a derivative security beside its titles, as recipes ask them. */
export const TERMS = DERIVATIVE.slice(2)

interface DerivativeEntryProps {
  readonly legend: string
  readonly securities: readonly Security[]
  readonly onChange: (value: Record<string, Value>) => void
}

/** A derivative security, its fields filled from the library where one of it is chosen. */
function DerivativeEntry({ legend, securities, onChange }: DerivativeEntryProps) {
  const known = securities.filter(({ table }) => table === 'derivative')
  const [chosen, setChosen] = useState<string | null>(null)
  const one = known.find(({ id }) => id === chosen)
  const choose = (id: string) => {
    setChosen(id)
    onChange(recordOf(known.find((security) => security.id === id)))
  }
  return (
    <>
      {known.length > 0 && (
        <Choice
          label="From the library"
          value={chosen}
          onChange={choose}
          options={known.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <RecordEntry key={chosen} legend={legend} fields={DERIVATIVE} first={recordOf(one)} onChange={onChange} />
    </>
  )
}

/** A security of the library as the fact that a recipe reads. */
function recordOf(security: Security | undefined): Record<string, string> {
  if (!security) return {}
  const { title, underlyingTitle, terms } = security
  return { title, ...(underlyingTitle !== null && { underlying: underlyingTitle }), ...terms }
}

interface RecordEntryProps {
  readonly legend: string
  readonly fields: readonly Field[]
  readonly first?: Readonly<Record<string, string>>
  readonly onChange: (value: Record<string, Value>) => void
}

/** Several fields that together say one thing. `first`: what they begin with. */
export function RecordEntry({ legend, fields, first = {}, onChange }: RecordEntryProps) {
  const [record, setRecord] = useState<Record<string, Value>>(first)
  return (
    <fieldset className="record">
      <legend>{legend}</legend>
      {fields.map(({ name, label, kind, hint }) => (
        <Typed
          key={name}
          label={label}
          kind={kind}
          hint={hint}
          first={first[name]}
          onChange={(value) => {
            const { [name]: _, ...others } = record
            const next = value === undefined ? others : { ...others, [name]: value }
            setRecord(next)
            onChange(next)
          }}
        />
      ))}
    </fieldset>
  )
}

interface ListEntryProps {
  readonly fields: readonly Field[]
  readonly one: string
  readonly onChange: (value: Value) => void
}

/** Several records of one kind, one below the other. */
function ListEntry({ fields, one, onChange }: ListEntryProps) {
  const [records, setRecords] = useState<readonly { readonly id: number; readonly value: Record<string, Value> }[]>([
    { id: 0, value: {} },
  ])
  const change = (next: typeof records) => {
    setRecords(next)
    onChange(next.map(({ value }) => value))
  }
  return (
    <div className="list">
      {records.map(({ id }, i) => (
        <div key={id} className="entry">
          <RecordEntry
            legend={`${one[0]?.toUpperCase()}${one.slice(1)} ${i + 1}`}
            fields={fields}
            onChange={(value) => change(records.map((record) => (record.id === id ? { id, value } : record)))}
          />
          {records.length > 1 && (
            <Button onPress={() => change(records.filter((record) => record.id !== id))}>
              Remove {one} {i + 1}
            </Button>
          )}
        </div>
      ))}
      <Button onPress={() => change([...records, { id: Math.max(...records.map(({ id }) => id)) + 1, value: {} }])}>
        Another {one}
      </Button>
    </div>
  )
}
