import { Link, Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { createContext, useContext } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useOrganization, zone } from '../api/useDesk.ts'
import { Consequences } from '../parts/Consequences.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { Countdown } from '../parts/moments.tsx'
import { Title } from '../parts/Title.tsx'

const DraftContext = createContext<Shape<'Draft'> | undefined>(undefined)

/** The draft of the page. */
export function useShownDraft(): Shape<'Draft'> {
  const draft = useContext(DraftContext)
  if (!draft) throw new Error('no draft around')
  return draft
}

const PARTS = [
  { to: '/$organization/drafts/$draft', label: 'The form' },
  { to: '/$organization/drafts/$draft/signing', label: 'Approve and sign' },
  { to: '/$organization/drafts/$draft/sending', label: 'File' },
] as const

const CLOSED = {
  filed: 'Filed: it changes no more.',
  discarded: 'Discarded.',
  split: 'Split into parts: each is filed by itself.',
} as const

/** A draft: by when, what blocks it, and its three pages. */
export function DraftPage() {
  const { draft: id = '' } = useParams({ strict: false })
  const { id: organization } = useOrganization()
  const asked = useAsked('getDraft', { params: { draft: id }, query: { zone } })
  return (
    <Loaded of={asked}>
      {(draft) => (
        <DraftContext value={draft}>
          <div className="drafthead">
            <Title>
              Form {draft.formType}: {draft.owners.map(({ name }) => name).join('; ')}
            </Title>
            {draft.closed && <strong className="closed">{CLOSED[draft.closed.because]}</strong>}
            {draft.dues[0] && !draft.closed && <Countdown due={draft.dues[0]} />}
            <nav aria-label="The draft" data-region>
              <ul className="parts">
                {PARTS.map(({ to, label }) => (
                  <li key={to}>
                    <Link
                      to={to}
                      params={{ organization, draft: id }}
                      activeOptions={{ exact: true }}
                      activeProps={{ 'aria-current': 'page' }}
                    >
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
          {draft.split && <Split draft={draft} split={draft.split} />}
          {draft.parts && <DraftParts parts={draft.parts} own={draft.id} />}
          {draft.amendment && <Amends amendment={draft.amendment} />}
          <Outlet />
        </DraftContext>
      )}
    </Loaded>
  )
}

function Amends({ amendment }: { readonly amendment: Shape<'Amendment'> }) {
  const organization = useOrganization().id
  const { filingId, accessionNumber, filedOn } = amendment
  return (
    <details className="card" open={amendment.isLate || amendment.affected.length > 0}>
      <summary>
        Amends {accessionNumber}, filed {filedOn}
        {amendment.isLate && <strong className="lack"> It reports a transaction late.</strong>}
      </summary>
      <p>
        The{' '}
        <Link to="/$organization/filings/$filing" params={{ organization, filing: filingId }}>
          filed form
        </Link>{' '}
        never changes. Every column speaks as of then, and the amendment is signed anew.
      </p>
      <Consequences said={amendment} />
    </details>
  )
}

interface SplitProps {
  readonly draft: Shape<'Draft'>
  readonly split: NonNullable<Shape<'Draft'>['split']>
}

/** Said before anything is filed: it takes more than one form. */
function Split({ draft, split }: SplitProps) {
  const { id: organization } = useOrganization()
  const splitting = useAct('postParts')
  const navigate = useNavigate()
  return (
    <section className="card" aria-labelledby="split">
      <h2 id="split">It takes {split.count} forms</h2>
      <p>
        A table has room for 30 lines and a form for 10 owners. The draft becomes {split.count} numbered parts, each
        going on from the balances of the one before; each is signed and filed by itself.
      </p>
      {split.diagnostics.map(({ code, path, message, fix }) => (
        <p key={code + path}>
          {message} {fix} <small>{code}</small>
        </p>
      ))}
      <Trouble error={splitting.error} />
      <Button
        isDisabled={splitting.isPending}
        onPress={() =>
          splitting.mutate(
            { params: { draft: draft.id }, body: { ofHash: draft.hash } },
            {
              onSuccess: ({ drafts: [first] }) =>
                void navigate({ to: '/$organization/drafts/$draft', params: { organization, draft: first!.id } }),
            },
          )
        }
      >
        Split what is saved into {split.count} parts
      </Button>
    </section>
  )
}

interface DraftPartsProps {
  readonly parts: NonNullable<Shape<'Draft'>['parts']>
  readonly own: string
}

/** All parts of one report together, and how far each is. */
function DraftParts({ parts, own }: DraftPartsProps) {
  const { id: organization } = useOrganization()
  return (
    <section className="card" aria-labelledby="parts">
      <h2 id="parts">Parts of one report</h2>
      <ol>
        {parts.drafts.map(({ id, number, formType, closed }) => (
          <li key={id}>
            {id === own ? (
              <b>
                Form {formType}, {number} of {parts.drafts.length}
              </b>
            ) : (
              <Link to="/$organization/drafts/$draft" params={{ organization, draft: id }}>
                Form {formType}, {number} of {parts.drafts.length}
              </Link>
            )}
            {': '}
            {closed ? CLOSED[closed.because] : 'not filed yet.'}
          </li>
        ))}
      </ol>
    </section>
  )
}
