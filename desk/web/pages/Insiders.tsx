import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { Choice, Entry } from '../parts/Entry.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { Title } from '../parts/Title.tsx'
import { useSettled } from '../parts/useInsiderSearch.ts'
import { Wide } from '../parts/Wide.tsx'

type Insider = Shape<'Insider'>

/** The insiders by name, a page at a time or those searched for, and whether each could file today. */
export function Insiders() {
  const [wanted, setWanted] = useState('')
  const search = useSettled(wanted)
  const [adds, setAdds] = useState(false)
  return (
    <>
      <Title>Insiders</Title>
      <Entry label="Search by name or CIK" value={wanted} onChange={setWanted} />
      <InsiderList search={search} />
      {adds ? (
        <InsiderForm insider={undefined} onDone={() => setAdds(false)} />
      ) : (
        <Button className="primary" onPress={() => setAdds(true)}>
          Add an insider
        </Button>
      )}
    </>
  )
}

/** So many are on a page. */
const LISTED = 100

function InsiderList({ search }: { readonly search: string }) {
  const organization = useOrganization().id
  const [page, setPage] = useState({ of: search, after: '' })
  // With other words it is the first page again.
  if (page.of !== search) setPage({ of: search, after: '' })
  const { after } = page
  const query = { limit: LISTED, ...(search !== '' && { search }), ...(after !== '' && { after }) }
  const insiders = useAsked('getInsiders', { query }, { staysShown: true })
  // What still stays shown goes on somewhere else.
  const goOn = (next: string) => !insiders.isPlaceholderData && setPage({ of: search, after: next })
  return (
    <Loaded of={insiders}>
      {({ insiders: all, next }) => (
        <>
          <p role="status">
            {all.length === 0 && (search === '' ? 'Nobody is here yet.' : 'Nobody is found by these words.')}
          </p>
          {all.length > 0 && (
            <Wide label="Insiders">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">CIK</th>
                  <th scope="col">CCC</th>
                  <th scope="col">Roles now</th>
                </tr>
              </thead>
              <tbody>
                {all.map((insider) => (
                  <tr key={insider.id}>
                    <th scope="row">
                      <Link to="/$organization/insiders/$insider" params={{ organization, insider: insider.id }}>
                        {insider.name}
                      </Link>
                    </th>
                    <td>{insider.cik ?? <b className="lack">missing</b>}</td>
                    <td>{insider.ccc ? 'kept' : <b className="lack">not set</b>}</td>
                    <td>{rolesOf(insider)}</td>
                  </tr>
                ))}
              </tbody>
            </Wide>
          )}
          <p className="tools">
            {after !== '' && <Button onPress={() => setPage({ of: search, after: '' })}>Back to the first</Button>}
            {next !== null && <Button onPress={() => goOn(next)}>More</Button>}
          </p>
        </>
      )}
    </Loaded>
  )
}

/** The words for a relationship. */
export const RELATIONSHIPS = {
  director: 'Director',
  officer: 'Officer',
  tenPercentOwner: '10% owner',
  other: 'Other',
} as const

function rolesOf({ roles }: Insider): string {
  const now = roles.filter(({ untilDay }) => untilDay === null)
  return now.map(({ title, relationship }) => title ?? RELATIONSHIPS[relationship]).join(', ')
}

interface InsiderFormProps {
  readonly insider: Insider | undefined
  readonly onDone: () => void
}

/** A new insider, or a correction of one, the CIK too: nothing that was filed changes. */
export function InsiderForm({ insider, onDone }: InsiderFormProps) {
  const details = (insider?.details ?? {}) as { signsAs?: string; address?: Record<string, string> }
  const [kind, setKind] = useState<string>(insider?.kind ?? 'person')
  const [name, setName] = useState(insider?.name ?? '')
  const [cik, setCik] = useState(insider?.cik ?? '')
  const [email, setEmail] = useState(insider?.email ?? '')
  const [signsAs, setSignsAs] = useState(details.signsAs ?? '')
  const [address, setAddress] = useState<Record<string, string>>(details.address ?? {})
  const adding = useAct('postInsider')
  const correcting = useAct('putInsider')
  const save = () => {
    const body = {
      kind: kind as Insider['kind'],
      name,
      cik: cik.trim() === '' ? null : cik.trim().padStart(10, '0'),
      email: email.trim() === '' ? null : email.trim(),
      details: { ...insider?.details, ...(signsAs !== '' && { signsAs }), address },
    }
    if (insider)
      correcting.mutate(
        { params: { insider: insider.id }, body: { ...body, revision: insider.revision } },
        { onSuccess: onDone },
      )
    else adding.mutate({ body }, { onSuccess: onDone })
  }
  return (
    <form
      className="card stack"
      aria-labelledby="insider"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h2 id="insider">{insider ? `Correct ${insider.name}` : 'A new insider'}</h2>
      <Choice
        label="Who is it?"
        value={kind}
        onChange={setKind}
        options={[
          { value: 'person', label: 'A person' },
          { value: 'entity', label: 'A company, fund or trust' },
        ]}
      />
      <Entry label="Name, as EDGAR has it (last, first, middle)" value={name} onChange={setName} isRequired />
      <Entry label="Signs as" value={signsAs} onChange={setSignsAs} placeholder="Jane Doe" />
      <Entry label="CIK" value={cik} onChange={setCik} hint="Empty until EDGAR gave one." />
      <Entry label="E-mail" type="email" value={email} onChange={setEmail} />
      {ADDRESS.map(([property, label]) => (
        <Entry
          key={property}
          label={label}
          value={address[property] ?? ''}
          onChange={(text) => setAddress({ ...address, [property]: text })}
        />
      ))}
      <Trouble error={adding.error ?? correcting.error} />
      <p className="tools">
        <Button type="submit" className="primary">
          Save
        </Button>
        <Button onPress={onDone}>Leave it</Button>
      </p>
    </form>
  )
}

const ADDRESS = [
  ['street1', 'Street'],
  ['street2', 'Street, second line'],
  ['city', 'City'],
  ['state', 'State'],
  ['zipCode', 'Zip'],
] as const
