import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useAsked, useOrganization } from '../api/useDesk.ts'
import { Loaded } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { Rehearsal } from '../parts/Rehearsal.tsx'
import { Title } from '../parts/Title.tsx'
import { Wide } from '../parts/Wide.tsx'
import { ImportFiling } from './ImportFiling.tsx'
import { PageOf } from './PageOf.tsx'

/** Filed forms, latest first, a page at a time. */
export function Filings() {
  const [after, setAfter] = useState<string>()
  const filings = useAsked('getFilings', { query: after === undefined ? {} : { after } })
  const organization = useOrganization().id
  return (
    <>
      <Title>Filed forms</Title>
      <Loaded of={filings}>
        {({ filings: all, next }) =>
          all.length === 0 ? (
            <p className="card">Nothing was filed yet.</p>
          ) : (
            <>
              <Wide label="Filed forms">
                <thead>
                  <tr>
                    <th scope="col">Accession number</th>
                    <th scope="col">Form</th>
                    <th scope="col">Accepted</th>
                    <th scope="col">Filed where</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map(({ id, accessionNumber, formType, acceptedAt, destination, submissionId }) => (
                    <tr key={id}>
                      <th scope="row">
                        <Link to="/$organization/filings/$filing" params={{ organization, filing: id }}>
                          {accessionNumber}
                        </Link>
                      </th>
                      <td>{formType}</td>
                      <td>
                        <Moment at={acceptedAt} />
                      </td>
                      <td>
                        {destination === 'edgar' ? 'EDGAR' : <Rehearsal destination={destination} />}
                        {submissionId === null && ', imported'}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </Wide>
              <p className="tools">
                {after !== undefined && <Button onPress={() => setAfter(undefined)}>Latest</Button>}
                {next !== null && <Button onPress={() => setAfter(next)}>Earlier</Button>}
              </p>
            </>
          )
        }
      </Loaded>
      <ImportFiling />
    </>
  )
}

/** One filed form: frozen, with its page, its XML, EDGAR's answer and the hash that the audit trail has too. */
export function FilingPage() {
  const { filing: id = '' } = useParams({ strict: false })
  const organization = useOrganization().id
  const filing = useAsked('getFiling', { params: { filing: id } })
  const base = `/api/organizations/${organization}/filings/${id}`
  return (
    <Loaded of={filing}>
      {(known) => (
        <>
          <Title>
            Form {known.formType}, {known.accessionNumber}
          </Title>
          <p>
            Accepted <Moment at={known.acceptedAt} />, filing date {known.filingDate}.{' '}
            <Rehearsal destination={known.destination} />
          </p>
          {known.submissionId === null && (
            <p>
              <strong>Imported: filed elsewhere, not from here.</strong>
            </p>
          )}
          {known.intact ? (
            <p>Byte for byte as it was frozen. A filed form never changes; what was wrong in it is amended.</p>
          ) : (
            <p role="alert" className="trouble">
              <b>This is not what was frozen.</b> Somebody changed the database.
            </p>
          )}
          <p className="tools">
            <a className="button" href={`${base}/page.pdf`}>
              PDF
            </a>
            <a className="button" href={`${base}/form.xml`}>
              XML as filed
            </a>
            <Link className="button" to="/$organization/filings/$filing/amend" params={{ organization, filing: id }}>
              Amend it
            </Link>
            {known.draftId !== null && (
              <Link
                className="button"
                to="/$organization/drafts/$draft"
                params={{ organization, draft: known.draftId }}
              >
                Its draft
              </Link>
            )}
          </p>
          <p>
            <small>SHA-256 {known.hash}</small>
          </p>
          <PageOf url={`${base}/page.html`} title={`Form ${known.formType} as filed`} hash={known.hash} />
          <details className="card">
            <summary>EDGAR’s answer as archived</summary>
            <pre>{JSON.stringify(known.answer, null, 2)}</pre>
          </details>
        </>
      )}
    </Loaded>
  )
}
