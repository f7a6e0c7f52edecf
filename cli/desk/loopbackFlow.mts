/**
 * From the demonstration's draft to its acceptance, where there is no network but this machine's own address:
 * `loopbackFlow.mts FOLDER`, started in a network namespace of its own. What the desk and the rehearsal EDGAR in it tried
 * to reach, and what they synced, is in the file `trace` of the folder; standard output says what came of it, as JSON.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { COMMAND } from '../invented.mts'

const [, , folder = ''] = process.argv
const PORT = '1616'
const url = `http://127.0.0.1:${PORT}`
const again = { password: 'a demonstration only' }
const pdf = { mediaType: 'application/pdf', base64: Buffer.from('%PDF-1.7 signed by hand').toString('base64') }
const LOOK_MS = 200

/** An address for documentation (RFC 5737): here nothing else than this machine can be reached. */
const reached = await fetch('http://192.0.2.1/').then(
  () => 'reached',
  (error: { cause?: { code?: string } }) => error.cause?.code,
)

const command = [process.execPath, COMMAND, 'desk', '--data', join(folder, 'data'), '--demonstration', '--port', PORT]
const calls = 'trace=connect,sendto,sendmsg,sendmmsg,rename,fsync,fdatasync'
const watched = ['-f', '--seccomp-bpf', '-y', '-s', '64', '-e', calls, '-o', join(folder, 'trace')]
const desk = spawn('strace', [...watched, ...command], { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
let said = ''
for await (const text of desk.stdout.iterator({ destroyOnReturn: false })) {
  said += String(text)
  if (said.includes('Ctrl-C')) break
}
const rehearsal = /rehearsal EDGAR (\S+): nothing goes to the SEC/.exec(said)?.[1] ?? ''

/** Reads every answer to its end: an answer that nobody reads ends this Node when its connection does. */
async function ask(cookie: string, path: string, body?: object) {
  const headers = { connection: 'close', origin: url, cookie, 'content-type': 'application/json' }
  const answer = await fetch(url + path, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
  return { text, cookie: answer.headers.getSetCookie().map((one) => one.split(';')[0]) }
}

const json = async (...asked: Parameters<typeof ask>) => JSON.parse((await ask(...asked)).text)

async function put(path: string, body: object): Promise<void> {
  const asked = { method: 'PUT', headers: { connection: 'close' }, body: JSON.stringify(body) }
  await (await fetch(`${rehearsal}/rehearsal/${path}`, asked)).text()
}

async function signIn(who: string): Promise<string> {
  const body = { email: `${who}@demonstration.example`, ...again }
  return (await ask('', '/api/auth/sign-in/email', body)).cookie.join('; ')
}

async function file(cookie: string, base: string, draft: Draft, mode: 'TEST' | 'LIVE') {
  const wanted = { ofHash: draft.hash, mode, typed: draft.toType[mode] }
  const { id } = await json(cookie, `${base}/drafts/${draft.id}/submissions`, wanted)
  for (;;) {
    const { state, filingId } = await json(cookie, `${base}/submissions/${id}`)
    if (!['prepared', 'sending', 'received'].includes(state)) return { state, filingId }
    await wait(LOOK_MS)
  }
}

interface Draft {
  id: string
  hash: string
  owners: { insiderId: string }[]
  toType: { TEST: string; LIVE: string }
}

/** All that people do, and what came of it. */
async function walk() {
  await put('clock', { now: '2026-06-03T12:00-04:00' })
  await put('timing', { hiddenMs: 0, judgedMs: 0, publicMs: 0 })
  const page = (await ask('', '/')).text
  for (const [, asset = ''] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g)) await ask('', asset)

  const [director, preparer, counsel] = [await signIn('director'), await signIn('preparer'), await signIn('counsel')]
  const { organizations } = await json(preparer, '/api/me')
  const base = `/api/organizations/${organizations[0].id}`
  const { items } = await json(preparer, `${base}/work`)
  const draft: Draft = await json(preparer, `${base}/drafts/${items[0].draftId}`)
  await ask(director, `${base}/attestations`, { signedOn: '2026-06-01', document: pdf, again })
  const insiderId = draft.owners[0]?.insiderId
  const wish = { manner: 'electronic', insiderId, ofHash: draft.hash, capacity: { kind: 'self' }, again }
  await ask(director, `${base}/drafts/${draft.id}/signatures`, wish)
  const test = await file(preparer, base, draft, 'TEST')
  const live = await file(preparer, base, draft, 'LIVE')
  for (const what of [`filings/${live.filingId}/page.html`, `filings/${live.filingId}/page.pdf`, 'calendar.ics'])
    await ask(preparer, `${base}/${what}`)
  const { intact } = await json(counsel, `${base}/audit/verification`)
  return { reached, test: test.state, live: live.state, intact }
}

try {
  process.stdout.write(JSON.stringify(await walk()))
} finally {
  process.kill(-(desk.pid ?? 0), 'SIGTERM')
  await once(desk, 'close')
}
