/**
 * What was worked out of each draft, or read of an insider's forms, kept until the audit trail tells of something on which
 * it may depend; so what is kept is what would be worked out anew (`work.test.ts` compares the two after every kind of
 * act).
 */
import { setImmediate } from 'node:timers/promises'
import { openDrafts, type View } from '../../store/index.ts'
import { easternDay } from '../moments.ts'
import type { Concerning } from '../scope.ts'
import { type News, type Trail, trailOf } from './trail.ts'

/** Which draft is open and whose it is: as long as it is a draft. */
export interface OpenDraftNote extends Concerning {
  id: string
}

/** What is kept of all organisations of a database. */
interface KeptIn<Item> {
  of: Map<string, Kept<Item>>
  /** The one that was asked for longest ago first. */
  order: Set<Entry<Item>>
}

/** What is kept of one draft. */
interface Entry<Item> {
  of: Concerning | undefined
  item: Promise<Item | undefined>
  /** The item, once it is worked out. */
  ready: Item | undefined
  forget: () => void
}

interface Kept<Item> {
  trail: Trail
  /** The findings of a form follow the rules of the day. */
  day: string
  /** By draft. */
  items: Map<string, Entry<Item>>
  order: KeptIn<Item>['order']
}

/** What was worked out of a draft, whose it is, and whether it is so only until it is looked at again. */
export interface WorkedOut<Item> {
  of: Concerning
  item: Item
  isPassing: boolean
}

/** How an item is worked out; `undefined` where there is no such draft. */
type WorkOut<Item> = (view: View, draftId: string, at: number) => Promise<WorkedOut<Item> | undefined>

export interface Standing<Item> {
  /** The open drafts, oldest first. */
  open: () => Promise<readonly OpenDraftNote[]>
  /** Of any draft, closed ones too; `undefined` where this organisation has none such. */
  itemOf: (draftId: string) => Promise<Item | undefined>
  /** Of some, in their order, but for those that are not there; no more of them once `isOver` says so. */
  itemsOf: (draftIds: readonly string[], isOver?: () => boolean) => Promise<Item[]>
}

/** Views for which somebody has just looked at the trail: what an item is worked out of need not look again. */
const looked = new WeakSet<View>()

function lookedAt({ db, organizationId }: View): View {
  const view = { db, organizationId }
  looked.add(view)
  return view
}

/** So many are worked out at once: most of the time goes by with waiting for the database. */
const AT_ONCE = 4

/** One kind of item about drafts, in all organisations of the databases it is asked for. */
export class KeptItems<Item> {
  readonly #workOut: WorkOut<Item>
  readonly #most: number
  readonly #kept = new WeakMap<View['db'], KeptIn<Item>>()

  /** `most` items are kept of a database, whichever organisation's; those that were asked for last. */
  constructor(workOut: WorkOut<Item>, most = Number.POSITIVE_INFINITY) {
    this.#workOut = workOut
    this.#most = most
  }

  /** What is so at a moment. */
  async at(view: View, at: number): Promise<Standing<Item>> {
    const kept = await this.#current(view, at)
    // Another day has other items, also while this one is still being asked.
    const { items } = kept
    const itemOf = (draftId: string) => this.#one(kept, items, view, draftId, at)
    const readyOf = (draftId: string) => askedAgain(items, draftId, kept.order)?.ready
    return {
      open: () => openNotes.of(lookedAt(view)),
      itemOf,
      itemsOf: (ids, isOver) => inLanes(ids, readyOf, itemOf, isOver),
    }
  }

