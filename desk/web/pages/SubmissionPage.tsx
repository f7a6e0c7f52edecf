import { Link, useParams } from '@tanstack/react-router'
import type { Shape } from '../api/routes.ts'
import { useAsked, useOrganization } from '../api/useDesk.ts'
import { Loaded } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { Rehearsal } from '../parts/Rehearsal.tsx'
import { Title } from '../parts/Title.tsx'
import { OutcomeUnknown } from './OutcomeUnknown.tsx'
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
      {submission.toResolve && <OutcomeUnknown submission={submission} toResolve={submission.toResolve} />}
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
