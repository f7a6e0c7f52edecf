export { applies, check } from './check.ts'
export { type CheckedFiling, type CheckedRow, type CheckOptions, checkedFiling } from './checkedFiling.ts'
export { registry } from './registry.ts'
export type { Report, Rule, RuleDefinition } from './rule.ts'
