import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { Button } from 'react-aria-components/Button'
import { signOut } from '../api/signIn.ts'
import { useMe, useOrganization } from '../api/useDesk.ts'
import { Rehearsal } from '../parts/Rehearsal.tsx'
import { useRegions } from '../parts/regions.ts'
import { Title } from '../parts/Title.tsx'

const PAGES = [
  { to: '/$organization/work', label: 'Work' },
  { to: '/$organization/events/new', label: 'New event' },
  { to: '/$organization/drafts/new', label: 'New form' },
  { to: '/$organization/filings', label: 'Filed forms' },
  { to: '/$organization/insiders', label: 'Insiders' },
  { to: '/$organization/issuers', label: 'Issuers' },
  { to: '/$organization/edgar', label: 'EDGAR access' },
  { to: '/$organization/members', label: 'Members' },
  { to: '/$organization/audit', label: 'Audit trail' },
  { to: '/$organization/me', label: 'My signature' },
  { to: '/$organization/notices', label: 'Calendar and notices' },
] as const

/** What stands around every page of an organisation: where one is, whose EDGAR it is, the other pages. F6 goes around. */
export function Shell() {
  const organization = useOrganization()
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  useRegions()
  const leave = async () => {
    await signOut()
    queries.clear()
    await navigate({ to: '/sign-in' })
  }
  return (
    <div className="shell">
      <a href="#page" className="skip">
        To the page
      </a>
      <header className="top" data-region>
        <p className="where">
          <b>section16</b> {organization.name}
        </p>
        {organization.demonstration && (
          <strong className="rehearsal">Demonstration: invented people and companies</strong>
        )}
        <Rehearsal destination={organization.destination} />
        <p className="who">
          {me.name} <Button onPress={() => void leave()}>Sign out</Button>
        </p>
      </header>
      <nav aria-label="Pages" data-region>
        <ul>
          {PAGES.map(({ to, label }) => (
            <li key={to}>
              <Link to={to} params={{ organization: organization.id }} activeProps={{ 'aria-current': 'page' }}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="page" tabIndex={-1} data-region>
        {organization.name === undefined ? <p role="alert">There is no such organisation here.</p> : <Outlet />}
      </main>
    </div>
  )
}

/** Where one goes after signing in: the only organisation, or a choice. */
export function Organizations() {
  const { organizations } = useMe()
  return (
    <main className="narrow">
      <Title>Organisations</Title>
      {organizations.length === 0 && <p>You belong to no organisation yet: ask its administrator.</p>}
      <ul className="card">
        {organizations.map(({ id, name }) => (
          <li key={id}>
            <Link to="/$organization/work" params={{ organization: id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </main>
  )
}
