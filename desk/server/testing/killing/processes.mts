/** Programs of the tests as processes of their own, to be killed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

export interface Running {
  pid: number
  /** The first line of what it said: its address. */
  url: string
  /** What it wrote to standard error so far. */
  complaints: () => string
  /** SIGKILL to its whole group; returns when it is gone. */
  kill: () => Promise<void>
}

const argsOf = (name: string, config: unknown) => [
  fileURLToPath(new URL(name, import.meta.url)),
  JSON.stringify(config),
]

/**
 * Starts a program of this folder with its configuration, and waits until it says where it listens. It ends with the
 * process that started it. Rejects with its complaints where it ends first.
 */
export async function startProgram(name: string, config: unknown): Promise<Running> {
  const child = spawn(process.execPath, argsOf(name, config), { stdio: ['pipe', 'pipe', 'pipe'], detached: true })
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  const ended = once(child, 'close')
  const kill = async () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) killGroup(child.pid)
    await ended
  }
  const first = await Promise.race([once(child.stdout, 'data'), ended.then(() => undefined)])
  if (!first || child.pid === undefined) throw new Error(`${name} ended: ${complaints}`)
  return { pid: child.pid, url: String(first[0]).trim(), complaints: () => complaints, kill }
}

/** Starts a program and kills it so many milliseconds later, ready or not. */
export async function startAndKill(name: string, config: unknown, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, argsOf(name, config), { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  const ended = once(child, 'close')
  setTimeout(() => child.pid !== undefined && killGroup(child.pid), milliseconds)
  await ended
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** For a program: ends it when whoever started it has ended. */
export function endWithStarter(): void {
  process.stdin.resume().once('end', () => process.exit())
}

/** A port that nobody has. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
