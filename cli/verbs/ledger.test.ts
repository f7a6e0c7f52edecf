import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCESSION_NUMBER, form4, run, submission } from '../invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-ledger-'))
const at = (name: string) => join(folder, name)

interface Parts {
  number: string
  date: string
  filed: string
  shares: string
  total: string
  title?: string
  original?: string
}

/** Jane Doe's Form 4 as a submission: another number, day, amount and total. */
function filing({ number, date, filed, shares, total, title = 'Common Stock', original }: Parts): string {
  const day = filed.replaceAll('-', '')
  const xml = form4()
    .replaceAll('2024-03-01', date)
    .replace('<value>1200</value>', `<value>${shares}</value>`)
    .replace('<value>Common Stock</value>', `<value>${title}</value>`)
    .replace(/(<sharesOwnedFollowingTransaction>\s*<value>)[\d.]+/, `$1${total}`)
  const amended = xml
    .replace('<documentType>4<', '<documentType>4/A<')
    .replace('</periodOfReport>', `</periodOfReport><dateOfOriginalSubmission>${original}</dateOfOriginalSubmission>`)
  return submission(original === undefined ? xml : amended)
    .replaceAll(ACCESSION_NUMBER, number)
    .replaceAll('20240304', day)
}

const FIRST = '0009999990-24-000101'
const SECOND = '0009999990-24-000102'
const AMENDMENT = '0009999990-24-000103'

beforeAll(() => {
  const first = { number: FIRST, date: '2024-03-01', filed: '2024-03-04', shares: '1200', total: '5200' }
  writeFileSync(at('first.txt'), filing(first))
  writeFileSync(
    at('second.txt'),
    filing({
      number: SECOND,
      date: '2024-05-01',
      filed: '2024-05-09',
      shares: '300',
      total: '5550',
      title: 'Ordinary',
    }),
  )
  writeFileSync(
    at('amendment.txt'),
    filing({ ...first, number: AMENDMENT, filed: '2024-06-03', shares: '1250', total: '5250', original: '2024-03-04' }),
  )
  writeFileSync(at('aliases.csv'), 'title,security,issuer\nOrdinary,Common Stock,9999991\n')
  writeFileSync(at('bad.csv'), 'title,security\nOrdinary,\n')
})

afterAll(() => rmSync(folder, { recursive: true }))

const json = (...args: string[]) => JSON.parse(run([...args, '--json']).stdout)
const both = () => [at('first.txt'), at('second.txt'), '--aliases', at('aliases.csv')]

