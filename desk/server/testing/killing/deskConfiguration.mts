import type { StoreConfig } from '../../../store/index.ts'

/** Where a desk's records are. */
export type Database = { kind: 'sqlite'; path: string } | { kind: 'postgresql'; url: string }

/** Of `deskProgram.mts`, as JSON. */
export interface DeskConfig {
  database: Database
  port: number
  /** The rehearsal's address. */
  edgar: string
  /** How far its clock is ahead of the machine's. */
  aheadMs: number
  /** For a test of the tests: commits are told before they are on the disk. SQLite only. */
  careless?: boolean
}

/** EDGAR's answer is waited for so long. */
const TIMEOUT_MS = 1000

export const storeOf = (database: Database): StoreConfig => ({
  ...database,
  secretKeys: [{ id: 'k1', key: new Uint8Array(32).fill(7) }],
})

/** All of a desk's configuration but its store. */
export function configurationOf({ port, edgar, aheadMs }: Omit<DeskConfig, 'database'>) {
  return {
    origin: `http://127.0.0.1:${port}`,
    clock: () => Date.now() + aheadMs,
    sessionSecret: 'an invented secret of more than thirty-two characters',
    edgar: {
      destination: 'rehearsal' as const,
      baseUrl: edgar,
      userAgent: 'section16/0.1.0 test@example.com',
      timeoutMs: TIMEOUT_MS,
    },
  }
}
