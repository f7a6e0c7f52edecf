/** A desk with its demonstration and a rehearsal EDGAR, made ready for processes to take over. */
import { join } from 'node:path'
import { RehearsalClock, startRehearsal } from '@section16/edgar/rehearsal'
import { open } from '../../../store/index.ts'
import { createDesk } from '../../createDesk.ts'
import { type Demonstration, seedDemonstration } from '../../demonstration.ts'
import { configurationOf, type Database, storeOf } from './deskConfiguration.mts'
import type { Who } from './load.mts'
import { type Running, startProgram } from './processes.mts'

/** A Wednesday at half past six in the morning in New York, in 2026: EDGAR is open for fifteen hours. */
const MORNING = Date.UTC(2026, 5, 3, 10, 30)

export interface Setting extends Pick<Demonstration, 'organizationId' | 'issuerId' | 'insiderId' | 'people'> {
  database: Database
  /** The desk's address, the same in all its lives. */
  url: string
  port: number
  /** `/api/organizations/…` */
  base: string
  journal: string
  rehearsal: Running
  cookies: Partial<{ [who in Who]: string }>
  /** From 0 up to, not including, 1. */
  random: () => number
  pick: <T>(list: readonly T[]) => T
  /** How far the clocks of both are ahead of the machine's. */
  aheadMs: () => Promise<number>
  /** Lets time pass at both. */
  advance: (milliseconds: number) => Promise<void>
  /** What is to go wrong with the rehearsal's next calls, instead of what was. */
  setFaults: (faults: readonly object[]) => Promise<void>
}

/** Makes it: the demonstration in an empty database, and the rehearsal as a process whose journal is in `folder`. */
export async function makeSetting(
  database: Database,
  folder: string,
  port: number,
  random: () => number,
): Promise<Setting> {
  const journal = join(folder, 'rehearsal.ndjson')
  const { organizationId, issuerId, insiderId, people } = await seeded(database, journal, port)
  const rehearsal = await startProgram('rehearsalProgram.mts', { journal })
  const tell = async (method: string, path: string, body?: object) => {
    const sent = body && { body: JSON.stringify(body) }
    const headers = { connection: 'close' }
    const answer = await fetch(`${rehearsal.url}/rehearsal${path}`, { method, headers, ...sent })
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as { now: number }
  }
  return {
    organizationId,
    issuerId,
    insiderId,
    people,
    database,
    url: `http://127.0.0.1:${port}`,
    port,
    base: `/api/organizations/${organizationId}`,
    journal,
    rehearsal,
    cookies: {},
    random,
    pick: (list) => list[Math.floor(random() * list.length)] as (typeof list)[number],
    aheadMs: async () => (await tell('GET', '')).now - Date.now(),
    advance: async (advanceMs) => void (await tell('PUT', '/clock', { advanceMs })),
    async setFaults(faults) {
      await tell('DELETE', '/faults')
      for (const fault of faults) await tell('POST', '/faults', fault)
    },
  }
}

async function seeded(database: Database, journal: string, port: number): Promise<Demonstration> {
  const opened = await open(storeOf(database), MORNING)
  if ('refused' in opened) throw new Error(JSON.stringify(opened.refused))
  const store = opened.value
  const rehearsal = await startRehearsal({ journal, clock: new RehearsalClock(), now: MORNING })
  const { auth } = createDesk({ ...configurationOf({ port, edgar: rehearsal.url, aheadMs: 0 }), store })
  const demonstration = await seedDemonstration(store, MORNING, { auth, rehearsal })
  await rehearsal.close()
  await store.close()
  return demonstration
}
