import { createRoute, z } from '@hono/zod-openapi'
import { AnyJson, answer, base, body, Day, Diagnostic, Fact, Id, inOrganization, Moment, problems } from './words.ts'

export const FactSpec = z
  .object({
    name: z.string(),
    type: z.enum([
      ...(['date', 'shares', 'amount', 'text', 'securityTitle', 'yesNo', 'choice'] as const),
      ...(['fills', 'derivative', 'holdings'] as const),
    ]),
    question: z.string(),
    why: z.string(),
    source: z.string(),
    options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
    /** Whether it is asked only when other answers call for it; the event's `open` says when. */
    isConditional: z.boolean(),
  })
  .openapi('FactSpec')

export const Recipe = z
  .object({ name: z.string(), title: z.string(), about: z.string(), facts: z.array(FactSpec) })
  .openapi('Recipe')

export const getRecipes = createRoute({
  operationId: 'getRecipes',
  method: 'get',
  path: `${base}/recipes`,
  summary: 'The kinds of events, with what each asks, the commonest first',
  request: { params: inOrganization() },
  responses: { 200: answer(z.object({ recipes: z.array(Recipe) }), 'Recipes.'), ...problems },
})

/** Answers by name. Dates `YYYY-MM-DD`, amounts as decimal text. */
const Answers = z.record(z.string().max(60), AnyJson)

/** What the recipe makes of the facts so far, for one insider. */
export const EventForInsider = z
  .object({
    insiderId: Id,
    /** The insider's, as the desk has it now. */
    name: z.string(),
    isComplete: z.boolean(),
    /** What is still to be asked, in the order of asking. */
    open: z.array(FactSpec.extend({ of: z.enum(['event', 'insider', 'issuer']) })),
    diagnostics: z.array(Diagnostic),
    /** The forms it comes to. */
    forms: z.array(z.enum(['3', '4', '5'])),
  })
  .openapi('EventForInsider')

export const Event = z
  .object({
    id: Id,
    issuerId: Id,
    insiderIds: z.array(Id),
    recipe: z.string(),
    day: Day,
    /** Those that hold, by name, said for all insiders. */
    facts: z.record(z.string(), Fact),
    /** Those said for one insider only, by insider and name. */
    factsOf: z.record(z.string(), z.record(z.string(), Fact)),
    results: z.array(EventForInsider),
    createdBy: Id,
    createdAt: Moment,
  })
  .openapi('Event')

export const FillTable = z
  .object({
    /** An answer to a question for trades, of the lines that are trades. */
    fills: z.array(z.object({ date: Day, shares: z.string(), price: z.string() })),
    /** How many shares they are in all. */
    shares: z.string(),
    /** What keeps lines from being trades. Where there is any, it is to be put right first. */
    diagnostics: z.array(Diagnostic),
  })
  .openapi('FillTable')

export const postFillTable = createRoute({
  operationId: 'postFillTable',
  method: 'post',
  path: `${base}/fill-table`,
  summary: 'Read trades out of a broker’s CSV file, or out of cells pasted from a spreadsheet; nothing is kept',
  request: { params: inOrganization(), body: body(z.object({ text: z.string().max(500_000) })) },
  responses: { 200: answer(FillTable, 'The trades.'), ...problems },
})

const answers = { facts: Answers.default({}), factsOf: z.record(z.string(), Answers).default({}) }

export const postEvent = createRoute({
  operationId: 'postEvent',
  method: 'post',
  path: `${base}/events`,
  summary: 'Something happened; each answer is kept with who gave it and when',
  request: {
    params: inOrganization(),
    body: body(
      z.object({ issuerId: Id, insiderIds: z.array(Id).min(1).max(100), recipe: z.string(), day: Day, ...answers }),
    ),
  },
  responses: { 201: answer(Event, 'Kept.'), ...problems },
})

export const postFacts = createRoute({
  operationId: 'postFacts',
  method: 'post',
  path: `${base}/events/{event}/facts`,
  summary: 'Further or corrected answers',
  request: { params: inOrganization('event'), body: body(z.object(answers)) },
  responses: { 200: answer(Event, 'Kept.'), ...problems },
})

export const getEvent = createRoute({
  operationId: 'getEvent',
  method: 'get',
  path: `${base}/events/{event}`,
  summary: 'One event with its facts and what they come to',
  request: { params: inOrganization('event') },
  responses: { 200: answer(Event, 'The event.'), ...problems },
})

export const EventNote = Event.pick({ id: true, issuerId: true, recipe: true, day: true }).openapi('EventNote')

export const getEvents = createRoute({
  operationId: 'getEvents',
  method: 'get',
  path: `${base}/events`,
  summary: "An issuer's events, latest first",
  request: { params: inOrganization(), query: z.object({ issuer: Id }) },
  responses: { 200: answer(z.object({ events: z.array(EventNote) }), 'Events.'), ...problems },
})
