import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { form4, run } from './invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-review-'))
const SEED = fileURLToPath(new URL('../cases/seed/form4.txt', import.meta.url))
afterAll(() => rmSync(folder, { recursive: true }))

test('--review writes a page of the file beside what is printed, for answers to this very file', () => {
  const page = join(folder, 'new/seed.html')
  const { status, stdout } = run(['read', SEED, '--json', '--review', page])
  expect([status, JSON.parse(stdout).paper.recognised.form]).toEqual([0, '4'])
  const html = readFileSync(page, 'utf8')
  expect(html).toContain('<h3>Doubtful: 4</h3>')
  expect(html).toContain('<h3>Not on the paper: 7</h3>')
  expect(html).toContain(`data-of="${createHash('sha256').update(readFileSync(SEED)).digest('hex')}"`)
  expect(html).toContain('data-name="form4.answers.json"')
  // The text as it stands in its cells; OCR put the end of a number in with the next.
  expect(html.includes('>0 $33,100</span>')).toBe(true)
})

test('a page that is there stays, unless it is forced', () => {
  const page = join(folder, 'there.html')
  writeFileSync(page, 'mine')
  const { status, stdout, stderr } = run(['read', SEED, '--review', page])
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain('exists; --force overwrites it')
  expect(readFileSync(page, 'utf8')).toBe('mine')
  expect(run(['read', SEED, '--review', page, '--force']).status).toBe(0)
  expect(readFileSync(page, 'utf8')).toContain('<!doctype html>')
})

test('a review shows one file: a second is refused', () => {
  const page = join(folder, 'two.html')
  const { status, stderr } = run(['read', SEED, SEED, '--review', page])
  expect(status).toBe(2)
  expect(stderr).toContain('--review shows the forms of one file')
})

test('XML is no paper: nothing is written, and that is said', () => {
  const page = join(folder, 'none.html')
  const xml = join(folder, 'form4.xml')
  writeFileSync(xml, form4())
  const { status, stderr } = run(['read', xml, '--review', page])
  expect(status).toBe(1)
  expect(stderr).toContain('I242 nothing-to-review')
  expect(existsSync(page)).toBe(false)
})
