import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tar } from '../input/packing.mts'
import { CANARY, form4, run, submission } from '../invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-verify-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(() => {
  const members = [
    { name: 'a.xml', content: form4() },
    { name: 'b.txt', content: submission(form4({ extra: '<!-- c --><new a="1"/>' })) },
    { name: 'c.xml', content: form4({ remarks: 'a & b' }) },
    { name: 'd.xml', content: `<!DOCTYPE x>${form4()}` },
    { name: 'e.html', content: '<html>A page</html>' },
    { name: 'f.html', content: '<html>A page</html>' },
    { name: 'g.xml', content: form4({ ccc: CANARY }) },
    {
      name: 'h.xml',
      content: Buffer.from(form4({ owner: 'DOÉ' }).replace('1.0"', '1.0" encoding="ISO-8859-1"'), 'latin1'),
    },
  ]
  writeFileSync(at('mixed.tar'), tar(members))
})

it('verify says what became of every file, and sums up in one last line', () => {
  const { status, stdout, stderr } = run(['verify', at('mixed.tar')])
  expect([status, stderr]).toEqual([0, ''])
  const lines = stdout.trim().split('\n')
  const archive = at('mixed.tar')
  expect(lines.slice(0, -1)).toEqual([
    expect.stringContaining(`repaired: ${archive}!c.xml: R116 bad-reference: `),
    expect.stringContaining(`refused: ${archive}!d.xml: R101 doctype-refused: `),
    `other: 2 × I202 html-page in ${archive}: e.html, f.html`,
    'ccc: 1 filings hold a CCC, masked before comparing',
  ])
  expect(lines.at(-1)).toMatch(/^filings=6 bytes=3 identical=1 repaired=1 refused=1 other=2 nodes=\d+ kept=3 lost=0$/)
})

it('verify gives the same as JSON', () => {
  const sums = JSON.parse(run(['verify', at('mixed.tar'), '--json']).stdout)
  expect(sums).toMatchObject({
    filings: 6,
    bytes: 3,
    identical: 1,
    repaired: 1,
    refused: 1,
    other: 2,
    kept: 3,
    lost: 0,
  })
  const lines = run(['verify', at('mixed.tar'), '--ndjson'])
    .stdout.trim()
    .split('\n')
  expect(lines.map((line) => JSON.parse(line).file.split('!')[1][0]).join('')).toBe('abcdefgh')
  const outcomes = Object.fromEntries(
    lines.map((line) => JSON.parse(line)).map(({ file, outcome }) => [file.split('!')[1][0], outcome]),
  )
  expect(outcomes).toEqual({
    a: 'bytes',
    b: 'bytes',
    c: 'repaired',
    d: 'refused',
    e: 'other',
    f: 'other',
    g: 'bytes',
    h: 'identical',
  })
})

it('verify does not compare filing JSON with itself', () => {
  const input = run(['read', at('mixed.tar'), '--json']).stdout
  expect(run(['verify', '-'], { input }).stdout).toContain('other: 5 × I211 filing-json')
})

it('loss says what is kept, mended, left out and refused', () => {
  const { status, stdout, stderr } = run(['loss', at('mixed.tar')])
  expect(status).toBe(1)
  expect(stdout).toMatch(/b\.txt: \d+ nodes, \d+ in the model, 3 kept as they are/)
  expect(stdout).toContain('kept      R134 comment  /ownershipDocument  <!-- c -->')
  expect(stdout).toContain('kept      R130 unknown-element  /ownershipDocument/new  <new a="1"/> (2 nodes)')
  expect(stdout).toMatch(/repaired {2}R140 mended-ampersand {2}line \d+:16 {2}A bare &/)
  expect(stderr).toContain('d.xml: R101 doctype-refused')
  const lines = run(['loss', at('mixed.tar'), '--ndjson'])
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toHaveLength(5)
  for (const { nodes } of lines) expect(nodes.model + nodes.kept).toBe(nodes.total)
})

it('loss gives 0 where something is merely kept', () => {
  expect(run(['loss', '-'], { input: form4({ extra: '<new/>' }) }).status).toBe(0)
})
