import { type DerivationStep, derivationStep } from '../derivation.ts'
import type { FiledReport } from '../filedReport.ts'
import { amendmentRules } from './amendmentRules.ts'
import { type AppliedAmendment, applyAmendment, type LineChange, type ReportState, stateOf } from './applyAmendment.ts'
import { type NoOriginal, type OriginalBasis, type OriginalFound, originalOf } from './original.ts'
import { byFiling, isAmendment } from './reportLine.ts'

/** What an amendment amends, and what it does to it. */
export interface ResolvedAmendment {
  readonly kind: 'resolved'
  readonly amendment: FiledReport
  readonly original: FiledReport
  readonly basis: OriginalBasis
  readonly applied: AppliedAmendment
  readonly derivation: readonly DerivationStep[]
}

/** An amendment whose original was not found. */
export interface OpenAmendment {
  readonly kind: 'open'
  readonly amendment: FiledReport
  readonly reason: NoOriginal
  /** Reports that come near, in filing order; with none of them at hand the amendment may stand alone. */
  readonly candidates: readonly FiledReport[]
  readonly derivation: readonly DerivationStep[]
}

export type AmendmentAnswer = ResolvedAmendment | OpenAmendment

/** A report that is no amendment, as it stands after its amendments. */
export interface AmendedReport {
  readonly report: FiledReport
  readonly state: ReportState
  /** In the order in which they were applied. */
  readonly amendments: readonly ResolvedAmendment[]
}

export interface Amendments {
  /** Every amendment among the reports, in filing order. */
  readonly answers: readonly AmendmentAnswer[]
  /** Every report that is none, in filing order. */
  readonly reports: readonly AmendedReport[]
}

/**
 * Finds for each amendment the report that it amends and applies it, in the order of filing, whatever the order in which
 * the reports are given. What is filed stays as it is: the answer holds both. Source: section16-rules.md 5.2.
 */
export function resolveAmendments(reports: readonly FiledReport[]): Amendments {
  const inOrder = reports.toSorted(byFiling)
  const ofIssuer = Map.groupBy(inOrder, issuerOf)
  const found = inOrder
    .filter(isAmendment)
    .map((amendment) => ({ amendment, found: originalOf(amendment, ofIssuer.get(issuerOf(amendment)) ?? []) }))
  const amended = new Map<FiledReport, { state: ReportState; amendments: ResolvedAmendment[] }>()
  for (const report of inOrder)
    if (!isAmendment(report)) amended.set(report, { state: stateOf(report), amendments: [] })
  const answers = found.map(({ amendment, found: one }): AmendmentAnswer => {
    const standing = one.original && amended.get(one.original)
    if (!one.original || !standing) return openAnswer(amendment, one)
    const applied = applyAmendment(standing.state, amendment)
    const { original, basis } = one
    const derivation = [basisStep(amendment, original, basis), ...stepsOf(applied)]
    const answer: ResolvedAmendment = { kind: 'resolved', amendment, original, basis, applied, derivation }
    standing.state = applied.state
    standing.amendments.push(answer)
    return answer
  })
  return { answers, reports: [...amended].map(([report, standing]) => ({ report, ...standing })) }
}

const issuerOf = ({ document }: FiledReport) => document.issuer.cik.value

function openAnswer(amendment: FiledReport, found: OriginalFound): OpenAmendment {
  const { reason, candidates } = found.original ? { reason: 'originalNotGiven' as const, candidates: [] } : found
  const data = { amendment: amendment.key, date: dateOf(amendment), reason: REASONS[reason] }
  const derivation = [derivationStep(amendmentRules, 'original-open', data)]
  return { kind: 'open', amendment, reason, candidates, derivation }
}

const REASONS: Readonly<Record<NoOriginal, string>> = {
  formNotStated: 'it does not say which form it is',
  ownerOrIssuerNotStated: 'it does not say whose report or of which issuer it is',
  dateOfOriginalNotStated: 'the box is empty',
  originalNotGiven: 'no report of that day by the same issuer, owner and form is among those given',
  severalOriginals: 'several reports fit equally well',
}

const BASIS_RULES = {
  filingDate: 'original-filing-date',
  filingDateAndLines: 'original-best-lines',
  earlierAmendment: 'original-earlier-amendment',
  linesOnly: 'original-lines-only',
} as const satisfies Record<OriginalBasis, keyof typeof amendmentRules>

function basisStep(amendment: FiledReport, original: FiledReport, basis: OriginalBasis): DerivationStep {
  const data = { amendment: amendment.key, original: original.key, date: dateOf(amendment) }
  return derivationStep(amendmentRules, BASIS_RULES[basis], data)
}

function dateOf({ document }: FiledReport): string {
  return document.dateOfOriginalSubmission.written ?? 'no day'
}

function stepsOf({ changes, scope, statements, openStatements }: AppliedAmendment): DerivationStep[] {
  const counted = (['corrected', 'repeated', 'added', 'kept', 'open'] as const).flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length
    return count > 0 ? [derivationStep(amendmentRules, `lines-${kind}`, { count })] : []
  })
  const declared = statements.find(({ kind }) => kind === 'restatesAll')
  return [
    ...(scope === 'full' ? [derivationStep(amendmentRules, 'full-restatement')] : []),
    ...(declared ? [derivationStep(amendmentRules, 'declared-restatement', { text: declared.text })] : []),
    ...counted,
    ...withdrawalSteps(changes),
    ...openStatements.map(({ statement }) =>
      derivationStep(amendmentRules, 'statement-open', { text: statement.text }),
    ),
  ]
}

function withdrawalSteps(changes: readonly LineChange[]): DerivationStep[] {
  const counts = new Map<string, number>()
  for (const change of changes) {
    if (change.kind === 'withdrawn') counts.set(change.statement.text, 1 + (counts.get(change.statement.text) ?? 0))
  }
  return [...counts].map(([text, count]) => derivationStep(amendmentRules, 'lines-withdrawn', { count, text }))
}
