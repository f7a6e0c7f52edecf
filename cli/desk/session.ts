import { homedir } from 'node:os'
import { join } from 'node:path'
import { UsageError } from '../usageError.ts'
import { readPrivate, writePrivate } from './privateFile.ts'

/** Somebody signed in at a desk. */
export interface Session {
  /** The desk's address: `http://127.0.0.1:1616`. */
  desk: string
  email: string
  /** What proves it: a secret. */
  cookie: string
}

/** The one signed in last stands first. */
interface SessionFile {
  sessions: Session[]
}

/** The session at a desk; at the one signed in last where none is named. */
export function sessionAt(desk: string | undefined): Session {
  const { sessions } = readSessions()
  const found = desk === undefined ? sessions[0] : sessions.find((one) => one.desk === deskAddress(desk))
  if (found) return found
  throw new UsageError(`nobody is signed in${desk === undefined ? '' : ` at ${desk}`}: ${signInAt(desk ?? 'URL')}`)
}

/** The command that signs in. */
export function signInAt(desk: string): string {
  return `section16 desk sign-in ${desk}`
}

/** Keeps a session in place of the one before at this desk. */
export function keepSession(session: Session): void {
  writeSessions([session, ...without(session.desk)])
}

export function forgetSession(desk: string): void {
  writeSessions(without(desk))
}

/**
 * The origin of a desk's address. Refused where a password would travel in the clear: http is for this machine alone.
 */
export function deskAddress(written: string): string {
  if (!URL.canParse(written)) throw new UsageError(`${written} is no address of a desk`)
  const { protocol, hostname, origin } = new URL(written)
  if (protocol === 'https:' || (protocol === 'http:' && HERE.has(hostname))) return origin
  throw new UsageError(`${written}: a desk elsewhere than on this machine is reached by https`)
}

const HERE = new Set(['127.0.0.1', 'localhost', '[::1]'])

function without(desk: string): Session[] {
  return readSessions().sessions.filter((one) => one.desk !== desk)
}

function readSessions(): SessionFile {
  const text = readPrivate(sessionFile())
  if (text === undefined) return { sessions: [] }
  try {
    const read = JSON.parse(text) as SessionFile
    if (Array.isArray(read.sessions)) return read
  } catch {
    // As below: its words are secrets and not shown.
  }
  throw new UsageError(`${sessionFile()} does not hold sessions: remove it and sign in again`)
}

function writeSessions(sessions: Session[]): void {
  writePrivate(sessionFile(), `${JSON.stringify({ sessions }, undefined, 2)}\n`)
}

/** In the user's folder for configurations: `$XDG_CONFIG_HOME`, `%APPDATA%` on Windows, else `~/.config`. */
function sessionFile(): string {
  const { XDG_CONFIG_HOME, APPDATA } = process.env
  const folder = XDG_CONFIG_HOME || (process.platform === 'win32' && APPDATA) || join(homedir(), '.config')
  return join(folder, 'section16', 'sessions.json')
}
