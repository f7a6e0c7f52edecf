import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { walk } from '../model/walk.ts'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import { CheckedFiling } from './checkedFiling.ts'
import { footnoteUses } from './footnoteUses.ts'

interface Use {
  path: string
  ids: readonly string[]
}

test.each(['3', '3A', '4', '4A', '5', '5A'])('uses of footnotes in case %s are those that a walk meets', (name) => {
  const { document } = readOwnershipXml(readFileSync(new URL(`../../cases/elements/${name}.xml`, import.meta.url)))
  if (!document) throw new Error(name)
  const met: Use[] = []
  walk(document, {
    field: ({ footnotes }, _, path) => {
      if (footnotes.length > 0) met.push({ path: path(), ids: footnotes })
    },
    references: (ids, path) => met.push({ path: path(), ids }),
  })
  const inOrder = (uses: readonly Use[]) => [...uses].sort((a, b) => (a.path < b.path ? -1 : 1))
  expect(met.length).toBeGreaterThan(5)
  const uses = footnoteUses(new CheckedFiling(document)).map(({ line, place, ids }) => ({
    path: `${line.path}/${place}`,
    ids,
  }))
  expect(inOrder(uses)).toEqual(inOrder(met))
})

test('uses are worked out once', () => {
  const { document } = readOwnershipXml(readFileSync(new URL('../../cases/elements/4.xml', import.meta.url)))
  if (!document) throw new Error('4')
  const filing = new CheckedFiling(document, {})
  expect(footnoteUses(filing)).toBe(footnoteUses(filing))
})

test('a value in place of a price, as in the first schema, may have a footnote', () => {
  const line =
    '<transactionAmounts><transactionValue><value>5</value><footnoteId id="F1"/></transactionValue></transactionAmounts>'
  const { document } = readOwnershipXml(
    `<ownershipDocument><documentType>4</documentType><nonDerivativeTable><nonDerivativeTransaction>${line}</nonDerivativeTransaction></nonDerivativeTable></ownershipDocument>`,
  )
  const uses = footnoteUses(new CheckedFiling(document!)).map(({ place, ids }) => ({ place, ids }))
  expect(uses).toEqual([{ place: 'transactionAmounts/transactionValue', ids: ['F1'] }])
})
