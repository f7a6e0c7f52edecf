import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked } from '../api/useDesk.ts'
import { Choice, Entry } from '../parts/Entry.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'

const ROLES = {
  administrator: 'its account administrators manage who files',
  user: 'its users file',
} as const

/** To whom an insider delegates at EDGAR (EDGAR Next): given there, noted here, so that a missing one is seen in time. */
export function Delegations({ insider }: { readonly insider: Shape<'Insider'> }) {
  const delegations = useAsked('getDelegations', { params: { insider: insider.id } })
  const ending = useAct('deleteDelegation')
  return (
    <section className="card" aria-labelledby="delegations">
      <h2 id="delegations">Delegations at EDGAR</h2>
      <Loaded of={delegations}>
        {({ delegations: all }) => (
          <>
            {all.length === 0 && <p>None noted.</p>}
            <ul>
              {all.map(({ id, toCik, role, at }) => (
                <li key={id}>
                  To CIK {toCik}: {ROLES[role]}; noted <Moment at={at} />{' '}
                  <Button
                    aria-label={`It has ended: the delegation to CIK ${toCik}`}
                    isDisabled={ending.isPending}
                    onPress={() => ending.mutate({ params: { insider: insider.id, delegation: id } })}
                  >
                    It has ended
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <Trouble error={ending.error} />
      {insider.cik === null ? (
        <p>Without a CIK nobody delegates.</p>
      ) : (
        <details>
          <summary>Note a delegation</summary>
          <NewDelegation insider={insider.id} />
        </details>
      )}
    </section>
  )
}

function NewDelegation({ insider }: { readonly insider: string }) {
  const edgar = useAsked('getEdgar', {})
  const [typed, setTyped] = useState<string>()
  const [role, setRole] = useState<string | null>(null)
  const noting = useAct('postDelegation')
  const cik = typed ?? edgar.data?.loginCik ?? ''
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (role === null) return
        noting.mutate({
          params: { insider },
          body: { toCik: cik.trim().padStart(10, '0'), role: role as keyof typeof ROLES },
        })
      }}
    >
      <p>The filer gives it on EDGAR’s dashboard, and the other accepts it there; then note it here.</p>
      <Entry label="To which CIK?" value={cik} onChange={setTyped} isRequired hint="One to ten digits." />
      <Choice
        label="How far?"
        value={role}
        onChange={setRole}
        options={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
      />
      <Trouble error={noting.error} />
      <p>
        <Button type="submit" isDisabled={cik.trim() === '' || role === null || noting.isPending}>
          Note it
        </Button>
      </p>
    </form>
  )
}
