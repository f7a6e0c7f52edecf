import { type ReactNode, useId, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useAct } from '../api/useDesk.ts'
import { Choice, Entry } from './Entry.tsx'
import { Trouble } from './Loaded.tsx'

interface FillsEntryProps {
  readonly onChange: (value: unknown) => void
  /** The fields in which trades are typed one by one. */
  readonly children: (onChange: (value: unknown) => void) => ReactNode
}

/** Trades: typed one by one, or out of a table. Going over to the other way, one begins anew. */
export function FillsEntry({ onChange, children }: FillsEntryProps) {
  const [way, setWay] = useState('typed')
  return (
    <div className="stack">
      <Choice
        label="How?"
        value={way}
        options={[
          { value: 'typed', label: 'One by one' },
          { value: 'table', label: 'From a broker’s file or a spreadsheet' },
        ]}
        onChange={(chosen) => {
          setWay(chosen)
          onChange(undefined)
        }}
      />
      {way === 'typed' ? children(onChange) : <FillTable onChange={onChange} />}
    </div>
  )
}

/** A table pasted or opened; it is an answer only when every line of it was read. */
function FillTable({ onChange }: Pick<FillsEntryProps, 'onChange'>) {
  const id = useId()
  const [text, setText] = useState('')
  const reading = useAct('postFillTable')
  const take = (changed: string) => {
    setText(changed)
    reading.reset()
    onChange(undefined)
  }
  const read = () =>
    reading.mutate(
      { body: { text } },
      {
        onSuccess: ({ fills, diagnostics }) =>
          onChange(diagnostics.length === 0 && fills.length > 0 ? fills : undefined),
      },
    )
  return (
    <>
      <div className="field">
        <label htmlFor={id}>Open a file (CSV)</label>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={(event) => void event.target.files?.[0]?.text().then(take)}
        />
      </div>
      <Entry
        label="Or paste the lines here"
        isLong
        hint="With a first line that names the columns, or else: day, shares, price."
        value={text}
        onChange={take}
      />
      <p>
        <Button onPress={read} isDisabled={text.trim() === '' || reading.isPending}>
          Read the table
        </Button>
      </p>
      <Trouble error={reading.error} />
      <div aria-live="polite">
        {reading.data && (
          <p>
            {reading.data.fills.length === 1 ? '1 trade' : `${reading.data.fills.length} trades`}, {reading.data.shares}{' '}
            shares in all.
          </p>
        )}
        {reading.data?.diagnostics.map(({ code, severity, message, fix }) => (
          <p key={code + message} className="finding" data-severity={severity}>
            {message} {fix} <small>{code}</small>
          </p>
        ))}
      </div>
    </>
  )
}
