import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const FLOW = fileURLToPath(new URL('loopbackFlow.mts', import.meta.url))

/** Why it cannot be shown here; `undefined` where it can. */
function whyNot(): string | undefined {
  const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
  if (!works('unshare', '-n', 'ip', 'link', 'set', 'lo', 'up'))
    return 'needs a network namespace of its own: Linux, root, unshare and ip'
  return works('strace', '-o', '/dev/null', 'true') ? undefined : 'needs strace, installed and allowed to trace'
}

/** Addresses of the Internet's families in calls that connect or send. */
function addressesIn(trace: string): string[] {
  const found = trace.matchAll(/inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/g)
  return [...found].map(([, four, six]) => four ?? six ?? '')
}

test('from draft to acceptance without a network, and nothing but this machine was tried', async (context) => {
  const why = whyNot()
  if (why !== undefined) return context.skip(why)
  const folder = mkdtempSync(join(tmpdir(), 'section16-loopback-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const inside = ['-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', process.execPath, FLOW, folder]
  const { stdout, stderr } = spawnSync('unshare', inside, { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({ reached: 'ENETUNREACH', test: 'accepted', live: 'accepted', intact: true })
  const trace = readFileSync(join(folder, 'trace'), 'utf8')
  expect(new Set(addressesIn(trace))).toEqual(new Set(['127.0.0.1']))
  // The keys were on the disk, names of file and folder too, before the desk was there to seal anything with them.
  const kept = trace.indexOf(`${folder}/data/keys.json")`)
  const [inData, inFolder] = [`<${folder}/data>`, `<${folder}>`].map((one) => trace.indexOf(one, kept))
  const database = trace.indexOf(`${folder}/data/desk.sqlite`)
  expect(kept).toBeGreaterThan(0)
  expect([kept < inData!, inData! < inFolder!, inFolder! < database]).toEqual([true, true, true])
  // A name is asked for at a port 53, or of a daemon on this machine.
  expect(trace).not.toMatch(/htons\(53\)|nscd|resolve1/)
}, 900_000)
