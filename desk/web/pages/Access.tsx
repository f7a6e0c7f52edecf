import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { useAgain } from '../parts/Again.tsx'
import { dayOf, Entry } from '../parts/Entry.tsx'
import { FileEntry, SIGNED_PAPERS } from '../parts/files.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { Rehearsal } from '../parts/Rehearsal.tsx'

/** Whose EDGAR the desk files with, and the two tokens of EDGAR Next. */
export function EdgarAccess() {
  const edgar = useAsked('getEdgar', {})
  return (
    <>
      <h1>EDGAR access</h1>
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
  const { userId } = useOrganization()
  const attestations = useAsked('getAttestations', {})
  const [signedOn, setSignedOn] = useState('')
  const [document, setDocument] = useState<Shape<'UploadedFile'>>()
  const again = useAgain()
  const keeping = useAct('postAttestation')
  return (
    <>
      <h1>My signature</h1>
      <section className="card">
        <h2>Attestation</h2>
        <p>
          Before you sign electronically you sign by hand, once, that your electronic signature is as binding as your
          signature by hand. <small>Regulation S-T 302(b)(2)</small>
        </p>
        <Loaded of={attestations}>
          {({ attestations: all }) => {
            const own = all.filter((one) => one.userId === userId)
            return own.length === 0 ? (
              <p>
                <b className="lack">None on file.</b>
              </p>
            ) : (
              <ul>
                {own.map(({ id, signedOn: day, at }) => (
                  <li key={id}>
                    Signed {day}, kept since <Moment at={at} />
                  </li>
                ))}
              </ul>
            )
          }}
        </Loaded>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            keeping.mutate(
              { body: { signedOn: dayOf(signedOn), document: document!, again: again.proof } },
              { onSettled: again.forget },
            )
          }}
        >
          <Entry label="Signed on" value={signedOn} onChange={setSignedOn} placeholder="MM/DD/YYYY" />
          <FileEntry label="The attestation that you signed by hand" accept={SIGNED_PAPERS} onChange={setDocument} />
          {again.fields}
          <Trouble error={keeping.error} />
          <p>
            <Button type="submit" isDisabled={document === undefined || signedOn === '' || !again.isGiven}>
              Keep it
            </Button>
          </p>
        </form>
      </section>
    </>
  )
}
