import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '../facts/dated.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import { check, findingsOf } from './check.ts'
import { CheckedFiling, type CheckOptions } from './checkedFiling.ts'
import { applies } from './plan.ts'
import { registry } from './registry.ts'
import { toldOnce } from './toldOnce.ts'

const root = join(import.meta.dirname, '../..')
const corpus = join(root, '../shared/corpus/xml')

const SETTINGS: readonly CheckOptions[] = [
  {},
  { stage: 'draft' },
  { filedOn: day('2008-06-24') },
  { filedOn: day('2023-04-01') },
  { rulesOf: day('2026-11-02'), stage: 'draft' },
]

/** Every rule in force asked by itself, one after the other. */
function plainly(document: OwnershipDocument, options: CheckOptions) {
  const filing = new CheckedFiling(document, options)
  return toldOnce(registry.filter((rule) => applies(rule, filing)).flatMap((rule) => findingsOf(rule, filing)))
}

/** How many findings there are, all the same both ways. */
function compared(paths: readonly string[]): number {
  let found = 0
  for (const path of paths) {
    const { document } = readOwnershipXml(readFileSync(path))
    if (!document) continue
    for (const options of SETTINGS) {
      const findings = check(document, options)
      expect(JSON.stringify(findings), path).toBe(JSON.stringify(plainly(document, options)))
      found += findings.length
    }
  }
  return found
}

test('the cases have the findings, in the order, that each rule has by itself', () => {
  const elements = join(root, 'cases/elements')
  const rules = join(root, 'cases/rules')
  const paths = readdirSync(elements).map((file) => join(elements, file))
  for (const folder of readdirSync(rules)) paths.push(join(rules, folder, 'good.xml'), join(rules, folder, 'bad.xml'))
  expect(compared(paths.filter((path) => path.endsWith('.xml') && existsSync(path)))).toBeGreaterThan(1000)
})

const reason = existsSync(corpus) ? '' : ' (skipped: no filings beside this checkout)'

test.skipIf(reason !== '')(`so do real filings${reason}`, () => {
  const paths = readdirSync(corpus)
    .filter((file) => file.endsWith('.xml'))
    .slice(0, 100)
  expect(compared(paths.map((file) => join(corpus, file)))).toBeGreaterThan(50)
})

test('a rule of transactions names its codes in capitals, as the plan sorts lines', () => {
  for (const { codes = 'A', code } of registry) expect(codes, code).toMatch(/^[A-Z]+$/)
})

test('each kind of fault has one rule', () => {
  const faults = registry.flatMap(({ fault }) => fault ?? [])
  expect(new Set(faults).size).toBe(faults.length)
})
