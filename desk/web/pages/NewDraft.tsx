import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { Choice } from '../parts/Entry.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { WhoAndWhere } from '../parts/WhoAndWhere.tsx'

/** An empty form for one or several insiders, where no event tells its lines. */
export function NewDraft() {
  const issuers = useAsked('getIssuers', {})
  return (
    <>
      <h1>New form</h1>
      <p>
        It begins empty, but for who reports and what they are at the issuer. Where something happened, an event asks
        for what the law turns on and writes the lines.
      </p>
      <Loaded of={issuers}>{({ issuers: all }) => <DraftEntry issuers={all} />}</Loaded>
    </>
  )
}

const FORMS = [
  { value: '3', label: 'Form 3: who has become an insider, and what they hold' },
  { value: '4', label: 'Form 4: a transaction' },
  { value: '5', label: 'Form 5: what was not reported in the fiscal year' },
] as const

function DraftEntry({ issuers }: { readonly issuers: readonly Shape<'Issuer'>[] }) {
  const organization = useOrganization().id
  const [issuerId, setIssuer] = useState<string | null>(issuers.length === 1 ? issuers[0]!.id : null)
  const [insiderIds, setInsiders] = useState<string[]>([])
  const [form, setForm] = useState<string | null>(null)
  const adding = useAct('postDrafts')
  const navigate = useNavigate()
  const formType = FORMS.find(({ value }) => value === form)?.value
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (issuerId === null || formType === undefined) return
        adding.mutate(
          { body: { from: 'scratch', issuerId, insiderIds, formType } },
          {
            onSuccess: ({ drafts: [draft] }) =>
              void navigate({ to: '/$organization/drafts/$draft', params: { organization, draft: draft!.id } }),
          },
        )
      }}
    >
      <WhoAndWhere
        question="Who reports? Several together make a joint filing."
        issuers={issuers}
        issuerId={issuerId}
        insiderIds={insiderIds}
        onIssuer={setIssuer}
        onInsiders={setInsiders}
      />
      <Choice label="Which form?" value={form} onChange={setForm} options={FORMS} />
      <Trouble error={adding.error} />
      <p>
        <Button
          type="submit"
          className="primary"
          isDisabled={issuerId === null || formType === undefined || insiderIds.length === 0 || adding.isPending}
        >
          Begin the form
        </Button>
      </p>
    </form>
  )
}
