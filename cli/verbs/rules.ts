import type { Rule } from '@section16/core/check'
import { assumptionLines, assumptionList } from '../assumptionList.ts'
import { FINDINGS, FINE } from '../batch.ts'
import { findRule } from '../findings.ts'
import { jsonText } from '../json.ts'
import { Output } from '../output.ts'
import { rulePages } from '../rulePages.ts'
import { explained, searchRules } from '../ruleReference.ts'
import { drawColumns } from '../table.ts'
import { type ShowOptions, widthOf } from '../terminal.ts'

export interface RulesVerbOptions extends ShowOptions {
  json?: boolean
  assumptions?: boolean
}

/** `section16 rules`: lists the rules, searches them, or shows the page of one. Status 1 where nothing is found. */
export async function rules(words: readonly string[], options: RulesVerbOptions): Promise<number> {
  const output = new Output()
  if (options.assumptions) {
    await tellAssumptions(output, options.json ?? false)
    return FINE
  }
  const [word = ''] = words
  const one = words.length === 1 ? findRule(word) : undefined
  const found = one ? [one] : searchRules(words)
  if (options.json) await output.line(jsonText(found.map(ruleJson), 2))
  else if (one) await output.write(explained(one.code))
  else for (const line of listed(found, widthOf(options))) await output.line(line)
  await output.end()
  return found.length > 0 ? FINE : FINDINGS
}

async function tellAssumptions(output: Output, asJson: boolean): Promise<void> {
  if (asJson) await output.line(jsonText(assumptionList(), 2))
  else for (const line of assumptionLines()) await output.line(line)
  await output.end()
}

function listed(found: readonly Rule[], width: number): string[] {
  const columns = [{ title: 'code' }, { title: 'severity' }, { title: 'rule' }, { title: 'says', gives: true }]
  const rows = found.map(({ code, severity, name, message }) => [code, severity, name, message])
  return [...drawColumns(columns, rows, width), `${found.length} rules`]
}

function ruleJson({
  code,
  name,
  severity,
  message,
  fix,
  source,
  forms,
  from,
  until,
  stage,
  insteadOf,
  assumes,
}: Rule): object {
  return {
    code,
    name,
    severity,
    message,
    fix,
    source,
    forms: forms ?? ['3', '4', '5'],
    from: from?.toString() ?? null,
    until: until?.toString() ?? null,
    stage: stage ?? null,
    insteadOf: insteadOf ?? [],
    assumes: assumes ?? [],
    page: rulePages[code] ?? '',
  }
}
