/** The client of EDGAR Next's Submission API. Source: EDGAR API 1.11.0. */
import { parseAccessionNumber, parseCik } from '@section16/core/model'
import type {
  Attempt,
  ConditionAnswer,
  Mode,
  NoAnswer,
  NotAsked,
  NotSent,
  Refused,
  SendOutcome,
  StatusAnswer,
  StatusesAnswer,
  VerifyAnswer,
} from './answers.ts'
import { type ClientConfiguration, checkedAddress, isThisMachine } from './configuration.ts'
import { contentHash } from './contentHash.ts'
import { type Call, type Exchange, exchange } from './exchange.ts'
import { MOST_AT_ONCE, NOT_YET_MS } from './limits.ts'
import {
  isEdgars,
  readAnswered,
  readCondition,
  readMode,
  readStatuses,
  readSubmissionStatus,
  readVerified,
} from './readAnswers.ts'
import { complaint, type Destination, fileToSend, refusals } from './refusal.ts'
import { jsonWithout } from './secrets.ts'
import { type Json, said, text, word } from './wire.ts'

const REFUSALS: ReadonlySet<number> = new Set([400, 401, 403, 503])

export interface EdgarClient {
  /** Whether EDGAR takes submissions now. */
  status(): Promise<ConditionAnswer>
  /**
   * Sends one `edgarSubmission` file, once. Nothing is ever sent a second time here, whatever happens. `demonstration`:
   * the document is an invented one, which goes to a rehearsal only.
   */
  send(xml: string | Uint8Array, mode: Mode, options: { demonstration: boolean }): Promise<SendOutcome>
  /** What became of a submission. `sentAt`: milliseconds UTC; with it `notYet` is told from `notFound`. */
  statusOf(accessionNumber: string, options?: { sentAt?: number }): Promise<StatusAnswer>
  /** The same of 1 to 25. */
  statusOfMany(accessionNumbers: readonly string[]): Promise<StatusesAnswer>
  /** Whether the two tokens may file for a CIK, and when they and the filer's confirmation run out. */
  verify(cik: string): Promise<VerifyAnswer>
}

/**
 * A client for one host and one pair of tokens, which it shows to nobody: they are in no value, error or property.
 * Throws a TypeError for a configuration that a program got wrong; afterwards every outcome is a value.
 */
export function startClient(configuration: ClientConfiguration): EdgarClient {
  const client = new Client(configuration)
  return {
    status: () => client.status(),
    send: (xml, mode, options) => client.send(xml, mode, options),
    statusOf: (accessionNumber, options) => client.statusOf(accessionNumber, options),
    statusOfMany: (accessionNumbers) => client.statusOfMany(accessionNumbers),
    verify: (cik) => client.verify(cik),
  }
}

type Tokens = 'filer' | 'both'

class Client {
  readonly #configuration: ClientConfiguration
  readonly #url: URL
  readonly #base: string
  readonly #now: () => number

  constructor(configuration: ClientConfiguration) {
    this.#url = checkedAddress(configuration)
    this.#base = this.#url.href.replace(/\/$/, '')
    this.#configuration = { ...configuration }
    this.#now = configuration.now ?? Date.now
  }

  async status(): Promise<ConditionAnswer> {
    const answer = await this.#ask('GET', '/status', 'filer')
    return understood(answer, (json, httpStatus) => readCondition(json, httpStatus))
  }

