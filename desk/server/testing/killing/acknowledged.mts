/** What was asked of a desk, what it acknowledged, and how that is found again in its records. */
import { sql } from 'kysely'
import { type Store, sha256 } from '../../../store/index.ts'

/** How often the records have something. */
export type Count = (kysely: Store['kysely']) => Promise<number>

export interface Asked {
  what: string
  /** `open`: no answer came, so that it may have been done or not. */
  answer: 'open' | 'acknowledged' | 'declined'
  count: Count
}

/** An answer's status and JSON; absent where none came. */
export interface Heard {
  status: number
  /** Whatever JSON came. */
  body: ReturnType<typeof JSON.parse>
}

/** All that was asked, from the first life of a desk to the last. */
export class Record {
  readonly all: Asked[] = []
  acknowledged = 0
  /** Answers by which the desk said that it failed. */
  failures = 0

  /** Asks, and keeps what came of it. `count`, with the answer where one is needed, finds what was asked for. */
  async ask(what: string, count: (body: Heard['body']) => Count, send: () => Promise<Heard | undefined>) {
    const asked: Asked = { what, answer: 'open', count: count(undefined) }
    this.all.push(asked)
    const heard = await send()
    if (!heard) return undefined
    if (heard.status >= 500) this.failures++
    else asked.answer = heard.status < 300 ? 'acknowledged' : 'declined'
    if (heard.status >= 300) return undefined
    this.acknowledged++
    asked.count = count(heard.body)
    return heard
  }

  /** Something that an answer showed: once shown, it is so. */
  shown(what: string, count: Count): void {
    this.all.push({ what, answer: 'acknowledged', count })
  }

  /** What is not as it was said, among the given; all that was acknowledged, where none are. */
  async faults(kysely: Store['kysely'], given = this.all.filter(({ answer }) => answer === 'acknowledged')) {
    const faults: string[] = []
    for (const asked of given) {
      const found = await asked.count(kysely)
      const least = asked.answer === 'acknowledged' ? 1 : 0
      const most = asked.answer === 'declined' && !this.#isDoneLater(asked) ? 0 : 1
      if (found >= least && found <= most) continue
      const others = this.all.filter((one) => one.what === asked.what).map(({ answer }) => answer)
      faults.push(`${asked.what}, ${asked.answer}: there ${found} times; asked ${others.join(', ')}`)
    }
    return faults
  }

  /** What was declined, because it could not be done then, may have been asked again and done when it could. */
  #isDoneLater(declined: Asked): boolean {
    const later = this.all.slice(this.all.indexOf(declined) + 1)
    return later.some(({ what, answer }) => what === declined.what && answer !== 'declined')
  }
}

/** Counts rows. */
const rows =
  (query: (kysely: Store['kysely']) => { execute: () => Promise<unknown[]> }): Count =>
  async (kysely) =>
    (await query(kysely).execute()).length

export const insiderNamed = (name: string) =>
  rows((db) => db.selectFrom('insider').select('id').where('name', '=', name))

export const factSaid = (name: string, value: string) =>
  rows((db) =>
    db.selectFrom('event_fact').select('eventId').where('name', '=', name).where('value', '=', JSON.stringify(value)),
  )

export const draftOfEvent = (eventId: string) =>
  rows((db) => db.selectFrom('draft').select('id').where('eventId', '=', eventId))

export const versionSaying = (draftId: string, text: string) =>
  rows((db) =>
    db
      .selectFrom('draft_version')
      .select('number')
      .where('draftId', '=', draftId)
      .where('content', 'like', `%${text}%`),
  )

export const approvalNoted = (note: string) =>
  rows((db) => db.selectFrom('approval').select('id').where('note', '=', note))

export const attestationOf = (bytes: Uint8Array) =>
  rows((db) => db.selectFrom('attestation').select('id').where('bytesHash', '=', sha256(bytes)))

export const signatureOn = (draftId: string) =>
  rows((db) => db.selectFrom('signature').select('id').where('draftId', '=', draftId))

export const submissionKnown = (id: string) =>
  rows((db) => db.selectFrom('submission').select('id').where('id', '=', id))

export const stateOf = (submissionId: string, number: number, state: string) =>
  rows((db) =>
    db
      .selectFrom('submission_state')
      .select('number')
      .where('submissionId', '=', submissionId)
      .where('number', '=', number)
      .where('state', '=', state as 'prepared'),
  )

export const resolutionBy = (how: string) =>
  rows((db) => db.selectFrom('submission_state').select('number').where('detail', 'like', `%"${how}"%`))

export const discarded = (draftId: string) =>
  rows((db) => db.selectFrom('draft').select('id').where('id', '=', draftId).where('closedBecause', '=', 'discarded'))

/** A session by its cookie. */
export const sessionOf = (cookie: string): Count => {
  const token = decodeURIComponent(/session_token=([^;]+)/.exec(cookie)?.[1] ?? '').split('.')[0] ?? ''
  return async (db) => {
    const { rows: found } = await sql`select id from "session" where token = ${token}`.execute(db)
    return found.length
  }
}

/** Of what nobody can have heard. */
export const nothing: Count = async () => 0
