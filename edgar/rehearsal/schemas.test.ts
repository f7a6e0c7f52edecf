import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ours = join(import.meta.dirname, '../schemas')
const theirs = join(import.meta.dirname, '../../cases/xsd')

test('the schemas that the package carries are the SEC’s, byte for byte', () => {
  const files = readdirSync(theirs).filter((file) => file.endsWith('.xsd.xml'))
  expect(readdirSync(ours).sort()).toEqual(files.sort())
  for (const file of files)
    expect(readFileSync(join(ours, file)).equals(readFileSync(join(theirs, file))), file).toBe(true)
})