  async #one(
    kept: Kept<Item>,
    items: Kept<Item>['items'],
    view: View,
    id: string,
    at: number,
  ): Promise<Item | undefined> {
    const { order } = kept
    const found = askedAgain(items, id, order)
    if (found) return found.item
    const working = this.#workOut(lookedAt(view), id, at)
    const entry: Entry<Item> = {
      of: undefined,
      item: working.then((one) => one?.item),
      ready: undefined,
      forget: () => {
        order.delete(entry)
        if (items.get(id) === entry) items.delete(id)
      },
    }
    items.set(id, entry)
    order.add(entry)
    // Whoever waits for it gets the error, and the next one tries again.
    entry.item.catch(entry.forget)
    const one = await working
    entry.of = one?.of
    entry.ready = one?.item
    // Nobody who asks from now on asks for another day's.
    if (!one || one.isPassing || items !== kept.items) entry.forget()
    for (const oldest of order) {
      if (order.size <= this.#most) break
      oldest.forget()
    }
    // Many forms at once take long: others are served in between.
    await setImmediate()
    return one?.item
  }

  async #current(view: View, at: number): Promise<Kept<Item>> {
    const kept = this.#keptOf(view)
    if (!looked.has(view)) await kept.trail.current(view)
    const day = easternDay(at).toString()
    if (kept.day !== day) {
      for (const entry of kept.items.values()) kept.order.delete(entry)
      Object.assign(kept, { day, items: new Map() })
    }
    return kept
  }

  #keptOf(view: View): Kept<Item> {
    const inDatabase = this.#kept.get(view.db) ?? { of: new Map<string, Kept<Item>>(), order: new Set<Entry<Item>>() }
    this.#kept.set(view.db, inDatabase)
    const { of: known, order } = inDatabase
    const found = known.get(view.organizationId)
    if (found) return found
    const kept: Kept<Item> = { trail: trailOf(view), day: '', items: new Map(), order }
    kept.trail.listen(({ only, touches }) => {
      for (const id of only ?? []) kept.items.get(id)?.forget()
      if (!only) for (const [id, { of, forget }] of kept.items) if (touches(id, of)) forget()
    })
    known.set(view.organizationId, kept)
    return kept
  }
}

/** What is kept of a draft, asked for once more. */
function askedAgain<Item>(items: Kept<Item>['items'], id: string, order: Set<Entry<Item>>): Entry<Item> | undefined {
  const entry = items.get(id)
  if (entry && order.delete(entry)) order.add(entry)
  return entry
}

/** So many are kept: of those on whose forms somebody works. */
const MOST_PARTIES = 700
/** What they are does not depend on the day. */
const ANY_DAY = 0

/** What follows from who the parties are, whatever a draft says of them. */
export class KeptOfParties<Item> {
  readonly #items: KeptItems<Item>

  constructor(workOut: (view: View, of: Concerning) => Promise<Item>) {
    this.#items = new KeptItems(async (view, key) => {
      const [issuerId = '', ...insiderIds] = key.split('/')
      const of = { issuerId, insiderIds }
      return { of, item: await workOut(view, of), isPassing: false }
    }, MOST_PARTIES)
  }

  async of(view: View, { issuerId, insiderIds }: Concerning): Promise<Item> {
    const standing = await this.#items.at(view, ANY_DAY)
    return (await standing.itemOf([issuerId, ...insiderIds].join('/'))) as Item
  }
}

/** Those that are ready cost no waiting: of a thousand drafts most are. */
async function inLanes<Item>(
  ids: readonly string[],
  readyOf: (id: string) => Item | undefined,
  itemOf: (id: string) => Promise<Item | undefined>,
  isOver = () => false,
): Promise<Item[]> {
  const items: (Item | undefined)[] = []
  const left = ids.entries()
  const lane = async () => {
    for (const [n, id] of left) {
      if (isOver()) return
      items[n] = readyOf(id) ?? (await itemOf(id))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return items.filter((item) => item !== undefined)
}

/**
 * One thing of each organisation, read anew after some news. Asked for between two looks at the trail, it may be younger
 * than what is kept beside it, and never older.
 */
export class KeptOfOrganization<Item> {
  readonly #read: (view: View) => Promise<Item>
  readonly #isOther: (news: News) => boolean
  readonly #kept = new WeakMap<Trail, { item: Promise<Item> | undefined }>()

  constructor(read: (view: View) => Promise<Item>, isOther: (news: News) => boolean) {
    this.#read = read
    this.#isOther = isOther
  }

  async of(view: View): Promise<Item> {
    const trail = trailOf(view)
    const kept = this.#keptOf(trail)
    if (!looked.has(view)) await trail.current(view)
    if (kept.item) return kept.item
    const item = this.#read(view)
    kept.item = item
    item.catch(() => {
      if (kept.item === item) kept.item = undefined
    })
    return item
  }

  #keptOf(trail: Trail): { item: Promise<Item> | undefined } {
    const known = this.#kept.get(trail)
    if (known) return known
    const kept: { item: Promise<Item> | undefined } = { item: undefined }
    trail.listen((news) => {
      if (this.#isOther(news)) kept.item = undefined
    })
    this.#kept.set(trail, kept)
    return kept
  }
}

/** The open drafts, oldest first, until one comes or goes. */
const openNotes = new KeptOfOrganization<readonly OpenDraftNote[]>(
  async (view) => (await openDrafts(view)).map(({ id, issuerId, insiderIds }) => ({ id, issuerId, insiderIds })),
  ({ isOfOpen }) => isOfOpen,
)
