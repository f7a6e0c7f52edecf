import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { Choice, Entry } from '../parts/Entry.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { Title } from '../parts/Title.tsx'

type Issuer = Shape<'Issuer'>

/** The issuers, each with what it does the same way for all its insiders. */
export function Issuers() {
  const issuers = useAsked('getIssuers', {})
  const organization = useOrganization().id
  const [edited, setEdited] = useState<Issuer | 'new'>()
  return (
    <>
      <Title>Issuers</Title>
      <Loaded of={issuers}>
        {({ issuers: all }) => (
          <>
            <ul className="work">
              {all.map((issuer) => (
                <li key={issuer.id} className="card">
                  <h2>{issuer.name}</h2>
                  <p>
                    CIK {issuer.cik}
                    {issuer.tradingSymbol !== null && `, ${issuer.tradingSymbol}`}
                  </p>
                  <p className="tools">
                    <Button onPress={() => setEdited(issuer)} aria-label={`Correct ${issuer.name}`}>
                      Correct
                    </Button>
                    <Link to="/$organization/issuers/$issuer/library" params={{ organization, issuer: issuer.id }}>
                      Securities and footnotes of {issuer.name}
                    </Link>
                  </p>
                </li>
              ))}
            </ul>
            {edited === undefined ? (
              <Button className="primary" onPress={() => setEdited('new')}>
                Add an issuer
              </Button>
            ) : (
              <IssuerForm
                key={edited === 'new' ? 'new' : edited.id}
                issuer={edited === 'new' ? undefined : edited}
                onDone={() => setEdited(undefined)}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

function IssuerForm({ issuer, onDone }: { readonly issuer: Issuer | undefined; readonly onDone: () => void }) {
  const [name, setName] = useState(issuer?.name ?? '')
  const [cik, setCik] = useState(issuer?.cik ?? '')
  const [symbol, setSymbol] = useState(issuer?.tradingSymbol ?? '')
  const { unitsIn, fiscalYearEnd } = (issuer?.details ?? {}) as { unitsIn?: string; fiscalYearEnd?: string }
  const [units, setUnits] = useState<string | null>(unitsIn ?? null)
  const [end, setEnd] = useState(fiscalYearEnd ?? '')
  const adding = useAct('postIssuer')
  const correcting = useAct('putIssuer')
  const save = () => {
    const details = {
      ...issuer?.details,
      ...(units !== null && { unitsIn: units }),
      ...(end !== '' && { fiscalYearEnd: end }),
    }
    const body = {
      name,
      cik: cik.trim().padStart(10, '0'),
      tradingSymbol: symbol.trim() === '' ? null : symbol.trim(),
      details,
    }
    if (issuer)
      correcting.mutate(
        { params: { issuer: issuer.id }, body: { ...body, revision: issuer.revision } },
        { onSuccess: onDone },
      )
    else adding.mutate({ body }, { onSuccess: onDone })
  }
  return (
    <form
      className="card stack"
      aria-labelledby="issuer"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h2 id="issuer">{issuer ? `Correct ${issuer.name}` : 'A new issuer'}</h2>
      <Entry label="Name, as EDGAR has it" value={name} onChange={setName} isRequired />
      <Entry label="CIK" value={cik} onChange={setCik} isRequired hint="One to ten digits." />
      <Entry label="Ticker or trading symbol" value={symbol} onChange={setSymbol} hint="Empty where there is none." />
      <Choice
        label="Where do stock units stand? One way for all insiders."
        value={units}
        onChange={setUnits}
        options={[
          { value: 'I', label: 'In Table I, at the grant' },
          { value: 'II', label: 'In Table II, with code M at vesting' },
        ]}
      />
      <Entry
        label="End of the fiscal year"
        value={end}
        onChange={setEnd}
        placeholder="MM-DD"
        hint="A Form 5 is due 45 days after it."
      />
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
