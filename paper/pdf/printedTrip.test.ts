import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OwnershipDocument } from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { describe, expect, test } from 'vitest'
import { inventedForm } from '../../print/invented.mts'
import { printAndRead } from './printedTrip.mts'

const cases = join(import.meta.dirname, '../../cases')
const readCase = (path: string) => readOwnershipXml(readFileSync(join(cases, path))).document!

const FORMS: [string, OwnershipDocument][] = [
  ['the seed', readCase('seed/form4.xml')],
  ['a Form 3 without securities', readCase('terminal/form3-none-owned.xml')],
  ['a Form 3 with derivatives', readCase('terminal/form3-derivatives.xml')],
  ['a joint amendment', readCase('terminal/form4a-joint.xml')],
  ['a Form 5', readCase('terminal/form5-late.xml')],
  ['ten persons', inventedForm(10, 2, 4)],
  ['thirty rows in each table, on several pages', inventedForm(1, 30, 25)],
]

describe('what our pages say of a document is what is read from them', () => {
  test.each(FORMS)('%s', async (_, document) => {
    const { compared, differences, unplaced } = await printAndRead(document)
    expect(differences).toEqual([])
    expect(unplaced).toEqual([])
    expect(compared).toBeGreaterThan(15)
  })

  test.each(['2003', '2012', '2023', '2026'] as const)('the edition of %s', async (edition) => {
    for (const path of ['terminal/form4a-joint.xml', 'terminal/form5-late.xml', 'terminal/form3-derivatives.xml']) {
      const { differences } = await printAndRead(readCase(path), { edition })
      expect(differences).toEqual([])
    }
  })
})
