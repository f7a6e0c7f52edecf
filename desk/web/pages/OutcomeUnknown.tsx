import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct } from '../api/useDesk.ts'
import { Choice, Entry } from '../parts/Entry.tsx'
import { Trouble } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { Compare } from './Compare.tsx'

export interface UnknownProps {
  readonly submission: Shape<'Submission'>
  readonly toResolve: NonNullable<Shape<'Submission'>['toResolve']>
}

/** The answer was lost: how to find out, by when, and a named person's typed word. It is not sent again by itself. */
export function OutcomeUnknown({ submission, toResolve }: UnknownProps) {
  const [found, setFound] = useState<string>()
  return (
    <section className="card trouble stack" aria-labelledby="resolve">
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
      {submission.mode === 'LIVE' && <Compare submission={submission} onFound={setFound} />}
      <Resolve key={found} submission={submission} toResolve={toResolve} found={found} />
    </section>
  )
}

/** What was found, in a person's own name. `found`: the accession number that the comparison gave. */
function Resolve({ submission, toResolve, found }: UnknownProps & { readonly found: string | undefined }) {
  const [outcome, setOutcome] = useState<string | null>(found === undefined ? null : 'filed')
  const [accession, setAccession] = useState(found ?? '')
  const [how, setHow] = useState(found === undefined ? '' : 'The owner’s list of filings, compared by content.')
  const [typed, setTyped] = useState('')
  const resolving = useAct('postResolution')
  const wanted = outcome === 'filed' ? toResolve.typeFiled : toResolve.typeNotFiled
  const isReady =
    outcome !== null && how.trim() !== '' && typed === wanted && (outcome !== 'filed' || accession.trim() !== '')
  return (
    <form
      className="stack"
      aria-label="What became of it"
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
        onChange={(one) => {
          setOutcome(one)
          setTyped('')
        }}
        options={[
          { value: 'filed', label: 'It was filed' },
          { value: 'notFiled', label: 'It was not filed, and may be sent anew by whoever types its words again' },
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
            autoFocus={found !== undefined}
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
  )
}
