import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { COMMAND, type Ran, run } from '../invented.mts'

// Each command is a process, and a desk beside it is another.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const folder = mkdtempSync(join(tmpdir(), 'section16-desk-'))
const SESSIONS = join(folder, 'section16', 'sessions.json')
const PASSWORD = 'a demonstration only'
const file = (name: string, content: unknown) => {
  writeFileSync(join(folder, name), JSON.stringify(content))
  return join(folder, name)
}

/** A connection of its own: one that is kept dies while a command is waited for. */
const ALONE = { connection: 'close' }

let url = ''
let rehearsal = ''
let running: ChildProcess | undefined
let draftId = ''

beforeAll(async () => {
  process.env.XDG_CONFIG_HOME = folder
  url = `http://127.0.0.1:${await freePort()}`
  await serve('--demonstration')
  expect(signIn('preparer').status).toBe(0)
})

afterAll(() => {
  running?.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starts the desk; EDGAR's clock stands in its hours, and nothing takes time there. Gives what was said. */
async function serve(...options: string[]): Promise<string> {
  const { port } = new URL(url)
  const all = ['desk', '--data', join(folder, 'data'), '--port', port, ...options]
  const child = spawn(process.execPath, [COMMAND, ...all], { stdio: ['ignore', 'pipe', 'inherit'] })
  running = child
  let said = ''
  for await (const text of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(text)
    if (said.includes('Ctrl-C')) break
  }
  rehearsal = /rehearsal EDGAR (\S+): nothing goes to the SEC/.exec(said)?.[1] ?? ''
  const put = (path: string, body: object) => tellRehearsal('PUT', path, body)
  await put('clock', { now: '2026-06-03T12:00-04:00' })
  await put('timing', { hiddenMs: 0, judgedMs: 0, publicMs: 0 })
  return said
}

/** Reads the answer to its end: one that nobody reads ends this Node when its connection does. */
async function tellRehearsal(method: 'PUT' | 'POST', path: string, body: object): Promise<void> {
  const told = { method, headers: ALONE, body: JSON.stringify(body) }
  await (await fetch(`${rehearsal}/rehearsal/${path}`, told)).text()
}

async function stop(): Promise<number | null> {
  running?.kill('SIGTERM')
  const [status] = (await once(running!, 'exit')) as [number | null]
  return status
}

const signIn = (who: string, password = PASSWORD) =>
  run(['desk', 'sign-in', url, '--email', `${who}@demonstration.example`], { input: `${password}\n` })

const draftOf = (id = draftId) => JSON.parse(run(['draft', id, '--json']).stdout)

/** The director attests by hand and signs, which the command leaves to the pages. */
async function signed(id: string): Promise<void> {
  const before = readFileSync(SESSIONS, 'utf8')
  signIn('director')
  const [{ cookie }] = JSON.parse(readFileSync(SESSIONS, 'utf8')).sessions
  writeFileSync(SESSIONS, before)
  const ask = async (path: string, body?: object) => {
    const headers = { ...ALONE, cookie, 'content-type': 'application/json' }
    const sent = body && { method: 'POST', body: JSON.stringify(body) }
    const answer = await fetch(url + path, { headers, ...sent })
    return answer.json()
  }
  const { organizations } = await ask('/api/me')
  const base = `/api/organizations/${organizations[0].id}`
  const again = { password: PASSWORD }
  const document = { mediaType: 'application/pdf', base64: Buffer.from('%PDF-1.7 signed by hand').toString('base64') }
  await ask(`${base}/attestations`, { signedOn: '2026-06-01', document, again })
  const { hash, owners } = await ask(`${base}/drafts/${id}`)
  const wish = { manner: 'electronic', insiderId: owners[0].insiderId, ofHash: hash, capacity: { kind: 'self' }, again }
  expect(await ask(`${base}/drafts/${id}/signatures`, wish)).toMatchObject({ manner: 'electronic' })
}

/** Status and, of what was said, both parts. */
const said = ({ status, stdout, stderr }: Ran) => [status, stdout, stderr]

describe('signing in', () => {
  test('keeps a session that nobody else may read, and no password', () => {
    expect(statSync(SESSIONS).mode & 0o777).toBe(0o600)
    expect(readFileSync(SESSIONS, 'utf8')).not.toContain(PASSWORD)
    expect(statSync(join(folder, 'data', 'keys.json')).mode & 0o777).toBe(0o600)
    chmodSync(SESSIONS, 0o644)
    expect(run(['status'])).toMatchObject({ status: 2, stderr: expect.stringContaining('others may read') })
    chmodSync(SESSIONS, 0o600)
  })

  test('a wrong password is said, and keeps nothing', () => {
    const before = readFileSync(SESSIONS, 'utf8')
    const ran = signIn('counsel', 'not the password')
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('e-mail, password or code is not right') })
    expect(readFileSync(SESSIONS, 'utf8')).toBe(before)
  })

  test.each([
    ['no password', ['desk', 'sign-in', 'http://127.0.0.1:1'], 2, /no answer was given/],
    ['a desk elsewhere by http', ['desk', 'sign-in', 'http://desk.example'], 2, /reached by https/],
    ['no address', ['desk', 'sign-in', 'desk'], 2, /no address of a desk/],
    [
      'no session there',
      ['status', '--desk', 'http://127.0.0.1:1'],
      2,
      /section16 desk sign-in http:\/\/127\.0\.0\.1:1/,
    ],
    ['no folder', ['desk'], 2, /desk takes --data DIR/],
    ['no port', ['desk', '--data', join(folder, 'other'), '--port', '0'], 2, /has a port/],
    ['no draft', ['draft'], 2, /takes the id of a draft, or --event/],
    ['no mode', ['file', 'x'], 2, /--test or --live/],
    ['another organisation', ['status', '--organization', 'other'], 2, /one you are in: demonstration/],
  ])('%s is wrong usage', (_, args, status, message) => {
    expect(said(run(args))).toEqual([status, '', expect.stringMatching(message)])
  })

  test('no desk is status 3', () => {
    const ran = run(['desk', 'sign-in', 'http://127.0.0.1:1', '--email', 'a@b.example'], { input: 'x\n' })
    expect(said(ran)).toEqual([3, '', expect.stringMatching(/http:\/\/127\.0\.0\.1:1 does not answer/)])
  })
})

