/** People at work at a desk, until it does not answer any more: each act is asked once and kept in the record. */
import { AGAIN, PDF } from '../acts.mts'
import {
  approvalNoted,
  attestationOf,
  discarded,
  draftOfEvent,
  factSaid,
  type Heard,
  insiderNamed,
  nothing,
  type Record,
  resolutionBy,
  sessionOf,
  signatureOn,
  stateOf,
  submissionKnown,
  versionSaying,
} from './acknowledged.mts'
import { remarksOf, takenBy } from './edgarLog.mts'
import type { Setting } from './setting.mts'

export type Who = 'preparer' | 'counsel' | 'insider'
type Mode = 'TEST' | 'LIVE'

/** How the record calls an order to send. */
export const ORDER = 'order'

const FILERS = 3
const LOOK_MS = 25
const LOOKS = 12
/** Of the drafts that nobody works on. */
const DISCARDED = 0.2
/** Between small acts. */
const PAUSE_MS = 10

/** One life of a desk, from its start to its death. */
export class Life {
  readonly #setting: Setting
  readonly #record: Record
  readonly #name: string
  /** Submissions whose outcome was unknown when the life began: by now the other side has what it will ever have. */
  readonly #unknown: ReadonlySet<string>
  #marks = 0
  #isOver = false

  constructor(setting: Setting, record: Record, name: string, unknown: readonly string[]) {
    this.#setting = setting
    this.#record = record
    this.#name = name
    this.#unknown = new Set(unknown)
  }

