import type { CalendarDate } from '../model/calendarDate.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import { type CheckedFiling, type CheckOptions, checkedFiling } from './checkedFiling.ts'
import { registry } from './registry.ts'
import type { Report, Rule } from './rule.ts'

/**
 * What EDGAR, the law or a careful reader would object to in one document, rule by rule, under the rules in force on its
 * filing date (or `rulesOf`). Changes nothing. Never throws for bad data.
 */
export function check(document: OwnershipDocument, options: CheckOptions = {}): Diagnostic[] {
  const filing = checkedFiling(document, options)
  const findings: Diagnostic[] = []
  let asked: Rule | undefined
  // One function for all rules: making one for each takes longer than most rules do.
  const report: Report = (path, data = {}) => {
    if (asked) findings.push({ code: asked.code, severity: asked.severity, at: { path }, data })
  }
  for (const rule of rulesFor(filing)) {
    if (!holdsOn(rule, filing.rulesOf)) continue
    asked = rule
    rule.check(filing, report)
  }
  return findings
}

const byForm = new Map<string, readonly Rule[]>()

/** The rules for a form and a stage, whatever their day; sorted out once. */
function rulesFor({ form, stage }: CheckedFiling): readonly Rule[] {
  const key = form + stage
  let rules = byForm.get(key)
  if (!rules) {
    rules = registry.filter((rule) => concerns(rule, form, stage))
    byForm.set(key, rules)
  }
  return rules
}

/** Whether a rule holds for a filing: its form, its day, before or after filing. */
export function applies(rule: Rule, { form, rulesOf, stage }: CheckedFiling): boolean {
  return concerns(rule, form, stage) && holdsOn(rule, rulesOf)
}

function concerns(rule: Rule, form: CheckedFiling['form'], stage: CheckedFiling['stage']): boolean {
  if (rule.forms && (form === '' || !rule.forms.includes(form))) return false
  return !rule.stage || rule.stage === stage
}

function holdsOn({ from, until }: Rule, rulesOf: CalendarDate | undefined): boolean {
  if (!from && !until) return true
  // A day that nobody knows is in no rule's time.
  if (!rulesOf) return false
  return (!from || rulesOf.day >= from.day) && (!until || rulesOf.day < until.day)
}
