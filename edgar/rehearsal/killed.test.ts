import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FILERS, FIRM, NOON, submission } from '../inventedSubmission.mts'
import { startClient } from '../submission/index.ts'

const PROGRAM = `
  const { startRehearsal, RehearsalClock } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))})
  const { url, edgar } = await startRehearsal({
    journal: process.argv[1],
    clock: new RehearsalClock(() => ${NOON}),
    filers: ${JSON.stringify(FILERS)},
  })
  const token = (kind, holder) => edgar.issueToken(kind, holder).token
  process.stdout.write(JSON.stringify({ url, filerToken: token('filer', '${FIRM}'), userToken: token('user', 'ada') }))
`

/** A rehearsal in a process of its own, and what it said of itself. */
async function started(journal: string) {
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, journal], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(child.stdout!, 'data')) as [Buffer]
  const { url, ...tokens } = JSON.parse(String(said)) as { url: string; filerToken: string; userToken: string }
  const client = startClient({ baseUrl: url, ...tokens, userAgent: 'section16/0.1.0' })
  const taken = async () => {
    const answer = await fetch(`${url}/rehearsal/taken`)
    const { taken: all } = (await answer.json()) as { taken: { accessionNumbers: string[] }[] }
    return all.flatMap(({ accessionNumbers }) => accessionNumbers)
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { client, taken, kill }
}

test('killed with SIGKILL right after an answer, it has what it answered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'))
  const journal = join(folder, 'journal.ndjson')
  const numbers: string[] = []
  for (let life = 0; life < 2; life++) {
    const rehearsal = await started(journal)
    expect(await rehearsal.taken()).toEqual(numbers)
    const outcome = await rehearsal.client.send(submission('LIVE'), 'LIVE', { demonstration: true })
    await rehearsal.kill()
    if (outcome.kind !== 'received') throw new Error(outcome.kind)
    numbers.push(outcome.accessionNumber)
  }
  expect(new Set(numbers).size).toBe(2)
  rmSync(folder, { recursive: true })
}, 60_000)
