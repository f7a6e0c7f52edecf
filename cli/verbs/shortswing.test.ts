import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-shortswing-'))
const at = (name: string) => join(folder, name)

// section16-rules.md 4.3, counterexample.
const LOTS = `date,side,shares,price
2025-01-06,P,100,11.00
2025-03-03,S,100,20.00
2025-05-05,P,100,10.00
2025-08-04,S,100,19.00
`

beforeAll(() => {
  writeFileSync(at('lots.csv'), LOTS)
  writeFileSync(at('bad.csv'), `${LOTS}2025-02-30,P,1,1\n`)
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('shortswing --lots', () => {
  it('answers in JSON with the profit, the pairs and a certificate that adds up', () => {
    const { status, stdout, stderr } = run(['shortswing', '--lots', at('lots.csv'), '--json'])
    expect([status, stderr]).toEqual([0, ''])
    const answer = JSON.parse(stdout)
    expect(answer).toMatchObject({ maximumProfit: '1800', rounded: '1800.00', partial: false, diagnostics: [] })
    expect(answer.pairs).toMatchObject([
      { purchase: { line: 2 }, sale: { line: 3 }, shares: '100', unitProfit: '9', profit: '900' },
      { purchase: { line: 4 }, sale: { line: 5 }, shares: '100', unitProfit: '9', profit: '900' },
    ])
    const { purchases, sales, verified } = answer.certificate
    expect(verified).toBe(true)
    const sum = [...purchases, ...sales].reduce((total, { shares, u, v }) => total + Number(shares) * Number(u ?? v), 0)
    expect(sum).toBe(1800)
    expect(answer).toMatchObject({ lowestInHighestOut: '1000', pairCounts: { considered: 3 } })
    expect(answer.pairCounts.outsideWindow).toMatchObject({
      count: 1,
      examples: [{ purchase: { line: 2 }, sale: { line: 5 } }],
    })
  })

  it('reads standard input, and shows people the total, the pairs and, asked, why', () => {
    const { status, stdout } = run(['shortswing', '--lots', '-', '--explain', '--no-color'], { input: LOTS })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Short-swing profit, at most: 1800\.00 /)
    expect(stdout).toContain('2025-05-05     4     10  2025-08-04     5     19     100        9     900')
    expect(stdout).toContain('Colonial Realty v. MacWilliams')
  })

  it('gives the pairs as CSV', () => {
    const { stdout } = run(['shortswing', '--lots', at('lots.csv'), '--csv'])
    expect(stdout.split('\r\n').slice(0, 2)).toEqual([
      'purchaseDate,purchaseLine,purchasePrice,saleDate,saleLine,salePrice,shares,unitProfit,profit',
      '2025-01-06,2,11,2025-03-03,3,20,100,9,900',
    ])
  })

  it('refuses a table with a line that cannot be read, unless --partial', () => {
    const refused = run(['shortswing', '--lots', at('bad.csv'), '--json'])
    expect(refused.status).toBe(3)
    expect(refused.stderr).toContain('L303 lots-date: Line 6: “2025-02-30” is no date.')
    expect(JSON.parse(refused.stdout)).toMatchObject({
      refused: true,
      diagnostics: [{ code: 'L303', at: { line: 6 } }],
    })
    const partial = run(['shortswing', '--lots', at('bad.csv'), '--json', '--partial'])
    expect(partial.status).toBe(1)
    expect(JSON.parse(partial.stdout)).toMatchObject({
      maximumProfit: '1800',
      partial: true,
      diagnostics: [{ code: 'L303' }],
    })
  })

  it.each([
    ['a file that is not there', ['--lots', at('none.csv')], 3],
    ['neither filings nor lots', [], 2],
    ['both', [at('lots.csv'), '--lots', at('lots.csv')], 2],
    ['an unknown rule', ['--lots', at('lots.csv'), '--month-end', 'never'], 2],
  ])('%s', (_, args, expected) => {
    const { status, stdout, stderr } = run(['shortswing', ...args])
    expect([status, stdout]).toEqual([expected, ''])
    expect(stderr).not.toBe('')
  })
})
