/** An invented organisation to try the desk with: the seed's terms as a draft to finish. */
import { isBusinessDay } from '@section16/core/facts'
import { CalendarDate } from '@section16/core/model'
import type { FilerSetup, Rehearsal } from '@section16/edgar/rehearsal'
import { longDate } from '../recipes/index.ts'
import {
  type Act,
  type Actor,
  type Answer,
  addDraft,
  addEvent,
  addInsider,
  addIssuer,
  beginInsiderRole,
  foundOrganization,
  grantRole,
  type Json,
  keepSecret,
  type Role,
  type Store,
} from '../store/index.ts'
import { type Auth, hashedPassword, makeAccount } from './auth.ts'
import { orDecline } from './declined.ts'
import { contentOf } from './forms/draftDocument.ts'
import { composed, resultsOf } from './forms/events.ts'
import { partiesOf } from './forms/openDraft.ts'
import { easternDay } from './moments.ts'

/** Invented; EDGAR counts up from 1 and stands at about two millions, so nobody has these. */
const CIKS = { issuer: '0009016001', firm: '0009016002', owner: '0009016003' } as const
const OWNER_CCC = 'rowan*16'
const FIRM_LOGIN = 'demonstration'

/** For the demonstration on this machine only; whoever starts a desk for real makes accounts of their own. */
export const DEMONSTRATION_PASSWORD = 'a demonstration only'

const PEOPLE = [
  { role: 'preparer', name: 'Petra Preparer', email: 'preparer@demonstration.example' },
  { role: 'counsel', name: 'Conrad Counsel', email: 'counsel@demonstration.example' },
  { role: 'insider', name: 'Rowan Alder', email: 'director@demonstration.example' },
  { role: 'viewer', name: 'Vera Viewer', email: 'viewer@demonstration.example' },
  { role: 'agent', name: 'Agnes Agent', email: 'agent@demonstration.example' },
] as const satisfies readonly { role: Role; name: string; email: string }[]

/** Who signs in to a demonstration, all with `DEMONSTRATION_PASSWORD`: the role of each, with the e-mail address. */
export const demonstrationPeople = (): { role: Role; email: string }[] =>
  [{ role: 'administrator' as const, email: ADMINISTRATOR.email }, ...PEOPLE].map(({ role, email }) => ({
    role,
    email,
  }))

const ADMINISTRATOR = { name: 'Ada Administrator', email: 'administrator@demonstration.example' }

/** The filers that the rehearsal EDGAR has to know so that the demonstration's form can be filed. */
export const DEMONSTRATION_FILERS: readonly FilerSetup[] = [
  { cik: CIKS.issuer, name: 'Saltmarsh Instruments Inc.' },
  { cik: CIKS.owner, name: 'Alder Rowan', ccc: OWNER_CCC, delegatesTo: [CIKS.firm] },
  {
    cik: CIKS.firm,
    name: 'Demonstration Filing Desk LLC',
    individuals: [
      { login: FIRM_LOGIN, roles: ['accountAdministrator', 'technicalAdministrator', 'user'] },
      { login: 'second', roles: ['technicalAdministrator'] },
    ],
  },
]

export interface Demonstration {
  organizationId: string
  issuerId: string
  insiderId: string
  draftId: string
  /** By role: who can sign in, with which e-mail address; the password is `DEMONSTRATION_PASSWORD`. */
  people: Readonly<Record<Role, { userId: string; email: string }>>
}

/**
 * Makes the demonstration in an empty store; `now` is milliseconds UTC. The director got an option on 10,000 shares at
 * 3.31, a quarter vesting after a year and the rest in 36 monthly parts, on the last business day, so that the Form 4 is
 * due ahead on whatever day it is. Only the signatures' attestation and the acts of people are left to do. With
 * `rehearsal` its filers are entered there and the tokens kept. Rejects where the demonstration is there already.
 */
export async function seedDemonstration(
  store: Store,
  now: number,
  { auth, rehearsal }: { auth: Auth; rehearsal?: Rehearsal },
): Promise<Demonstration> {
  const passwordHash = await hashedPassword(auth, DEMONSTRATION_PASSWORD)
  const administrator = await makeAccount(auth, { ...ADMINISTRATOR, passwordHash })
  const founding = { name: 'Demonstration', slug: 'demonstration', userId: administrator, at: now }
  const { id: organizationId } = orDecline(await foundOrganization(store, founding))
  await mark(store, organizationId)
  const actor: Actor = { organizationId, by: administrator, at: now }
  const act = async <T>(work: (act: Act) => Promise<Answer<T>>) => orDecline(await store.act(actor, work))
  const day = lastBusinessDay(easternDay(now))
  const { issuerId, insiderId } = await act((a) => parties(a, day))
  const accounts: [Role, { userId: string; email: string }][] = [
    ['administrator', { userId: administrator, email: ADMINISTRATOR.email }],
  ]
  for (const { role, name, email } of PEOPLE) {
    const userId = await makeAccount(auth, { name, email, passwordHash })
    const limits = { issuerId: role === 'agent' ? issuerId : null, insiderId: role === 'insider' ? insiderId : null }
    await act((a) => grantRole(a, { userId, role, ...limits }))
    accounts.push([role, { userId, email }])
  }
  const people = Object.fromEntries(accounts) as Demonstration['people']
  const preparer = { ...actor, by: people.preparer.userId }
  const drafted = await store.act(preparer, (a) => draftOf(a, { issuerId, insiderId, day }))
  if (rehearsal) await admit(store, actor, rehearsal, Object.values(people))
  return { organizationId, issuerId, insiderId, draftId: orDecline(drafted), people }
}

