import type { Diagnostic } from '../model/diagnostic.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import { type CheckedFiling, type CheckOptions, checkedFiling } from './checkedFiling.ts'
import { registry } from './registry.ts'
import type { Rule } from './rule.ts'

/**
 * What EDGAR, the law or a careful reader would object to in one document, rule by rule, under the rules in force on its
 * filing date (or `rulesOf`). Changes nothing. Never throws for bad data.
 */
export function check(document: OwnershipDocument, options: CheckOptions = {}): Diagnostic[] {
  const filing = checkedFiling(document, options)
  const findings: Diagnostic[] = []
  for (const rule of registry) if (applies(rule, filing)) run(rule, filing, findings)
  return findings
}

/** Whether a rule holds for a filing: its form, its day, before or after filing. */
export function applies(rule: Rule, { form, rulesOf, stage }: CheckedFiling): boolean {
  if (rule.forms && (form === '' || !rule.forms.includes(form))) return false
  if (rule.stage && rule.stage !== stage) return false
  if (!rule.from && !rule.until) return true
  // A day that nobody knows is in no rule's time.
  if (!rulesOf) return false
  return (!rule.from || rulesOf.day >= rule.from.day) && (!rule.until || rulesOf.day < rule.until.day)
}

function run({ code, severity, check: find }: Rule, filing: CheckedFiling, findings: Diagnostic[]): void {
  find(filing, (path, data = {}) => findings.push({ code, severity, at: { path }, data }))
}
