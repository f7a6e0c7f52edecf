import { describe, expect, it } from 'vitest'
import { run } from '../invented.mts'

const codesIn = (text: string) => [...text.matchAll(/^C\d{3}(?= )/gm)].map(([code]) => code)

describe('rules', () => {
  it('lists every rule once, in order', () => {
    const { status, stdout } = run(['rules', '--width', '160'])
    const codes = codesIn(stdout)
    expect(status).toBe(0)
    expect(codes).toEqual([...new Set(codes)].sort())
    expect(codes).toContain('C401')
    expect(stdout).toMatch(new RegExp(`\n${codes.length} rules\n$`))
    const rules: { name: string }[] = JSON.parse(run(['rules', '--json']).stdout)
    expect(rules).toHaveLength(codes.length)
    // A name is what --allow takes: two rules of one name could not be told apart.
    const names = rules.map(({ name }) => name)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  it('finds rules in which every word stands, in the pages too', () => {
    const all = codesIn(run(['rules']).stdout)
    const found = codesIn(run(['rules', 'SHORT-SWING', 'price']).stdout)
    expect(found).toContain('C401')
    expect(found.length).toBeLessThan(all.length)
    const none = run(['rules', 'frobnicate'])
    expect([none.status, none.stdout.trim().split('\n').at(-1)]).toEqual([1, '0 rules'])
  })

  it('shows the page of one, by code or name', () => {
    const page = run(['check', '--explain', 'C401']).stdout
    for (const word of ['C401', 'c401', 'unpriced-market-trade'])
      expect(run(['rules', word])).toEqual({ status: 0, stdout: page, stderr: '' })
    const [rule, ...others] = JSON.parse(run(['rules', 'C401', '--json']).stdout)
    expect(others).toEqual([])
    expect(rule).toMatchObject({ code: 'C401', severity: 'suspends', forms: ['4', '5'], from: null, until: null })
    expect(page).toContain(rule.page)
  })
})

describe('rules --assumptions', () => {
  it('lists them with their readings, the usual one marked, and the rules that rest on them', () => {
    const { status, stdout } = run(['rules', '--assumptions'])
    expect(status).toBe(0)
    expect(stdout).toContain('\nunit-awards: May one form show restricted stock units in both tables?\n')
    expect(stdout).toContain('\n  * --assume unit-awards=one-table: No.\n')
    expect(stdout).toContain('\n    C442; section16-rules.md 2.5.4 [K?]\n')
    const list = JSON.parse(run(['rules', '--assumptions', '--json']).stdout)
    expect(list.find(({ name }: { name: string }) => name === 'gift-transition')).toMatchObject({
      default: 'open',
      readings: { open: expect.any(String), due: expect.any(String) },
      rules: ['C411', 'C412', 'C416', 'C500'],
    })
    expect(run(['rules', 'C442']).stdout).toContain('Rests on an assumption: unit-awards.')
  })
})
