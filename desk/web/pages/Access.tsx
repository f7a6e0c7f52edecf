import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked } from '../api/useDesk.ts'
import { dayOf } from '../parts/dayOf.ts'
import { Entry } from '../parts/Entry.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { Rehearsal } from '../parts/Rehearsal.tsx'
import { Title } from '../parts/Title.tsx'
import { AttestationForm, useOwnAttestations } from './Attestation.tsx'

/** Whose EDGAR the desk files with, and the two tokens of EDGAR Next. */
export function EdgarAccess() {
  const edgar = useAsked('getEdgar', {})
  return (
    <>
      <Title>EDGAR access</Title>
      <Loaded of={edgar}>
        {({ destination, allows, filerToken, userToken, loginCik }) => (
          <>
            <p className="card">
              Filings go to{' '}
              {destination === 'edgar'
                ? 'EDGAR'
                : destination === 'beta'
                  ? 'EDGAR’s test system'
                  : 'the rehearsal EDGAR'}
              . <Rehearsal destination={destination} /> Tests are {allows.TEST ? 'allowed' : 'not allowed'}, live
              filings {allows.LIVE ? 'allowed' : 'not allowed'}.{' '}
              {loginCik !== null && `Accession numbers begin with ${loginCik}.`}
            </p>
            <Token name="putFilerToken" title="Filer token, of the organisation" note={filerToken} />
            <Token name="putUserToken" title="User token, your own" note={userToken} />
          </>
        )}
      </Loaded>
    </>
  )
}

interface TokenProps {
  readonly name: 'putFilerToken' | 'putUserToken'
  readonly title: string
  readonly note: Shape<'SecretNote'>
}

function Token({ name, title, note }: TokenProps) {
  const [token, setToken] = useState('')
  const [ends, setEnds] = useState('')
  const keeping = useAct(name)
  const expiresAt = Date.parse(`${dayOf(ends)}T00:00:00Z`)
  return (
    <form
      className="card stack"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        keeping.mutate(
          { body: { token, expiresAt: Number.isNaN(expiresAt) ? null : expiresAt } },
          { onSettled: () => setToken('') },
        )
      }}
    >
      <h2>{title}</h2>
      <p>
        {note ? (
          <>
            Kept since <Moment at={note.since} />
            {note.expiresAt !== null && (
              <>
                , ends <Moment at={note.expiresAt} />
              </>
            )}
            . It cannot be read again.
          </>
        ) : (
          <b className="lack">Missing.</b>
        )}
      </p>
      <Entry label="Token" type="password" value={token} onChange={setToken} />
      <Entry label="Ends on" value={ends} onChange={setEnds} placeholder="MM/DD/YYYY" />
      <Trouble error={keeping.error} />
      <p>
        <Button type="submit" isDisabled={token.length < 8}>
          Keep it
        </Button>
      </p>
    </form>
  )
}

/** One's own manually signed attestation, without which nobody signs electronically (Regulation S-T 302(b)). */
export function MySignature() {
  const own = useOwnAttestations()
  return (
    <>
      <Title>My signature</Title>
      <section className="card" aria-labelledby="attestation">
        <h2 id="attestation">Attestation</h2>
        {own?.length === 0 && (
          <p>
            <b className="lack">None on file.</b>
          </p>
        )}
        <ul>
          {own?.map(({ id, signedOn, at }) => (
            <li key={id}>
              Signed {signedOn}, kept since <Moment at={at} />
            </li>
          ))}
        </ul>
        <AttestationForm />
      </section>
    </>
  )
}