describe('a draft', () => {
  test('is found by what is due', () => {
    const { status, stdout } = run(['status'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Form 4, Alder Rowan, Saltmarsh Instruments Inc\.\n {2}due .* 22:00 E.T, here /)
    expect(stdout).toContain('waits for signature of Alder Rowan')
    draftId = /^ {2}draft (\S+)$/m.exec(stdout)?.[1] ?? ''
    expect(run(['draft', draftId]).stdout).toMatch(/^Form 4, version 1, Alder Rowan\n {2}due [\s\S]*waits: D340: /)
  })

  test('is saved on what was read, and not on what somebody changed meanwhile', () => {
    const read = draftOf()
    read.filing.document.remarks = { value: 'Said from a shell.' }
    const changed = file('changed.json', read)
    expect(run(['draft', draftId, '--save', changed])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('version 2'),
    })
    read.filing.document.remarks = { value: 'Too late.' }
    const late = run(['draft', draftId, '--save', file('late.json', read)])
    expect(said(late)).toEqual([1, '', expect.stringMatching(/D403/)])
    expect(draftOf().filing.document.remarks.value).toBe('Said from a shell.')
  })

  test('is put into a file, over nothing that is there; its XML only once it is signed', () => {
    const page = join(folder, 'form.html')
    expect(run(['draft', draftId, '-o', page])).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(page, 'utf8')).toContain('Said from a shell.')
    expect(run(['draft', draftId, '-o', page])).toMatchObject({ status: 2, stderr: expect.stringContaining('--force') })
    expect(run(['draft', draftId, '-o', join(folder, 'form.txt')]).status).toBe(2)
    const xml = join(folder, 'form.xml')
    expect(said(run(['draft', draftId, '-o', xml]))).toEqual([1, '', expect.stringMatching(/D521/)])
    expect(existsSync(xml)).toBe(false)
  })

  test('one that is not there is not found, status 1', () => {
    expect(said(run(['draft', 'nothing']))).toEqual([1, '', expect.stringMatching(/D404/)])
    expect(said(run(['status', 'nothing']))).toEqual([1, '', expect.stringMatching(/D404/)])
  })
})

