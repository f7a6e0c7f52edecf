/** What a recipe makes of a kept event, for each insider, and the drafts that come of it. */
import type { Insider as LawInsider } from '@section16/core'
import { fiscalYearEndAfter, parseMonthDay } from '@section16/core/ledger'
import { CalendarDate, type Cik } from '@section16/core/model'
import { composeDraft, type DraftOwner, type DraftRelationship, withBalances } from '../../drafting/index.ts'
import {
  buildForInsiders,
  type Facts,
  formContent,
  type IssuerPractice,
  type Recipe,
  type RecipeResult,
  recipeOf,
} from '../../recipes/index.ts'
import {
  type Destination,
  type Event,
  type Insider,
  type InsiderRoleTable,
  type Issuer,
  insiderRoles,
  type Json,
  type View,
} from '../../store/index.ts'
import { decline } from '../declined.ts'
import { easternDay } from '../moments.ts'
import { draftBalances } from './findings.ts'
import { heldBy, reportsOf } from './history.ts'
import type { Parties } from './records.ts'

export type Form = '3' | '4' | '5'

/** The recipe of a name. Declined (422) where there is none. */
export function recipeNamed(name: string): Recipe {
  const recipe = recipeOf(name)
  if (!recipe) throw decline(422, 'D510', 'recipe', { recipe: name.slice(0, 60) })
  return recipe
}

/** What an event of these parties comes to, for each of its insiders. */
export async function resultsOf(
  view: View,
  event: Event,
  { issuer, insiders }: Parties,
  destination: Destination,
): Promise<Map<string, RecipeResult>> {
  const day = dayOf(event.day)
  const concerned = await Promise.all(
    insiders.map(async ({ id, details }) => ({
      id,
      facts: factsOf(event, id),
      positions: await positionsOf(view, destination, { issuerId: issuer.id, insiderId: id }, details),
      insider: await lawInsiderOf(view, issuer, id, day),
    })),
  )
  const shared = { facts: factsOf(event, null), issuer: practiceOf(issuer, day) }
  return new Map(buildForInsiders(recipeNamed(event.recipe), shared, concerned))
}

/** The forms that a result comes to: those with lines, and those that something without a line calls for. */
export function formsOf({ lines, events }: RecipeResult): Form[] {
  const forms = [
    ...lines.map(({ form }) => form),
    ...events.flatMap(({ answer, deadline }) => (deadline && answer.form !== 'none' ? [answer.form] : [])),
  ]
  return [...new Set(forms)].toSorted()
}

/** The document of one insider and form of an event, its balances filled in. */
export async function composed(
  view: View,
  destination: Destination,
  of: { issuer: Issuer; insiders: readonly Insider[]; form: Form; at: number; day?: CalendarDate },
  result?: RecipeResult,
) {
  const { issuer, insiders, form, at, day } = of
  const content = result && formContent(form, [result])
  const owners = await Promise.all(insiders.map((one) => ownerOf(view, issuer, one, day)))
  const isExit = content?.header.notSubjectToSection16 === true || (await haveLeft(view, issuer, insiders, at))
  const { document } = composeDraft(
    {
      form,
      issuer: draftIssuer(issuer),
      owners,
      ...(content?.header.periodOfReport && { periodOfReport: content.header.periodOfReport }),
      ...(content && form !== '3' && { aff10b5One: content.header.aff10b5One }),
      ...(form !== '3' && (content || isExit) && { notSubjectToSection16: isExit }),
    },
    content ? [{ rows: content.lines.map(({ row }) => row), footnotes: content.footnotes }] : [],
  )
  const [first] = insiders
  const reports = first ? await reportsOf(view, destination, { issuerId: issuer.id, insiderId: first.id }) : []
  return withBalances(document, draftBalances(document, reports, at).balances)
}

/** Whether, by their records, none of them is an insider of the issuer any more. Source: Form 4, General Instruction 1(b). */
async function haveLeft(view: View, issuer: Issuer, insiders: readonly Insider[], at: number): Promise<boolean> {
  const today = easternDay(at).toString()
  for (const { id: insiderId } of insiders) {
    const roles = await insiderRoles(view, { insiderId, issuerId: issuer.id })
    if (roles.length === 0 || roles.some(({ untilDay }) => untilDay === null || untilDay >= today)) return false
  }
  return true
}

