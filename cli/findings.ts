import { check, checkSubmissionFile, type Rule, registry, toldOnce } from '@section16/core/check'
import { type Assumptions, type DiagnosticWording, formPlace, submissionFileDiagnostics } from '@section16/core/facts'
import { CalendarDate, type Diagnostic } from '@section16/core/model'
import { readSubmissionFile } from '@section16/core/read'
import type { Filing } from './filings.ts'
import { type DiagnosticJson, diagnosticJson, isAround, placeIn } from './problems.ts'
import { UsageError } from './usageError.ts'

/** How a filing is to be judged. */
export interface Judgement {
  /** By the rules of this day instead of the filing's own. */
  rulesOf: CalendarDate | undefined
  stage: 'draft' | 'filed'
  /** Codes of rules whose findings are not wanted. */
  allowed: ReadonlySet<string>
  /** How doubtful statements are taken, where not as usual. */
  assumptions: Partial<Assumptions>
}

/** A finding as the command shows it: as JSON, and with the place as the form says it. */
export interface Finding {
  json: DiagnosticJson
  /** “Table I, row 2, column 4”; `undefined` where the form has no name for it. */
  place: string | undefined
  /** Whether line and column are those of the form that was decoded from the file, and not the file's. */
  inDecodedForm: boolean
}

/** The wording of every rule. */
export const ruleWordings: Readonly<Record<string, DiagnosticWording>> = Object.fromEntries(
  registry.map(({ code, name, severity, message, fix }) => [code, { name, severity, message, fix }]),
)

/** Who objects matters; a note is no objection. */
export function isObjection({ severity }: { severity: string }): boolean {
  return severity !== 'note'
}

/**
 * What there is to object to in a filing. Where there is no document, why; of a draft also what had to be mended to read
 * it (in a filing as filed that is EDGAR's own doing). The file that a filer sends is a draft, and judged as a whole.
 */
export function findingsOf(filing: Filing, { rulesOf, stage: asked, allowed, assumptions }: Judgement): Diagnostic[] {
  const { document, diagnostics, outcome } = filing.reading
  const around = fileFindings(filing).filter(({ code }) => !allowed.has(code))
  if (!document) return [...filing.around, ...diagnostics, ...around]
  const stage = filing.source === 'edgarSubmission' ? 'draft' : asked
  const filedOn = filedOnOf(filing)
  const mended =
    stage === 'draft' && outcome === 'repaired' ? diagnostics.filter((one) => one.severity === 'suspends') : []
  const found = check(document, { ...(filedOn && { filedOn }), ...(rulesOf && { rulesOf }), stage, assumptions })
  return [...around, ...toldOnce([...mended, ...found]).filter(({ code }) => !allowed.has(code))]
}

/** What there is to object to in a filer's file as a whole; nothing of any other source. */
function fileFindings({ source, bytes, reading }: Filing): Diagnostic[] {
  if (source !== 'edgarSubmission') return []
  const { file, diagnostics } = readSubmissionFile(bytes)
  if (file) return checkSubmissionFile(file, reading.document)
  return diagnostics.map((one) => ({ ...one, at: { ...one.at, path: '/edgarSubmission' } }))
}

/** Findings with their words and places. */
export function toldFindings(filing: Filing, diagnostics: readonly Diagnostic[]): Finding[] {
  const { document } = filing.reading
  return diagnostics.map((one) => ({
    json: diagnosticJson(one, placeIn(filing, one), ruleWordings),
    place: document && one.at.path !== undefined ? formPlace(document, one.at.path) : undefined,
    inDecodedForm: filing.source === 'edgarSubmission' && !isAround(filing, one),
  }))
}

/**
 * The code of a rule, or of what is asked of a submission as a whole, by code or name, whatever the case; who asks for
 * one that is not there has made a mistake.
 */
export function codeNamed(word: string): string {
  const rule = findRule(word)
  if (rule) return rule.code
  const found = Object.entries(submissionFileDiagnostics).find(
    ([code, { name }]) => code === word.toUpperCase() || name === word.toLowerCase(),
  )
  if (!found) throw new UsageError(`there is no rule ${word}; section16 rules lists them`)
  return found[0]
}

/** A rule by its code or its name, `undefined` where there is none. */
export function findRule(word: string): Rule | undefined {
  return registry.find(({ code, name }) => code === word.toUpperCase() || name === word.toLowerCase())
}

function filedOnOf({ submission, origin }: Filing): CalendarDate | undefined {
  return submission?.filedAsOf ?? CalendarDate.parse(origin.filedAsOf ?? '')
}
