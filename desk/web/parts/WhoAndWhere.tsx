import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Label } from 'react-aria-components/Label'
import { Choice } from './Entry.tsx'
import { InsiderSearch } from './InsiderSearch.tsx'

/** So many insiders are offered at once: as many as an event may concern. */
const OFFERED = 100

interface WhoAndWhereProps {
  readonly question: string
  readonly issuers: readonly { readonly id: string; readonly name: string; readonly tradingSymbol: string | null }[]
  readonly issuerId: string | null
  readonly insiderIds: string[]
  readonly onIssuer: (id: string) => void
  readonly onInsiders: (ids: string[]) => void
}

/** An issuer, and those of its insiders whom something concerns, former ones too. */
export function WhoAndWhere({ question, issuers, issuerId, insiderIds, ...on }: WhoAndWhereProps) {
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
        <InsiderSearch
          key={issuerId}
          issuer={issuerId}
          limit={OFFERED}
          label="Search the insiders by name or CIK"
          onChosen={on.onInsiders}
        >
          {({ offered, hasOthers, choose }) => (
            <CheckboxGroup className="choices" value={insiderIds} onChange={choose}>
              <Label>{question}</Label>
              {offered.length === 0 && !hasOthers && <p className="ours">Nobody has a role at this issuer yet.</p>}
              {offered.map(({ id, name, roles }) => (
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
        </InsiderSearch>
      )}
    </>
  )
}
