import type { Diagnostic } from '../model/diagnostic.ts'
import { registry } from './registry.ts'

/** Which codes each rule takes the place of. */
const REPLACED = new Map(registry.flatMap(({ code, insteadOf }) => (insteadOf ? [[code, insteadOf] as const] : [])))

/**
 * Findings without those that another one says in better words: a rule names in `insteadOf` what it takes the place of,
 * at the same field. The order stays.
 */
export function toldOnce(findings: Diagnostic[]): Diagnostic[] {
  const replaced = new Set<string>()
  for (const { code, at } of findings) {
    for (const other of REPLACED.get(code) ?? []) replaced.add(`${other} ${fieldOf(at.path)}`)
  }
  return replaced.size === 0
    ? findings
    : findings.filter(({ code, at }) => !replaced.has(`${code} ${fieldOf(at.path)}`))
}

/** The path of a field, be it of its value or of a reference on it. */
function fieldOf(path = ''): string {
  return path.replace(/\/(?:value|footnoteId\[\d+\])$/, '')
}
