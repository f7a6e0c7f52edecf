import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { Choice, Entry } from '../parts/Entry.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { Rehearsal } from '../parts/Rehearsal.tsx'
import { Title } from '../parts/Title.tsx'
import { FINAL, STATES } from './states.ts'

type Submission = Shape<'Submission'>

const SOON = 2000

/** What became of a submission: its states, EDGAR's messages at their places, and what to do where the outcome is unknown. */
export function SubmissionPage() {
  const { submission: id = '' } = useParams({ strict: false })
  const submission = useAsked('getSubmission', { params: { submission: id } }, { every: SOON })
  return <Loaded of={submission}>{(known) => <Shown submission={known} />}</Loaded>
}

function Shown({ submission }: { readonly submission: Submission }) {
  const { id: organization } = useOrganization()
  const { mode, state, states, messages, destination, draftId, filingId, accessionNumber } = submission
  return (
    <>
      <Title>{mode === 'TEST' ? 'Test filing' : 'Filing'}</Title>
      <p role="status" className="state" data-state={state}>
        <b>{STATES[state]}</b> {!FINAL.has(state) && state !== 'outcomeUnknown' && '…'}{' '}
        <Rehearsal destination={destination} />
      </p>
      {accessionNumber !== null && <p>Accession number {accessionNumber}</p>}
      <p className="tools">
        {mode === 'TEST' && state === 'accepted' && (
          <Link
            to="/$organization/drafts/$draft/sending"
            params={{ organization, draft: draftId }}
            className="button primary"
          >
            File it live
          </Link>
        )}
        {filingId !== null && (
          <Link
            to="/$organization/filings/$filing"
            params={{ organization, filing: filingId }}
            className="button primary"
          >
            To the filed form
          </Link>
        )}
        <Link to="/$organization/drafts/$draft" params={{ organization, draft: draftId }} className="button">
          To the draft
        </Link>
      </p>
      {submission.toResolve && <Resolve submission={submission} toResolve={submission.toResolve} />}
      {messages.length > 0 && (
        <section className="card" aria-labelledby="messages">
          <h2 id="messages">What EDGAR says</h2>
          <ul>
            {messages.map(({ type, content, errorNumber, place, label }) => (
              <li key={content} className="finding" data-severity={type === 'ERROR' ? 'suspends' : 'warns'}>
                <span className="tag">{type}</span> {place !== undefined && <b>{place}: </b>}
                {content} <small>{[errorNumber, label].filter(Boolean).join(', ')}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card" aria-labelledby="states">
        <h2 id="states">What happened</h2>
        <ol>
          {states.map(({ state: passed, at }) => (
            <li key={passed + at}>
              <Moment at={at} />: {STATES[passed]}
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

interface ResolveProps {
  readonly submission: Submission
  readonly toResolve: NonNullable<Submission['toResolve']>
}

/** The answer was lost: how to find out, by when, and a named person's typed word. It is not sent again by itself. */
function Resolve({ submission, toResolve }: ResolveProps) {
  const [outcome, setOutcome] = useState<string | null>(null)
  const [accession, setAccession] = useState('')
  const [how, setHow] = useState('')
  const [typed, setTyped] = useState('')
  const resolving = useAct('postResolution')
  const wanted = outcome === 'filed' ? toResolve.typeFiled : toResolve.typeNotFiled
  const isReady =
    outcome !== null && how.trim() !== '' && typed === wanted && (outcome !== 'filed' || accession.trim() !== '')
  return (
    <section className="card trouble" aria-labelledby="resolve">
      <h2 id="resolve">The answer was lost. It may have been filed, or not.</h2>
      <p>It is not sent again by itself, because a second filing could not be taken back.</p>
      {toResolve.by !== null && (
        <p>
          Find out by{' '}
          <b>
            <Moment at={toResolve.by} />
          </b>
          : then the form is late.
        </p>
      )}
      <h3>How to find out</h3>
      <ol className="numbered">
        {toResolve.how.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          resolving.mutate({
            params: { submission: submission.id },
            body: { filed: outcome === 'filed' ? accession.trim() : null, how, typed },
          })
        }}
      >
        <Choice
          label="What did you find?"
          value={outcome}
          onChange={(found) => {
            setOutcome(found)
            setTyped('')
          }}
          options={[
            { value: 'filed', label: 'It was filed' },
            { value: 'notFiled', label: 'It was not filed, and may be sent anew' },
          ]}
        />
        {outcome === 'filed' && (
          <Entry
            label="Its accession number"
            value={accession}
            onChange={setAccession}
            placeholder="0000000000-26-000000"
          />
        )}
        {outcome !== null && (
          <>
            <Entry label="What did you look at?" value={how} onChange={setHow} isLong />
            <Entry
              label={
                <>
                  Type <b>{wanted}</b>
                </>
              }
              value={typed}
              onChange={setTyped}
            />
          </>
        )}
        <Trouble error={resolving.error} />
        <p>
          <Button type="submit" className="primary" isDisabled={!isReady || resolving.isPending}>
            Say so, in my name
          </Button>
        </p>
      </form>
    </section>
  )
}
