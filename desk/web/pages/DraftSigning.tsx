import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useOrganization } from '../api/useDesk.ts'
import { useAgain } from '../parts/Again.tsx'
import { dayOf } from '../parts/dayOf.ts'
import { Choice, Entry } from '../parts/Entry.tsx'
import { FileEntry, SIGNED_PAPERS } from '../parts/files.tsx'
import { Trouble } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { useLostFocus } from '../parts/useLostFocus.ts'
import { GoingAlong } from './Attachments.tsx'
import { AttestationForm, useOwnAttestations } from './Attestation.tsx'
import { useShownDraft } from './DraftPage.tsx'
import { PageOf } from './PageOf.tsx'

type Owner = Shape<'OwnerSigning'>

/** What is approved and signed is this very content: it is shown, then who approved and signed it, then one's own act. */
export function DraftSigning() {
  const draft = useShownDraft()
  const { id: organization } = useOrganization()
  return (
    <div className="columns">
      <section aria-labelledby="content">
        <h2 id="content">What you approve or sign</h2>
        <p>
          <small>
            Version {draft.version}, SHA-256 {draft.hash}
          </small>
        </p>
        <PageOf
          url={`/api/organizations/${organization}/drafts/${draft.id}/page.html`}
          title={`Form ${draft.formType} as it will be filed`}
          hash={draft.hash}
        />
        <GoingAlong />
      </section>
      <div>
        <section className="card" aria-labelledby="signatures">
          <h2 id="signatures">Signatures</h2>
          {draft.owners.map((owner) => (
            <OwnerSignature key={owner.insiderId} owner={owner} />
          ))}
        </section>
        <Approvals />
        <Blockers />
      </div>
    </div>
  )
}

