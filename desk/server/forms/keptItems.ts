/**
 * What was worked out of each draft, kept until the audit trail tells of something on which it may depend. Whatever is
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
  /** By draft, the one that was asked for longest ago first. */
  items: Map<string, { of: Concerned | undefined; item: Promise<Item | undefined> }>
}

/** What was worked out of a draft, whose it is, and whether it is so only until it is looked at again. */
export interface WorkedOut<Item> {
  of: Concerned
  item: Item
  isPassing: boolean
}

/** How an item is worked out; `undefined` where there is no such draft. */
type WorkOut<Item> = (view: View, draftId: string, at: number) => Promise<WorkedOut<Item> | undefined>

export interface Standing<Item> {
  /** The open drafts, oldest first. */
  open: () => Promise<readonly Concerned[]>
  /** Of any draft, closed ones too; `undefined` where this organisation has none such. */
  itemOf: (draftId: string) => Promise<Item | undefined>
  /** Of some, in their order, but for those that are not there; no more of them once `isOver` says so. */
  itemsOf: (draftIds: readonly string[], isOver?: () => boolean) => Promise<Item[]>
}

/** So many are worked out at once: most of the time goes by with waiting for the database. */
const AT_ONCE = 4

/** More news than this and everything is worked out anew. */
const MOST_NEWS = 1000

/** One kind of item about drafts, in all organisations of the databases it is asked for. */
export class KeptItems<Item> {
  readonly #workOut: WorkOut<Item>
  readonly #most: number
  readonly #kept = new WeakMap<View['db'], Map<string, Kept<Item>>>()

  /** `most` items are kept of each organisation; those that were asked for last. */
  constructor(workOut: WorkOut<Item>, most = Number.POSITIVE_INFINITY) {
    this.#workOut = workOut
    this.#most = most
  }

  /** What is so at a moment. */
  async at(view: View, at: number): Promise<Standing<Item>> {
    const kept = await this.#current(view, at)
    const itemOf = (draftId: string) => this.#one(kept, view, draftId, at)
    return { open: () => openIn(kept, view), itemOf, itemsOf: (ids, isOver) => inLanes(ids, itemOf, isOver) }
  }

  async #one(kept: Kept<Item>, view: View, id: string, at: number): Promise<Item | undefined> {
    const known = kept.items.get(id)
    if (known) {
      kept.items.delete(id)
      kept.items.set(id, known)
      return known.item
    }
    const working = this.#workOut(view, id, at)
    const entry: { of: Concerned | undefined; item: Promise<Item | undefined> } = {
      of: undefined,
      item: working.then((found) => found?.item),
    }
    kept.items.set(id, entry)
    const forget = () => void (kept.items.get(id) === entry && kept.items.delete(id))
    // Whoever waits for it gets the error, and the next one tries again.
    entry.item.catch(forget)
    const found = await working
    entry.of = found?.of
    if (!found || found.isPassing) forget()
    for (const oldest of kept.items.keys()) {
      if (kept.items.size <= this.#most) break
      kept.items.delete(oldest)
    }
    // Many forms at once take long: others are served in between.
    await setImmediate()
    return found?.item
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
    if (news.length === 0) return known
    const touches = await touchedBy(view, news)
    for (const [id, { of }] of known.items) if (touches(id, of)) known.items.delete(id)
    if (news.some(({ action }) => action.startsWith('draft.') && !STAYS.has(action))) known.open = undefined
    // Another request may have come further meanwhile.
    known.upTo = Math.max(known.upTo, news.at(-1)?.number ?? 0)
    return known
  }
}

async function inLanes<Item>(
  ids: readonly string[],
  itemOf: (id: string) => Promise<Item | undefined>,
  isOver = () => false,
): Promise<Item[]> {
  const items: (Item | undefined)[] = []
  const left = ids.entries()
  const lane = async () => {
    for (const [n, id] of left) {
      if (isOver()) return
      items[n] = await itemOf(id)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return items.filter((item) => item !== undefined)
}

/** Asked for between two looks at the trail, they may be younger than what is kept, and never older. */
async function openIn(kept: Kept<unknown>, view: View): Promise<readonly Concerned[]> {
  if (kept.open) return kept.open
  const { upTo } = kept
  const open = (await openDrafts(view)).map(({ id, issuerId, insiderIds }) => ({ id, issuerId, insiderIds }))
  // Where another request has looked at the trail meanwhile, one may have come or gone.
  if (kept.upTo === upTo) kept.open = open
  return open
}

/** After these a draft is open as before; whatever else is told of one, it may have come or gone. */
const STAYS = new Set(['draft.saved', 'draft.approved', 'draft.signed'])

/** Whose a draft is that is just being worked out, nobody knows yet. */
type Touches = (id: string, of: Concerned | undefined) => boolean

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
  // An imported form is told of twice, the second time as an import.
  for (const { action, detail } of of('filed_form'))
    if (action === 'form.filed') for (const id of (detail as { insiderIds: string[] }).insiderIds) insiders.add(id)
  const issuers = ids(of('issuer'))
  return (id, of) => {
    if (drafts.has(id)) return true
    if (!of) return issuers.size + insiders.size > 0
    return issuers.has(of.issuerId) || of.insiderIds.some((insiderId) => insiders.has(insiderId))
  }
}
