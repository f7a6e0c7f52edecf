import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { useAgain } from '../parts/Again.tsx'
import { Choice, Entry } from '../parts/Entry.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { GoingAlong } from './Attachments.tsx'
import { useShownDraft } from './DraftPage.tsx'
import { Blockers } from './DraftSigning.tsx'
import { STATES } from './states.ts'

type Mode = 'TEST' | 'LIVE'

/** Test, then live; what was sent before; and the file for uploading by hand. */
export function DraftSending() {
  const draft = useShownDraft()
  const organization = useOrganization()
  return (
    <div className="columns">
      <div>
        <Send />
        <UploadFile />
        <GoingAlong />
      </div>
      <div>
        <Blockers />
        <section className="card" aria-labelledby="sent">
          <h2 id="sent">Sent before</h2>
          {draft.submissions.length === 0 && <p>Nothing was sent yet.</p>}
          <ul>
            {draft.submissions.map((one) => (
              <li key={one.id}>
                <Link
                  to="/$organization/submissions/$submission"
                  params={{ organization: organization.id, submission: one.id }}
                >
                  {one.mode === 'TEST' ? 'Test' : 'Live'}, <Moment at={one.at} />
                </Link>
                : {STATES[one.state]}
                {one.ofHash !== draft.hash && ', of another content'}
              </li>
            ))}
          </ul>
          {draft.submissions.some(({ mode }) => mode === 'LIVE') && (
            <details>
              <summary>EDGAR made it late</summary>
              <p>
                For a form that was sent in time and accepted late:{' '}
                <a href={`/api/organizations/${organization.id}/drafts/${draft.id}/adjustment-request.txt`}>
                  the request for another filing date
                </a>{' '}
                (Regulation S-T, Rule 13(b)), with every attempt and EDGAR’s answers, to be completed and signed.
              </p>
            </details>
          )}
        </section>
      </div>
    </div>
  )
}

function Send() {
  const draft = useShownDraft()
  const { id: organization, destination } = useOrganization()
  const wasTested = draft.submissions.some(
    ({ mode, state, ofHash }) => mode === 'TEST' && state === 'accepted' && ofHash === draft.hash,
  )
  const [chosen, setMode] = useState<Mode>()
  const mode = chosen ?? (wasTested ? 'LIVE' : 'TEST')
  const [typed, setTyped] = useState('')
  const sending = useAct('postSubmission')
  const edgar = useAsked('getEdgar', {})
  const navigate = useNavigate()
  const send = () =>
    sending.mutate(
      { params: { draft: draft.id }, body: { ofHash: draft.hash, mode, typed } },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/$organization/submissions/$submission', params: { organization, submission: id } }),
      },
    )
  if (draft.closed) return null
  return (
    <form
      className="card stack"
      aria-labelledby="send"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h2 id="send">
        Send it to{' '}
        {destination === 'edgar' ? 'EDGAR' : destination === 'beta' ? 'EDGAR’s test system' : 'the rehearsal EDGAR'}
      </h2>
      <Loaded of={edgar}>
        {({ filerToken, userToken, allows }) => (
          <>
            {(filerToken === null || userToken === null) && (
              <p role="note">
                {filerToken === null && 'The filer token is missing. '}
                {userToken === null && 'Your user token is missing. '}
                <Link to="/$organization/edgar" params={{ organization }}>
                  EDGAR access
                </Link>
              </p>
            )}
            {!allows[mode] && (
              <p role="note">The configuration lets no {mode === 'TEST' ? 'test' : 'live filing'} go there.</p>
            )}
          </>
        )}
      </Loaded>
      <Choice
        label="How?"
        value={mode}
        onChange={(wanted) => {
          setMode(wanted as Mode)
          setTyped('')
        }}
        options={[
          {
            value: 'TEST',
            label: wasTested
              ? 'Test filing (this content was accepted as a test)'
              : 'Test filing, first: nothing is filed',
          },
          { value: 'LIVE', label: 'Live: it is filed' },
        ]}
      />
      <Entry
        label={
          <>
            Type <b>{draft.toType[mode]}</b>
          </>
        }
        value={typed}
        onChange={setTyped}
        autoFocus={draft.blockers.length === 0}
      />
      <Trouble error={sending.error} />
      <p>
        <Button type="submit" className="primary" isDisabled={typed !== draft.toType[mode] || sending.isPending}>
          {mode === 'TEST' ? 'Send the test' : 'File it'}
        </Button>
      </p>
    </form>
  )
}

/** The file with the CCC in it: made now, handed over, kept nowhere. */
function UploadFile() {
  const draft = useShownDraft()
  const { id: organization } = useOrganization()
  const again = useAgain()
  const [error, setError] = useState<Error | null>(null)
  const fetchFile = async () => {
    setError(null)
    const response = await fetch(`/api/organizations/${organization}/drafts/${draft.id}/upload-file`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ofHash: draft.hash, mode: 'LIVE', again: again.proof }),
    })
    again.forget()
    if (!response.ok) {
      const answer = (await response.json().catch(() => undefined)) as { problem?: { message: string } } | undefined
      return setError(new Error(answer?.problem?.message ?? `The desk answered ${response.status}.`))
    }
    save(await response.blob(), `form${draft.formType.replace('/', '')}.xml`)
  }
  return (
    <details className="card">
      <summary>Upload it by hand instead</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void fetchFile()
        }}
      >
        <p>
          The edgarSubmission file for EDGAR’s own page. It holds the CCC: upload it, then delete it. The desk keeps no
          copy.
        </p>
        {again.fields}
        <Trouble error={error} />
        <p>
          <Button type="submit" isDisabled={!again.isGiven}>
            Make the file
          </Button>
        </p>
      </form>
    </details>
  )
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
