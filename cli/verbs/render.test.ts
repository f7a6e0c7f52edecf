import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCESSION_NUMBER, CANARY, form4, run, submission } from '../invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-render-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(() => {
  writeFileSync(at('form4.xml'), form4({ ccc: CANARY }))
  writeFileSync(at('filing.txt'), submission(form4({ owner: '\u009b2J\u202eDOE &lt;script&gt;' })))
})

const MEDIA = [
  ['--terminal', '.txt'],
  ['--markdown', '.md'],
  ['--html', '.html'],
] as const

describe.each(MEDIA)('render %s', (medium, ending) => {
  it('gives one page, to standard output or a new file', () => {
    const { status, stdout, stderr } = run(['render', at('form4.xml'), medium])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Invented Holdings Inc.')
    const path = at(`page${ending}`)
    expect(run(['render', at('form4.xml'), medium, '-o', path]).status).toBe(0)
    expect(readFileSync(path, 'utf8')).toBe(stdout)
    expect(run(['render', at('form4.xml'), medium, '-o', path]).status).toBe(2)
    expect(run(['render', at('form4.xml'), medium, '-o', path, '--force']).status).toBe(0)
  })

  it('gives a page for each filing in a folder', () => {
    const out = at(`out${ending}`)
    expect(run(['render', at('form4.xml'), at('filing.txt'), medium, '-o', `${out}/`]).status).toBe(0)
    expect(readdirSync(out).sort()).toEqual([`${ACCESSION_NUMBER}${ending}`, `form4${ending}`])
    expect(readFileSync(join(out, `${ACCESSION_NUMBER}${ending}`), 'utf8')).toContain(ACCESSION_NUMBER)
    expect(run(['render', at('form4.xml'), at('filing.txt'), medium, '-o', `${out}/`]).status).toBe(1)
    expect(run(['render', at('form4.xml'), at('filing.txt'), medium, '-o', at(`both${ending}`)]).status).toBe(2)
  })

  it('lets nothing of a filing act, and no CCC out', () => {
    const text = run(['render', at('form4.xml'), medium]).stdout + run(['render', at('filing.txt'), medium]).stdout
    expect(text).not.toContain(CANARY)
    expect(text).not.toMatch(/[\u009b\u202e]/)
    // Escaped, each in its own way; a terminal has no markup.
    if (medium !== '--terminal') expect(text).not.toMatch(/(?<!\\)<script/)
  })
})

describe('render', () => {
  it('draws in the terminal where nothing is said, as wide as asked', () => {
    const { stdout } = run(['render', at('form4.xml'), '--width', '90'])
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBe(90)
    expect(stdout).toBe(run(['render', at('form4.xml'), '--width', '90', '--terminal']).stdout)
  })

  it('does not put several HTML pages into one', () => {
    expect(run(['render', at('form4.xml'), at('filing.txt'), '--html']).status).toBe(2)
    const { stdout } = run(['render', at('form4.xml'), at('filing.txt'), '--markdown'])
    expect(stdout.split('Invented Holdings Inc.').length).toBeGreaterThan(2)
  })

  it('makes a PDF, into a file or a folder, never onto the terminal', () => {
    const refused = run(['render', at('form4.xml'), '--pdf'])
    expect([refused.status, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toContain('-o FILE')
    const made = run(['render', at('form4.xml'), '--pdf', '-o', at('page.pdf')])
    expect([made.status, made.stderr]).toEqual([0, ''])
    const bytes = readFileSync(at('page.pdf'))
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7')
    expect(run(['render', at('form4.xml'), at('filing.txt'), '--pdf', '-o', at('pdf/')]).status).toBe(0)
    expect(readdirSync(at('pdf')).sort()).toEqual([`${ACCESSION_NUMBER}.pdf`, 'form4.pdf'])
    expect(readFileSync(at('pdf/form4.pdf')).equals(bytes)).toBe(true)
  })

  it.each([
    ['two media', ['--html', '--markdown']],
    ['a medium and PDF', ['--terminal', '--pdf']],
  ])('usage: %s gives 2', (_, options) => {
    expect(run(['render', at('form4.xml'), ...options]).status).toBe(2)
  })
})
