import { Decimal } from '@section16/core/model'
import { type FactSpec, fillTable, type RecipeResult, recipes } from '../../recipes/index.ts'
import { addEvent, type Event, event, eventsOf, type Json, stateFacts, type View } from '../../store/index.ts'
import { type Api, addRoute, type Desk, type Request } from '../context.ts'
import * as contract from '../contract/index.ts'
import { notThere } from '../declined.ts'
import { told } from '../diagnostics.ts'
import { formsOf, recipeNamed, resultsOf } from '../forms/events.ts'
import { partiesOf } from '../forms/openDraft.ts'
import { jsonShown } from '../json.ts'
import { reachedIssuer } from './issuers.ts'

export function addEventRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.getRecipes, (c) => c.json({ recipes: ALL }, 200))
  addRoute(api, desk, contract.postEvent, async (c) => {
    const { facts, factsOf, ...concerning } = c.req.valid('json')
    const request = c.get('request')
    recipeNamed(concerning.recipe)
    if (!request.scope.reachesWholly(concerning)) throw notThere('issuer')
    const made = await request.act((act) => addEvent(act, concerning, stated(facts, factsOf)))
    return c.json(await shown(desk, request.view, made), 201)
  })
  addRoute(api, desk, contract.postFacts, async (c) => {
    const { facts, factsOf } = c.req.valid('json')
    const request = c.get('request')
    const found = await reachedEvent(request, c.req.valid('param').event)
    if (!request.scope.reachesWholly(found)) throw notThere('event')
    const after = await request.act((act) => stateFacts(act, found.id, stated(facts, factsOf)))
    return c.json(await shown(desk, request.view, after), 200)
  })
  addRoute(api, desk, contract.postFillTable, (c) => {
    const { fills, diagnostics } = fillTable(c.req.valid('json').text)
    const shares = fills.reduce((sum, fill) => sum.plus(Decimal.parse(fill.shares)!), Decimal.of(0))
    const read = { fills: fills.map((fill) => ({ ...fill })), shares: shares.toString() }
    return c.json({ ...read, diagnostics: diagnostics.map((one) => told(one)) }, 200)
  })
  addRoute(api, desk, contract.getEvent, async (c) => {
    const request = c.get('request')
    return c.json(await shown(desk, request.view, await reachedEvent(request, c.req.valid('param').event)), 200)
  })
  addRoute(api, desk, contract.getEvents, async (c) => {
    const request = c.get('request')
    const { id: issuerId } = await reachedIssuer(request, c.req.valid('query').issuer)
    const seen = []
    for (const { id } of await eventsOf(request.view, issuerId)) {
      const one = await event(request.view, id)
      if (one && request.scope.reaches(one)) seen.push({ id, issuerId, recipe: one.recipe, day: one.day })
    }
    return c.json({ events: seen }, 200)
  })
}

/** An event that the caller may see; else it is not there. */
export async function reachedEvent({ view, scope }: Request, id: string): Promise<Event> {
  const found = await event(view, id)
  if (!found || !scope.reaches(found)) throw notThere('event')
  return found
}

type Answers = Record<string, unknown>

function stated(facts: Answers, factsOf: Record<string, Answers>) {
  const of = (insiderId: string | null, answers: Answers) =>
    Object.entries(answers).map(([name, value]) => ({ name, insiderId, value: value as Json }))
  return [...of(null, facts), ...Object.entries(factsOf).flatMap(([insiderId, own]) => of(insiderId, own))]
}

function specShown(name: string, { type, question, why, source, options, when }: FactSpec) {
  const choices = options && { options: options.map((option) => ({ ...option })) }
  return { name, type, question, why, source, ...choices, isConditional: when !== undefined }
}

const ALL = recipes.map(({ name, title, about, facts }) => ({
  name,
  title,
  about,
  facts: Object.entries(facts).map(([fact, spec]) => specShown(fact, spec)),
}))

async function shown({ edgar }: Desk, view: View, found: Event) {
  const { id, issuerId, insiderIds, recipe, day, createdBy, createdAt } = found
  const parties = await partiesOf(view, found)
  const results = await resultsOf(view, found, parties, edgar.destination)
  const of = (insiderId: string | null) =>
    Object.fromEntries(
      found.facts
        .filter((one) => one.insiderId === insiderId)
        .map(({ name, value, by, at }) => [name, { value: jsonShown(value), by, at }]),
    )
  return {
    id,
    issuerId,
    insiderIds,
    recipe,
    day,
    createdBy,
    createdAt,
    facts: of(null),
    factsOf: Object.fromEntries(insiderIds.map((insiderId) => [insiderId, of(insiderId)])),
    results: parties.insiders.map(({ id: insiderId, name }) => ({
      insiderId,
      name,
      ...resultShown(results.get(insiderId) as RecipeResult),
    })),
  }
}

function resultShown(result: RecipeResult) {
  return {
    isComplete: result.isComplete,
    forms: formsOf(result),
    open: result.open.map(({ name, of, spec }) => ({
      ...specShown(name, spec),
      of,
    })),
    diagnostics: result.diagnostics.map((one) => told(one)),
  }
}