/** Why the draft may not be filed as it is. */
export function Blockers() {
  const { blockers } = useShownDraft()
  return (
    <section className="card" aria-labelledby="blockers">
      <h2 id="blockers">What blocks filing</h2>
      {blockers.length === 0 ? (
        <p>Nothing.</p>
      ) : (
        <ul>
          {blockers.map(({ code, path, message, fix, severity }) => (
            <li key={code + path} className="finding" data-severity={severity}>
              {message} {fix !== undefined && <span className="fix">{fix}</span>} <small>{code}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Approvals() {
  const { id, hash, approvals, closed } = useShownDraft()
  const { userId } = useOrganization()
  const [note, setNote] = useState('')
  const approving = useAct('postApproval')
  const withdrawing = useAct('deleteApproval')
  const holds = approvals.filter(({ ofHash }) => ofHash === hash)
  return (
    <section className="card" aria-labelledby="approvals">
      <h2 id="approvals">Approvals of this content</h2>
      {holds.length === 0 && <p>None yet.</p>}
      <ul>
        {holds.map((approval) => (
          <li key={approval.id}>
            <Moment at={approval.at} />
            {approval.note !== null && `: ${approval.note}`}{' '}
            {approval.by === userId && closed === null && (
              <Button onPress={() => withdrawing.mutate({ params: { draft: id, approval: approval.id } })}>
                Take back
              </Button>
            )}
          </li>
        ))}
      </ul>
      {closed === null && (
        <>
          <Entry label="Note, if any" value={note} onChange={setNote} isLong />
          <Button
            isPending={approving.isPending}
            onPress={() =>
              approving.mutate({ params: { draft: id }, body: { ofHash: hash, note: note === '' ? null : note } })
            }
          >
            Approve this content
          </Button>
        </>
      )}
      <Trouble error={approving.error ?? withdrawing.error} />
    </section>
  )
}

function OwnerSignature({ owner }: { readonly owner: Owner }) {
  const { id, hash, signatures, closed } = useShownDraft()
  const { userId } = useOrganization()
  const withdrawing = useAct('deleteSignature')
  const given = signatures.filter(({ insiderId, ofHash }) => insiderId === owner.insiderId && ofHash === hash)
  return (
    <section className="owner" aria-label={owner.name}>
      <h3>{owner.name}</h3>
      {owner.line && <Line line={owner.line.name} signedOn={owner.line.date} />}
      {given.map((signature) => (
        <p key={signature.id}>
          {owner.line === null && `${signature.line}: `}
          Signed {signature.manner === 'electronic' ? 'electronically' : 'by hand'} <Moment at={signature.at} />{' '}
          {signature.by === userId && closed === null && (
            <Button onPress={() => withdrawing.mutate({ params: { draft: id, signature: signature.id } })}>
              Take back
            </Button>
          )}
        </p>
      ))}
      <Trouble error={withdrawing.error} />
      {owner.line === null && given.length > 0 && <p>Others have to sign with them.</p>}
      {owner.line === null && owner.mayISignAs === null && given.length === 0 && (
        <p>Not signed. Nobody types another’s signature: you may not sign for {owner.name}.</p>
      )}
      {owner.line === null && owner.mayISignAs !== null && closed === null && (
        <Sign owner={owner} capacity={owner.mayISignAs} />
      )}
    </section>
  )
}

/** The signature line as it will be filed. */
function Line({ line, signedOn }: { readonly line: string; readonly signedOn: string }) {
  const place = useLostFocus<HTMLParagraphElement>()
  return (
    <p className="line" tabIndex={-1} ref={place}>
      {line} <small>{signedOn}</small>
    </p>
  )
}

const CAPACITIES = { self: 'yourself', officer: 'an officer of the owner', attorney: 'attorney-in-fact' } as const

/** One's own act: electronically after the password, or with the paper signed by hand. */
function Sign(own: OwnSignatureProps) {
  const [manner, setManner] = useState('electronic')
  const attestations = useOwnAttestations()
  return (
    <div className="stack">
      <p>You sign as {CAPACITIES[own.capacity.kind]}. The signature line is made of it.</p>
      <Choice
        label="How?"
        value={manner}
        onChange={setManner}
        options={[
          {
            value: 'electronic',
            label: 'Electronically, after your password (your signed attestation has to be on file)',
          },
          { value: 'uploaded', label: 'By hand: the signed paper as a file' },
        ]}
      />
      {manner === 'uploaded' ? (
        <SignByHand {...own} />
      ) : attestations?.length === 0 ? (
        <section aria-labelledby="attest">
          <h4 id="attest">First, once: your attestation</h4>
          <AttestationForm autoFocus />
        </section>
      ) : (
        attestations !== undefined && <SignElectronically {...own} />
      )}
    </div>
  )
}

interface OwnSignatureProps {
  readonly owner: Owner
  readonly capacity: NonNullable<Owner['mayISignAs']>
}

function SignElectronically({ owner, capacity }: OwnSignatureProps) {
  const { id, hash } = useShownDraft()
  const again = useAgain({ autoFocus: true })
  const signing = useAct('postSignature')
  const sign = () => {
    const body = {
      manner: 'electronic',
      insiderId: owner.insiderId,
      ofHash: hash,
      capacity,
      again: again.proof,
    } as const
    signing.mutate({ params: { draft: id }, body }, { onSettled: again.forget })
  }
  return (
    <form
      className="stack"
      aria-label={`Sign for ${owner.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        sign()
      }}
    >
      {again.fields}
      <Trouble error={signing.error} />
      <p>
        <Button type="submit" className="primary" isDisabled={!again.isGiven || signing.isPending}>
          Sign for {owner.name}
        </Button>
      </p>
    </form>
  )
}

function SignByHand({ owner, capacity }: OwnSignatureProps) {
  const { id, hash } = useShownDraft()
  const [signedOn, setSignedOn] = useState('')
  const [document, setDocument] = useState<Shape<'UploadedFile'>>()
  const signing = useAct('postSignature')
  const sign = (signed: Shape<'UploadedFile'>) => {
    const said = { insiderId: owner.insiderId, ofHash: hash, capacity, signedOn: dayOf(signedOn) }
    signing.mutate({ params: { draft: id }, body: { manner: 'uploaded', ...said, document: signed } })
  }
  return (
    <form
      className="stack"
      aria-label={`Sign for ${owner.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (document) sign(document)
      }}
    >
      <Entry label="Signed on" value={signedOn} onChange={setSignedOn} placeholder="MM/DD/YYYY" />
      <FileEntry label="The signed authentication document" accept={SIGNED_PAPERS} onChange={setDocument} />
      <Trouble error={signing.error} />
      <p>
        <Button
          type="submit"
          className="primary"
          isDisabled={signedOn === '' || document === undefined || signing.isPending}
        >
          Sign for {owner.name}
        </Button>
      </p>
    </form>
  )
}
