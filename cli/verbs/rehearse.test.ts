import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { COMMAND, run } from '../invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-rehearse-'))
const at = (name: string) => join(folder, name)
const file = (name: string, content: unknown) => {
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content))
  return at(name)
}

const CCC = 'cnry#c3c'
const FILERS = file('filers.json', [
  { cik: '9700002', name: 'Vale Tamsin', ccc: CCC, delegatesTo: ['9700003'] },
  {
    cik: '9700003',
    name: 'Hollow & Reed LLP',
    individuals: [
      { login: "o'ada", roles: ['accountAdministrator', 'technicalAdministrator'] },
      { login: 'ben', roles: ['technicalAdministrator', 'user'] },
    ],
  },
])

let running: ChildProcess | undefined
afterEach(() => running?.kill('SIGKILL'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A rehearsal that has said all that it says. */
async function rehearsing(...options: string[]) {
  const child = spawn(process.execPath, [COMMAND, 'edgar', 'rehearse', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running = child
  let said = ''
  for await (const text of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(text)
    if (said.includes('Ctrl-C')) break
  }
  const url = /^Rehearsal EDGAR: (http:\/\/127\.0\.0\.1:\d+)$/m.exec(said)?.[1] ?? ''
  const ask = async (path: string, body?: string) => {
    const answer = await fetch(url + path, body === undefined ? {} : { method: 'POST', body })
    return (await answer.json()) as Record<string, unknown>
  }
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const [status] = (await once(child, 'exit')) as [number | null]
    return status
  }
  return { said, url, ask, end }
}

/** What the shell makes of the argument that curl is given. */
const bodies = (said: string) =>
  [...said.matchAll(/curl -d '(.*)' http/g)].map(([, body = '']) => body.replaceAll("'\\''", "'"))

describe('edgar rehearse', () => {
  test('says where it is, that nothing leaves, and how tokens are issued: as said, they are', async () => {
    const { said, ask, end } = await rehearsing('--filers', FILERS, '--clock', '2026-12-01T10:00')
    expect(said).toContain('Nothing that is sent to it goes to the SEC.')
    expect(said).toContain('Its clock shows 2026-12-01T10:00:0')
    expect(said).not.toContain(CCC)
    expect(said).toContain('    likewise ben\n')
    const [filer = '', user = ''] = bodies(said)
    expect(await ask('/rehearsal/tokens', filer)).toMatchObject({ token: expect.stringMatching(/^rehearsal-filer-/) })
    expect(await ask('/rehearsal/tokens', user)).toMatchObject({ token: expect.stringMatching(/^rehearsal-user-/) })
    expect(JSON.parse(user)).toEqual({ kind: 'user', holder: "o'ada" })
    expect(await ask('/rehearsal')).toMatchObject({ isRunning: true, condition: expect.anything() })
    expect(await end('SIGINT')).toBe(0)
  })

  test('its journal outlives it, the clock and what was entered meanwhile included', async () => {
    const journal = at('journal.ndjson')
    const first = await rehearsing('--journal', journal, '--clock', '2030-01-02T12:00:00Z')
    expect(first.said).toContain('Its clock shows 2030-01-02T07:00:0')
    expect(first.said).toContain(`kept in ${journal}`)
    expect(first.said).toContain('"holder":"CIK"')
    await first.ask(
      '/rehearsal/filers',
      JSON.stringify({ cik: '9700009', name: 'Later', individuals: [{ login: 'cy', roles: ['user'] }] }),
    )
    expect(await first.end('SIGTERM')).toBe(0)
    const again = await rehearsing('--journal', journal)
    expect(again.said).toContain('Its clock shows 2030-01-02T07:00:')
    expect(again.said).toContain('{"kind":"user","holder":"cy"}')
    expect(await again.end('SIGTERM')).toBe(0)
    await expect(fetch(again.url)).rejects.toThrow()
  })

  test('a port that is taken is said', async () => {
    const { url, end } = await rehearsing()
    const port = new URL(url).port
    expect(run(['edgar', 'rehearse', '--port', port])).toEqual({
      status: 2,
      stdout: '',
      stderr: `section16: port ${port} cannot be had (EADDRINUSE)\n`,
    })
    await end('SIGTERM')
  })

  test('another file is no journal, and stays as it is', () => {
    const before = readFileSync(FILERS, 'utf8')
    const { status, stderr } = run(['edgar', 'rehearse', '--journal', FILERS])
    expect([status, stderr]).toEqual([2, `section16: ${FILERS} is no journal of a rehearsal\n`])
    expect(readFileSync(FILERS, 'utf8')).toBe(before)
  })

  test.each([
    ['a folder as journal', ['--journal', folder], /the journal .* cannot be kept \(EISDIR\)/],
    ['no filers there', ['--filers', at('none.json')], /none\.json cannot be read \(ENOENT\)/],
    ['filers that are no JSON', ['--filers', file('a.json', `[${CCC}`)], /a\.json: this is no list in JSON/],
    ['filers that are no list', ['--filers', file('b.json', { cik: '1' })], /b\.json: this is no list in JSON/],
    [
      'a filer that is none',
      [
        '--filers',
        file('c.json', [
          { cik: '1', name: 'A' },
          { cik: 'x', name: 'B', ccc: CCC },
        ]),
      ],
      /c\.json: number 2 is none/,
    ],
    ['a day as moment', ['--clock', '2026-12-01'], /--clock takes a moment.*not 2026-12-01/],
    ['a day that is none', ['--clock', '2026-02-30T10:00Z'], /--clock takes a moment/],
    ['an hour that is skipped', ['--clock', '2026-03-08T02:30'], /--clock takes a moment/],
    ['no port', ['--port', '65536'], /It takes a port/],
  ])('usage: %s gives 2 and a line', (_, options, message) => {
    const { status, stdout, stderr } = run(['edgar', 'rehearse', ...options])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain(CCC)
  })

  test('help shows filers that can be entered as they stand', async () => {
    const { stdout } = run(['edgar', 'rehearse', '--help'])
    expect(stdout).toMatch(/Example:\n {2}section16 edgar rehearse/)
    const shown = file('shown.json', /^ {2}(\[\{[\s\S]*\}\])$/m.exec(stdout)?.[1] ?? '')
    const { said, end } = await rehearsing('--filers', shown)
    expect(bodies(said)).toEqual(['{"kind":"filer","holder":"0009700003"}', '{"kind":"user","holder":"ada"}'])
    await end('SIGTERM')
  })
})
