import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tar } from '../input/packing.mts'
import { ACCESSION_NUMBER, CANARY, form4, run, submission } from '../invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-diff-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

const amended = (changes = {}) =>
  form4(changes)
    .replace('<documentType>4<', '<documentType>4/A<')
    .replace('<value>1200<', '<value>1250<')
    .replace('An average price.', 'A weighted average price.')

beforeAll(() => {
  writeFileSync(at('original.txt'), submission(form4()))
  writeFileSync(at('amendment.xml'), amended())
  writeFileSync(at('refused.xml'), `<!DOCTYPE x>${form4()}`)
  writeFileSync(
    at('two.tar'),
    tar([
      { name: 'a.xml', content: form4() },
      { name: 'b.xml', content: form4() },
    ]),
  )
})

it('says what changed, in the words of the form', () => {
  const { status, stdout, stderr } = run(['diff', at('original.txt'), at('amendment.xml')])
  expect([status, stderr]).toEqual([1, ''])
  expect(stdout.split('\n')).toEqual([
    `- ${at('original.txt')} (Form 4, ${ACCESSION_NUMBER})`,
    `+ ${at('amendment.xml')} (Form 4/A)`,
    'Form type: Form type (changed)',
    '  - 4',
    '  + 4/A',
    'Table I, row 1, column 4: Securities Acquired (A) or Disposed Of (D): Amount (changed)',
    '  - 1,200',
    '  + 1,250',
    'Footnote 1: Explanation of Responses (changed)',
    '    [-An-] {+A weighted+} average price.',
    '3 differences',
    '',
  ])
})

it('gives 0 where nothing changed', () => {
  const { status, stdout } = run(['diff', at('original.txt'), '-'], { input: form4() })
  expect(status).toBe(0)
  expect(stdout.trim().split('\n').at(-1)).toBe('no difference')
})

it('gives the same as JSON', () => {
  const { status, stdout } = run(['diff', at('original.txt'), at('amendment.xml'), '--json'])
  expect(status).toBe(1)
  const { before, after, changes } = JSON.parse(stdout)
  expect(before).toEqual({ file: at('original.txt'), accessionNumber: ACCESSION_NUMBER, documentType: '4' })
  expect(after).toEqual({ file: at('amendment.xml'), accessionNumber: null, documentType: '4/A' })
  expect(changes[1]).toMatchObject({
    kind: 'changed',
    place: 'Table I, row 1, column 4',
    before: '1,200',
    after: '1,250',
  })
  expect(changes[2].words[0]).toEqual({ kind: 'removed', text: 'An' })
})

it.each([
  ['one file', ['original.txt'], 2],
  ['several filings in one', ['original.txt', 'two.tar'], 2],
  ['a file that is not there', ['original.txt', 'nowhere.xml'], 3],
  ['a file that is refused', ['original.txt', 'refused.xml'], 1],
])('%s is no comparison', (_, names, expected) => {
  const { status, stdout, stderr } = run(['diff', ...names.map(at)])
  expect([status, stdout]).toEqual([expected, ''])
  expect(stderr).not.toBe('')
})

it('shows neither a CCC nor anything that acts on the terminal', () => {
  const secret = { ccc: CANARY, owner: '\u009b2J\u202eDOE', remarks: `<rptOwnerCcc>${CANARY}</rptOwnerCcc>` }
  writeFileSync(at('secret.xml'), amended(secret))
  writeFileSync(at('escaped.xml'), amended({ remarks: `&lt;rptOwnerCcc&gt;${CANARY}&lt;/rptOwnerCcc&gt;` }))
  for (const name of ['secret.xml', 'escaped.xml']) {
    for (const option of [[], ['--json']]) {
      for (const pair of [
        [at('original.txt'), at(name)],
        [at(name), at('original.txt')],
      ]) {
        const { status, stdout, stderr } = run(['diff', ...pair, ...option])
        expect([status, stderr]).toEqual([1, ''])
        expect(stdout).not.toMatch(/[\u009b\u202e]/)
        expect(stdout).not.toContain(CANARY)
      }
    }
  }
})
