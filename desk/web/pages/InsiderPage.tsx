import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Label } from 'react-aria-components/Label'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useMe, useOrganization } from '../api/useDesk.ts'
import { Choice, dayOf, Entry } from '../parts/Entry.tsx'
import { FileEntry } from '../parts/files.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { InsiderForm, RELATIONSHIPS } from './Insiders.tsx'

type Insider = Shape<'Insider'>

/** One insider: ready to file or what is lacking, roles over time, CCC, powers of attorney. */
export function InsiderPage() {
  const { insider: id = '' } = useParams({ strict: false })
  const insider = useAsked('getInsider', { params: { insider: id } })
  const powers = useAsked('getPowers', { params: { insider: id } })
  const [edits, setEdits] = useState(false)
  return (
    <Loaded of={insider}>
      {(known) => (
        <>
          <h1>{known.name}</h1>
          <Readiness insider={known} />
          <Ccc insider={known} />
          <Roles insider={known} />
          <YearEnd insider={known} />
          <section className="card" aria-labelledby="powers">
            <h2 id="powers">Powers of attorney</h2>
            <Loaded of={powers}>{({ powers: all }) => <Powers powers={all} />}</Loaded>
            <NewPower insider={known} />
          </section>
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

function Powers({ powers }: { readonly powers: readonly Shape<'PowerOfAttorney'>[] }) {
  if (powers.length === 0) return <p>None.</p>
  return (
    <ul>
      {powers.map(({ id, signers, forms, fromDay, untilDay, onFileAccession, revoked }) => (
        <li key={id}>
          {signers.map(({ name }) => name).join(', ')} for Form {forms.join(', ')}, from {fromDay}
          {untilDay !== null && ` until ${untilDay}`};{' '}
          {onFileAccession === null ? 'to be attached as EX-24' : `on file with ${onFileAccession}`}
          {revoked && (
            <b className="lack">
              {' '}
              Revoked{revoked.fromDay !== null && ` from ${revoked.fromDay}`}: {revoked.because}
            </b>
          )}
          {!revoked && <Revoke power={id} />}
        </li>
      ))}
    </ul>
  )
}

function Revoke({ power }: { readonly power: string }) {
  const [fromDay, setFromDay] = useState('')
  const [because, setBecause] = useState('')
  const revoking = useAct('putPowerRevocation')
  return (
    <details>
      <summary>Revoke</summary>
      <Entry label="From which day" value={fromDay} onChange={setFromDay} placeholder="MM/DD/YYYY" />
      <Entry label="Why" value={because} onChange={setBecause} />
      <Trouble error={revoking.error} />
      <Button
        isDisabled={fromDay === '' || because === ''}
        onPress={() => revoking.mutate({ params: { power }, body: { fromDay: dayOf(fromDay), because } })}
      >
        Revoke it
      </Button>
    </details>
  )
}

const FORMS = ['3', '3/A', '4', '4/A', '5', '5/A'] as const

function NewPower({ insider }: { readonly insider: Insider }) {
  const members = useAsked('getMembers', {})
  const adding = useAct('postPower')
  const [signers, setSigners] = useState<string[]>([])
  const [forms, setForms] = useState<string[]>([...FORMS])
  const [fromDay, setFromDay] = useState('')
  const [untilDay, setUntilDay] = useState('')
  const [accession, setAccession] = useState('')
  const [document, setDocument] = useState<Shape<'UploadedFile'>>()
  return (
    <details>
      <summary>A new power of attorney</summary>
      <Loaded of={members}>
        {({ members: all }) => (
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault()
              const { mediaType, base64 } = document!
              adding.mutate({
                body: {
                  insiderId: insider.id,
                  signers: all.filter(({ id }) => signers.includes(id)).map(({ id, name }) => ({ userId: id, name })),
                  forms: FORMS.filter((form) => forms.includes(form)),
                  issuerIds: null,
                  fromDay: dayOf(fromDay),
                  untilDay: untilDay === '' ? null : dayOf(untilDay),
                  onFileAccession: accession.trim() === '' ? null : accession.trim(),
                  document: { mediaType: mediaType === 'text/html' ? 'text/html' : 'text/plain', base64 },
                },
              })
            }}
          >
            <Ticks
              label="Who may sign? Each alone."
              value={signers}
              onChange={setSigners}
              options={all.map(({ id, name }) => [id, name])}
            />
            <Ticks
              label="Which forms?"
              value={forms}
              onChange={setForms}
              options={FORMS.map((form) => [form, `Form ${form}`])}
            />
            <Entry label="From" value={fromDay} onChange={setFromDay} placeholder="MM/DD/YYYY" isRequired />
            <Entry label="Until, where it says so" value={untilDay} onChange={setUntilDay} placeholder="MM/DD/YYYY" />
            <Entry
              label="On file with accession number"
              value={accession}
              onChange={setAccession}
              hint="Empty: it is attached to the next filing."
            />
            <FileEntry
              label="The power of attorney, as text or HTML"
              accept={['text/plain', 'text/html']}
              onChange={setDocument}
            />
            <Trouble error={adding.error} />
            <p>
              <Button type="submit" isDisabled={signers.length === 0 || forms.length === 0 || document === undefined}>
                Keep it
              </Button>
            </p>
          </form>
        )}
      </Loaded>
    </details>
  )
}

interface TicksProps {
  readonly label: string
  readonly value: string[]
  readonly onChange: (value: string[]) => void
  readonly options: readonly (readonly [value: string, label: string])[]
}

function Ticks({ label, options, ...group }: TicksProps) {
  return (
    <CheckboxGroup className="choices" {...group}>
      <Label>{label}</Label>
      {options.map(([value, words]) => (
        <Checkbox key={value} value={value}>
          {({ isSelected }) => (
            <>
              <span className="tick" aria-hidden="true">
                {isSelected ? 'X' : ''}
              </span>
              <span>{words}</span>
            </>
          )}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
