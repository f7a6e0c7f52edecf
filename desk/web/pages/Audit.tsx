import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useAsked } from '../api/useDesk.ts'
import { Loaded } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { Title } from '../parts/Title.tsx'
import { Wide } from '../parts/Wide.tsx'

/** At most so many entries come at once. */
const PAGE = 1000

/** What everybody did, in order, each entry bound to the one before; and whether the chain is whole. */
export function Audit() {
  const [after, setAfter] = useState(0)
  const audit = useAsked('getAudit', { query: { after } })
  const verification = useAsked('getAuditVerification', {})
  const members = useAsked('getMembers', {})
  const nameOf = (id: string) => members.data?.members.find((member) => member.id === id)?.name ?? id
  return (
    <>
      <Title>Audit trail</Title>
      <Loaded of={verification}>
        {(verdict) =>
          verdict.intact ? (
            <p className="card">
              The chain is whole: {verdict.length} entries, ending in {verdict.hash.slice(0, 16)}…
            </p>
          ) : (
            <p role="alert" className="card trouble">
              <b>The chain is broken at entry {verdict.number}</b> ({verdict.reason}).
            </p>
          )
        }
      </Loaded>
      <Loaded of={audit}>
        {({ entries }) => (
          <>
            <Wide label="Audit trail">
              <thead>
                <tr>
                  <th scope="col">No.</th>
                  <th scope="col">When</th>
                  <th scope="col">Who</th>
                  <th scope="col">What</th>
                  <th scope="col">Of what</th>
                  <th scope="col">Detail</th>
                </tr>
              </thead>
              <tbody>
                {entries.map(({ number, at, by, action, subject, subjectId, detail, hash }) => (
                  <tr key={number}>
                    <th scope="row" title={hash}>
                      {number}
                    </th>
                    <td>
                      <Moment at={at} />
                    </td>
                    <td>{nameOf(by)}</td>
                    <td>{action}</td>
                    <td>
                      {subject} <small>{subjectId}</small>
                    </td>
                    <td>
                      <code>{JSON.stringify(detail)}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Wide>
            <p className="tools">
              <Button isDisabled={after === 0} onPress={() => setAfter(Math.max(0, after - PAGE))}>
                Earlier
              </Button>
              <Button isDisabled={entries.length < PAGE} onPress={() => setAfter(entries.at(-1)?.number ?? after)}>
                Later
              </Button>
            </p>
          </>
        )}
      </Loaded>
    </>
  )
}
