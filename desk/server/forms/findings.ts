/** What there is to say of a draft: findings, balances with their derivation, due moments. */
import { check } from '@section16/core/check'
import { type FiledReport, judgeReports } from '@section16/core/ledger'
import type { Cik, Diagnostic, OwnershipDocument } from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { writeSubmissionForm } from '@section16/core/write'
import { alreadyReported, type Balances, balancesOf } from '../../drafting/index.ts'
import { easternDay } from '../moments.ts'
import { latenessOf } from './amendments.ts'
import { type OpenDraft, signedDocument } from './openDraft.ts'

const WORST_FIRST = ['suspends', 'law', 'warns', 'doubt', 'note']

/** EDGAR's own elements are given (names, boxes that it works out): a draft has them to be read, and writing leaves them out. */
const SETTLED_BY_WRITING = 'C207'

/** What is missing, as the checks say it and as writing does: of one place that is one finding. */
const MISSING = 'C101'
const NEEDED = 'W102'

/** Nobody's: in their place a draft's checks take what only comes later, so that only what is wrong now is told. */
const STAND_IN_CCC = 'xxxx#xx1'

/** What is wrong with a form by itself (`checked`), and what the reports say against it; worst first. */
export function findingsOf(byItself: readonly Diagnostic[], byReports: readonly Diagnostic[]): Diagnostic[] {
  const found = [...byItself, ...byReports].filter(({ code }) => code !== SETTLED_BY_WRITING)
  return found.toSorted((a, b) => WORST_FIRST.indexOf(a.severity) - WORST_FIRST.indexOf(b.severity))
}

/** What EDGAR, the law or a careful reader would object to in a draft were it filed now, its signatures given. */
export function checked({ document, decision, insiders }: OpenDraft, at: number): Diagnostic[] {
  const today = easternDay(at)
  const block = decision.owners.map(
    ({ line, owner }) =>
      line ?? { name: `/s/ ${insiders.find(({ cik }) => cik === owner)?.name ?? owner}`, date: today },
  )
  const cccs = document.reportingOwners.flatMap(({ id }) =>
    id.cik.value ? [[id.cik.value, STAND_IN_CCC] as const] : [],
  )
  const standIn = signedDocument(document, block, new Map<Cik, string>(cccs))
  const { xml, diagnostics } = writeSubmissionForm(standIn, { ccc: 'include' })
  // What is judged is what will be filed, without what EDGAR puts in itself and without a draft's spelling.
  const filed = xml === undefined ? standIn : readOwnershipXml(xml).document
  const found = filed ? check(filed, { stage: 'draft', rulesOf: today }) : []
  const missing = new Set(found.flatMap(({ code, at }) => (code === MISSING ? [at.path] : [])))
  const unwritten = diagnostics.filter(({ code, at }) => code !== NEEDED || !missing.has(at.path))
  return [...unwritten, ...found]
}

/**
 * The balances of a draft's lines by the reports of all its owners, and lines that these reports have already. An amendment
 * has none: its columns speak as of its original, and what does not follow there its consequences tell.
 */
export function draftBalances(document: OwnershipDocument, reports: readonly FiledReport[], at: number): Balances {
  if (document.documentType.value?.endsWith('/A')) return { balances: [], diagnostics: [] }
  const { balances, diagnostics } = balancesOf(document, reports, { on: easternDay(at) })
  return { balances, diagnostics: [...diagnostics, ...alreadyReported(document, reports)] }
}

export interface DueMoment {
  /** Milliseconds UTC. */
  at: number
  day: string
  of: string
}

/**
 * By when a form that is not accepted yet is due: each line's own day, and the form's; the earliest first. Of an
 * amendment only lines that it adds are due, which the reports beside its original tell apart.
 */
export function dueMoments({ document, issuer, amends }: OpenDraft, at: number): DueMoment[] {
  const date = easternDay(at)
  const acceptedAt = { date, time: '23:59:59' }
  const report = { key: 'this draft', accessionNumber: undefined, acceptedAt, filedOn: date, document }
  const judged = judgeReports([...(amends?.reports ?? []), report], latenessOf(issuer)).find(
    (one) => one.report === report,
  )
  if (!judged) return []
  const lines = judged.lines.map(({ deadline, line: { table, place } }) => ({
    deadline,
    of: `${table === 'derivative' ? 'Table II' : 'Table I'}, row ${place}`,
  }))
  const due = [{ deadline: judged.whole.deadline, of: 'The report' }, ...lines]
  return due
    .flatMap(({ deadline, of }) =>
      deadline ? [{ at: Date.parse(deadline.due), day: deadline.dueDate.toString(), of }] : [],
    )
    .toSorted((a, b) => a.at - b.at)
}

/** A balance's derivation in words. */
export function derivationWords(steps: Balances['balances'][number]['derivation']): string[] {
  return steps.map((step) => step.text)
}
