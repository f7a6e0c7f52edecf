import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { form4, run } from '../invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-shortswing-'))
const at = (name: string) => join(folder, name)

// section16-rules.md 4.3, counterexample.
const LOTS = `date,side,shares,price
2025-01-06,P,100,11.00
2025-03-03,S,100,20.00
2025-05-05,P,100,10.00
2025-08-04,S,100,19.00
`

/** Jane Doe's Form 4 with another transaction in it. */
function form(date: string, code: string, way: 'A' | 'D', price: string): string {
  return form4()
    .replaceAll('2024-03-01', date)
    .replace('<transactionCode>P<', `<transactionCode>${code}<`)
    .replace('10.2500', price)
    .replace(/(<transactionAcquiredDisposedCode>\s*<value>)A/, `$1${way}`)
}

const bought = () => at('bought.xml')
const sold = () => at('sold.xml')
const granted = () => at('granted.xml')

beforeAll(() => {
  writeFileSync(bought(), form4())
  writeFileSync(sold(), form('2024-05-01', 'S', 'D', '14.50'))
  writeFileSync(granted(), form('2024-04-01', 'A', 'A', '0'))
  writeFileSync(at('other.xml'), form4().replace('0009999992', '0009999993'))
  writeFileSync(at('classB.xml'), form4().replace('Common Stock', 'Class B Stock'))
  writeFileSync(at('approved.json'), '{"exemptions":[{"code":"A","approved":true,"source":"minutes of 2024-03-30"}]}')
  writeFileSync(at('foreign.json'), '{"foreignPrivateIssuer":[{"until":"2025-01-01","source":"Form 20-F"}]}')
  writeFileSync(at('float.json'), '{"prices":[{"transaction":"x","price":1.5,"source":"y"}]}')
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

describe('shortswing on filings', () => {
  it('matches a purchase with a sale of the same person, across files', () => {
    const { status, stdout, stderr } = run(['shortswing', sold(), bought(), '--json'])
    expect([status, stderr]).toEqual([0, ''])
    const answer = JSON.parse(stdout)
    expect(answer).toMatchObject({
      owner: { cik: '0009999992', name: 'DOE JANE' },
      kind: 'profit',
      isSettled: true,
      maximumProfit: '5100',
      missing: [],
    })
    expect(answer.ifExempt.classes).toMatchObject([
      { class: 'common stock', method: 'windows', certificate: { verified: true }, considered: 1 },
    ])
  })

  it('gives two totals where a grant’s approval is not known, and one with the fact', () => {
    const open = run(['shortswing', granted(), sold(), '--json'])
    const answer = JSON.parse(open.stdout)
    expect(answer).toMatchObject({ isSettled: false, ifExempt: { total: '0' }, ifNotExempt: { total: '17400' } })
    expect(answer).not.toHaveProperty('maximumProfit')
    expect(answer.missing).toMatchObject([{ kind: 'exemption', law: 'Rule 16b-3(d)' }])
    const closed = run(['shortswing', granted(), sold(), '--json', '--facts', at('approved.json')])
    expect(JSON.parse(closed.stdout)).toMatchObject({ isSettled: true, maximumProfit: '0' })
  })

  it('shows people the totals, the missing facts and why', () => {
    const { stdout } = run(['shortswing', granted(), sold(), '--explain', '--width', '100'])
    expect(stdout).toMatch(/exempt: +0\.00\n.*not exempt: 17400\.00\n/)
    expect(stdout).toContain('Missing facts:\n  2024-04-01 A Common Stock')
    expect(stdout).toContain('Foremost-McKesson')
  })

  it('says not applicable for a foreign private issuer, with date and source, and no figure', () => {
    const { stdout } = run(['shortswing', bought(), sold(), '--facts', at('foreign.json')])
    expect(stdout).toContain('Section 16(b) is not applicable: foreign private issuer until 2025-01-01 (Form 20-F)')
    expect(stdout).not.toMatch(/\d\.\d\d/)
  })

  it('answers what-if by what was known, and says what that is', () => {
    const { stdout } = run(['shortswing', bought(), sold(), '--what-if', 'S@11'])
    expect(stdout).toContain('A sale at 11 no longer matches what is known from 2024-08-31 on.')
    expect(stdout).toContain('Known: trades of DOE JANE, accounts direct, up to ')
    const ofClass = ['--what-if', 'P@20', '--class', 'Common Shares', '--json']
    const { stdout: json } = run(['shortswing', bought(), sold(), at('classB.xml'), ...ofClass])
    expect(JSON.parse(json).whatIf).toMatchObject({ noMatchFrom: null, wouldMatch: [] })
  })

  it.each([
    ['a trade that matches', () => [bought(), sold(), '--what-if', 'S@11'], 'no longer matches what is known from'],
    ['one that matches nothing known', () => [bought(), sold(), '--what-if', 'S@1'], 'matches nothing that is known'],
    ['one against an uncertain grant', () => [granted(), sold(), '--what-if', 'S@11'], 'no longer matches what is'],
    [
      'one in a foreign issuer',
      () => [bought(), sold(), '--facts', at('foreign.json'), '--what-if', 'S@11'],
      'not applicable',
    ],
  ])('promises nothing about %s: never safe, free or cleared, explained or as JSON', (_, args, said) => {
    const [text = '', json = ''] = ['--explain', '--json'].map(
      (format) => run(['shortswing', ...args(), format]).stdout,
    )
    expect(text).toContain(said)
    expect(JSON.parse(json)).toHaveProperty('whatIf')
    for (const output of [text, json]) expect(output).not.toMatch(/\b(?:safe(?:ly)?|free(?:ly)?|clear(?:ed|s)?)\b/i)
  })

  it('gives the pairs as CSV, of both totals', () => {
    const { stdout } = run(['shortswing', bought(), sold(), '--csv'])
    expect(
      stdout
        .split('\r\n')
        .slice(1, 3)
        .map((line) => line.split(',').at(-1)),
    ).toEqual(['5100', '5100'])
  })

  it.each([
    ['a day known that is none', () => [bought(), '--known-on', 'May'], 2, '--known-on takes a day'],
    ['several owners', () => [bought(), at('other.xml')], 2, 'say which: --owner 0009999992'],
    ['an owner of none', () => [bought(), '--owner', '1'], 2, 'no report of this owner'],
    ['a name of none', () => [bought(), '--owner', 'Smith'], 2, 'no report of this owner'],
    ['no day', () => [bought(), '--as-of', '2024-02-30'], 2, '--as-of takes a day'],
    ['no trade', () => [bought(), '--what-if', 'X@1'], 2, '--what-if takes'],
    [
      'a trade in one of two classes',
      () => [bought(), at('classB.xml'), '--what-if', 'S@1'],
      2,
      'say which with --class',
    ],
    ['a class not traded', () => [bought(), '--what-if', 'S@1', '--class', 'X'], 2, '--class names none'],
    [
      'a float among the facts',
      () => [bought(), '--facts', at('float.json')],
      3,
      'L313 fact-value: The fact prices[0].price is 1.5',
    ],
    ['facts that are no JSON', () => [bought(), '--facts', bought()], 3, 'this is no JSON'],
    ['facts beside lots', () => ['--lots', at('lots.csv'), '--facts', at('approved.json')], 2, 'cannot be used with'],
  ])('refuses %s', (_, args, expected, said) => {
    const { status, stdout, stderr } = run(['shortswing', ...args()])
    expect([status, stdout]).toEqual([expected, ''])
    expect(stderr).toContain(said)
  })
})
