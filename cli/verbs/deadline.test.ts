import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from '../invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-deadline-'))
afterAll(() => rmSync(folder, { recursive: true }))

const deadline = (...args: string[]) => run(['deadline', ...args])

describe('deadline', () => {
  it('answers the case of 2003-05-07 as JSON', () => {
    const { status, stdout } = deadline('--trade', '2003-05-07', '--code', 'A', '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ form: '4', due: '2003-05-09T17:30:00-04:00', businessDays: 2 })
  })

  it('answers people, and is no failure where a filing is late', () => {
    const { status, stdout } = deadline('--trade', '2003-05-07', '--code', 'A', '--filed', '2003-05-09T17:31')
    expect(status).toBe(0)
    expect(stdout.split('\n')).toEqual([
      'Form 4 due Friday 2003-05-09 17:30 Eastern (2003-05-09T17:30:00-04:00)',
      '2 business days after 2003-05-07',
      'Table I (acquired) or Table II (acquired); Section 16(b): exempt',
      'Dated 2003-05-12, after 2003-05-09: late by one business day.',
      'Taken for granted: exempt is true, Rule 16b-3(d): the grant was approved by the board, a committee of ' +
        'non-employee directors or shareholders, or is held six months.',
      '',
    ])
  })

  it.each([
    ['G', 'acquiredDisposed', '--acquired or --disposed'],
    ['J', 'exempt', '--exempt or --not-exempt'],
    ['L', 'deferral', '--deferral-lost DATE'],
    ['W', 'fiscalYearEnd', '--fiscal-year-end DATE'],
    ['K', 'code', 'S/K or P/K'],
  ])('asks for what code %s leaves open: %s', (code, fact, said) => {
    const { status, stdout, stderr } = deadline('--trade', '2024-03-01', '--code', code, '--json')
    expect(status).toBe(2)
    expect(stderr).toContain(`missing fact ${fact}: `)
    expect(stderr).toContain(said)
    expect(JSON.parse(stdout).missing).toHaveLength(1)
    expect(JSON.parse(stdout).missing[0].fact).toBe(fact)
  })

  it('tells the lines of a filing that is named; a signature date is no filing date', () => {
    const { status, stdout } = deadline(join(import.meta.dirname, '../../cases/seed/form4.xml'), '--json')
    expect(status).toBe(0)
    const { reports } = JSON.parse(stdout)
    expect(reports).toHaveLength(1)
    expect(reports[0].lines).toMatchObject([{ verdict: 'unknown', why: 'filingDateNotKnown', dueDate: '2003-05-09' }])
    expect(reports[0].lines[0].derivation.join()).not.toBe('')
  })

  it('takes no facts for a filing that is named', () => {
    const { status, stdout, stderr } = deadline('form4.xml', '--fiscal-year-end', '2003-12-31')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('--fiscal-year-end asks without a filing')
  })

  it('refuses what makes no sense', () => {
    const both = deadline('--trade', '2024-03-01', '--code', 'G', '--acquired', '--disposed')
    expect([both.status, both.stdout]).toEqual([2, ''])
    const noNotice = deadline('--trade', '2024-03-01', '--code', 'S', '--rule', '10b5-1')
    expect([noNotice.status, noNotice.stderr.includes('--notified DATE')]).toEqual([2, true])
  })

  it('takes a calendar, and refuses one that it cannot read', () => {
    const path = join(folder, 'days.csv')
    writeFileSync(path, 'date,event\n2031-05-05,invented day of mourning\n')
    const asked = ['--trade', '2031-05-02', '--code', 'S', '--explain', '--calendar']
    const { stdout } = deadline(...asked, path)
    expect(stdout).toContain('Form 4 due Wednesday 2031-05-07 22:00 Eastern')
    expect(stdout).toContain('Not counted: 2031-05-05, invented day of mourning.')
    const nowhere = deadline(...asked, join(folder, 'nowhere.csv'))
    expect([nowhere.status, nowhere.stdout, nowhere.stderr.includes('nowhere.csv')]).toEqual([3, '', true])
  })
})
