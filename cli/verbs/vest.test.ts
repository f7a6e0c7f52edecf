import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { form4, run } from '../invented.mts'

const SEED = fileURLToPath(new URL('../../cases/seed/form4.xml', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'section16-vest-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Instalment {
  date: string
  shares: string
  cumulative: string
}

describe('vest on the seed', () => {
  // section16-rules.md Appendix A, "vesting", 10,000 shares.
  it.each([
    ['cumulative-floor', ['2500', '2708', '2916', '3125', '9791', '10000']],
    ['cumulative-round', ['2500', '2708', '2917', '3125', '9792', '10000']],
    ['equal-last-plug', ['2500', '2708', '2916', '3124', '9780', '10000']],
  ])('gives the table %s to 2007-05-07', (convention, expected) => {
    const { status, stdout, stderr } = run(['vest', SEED, '--json'])
    expect([status, stderr]).toEqual([0, ''])
    const [row] = JSON.parse(stdout).rows
    expect(row).toMatchObject({ row: 1, footnote: 'F1', certainty: 'certain', total: '10000', complete: true })
    expect(row.tables).toHaveLength(3)
    const table = row.tables.find((one: { convention: string }) => one.convention === convention)
    const sums = new Map(table.instalments.map((one: Instalment) => [one.date, one.cumulative]))
    expect(sums.size).toBe(37)
    const days = ['2004-05-07', '2004-06-07', '2004-07-07', '2004-08-07', '2007-04-07', '2007-05-07']
    expect(days.map((day) => sums.get(day))).toEqual(expected)
  })

  it('draws them side by side, with the words they came from', () => {
    const { stdout } = run(['vest', SEED, '--no-color'])
    expect(stdout).toContain('row 1: Non-qualified Stock Option (right to buy), 10000 shares (footnote F1, certain)')
    expect(stdout).toContain('“The option vests as to 25% of the shares on 5/7/2004')
    expect(stdout).toContain(
      '2004-07-07  1/48               208   2916               209   2917              208   2916',
    )
    expect(stdout).toContain(
      '2007-05-07  1/48               209  10000               208  10000              220  10000',
    )
  })

  it('answers for a day, the 60th day included', () => {
    // section16-rules.md 6.4.
    const { stdout } = run([
      'vest',
      SEED,
      '--shares',
      '100000',
      '--as-of',
      '2005-03-31',
      '--convention',
      'cumulative-floor',
    ])
    expect(stdout).toContain('exercisable on 2005-03-31: 45833; within 60 days, by 2005-05-30: 50000')
  })

  it('says why, and gives one convention where asked', () => {
    const { stdout } = run(['vest', SEED, '--convention', 'equal-last-plug', '--explain'])
    expect(stdout).not.toContain('cumulative')
    expect(stdout).toContain('Why:')
    expect(stdout).toContain('The row reports the grant, so that the award is its 10000 shares.')
  })

  it('gives a row for each instalment and convention as CSV', () => {
    const lines = run(['vest', SEED, '--csv']).stdout.trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + 3 * 37)
    expect(lines[0]).toBe(
      'file,row,securityTitle,footnote,certainty,reasons,convention,date,latest,part,shares,cumulative,words',
    )
    expect(lines[1]).toMatch(/,certain,,cumulative-floor,2004-05-07,false,1\/4,2500,2500,$/)
  })
})

describe('vest on what is not known', () => {
  const file = join(folder, 'left.xml')
  const row = `<derivativeTable><derivativeHolding><securityTitle><value>Option</value></securityTitle><exerciseDate><footnoteId id="F1"/></exerciseDate></derivativeHolding></derivativeTable>`
  const words = 'The option vests in some months, as the board sees fit'
  writeFileSync(file, form4({ extra: row }).replace('An average price.', `${words}.`))

  it('shows the words and the reason, and claims no day', () => {
    const { status, stdout } = run(['vest', file])
    expect(status).toBe(0)
    expect(stdout).toContain(`“${words}”`)
    expect(stdout).toContain('unknown: not every word has its place in the grammar')
    const [told] = JSON.parse(run(['vest', file, '--json']).stdout).rows
    expect(told).toMatchObject({ certainty: 'left', reasons: ['wordsNotUnderstood'], total: null, tables: [] })
  })

  it('says so where no footnote speaks of vesting', () => {
    const none = join(folder, 'none.xml')
    writeFileSync(none, form4())
    expect(run(['vest', none]).stdout).toContain('no footnote of a derivative row speaks of vesting')
  })
})

describe('vest refuses', () => {
  it.each([
    [['--shares', '1.5'], '--shares takes a whole number of shares'],
    [['--as-of', '2024-02-30'], '--as-of takes a day'],
    [['--convention', 'nearest'], 'Allowed choices are'],
  ])('%s', (args, complaint) => {
    const { status, stderr } = run(['vest', SEED, ...args])
    expect(status).toBe(2)
    expect(stderr).toContain(complaint)
  })
})
