import { compareText, linesOf, ownersOf, type ReportLine, type ViewedReport } from '../amendments/index.ts'
import { changesBetween } from '../amendments/lineMatch.ts'
import type { FiledReport } from '../filedReport.ts'

/** A report whose lines another report says too: a part of a joint filing, or the same report filed twice. */
export interface RepeatedReport {
  readonly report: FiledReport
  /** The one whose lines are counted. */
  readonly of: FiledReport
  /**
   * Parts of one joint filing: `full`: one of the two names as many owners as EDGAR takes; `footnote`: one speaks of the
   * other. `refiled`: the same owners filed the same lines with the same totals again.
   */
  readonly because: 'full' | 'footnote' | 'refiled'
}

/** As many owners as EDGAR takes in one submission. Source: section16-rules.md section 0, EDGAR_MAX_OWNERS. */
const MOST_OWNERS = 10

/** How the parts of a joint filing speak of each other. */
const OF_PARTS =
  /\b(?:form [345]|filing|report|statement)s? (?:is |are |being )?(?:\w+ ){0,4}(?:\d+ of \d+|one of (?:two|three|four|\d))\b|\b(?:additional|separate|related|second|other|another) (?:joint )?(?:form [345]|reporting persons?|filing|report)s?\b|\bmore than (?:ten|10) reporting\b|\blimit(?:ed|ation)? (?:of|to) (?:ten|10)\b/i

/**
 * Reports that say again, line for line and total for total, what another report of that day by other owners says, where
 * something shows that they are parts of one joint filing. Equal grants to several directors are not: each director has
 * his own shares. So are reports that somebody filed twice. Source: section16-rules.md 1.4, points 3 and 4.
 */
export function repeatedReports(reports: readonly ViewedReport[]): RepeatedReport[] {
  const seen = new Map<string, FiledReport[]>()
  return reports.flatMap(({ report }): RepeatedReport[] => {
    if (linesOf(report).length === 0) return []
    const { issuer } = report.document
    const key = `${issuer.cik.value ?? ''}|${String(report.filedOn ?? report.document.periodOfReport.value ?? '')}`
    const earlier = seen.get(key) ?? []
    for (const other of earlier) {
      const because = isRepetition(other, report)
      if (because) return [{ report, of: other, because }]
    }
    seen.set(key, [...earlier, report])
    return []
  })
}

function isRepetition(one: FiledReport, other: FiledReport): RepeatedReport['because'] | undefined {
  if (!isSameLines(linesOf(one), linesOf(other))) return undefined
  const owners = new Set<string>(ownersOf(one))
  if (ownersOf(one).join() === ownersOf(other).join()) return hasTransactions(one) ? 'refiled' : undefined
  if (ownersOf(other).some((owner) => owners.has(owner))) return undefined
  const both = [one, other]
  if (both.some(({ document }) => document.reportingOwners.length >= MOST_OWNERS)) return 'full'
  return both.some(({ document }) => OF_PARTS.test(textsOf(document))) ? 'footnote' : undefined
}

/** Holdings can be said again; a transaction that leads to the same total again is the same. */
function hasTransactions(report: FiledReport): boolean {
  return linesOf(report).some(({ row }) => row.isTransaction)
}

function textsOf({ footnotes, remarks }: FiledReport['document']): string {
  return [...footnotes.footnotes.map(({ text }) => text), remarks.value ?? ''].join(' ').replace(/\s+/g, ' ')
}

function isSameLines(a: readonly ReportLine[], b: readonly ReportLine[]): boolean {
  if (a.length !== b.length) return false
  const [first, second] = [sorted(a), sorted(b)]
  return first.every(({ row }, i) => changesBetween(row, second[i]!.row).length === 0)
}

function sorted(lines: readonly ReportLine[]): ReportLine[] {
  const text = ({ row }: ReportLine) =>
    [
      row.securityTitle.written,
      row.transactionDate.written,
      row.coding.code.written,
      row.amounts.shares.written,
      row.amounts.pricePerShare.written,
      row.postTransactionAmounts.sharesOwnedFollowingTransaction.written,
      row.ownershipNature.natureOfOwnership.written,
    ].join('|')
  return lines.toSorted((a, b) => compareText(text(a), text(b)))
}
