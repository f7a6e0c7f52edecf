/** The users' requests over HTTP, each at its planned moment, and how long each took from there. */
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from '../random.ts'
import { type Asked, diligenceOf, nextRequest, type Visitor } from './mix.ts'

/** A server, by the address at which it is reached and wants to be called. */
export interface Target {
  origin: string
}

export interface Took {
  kind: string
  isWrite: boolean
  /** When it was to leave, milliseconds of this process. */
  planned: number
  /** Milliseconds from then until the answer was there. */
  ms: number
}

export interface Traffic {
  took: Took[]
  /** What went wrong, each as a line. */
  errors: string[]
  /** Acknowledged, by kind. */
  acknowledged: Map<string, number>
  /** Drafts that were read at another server than that at which their reader had saved them last. */
  crossed: number
}

export interface SendOptions {
  targets: readonly Target[]
  cookies: ReadonlyMap<string, string>
  random: Random
}

/** Longer than this and it is an error. */
const MOST_MS = 30_000

/** Sends requests and keeps count. */
export class Sender {
  readonly traffic: Traffic = { took: [], errors: [], acknowledged: new Map(), crossed: 0 }
  readonly #options: SendOptions
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 400 })
  readonly #savedAt = new Map<string, Target>()
  #underWay = 0

  constructor(options: SendOptions) {
    this.#options = options
  }

  /** Sends what a user asks; `planned` is the moment from which its time counts. */
  async send(visitor: Visitor, asked: Asked, planned: number): Promise<void> {
    const { targets, cookies, random } = this.#options
    const target = random.pick(targets)
    this.#underWay++
    if (asked.isWrite) visitor.isWriting = true
    try {
      const { status, text } = await this.#exchange(target, cookies.get(visitor.user.id)!, asked)
      const { kind, isWrite } = asked
      this.traffic.took.push({ kind, isWrite, planned, ms: performance.now() - planned })
      const wrong = status === asked.wanted ? asked.learn?.(text) : `${status} ${text.slice(0, 300)}`
      if (wrong !== undefined) this.#wrong(asked, wrong)
      else this.#went(asked, target)
    } catch (error) {
      this.#wrong(asked, error instanceof Error ? error.message : String(error))
    } finally {
      this.#underWay--
      if (asked.isWrite) visitor.isWriting = false
    }
  }

  /** Waits until everything was answered. */
  async settled(): Promise<void> {
    while (this.#underWay > 0) await wait(20)
    this.#agent.destroy()
  }

  #wrong({ method, path, kind }: Asked, what: string): void {
    this.traffic.errors.push(`${kind}: ${method} ${path}: ${what}`)
  }

  #went({ kind, isWrite, path }: Asked, target: Target): void {
    const { acknowledged } = this.traffic
    acknowledged.set(kind, (acknowledged.get(kind) ?? 0) + 1)
    const [address = ''] = path.split('?')
    if (isWrite) this.#savedAt.set(address, target)
    else if (kind === 'draft' && (this.#savedAt.get(address) ?? target) !== target) this.traffic.crossed++
  }

  #exchange({ origin }: Target, cookie: string, asked: Asked): Promise<{ status: number; text: string }> {
    const body = asked.body === undefined ? undefined : JSON.stringify(asked.body)
    const headers = {
      cookie,
      ...(asked.method !== 'GET' && { origin }),
      ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    }
    return new Promise((resolve, reject) => {
      const sent = request(origin + asked.path, { method: asked.method, agent: this.#agent, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }))
        answer.on('error', reject)
      })
      sent.setTimeout(MOST_MS, () => sent.destroy(new Error(`no answer in ${MOST_MS} ms`)))
      sent.on('error', reject)
      sent.end(body)
    })
  }
}

/**
 * Every user asks once a second for so many seconds, spread evenly over the second. A request leaves at its moment
 * whether or not those before were answered, and its time counts from that moment even if it left late: so nothing that
 * stalls is left out.
 */
export async function openLoop(sender: Sender, visitors: readonly Visitor[], seconds: number): Promise<void> {
  const diligence = diligenceOf(visitors.map(({ user }) => user))
  const began = performance.now() + 1000
  const gap = 1000 / visitors.length
  const all = Math.round(seconds * visitors.length)
  for (let n = 0; n < all; ) {
    const now = performance.now()
    for (; n < all && began + n * gap <= now; n++) {
      const visitor = visitors[n % visitors.length]!
      void sender.send(visitor, nextRequest(visitor, diligence), began + n * gap)
    }
    if (n < all) await wait(Math.max(1, began + n * gap - performance.now()))
  }
  await sender.settled()
}

/** One request after the other; `after` is told of each, before the next begins. */
export async function oneByOne(
  sender: Sender,
  visitors: readonly Visitor[],
  count: number,
  after: (asked: Asked) => void,
): Promise<void> {
  const diligence = diligenceOf(visitors.map(({ user }) => user))
  for (let n = 0; n < count; n++) {
    const visitor = visitors[(n * 37) % visitors.length]!
    const asked = nextRequest(visitor, diligence)
    await sender.send(visitor, asked, performance.now())
    after(asked)
  }
  await sender.settled()
}