describe('section16 ledger', () => {
  it('names a break with both filings, its size and its reasons', () => {
    const { positions, breaks, summary } = json('ledger', ...both())
    expect(positions).toHaveLength(1)
    expect(positions[0]).toMatchObject({ opening: { from: 'firstBalance', balance: '4000' }, closing: '5550' })
    expect(breaks).toMatchObject([
      { size: '50', previous: { report: FIRST }, next: { report: SECOND }, after: '2024-03-01', by: '2024-05-01' },
    ])
    expect(breaks[0].reasons[0]).toMatchObject({ cause: 'missingFiling' })
    expect(summary).toMatchObject({ positions: 1, adjacentBalances: 1, chained: 0, breaks: 1 })
  })

  it('keeps titles apart that nobody said to be one', () => {
    expect(json('ledger', at('first.txt'), at('second.txt')).positions).toHaveLength(2)
  })

  it('amended, and as known before that', () => {
    const all = [...both(), at('amendment.txt')]
    expect(json('ledger', ...all)).toMatchObject({ summary: { chained: 1, breaks: 0 } })
    expect(json('ledger', ...all, '--known-on', '2024-06-02')).toMatchObject({ summary: { breaks: 1 } })
    expect(json('ledger', ...all, '--known-on', '2024-03-10', '--as-of', '2024-03-01')).toMatchObject({
      positions: [{ asOf: { quantity: '5200', state: 'reported' } }],
    })
  })

  it('draws positions, breaks, lines and plots, and writes CSV', () => {
    const { stdout, status } = run(['ledger', ...both(), '--breaks', '--explain', '--plot', '--width', '80'])
    expect(status).toBe(0)
    expect(stdout).toContain('Break of +50 between 2024-03-01 and 2024-05-01')
    expect(stdout).toContain(`${FIRST} nonDerivative 1`)
    expect(stdout).toMatch(/[\u2801-\u28ff]/)
    expect(
      Math.max(
        ...stdout
          .split('\n')
          .filter((line) => /[\u2800-\u28ff]/.test(line))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80)
    const rows = run(['ledger', ...both(), '--csv'])
      .stdout.trim()
      .split('\r\n')
    expect(rows).toHaveLength(5)
    expect(rows[3]).toContain(`,break,${SECOND},1,,50,,5250,missingFiling,possible`)
  })

  it('asks for an owner by name or CIK, and what is owned with rights within 60 days', () => {
    expect(json('ledger', ...both(), '--owner', 'doe').positions).toHaveLength(1)
    expect(json('ledger', ...both(), '--owner', '9999992').positions).toHaveLength(1)
    expect(json('ledger', ...both(), '--owner', 'nobody').positions).toEqual([])
    const asked = json(
      'ledger',
      ...both(),
      '--owner',
      'doe',
      '--as-of',
      '2024-06-01',
      '--beneficial',
      '--outstanding',
      '1000000',
    )
    expect(asked.beneficialOwnership).toMatchObject([{ owned: '5550', total: '5550', percent: '0.555' }])
  })

  it('refuses what is no question, and a bad file of aliases', () => {
    expect(run(['ledger', ...both(), '--as-of', 'today']).status).toBe(2)
    expect(run(['ledger', ...both(), '--beneficial']).status).toBe(2)
    const bad = run(['ledger', at('first.txt'), '--aliases', at('bad.csv')])
    expect(bad.status).toBe(3)
    expect(bad.stderr).toContain('line 2')
  })
})

describe('section16 amendments', () => {
  it('says what is amended, field by field', () => {
    const { amendments } = json('amendments', at('first.txt'), at('amendment.txt'))
    expect(amendments).toMatchObject([
      {
        amendment: AMENDMENT,
        amends: FIRST,
        basis: 'filingDate',
        changes: [
          {
            kind: 'corrected',
            fields: [
              { field: 'transactionShares', before: '1200', after: '1250' },
              { field: 'sharesOwnedFollowingTransaction', before: '5200', after: '5250' },
            ],
          },
        ],
      },
    ])
    const { stdout } = run(['amendments', at('first.txt'), at('amendment.txt'), '--explain'])
    expect(stdout).toContain('transactionShares 1200 → 1250')
    expect(stdout).toContain('[R5.2.1]')
    expect(run(['amendments', at('first.txt'), at('amendment.txt'), '--csv']).stdout).toContain(
      `${AMENDMENT},2024-06-03,${FIRST},filingDate,corrected`,
    )
  })

  it('leaves one open whose original is not given', () => {
    expect(json('amendments', at('amendment.txt')).amendments).toMatchObject([
      { amends: null, reason: 'originalNotGiven' },
    ])
    expect(run(['amendments', at('amendment.txt')]).stdout).toContain('1 amendment, 1 left open')
  })
})

describe('section16 late', () => {
  it('judges each line by EDGAR’s filing date', () => {
    const { reports, summary } = json('late', at('first.txt'), at('second.txt'), at('amendment.txt'))
    expect(reports.map(({ lines }: { lines: { verdict: string }[] }) => lines[0]?.verdict)).toEqual([
      'onTime',
      'late',
      'correction',
    ])
    expect(reports[1].lines[0]).toMatchObject({ dueDate: '2024-05-03', businessDaysLate: 4 })
    expect(summary).toMatchObject({ reports: 3, lateReports: 1 })
  })

  it('and never by a signature', () => {
    writeFileSync(at('bare.xml'), form4())
    expect(json('late', at('bare.xml')).reports).toMatchObject([
      { filedOn: null, lines: [{ verdict: 'unknown', why: 'filingDateNotKnown' }] },
    ])
  })

  it('lists late filers for Item 405', () => {
    const list = json('late', at('first.txt'), at('second.txt'), '--item-405', '2024')
    expect(list).toMatchObject({
      caption: 'Delinquent Section 16(a) Reports',
      filers: [{ cik: '0009999992', name: 'DOE JANE', lateReports: 1, lateTransactions: 1 }],
    })
    expect(json('late', at('first.txt'), '--item-405', '2024')).toMatchObject({ caption: null, filers: [] })
    const ending = ['--item-405', '2024', '--fiscal-year-end', '04-30']
    expect(json('late', at('first.txt'), at('second.txt'), ...ending)).toMatchObject({ from: '2023-05-01', filers: [] })
    expect(run(['late', at('second.txt'), '--item-405', '2024']).stdout).toContain('1 late report, 1 late transaction')
    expect(run(['late', at('second.txt'), '--item-405', '2024', '--csv']).stdout).toContain(
      '0009999992,DOE JANE,2024-01-01,2024-12-31,1,1',
    )
    expect(run(['late', at('second.txt'), '--item-405', 'x']).status).toBe(2)
    expect(run(['late', at('second.txt'), '--fiscal-year-end', '31-12']).status).toBe(2)
  })

  it('names an issuer that has no Item 405 if it files Form 20-F', () => {
    const symbol = '</issuerTradingSymbol>'
    const foreign = `${symbol}<issuerForeignTradingSymbol>INVT</issuerForeignTradingSymbol>`
    writeFileSync(at('foreign.txt'), readFileSync(at('second.txt'), 'utf8').replace(symbol, foreign))
    const issuers = [{ cik: '0009999991', name: 'Invented Holdings Inc.' }]
    expect(json('late', at('foreign.txt'), '--item-405', '2024').mayFile20F).toEqual(issuers)
    expect(run(['late', at('foreign.txt'), '--item-405', '2024']).stdout).toContain(
      'no Item 405 if it files Form 20-F: Invented Holdings Inc. (0009999991)',
    )
    expect(json('late', at('second.txt'), '--item-405', '2024').mayFile20F).toEqual([])
  })

  it('draws what is late, with explain everything and why', () => {
    expect(run(['late', at('first.txt'), at('second.txt')]).stdout).toContain('2 reports, 1 with something late')
    const { stdout } = run(['late', at('first.txt'), '--explain'])
    expect(stdout).toContain('Due on 2024-03-05')
    expect(run(['late', at('second.txt'), '--csv']).stdout).toContain('late,,2024-05-03,4')
  })
})
