import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findingsOf } from '../../core/check/check.ts'
import { CheckedFiling, type CheckOptions } from '../../core/check/checkedFiling.ts'
import { applies } from '../../core/check/plan.ts'
import { registry } from '../../core/check/registry.ts'
import type { Rule } from '../../core/check/rule.ts'
import { messageOf } from '../../core/facts/messageOf.ts'
import { CalendarDate } from '../../core/model/index.ts'
import { readOwnershipXml } from '../../core/read/ownershipXml.ts'
import { root } from '../repository.ts'

/** Below the repository's top: one folder a rule, of the rule file's name. */
export const CASES = 'cases/rules'

/** The folders there are. */
export function caseFolders(): string[] {
  const entries = readdirSync(join(root, CASES), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** The folder of a rule. */
export function caseOf({ code, name }: Rule): string {
  return `${code}-${name}`
}

/** What `case.json` may say. */
interface CaseJson {
  filedOn?: string
  rulesOf?: string
  stage?: 'draft' | 'filed'
}

const NAMES = new Set(['filedOn', 'rulesOf', 'stage'])

/** What is known of the filings of a case besides their documents. Throws where `case.json` says something else. */
export function caseOptions(folder: string): CheckOptions {
  const path = join(root, CASES, folder, 'case.json')
  if (!existsSync(path)) return {}
  const said = JSON.parse(readFileSync(path, 'utf8')) as CaseJson
  for (const name of Object.keys(said)) if (!NAMES.has(name)) throw new Error(`${folder}/case.json: ${name}?`)
  const day = (written: string) => {
    const date = CalendarDate.parse(written)
    if (!date) throw new Error(`${folder}/case.json: ${written} is no date`)
    return date
  }
  return {
    ...(said.filedOn ? { filedOn: day(said.filedOn) } : {}),
    ...(said.rulesOf ? { rulesOf: day(said.rulesOf) } : {}),
    ...(said.stage ? { stage: said.stage } : {}),
  }
}

/** What one rule finds in a file of its case, a line a finding: `path message`. */
export function findings(rule: Rule, file: 'good.xml' | 'bad.xml'): string {
  const folder = caseOf(rule)
  const { document } = readOwnershipXml(readFileSync(join(root, CASES, folder, file)))
  if (!document) throw new Error(`${folder}/${file} is no ownership document`)
  const filing = new CheckedFiling(document, caseOptions(folder))
  if (!applies(rule, filing)) return ''
  return findingsOf(rule, filing)
    .map((finding) => `${finding.at.path} ${messageOf(finding, { [rule.code]: rule })}\n`)
    .join('')
}

/** `expected.txt` of every rule that has a case, with what the rule finds now. */
export function expectedFindings(): { path: string; actual: string }[] {
  return registry
    .filter((rule) => existsSync(join(root, CASES, caseOf(rule), 'bad.xml')))
    .map((rule) => ({ path: `${CASES}/${caseOf(rule)}/expected.txt`, actual: findings(rule, 'bad.xml') }))
}
