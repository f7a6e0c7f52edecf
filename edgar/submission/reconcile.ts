/** What became of a submission whose answer was lost, from the owner's filing list. */
import { readOwnershipXml, readSubmissionFile } from '@section16/core/read'
import { writeSubmissionForm } from '@section16/core/write'
import { testOrLiveOf } from './contentHash.ts'

/** A filing as EDGAR lists it. */
export interface ListedFiling {
  accessionNumber: string
  /** Milliseconds UTC. */
  acceptedAt: number
  /** The ownership document as EDGAR disseminated it. */
  xml: string | Uint8Array
}

export type Reconciliation =
  /** Exactly one filing since then has the content. */
  | { kind: 'accepted'; accessionNumber: string; acceptedAt: number }
  /** More than one has it: it was filed more than once. */
  | { kind: 'acceptedSeveralTimes'; accessionNumbers: readonly string[] }
  /** Nothing since then has it. `others` are listed since then with another content; look again later. */
  | { kind: 'notFoundYet'; others: readonly string[] }
  /** The list cannot say: a TEST submission is on none, and a file that is no submission has no content. */
  | { kind: 'notByContent'; because: 'testSubmission' | 'unreadableFile' }

/** Clocks differ: a filing that was accepted so long before sending began may still be this one. Milliseconds. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000

/**
 * Compares by content, as EDGAR changes a document on its way (specification 5.5; filings of 2023): layout, names, derived
 * flags, the CCC, capitals in addresses and the address of record where none was given do not count. `sent`: the
 * `edgarSubmission` file, with or without CCC, and when sending began. A filing found earlier than that is another one,
 * even with the same content.
 */
export function reconcile(
  sent: { xml: string | Uint8Array; startedAt: number },
  listed: readonly ListedFiling[],
): Reconciliation {
  const { file } = readSubmissionFile(sent.xml)
  const form = file?.documents.find(({ type }) => /^[345](\/A)?$/.test(type))
  const said = form && contentOf(form.bytes)
  if (!file || said === undefined) return { kind: 'notByContent', because: 'unreadableFile' }
  if (testOrLiveOf(file) === 'TEST') return { kind: 'notByContent', because: 'testSubmission' }
  const since = listed.filter(({ acceptedAt }) => acceptedAt >= sent.startedAt - CLOCK_TOLERANCE_MS)
  const same = since.filter(({ xml }) => isSame(said, contentOf(xml)))
  const [one, another] = same
  if (one === undefined) return { kind: 'notFoundYet', others: since.map(({ accessionNumber }) => accessionNumber) }
  if (another !== undefined)
    return { kind: 'acceptedSeveralTimes', accessionNumbers: same.map(({ accessionNumber }) => accessionNumber) }
  return { kind: 'accepted', accessionNumber: one.accessionNumber, acceptedAt: one.acceptedAt }
}

/** What a form says, in one spelling: lines of the form, and each owner's address apart; `undefined` for no form. */
interface Content {
  form: string
  addresses: readonly string[]
}

function contentOf(xml: string | Uint8Array): Content | undefined {
  const { document } = readOwnershipXml(xml)
  const written = document && writeSubmissionForm(document).xml
  if (written === undefined) return undefined
  const addresses: string[] = []
  const form = written.replace(OWNER, (owner) => {
    const [address = ''] = ADDRESS.exec(owner) ?? []
    addresses.push(address.toUpperCase())
    return owner.replace(ADDRESS, '')
  })
  return { form, addresses }
}

const OWNER = /<reportingOwner>[\s\S]*?<\/reportingOwner>/g
const ADDRESS = /\s*<reportingOwnerAddress>[\s\S]*?<\/reportingOwnerAddress>/

function isSame(sent: Content, listed: Content | undefined): boolean {
  if (listed === undefined || sent.form !== listed.form) return false
  return sent.addresses.every((address, i) => address === '' || address === listed.addresses[i])
}
