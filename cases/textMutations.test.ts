import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../core/check/index.ts'
import { CalendarDate } from '../core/model/index.ts'
import { readOwnershipXml } from '../core/read/index.ts'
import { root } from '../tools/repository.ts'
import { Random, seedOf } from '../tools/testing/random.ts'
import { textMutations } from '../tools/testing/textMutations.ts'
import { schemaComplaints } from '../tools/testing/xsd.ts'

const TODAY = CalendarDate.parse('2026-06-01')
const typeOf = (xml: string) => /<documentType>([345](?:\/A)?)</.exec(xml)?.[1] ?? ''

/** What the rules of today find in a draft. */
function codesOf(xml: string): Set<string> {
  const { document } = readOwnershipXml(xml)
  if (!document || !TODAY) throw new Error('not read')
  return new Set(check(document, { rulesOf: TODAY, stage: 'draft' }).map(({ code }) => code))
}

test('what only the text of the SEC forbids is found by the right rule, and the schema lets it pass', () => {
  const bases = globSync(['cases/elements/*.xml', 'cases/rules/*/good.xml'], { cwd: root })
    .sort()
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .filter((xml) => typeOf(xml) !== '' && schemaComplaints(xml, typeOf(xml)).length === 0)
    .map((xml) => ({ xml, before: codesOf(xml) }))
  const caught: Record<string, number> = {}
  const missed: string[] = []
  const schemaWide: string[] = []
  for (const [i, { xml, before }] of bases.entries()) {
    for (const [code, mutate] of Object.entries(textMutations)) {
      // Three in five: enough, and quick.
      if ((i + Number(code.slice(2))) % 5 > 2) continue
      const mutated = mutate(xml, new Random(seedOf(16, i * 100 + Number(code.slice(2)))))
      if (mutated === undefined || before.has(code)) continue
      if (schemaComplaints(mutated, typeOf(mutated)).length > 0) schemaWide.push(`${code} ${i}`)
      else if (codesOf(mutated).has(code)) caught[code] = (caught[code] ?? 0) + 1
      else missed.push(`${code} ${i}`)
    }
  }
  expect(missed).toEqual([])
  expect(schemaWide).toEqual([])
  expect(Object.keys(caught).sort()).toEqual(Object.keys(textMutations))
  expect(Object.values(caught).reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(2000)
}, 60_000)
