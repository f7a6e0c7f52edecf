/**
 * What the work list says of each draft, kept until the audit trail tells of something on which it may depend. Whatever is
 * done in an organisation is told there, in the transaction in which it is done and by whichever server does it; so what
 * is kept is what would be worked out anew (`work.test.ts` compares the two after every kind of act).
 */
import { setImmediate } from 'node:timers/promises'
import {
  type AuditEntry,
  auditLength,
  auditTrail,
  type Draft,
  draftsOf,
  openDrafts,
  type View,
} from '../../store/index.ts'
import { easternDay } from '../moments.ts'

/** What an item says is of these; a draft keeps them as long as it is one. */
export type Concerned = Pick<Draft, 'id' | 'issuerId' | 'insiderIds'>

interface Kept<Item> {
  /** The findings of a form follow the rules of the day. */
  day: string
  /** The number of the last entry of the audit trail that is taken into account. */
  upTo: number
  /** The open drafts, oldest first; `undefined` until they are asked for, and after one came or went. */
  open: readonly Concerned[] | undefined
  items: Map<string, { of: Concerned; item: Promise<Item> }>
}

/** What was worked out of a draft, and whether it is so only until it is looked at again. */
export interface WorkedOut<Item> {
  item: Item
  isPassing: boolean
}

export interface Standing<Item> {
  open: readonly Concerned[]
  /** In the order of the drafts, which need not be open. */
  itemsOf: (drafts: readonly Concerned[]) => Promise<Item[]>
}

/** More news than this and everything is worked out anew. */
const MOST_NEWS = 1000

/** One kind of item about drafts, in all organisations of the databases it is asked for. */
export class KeptItems<Item> {
  readonly #workOut: (view: View, draftId: string, at: number) => Promise<WorkedOut<Item>>
  readonly #kept = new WeakMap<View['db'], Map<string, Kept<Item>>>()

  constructor(workOut: (view: View, draftId: string, at: number) => Promise<WorkedOut<Item>>) {
    this.#workOut = workOut
  }

  /** What is so at a moment: the open drafts, and the item of any draft. */
  async at(view: View, at: number): Promise<Standing<Item>> {
    const kept = await this.#current(view, at)
    return {
      open: await openIn(kept, view),
      itemsOf: async (drafts) => {
        const items: Item[] = []
        for (const draft of drafts) items.push(await this.#one(kept, view, draft, at))
        return items
      },
    }
  }

  async #one(kept: Kept<Item>, view: View, of: Concerned, at: number): Promise<Item> {
    const { id } = of
    const known = kept.items.get(id)
    if (known) return known.item
    const working = this.#workOut(view, id, at)
    const entry = { of, item: working.then(({ item }) => item) }
    kept.items.set(id, entry)
    const forget = () => void (kept.items.get(id) === entry && kept.items.delete(id))
    // Whoever waits for it gets the error, and the next one tries again.
    entry.item.catch(forget)
    const { item, isPassing } = await working
    if (isPassing) forget()
    // Many forms at once take long: others are served in between.
    await setImmediate()
    return item
  }

  async #current(view: View, at: number): Promise<Kept<Item>> {
    const ofDatabase = this.#kept.get(view.db) ?? new Map<string, Kept<Item>>()
    this.#kept.set(view.db, ofDatabase)
    const day = easternDay(at).toString()
    const known = ofDatabase.get(view.organizationId)
    const news = known?.day === day ? await auditTrail(view, known.upTo, MOST_NEWS) : undefined
    if (!known || !news || news.length === MOST_NEWS) {
      const fresh = { day, upTo: await auditLength(view), open: undefined, items: new Map() }
      ofDatabase.set(view.organizationId, fresh)
      return fresh
    }
    const touches = await touchedBy(view, news)
    for (const [id, { of }] of known.items) if (touches(of)) known.items.delete(id)
    if (news.some(({ action }) => action.startsWith('draft.') && !STAYS.has(action))) known.open = undefined
    // Another request may have come further meanwhile.
    known.upTo = Math.max(known.upTo, news.at(-1)?.number ?? 0)
    return known
  }
}

/** Asked for between two looks at the trail, they may be younger than what is kept, and never older. */
async function openIn(kept: Kept<unknown>, view: View): Promise<readonly Concerned[]> {
  if (kept.open) return kept.open
  const { upTo } = kept
  const open = (await openDrafts(view)).map(({ id, issuerId, insiderIds }) => ({ id, issuerId, insiderIds }))
  // Where another request has looked at the trail meanwhile, one may have come or gone.
  if (kept.upTo === upTo) kept.open = open
  const isOpen = new Set(open.map(({ id }) => id))
  for (const id of kept.items.keys()) if (!isOpen.has(id)) kept.items.delete(id)
  return open
}

/** After these a draft is open as before; whatever else is told of one, it may have come or gone. */
const STAYS = new Set(['draft.saved', 'draft.approved', 'draft.signed'])

type Touches = (of: Concerned) => boolean

/** What no item depends on: facts before they are a draft, what is held, secrets, libraries. */
const BESIDE = /^(?:event|holding|secret|secrets|footnote|security|delegation|archive|notice|calendarFeed)\./

/** Which drafts' items may be other after some entries. What is not known here touches all of them. */
async function touchedBy(view: View, news: readonly AuditEntry[]): Promise<Touches> {
  const told = news.filter(({ action }) => !BESIDE.test(action))
  const of = (...subjects: string[]) => told.filter(({ subject }) => subjects.includes(subject))
  const ids = (entries: readonly AuditEntry[]) => new Set(entries.map(({ subjectId }) => subjectId))
  const known = of('draft', 'submission', 'approval', 'signature', 'filed_form', 'insider', 'issuer')
  if (known.length < told.length) return () => true
  const drafts = ids(of('draft'))
  for (const subject of ['submission', 'approval', 'signature'] as const)
    for (const draftId of await draftsOf(view, subject, [...ids(of(subject))])) drafts.add(draftId)
  const insiders = ids(of('insider'))
  for (const { detail } of of('filed_form'))
    for (const id of (detail as { insiderIds: string[] }).insiderIds) insiders.add(id)
  const issuers = ids(of('issuer'))
  return ({ id, issuerId, insiderIds }) =>
    drafts.has(id) || issuers.has(issuerId) || insiderIds.some((insiderId) => insiders.has(insiderId))
}
