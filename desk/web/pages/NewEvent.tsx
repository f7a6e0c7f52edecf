import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { dayOf } from '../parts/dayOf.ts'
import { Choice, Entry } from '../parts/Entry.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { Title } from '../parts/Title.tsx'
import { WhoAndWhere } from '../parts/WhoAndWhere.tsx'

/** Something happened: what, at which issuer, to whom, on which day. The facts are asked on the next page. */
export function NewEvent() {
  const recipes = useAsked('getRecipes', {})
  const issuers = useAsked('getIssuers', {})
  return (
    <>
      <Title>New event</Title>
      <Loaded of={recipes}>
        {(known) => (
          <Loaded of={issuers}>{(all) => <EventForm recipes={known.recipes} issuers={all.issuers} />}</Loaded>
        )}
      </Loaded>
    </>
  )
}

interface EventFormProps {
  readonly recipes: readonly { name: string; title: string; about: string }[]
  readonly issuers: readonly { id: string; name: string; tradingSymbol: string | null }[]
}

function EventForm({ recipes, issuers }: EventFormProps) {
  const organization = useOrganization().id
  const [issuerId, setIssuer] = useState<string | null>(issuers.length === 1 ? issuers[0]!.id : null)
  const [insiderIds, setInsiders] = useState<string[]>([])
  const [recipe, setRecipe] = useState<string | null>(null)
  const [wanted, setWanted] = useState('')
  const [day, setDay] = useState('')
  const adding = useAct('postEvent')
  const navigate = useNavigate()
  const offered = recipes.filter(({ title, about }) => `${title} ${about}`.toLowerCase().includes(wanted.toLowerCase()))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (issuerId === null || recipe === null) return
    adding.mutate(
      { body: { issuerId, insiderIds, recipe, day: dayOf(day) } },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/$organization/events/$event', params: { organization, event: id } }),
      },
    )
  }
  return (
    <form onSubmit={submit} className="card stack">
      <WhoAndWhere
        question="Whom does it concern? One event may concern many."
        issuers={issuers}
        issuerId={issuerId}
        insiderIds={insiderIds}
        onIssuer={setIssuer}
        onInsiders={setInsiders}
      />
      <Entry
        label="On which day?"
        value={day}
        onChange={setDay}
        placeholder="MM/DD/YYYY"
        isRequired
        hint="The day of the trade, the grant or whatever else it was."
      />
      <Entry label="What happened? Search" value={wanted} onChange={setWanted} />
      <div className="recipes">
        <Choice
          label="Kind of event"
          value={recipe}
          onChange={setRecipe}
          options={offered.map(({ name, title, about }) => ({
            value: name,
            label: (
              <>
                <b>{title}</b> <small>{about}</small>
              </>
            ),
          }))}
        />
      </div>
      <Trouble error={adding.error} />
      <p>
        <Button
          type="submit"
          className="primary"
          isDisabled={issuerId === null || recipe === null || insiderIds.length === 0 || adding.isPending}
        >
          Go on to the facts
        </Button>
      </p>
    </form>
  )
}
