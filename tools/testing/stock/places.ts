/** Where the stock of a load test is kept, and a copy of it to work on: a folder, or a database of an own PostgreSQL. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { keysOf } from '../../../cli/desk/keys.ts'
import { type DatabaseKind, open, type Store, type StoreConfig } from '../../../desk/store/index.ts'
import { makePostgresql, type PostgresqlServer, postgresqlUrl } from '../../../desk/store/testing/postgresqlServer.mts'
import { fillStock, STOCK_NOW, type StockOrganization } from './fillStock.ts'
import { stockPlan } from './plan.ts'

export interface Place {
  config: StoreConfig
  /** As `section16 desk --postgres` takes it. */
  url: string | undefined
  sessionSecret: string
  organizations: StockOrganization[]
  /** Folders for so many servers, each with the keys. */
  folders: string[]
  /** Throws the copy away, the stock stays. */
  remove: () => Promise<void>
}

export interface PlaceOptions {
  kind: DatabaseKind
  stateDir: string
  seed: number
  scale: number
  /** How many servers will work on it. */
  servers: number
  /** A stock made by another program is made anew: it names the files on which it depends. */
  fingerprint: string
  out: (line: string) => void
}

/** A fresh copy of the stock, which is made where there is none of this seed and size. */
export async function makePlace(options: PlaceOptions): Promise<Place> {
  const { kind, stateDir, servers } = options
  const work = join(stateDir, 'work')
  rmSync(work, { recursive: true, force: true })
  const folders = Array.from({ length: servers }, (_, n) => join(work, String(n)))
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  const keys = join(stateDir, 'keys.json')
  const { sessionSecret, secretKeys } = keysOf(keys)
  for (const folder of folders) copyFileSync(keys, join(folder, 'keys.json'))
  const made = await (kind === 'sqlite' ? onSqlite : onPostgresql)(options, secretKeys, folders[0]!)
  return {
    ...made,
    sessionSecret,
    folders,
    async remove() {
      await made.remove()
      rmSync(work, { recursive: true, force: true })
    },
  }
}

type Made = Omit<Place, 'sessionSecret' | 'folders'>
type Keys = StoreConfig['secretKeys']

const nameOf = ({ kind, seed, scale, fingerprint }: PlaceOptions) =>
  `${kind}-${seed}-${scale}-${fingerprint.slice(0, 12)}`

async function onSqlite(options: PlaceOptions, secretKeys: Keys, folder: string): Promise<Made> {
  const stock = join(options.stateDir, `${nameOf(options)}.sqlite`)
  const organizations = await stockIn(options, stock, async () => {
    const path = `${stock}.new`
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
    const store = await opened({ kind: 'sqlite', path, secretKeys })
    return { store, done: async () => renameSync(path, stock) }
  })
  const path = join(folder, 'desk.sqlite')
  copyFileSync(stock, path)
  return { config: { kind: 'sqlite', path, secretKeys }, url: undefined, organizations, remove: async () => undefined }
}

async function onPostgresql(options: PlaceOptions, secretKeys: Keys): Promise<Made> {
  const folder = join(options.stateDir, 'postgresql')
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const server = makePostgresql(folder, { sharedBuffers: '512MB' })
  await server.start()
  try {
    return await inServer(options, secretKeys, server, (database) => postgresqlUrl(folder, database))
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function inServer(
  options: PlaceOptions,
  secretKeys: Keys,
  server: PostgresqlServer,
  urlOf: (database: string) => string,
): Promise<Made> {
  const tell = async (statement: string) => {
    const client = new pg.Client({ connectionString: urlOf('postgres') })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  const stock = nameOf(options).replaceAll(/[-.]/g, '_')
  const mark = join(options.stateDir, stock)
  const organizations = await stockIn(options, mark, async () => {
    await tell(`drop database if exists ${stock}`)
    await tell(`create database ${stock} template template0`)
    const store = await opened({ kind: 'postgresql', url: urlOf(stock), secretKeys })
    return { store, done: async () => writeFileSync(mark, '') }
  })
  await tell('drop database if exists work')
  await tell(`create database work template ${stock} strategy file_copy`)
  const url = urlOf('work')
  return {
    config: { kind: 'postgresql', url, secretKeys },
    url,
    organizations,
    async remove() {
      await tell('drop database work with (force)')
      await server.stop()
    },
  }
}

/** What the stock's users know; the stock is made, and `done` called, where `mark` is not there. */
async function stockIn(
  { seed, scale, out }: PlaceOptions,
  mark: string,
  begin: () => Promise<{ store: Store; done: () => Promise<void> }>,
): Promise<StockOrganization[]> {
  const known = `${mark}.json`
  if (existsSync(mark) && existsSync(known)) return JSON.parse(readFileSync(known, 'utf8')) as StockOrganization[]
  out(`making the stock (once): seed ${seed}, scale ${scale}`)
  const { store, done } = await begin()
  const organizations = await fillStock(store, stockPlan(scale), seed, out)
  await store.close()
  writeFileSync(known, JSON.stringify(organizations))
  await done()
  return organizations
}

/** Opens a store that has to open. */
export async function opened(config: StoreConfig): Promise<Store> {
  const answer = await open(config, STOCK_NOW)
  if ('refused' in answer) throw new Error(JSON.stringify(answer.refused))
  return answer.value
}
