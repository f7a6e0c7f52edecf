import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../usageError.ts'
import { Asking } from './asking.ts'
import type { deskRoom } from './deskRoom.ts'
import type { DeskKeys } from './keys.ts'

export interface DeskVerbOptions {
  /** The desk's folder. */
  data: string
  port: number
  /** Where its database is not a file in the folder. */
  postgres?: string
  upgradeAfterBackup?: boolean
  /** Fill an empty desk with an invented organisation. */
  demonstration?: boolean
  /** Make an account for this e-mail address first. */
  account?: string
  /** The words without which no desk files with the SEC; asked for where absent. */
  typed?: string
}

type Room = Awaited<ReturnType<typeof deskRoom>>
type Settings = ReturnType<Room['server']['readDeskFile']>
type Store = Parameters<Room['server']['startDesk']>[0]['store']

/** What `desk.json` in the desk's folder says, with where the desk is reached. A demonstration tells nobody anything. */
export function settingsOf(
  { server }: Room,
  { data, port, demonstration = false }: DeskVerbOptions,
  { sessionSecret }: DeskKeys,
): Settings & { origin: string } {
  const path = join(data, 'desk.json')
  try {
    const settings = server.readDeskFile(textOf(path), process.env)
    const origin = settings.origin ?? `http://127.0.0.1:${port}`
    const edgar = settings.edgar ?? rehearsing({ server }, 'http://127.0.0.1')
    server.checkConfiguration({ edgar, origin, sessionSecret, ...settings.channels })
    if (demonstration && settings.edgar) throw new TypeError('a demonstration files with a rehearsal only')
    const { trustedProxies = [] } = settings.channels
    return { ...settings, origin, channels: demonstration ? { trustedProxies } : settings.channels }
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${path}: ${error.message}`)
    throw error
  }
}

/** A rehearsal EDGAR at an address of this machine. */
export function rehearsing({ server }: Pick<Room, 'server'>, baseUrl: string) {
  return { destination: 'rehearsal', baseUrl, userAgent: server.PROGRAM } as const
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Beside the file, the second thing without which no desk files with the SEC: words that nobody types by habit. */
export async function confirmEdgar(
  { server }: Room,
  { edgar }: Settings,
  { typed }: Pick<DeskVerbOptions, 'typed'>,
): Promise<void> {
  if (!edgar || edgar.destination === 'rehearsal') return
  const wanted = server.wordsToStart(edgar.destination)
  const said = typed ?? (await asked(`Type “${wanted}”:`))
  if (said.trim() !== wanted) throw new UsageError(`the desk was not started: the words are “${wanted}”`)
}

async function asked(question: string): Promise<string> {
  const asking = new Asking()
  try {
    return await asking.ask(question)
  } finally {
    asking.end()
  }
}

/** Invented people and companies are kept apart from a desk that files with the SEC. */
export async function unlessDemonstration({ server }: Room, { edgar }: Settings, store: Store): Promise<void> {
  if (!edgar) return
  const organizations = await store.kysely.selectFrom('organization').select('metadata').execute()
  if (organizations.some(({ metadata }) => server.isMarked(metadata)))
    throw new UsageError('this folder holds a demonstration, which never goes to the SEC: take another folder')
}
