import { check, type Rule, registry, toldOnce } from '@section16/core/check'
import { type DiagnosticWording, formPlace } from '@section16/core/facts'
import { CalendarDate, type Diagnostic } from '@section16/core/model'
import type { Filing } from './filings.ts'
import { type DiagnosticJson, diagnosticJson, diagnosticsOf, placeIn } from './problems.ts'
import { UsageError } from './usageError.ts'

/** How a filing is to be judged. */
export interface Judgement {
  /** By the rules of this day instead of the filing's own. */
  rulesOf: CalendarDate | undefined
  stage: 'draft' | 'filed'
  /** Codes of rules whose findings are not wanted. */
  allowed: ReadonlySet<string>
}

/** A finding as the command shows it: as JSON, and with the place as the form says it. */
export interface Finding {
  json: DiagnosticJson
  /** “Table I, row 2, column 4”; `undefined` where the form has no name for it. */
  place: string | undefined
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
 * it (in a filing as filed that is EDGAR's own doing).
 */
export function findingsOf(filing: Filing, { rulesOf, stage, allowed }: Judgement): Diagnostic[] {
  const { document, diagnostics, outcome } = filing.reading
  if (!document) return [...diagnostics]
  const filedOn = filedOnOf(filing)
  const mended =
    stage === 'draft' && outcome === 'repaired' ? diagnostics.filter((one) => one.severity === 'suspends') : []
  const found = check(document, { ...(filedOn && { filedOn }), ...(rulesOf && { rulesOf }), stage })
  return toldOnce([...mended, ...found]).filter(({ code }) => !allowed.has(code))
}

/** Findings with their words and places. */
export function toldFindings(filing: Filing, diagnostics: readonly Diagnostic[]): Finding[] {
  const { document } = filing.reading
  if (!document) return diagnosticsOf(filing).map((json) => ({ json, place: undefined }))
  return diagnostics.map((one) => ({
    json: diagnosticJson(one, placeIn(filing, one), ruleWordings),
    place: one.at.path === undefined ? undefined : formPlace(document, one.at.path),
  }))
}

/** A rule by its code or its name, whatever the case; who asks for one that is not there has made a mistake. */
export function ruleNamed(word: string): Rule {
  const found = findRule(word)
  if (!found) throw new UsageError(`there is no rule ${word}; section16 rules lists them`)
  return found
}

/** A rule by its code or its name, `undefined` where there is none. */
export function findRule(word: string): Rule | undefined {
  return registry.find(({ code, name }) => code === word.toUpperCase() || name === word.toLowerCase())
}

function filedOnOf({ submission, origin }: Filing): CalendarDate | undefined {
  return submission?.filedAsOf ?? CalendarDate.parse(origin.filedAsOf ?? '')
}
