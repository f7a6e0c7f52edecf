import { Link, Outlet, useParams } from '@tanstack/react-router'
import { createContext, useContext } from 'react'
import type { Shape } from '../api/routes.ts'
import { useAsked, useOrganization, zone } from '../api/useDesk.ts'
import { Loaded } from '../parts/Loaded.tsx'
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
            {draft.closed && (
              <strong className="closed">
                {draft.closed.because === 'filed' ? 'Filed: it changes no more.' : 'Discarded.'}
              </strong>
            )}
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
          <Outlet />
        </DraftContext>
      )}
    </Loaded>
  )
}
