import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Label } from 'react-aria-components/Label'
import { Choice } from './Entry.tsx'

interface WhoAndWhereProps {
  readonly question: string
  readonly issuers: readonly { readonly id: string; readonly name: string; readonly tradingSymbol: string | null }[]
  readonly insiders: readonly {
    readonly id: string
    readonly name: string
    readonly roles: readonly {
      readonly issuerId: string
      readonly title: string | null
      readonly relationship: string
    }[]
  }[]
  readonly issuerId: string | null
  readonly insiderIds: string[]
  readonly onIssuer: (id: string) => void
  readonly onInsiders: (ids: string[]) => void
}

/** An issuer, and those of its insiders whom something concerns. */
export function WhoAndWhere({ question, issuers, insiders, issuerId, insiderIds, ...on }: WhoAndWhereProps) {
  const ofIssuer = insiders.filter(({ roles }) => roles.some((role) => role.issuerId === issuerId))
  return (
    <>
      <Choice
        label="At which issuer?"
        value={issuerId}
        onChange={(id) => {
          on.onIssuer(id)
          on.onInsiders([])
        }}
        options={issuers.map(({ id, name, tradingSymbol }) => ({
          value: id,
          label: tradingSymbol === null ? name : `${name} (${tradingSymbol})`,
        }))}
      />
      {issuerId !== null && (
        <CheckboxGroup className="choices" value={insiderIds} onChange={on.onInsiders}>
          <Label>{question}</Label>
          {ofIssuer.length === 0 && <p className="ours">Nobody has a role at this issuer yet.</p>}
          {ofIssuer.map(({ id, name, roles }) => (
            <Checkbox key={id} value={id}>
              {({ isSelected }) => (
                <>
                  <span className="tick" aria-hidden="true">
                    {isSelected ? 'X' : ''}
                  </span>
                  <span>
                    {name}{' '}
                    <small>
                      {roles
                        .filter((role) => role.issuerId === issuerId)
                        .map(({ title, relationship }) => title ?? relationship)
                        .join(', ')}
                    </small>
                  </span>
                </>
              )}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </>
  )
}
