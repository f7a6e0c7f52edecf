import type { Diagnostic, Submission, SubmissionParty } from '@section16/core/model'
import { likeness } from '../labels/likeness.ts'
import { paperDiagnostic } from '../paperDiagnostics.ts'
import type { Draft } from './draft.ts'
import { plainly } from './reading.ts'

/** Names of one party, in the header's spelling and the paper's, are at least so alike. */
const SAME_NAME = 0.45

/**
 * Takes from a submission's header what the paper never says: the CIKs, each with the header as its source. Owners are
 * matched by name, one owner with one owner anyway; whoever cannot be matched is left without. Everything else in the
 * header stays there: where it says another date than the paper, that is a diagnostic.
 */
export function addHeaderFacts(draft: Draft, submission: Submission): Diagnostic[] {
  const owners = submission.parties.filter(({ role }) => role === 'reportingOwner')
  const issuer = submission.parties.find(({ role }) => role === 'issuer' || role === 'subjectCompany')
  if (issuer) addCik(draft, 'issuer/issuerCik', issuer)
  const taken = new Set<SubmissionParty>()
  const count = draft.document.reportingOwners.length
  for (let i = 1; i <= count; i++) {
    const path = `reportingOwner[${i}]/reportingOwnerId`
    const name = draft.value(`${path}/rptOwnerName`) ?? ''
    const free = owners.filter((owner) => !taken.has(owner))
    const party = count === 1 && owners.length === 1 ? owners[0] : bestNamed(name, free)
    if (!party) continue
    taken.add(party)
    addCik(draft, `${path}/rptOwnerCik`, party)
  }
  return disagreements(draft, submission)
}

function addCik(draft: Draft, path: string, { cik, label }: SubmissionParty): void {
  if (!cik) return
  draft.put(path, plainly(cik), { source: 'header', origin: { words: `${label}: ${cik}`, places: [], certainty: 1 } })
}

/** The order of a person's names differs between header and paper, so words are compared in alphabetical order. */
function bestNamed(name: string, parties: readonly SubmissionParty[]): SubmissionParty | undefined {
  const [best] = parties
    .map((party) => ({ party, like: likeness(sorted(name), sorted(party.name ?? '')) }))
    .filter(({ like }) => like >= SAME_NAME)
    .toSorted((a, b) => b.like - a.like)
  return best?.party
}

function sorted(name: string): string {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).toSorted().join(' ')
}

function disagreements(draft: Draft, { formType, periodOfReport }: Submission): Diagnostic[] {
  const found: Diagnostic[] = []
  const compare = (path: string, header: string | undefined) => {
    const paper = draft.value(path)
    if (header === undefined || paper === undefined || header === paper) return
    draft.doubt(path, 'headerDisagrees', [header])
    found.push(paperDiagnostic('P136', { header, paper }, `/ownershipDocument/${path}`))
  }
  compare('documentType', formType)
  compare('periodOfReport', periodOfReport && String(periodOfReport))
  return found
}