  /** Everybody works until nobody is answered. What former lives left, one of them alone goes on with. */
  async run(): Promise<void> {
    const work = await this.#get('/work')
    const left = new Set<string>(work?.body.items.map(({ draftId }: { draftId: string }) => draftId))
    const works = [() => this.#tidy(left), () => this.#addMany(), ...Array(FILERS).fill(() => this.#file())]
    await Promise.all(works.map((work) => this.#again(work)))
  }

  async #again(work: () => Promise<void>): Promise<void> {
    while (!this.#isOver) await work()
  }

  /** Whether the work list begins with the unknown outcomes, and has these. Gives what is wrong. */
  async unknownFirst(ids: readonly string[]): Promise<string[]> {
    const heard = await this.#get('/work')
    if (!heard) return ['no work list']
    const items: { kind: string; id: string }[] = heard.body.items
    const first = items.slice(0, items.findLastIndex(({ kind }) => kind === 'outcomeUnknown') + 1)
    const others = first.filter(({ kind }) => kind !== 'outcomeUnknown')
    const missing = ids.filter((id) => first.every((item) => item.id !== id))
    return [
      ...others.map(({ kind, id }) => `${kind} ${id} stands before an unknown outcome`),
      ...missing.map((id) => `the work list has not ${id}, whose outcome is unknown`),
    ]
  }

  async #hear(who: Who | undefined, method: string, path: string, body?: unknown): Promise<Heard | undefined> {
    if (this.#isOver) return undefined
    const { url, cookies } = this.#setting
    try {
      const response = await fetch(url + path, {
        method,
        headers: {
          connection: 'close',
          origin: url,
          ...(who && { cookie: cookies[who] }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0])
      return { status: response.status, body: { ...(await response.json()), cookie: cookie.join('; ') } }
    } catch {
      this.#isOver = true
      return undefined
    }
  }

  #mark(): string {
    return `${this.#name}-${this.#marks++}`
  }

  /** What the desk shows; nothing where it says that it failed, as it does once it has lost its PostgreSQL. */
  async #get(path: string): Promise<Heard | undefined> {
    const heard = await this.#hear('preparer', 'GET', this.#setting.base + path)
    if (!heard) return undefined
    if (heard.status >= 500) {
      this.#record.failures++
      return undefined
    }
    if (heard.status !== 200) throw new Error(`GET ${path}: ${heard.status} ${JSON.stringify(heard.body)}`)
    return heard
  }

  #ask(what: string, count: Parameters<Record['ask']>[1], who: Who, method: string, path: string, body?: unknown) {
    return this.#record.ask(what, count, () => this.#hear(who, method, this.#setting.base + path, body))
  }

  /** A small act. */
  async add(): Promise<void> {
    const name = `Added ${this.#mark()}`
    const body = { kind: 'person', cik: null, name, email: null }
    await this.#ask(name, () => insiderNamed(name), 'preparer', 'POST', '/insiders', body)
  }

  /** Small acts, one after the other; now and then somebody signs in. */
  async #addMany(): Promise<void> {
    await this.add()
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    if (this.#setting.random() < 0.1) await this.#signIn(this.#setting.pick(['preparer', 'counsel', 'insider']))
    if (this.#setting.random() < 0.1) await this.#attest()
  }

  /** Everybody signs in, and the director attests by hand that electronic signatures are his. */
  async begin(): Promise<void> {
    for (const who of ['preparer', 'counsel', 'insider'] as const) await this.#signIn(who)
    await this.#attest()
    if (this.#record.acknowledged < 4) throw new Error('the desk did not let them begin')
  }

  async #signIn(who: Who): Promise<void> {
    const body = { email: this.#setting.people[who].email, ...AGAIN }
    const count = (answer: Heard['body']) => (answer ? sessionOf(answer.cookie) : nothing)
    const heard = await this.#record.ask(`sign-in of ${who}`, count, () =>
      this.#hear(undefined, 'POST', '/api/auth/sign-in/email', body),
    )
    if (heard) this.#setting.cookies[who] = heard.body.cookie
  }

  async #attest(): Promise<void> {
    const bytes = Buffer.from(`%PDF-1.7 signed by hand, ${this.#mark()}`)
    const document = { ...PDF, base64: bytes.toString('base64') }
    const body = { signedOn: '2026-06-01', document, again: AGAIN }
    await this.#ask(
      `attestation ${bytes.toString()}`,
      () => attestationOf(bytes),
      'insider',
      'POST',
      '/attestations',
      body,
    )
  }

  /** From an event to a filing, or until an act is not acknowledged. */
  async #file(): Promise<void> {
    const mark = this.#mark()
    const draft = await this.#draft(mark)
    if (!draft) return
    const hash = await this.#signed(draft, mark)
    if (hash === undefined) return
    const isTested = this.#setting.random() < 0.4
    if (isTested) await this.#follow(await this.#order(draft.id, hash, 'TEST', mark))
    if (!isTested || this.#setting.random() < 0.5) await this.#follow(await this.#order(draft.id, hash, 'LIVE', mark))
  }

  async #draft(mark: string): Promise<{ id: string } | undefined> {
    const { issuerId, insiderId } = this.#setting
    const optionTitle = `Option ${mark}`
    const facts = { ...FACTS, optionTitle }
    const told = { issuerId, insiderIds: [insiderId], recipe: 'option-grant', day: FACTS.grantDate, facts }
    const count = () => factSaid('optionTitle', optionTitle)
    const event = await this.#ask(`event ${mark}`, count, 'preparer', 'POST', '/events', told)
    if (!event) return undefined
    const eventId: string = event.body.id
    const from = { from: 'event', eventId }
    const made = await this.#ask(`draft ${mark}`, () => draftOfEvent(eventId), 'preparer', 'POST', '/drafts', from)
    return made?.body.drafts[0]
  }

  /** Marked, approved, signed; gives the content's hash. */
  async #signed({ id }: { id: string }, mark: string): Promise<string | undefined> {
    const path = `/drafts/${id}`
    const read = await this.#get(path)
    if (!read) return undefined
    const { hash: basedOn, filing } = read.body
    const remarks = remarksOf(mark)
    filing.document.remarks = { value: remarks }
    const count = () => versionSaying(id, remarks)
    const saved = await this.#ask(`save ${mark}`, count, 'preparer', 'PUT', path, { basedOn, filing })
    if (!saved) return undefined
    const ofHash: string = saved.body.hash
    const note = `Approved ${mark}.`
    const approval = { ofHash, note }
    if (this.#setting.random() < 0.5)
      await this.#ask(note, () => approvalNoted(note), 'counsel', 'POST', `${path}/approvals`, approval)
    return (await this.#sign(id, ofHash, mark)) && ofHash
  }

  #sign(id: string, ofHash: string, mark: string): Promise<Heard | undefined> {
    const { insiderId } = this.#setting
    const wish = { manner: 'electronic', insiderId, ofHash, capacity: { kind: 'self' }, again: AGAIN }
    const path = `/drafts/${id}/signatures`
    return this.#ask(`signature ${mark}`, () => signatureOn(id), 'insider', 'POST', path, wish)
  }

