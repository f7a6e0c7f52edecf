import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { Choice, Entry } from '../parts/Entry.tsx'
import { InsiderSearch } from '../parts/InsiderSearch.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'

type Member = Shape<'Member'>
type Grant = Shape<'MemberGrant'>
type Role = Grant['role']

/** What each role is for; who may do what in full is the desk's one access table. */
const ROLES: Readonly<Record<Role, string>> = {
  administrator: 'Administrator: roles, tokens, issuers, insiders, and everything a preparer does',
  preparer: 'Preparer: events, drafts, sending; signs for nobody by that',
  counsel: 'Counsel: corrects and approves drafts, keeps powers of attorney, reads the audit trail',
  insider: 'Insider: sees and signs what is their own',
  viewer: 'Viewer: reads',
  agent: 'Filing agent: prepares and sends',
}

/** Who has which role, for everything, for one issuer or as one insider; roles are given and taken here. */
export function Members() {
  const members = useAsked('getMembers', {})
  const issuers = useAsked('getIssuers', {})
  return (
    <>
      <h1>Members</h1>
      <Loaded of={members}>
        {({ members: all }) => (
          <Loaded of={issuers}>
            {({ issuers: companies }) => (
              <>
                <MemberList members={all} issuers={companies} />
                <NewGrant issuers={companies} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}

interface Named {
  readonly id: string
  readonly name: string
}

interface Known {
  readonly issuers: readonly Named[]
}

function MemberList({ members, issuers }: Known & { readonly members: readonly Member[] }) {
  const { userId } = useOrganization()
  const taking = useAct('deleteGrant')
  const overall = members.flatMap(({ grants }) => grants).filter(isOverall)
  const reach = ({ issuerId, insiderName }: Grant) => {
    if (insiderName !== null) return `as ${insiderName}`
    if (issuerId !== null) return `at ${issuers.find(({ id }) => id === issuerId)?.name ?? 'an issuer'}`
    return 'for everything'
  }
  return (
    <>
      <Trouble error={taking.error} />
      <ul className="work">
        {members.toSorted(byName).map((member) => (
          <li key={member.id} className="card">
            <h2>{member.name}</h2>
            <p>
              {member.email}
              {member.id === userId && ' (you)'}
            </p>
            <ul>
              {member.grants.map((grant) => {
                const role = `${nameOf(grant.role)} ${reach(grant)}`
                return (
                  <li key={grant.id}>
                    {role}{' '}
                    {isOverall(grant) && overall.length === 1 ? (
                      <small>The last administrator stays.</small>
                    ) : (
                      <Button
                        aria-label={`Take away from ${member.name}: ${role}`}
                        isDisabled={taking.isPending}
                        onPress={() => taking.mutate({ params: { grant: grant.id } })}
                      >
                        Take away
                      </Button>
                    )}
                  </li>
                )
              })}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

function isOverall({ role, issuerId, insiderId }: Grant): boolean {
  return role === 'administrator' && issuerId === null && insiderId === null
}

function byName(one: Named, other: Named): number {
  return one.name.localeCompare(other.name)
}

/** The role alone, of what it is for. */
function nameOf(role: Role): string {
  return ROLES[role].split(':')[0] as string
}

/** Roles that may be limited to one issuer; an administrator of one issuer could give no role. */
const LIMITABLE: readonly Role[] = ['preparer', 'counsel', 'viewer', 'agent']
const EVERYTHING = 'everything'

function NewGrant({ issuers }: Known) {
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [firstPassword, setFirstPassword] = useState('')
  const [role, setRole] = useState<Role | null>(null)
  const [reach, setReach] = useState<string>(EVERYTHING)
  const [insiderId, setInsider] = useState<string | null>(null)
  const giving = useAct('postGrant')
  const isInsider = role === 'insider'
  const isLimitable = role !== null && LIMITABLE.includes(role)
  const give = () => {
    if (role === null) return
    giving.mutate(
      {
        body: {
          email: email.trim(),
          ...(name.trim() !== '' && { name: name.trim() }),
          ...(firstPassword !== '' && { firstPassword }),
          role,
          issuerId: isLimitable && reach !== EVERYTHING ? reach : null,
          insiderId: isInsider ? insiderId : null,
        },
      },
      { onSuccess: () => setEmail(''), onSettled: () => setFirstPassword('') },
    )
  }
  return (
    <form
      className="card stack"
      aria-labelledby="give"
      onSubmit={(event) => {
        event.preventDefault()
        give()
      }}
    >
      <h2 id="give">Give a role</h2>
      <Entry label="E-mail address" type="email" value={email} onChange={setEmail} isRequired />
      <Choice
        label="Role"
        value={role}
        onChange={(picked) => setRole(picked as Role)}
        options={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
      />
      {isLimitable && (
        <Choice
          label="Where?"
          value={reach}
          onChange={setReach}
          options={[
            { value: EVERYTHING, label: 'For everything' },
            ...issuers.map(({ id, name: called }) => ({ value: id, label: `At ${called} only` })),
          ]}
        />
      )}
      {isInsider && <InsiderChoice value={insiderId} onChange={setInsider} />}
      <details>
        <summary>Who has no account yet</summary>
        <Entry label="Name" value={name} onChange={setName} />
        <Entry
          label="First password"
          type="password"
          autoComplete="new-password"
          value={firstPassword}
          onChange={setFirstPassword}
          hint="At least 12 characters. Tell it to them yourself: the desk sends nothing. Of an account that is there it changes nothing."
        />
      </details>
      <Trouble error={giving.error} />
      <p>
        <Button
          type="submit"
          className="primary"
          isDisabled={email === '' || role === null || (isInsider && insiderId === null) || giving.isPending}
        >
          Give the role
        </Button>
      </p>
    </form>
  )
}

/** So many are offered at once; a name finds the others. */
const OFFERED = 20

interface InsiderChoiceProps {
  readonly value: string | null
  readonly onChange: (id: string) => void
}

function InsiderChoice({ value, onChange }: InsiderChoiceProps) {
  const take = ([id]: string[]) => {
    if (id !== undefined) onChange(id)
  }
  return (
    <InsiderSearch label="Search the insider by name or CIK" limit={OFFERED} onChosen={take}>
      {({ offered, choose }) => (
        <Choice
          label="As which insider?"
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
          value={value}
          onChange={(id) => choose([id])}
        />
      )}
    </InsiderSearch>
  )
}
