import { useId, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Answer, Shape } from '../api/routes.ts'
import { useAct } from '../api/useDesk.ts'
import { Entry } from '../parts/Entry.tsx'
import { Trouble } from '../parts/Loaded.tsx'
import { type Brought, broughtFrom, easternMoment } from './listedFiling.ts'

const ACCESSION_NUMBER = /^\d{10}-\d{2}-\d{6}$/

type Found = Answer<'postComparison'>

interface CompareProps {
  readonly submission: Shape<'Submission'>
  /** The one filing that has the content sent. */
  readonly onFound: (accessionNumber: string) => void
}

/** Filings of the owner's list beside what was sent, by content. It says what it finds; resolving it is a person's act. */
export function Compare({ submission, onFound }: CompareProps) {
  const [listed, setListed] = useState<readonly (Brought & { readonly id: number })[]>([])
  const comparing = useAct('postComparison')
  const filings = listed.flatMap(({ accessionNumber, accepted, xml }) => {
    const acceptedAt = easternMoment(accepted)
    return ACCESSION_NUMBER.test(accessionNumber.trim()) && acceptedAt !== undefined
      ? [{ accessionNumber: accessionNumber.trim(), acceptedAt, xml }]
      : []
  })
  const isReady = filings.length > 0 && filings.length === listed.length && !comparing.isPending
  const change = (id: number, to: Partial<Brought>) => {
    comparing.reset()
    setListed(listed.map((one) => (one.id === id ? { ...one, ...to } : one)))
  }
  const add = (brought: readonly Brought[]) => {
    comparing.reset()
    setListed((before) => [...before, ...brought.map((one, i) => ({ ...one, id: (before.at(-1)?.id ?? 0) + i + 1 }))])
  }
  const compare = () =>
    comparing.mutate(
      { params: { submission: submission.id }, body: { listed: filings } },
      {
        onSuccess: ({ kind, accessionNumbers: [number] }) => {
          if (kind === 'accepted' && number !== undefined) onFound(number)
        },
      },
    )
  return (
    <section aria-labelledby="compare" className="stack">
      <h3 id="compare">Compare by content</h3>
      <p>
        Bring every Form of this owner that EDGAR lists since it was sent: the complete text file says all there is to
        know; of the XML alone you type the rest.
      </p>
      <Bring onBrought={add} />
      {listed.map(({ id, accessionNumber, accepted }, i) => (
        <fieldset key={id} className="record">
          <legend>Filing {i + 1}</legend>
          <Entry
            label="Accession number"
            value={accessionNumber}
            onChange={(text) => change(id, { accessionNumber: text })}
            placeholder="0000000000-26-000000"
          />
          <Entry
            label="Accepted, Eastern time"
            value={accepted}
            onChange={(text) => change(id, { accepted: text })}
            placeholder="2026-11-25 17:04"
          />
          <Button onPress={() => setListed(listed.filter((one) => one.id !== id))}>Remove filing {i + 1}</Button>
        </fieldset>
      ))}
      <Trouble error={comparing.error} />
      <p>
        <Button onPress={compare} isDisabled={!isReady}>
          Compare
        </Button>
      </p>
      <p role="status">{comparing.data && wordsFor(comparing.data)}</p>
    </section>
  )
}

/** Files, or a text that was copied. */
function Bring({ onBrought }: { readonly onBrought: (brought: readonly Brought[]) => void }) {
  const id = useId()
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState('')
  const take = (texts: readonly { readonly name: string; readonly text: string }[]) => {
    const read = texts.map((one) => ({ ...one, brought: broughtFrom(one.text) }))
    const others = read.filter(({ brought }) => brought === undefined).map(({ name }) => name)
    setRefusal(others.length > 0 ? `No Form 3, 4 or 5 in ${others.join(', ')}.` : '')
    onBrought(read.flatMap(({ brought }) => brought ?? []))
    return others.length === 0
  }
  const takeFiles = async (files: FileList | null) =>
    take(await Promise.all([...(files ?? [])].map(async (file) => ({ name: file.name, text: await file.text() }))))
  return (
    <>
      <div className="field">
        <label htmlFor={id}>Files from EDGAR (.txt or .xml)</label>
        <input
          id={id}
          type="file"
          accept=".txt,.xml"
          multiple
          onChange={({ target }) => {
            void takeFiles(target.files)
            target.value = ''
          }}
        />
      </div>
      <Entry label="Or its text, pasted" value={text} onChange={setText} isLong />
      {refusal !== '' && <p role="alert">{refusal}</p>}
      <p>
        <Button
          isDisabled={text.trim() === ''}
          onPress={() => {
            if (take([{ name: 'what was pasted', text }])) setText('')
          }}
        >
          Add the pasted filing
        </Button>
      </p>
    </>
  )
}

function wordsFor({ kind, accessionNumbers }: Found): string {
  switch (kind) {
    case 'accepted':
      return `It was filed: ${accessionNumbers.join()} has the content that was sent. Say so below.`
    case 'acceptedSeveralTimes':
      return `It was filed more than once: ${accessionNumbers.join(', ')} have the content that was sent.`
    case 'notFoundYet':
      return 'None of them has the content that was sent. That does not say that it was not filed: look again later.'
    case 'notByContent':
      return 'The owner’s list cannot say it.'
  }
}
