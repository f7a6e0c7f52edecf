import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { acquiredDisposedCodes, countryCodes, directOrIndirectCodes, stateCodes, transactionCodes } from './index.ts'

const folder = new URL('../../cases/xsd/', import.meta.url)
const bytes = (name: string) => readFileSync(new URL(name, folder))

/** The values that a schema lists behind a name. */
function enumerated(schema: string, name: string): string[] {
  const from = schema.indexOf(`name="${name}"`)
  const list = schema.slice(from, schema.indexOf('</xs:restriction>', from))
  const values = [...list.matchAll(/<xs:(?:enumeration|pattern) value="([^"]+)"/g)].map((found) => found[1] as string)
  // One-letter codes stand in one pattern, `A|D`.
  return values.flatMap((value) => value.split('|')).filter((value) => value.trim())
}

test('the schema files are the SEC’s, byte for byte', () => {
  const listed = [
    ...bytes('README.md')
      .toString()
      .matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm),
  ].map(([, sum, name]) => [name, sum])
  const files = [...readdirSync(folder), ...readdirSync(new URL('x0306/', folder)).map((name) => `x0306/${name}`)]
  const sums = files
    .filter((name) => name.endsWith('.xsd.xml'))
    .map((name) => [name, createHash('sha256').update(bytes(name)).digest('hex')])
  expect(sums).toHaveLength(11)
  expect(new Set(sums)).toEqual(new Set(listed))
})

test('the codes are those of the schema of today', () => {
  const schema = bytes('ownershipDocumentCommon.xsd.xml').toString('latin1')
  expect(enumerated(schema, 'TRANS_CODE_PICKLIST').sort()).toEqual([...transactionCodes.keys()].sort())
  expect(enumerated(schema, 'ACQ_DISP_CODE_PICKLIST').sort()).toEqual([...acquiredDisposedCodes.keys()].sort())
  expect(enumerated(schema, 'OWNERSHIP_TYPE_PICKLIST').sort()).toEqual([...directOrIndirectCodes.keys()].sort())
  expect(enumerated(schema, 'rptOwnerState').sort()).toEqual([...stateCodes.keys()].sort())
  expect(enumerated(schema, 'rptOwnerCountry').sort()).toEqual([...countryCodes.keys()].sort())
})

test('the state list of X0306 is both lists of today', () => {
  const schema = bytes('x0306/ownershipDocumentCommon.xsd.xml').toString('latin1')
  const codes = enumerated(schema, 'rptOwnerState')
  expect(codes.sort()).toEqual([...stateCodes.keys(), ...countryCodes.keys()].sort())
})