describe('filing', () => {
  test('what is not signed is not sent', () => {
    const { status, stderr } = run(['file', draftId, '--live', '--typed', 'file form 4'])
    expect([status, stderr]).toEqual([1, expect.stringMatching(/D533: [\s\S]*D340: /)])
    expect(draftOf().submissions).toEqual([])
  })

  test('what is signed goes once the words are typed: a test, then for real', async () => {
    await signed(draftId)
    expect(run(['draft', draftId]).stdout).toContain(`ready: section16 file ${draftId} --test, then --live`)
    const xml = join(folder, 'signed.xml')
    expect(run(['draft', draftId, '-o', xml]).status).toBe(0)
    expect(readFileSync(xml, 'utf8')).toContain('<remarks>Said from a shell.</remarks>')
    const wrong = run(['file', draftId, '--test'], { input: 'yes\n' })
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringMatching(/Type “test form 4”[\s\S]*D530/)])
    const trial = run(['file', draftId, '--test'], { input: 'test form 4\n' })
    expect(said(trial).slice(0, 2)).toEqual([0, expect.stringMatching(/^TEST submission \S+: accepted, 9016000016-/)])
    expect(trial.stdout).toContain('with a rehearsal EDGAR: nothing was filed with the SEC')
    const live = run(['file', draftId, '--live', '--typed', 'file form 4', '--json'])
    const { id, state, mode, filingId } = JSON.parse(live.stdout)
    expect([live.status, state, mode, typeof filingId]).toEqual([0, 'accepted', 'LIVE', 'string'])
    expect(run(['status', id]).stdout).toContain(`archived as filing ${filingId}`)
    expect(run(['status', draftId]).stdout).toMatch(/ {2}filed\n[\s\S]*LIVE accepted: section16 status /)
  })

  test('what was filed is amended from its lines, after a trial that makes nothing', () => {
    const filing = /archived as filing (\S+)/.exec(run(['status', draftOf().submissions.at(-1).id]).stdout)?.[1] ?? ''
    const lines = run(['draft', '--amend', filing])
    expect([lines.status, lines.stdout]).toEqual([
      0,
      expect.stringMatching(/^Table II, row 1: \{.*\}\n[\s\S]* {2}transactionShares: 10000\n/),
    ])
    const at = JSON.parse(/^Table II, row 1: (.*)$/m.exec(lines.stdout)?.[1] ?? '')
    const cells = [{ field: 'conversionOrExercisePrice', written: '3.32' }]
    const changes = file('changes.json', { changes: [{ kind: 'lineCorrected', at, cells, reason: 'Misread.' }] })
    const trial = run(['draft', '--amend', filing, '--changes', changes, '--trial'])
    expect(said(trial)).toEqual([0, '  Table II, row 1: corrected, correction\n', ''])
    const made = run(['draft', '--amend', filing, '--changes', changes])
    const id = /^section16 draft (\S+)$/m.exec(made.stdout)?.[1] ?? ''
    expect(run(['draft', id]).stdout).toMatch(/^Form 4\/A, version 1, Alder Rowan\n {2}amends 9016000016-/)
    const wrong = { changes: [{ kind: 'explained', heading: { owners: ['0009016099'] }, reason: 'Not hers.' }] }
    const other = run(['draft', '--amend', filing, '--changes', file('other.json', wrong)])
    expect(said(other)).toEqual([1, '', expect.stringMatching(/D515: [\s\S]*D230: /)])
    const { owners, issuerId } = draftOf()
    const blank = file('blank.json', { issuerId, insiderIds: [owners[0].insiderId], formType: '5' })
    const begun = /^Form 5: section16 draft (\S+)$/m.exec(run(['draft', '--new', blank]).stdout)?.[1] ?? ''
    expect(said(run(['draft', begun, '--split']))).toEqual([1, '', expect.stringMatching(/D526/)])
  })

  test('a form that was filed elsewhere is imported once, and what its file does not say is asked for', () => {
    const { owners, issuerId } = draftOf()
    const seed = join(import.meta.dirname, '../../cases/seed/form4.xml')
    const whose = ['--issuer', issuerId, '--insider', owners[0].insiderId]
    const number = ['--accession', '0009990000-03-000001', '--filed', '2003-05-09']
    expect(said(run(['import', seed, ...whose]))).toEqual([1, '', expect.stringMatching(/D501/)])
    const args = ['import', seed, ...number, '--accepted', '2003-05-09 17:02:11', ...whose]
    expect(said(run(args))).toEqual([0, expect.stringMatching(/form4\.xml: imported, filing \S+\n$/), ''])
    expect(said(run(args))).toEqual([1, '', expect.stringMatching(/D407: .*accession number/)])
  })

  test('an event that still asks is asked about; whole, it is a draft; a lost answer is never a reason to send again', async () => {
    const { owners, issuerId } = draftOf()
    const begun = {
      issuerId,
      insiderIds: [owners[0].insiderId],
      recipe: 'option-grant',
      day: '2026-06-02',
      facts: {
        grantDate: '2026-06-02',
        options: '500',
        optionTitle: 'Stock Option (right to buy)',
        stock: 'Common Stock',
      },
    }
    const asked = run(['draft', '--event', file('begun.json', begun)])
    expect([asked.status, asked.stdout]).toEqual([
      1,
      expect.stringMatching(/is not complete:\n[\s\S]* {2}exercisePrice: /),
    ])
    const rest = {
      exercisePrice: '3.31',
      vesting: 'at',
      exercisableFrom: '2027-06-02',
      expires: '2036-06-01',
      pecuniaryInterest: 'all',
      holder: 'insider',
      approval: 'board',
    }
    const whole = file('whole.json', { ...begun, facts: { ...begun.facts, ...rest } })
    const made = run(['draft', '--event', whole])
    const other = /^Form 4: section16 draft (\S+)$/m.exec(made.stdout)?.[1] ?? ''
    expect([made.status, other]).toEqual([0, expect.stringMatching(/./)])
    await signed(other)
    const fault = { kind: 'loseAnswer', on: 'send' }
    await tellRehearsal('POST', 'faults', fault)
    const lost = run(['file', other, '--live', '--typed', 'file form 4', '--wait', '30'])
    expect([lost.status, lost.stdout]).toEqual([
      1,
      expect.stringMatching(/^LIVE submission \S+: outcomeUnknown\n[\s\S]*Never send it again because of this/),
    ])
    const id = /submission (\S+):/.exec(lost.stdout)?.[1] ?? ''
    expect(run(['status', id]).status).toBe(1)
  })
})

