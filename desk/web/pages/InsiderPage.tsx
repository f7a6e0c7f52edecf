import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useMe, useOrganization } from '../api/useDesk.ts'
import { dayOf } from '../parts/dayOf.ts'
import { Choice, Entry } from '../parts/Entry.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { Title } from '../parts/Title.tsx'
import { Delegations } from './Delegations.tsx'
import { InsiderForm, RELATIONSHIPS } from './Insiders.tsx'
import { PowersOfAttorney } from './PowersOfAttorney.tsx'

type Insider = Shape<'Insider'>

/** One insider: ready to file or what is lacking, roles over time, CCC, powers of attorney. */
export function InsiderPage() {
  const { insider: id = '' } = useParams({ strict: false })
  const insider = useAsked('getInsider', { params: { insider: id } })
  const [edits, setEdits] = useState(false)
  return (
    <Loaded of={insider}>
      {(known) => (
        <>
          <Title>{known.name}</Title>
          <Readiness insider={known} />
          <Ccc insider={known} />
          <Delegations insider={known} />
          <Roles insider={known} />
          <YearEnd insider={known} />
          <PowersOfAttorney insider={known} />
          {edits ? (
            <InsiderForm insider={known} onDone={() => setEdits(false)} />
          ) : (
            <Button onPress={() => setEdits(true)}>Correct name, CIK or address</Button>
          )}
        </>
      )}
    </Loaded>
  )
}

/** What it takes to file for somebody, and what of it is there. */
function Readiness({ insider }: { readonly insider: Insider }) {
  const lacks = [
    insider.cik === null && 'EDGAR has given no CIK yet',
    insider.ccc === null && 'the CCC is not set',
    insider.roles.every(({ untilDay }) => untilDay !== null) && 'no role at any issuer now',
  ].filter((lack) => lack !== false)
  return <p className="card">{lacks.length === 0 ? 'Ready to file.' : `Not ready to file: ${lacks.join('; ')}.`}</p>
}

/** The pages for the questionnaire of the year that ended last, at each issuer. */
function YearEnd({ insider }: { readonly insider: Insider }) {
  const { id: organization } = useOrganization()
  const issuers = useAsked('getIssuers', {})
  const year = new Date(useMe().now).getFullYear() - 1
  const concerned = new Set(insider.roles.map(({ issuerId }) => issuerId))
  return (
    <section className="card" aria-labelledby="year-end">
      <h2 id="year-end">Year end</h2>
      <p>Holdings and transactions for the questionnaire, and the statement that no Form 5 is due, to be signed.</p>
      <Loaded of={issuers}>
        {({ issuers: all }) => (
          <ul>
            {all
              .filter(({ id }) => concerned.has(id))
              .map(({ id, name }) => (
                <li key={id}>
                  {[year, year + 1].map((ends) => (
                    <a
                      key={ends}
                      href={`/api/organizations/${organization}/insiders/${insider.id}/year-end.html?issuer=${id}&year=${ends}`}
                    >
                      {name}, {ends}{' '}
                    </a>
                  ))}
                </li>
              ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}

function Ccc({ insider }: { readonly insider: Insider }) {
  const [ccc, setCcc] = useState('')
  const keeping = useAct('putCcc')
  const wiping = useAct('deleteCcc')
  return (
    <form
      className="card stack"
      aria-labelledby="ccc"
      onSubmit={(event) => {
        event.preventDefault()
        keeping.mutate({ params: { insider: insider.id }, body: { ccc } }, { onSettled: () => setCcc('') })
      }}
    >
      <h2 id="ccc">CCC</h2>
      <p>
        {insider.ccc ? (
          <>
            Kept since <Moment at={insider.ccc.since} />. It cannot be read again.
          </>
        ) : (
          'Not set.'
        )}
      </p>
      <Entry
        label={insider.ccc ? 'Another CCC' : 'The CCC'}
        type="password"
        value={ccc}
        onChange={setCcc}
        hint="Eight characters."
      />
      <Trouble error={keeping.error ?? wiping.error} />
      <p className="tools">
        <Button type="submit" isDisabled={ccc.length !== 8}>
          Keep it
        </Button>
        {insider.ccc && <Button onPress={() => wiping.mutate({ params: { insider: insider.id } })}>Wipe it</Button>}
      </p>
    </form>
  )
}

function Roles({ insider }: { readonly insider: Insider }) {
  const issuers = useAsked('getIssuers', {})
  const adding = useAct('postInsiderRole')
  const ending = useAct('putInsiderRoleEnd')
  const [issuerId, setIssuer] = useState<string | null>(null)
  const [relationship, setRelationship] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [fromDay, setFromDay] = useState('')
  const [untilDay, setUntilDay] = useState('')
  return (
    <section className="card" aria-labelledby="roles">
      <h2 id="roles">Roles</h2>
      <Loaded of={issuers}>
        {({ issuers: all }) => (
          <>
            <ul>
              {insider.roles.map((role) => (
                <li key={role.id}>
                  {RELATIONSHIPS[role.relationship]}
                  {role.title !== null && ` (${role.title})`} of{' '}
                  {all.find(({ id }) => id === role.issuerId)?.name ?? 'an issuer'}, from {role.fromDay}
                  {role.untilDay === null ? (
                    <>
                      {' '}
                      <Button
                        isDisabled={untilDay === ''}
                        onPress={() =>
                          ending.mutate({
                            params: { insider: insider.id, role: role.id },
                            body: { untilDay: dayOf(untilDay) },
                          })
                        }
                      >
                        End it
                      </Button>
                    </>
                  ) : (
                    ` until ${role.untilDay}`
                  )}
                </li>
              ))}
            </ul>
            {insider.roles.some((role) => role.untilDay === null) && (
              <Entry
                label="Last day of a role that ends"
                value={untilDay}
                onChange={setUntilDay}
                placeholder="MM/DD/YYYY"
              />
            )}
            <details>
              <summary>A new role</summary>
              <form
                className="stack"
                onSubmit={(event) => {
                  event.preventDefault()
                  if (issuerId === null || relationship === null) return
                  adding.mutate({
                    params: { insider: insider.id },
                    body: {
                      issuerId,
                      relationship: relationship as keyof typeof RELATIONSHIPS,
                      title: title.trim() === '' ? null : title.trim(),
                      fromDay: dayOf(fromDay),
                    },
                  })
                }}
              >
                <Choice
                  label="Issuer"
                  value={issuerId}
                  onChange={setIssuer}
                  options={all.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <Choice
                  label="Relationship"
                  value={relationship}
                  onChange={setRelationship}
                  options={Object.entries(RELATIONSHIPS).map(([value, label]) => ({ value, label }))}
                />
                <Entry label="Title of the officer, or what other is" value={title} onChange={setTitle} />
                <Entry label="From" value={fromDay} onChange={setFromDay} placeholder="MM/DD/YYYY" isRequired />
                <p>
                  <Button type="submit" isDisabled={issuerId === null || relationship === null}>
                    Add the role
                  </Button>
                </p>
              </form>
            </details>
            <Trouble error={adding.error ?? ending.error} />
          </>
        )}
      </Loaded>
    </section>
  )
}
