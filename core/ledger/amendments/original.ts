import type { FiledReport } from '../filedReport.ts'
import { lineFit } from './lineMatch.ts'
import { byFiling, formFamily, isAmendment, linesOf, ownersOf } from './reportLine.ts'

/**
 * How an original was found. `filingDate`: the only report of that day that it can be; `filingDateAndLines`: the one of
 * several of that day whose lines fit best; `earlierAmendment`: the date is that of an amendment, and this is what that
 * one amends; `linesOnly`: no filing date is known of it, and it alone has these lines.
 */
export type OriginalBasis = 'filingDate' | 'filingDateAndLines' | 'earlierAmendment' | 'linesOnly'

/** Why none was found; the amendment is left open. */
export type NoOriginal =
  | 'formNotStated'
  | 'ownerOrIssuerNotStated'
  | 'dateOfOriginalNotStated'
  | 'originalNotGiven'
  | 'severalOriginals'

export type OriginalFound =
  | { readonly original: FiledReport; readonly basis: OriginalBasis }
  | { readonly original: undefined; readonly reason: NoOriginal; readonly candidates: readonly FiledReport[] }

/**
 * The report that an amendment amends: same issuer, an owner in common, same form family, filed on the day in the
 * amendment's box and not after the amendment. Never guessed: where the box fits no report or several equally well, the
 * amendment is left open, with the reports that come near. Source: section16-rules.md R5.2.1, R5.2.7.
 */
export function originalOf(amendment: FiledReport, reports: readonly FiledReport[]): OriginalFound {
  const { issuer, dateOfOriginalSubmission } = amendment.document
  const family = formFamily(amendment)
  if (family === undefined) return open('formNotStated')
  if (issuer.cik.value === undefined || ownersOf(amendment).length === 0) return open('ownerOrIssuerNotStated')
  const related = reports.filter((report) => isRelated(report, amendment) && byFiling(report, amendment) < 0)
  const originals = related.filter((report) => !isAmendment(report))
  const named = dateOfOriginalSubmission.value
  if (named === undefined) return open('dateOfOriginalNotStated', nearOf(amendment, originals))
  const ofThatDay = originals.filter(({ filedOn }) => filedOn?.day === named.day)
  const [first] = ofThatDay
  if (first && ofThatDay.length === 1) return { original: first, basis: 'filingDate' }
  if (first) return bestOf(amendment, ofThatDay, 'filingDateAndLines')
  const amended = related.filter((report) => isAmendment(report) && report.filedOn?.day === named.day)
  const through = amended.map((report) => originalOf(report, reports).original)
  const [only] = through
  if (only && through.every((one) => one === only)) return { original: only, basis: 'earlierAmendment' }
  const undated = originals.filter(({ filedOn }) => filedOn === undefined)
  const near = nearOf(amendment, undated)
  if (near.length > 0) return bestOf(amendment, near, 'linesOnly')
  return open('originalNotGiven', nearOf(amendment, originals))
}

function open(reason: NoOriginal, candidates: readonly FiledReport[] = []): OriginalFound {
  return { original: undefined, reason, candidates }
}

function isRelated(report: FiledReport, amendment: FiledReport): boolean {
  if (report === amendment || formFamily(report) !== formFamily(amendment)) return false
  if (report.document.issuer.cik.value !== amendment.document.issuer.cik.value) return false
  const owners = new Set<string>(ownersOf(amendment))
  return ownersOf(report).some((owner) => owners.has(owner))
}

/** Reports with the same period and a line that fits: what may be meant where the box does not say it. */
function nearOf(amendment: FiledReport, reports: readonly FiledReport[]): FiledReport[] {
  const period = amendment.document.periodOfReport.value?.day
  const near = reports.filter(({ document }) => document.periodOfReport.value?.day === period)
  return near.filter((report) => fittingLines(amendment, report) > 0)
}

/** The one with the same owners and the most lines that fit; none where two are equal. */
function bestOf(amendment: FiledReport, reports: readonly FiledReport[], basis: OriginalBasis): OriginalFound {
  const owners = ownersOf(amendment).join()
  const period = amendment.document.periodOfReport.value?.day
  const ranked = reports
    .map((report) => {
      const sameOwners = ownersOf(report).join() === owners ? 1 : 0
      const samePeriod = report.document.periodOfReport.value?.day === period ? 1 : 0
      return { report, rank: [fittingLines(amendment, report), sameOwners, samePeriod] }
    })
    .sort((a, b) => compareRanks(b.rank, a.rank))
  const [best, second] = ranked
  if (!best || (second && compareRanks(best.rank, second.rank) === 0)) return open('severalOriginals', reports)
  return { original: best.report, basis }
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  return a.map((one, i) => one - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0
}

/** How many of the amendment's lines have a line in the report that fits. */
function fittingLines(amendment: FiledReport, report: FiledReport): number {
  const lines = linesOf(report)
  return linesOf(amendment).filter(({ row }) => lines.some((line) => lineFit(line.row, row) !== undefined)).length
}
