import { FORM_LIMITS } from '@section16/core/facts'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked } from '../api/useDesk.ts'
import { Choice, Entry } from '../parts/Entry.tsx'
import { RecordEntry, TERMS } from '../parts/FactEntry.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'

type Security = Shape<'LibrarySecurity'>
type Footnote = Shape<'LibraryFootnote'>

/** What an issuer's forms say again and again. A form takes a copy, so that nothing here changes one. */
export function LibraryPage() {
  const { issuer = '' } = useParams({ strict: false })
  const company = useAsked('getIssuer', { params: { issuer } })
  const library = useAsked('getLibrary', { params: { issuer } })
  return (
    <Loaded of={company}>
      {({ name }) => (
        <>
          <h1>Securities and footnotes of {name}</h1>
          <p>A form takes a copy of what is chosen: what you change here changes no draft and no filed form.</p>
          <Loaded of={library}>
            {({ securities, footnotes }) => (
              <>
                <Securities issuer={issuer} securities={securities} />
                <Footnotes issuer={issuer} footnotes={footnotes} />
              </>
            )}
          </Loaded>
        </>
      )}
    </Loaded>
  )
}

const TABLES = { nonDerivative: 'Table I', derivative: 'Table II' } as const

function Securities({ issuer, securities }: { readonly issuer: string; readonly securities: readonly Security[] }) {
  const [edited, setEdited] = useState<Security | 'new'>()
  const retiring = useAct('deleteLibrarySecurity')
  return (
    <section className="card" aria-labelledby="securities">
      <h2 id="securities">Securities</h2>
      {securities.length === 0 && <p>None yet.</p>}
      <ul className="library">
        {securities.map((security) => (
          <li key={security.id}>
            <b>{security.title}</b>, {TABLES[security.table]}
            {security.underlyingTitle !== null && `, over ${security.underlyingTitle}`}
            <p className="tools">
              <Button aria-label={`Correct ${security.title}`} onPress={() => setEdited(security)}>
                Correct
              </Button>
              <Button
                aria-label={`Take out ${security.title}`}
                isDisabled={retiring.isPending}
                onPress={() => retiring.mutate({ params: { issuer, security: security.id } })}
              >
                Take out
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <Trouble error={retiring.error} />
      {edited === undefined ? (
        <Button onPress={() => setEdited('new')}>Add a security</Button>
      ) : (
        <SecurityForm
          key={edited === 'new' ? 'new' : edited.id}
          issuer={issuer}
          security={edited === 'new' ? undefined : edited}
          onDone={() => setEdited(undefined)}
        />
      )}
    </section>
  )
}

interface SecurityFormProps {
  readonly issuer: string
  readonly security: Security | undefined
  readonly onDone: () => void
}

function SecurityForm({ issuer, security, onDone }: SecurityFormProps) {
  const [table, setTable] = useState<string>(security?.table ?? 'nonDerivative')
  const [title, setTitle] = useState(security?.title ?? '')
  const [underlying, setUnderlying] = useState(security?.underlyingTitle ?? '')
  const [terms, setTerms] = useState<Security['terms']>(security?.terms ?? {})
  const adding = useAct('postLibrarySecurity')
  const correcting = useAct('putLibrarySecurity')
  const isDerivative = table === 'derivative'
  const save = () => {
    const body = {
      table: isDerivative ? ('derivative' as const) : ('nonDerivative' as const),
      title: title.trim(),
      underlyingTitle: isDerivative && underlying.trim() !== '' ? underlying.trim() : null,
      terms: isDerivative ? terms : {},
    }
    if (security) correcting.mutate({ params: { issuer, security: security.id }, body }, { onSuccess: onDone })
    else adding.mutate({ params: { issuer }, body }, { onSuccess: onDone })
  }
  return (
    <form
      className="stack record"
      aria-labelledby="security"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h3 id="security">{security ? `Correct ${security.title}` : 'A new security'}</h3>
      <Choice
        label="Which table?"
        value={table}
        onChange={setTable}
        options={[
          { value: 'nonDerivative', label: 'Table I: stock, and what has no exercise feature' },
          { value: 'derivative', label: 'Table II: options, warrants, units, convertible securities' },
        ]}
      />
      <Entry label="Title, as the issuer’s forms have it" value={title} onChange={setTitle} isRequired />
      {isDerivative && (
        <>
          <Entry label="Title of the underlying security" value={underlying} onChange={setUnderlying} />
          <RecordEntry
            legend="Terms that every grant of it has; empty where they differ"
            fields={TERMS}
            first={terms}
            onChange={(record) => setTerms(record)}
          />
        </>
      )}
      <Trouble error={adding.error ?? correcting.error} />
      <p className="tools">
        <Button type="submit" className="primary" isDisabled={title.trim() === ''}>
          Save
        </Button>
        <Button onPress={onDone}>Leave it</Button>
      </p>
    </form>
  )
}

function Footnotes({ issuer, footnotes }: { readonly issuer: string; readonly footnotes: readonly Footnote[] }) {
  const [edited, setEdited] = useState<Footnote | 'new'>()
  const retiring = useAct('deleteLibraryFootnote')
  return (
    <section className="card" aria-labelledby="footnotes">
      <h2 id="footnotes">Footnotes</h2>
      {footnotes.length === 0 && <p>None yet.</p>}
      <ul className="library">
        {footnotes.map((footnote) => (
          <li key={footnote.id}>
            <b>{footnote.name}</b>
            {footnote.isForAll && ' (of every issuer)'}: {footnote.text}
            <p className="tools">
              <Button aria-label={`Correct ${footnote.name}`} onPress={() => setEdited(footnote)}>
                Correct
              </Button>
              <Button
                aria-label={`Take out ${footnote.name}`}
                isDisabled={retiring.isPending}
                onPress={() => retiring.mutate({ params: { issuer, footnote: footnote.id } })}
              >
                Take out
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <Trouble error={retiring.error} />
      {edited === undefined ? (
        <Button onPress={() => setEdited('new')}>Add a footnote</Button>
      ) : (
        <FootnoteForm
          key={edited === 'new' ? 'new' : edited.id}
          issuer={issuer}
          footnote={edited === 'new' ? undefined : edited}
          onDone={() => setEdited(undefined)}
        />
      )}
    </section>
  )
}

interface FootnoteFormProps {
  readonly issuer: string
  readonly footnote: Footnote | undefined
  readonly onDone: () => void
}

/** Whom a footnote serves is said once: for other issuers it is another footnote. */
const REACHES = [
  { value: 'issuer', label: 'This issuer' },
  { value: 'all', label: 'Every issuer of the organisation' },
]

function FootnoteForm({ issuer, footnote, onDone }: FootnoteFormProps) {
  const [name, setName] = useState(footnote?.name ?? '')
  const [text, setText] = useState(footnote?.text ?? '')
  const [reach, setReach] = useState('issuer')
  const adding = useAct('postLibraryFootnote')
  const correcting = useAct('putLibraryFootnote')
  const save = () => {
    const body = { name: name.trim(), text: text.trim() }
    if (footnote) correcting.mutate({ params: { issuer, footnote: footnote.id }, body }, { onSuccess: onDone })
    else adding.mutate({ params: { issuer }, body: { ...body, isForAll: reach === 'all' } }, { onSuccess: onDone })
  }
  return (
    <form
      className="stack record"
      aria-labelledby="footnote"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h3 id="footnote">{footnote ? `Correct ${footnote.name}` : 'A new footnote'}</h3>
      <Entry label="Name" value={name} onChange={setName} isRequired hint="By which you find it; no form shows it." />
      <Entry
        label="Text"
        value={text}
        onChange={setText}
        isRequired
        isLong
        hint={`${text.length} of ${FORM_LIMITS.footnoteCharacters.most} characters`}
      />
      {!footnote && <Choice label="For whom?" value={reach} onChange={setReach} options={REACHES} />}
      <Trouble error={adding.error ?? correcting.error} />
      <p className="tools">
        <Button type="submit" className="primary" isDisabled={name.trim() === '' || text.trim() === ''}>
          Save
        </Button>
        <Button onPress={onDone}>Leave it</Button>
      </p>
    </form>
  )
}
