import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { parseMoment } from '@section16/core/ledger'
import { FINE } from '../batch.ts'
import { printable } from '../input/names.ts'
import { Output } from '../output.ts'
import { UsageError } from '../usageError.ts'

export interface RehearseVerbOptions {
  /** Any free one where absent. */
  port?: number
  /** Where the clock begins. */
  clock?: string
  /** File in which the rehearsal is kept. */
  journal?: string
  /** File of filers. */
  filers?: string
}

type EdgarRoom = Awaited<ReturnType<typeof edgarRoom>>
type Rehearsal = Awaited<ReturnType<EdgarRoom['startRehearsal']>>
type Filers = NonNullable<NonNullable<Parameters<EdgarRoom['startRehearsal']>[0]>['filers']>

/** `section16 edgar rehearse`: plays EDGAR on this machine until it is told to stop. */
export async function rehearse(options: RehearseVerbOptions): Promise<number> {
  const room = await edgarRoom()
  const now = options.clock === undefined ? undefined : momentOf(options.clock, room)
  const filers = options.filers === undefined ? [] : await readFilers(options.filers, room)
  const told = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  const rehearsal = await started(room, options, { ...(now !== undefined && { now }), filers })
  const output = new Output()
  for (const line of linesOf(rehearsal, room, options.journal)) await output.line(line)
  await output.end()
  await told
  await rehearsal.close()
  return FINE
}

/** EDGAR's side is a package of its own. Any other error of loading it is not ours to explain. */
async function edgarRoom() {
  try {
    return await import('@section16/edgar/rehearsal')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UsageError('the rehearsal needs the edgar room, which is not installed: npm install @section16/edgar')
  }
}

/** Milliseconds UTC of a moment: Eastern time, as EDGAR's clock, unless it says its offset. */
function momentOf(written: string, room: EdgarRoom): number {
  const moment = parseMoment(written)
  try {
    if (moment)
      return /(?:Z|[+-]\d\d:\d\d)$/.test(written)
        ? Date.parse(written.replace(' ', 'T'))
        : room.easternMoment(moment.date.toString(), moment.time)
  } catch {
    // The hour that is skipped in spring.
  }
  throw new UsageError(`--clock takes a moment, YYYY-MM-DDTHH:MM in Eastern time or with an offset, not ${written}`)
}

/** The filers of a file. Its words are not quoted: CCCs stand in it. */
async function readFilers(path: string, room: EdgarRoom): Promise<Filers> {
  const json = jsonOf(await textOf(path))
  if (!Array.isArray(json)) throw new UsageError(`the filers ${path}: this is no list in JSON`)
  const bad = json.findIndex((one) => !room.isFilerSetup(one))
  if (bad >= 0)
    throw new UsageError(
      `the filers ${path}: number ${bad + 1} is none: cik and name are needed, the others as in --help`,
    )
  return json
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`the filers ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function started(
  room: EdgarRoom,
  { port = 0, journal }: RehearseVerbOptions,
  begun: { now?: number; filers: Filers },
): Promise<Rehearsal> {
  try {
    return await room.startRehearsal({ port, ...(journal !== undefined && { journal }), ...begun })
  } catch (error) {
    if (error instanceof room.NotAJournalError) throw new UsageError(error.message)
    const { syscall, code } = error as NodeJS.ErrnoException
    if (syscall === undefined) throw error
    throw new UsageError(
      syscall === 'listen' ? `port ${port} cannot be had (${code})` : `the journal ${journal} cannot be kept (${code})`,
    )
  }
}

function linesOf({ url, edgar }: Rehearsal, room: EdgarRoom, journal: string | undefined): string[] {
  return [
    `Rehearsal EDGAR: ${url}`,
    'Nothing that is sent to it goes to the SEC.',
    `Its clock shows ${room.eastern(edgar.now()).written}.`,
    journal === undefined
      ? 'What it is told is gone when it stops.'
      : `What it is told is kept in ${printable(journal)}.`,
    'Tokens, each shown once:',
    ...(['filer', 'user'] as const).flatMap((kind) => tokenLines(edgar, kind, url)),
    'Ctrl-C stops it.',
  ]
}

/** How a token is issued to the first who may have one, and who else may. */
function tokenLines(edgar: Rehearsal['edgar'], kind: 'filer' | 'user', url: string): string[] {
  const [holder = kind === 'filer' ? 'CIK' : 'LOGIN', ...others] = edgar.mayHold(kind)
  const body = printable(JSON.stringify({ kind, holder })).replaceAll("'", "'\\''")
  const too = others.length === 0 ? [] : [`    likewise ${printable(others.join(', '))}`]
  return [`  curl -d '${body}' ${url}/rehearsal/tokens`, ...too]
}
