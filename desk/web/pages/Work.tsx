import { Link } from '@tanstack/react-router'
import type { Shape } from '../api/routes.ts'
import { useAsked, useOrganization, zone } from '../api/useDesk.ts'
import { Loaded } from '../parts/Loaded.tsx'
import { Countdown } from '../parts/moments.tsx'
import { Title } from '../parts/Title.tsx'

type Item = Shape<'WorkItem'>

const WAITING: Readonly<Record<Item['waitingFor'], string>> = {
  facts: 'Facts are missing',
  content: 'The form is not finished',
  approval: 'Waits for approval',
  signature: 'Waits for signature',
  sending: 'Ready to be sent',
  edgar: 'Waits for EDGAR’s answer',
  resolution: 'It is not known whether EDGAR has it',
  delegation: 'Without it EDGAR takes no filing of theirs from this desk. It waits for',
  token: 'A token of EDGAR Next is missing or ends soon',
}

const MINUTE = 60_000

/** What is due, what is blocked, and who is waited for. What may have been filed without an answer stands first. */
export function Work() {
  const work = useAsked('getWork', { query: { zone } }, { every: MINUTE })
  return (
    <>
      <Title>Work</Title>
      <Loaded of={work}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="card">Nothing is due and nothing waits.</p>}
            <ul className="work">
              {items.map((item) => (
                <li key={item.kind + item.id} className="card" data-kind={item.kind} data-waiting={item.waitingFor}>
                  <h2>
                    <ItemLink item={item} />
                  </h2>
                  {item.due && <Countdown due={item.due} />}
                  <p>
                    {item.kind === 'outcomeUnknown' && <strong>Outcome unknown. </strong>}
                    {item.kind === 'suspended'
                      ? 'EDGAR suspended it: what it says stands in the form'
                      : WAITING[item.waitingFor]}
                    {item.who.length > 0 && `: ${item.who.join(', ')}`}.
                    {item.serious > 0 &&
                      ` ${item.serious === 1 ? 'One finding' : `${item.serious} findings`} to be settled.`}
                  </p>
                  {item.due && <small>Due for {item.due.of}.</small>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </>
  )
}

function ItemLink({ item }: { readonly item: Item }) {
  const organization = useOrganization().id
  const { kind, id, draftId, title } = item
  if (kind === 'event') {
    return (
      <Link to="/$organization/events/$event" params={{ organization, event: id }}>
        {title}
      </Link>
    )
  }
  if (kind === 'delegation') {
    return (
      <Link to="/$organization/insiders/$insider" params={{ organization, insider: id }}>
        {title}
      </Link>
    )
  }
  if (kind === 'token') {
    return (
      <Link to="/$organization/edgar" params={{ organization }}>
        {title}
      </Link>
    )
  }
  if (kind === 'outcomeUnknown' || item.waitingFor === 'edgar') {
    return (
      <Link to="/$organization/submissions/$submission" params={{ organization, submission: id }}>
        {title}
      </Link>
    )
  }
  return (
    <Link
      to={PLACES[item.waitingFor] ?? '/$organization/drafts/$draft'}
      params={{ organization, draft: draftId ?? id }}
    >
      {title}
    </Link>
  )
}

/** Where the next thing is done. */
const PLACES: Partial<
  Record<Item['waitingFor'], '/$organization/drafts/$draft/signing' | '/$organization/drafts/$draft/sending'>
> = {
  approval: '/$organization/drafts/$draft/signing',
  signature: '/$organization/drafts/$draft/signing',
  sending: '/$organization/drafts/$draft/sending',
}
