import { once } from 'node:events'
import { join } from 'node:path'
import { messageOf } from '@section16/core/facts'
import { FINE } from '../batch.ts'
import { Asking } from '../desk/asking.ts'
import { deskRoom } from '../desk/deskRoom.ts'
import {
  confirmEdgar,
  type DeskVerbOptions,
  rehearsing,
  settingsOf,
  unlessDemonstration,
} from '../desk/deskSettings.ts'
import { keysOf } from '../desk/keys.ts'
import { printable } from '../input/names.ts'
import { Output } from '../output.ts'
import { UsageError } from '../usageError.ts'

type Room = Awaited<ReturnType<typeof deskRoom>>
type Store = Awaited<ReturnType<typeof openStore>>
type Served = Awaited<ReturnType<Room['server']['startDesk']>>
type Rehearsal = Awaited<ReturnType<Room['rehearsal']['startRehearsal']>>

/**
 * `section16 desk`: serves a desk until it is told to stop. It files with a rehearsal EDGAR beside it, unless `desk.json`
 * says otherwise and the words are typed.
 */
export async function desk(options: DeskVerbOptions): Promise<number> {
  const room = await deskRoom()
  const keys = keysOf(join(options.data, 'keys.json'))
  const settings = settingsOf(room, options, keys)
  await confirmEdgar(room, settings, options)
  const password = options.account === undefined ? undefined : await firstPassword(options.account)
  const store = await openStore(room, options, keys.secretKeys)
  const told = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  let rehearsal: Rehearsal | undefined
  try {
    await unlessDemonstration(room, settings, store)
    if (!settings.edgar)
      rehearsal = await room.rehearsal.startRehearsal({ journal: join(options.data, 'rehearsal.ndjson') })
    const { edgar = rehearsing(room, rehearsal?.url ?? ''), origin, hostname, channels } = settings
    const config = {
      store,
      edgar,
      origin,
      sessionSecret: keys.sessionSecret,
      ...channels,
      ...(options.demonstration && rehearsal && { clock: openClock(rehearsal) }),
    }
    const served = await servedDesk(room, config, { port: options.port, ...(hostname !== undefined && { hostname }) })
    try {
      const made = await seed(room, { store, served, rehearsal, password }, options)
      await say([...linesOf(options, settings, edgar), ...made, ...clockTold(room, rehearsal), 'Ctrl-C stops it.'])
      await told
    } finally {
      await served.close()
    }
  } finally {
    await rehearsal?.close()
    await store.close()
  }
  return FINE
}

function clockTold({ rehearsal: { eastern } }: Room, rehearsal: Rehearsal | undefined): string[] {
  if (!rehearsal) return []
  const { edgar } = rehearsal
  const ahead = edgar.now() - Date.now() > HALF_DAY_MS / 2
  return ahead ? [`EDGAR is closed now; this one's clock shows ${eastern(edgar.now()).written}.`] : []
}

const HALF_DAY_MS = 12 * 3_600_000

/**
 * The clock of a demonstration, in which EDGAR is open whenever somebody looks: at night, at weekends and on holidays it
 * is put ahead by half days. The rehearsal keeps it in its journal, so that it never goes back.
 */
function openClock({ edgar }: Rehearsal): () => number {
  while (edgar.condition() === 'OUTSIDE_OPERATING_HOURS') edgar.setClock({ advanceMs: HALF_DAY_MS })
  return () => edgar.now()
}

async function say(lines: readonly string[]): Promise<void> {
  const output = new Output()
  for (const line of lines) await output.line(line)
  await output.end()
}

async function firstPassword(email: string): Promise<string> {
  const asking = new Asking()
  try {
    return await asking.askHidden(`First password of ${printable(email)}:`)
  } finally {
    asking.end()
  }
}

async function openStore(
  { store }: Room,
  { data, postgres, upgradeAfterBackup = false }: DeskVerbOptions,
  secretKeys: ReturnType<typeof keysOf>['secretKeys'],
) {
  const place =
    postgres === undefined
      ? { kind: 'sqlite' as const, path: join(data, 'desk.sqlite') }
      : { kind: 'postgresql' as const, url: postgres, upgradeAfterBackup }
  const opened = await store.open({ ...place, secretKeys }, Date.now())
  if ('value' in opened) return opened.value
  const { code } = opened.refused
  throw new UsageError(`${code} ${messageOf(opened.refused, store.storeDiagnostics)}`)
}

type StartDesk = Parameters<Room['server']['startDesk']>

async function servedDesk({ server }: Room, config: StartDesk[0], options: StartDesk[1]): Promise<Served> {
  try {
    return await server.startDesk(config, { ...options, pages: server.PAGES })
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException
    if (syscall !== 'listen') throw error
    throw new UsageError(`port ${options?.port} cannot be had (${code})`)
  }
}

interface Begun {
  store: Store
  served: Served
  /** Absent where the desk files with the SEC: then nothing is invented either. */
  rehearsal: Rehearsal | undefined
  password: string | undefined
}

/** Makes what was asked for; lines that say so. */
async function seed(
  { server }: Room,
  { store, served, rehearsal, password }: Begun,
  { account, demonstration = false }: DeskVerbOptions,
): Promise<string[]> {
  const lines: string[] = []
  if (account !== undefined && password !== undefined) {
    try {
      const passwordHash = await server.hashedPassword(served.auth, password)
      await server.makeAccount(served.auth, { email: account, name: account, passwordHash })
    } catch (error) {
      throw new UsageError(`no account for ${account}: ${(error as Error).message}`)
    }
    lines.push(`Account: ${printable(account)}`)
  }
  if (!demonstration || !rehearsal) return lines
  const organizations = await store.kysely.selectFrom('organization').select('slug').execute()
  if (organizations.length === 0)
    await server.seedDemonstration(store, rehearsal.edgar.now(), { auth: served.auth, rehearsal })
  else if (organizations.every(({ slug }) => slug !== 'demonstration'))
    return [...lines, 'It has an organisation already: no demonstration was added.']
  lines.push(`Demonstration, invented; all sign in with the password “${server.DEMONSTRATION_PASSWORD}”:`)
  for (const { role, email } of server.demonstrationPeople()) lines.push(`  ${role}  ${email}`)
  return lines
}

function linesOf(
  { data }: DeskVerbOptions,
  { origin, channels: { mail, webhook } }: ReturnType<typeof settingsOf>,
  { destination, baseUrl, allowTest, allowLive }: StartDesk[0]['edgar'],
): string[] {
  const allowed = (isAllowed: boolean | undefined) => (isAllowed ? 'allowed' : 'not allowed')
  const ways = [...(mail ? ['e-mail'] : []), ...(webhook ? ['webhook'] : [])]
  return [
    `Desk: ${origin}`,
    destination === 'rehearsal'
      ? `It files with the rehearsal EDGAR ${baseUrl}: nothing goes to the SEC.`
      : `IT FILES WITH THE SEC: ${baseUrl}. Tests are ${allowed(allowTest)}, live filings ${allowed(allowLive)}.`,
    ...(ways.length > 0 ? [`Notices go out by ${ways.join(' and ')}.`] : []),
    `Kept in ${printable(data)}. Without its keys.json no secret in the database opens: keep a copy elsewhere.`,
  ]
}