  async send(xml: string | Uint8Array, mode: Mode, { demonstration }: { demonstration: boolean }) {
    const begun = this.#now()
    const attempt = (hash?: string): Attempt => ({
      mode,
      ...said('contentHash', hash),
      startedAt: begun,
      endedAt: this.#now(),
    })
    const reading = fileToSend(xml)
    if ('refusal' in reading) return notSent(attempt(), 'refusal', [reading.refusal])
    const hash = contentHash(reading.file)
    const { allowTest = false, allowLive = false } = this.#configuration
    const permissions = { allowTest, allowLive }
    const destination = await this.#destination()
    const against = refusals(reading.file, mode, destination, demonstration, permissions, this.#url.host)
    if (against.length > 0) return notSent(attempt(hash), 'refusal', against)
    const { loginCik } = this.#configuration
    const answer = await this.#ask('POST', `/submission/single/${mode.toLowerCase()}`, 'both', {
      body: xml,
      headers: { 'content-type': 'application/xml', ...said('x-edgar-login-cik', loginCik?.padStart(10, '0')) },
    })
    return outcomeOf(answer, attempt(hash), this.#url.host)
  }

  async statusOf(accessionNumber: string, { sentAt }: { sentAt?: number } = {}): Promise<StatusAnswer> {
    const number = parseAccessionNumber(accessionNumber)
    if (!number) return notAsked('E106', { found: accessionNumber.slice(0, 40) })
    const answer = await this.#ask('GET', `/submission/${number}/status`, 'filer')
    if (answer.kind === 'answered' && answer.httpStatus === 404 && isEdgars(answer.json)) {
      const isEarly = sentAt !== undefined && this.#now() - sentAt < NOT_YET_MS
      return { kind: isEarly ? 'notYet' : 'notFound', ...readAnswered(answer.json, 404) }
    }
    return understood(answer, (json, httpStatus) => {
      const submission = readSubmissionStatus(json)
      return submission && { kind: 'status' as const, ...readAnswered(json, httpStatus), submission }
    })
  }

  async statusOfMany(accessionNumbers: readonly string[]): Promise<StatusesAnswer> {
    if (accessionNumbers.length < 1 || accessionNumbers.length > MOST_AT_ONCE)
      return notAsked('E107', { found: accessionNumbers.length })
    const numbers: string[] = []
    for (const written of accessionNumbers) {
      const number = parseAccessionNumber(written)
      if (!number) return notAsked('E106', { found: written.slice(0, 40) })
      numbers.push(number)
    }
    const answer = await this.#ask('POST', '/submission/status', 'filer', {
      body: JSON.stringify({ accessionNumbers: numbers }),
      headers: { 'content-type': 'application/json' },
    })
    if (answer.kind === 'answered' && answer.httpStatus === 204)
      return { kind: 'statuses', ...readAnswered({}, 204), submissions: [], missing: numbers }
    return understood(answer, (json, httpStatus) => {
      const submissions = readStatuses(json)
      if (!submissions) return undefined
      const found = new Set(submissions.map((one) => one.accessionNumber))
      const missing = numbers.filter((number) => !found.has(number))
      return { kind: 'statuses' as const, ...readAnswered(json, httpStatus), submissions, missing }
    })
  }

  async verify(cik: string): Promise<VerifyAnswer> {
    const parsed = parseCik(cik)
    if (!parsed) return notAsked('E108', { found: cik.slice(0, 40) })
    const answer = await this.#ask('GET', `/fm/${parsed}/verify`, 'both')
    return understood(answer, (json, httpStatus) => readVerified(json, httpStatus))
  }

  /** A rehearsal is asked each time: another program may have taken its port. */
  async #destination(): Promise<Destination> {
    if (!isThisMachine(this.#url)) return 'edgar'
    const answer = await this.#ask('GET', '/status', 'filer')
    return answer.kind === 'answered' && answer.saysRehearsal ? 'rehearsal' : 'unproven'
  }

  async #ask(
    method: Call['method'],
    path: string,
    tokens: Tokens,
    { body, headers = {} }: { body?: string | Uint8Array; headers?: Record<string, string> } = {},
  ): Promise<Heard> {
    const { filerToken, userToken, userAgent, fetch = globalThis.fetch, timeoutMs = 60_000 } = this.#configuration
    const call: Call = {
      method,
      url: this.#base + path,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${tokens === 'both' ? `${filerToken},${userToken}` : filerToken}`,
        'user-agent': userAgent,
        ...headers,
      },
      ...said('body', body),
    }
    const heard = await exchange(call, fetch, timeoutMs)
    if (heard.kind !== 'answered') return heard
    const { httpStatus, saysRehearsal } = heard
    return { kind: 'answered', httpStatus, saysRehearsal, json: jsonWithout([filerToken, userToken], heard.text) }
  }
}