/** A folder whose `desk.json` says this. */
function folderOf(name: string, settings: object): string {
  const data = join(folder, name)
  mkdirSync(data)
  writeFileSync(join(data, 'desk.json'), JSON.stringify(settings))
  return data
}

describe('a desk that files with the SEC', () => {
  const edgar = { destination: 'edgar', userAgent: 'Quill ada@quill.example', allowLive: true }
  const WORDS = 'this desk files with the SEC'

  test('is not started without the words, nor with a demonstration, nor where one is', () => {
    const data = folderOf('unsaid', { edgar })
    const mistyped = run(['desk', '--data', data, '--port', '1'], { input: 'yes\n' })
    expect([mistyped.status, mistyped.stderr]).toEqual([2, expect.stringMatching(/Type “this desk[\s\S]*not started/)])
    const typed = ['--typed', WORDS, '--port', '1']
    const invented = run(['desk', '--data', data, '--demonstration', ...typed])
    expect(said(invented)).toEqual([2, '', expect.stringMatching(/a demonstration files with a rehearsal only/)])
    const was = join(folder, 'data', 'desk.json')
    writeFileSync(was, JSON.stringify({ edgar }))
    const beside = run(['desk', '--data', join(folder, 'data'), ...typed])
    rmSync(was)
    expect(said(beside)).toEqual([2, '', expect.stringMatching(/holds a demonstration, which never goes to the SEC/)])
  })

  test('says so when it is started, with what is allowed, and asks nobody anything', async () => {
    const data = folderOf('real', { origin: 'https://desk.quill.example', edgar })
    const port = String(await freePort())
    const child = spawn(process.execPath, [COMMAND, 'desk', '--data', data, '--port', port, '--typed', WORDS])
    let told = ''
    for await (const text of child.stdout.iterator({ destroyOnReturn: false })) {
      told += String(text)
      if (told.includes('Ctrl-C')) break
    }
    const headers = { ...ALONE, host: 'desk.quill.example' }
    expect((await asPublic(port, '/api/openapi.json', headers)).status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${port}/api/openapi.json`, { headers: ALONE })).status).toBe(403)
    child.kill('SIGTERM')
    await once(child, 'exit')
    expect(told).toContain('Desk: https://desk.quill.example\n')
    expect(told).toContain(
      'IT FILES WITH THE SEC: https://api.edgarfiling.sec.gov. Tests are not allowed, live filings allowed.',
    )
    expect(existsSync(join(data, 'rehearsal.ndjson'))).toBe(false)
  })

  test.each([
    ['a slip', { edgar: { ...edgar, allowlive: true } }, /not as the desk knows it: edgar\.allowlive/],
    ['a public name in the clear', { origin: 'http://desk.example' }, /origin must be https/],
    ['a proxy that is no address', { trustedProxies: ['proxy'] }, /trustedProxies holds what is no address/],
    ['no password', { webhook: { url: 'https://hooks.example' } }, /SECTION16_WEBHOOK_SECRET is not set/],
  ])('%s in desk.json is wrong usage', (name, settings, message) => {
    const ran = run(['desk', '--data', folderOf(name, settings), '--typed', WORDS, '--port', '1'])
    expect(said(ran)).toEqual([2, '', expect.stringMatching(message)])
  })
})

/** As a reverse proxy asks, which `fetch` cannot: it writes the host itself. */
function asPublic(
  port: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number | undefined }> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode })
    }).on('error', reject)
  })
}

describe('many at once', () => {
  const trades = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  let insiderId = ''
  let issuerId = ''
  beforeAll(() => {
    const draft = draftOf()
    insiderId = draft.owners[0].insiderId
    issuerId = draft.issuerId
  })
  const bought = (tradedShares: string) => {
    const facts = {
      stock: 'Common Stock',
      pecuniaryInterest: 'all',
      holder: 'insider',
      venue: 'market',
      tradedShares,
      plan: 'none',
    }
    const of = { issuerId, insiderIds: [insiderId], recipe: 'purchase', day: '2026-06-02' }
    return file(`bought-${tradedShares}.json`, { ...of, facts })
  }

  test('a broker’s file answers the question for trades; a line that is none is told, and nothing is made', () => {
    const wrong = trades('wrong.csv', 'Trade Date,Qty,Price\n6/2/2026,"1,200",$20.01\nsoon,300,$20.40\n')
    const told = run(['draft', '--event', bought('1500'), '--fills', wrong])
    expect(said(told)).toEqual([1, '', expect.stringMatching(/wrong\.csv: D125: Line 3 is no trade/)])
    expect(run(['draft', draftId, '--fills', wrong]).status).toBe(2)
    const right = trades('right.csv', 'Trade Date,Qty,Price\n6/2/2026,"1,200",$20.01\n6/2/2026,300,$20.40\n')
    const made = run(['draft', '--event', bought('1500'), '--fills', right])
    expect([made.status, made.stdout]).toEqual([0, expect.stringMatching(/^Form 4: section16 draft \S+$/m)])
    const [, id = ''] = /^Form 4: section16 draft (\S+)$/m.exec(made.stdout) ?? []
    const [row] = draftOf(id).filing.document.nonDerivativeTable.rows
    expect(row.amounts).toMatchObject({ shares: { value: '1500' }, pricePerShare: { value: '20.088' } })
  })

  test('a plan’s table says whom a grant concerns and what each gets', async () => {
    const [{ cookie }] = JSON.parse(readFileSync(SESSIONS, 'utf8')).sessions
    const headers = { ...ALONE, cookie, 'content-type': 'application/json' }
    const { organizations } = await (await fetch(`${url}/api/me`, { headers })).json()
    const details = { positionsComplete: true }
    const person = { kind: 'person', cik: '0009016044', name: 'Quill Marsh', email: null, details }
    const [{ id: organization }] = organizations
    const added = { method: 'POST', headers, body: JSON.stringify(person) }
    expect((await fetch(`${url}/api/organizations/${organization}/insiders`, added)).status).toBe(201)
    const shared = {
      grantDate: '2026-06-01',
      optionTitle: 'Stock Option (right to buy)',
      stock: 'Common Stock',
      exercisePrice: '4.05',
      vesting: 'at',
      exercisableFrom: '2027-06-01',
      expires: '2036-05-31',
      pecuniaryInterest: 'all',
      holder: 'insider',
    }
    const event = { issuerId, recipe: 'option-grant', day: '2026-06-01', facts: shared }
    const grants = file('grants.json', event)
    const wrong = trades('wrong-people.csv', 'insider,options\nNobody Known,5\n')
    const told = run(['draft', '--event', grants, '--people', wrong])
    expect(said(told)).toEqual([
      1,
      '',
      expect.stringContaining('line 2: “Nobody Known” is none of the desk’s insiders'),
    ])
    const rows = ['insider,options,approval', '9016003,150,board', 'Quill Marsh,250,committee']
    const made = run(['draft', '--event', grants, '--people', trades('people.csv', rows.join('\n')), '--json'])
    const drafts = JSON.parse(made.stdout)
    expect([made.status, drafts.length]).toEqual([0, 2])
    const other = drafts.find(({ insiderIds }: { insiderIds: string[] }) => insiderIds[0] !== insiderId)
    const { reportingOwners, derivativeTable } = draftOf(other.id).filing.document
    expect(reportingOwners[0].id.cik.value).toBe('0009016044')
    expect(derivativeTable.rows[0].amounts.shares.value).toBe('250')
  })

  test('several drafts go with one confirmation; one that may not is told, and the others go', async () => {
    const drafts = ['700', '800'].map((shares) => {
      const csv = trades(`${shares}.csv`, `date,shares,price\n2026-06-02,${shares},20\n`)
      const { stdout } = run(['draft', '--event', bought(shares), '--fills', csv])
      return /^Form 4: section16 draft (\S+)$/m.exec(stdout)?.[1] ?? ''
    })
    const [first = '', second = ''] = drafts
    await signed(first)
    const half = run(['file', first, second, '--test'], { input: 'test form 4\n' })
    expect([half.status, half.stderr]).toEqual([1, expect.stringMatching(/to send these 2:[\s\S]*D533/)])
    expect(half.stdout).toMatch(/^TEST submission \S+: accepted/)
    await signed(second)
    const both = run(['file', first, second, '--live', '--typed', 'file form 4', '--json'])
    expect(both.status).toBe(0)
    expect(JSON.parse(both.stdout)).toMatchObject([
      { draftId: first, state: 'accepted', mode: 'LIVE' },
      { draftId: second, state: 'accepted', mode: 'LIVE' },
    ])
  })
})

test('the desk goes on after it was stopped: sessions hold, secrets open; signed out, they do not', async () => {
  expect(await stop()).toBe(0)
  expect(await serve('--demonstration')).toContain('director@demonstration.example')
  expect(run(['status', draftId]).stdout).toContain('LIVE accepted')
  const [{ cookie }] = JSON.parse(readFileSync(SESSIONS, 'utf8')).sessions
  expect(run(['desk', 'sign-out']).status).toBe(0)
  const refused = await fetch(`${url}/api/me`, { headers: { ...ALONE, cookie } })
  expect([refused.status, await refused.text()]).toEqual([401, expect.stringContaining('D5')])
  expect(run(['status'])).toMatchObject({ status: 2, stderr: expect.stringContaining('nobody is signed in') })
  expect(await stop()).toBe(0)
})
