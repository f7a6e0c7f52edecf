/** Documents for the tests of printing and of reading what was printed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OwnershipDocument } from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { inventedForm } from './invented.mts'

const cases = join(import.meta.dirname, '../cases')

/** The XML of a case, by its path in `cases/`. */
export const caseXml = (path: string): string => readFileSync(join(cases, path), 'utf8')

/** The document of a case. */
export const readCase = (path: string): OwnershipDocument => readOwnershipXml(caseXml(path)).document!

type Named = readonly [name: string, document: OwnershipDocument]

/** Cases of each form, on one or two pages each. */
export const CASES: readonly Named[] = [
  ['the seed', readCase('seed/form4.xml')],
  ['a Form 3 without securities', readCase('terminal/form3-none-owned.xml')],
  ['a Form 3 with derivatives', readCase('terminal/form3-derivatives.xml')],
  ['a joint amendment', readCase('terminal/form4a-joint.xml')],
  ['a Form 5', readCase('terminal/form5-late.xml')],
]

/** The same, and forms on many pages. */
export const FORMS: readonly Named[] = [
  ...CASES,
  ['ten persons', inventedForm(10, 2, 4)],
  ['thirty rows in each table', inventedForm(1, 30, 25)],
]
