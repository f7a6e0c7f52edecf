/**
 * A program that writes until it is killed: `writer.mts CONFIG NAME ORGANISATION USER EDGAR`. Each action is told on
 * standard output once it is acknowledged. What it sends to its EDGAR is a line in the file of that name.
 */
import { appendFileSync, writeSync } from 'node:fs'
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { Act } from '../act.ts'
import type { Answer } from '../answer.ts'
import { addDraft } from '../drafts.ts'
import { addInsider } from '../insiders.ts'
import { addIssuer } from '../issuers.ts'
import { claimJobs } from '../jobs.ts'
import { open, type StoreConfig } from '../open.ts'
import { beginSend, orderSend, recordSend, SEND, settleExpiredJobs } from '../sends.ts'
import { prepareSubmission } from '../submissions.ts'

const [, , config = '', name = '', organizationId = '', by = '', edgar = ''] = process.argv
const LEASE_MILLISECONDS = 300
/** JSON has no bytes. */
const parsed: StoreConfig = JSON.parse(config, (key, value) => (key === 'key' ? Uint8Array.from(value) : value))

function must<T>(answer: Answer<T>): T {
  if ('refused' in answer) throw new Error(JSON.stringify(answer.refused))
  return answer.value
}

const tell = (what: string, id: string) => writeSync(1, `${what} ${id}\n`)
const store = must(await open(parsed, Date.now()))
const act = async <T,>(work: (act: Act) => Promise<Answer<T>>) =>
  store.act({ organizationId, by, at: Date.now() }, work)
const issuer = { cik: String(Date.now()).slice(-10), name, tradingSymbol: null, details: {} }
const issuerId = must(await act((a) => addIssuer(a, issuer))).id

async function addPerson(number: number): Promise<void> {
  const person = { kind: 'person', cik: null, name: `${name}-${number}`, email: null, details: {} } as const
  must(await act((a) => addInsider(a, person)))
  tell('insider', person.name)
}

async function order(number: number): Promise<void> {
  const hash = `${name}-${number}`
  const draft = { issuerId, insiderIds: [], formType: '4', eventId: null, amends: null, hash, content: {} }
  const ordered = await act(async (a) => {
    const { id } = must(await addDraft(a, draft))
    const what = { draftId: id, ofHash: hash, mode: 'LIVE', destination: 'rehearsal' } as const
    return orderSend(a, must(await prepareSubmission(a, what)).id)
  })
  tell('ordered', must(ordered).key)
}

async function send(): Promise<void> {
  await settleExpiredJobs(store, Date.now())
  const claim = { worker: name, kinds: [SEND], limit: 1, leaseMilliseconds: LEASE_MILLISECONDS }
  for (const job of await claimJobs(store, claim, Date.now())) {
    // Another worker may have it by now, when this one was slow.
    if ('refused' in (await act((a) => beginSend(a, job)))) continue
    appendFileSync(edgar, `${job.key}\n`)
    const outcome = { state: 'received', accessionNumber: '0009990000-26-000001', answer: {} } as const
    if ('value' in (await act((a) => recordSend(a, job, outcome)))) tell('received', job.key)
  }
}

for (let number = 0; ; number++) {
  await addPerson(number)
  await order(number)
  await send()
  await yieldToOthers()
}
