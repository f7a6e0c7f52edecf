import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownershipXml } from './corpus.ts'
import { readPack, writePack } from './pack.ts'
import { tarEnd, tarMember, tarMembers } from './tar.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'section16-bench-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a packed file gives back its documents, empty ones too', () => {
  const path = join(folder, 'pack')
  writePack(path, [Buffer.from('<a/>'), Buffer.from(''), Buffer.from('<b>é</b>')])
  expect(readPack(path).map(String)).toEqual(['<a/>', '', '<b>é</b>'])
})

test('a packed file that is cut off is noticed', () => {
  const path = join(folder, 'pack')
  writePack(path, [Buffer.from('<a/>'), Buffer.from('<b/>')])
  truncateSync(path, 15)
  expect(() => readPack(path)).toThrow('cut off inside document 1')
})

test('a tar archive gives back its files', () => {
  const contents = ['<a/>', 'x'.repeat(512), '']
  const archive = Buffer.concat([...contents.map((text, at) => tarMember(`${at}.xml`, Buffer.from(text))), tarEnd()])
  expect([...tarMembers(archive)].map(String)).toEqual(contents)
})

test('the ownership document of a submission comes with its own declaration only', () => {
  const own = '<?xml version="1.0"?>\n<ownershipDocument><a/></ownershipDocument>'
  const found = (text: string) => ownershipXml(Buffer.from(text))?.toString()
  expect(found(`<SEC-DOCUMENT>\n<XML>\n${own}\n</XML>`)).toBe(own)
  expect(found(`<?xml version="1.0"?>${' '.repeat(300)}<ownershipDocument></ownershipDocument>`)).toBe(
    '<ownershipDocument></ownershipDocument>',
  )
  expect(found('<SEC-HEADER>only</SEC-HEADER>')).toBeUndefined()
})