/** Nothing of an organisation so marked ever goes to the real EDGAR. */
async function mark(store: Store, organizationId: string): Promise<void> {
  const metadata = JSON.stringify({ demonstration: true })
  await store.kysely.updateTable('organization').set({ metadata }).where('id', '=', organizationId).execute()
}

/** The day itself or the one before it on which EDGAR worked: two business days later lie ahead of it. */
function lastBusinessDay(today: CalendarDate): CalendarDate {
  return isBusinessDay(today) ? today : lastBusinessDay(new CalendarDate(today.day - 1))
}

async function parties(act: Act, day: CalendarDate): Promise<Answer<{ issuerId: string; insiderId: string }>> {
  const issuer = await addIssuer(act, {
    cik: CIKS.issuer,
    name: 'Saltmarsh Instruments Inc.',
    tradingSymbol: 'SLTM',
    details: {
      unitsIn: 'II',
      fiscalYearEnd: '12-31',
    },
  })
  if ('refused' in issuer) return issuer
  const address = { nonUSAddressFlag: false, street1: '16 Tidal Road', city: 'Portland', state: 'ME', zipCode: '04101' }
  const insider = await addInsider(act, {
    kind: 'person',
    cik: CIKS.owner,
    name: 'Alder Rowan',
    email: null,
    details: {
      signsAs: 'Rowan Alder',
      address,
      positionsComplete: true,
    },
  })
  if ('refused' in insider) return insider
  const [issuerId, insiderId] = [issuer.value.id, insider.value.id]
  await keepSecret(act, { subject: 'insider', subjectId: insiderId, purpose: 'ccc' }, OWNER_CCC, null)
  const fromDay = `${day.year - 2}-03-01`
  const role = await beginInsiderRole(act, { insiderId, issuerId, relationship: 'director', title: null, fromDay })
  return 'refused' in role ? role : { value: { issuerId, insiderId } }
}

/** The seed's terms as answers to the recipe's questions. */
function termsOf(day: CalendarDate): Record<string, Json> {
  const { year, month, dayOfMonth } = day
  // Every year has the 28th of February.
  const yearsOn = (years: number) => CalendarDate.of(year + years, month, Math.min(dayOfMonth, 28))!
  return {
    grantDate: day.toString(),
    options: '10000',
    optionTitle: 'Stock Option (right to buy)',
    stock: 'Common Stock',
    exercisePrice: '3.31',
    vesting: 'schedule',
    schedule: `25% of the shares vest on ${longDate(yearsOn(1))}, and the rest in 36 equal monthly installments thereafter.`,
    expires: yearsOn(10).toString(),
    pecuniaryInterest: 'all',
    holder: 'insider',
    approval: 'committee',
  }
}

async function draftOf(
  act: Act,
  { issuerId, insiderId, day }: { issuerId: string; insiderId: string; day: CalendarDate },
): Promise<Answer<string>> {
  const concerning = { issuerId, insiderIds: [insiderId], recipe: 'option-grant', day: day.toString() }
  const facts = Object.entries(termsOf(day)).map(([name, value]) => ({ name, insiderId: null, value }))
  const added = await addEvent(act, concerning, facts)
  if ('refused' in added) return added
  const eventId = added.value.id
  const parties = await partiesOf(act, concerning)
  const result = (await resultsOf(act, added.value, parties, 'rehearsal')).get(insiderId)
  if (!result?.isComplete) throw new Error(`the demonstration's event is not complete: ${JSON.stringify(result?.open)}`)
  const about = { ...parties, form: '4', at: act.at, day } as const
  const content = await contentOf(await composed(act, 'rehearsal', about, result))
  const draft = await addDraft(act, {
    issuerId,
    insiderIds: [insiderId],
    formType: '4',
    eventId,
    amends: null,
    ...content,
  })
  return 'refused' in draft ? draft : { value: draft.value.id }
}

/** The rehearsal knows the demonstration's filers, and the desk its tokens; each person files with the firm's login. */
async function admit(
  store: Store,
  actor: Actor,
  { edgar }: Rehearsal,
  people: readonly { userId: string }[],
): Promise<void> {
  for (const filer of DEMONSTRATION_FILERS) edgar.setFiler(filer)
  const [filer, user] = [edgar.issueToken('filer', CIKS.firm), edgar.issueToken('user', FIRM_LOGIN)]
  if ('refused' in filer || 'refused' in user) throw new Error('the rehearsal gave no token')
  const { organizationId } = actor
  orDecline(
    await store.act(actor, async (act) => {
      const place = { subject: 'organization', subjectId: organizationId, purpose: 'filerToken' } as const
      await keepSecret(act, place, filer.token, filer.expiresAt)
      for (const { userId } of people)
        await keepSecret(act, { subject: 'user', subjectId: userId, purpose: 'userToken' }, user.token, user.expiresAt)
      return { value: undefined }
    }),
  )
}
