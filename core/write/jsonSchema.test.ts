import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { type ElementDefinition, OWNERSHIP_DOCUMENT } from '../model/elements.ts'
import { filingJsonSchema } from './jsonSchema.ts'

const schema = filingJsonSchema()
const ajv = new Ajv2020({ formats: { date: /^\d{4}-\d{2}-\d{2}$/ } })
const validate = ajv.compile(schema)

const accepted = () => JSON.parse(readFileSync(new URL('../../cases/elements/4.json', import.meta.url), 'utf8'))

/** The accepted filing with one thing changed. */
function changed(change: (json: ReturnType<typeof accepted>) => void): unknown {
  const json = accepted()
  change(json)
  return json
}

test('it is a schema of draft 2020-12, and as plain JSON the same', () => {
  expect(ajv.validateSchema(schema)).toBe(true)
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
})

test('a filing is valid', () => {
  expect([validate(accepted()), validate.errors]).toEqual([true, null])
})

test.each<[string, unknown]>([
  ['no document', { format: 'section16/filing@1' }],
  ['another format', changed((json) => Object.assign(json, { format: 'section16/filing@2' }))],
  ['a key nobody knows', changed((json) => Object.assign(json.document, { issuers: {} }))],
  [
    'a number for a decimal',
    changed((json) => (json.document.nonDerivativeTable.rows[0].amounts.shares.value = 1250.5)),
  ],
  [
    'a decimal with a comma',
    changed((json) => (json.document.nonDerivativeTable.rows[0].amounts.shares.value = '1,250')),
  ],
  [
    'a decimal spelled short',
    changed((json) => (json.document.nonDerivativeTable.rows[0].amounts.shares.value = '.5')),
  ],
  ['text for a flag', changed((json) => (json.document.aff10b5One.value = '1'))],
  ['a short CIK', changed((json) => (json.document.issuer.cik.value = '9900001'))],
  ['a day spelled otherwise', changed((json) => (json.document.periodOfReport.value = '04/02/2026'))],
  ['a bare value', changed((json) => (json.document.documentType = '4'))],
  ['a line without its element', changed((json) => delete json.document.nonDerivativeTable.rows[0].element)],
  ['a line of another kind', changed((json) => (json.document.nonDerivativeTable.rows[0].element = 'holding'))],
  ['one owner, not a list', changed((json) => (json.document.reportingOwners = json.document.reportingOwners[0]))],
  ['a footnote without text', changed((json) => delete json.document.footnotes.footnotes[0].text)],
  ['footnote ids that are none', changed((json) => (json.document.issuer.name.footnotes = [1]))],
  ['an accession number without dashes', changed((json) => (json.accessionNumber = '000000000026000001'))],
])('%s is not', (_, json) => {
  expect(validate(json)).toBe(false)
})

test('every element of the table is described by its name', () => {
  const text = JSON.stringify(schema)
  const leaves = (children: readonly ElementDefinition[]): string[] =>
    children.flatMap((child) =>
      'children' in child ? leaves(child.children) : child.shape === 'footnote' ? [] : [child.element],
    )
  for (const element of leaves(OWNERSHIP_DOCUMENT.children)) expect(text).toContain(`"<${element}>"`)
})
