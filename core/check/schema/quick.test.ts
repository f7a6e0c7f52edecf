import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readOwnershipXml } from '../../read/ownershipXml.ts'
import { CheckedFiling } from '../checkedFiling.ts'
import type { Edition } from './contents.ts'
import { isInOrder } from './quick.ts'
import { faultsOf } from './schemaFaults.ts'

const folder = join(import.meta.dirname, '../../../cases/elements')
const files = readdirSync(folder).filter((file) => file.endsWith('.xml'))
/** Without the CCC, which no disseminated document has. */
const textOf = (file: string) =>
  readFileSync(join(folder, file), 'utf8').replace(/\s*<rptOwnerCcc>.*<\/rptOwnerCcc>/g, '')

const STATES: readonly Pick<Edition, 'hasAff10b5One' | 'hasForeignAddress'>[] = [
  { hasAff10b5One: false, hasForeignAddress: false },
  { hasAff10b5One: true, hasForeignAddress: false },
  { hasAff10b5One: true, hasForeignAddress: true },
]

/** What the quick look and the walk say of a document under each state of the schema; nothing if it is no document. */
function looks(xml: string): { quick: boolean; faults: string[] }[] {
  const { document } = readOwnershipXml(xml)
  if (!document) return []
  const { form, isAmendment } = new CheckedFiling(document)
  if (form === '') return []
  return STATES.map((state) => {
    const edition = { form, isAmendment, ...state }
    const faults = faultsOf(document, edition).map(({ kind, path }) => `${kind} ${path}`)
    return { quick: isInOrder(document, edition), faults }
  })
}

const ODD = ['', ' ', '-1', '0.00001', '1000000000000', '2024-02-30', '1', '4', 'P']

/** Texts one longer than each limit of the schema. */
const LONG = [11, 15, 31, 41, 51, 61, 101, 151, 256, 2001].map((length) => 'n'.repeat(length))

/** A document with one thing changed, line by line: its text, its absence, its repetition, its footnotes. */
function* changes(xml: string): Generator<string> {
  const lines = xml.split('\n')
  const changed = (at: number, length: number, ...put: string[]) => lines.toSpliced(at, length, ...put).join('\n')
  for (const [i, line] of lines.entries()) {
    const [, indent = '', element = ''] = /^(\s*)<(\w+)>/.exec(line) ?? []
    if (element === '') continue
    const last = lines.findIndex((other, j) => j >= i && other.endsWith(`</${element}>`))
    if (last < 0) continue
    yield changed(i, last - i + 1)
    yield changed(last + 1, 0, ...lines.slice(i, last + 1))
    if (last > i) continue
    const others = />.*[a-z].*<\//i.test(line) ? [...ODD, ...LONG] : ODD
    for (const other of others) yield changed(i, 1, line.replace(/>.*<\//, `>${other}</`))
    for (const id of ['F1', 'F98', 'f1']) yield changed(i + 1, 0, `${indent}<footnoteId id="${id}"/>`)
  }
}

test.each(files)('case %s: what the quick look finds in order, the walk does too', (file) => {
  let inOrder = 0
  let atFault = 0
  for (const xml of changes(textOf(file))) {
    for (const { quick, faults } of looks(xml)) {
      if (quick && faults.length > 0) expect.fail(`${faults[0]} in\n${xml}`)
      if (quick) inOrder++
      else atFault++
    }
  }
  // Neither always the one nor always the other.
  expect(inOrder).toBeGreaterThan(100)
  expect(atFault).toBeGreaterThan(100)
})

test.each(files)('case %s: the quick look suffices for a document in order', (file) => {
  const found = looks(textOf(file))
  expect(found.some(({ faults }) => faults.length === 0)).toBe(true)
  for (const { quick, faults } of found) expect(quick).toBe(faults.length === 0)
})

test('of the cases of rules, the quick look misses none that is in order', () => {
  const rules = join(import.meta.dirname, '../../../cases/rules')
  const missed: string[] = []
  let inOrder = 0
  for (const path of globSync('*/{good,bad}.xml', { cwd: rules }).sort()) {
    for (const [state, { quick, faults }] of looks(readFileSync(join(rules, path), 'utf8')).entries()) {
      if (faults.length > 0) continue
      inOrder++
      if (!quick) missed.push(`${path} ${state}`)
    }
  }
  expect(inOrder).toBeGreaterThan(300)
  // Markup that is not EDGAR's, and a CCC, take a closer look.
  expect(missed).toEqual([
    'C201-processing-instruction/bad.xml 2',
    'C202-raw-markup-character/bad.xml 2',
    'C212-empty-address/bad.xml 1',
    'C212-empty-address/bad.xml 2',
    'C222-owner-without-ccc/good.xml 2',
  ])
})
