import { useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Answer, Shape } from '../api/routes.ts'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { Choice } from '../parts/Entry.tsx'
import { FactEntry } from '../parts/FactEntry.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { Title } from '../parts/Title.tsx'

type Event = Shape<'Event'>
type Question = Event['results'][number]['open'][number]
type Recipes = Answer<'getRecipes'>['recipes']

/** The facts of an event, asked one by one in the law's words; what is known; and, when all is known, the drafts. */
export function EventPage() {
  const { event: id = '' } = useParams({ strict: false })
  const event = useAsked('getEvent', { params: { event: id } })
  const recipes = useAsked('getRecipes', {})
  return (
    <Loaded of={event}>
      {(known) => (
        <Loaded of={recipes}>
          {(all) => (
            <Facts
              event={known}
              recipes={all.recipes}
              nameOf={(one) => known.results.find(({ insiderId }) => insiderId === one)?.name ?? one}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

interface FactsProps {
  readonly event: Event
  readonly recipes: Recipes
  readonly nameOf: (insider: string) => string
}

function Facts({ event, recipes, nameOf }: FactsProps) {
  const recipe = recipes.find(({ name }) => name === event.recipe)
  const [corrected, setCorrected] = useState<string>()
  const next = event.results.flatMap(({ open }) => open)[0]
  const library = useAsked('getLibrary', { params: { issuer: event.issuerId } })
  const correcting = recipe?.facts.find(({ name }) => name === corrected)
  const question = correcting ? { ...correcting, of: 'event' as const } : next
  return (
    <>
      <Title>
        {recipe?.title ?? event.recipe}, {event.day}
      </Title>
      <p>{event.insiderIds.map(nameOf).join('; ')}</p>
      {question && (
        <Ask
          key={question.name + (corrected ?? '')}
          event={event}
          question={question}
          securities={library.data?.securities ?? []}
          nameOf={nameOf}
          onDone={() => setCorrected(undefined)}
        />
      )}
      <Outcome event={event} nameOf={nameOf} />
      <section className="card" aria-labelledby="known">
        <h2 id="known">What is known</h2>
        <dl className="facts">
          {Object.entries(event.facts).map(([name, fact]) => (
            <div key={name}>
              <dt>{recipe?.facts.find((spec) => spec.name === name)?.question ?? name}</dt>
              <dd>
                <Said value={fact.value} />{' '}
                <small>
                  said <Moment at={fact.at} />
                </small>{' '}
                <Button className="link" onPress={() => setCorrected(name)} aria-label={`Correct: ${name}`}>
                  Correct
                </Button>
              </dd>
            </div>
          ))}
          {Object.entries(event.factsOf).flatMap(([insider, facts]) =>
            Object.entries(facts).map(([name, fact]) => (
              <div key={insider + name}>
                <dt>
                  {nameOf(insider)}: {recipe?.facts.find((spec) => spec.name === name)?.question ?? name}
                </dt>
                <dd>
                  <Said value={fact.value} />{' '}
                  <small>
                    said <Moment at={fact.at} />
                  </small>
                </dd>
              </div>
            )),
          )}
        </dl>
      </section>
    </>
  )
}

interface AskProps {
  readonly event: Event
  readonly question: Question
  readonly securities: readonly Shape<'LibrarySecurity'>[]
  readonly nameOf: (insider: string) => string
  readonly onDone: () => void
}

/** One question. Where several are concerned, one answer for all or one for each. */
function Ask({ event, question, securities, nameOf, onDone }: AskProps) {
  const asked = event.results
    .filter(({ open }) => open.some(({ name }) => name === question.name))
    .map(({ insiderId }) => insiderId)
  const concerned = asked.length > 0 ? asked : event.insiderIds
  const isForAll = concerned.length === event.insiderIds.length
  const [manner, setManner] = useState(isForAll ? 'all' : 'each')
  const [value, setValue] = useState<unknown>()
  const [each, setEach] = useState<Record<string, unknown>>({})
  const telling = useAct('postFacts')
  const form = useRef<HTMLFormElement>(null)
  // The next question is where the answer before it was: the keyboard goes on there.
  useEffect(() => form.current?.querySelector<HTMLElement>('.answer input, .answer textarea')?.focus(), [])
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    const json = (given: unknown) => given as Shape<'Fact'>['value']
    const body =
      manner === 'all'
        ? { facts: { [question.name]: json(value) } }
        : {
            factsOf: Object.fromEntries(
              Object.entries(each).map(([insider, given]) => [insider, { [question.name]: json(given) }]),
            ),
          }
    telling.mutate({ params: { event: event.id }, body }, { onSuccess: onDone })
  }
  const isAnswered = manner === 'all' ? value !== undefined : concerned.every((insider) => each[insider] !== undefined)
  return (
    <form ref={form} onSubmit={submit} className="card stack ask" aria-labelledby="question">
      <h2 id="question">{question.question}</h2>
      <p className="why">
        {question.why} <small>{question.source}</small>
      </p>
      {concerned.length > 1 && isForAll && (
        <Choice
          label="For whom?"
          value={manner}
          onChange={setManner}
          options={[
            { value: 'all', label: `The same for all ${concerned.length}` },
            { value: 'each', label: 'Different for each' },
          ]}
        />
      )}
      <div className="answer">
        {manner === 'all' ? (
          <FactEntry spec={question} securities={securities} onChange={setValue} />
        ) : (
          concerned.map((insider) => (
            <FactEntry
              key={insider}
              spec={question}
              of={nameOf(insider)}
              securities={securities}
              onChange={(given) => setEach((before) => ({ ...before, [insider]: given }))}
            />
          ))
        )}
      </div>
      {question.of !== 'event' && (
        <p className="ours">It is kept with this event; say it of the {question.of} too, and it is not asked again.</p>
      )}
      <Trouble error={telling.error} />
      <p>
        <Button type="submit" className="primary" isDisabled={!isAnswered || telling.isPending}>
          Answer
        </Button>
      </p>
    </form>
  )
}

/** What the facts come to, for each insider, and the drafts when nothing is open. */
function Outcome({ event, nameOf }: { readonly event: Event; readonly nameOf: (insider: string) => string }) {
  const organization = useOrganization().id
  const drafting = useAct('postDrafts')
  const navigate = useNavigate()
  const isComplete = event.results.every((result) => result.isComplete)
  const draft = () =>
    drafting.mutate(
      { body: { from: 'event', eventId: event.id } },
      {
        onSuccess: ({ drafts }) =>
          void (drafts.length === 1
            ? navigate({ to: '/$organization/drafts/$draft', params: { organization, draft: drafts[0]!.id } })
            : navigate({ to: '/$organization/work', params: { organization } })),
      },
    )
  return (
    <section className="card" aria-labelledby="outcome">
      <h2 id="outcome">What it comes to</h2>
      <ul>
        {event.results.map(({ insiderId, forms, open, diagnostics }) => (
          <li key={insiderId}>
            {nameOf(insiderId)}: {forms.length > 0 ? `Form ${forms.join(', Form ')}` : 'no form yet'}
            {open.length > 0 && `, ${open.length === 1 ? 'one question is' : `${open.length} questions are`} open`}
            {diagnostics.map(({ code, severity, message }) => (
              <p key={code + message} className="finding" data-severity={severity}>
                {message} <small>{code}</small>
              </p>
            ))}
          </li>
        ))}
      </ul>
      <Trouble error={drafting.error} />
      {isComplete && (
        <Button className="primary" onPress={draft} isPending={drafting.isPending} autoFocus>
          Make the {event.results.length === 1 ? 'draft' : 'drafts'}
        </Button>
      )}
    </section>
  )
}

/** A fact's value in words: `yes`, a list, a record. */
function Said({ value }: { readonly value: unknown }) {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return `${value.length} entries`
  if (typeof value === 'object' && value !== null) return Object.values(value).map(String).join(', ')
  return String(value)
}