function draftIssuer({ cik, name, tradingSymbol }: Issuer) {
  return { cik: cik as Cik, name, ...(tradingSymbol !== null && { tradingSymbol }) }
}

async function ownerOf(view: View, issuer: Issuer, insider: Insider, day?: CalendarDate): Promise<DraftOwner> {
  if (insider.cik === null) throw decline(422, 'D513', `insider/${insider.id}`, { insider: insider.name })
  const { address } = insider.details as { address?: DraftOwner['address'] }
  const found = { insiderId: insider.id, issuerId: issuer.id }
  const roles = await insiderRoles(view, { ...found, ...(day && { onDay: day.toString() }) })
  const relationship = relationshipOf(roles)
  return { cik: insider.cik as Cik, name: insider.name, ...(address && { address }), relationship }
}

/** What somebody is at the issuer, of the roles held on the day. */
function relationshipOf(roles: readonly InsiderRoleTable[]): DraftRelationship {
  const find = (relationship: InsiderRoleTable['relationship']) =>
    roles.find((one) => one.relationship === relationship)
  const [officer, other] = [find('officer'), find('other')]
  return {
    ...(find('director') && { isDirector: true }),
    ...(officer && { isOfficer: true, ...(officer.title !== null && { officerTitle: officer.title }) }),
    ...(find('tenPercentOwner') && { isTenPercentOwner: true }),
    ...(other && { isOther: true, ...(other.title !== null && { otherText: other.title }) }),
  }
}

/** The answers for all insiders (null), or those for one. */
function factsOf({ facts }: Event, insiderId: string | null): Facts {
  return Object.fromEntries(
    facts.filter((one) => one.insiderId === insiderId).map(({ name, value, by, at }) => [name, { value, by, at }]),
  )
}

async function positionsOf(
  view: View,
  destination: Destination,
  of: { issuerId: string; insiderId: string },
  details: Json,
) {
  const { positionsComplete } = details as { positionsComplete?: unknown }
  return { held: heldBy(await reportsOf(view, destination, of)), isComplete: positionsComplete === true }
}

/** Somebody as the law sees them on a day: of several roles the one that makes most reportable. */
async function lawInsiderOf(view: View, issuer: Issuer, insiderId: string, day: CalendarDate): Promise<LawInsider> {
  const roles = await insiderRoles(view, { insiderId, issuerId: issuer.id })
  const held = roles.filter(({ fromDay, untilDay }) => fromDay <= day.toString() && (untilDay ?? '9') >= day.toString())
  const isOfficial = (held.length > 0 ? held : roles).some(({ relationship }) => relationship !== 'tenPercentOwner')
  const { foreignPrivate } = issuer.details as { foreignPrivate?: unknown }
  const first = roles[0]?.fromDay
  const ends = roles.flatMap(({ untilDay }) => untilDay ?? [])
  const last = ends.length === roles.length ? ends.toSorted((a, b) => (a < b ? -1 : 1)).at(-1) : undefined
  return {
    role: isOfficial || roles.length === 0 ? 'directorOrOfficer' : 'tenPercentOwner',
    ...(foreignPrivate === true && { issuer: 'foreignPrivate' as const }),
    ...(first !== undefined && { subjectFrom: dayOf(first) }),
    ...(last && { leftOn: dayOf(last) }),
  }
}

function practiceOf({ details }: Issuer, day: CalendarDate): IssuerPractice {
  const { unitsIn, fiscalYearEnd } = details as { unitsIn?: unknown; fiscalYearEnd?: unknown }
  const end = typeof fiscalYearEnd === 'string' ? parseMonthDay(fiscalYearEnd) : undefined
  return {
    ...((unitsIn === 'I' || unitsIn === 'II') && { unitsIn }),
    ...(end && { fiscalYearEnd: fiscalYearEndAfter(day, end) }),
  }
}

function dayOf(written: string): CalendarDate {
  return CalendarDate.parse(written) as CalendarDate
}
