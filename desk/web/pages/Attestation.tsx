import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { useAgain } from '../parts/Again.tsx'
import { dayOf } from '../parts/dayOf.ts'
import { Entry } from '../parts/Entry.tsx'
import { FileEntry, SIGNED_PAPERS } from '../parts/files.tsx'
import { Trouble } from '../parts/Loaded.tsx'

/** The attestations of whoever is signed in; undefined until it is known. */
export function useOwnAttestations(): readonly Shape<'Attestation'>[] | undefined {
  const { userId } = useOrganization()
  const { data } = useAsked('getAttestations', {})
  return data?.attestations.filter((one) => one.userId === userId)
}

/** One's own attestation, signed by hand, without which nobody signs electronically. Regulation S-T 302(b)(2). */
export function AttestationForm({ autoFocus = false }: { readonly autoFocus?: boolean }) {
  const [signedOn, setSignedOn] = useState('')
  const [document, setDocument] = useState<Shape<'UploadedFile'>>()
  const again = useAgain()
  const keeping = useAct('postAttestation')
  return (
    <form
      className="stack"
      aria-label="Attestation"
      onSubmit={(event) => {
        event.preventDefault()
        keeping.mutate(
          { body: { signedOn: dayOf(signedOn), document: document!, again: again.proof } },
          { onSettled: again.forget },
        )
      }}
    >
      <p>
        Before you sign electronically you sign by hand, once, that your electronic signature is as binding as your
        signature by hand. <small>Regulation S-T 302(b)(2)</small>
      </p>
      <Entry label="Signed on" value={signedOn} onChange={setSignedOn} placeholder="MM/DD/YYYY" autoFocus={autoFocus} />
      <FileEntry label="The attestation that you signed by hand" accept={SIGNED_PAPERS} onChange={setDocument} />
      {again.fields}
      <Trouble error={keeping.error} />
      <p>
        <Button
          type="submit"
          isDisabled={document === undefined || signedOn === '' || !again.isGiven || keeping.isPending}
        >
          Keep it
        </Button>
      </p>
    </form>
  )
}
