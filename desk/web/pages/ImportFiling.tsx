import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { dayOf } from '../parts/dayOf.ts'
import { Entry } from '../parts/Entry.tsx'
import { base64Of } from '../parts/files.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { WhoAndWhere } from '../parts/WhoAndWhere.tsx'

/** Takes a form that was filed elsewhere into the archive: to be read, amended and counted, never changed. */
export function ImportFiling() {
  const organization = useOrganization().id
  const issuers = useAsked('getIssuers', {})
  const importing = useAct('postFiling')
  const navigate = useNavigate()
  const id = useId()
  const [xml, setXml] = useState<string>()
  const [accessionNumber, setAccession] = useState('')
  const [filingDate, setFilingDate] = useState('')
  const [accepted, setAccepted] = useState('')
  const [issuerId, setIssuer] = useState<string | null>(null)
  const [insiderIds, setInsiders] = useState<string[]>([])
  const take = async (file: File | undefined) => setXml(file && (await base64Of(file)))
  return (
    <details className="card">
      <summary>Import a form that was filed elsewhere</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (xml === undefined) return
          const whose = { ...(issuerId !== null && { issuerId }), ...(insiderIds.length > 0 && { insiderIds }) }
          const told = {
            accessionNumber: accessionNumber.trim(),
            filingDate: dayOf(filingDate),
            accepted: accepted.trim(),
          }
          importing.mutate(
            { body: { xml, ...told, ...whose } },
            {
              onSuccess: (filing) =>
                void navigate({ to: '/$organization/filings/$filing', params: { organization, filing: filing.id } }),
            },
          )
        }}
      >
        <div className="field">
          <label htmlFor={id}>Its XML</label>
          <input
            id={id}
            type="file"
            accept=".xml,text/xml,application/xml"
            onChange={({ target }) => void take(target.files?.[0])}
          />
        </div>
        <Entry label="Accession number" value={accessionNumber} onChange={setAccession} isRequired />
        <Entry
          label="EDGAR’s filing date"
          value={filingDate}
          onChange={setFilingDate}
          placeholder="MM/DD/YYYY"
          isRequired
        />
        <Entry
          label="Accepted, in Eastern time"
          value={accepted}
          onChange={setAccepted}
          placeholder="YYYY-MM-DD HH:MM:SS"
          hint="As EDGAR’s page of the filing shows it."
          isRequired
        />
        <p>
          A form that names its issuer and owners by CIK goes to those; of an old one that does not, say whose it is.
        </p>
        <Loaded of={issuers}>
          {({ issuers: all }) => (
            <WhoAndWhere
              question="Whose form is it?"
              issuers={all}
              issuerId={issuerId}
              insiderIds={insiderIds}
              onIssuer={setIssuer}
              onInsiders={setInsiders}
            />
          )}
        </Loaded>
        <Trouble error={importing.error} />
        <p>
          <Button type="submit" className="primary" isDisabled={xml === undefined || importing.isPending}>
            Import it
          </Button>
        </p>
      </form>
    </details>
  )
}
