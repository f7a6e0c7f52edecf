/**
 * What was done in an organisation since somebody last looked, for all that is kept of it in memory. Whatever is done is
 * told in the audit trail, in the transaction in which it is done and by whichever server does it.
 */
import { type AuditEntry, auditLength, auditTrail, draftsOf, lengthOfOwn, type View } from '../../store/index.ts'
import type { Concerning } from '../scope.ts'

/** What drafts and forms may be other after some news than they were. */
export interface News {
  /** The drafts that alone may be other; `undefined` where it takes `touches` to tell. */
  only: ReadonlySet<string> | undefined
  /** Whether this may be other: something with this id, of these; whose it is, where nobody knows yet, may be anybody. */
  touches: (id: string, of: Concerning | undefined) => boolean
  /** Whether a draft came or went. */
  isOfOpen: boolean
  /** Whether something was done to records of a kind, by the first word of the action: `submission`, `secret`. */
  isOf: (kind: string) => boolean
}

type Listener = (news: News) => void

/** More news than this and everything may be other. */
const MOST_NEWS = 1000
const EVERYTHING: News = { only: undefined, touches: () => true, isOfOpen: true, isOf: () => true }

/** The trail of one organisation as one server sees it. */
export class Trail {
  /** The number of the last entry that everybody was told of; nothing is kept before it is known. */
  #upTo: number | undefined
  readonly #listeners: Listener[] = []
  #looking: Promise<void> = Promise.resolve()
  #next: Promise<void> | undefined

  /** Every listener hears of all news from now on, before `current` ends. */
  listen(listener: Listener): void {
    this.#listeners.push(listener)
  }

  /**
   * Ends when everybody was told of all that was done before it was called, or before a request began whose view it is.
   * Who asks while a look is under way, which may have looked before that, shares the next one.
   */
  async current(view: View): Promise<void> {
    const length = knownLength(view)
    if (length !== undefined && this.#upTo !== undefined && length <= this.#upTo) return
    await this.#looked(view)
  }

  #looked(view: View): Promise<void> {
    this.#next ??= this.#looking
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined
        this.#looking = this.#look(view)
        return this.#looking
      })
    return this.#next
  }

  async #look(view: View): Promise<void> {
    if (this.#upTo === undefined) {
      this.#upTo = await auditLength(view)
      return
    }
    const entries = await auditTrail(view, this.#upTo, MOST_NEWS)
    const last = entries.at(-1)
    if (!last) return
    const isWhole = entries.length < MOST_NEWS
    const news = isWhole ? await newsOf(view, entries) : EVERYTHING
    const upTo = isWhole ? last.number : await auditLength(view)
    for (const listener of this.#listeners) listener(news)
    this.#upTo = upTo
  }
}

const trails = new WeakMap<View['db'], Map<string, Trail>>()

/** How long trails were when the requests that ask began, by their views. */
const lengths = new WeakMap<View, number>()

/** Notes how long the trail was, in entries, when the request began whose view this is, or later. */
export function noteLength(view: View, length: number): void {
  lengths.set(view, length)
}

/** How long the trail is at least for who asks now: also what this server itself did since is to be seen. */
function knownLength(view: View): number | undefined {
  const length = lengths.get(view)
  return length === undefined ? undefined : Math.max(length, lengthOfOwn(view))
}

/** The trail of an organisation; a transaction has its own, since it sees what others do not see yet. */
export function trailOf({ db, organizationId }: View): Trail {
  const ofDatabase = trails.get(db) ?? new Map<string, Trail>()
  trails.set(db, ofDatabase)
  const known = ofDatabase.get(organizationId)
  if (known) return known
  const trail = new Trail()
  ofDatabase.set(organizationId, trail)
  return trail
}

/** After these a draft is open as before; whatever else is told of one, it may have come or gone. */
const STAYS = new Set(['draft.saved', 'draft.approved', 'draft.signed'])

/** What nothing that is kept depends on: facts before they are a draft, what is held, secrets, libraries. */
const BESIDE = /^(?:event|holding|secret|secrets|footnote|security|delegation|archive|notice|calendarFeed)\./

/** What is not known here touches everything. */
async function newsOf(view: View, entries: readonly AuditEntry[]): Promise<News> {
  const isOfOpen = entries.some(({ action }) => action.startsWith('draft.') && !STAYS.has(action))
  const isOf = (kind: string) => entries.some(({ action }) => action.startsWith(`${kind}.`))
  const told = entries.filter(({ action }) => !BESIDE.test(action))
  const of = (...subjects: string[]) => told.filter(({ subject }) => subjects.includes(subject))
  const ids = (some: readonly AuditEntry[]) => new Set(some.map(({ subjectId }) => subjectId))
  const known = of('draft', 'submission', 'approval', 'signature', 'filed_form', 'insider', 'issuer')
  if (known.length < told.length) return { ...EVERYTHING, isOfOpen, isOf }
  const drafts = ids(of('draft'))
  for (const subject of ['submission', 'approval', 'signature'] as const)
    for (const draftId of await draftsOf(view, subject, [...ids(of(subject))])) drafts.add(draftId)
  const insiders = ids(of('insider'))
  // An imported form is told of twice, the second time as an import.
  for (const { action, detail } of of('filed_form'))
    if (action === 'form.filed') for (const id of (detail as { insiderIds: string[] }).insiderIds) insiders.add(id)
  const issuers = ids(of('issuer'))
  return {
    only: issuers.size + insiders.size === 0 ? drafts : undefined,
    isOfOpen,
    isOf,
    touches(id, concerned) {
      if (drafts.has(id)) return true
      if (!concerned) return issuers.size + insiders.size > 0
      return issuers.has(concerned.issuerId) || concerned.insiderIds.some((insiderId) => insiders.has(insiderId))
    },
  }
}
