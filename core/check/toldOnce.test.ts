import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { coreDiagnostics } from '../facts/messageOf.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import { check } from './check.ts'
import { registry } from './registry.ts'
import { toldOnce } from './toldOnce.ts'

const GRAVITY = ['suspends', 'law', 'warns', 'doubt', 'note']
const finding = (code: string, path: string): Diagnostic => ({ code, severity: 'suspends', at: { path }, data: {} })
const told = (...findings: Diagnostic[]) => toldOnce(findings).map(({ code }) => code)

const cases = join(import.meta.dirname, '../../cases/rules')

/** What is said of a bad case, the codes of one field. */
function codesAt(name: string, path: string): string[] {
  const { document } = readOwnershipXml(readFileSync(join(cases, name, 'bad.xml')))
  if (!document) throw new Error(`${name} is no document`)
  return check(document).flatMap(({ code, at }) => (at.path?.includes(path) ? [code] : []))
}

test.each([
  ['C401-unpriced-market-trade', 'transactionPricePerShare', ['C401']],
  ['C123-bad-zip-code', 'rptOwnerZipCode', ['C123']],
  ['C133-unknown-timeliness', 'transactionTimeliness', ['C133']],
  ['C121-text-too-short', 'issuerTradingSymbol', ['C121']],
  // Without a trade the schema alone objects.
  ['C150-neither-value-nor-footnote', 'exerciseDate', ['C150']],
])('%s: one finding of one fault', (name, path, codes) => {
  expect(codesAt(name, path)).toEqual(codes)
})

test('only at the same field, be the place its value, a reference on it, or the field', () => {
  expect(told(finding('C150', '/a/price'), finding('C401', '/a/price'))).toEqual(['C401'])
  expect(told(finding('C401', '/a/price'), finding('C145', '/a/price/value'))).toEqual(['C401'])
  expect(told(finding('R156', '/a/price'), finding('C162', '/a/price/footnoteId[2]'))).toEqual(['C162'])
  expect(told(finding('C150', '/b/price'), finding('C401', '/a/price'))).toEqual(['C150', 'C401'])
  expect(told(finding('C150', '/a/price'), finding('C120', '/a/price'))).toEqual(['C150', 'C120'])
})

test('what is told instead exists, is no more grave, and belongs to no two rules that hide each other', () => {
  const rules = new Map(registry.map((rule) => [rule.code, rule]))
  for (const { code, severity, insteadOf = [] } of registry) {
    for (const other of insteadOf) {
      const replaced = rules.get(other) ?? coreDiagnostics[other]
      expect(replaced, `${code} instead of ${other}`).toBeDefined()
      expect(GRAVITY.indexOf(severity)).toBeLessThanOrEqual(GRAVITY.indexOf(replaced?.severity ?? ''))
      expect(rules.get(other)?.insteadOf ?? []).not.toContain(code)
    }
  }
})