/** A call's end, an answer as JSON without secrets; `json` is absent where it is none. */
type Heard = Exclude<Exchange, { kind: 'answered' }> | HeardAnswer

interface HeardAnswer {
  kind: 'answered'
  httpStatus: number
  saysRehearsal: boolean
  json: Json | undefined
}

/** The answer to a question that may be asked again. */
function understood<T>(heard: Heard, read: (json: Json, httpStatus: number) => T | undefined): T | Refused | NoAnswer {
  if (heard.kind === 'neverConnected') return { kind: 'noAnswer', because: 'neverConnected' }
  if (heard.kind === 'broken') return { kind: 'noAnswer', because: heard.because }
  const refusal = refusalOf(heard)
  if (refusal) return refusal
  const isGood = heard.httpStatus >= 200 && heard.httpStatus < 300
  return (isGood && heard.json && read(heard.json, heard.httpStatus)) || { kind: 'noAnswer', ...unreadable(heard) }
}

/**
 * A refusal that is EDGAR's own. A gateway's 503 says nothing about what EDGAR behind it did, so there the answer must
 * be one of EDGAR's.
 */
function refusalOf({ httpStatus, json }: HeardAnswer): Refused | undefined {
  if (!REFUSALS.has(httpStatus) || (httpStatus === 503 && !isEdgars(json))) return undefined
  return { kind: 'refused', ...readAnswered(json ?? {}, httpStatus), httpStatus: httpStatus as Refused['httpStatus'] }
}

function unreadable({ httpStatus, json }: HeardAnswer) {
  return {
    because: httpStatus >= 500 ? ('serverError' as const) : ('unreadableAnswer' as const),
    httpStatus,
    ...said('tracking', text(json?.tracking)),
    ...said('locator', text(json?.locator)),
  }
}

/** What came of sending. All that is not said in so many words is unknown. */
function outcomeOf(heard: Heard, attempt: Attempt, host: string): SendOutcome {
  if (heard.kind === 'neverConnected')
    return notSent(attempt, 'neverConnected', [complaint('E109', { host, reason: heard.reason })])
  if (heard.kind === 'broken') return { kind: 'outcomeUnknown', ...attempt, because: heard.because }
  const refusal = refusalOf(heard)
  if (refusal) return { ...refusal, ...attempt }
  return toldOutcome(heard, attempt) ?? { kind: 'outcomeUnknown', ...attempt, ...unreadable(heard) }
}

function toldOutcome({ httpStatus, json }: HeardAnswer, attempt: Attempt) {
  if (!json || httpStatus < 200 || httpStatus > 299) return undefined
  const answered = readAnswered(json, httpStatus)
  const accessionNumber = parseAccessionNumber(text(json.accessionNumber) ?? '')
  const transmission = word(json.transmissionStatus ?? json.status)
  if (transmission === 'RECEIVED' && accessionNumber)
    return { kind: 'received' as const, ...attempt, ...answered, accessionNumber, ...said('toldMode', readMode(json)) }
  if (transmission === 'REJECTED' || transmission === 'FAILED') {
    const kind = transmission === 'REJECTED' ? ('rejected' as const) : ('failed' as const)
    return { kind, ...attempt, ...answered, ...said('accessionNumber', accessionNumber) }
  }
  return undefined
}

function notSent(attempt: Attempt, because: NotSent['because'], diagnostics: NotSent['diagnostics']): NotSent {
  return { kind: 'notSent', ...attempt, because, diagnostics }
}

function notAsked(code: string, data: Record<string, string | number>): NotAsked {
  return { kind: 'notAsked', diagnostics: [complaint(code, data)] }
}
