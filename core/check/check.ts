import type { Diagnostic } from '../model/diagnostic.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import { CheckedFiling, type CheckOptions } from './checkedFiling.ts'
import { Inquiry } from './inquiry.ts'
import { concernsLine, planFor } from './plan.ts'
import type { Rule } from './rule.ts'
import { schemaFaults } from './schema/schemaFaults.ts'
import { toldOnce } from './toldOnce.ts'

/**
 * What EDGAR, the law or a careful reader would object to in one document, under the rules in force on its filing date
 * (or `rulesOf`), in the order of the rules' codes. Changes nothing. Never throws for bad data.
 *
 * Each field, line, owner, footnote and signature is visited once and asked only the rules that concern it.
 * `findingsOf` asks one rule at a time; a test holds the two together.
 */
export function check(document: OwnershipDocument, options: CheckOptions = {}): Diagnostic[] {
  const filing = new CheckedFiling(document, options)
  const plan = planFor(filing)
  const inquiry = new Inquiry(filing)
  for (const fault of schemaFaults(filing)) {
    const rule = plan.faults.get(fault.kind)
    if (rule) inquiry.note(rule, fault)
  }
  inquiry.ask(plan.filing, filing, 0)
  inquiry.askFields(plan.fields)
  inquiry.askEach(plan.owners, document.reportingOwners)
  filing.rows.forEach((line, i) => {
    inquiry.ask(plan.concerning(line), line, i)
  })
  inquiry.askEach(plan.footnotes, document.footnotes.footnotes)
  inquiry.askEach(plan.signatures, document.ownerSignatures)
  return toldOnce(inOrder(inquiry.findings))
}

/** By code; what one rule found stays in the order found. */
function inOrder(findings: Diagnostic[]): Diagnostic[] {
  return findings.length < 2 ? findings : findings.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
}

/** What one rule, in force or not, finds in a filing, in the order found. */
export function findingsOf(rule: Rule, filing: CheckedFiling): Diagnostic[] {
  const inquiry = new Inquiry(filing)
  if (rule.of === 'schema') {
    for (const fault of schemaFaults(filing)) if (fault.kind === rule.fault) inquiry.note(rule, fault)
  } else if (rule.of === 'filing') inquiry.ask([rule], filing, 0)
  else if (rule.of === 'fields') inquiry.askFields([rule])
  else if (rule.of === 'owners') inquiry.askEach([rule], filing.document.reportingOwners)
  else if (rule.of === 'footnotes') inquiry.askEach([rule], filing.document.footnotes.footnotes)
  else if (rule.of === 'signatures') inquiry.askEach([rule], filing.document.ownerSignatures)
  else {
    filing.rows.forEach((line, i) => {
      if (concernsLine(rule, line)) inquiry.ask([rule], line, i)
    })
  }
  return inquiry.findings
}