  async #order(draftId: string, ofHash: string, mode: Mode, mark: string): Promise<string | undefined> {
    const typed = mode === 'LIVE' ? 'file form 4' : 'test form 4'
    const count = (answer: Heard['body']) => (answer ? submissionKnown(answer.id) : nothing)
    const path = `/drafts/${draftId}/submissions`
    return (await this.#ask(`${ORDER} ${mode} ${mark}`, count, 'preparer', 'POST', path, { ofHash, mode, typed }))?.body
      .id
  }

  /** Looks for a while what becomes of a submission. */
  async #follow(id: string | undefined): Promise<void> {
    for (let look = 0; id !== undefined && look < LOOKS; look++) {
      const heard = await this.#get(`/submissions/${id}`)
      if (!heard) return
      const { states } = heard.body
      const { state } = states.at(-1)
      this.#record.shown(`${id} ${state}`, stateOf(id, states.length, state))
      if (['accepted', 'refused', 'outcomeUnknown'].includes(state)) return
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
  }

  /** Finds out what became of unknown outcomes, and goes on with the drafts of former lives or discards them. */
  async #tidy(left: ReadonlySet<string>): Promise<void> {
    const work = await this.#get('/work')
    for (const { kind, id, draftId, waitingFor } of work?.body.items ?? []) {
      if (!left.has(draftId)) continue
      if (kind === 'outcomeUnknown') await this.#resolve(id, draftId)
      else if (kind === 'draft') await this.#goOn(draftId, waitingFor)
    }
  }

  async #goOn(id: string, waitingFor: string): Promise<void> {
    const draft = (await this.#get(`/drafts/${id}`))?.body
    if (!draft || waitingFor === 'edgar') return
    const mark = markOf(draft)
    if (mark === undefined || this.#setting.random() < DISCARDED)
      await this.#ask(`discarding ${id}`, () => discarded(id), 'preparer', 'DELETE', `/drafts/${id}`)
    else if (waitingFor === 'signature') await this.#sign(id, draft.hash, mark)
    else if (waitingFor === 'sending') await this.#order(id, draft.hash, 'LIVE', `${mark} at last`)
  }

  /** A person looks at what EDGAR has, says so, and may send anew what it has not. */
  async #resolve(id: string, draftId: string): Promise<void> {
    if (!this.#unknown.has(id)) return
    const [submission, draft] = [await this.#get(`/submissions/${id}`), await this.#get(`/drafts/${draftId}`)]
    if (!submission?.body.toResolve || !draft) return
    const { mode, toResolve } = submission.body
    const mark = markOf(draft.body)
    const taken = takenBy(this.#setting.journal).find((one) => one.mode === mode && one.mark === mark)
    const how = `Found by ${this.#mark()}.`
    const resolution = {
      filed: taken?.accessionNumber ?? null,
      how,
      typed: taken ? toResolve.typeFiled : toResolve.typeNotFiled,
    }
    const path = `/submissions/${id}/resolution`
    const said = await this.#ask(`resolution of ${id}`, () => resolutionBy(how), 'preparer', 'POST', path, resolution)
    if (!said || taken || this.#setting.random() < 0.3) return
    await this.#order(draftId, draft.body.hash, mode, `${mark} anew`)
  }
}

interface Draft {
  filing: { document: { remarks?: { value?: string } } }
}

const markOf = ({ filing }: Draft) => /^Known as (.*)\.$/.exec(filing.document.remarks?.value ?? '')?.[1]

const FACTS = {
  grantDate: '2026-06-02',
  options: '500',
  stock: 'Common Stock',
  exercisePrice: '3.31',
  vesting: 'at',
  exercisableFrom: '2027-06-02',
  expires: '2036-06-01',
  pecuniaryInterest: 'all',
  holder: 'insider',
  approval: 'board',
}
