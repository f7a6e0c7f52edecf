import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tar } from '../input/packing.mts'
import { ACCESSION_NUMBER, CANARY, form4, run, submission } from '../invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-check-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

/** A purchase whose price was left out, and the footnote that stood on it. */
const unpriced = (xml: string) =>
  xml.replace(/<value>10\.2500<\/value>\s*<footnoteId id="F1"\/>/, '').replace(/\s*<footnotes>.*<\/footnotes>/s, '')
const PRICE =
  '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]/transactionAmounts/transactionPricePerShare'
const MESSAGE = 'A P of 1200 states neither a price nor a footnote.'

beforeAll(() => {
  writeFileSync(at('good.xml'), form4())
  writeFileSync(at('bad.xml'), unpriced(form4()))
  writeFileSync(at('bad.txt'), submission(unpriced(form4())))
  writeFileSync(at('refused.xml'), `<!DOCTYPE x>${form4()}`)
  const members = [
    { name: 'a.xml', content: form4() },
    { name: 'b.txt', content: submission(unpriced(form4())) },
    { name: 'c.xml', content: `<!DOCTYPE x>${form4()}` },
    { name: 'd.html', content: '<html>A page</html>' },
  ]
  writeFileSync(at('mixed.tar.gz'), gzipSync(tar(members)))
})

describe('check, for people', () => {
  it('says who objects, to what, where on the form and in the file, and what to do', () => {
    const { status, stdout, stderr } = run(['check', at('bad.txt')])
    expect([status, stderr]).toEqual([1, ''])
    const text = submission(unpriced(form4()))
    const line = text.slice(0, text.indexOf('<transactionPricePerShare>')).split('\n').length
    expect(stdout).toMatch(new RegExp(`^${at('bad.txt')} \\(Form 4, ${ACCESSION_NUMBER}\\): \\d+ suspends`))
    expect(stdout).toContain(
      [
        '  suspends  C401 unpriced-market-trade',
        `    Table I, row 1, column 4, line ${line}:17, ${PRICE}`,
        `    ${MESSAGE}`,
        '    Fix: Give the price, or a footnote that states it.',
      ].join('\n'),
    )
  })

  it('gives 0 where nobody objects, 1 where somebody does, 3 for what cannot be read', () => {
    const good = run(['check', at('good.xml')])
    expect([good.status, good.stdout]).toEqual([0, `${at('good.xml')} (Form 4): no findings\n`])
    const both = run(['check', at('good.xml'), at('bad.xml')])
    expect([both.status, both.stdout]).toEqual([1, expect.stringMatching(/\n2 filings: 1 with findings, 0 refused\n$/)])
    expect(both.stdout).not.toContain('good.xml')
    expect(run(['check', at('good.xml'), at('nowhere.xml')]).status).toBe(3)
    const refused = run(['check', at('refused.xml')])
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('R101 doctype-refused')])
  })

  it('leaves out what is allowed, by name or code', () => {
    for (const word of ['unpriced-market-trade', 'c401']) {
      const { stdout } = run(['check', at('bad.xml'), '--allow', word])
      expect(stdout).toBe(`${at('bad.xml')} (Form 4): no findings\n`)
    }
  })

  it('reads a draft more strictly than a filing that was filed', () => {
    const input = form4({ remarks: 'a & b' })
    expect(run(['check', '-'], { input }).stdout).not.toContain('R116')
    const draft = run(['check', '-', '--draft'], { input })
    expect([draft.status, draft.stdout]).toEqual([1, expect.stringContaining('suspends  R116 bad-reference')])
  })

  it('says of a mended draft what a rule says only once', () => {
    const input = form4({ remarks: 'a & b' })
      .replace('footnoteId id="F1"', 'footnoteId id="F7"')
      .replace(/(<periodOfReport>)[^<]*/, '$12024-02-30')
    const { stdout } = run(['check', '-', '--draft'], { input })
    const codes = [...stdout.matchAll(/^ {2}\w+ {2}([A-Z]\d+)/gm)].map(([, code]) => code)
    expect(codes).toEqual(expect.arrayContaining(['R116', 'C140', 'C162', 'C260']))
    for (const code of ['R151', 'R156', 'R157']) expect(codes).not.toContain(code)
  })

  it('says on which assumption a finding rests, and takes another', () => {
    const units = (table: string, row: string) =>
      `<${table}><${row}><securityTitle><value>Restricted Stock Units</value></securityTitle></${row}></${table}>`
    const input = form4().replace(
      /<nonDerivativeTable>.*<\/nonDerivativeTable>/s,
      units('nonDerivativeTable', 'nonDerivativeHolding') + units('derivativeTable', 'derivativeHolding'),
    )
    const usual = run(['check', '-', '--json'], { input })
    expect(usual.stdout).toContain('Restricted stock units stand in both tables. (Assuming unit-awards=one-table.)')
    expect(usual.stdout).toContain('"assumption": "unit-awards=one-table"')
    const other = run(['check', '-', '--json', '--assume', 'unit-awards=both-tables'], { input })
    expect([other.status, other.stdout]).toEqual([1, expect.not.stringContaining('C442')])
  })

  it.each([
    ['an assumption that nobody makes', ['x', '--assume', 'unit-awards=some']],
    ['nothing to check', []],
    ['a day that is none', ['x', '--rules-of', '2024-02-30']],
    ['an unknown rule', ['x', '--allow', 'no-such-rule']],
    ['an unknown code', ['--explain', 'C999']],
    ['two formats', ['x', '--json', '--sarif']],
    ['a fix of something filed', [at('bad.txt'), '--fix', '--draft', '-o', at('never.xml')]],
    ['a fix of no draft', [at('bad.xml'), '--fix', '-o', at('never.xml')]],
    ['a fix in place', [at('bad.xml'), '--fix', '--draft']],
  ])('usage: %s gives 2', (_, args) => {
    const { status, stdout, stderr } = run(['check', ...args])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).not.toBe('')
    expect(existsSync(at('never.xml'))).toBe(false)
  })
})

describe('check, for programs', () => {
  it('gives one object for every file met', () => {
    const { status, stdout } = run(['check', at('mixed.tar.gz'), at('nowhere.xml'), '--ndjson'])
    expect(status).toBe(3)
    const values = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    for (const value of values) {
      expect(Object.keys(value)).toEqual(['file', 'accessionNumber', 'refused', 'findings'])
      for (const finding of value.findings)
        expect(Object.keys(finding)).toEqual(['code', 'severity', 'at', 'data', 'message'])
    }
    const short = values.map(({ file, accessionNumber, refused, findings }) => [
      file.replace(/.*[!/]/, ''),
      accessionNumber,
      refused,
      findings.map(({ code }: { code: string }) => code).at(-1),
    ])
    expect(short).toEqual([
      ['a.xml', null, false, undefined],
      ['b.txt', ACCESSION_NUMBER, false, 'C401'],
      ['c.xml', null, true, 'R101'],
      ['d.html', null, false, 'I202'],
      ['nowhere.xml', null, true, 'I101'],
    ])
    expect(values[1].findings.at(-1)).toMatchObject({
      severity: 'suspends',
      at: { path: PRICE },
      data: { code: 'P', shares: '1200' },
      message: MESSAGE,
    })
  })

  it('gives the same as one JSON value', () => {
    const one = JSON.parse(run(['check', at('bad.xml'), '--json']).stdout)
    expect(one.findings.map(({ code }: { code: string }) => code)).toContain('C401')
    expect(JSON.parse(run(['check', at('bad.xml'), at('good.xml'), '--json']).stdout)).toHaveLength(2)
  })

  it('gives a SARIF log', () => {
    const log = JSON.parse(run(['check', 'bad.xml', 'good.xml', 'refused.xml', '--sarif'], { cwd: folder }).stdout)
    expect([log.version, log.$schema, log.runs.length]).toEqual(['2.1.0', expect.stringContaining('sarif-2.1.0'), 1])
    const [{ tool, results }] = log.runs
    const { name, version, rules } = tool.driver
    expect([name, version]).toEqual(['section16', run(['--version']).stdout.trim()])
    expect(new Set(rules.map(({ id }: { id: string }) => id)).size).toBe(rules.length)
    for (const rule of rules) {
      expect(rule.help.markdown).toContain('## Source')
      expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level)
    }
    const found = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'C401')
    expect(rules[found.ruleIndex].id).toBe('C401')
    const xml = unpriced(form4())
    const startLine = xml.slice(0, xml.indexOf('<transactionPricePerShare>')).split('\n').length
    expect(found).toMatchObject({
      level: 'error',
      message: { text: `Table I, row 1, column 4: ${MESSAGE}` },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'bad.xml' }, region: { startLine, startColumn: 17 } },
          logicalLocations: [{ fullyQualifiedName: PRICE }],
        },
      ],
    })
    expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('R101')
  })

  it('gives a SARIF log without results where there are none', () => {
    const { status, stdout } = run(['check', at('good.xml'), '--sarif'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout).runs[0].results).toEqual([])
  })

  it('sums up how often each rule fired', () => {
    const { status, stdout } = run(['check', at('mixed.tar.gz'), '--summary', '--width', '200'])
    expect(status).toBe(1)
    expect(stdout).toMatch(/^code +rule +severity +filings +of 100 +findings\n/)
    expect(stdout).toMatch(/^C401 +unpriced-market-trade +suspends +1 +50\.000 +1$/m)
    expect(stdout).toMatch(/^2 filings, \d+ rules, \d+ of them fired\n$/m)
    const { filings, rules } = JSON.parse(run(['check', at('mixed.tar.gz'), '--summary', '--json']).stdout)
    expect(filings).toBe(2)
    expect(rules.find(({ code }: { code: string }) => code === 'C401')).toEqual({
      code: 'C401',
      name: 'unpriced-market-trade',
      severity: 'suspends',
      filings: 1,
      findings: 1,
      rate: '50.000',
    })
  })
})

describe('check of the file that a filer sends', () => {
  const at64 = (text: string) => Buffer.from(text).toString('base64')
  const part = (name: string, type: string, text: string) =>
    `<edgarDocument><documentName>${name}</documentName><documentType>${type}</documentType>` +
    `<documentMimeBlock>${at64(text)}</documentMimeBlock></edgarDocument>`
  const wrapper = (...parts: string[]) =>
    `<?xml version="1.0"?>\n<edgarSubmission>\n<submissionType>4</submissionType>\n<testOrLive>TEST</testOrLive>\n` +
    `${parts.join('\n')}\n</edgarSubmission>\n`
  // EDGAR's own elements are none of a filer's.
  const form = (xml = form4({ ccc: CANARY })) => xml.replace(/\s*<(issuerName|rptOwnerName|schemaVersion)>.*/g, '')
  const good = wrapper(part('form4.xml', '4', form()), part('poa.txt', 'EX-24', 'Know all'))
  const bad = wrapper(part('form4.xml', '4/A', form()), part('POA.txt', 'EX-24', 'Know \x93all\x94'))
    .replace('TEST', 'Test')
    .replace('<edgarDocument>', '<returnCopy>1</returnCopy>$&')
  const CODES = ['C301', 'C301', 'C303', 'W201', 'C310']
  const codesIn = (findings: readonly { code: string }[]) => findings.map(({ code }) => code)

  it('has nothing against a good one', () => {
    const { status, stdout } = run(['check', '-'], { input: good })
    expect([status, stdout]).toEqual([0, '- (Form 4): no findings\n'])
  })

  it('judges the wrapper, the attachments and the form, for people', () => {
    const { status, stdout } = run(['check', '-'], { input: bad })
    expect(status).toBe(1)
    expect(stdout).toContain(
      [
        '  suspends  C301 submission-against-schema',
        '    line 4:1, /edgarSubmission/testOrLive[1]',
        '    The submission does not follow its schema: <testOrLive> is not LIVE or TEST.',
      ].join('\n'),
    )
    expect(stdout).toContain('    line 6:16, /edgarSubmission/edgarDocument[2]/documentName\n')
  })

  it('and for programs', () => {
    writeFileSync(at('sent.xml'), bad)
    const { findings } = JSON.parse(run(['check', at('sent.xml'), '--json']).stdout)
    expect(codesIn(findings)).toEqual(CODES)
    expect(findings[0]).toMatchObject({ severity: 'suspends', at: { path: '/edgarSubmission/testOrLive[1]', line: 4 } })
    expect(codesIn(JSON.parse(run(['check', at('sent.xml'), '--ndjson']).stdout).findings)).toEqual(CODES)
    const [{ tool, results }] = JSON.parse(run(['check', 'sent.xml', '--sarif'], { cwd: folder }).stdout).runs
    expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(CODES)
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe('C301')
  })

  it('explains its codes', () => {
    const { stdout } = run(['check', '--explain', 'c301'])
    expect(stdout).toMatch(/^# C301 submission-against-schema \(suspends\)\n/)
    expect(stdout).toContain('\n## Source\nownership-xml.md section 7.1, rows 1, 7 and 13')
  })

  it('leaves out what is allowed', () => {
    const { stdout } = run(['check', '-', '--json', '--allow', 'submission-type-differs', '--allow', 'c301'], {
      input: bad,
    })
    expect(codesIn(JSON.parse(stdout).findings)).toEqual(['W201', 'C310'])
  })

  it('tells a line of the form from one of the file, and knows it as a draft', () => {
    const input = wrapper(part('form4.xml', '4', form(form4())))
    expect(run(['check', '-'], { input }).stdout).toMatch(
      /C222 .*\n {4}.*line \d+:\d+ of the form, \/ownershipDocument/,
    )
    const [{ results }] = JSON.parse(run(['check', '-', '--sarif'], { input }).stdout).runs
    const { physicalLocation } = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'C222').locations[0]
    expect(physicalLocation).not.toHaveProperty('region')
  })

  it('says why a file around a good form cannot be read', () => {
    const { status, stdout } = run(['check', '-', '--json'], { input: good.replace('</testOrLive>', '') })
    expect([status, codesIn(JSON.parse(stdout).findings)]).toEqual([1, [expect.stringMatching(/^R1/)]])
  })

  it('judges the wrapper also where the form is refused', () => {
    const input = wrapper(part('form4.xml', '5', `<!DOCTYPE x>${form()}`))
    const { findings } = JSON.parse(run(['check', '-', '--json'], { input }).stdout)
    expect(codesIn(findings)).toEqual(['R101', 'C303'])
  })
})

describe('check --explain', () => {
  it('shows the page of a rule, and what any other code means', () => {
    const { status, stdout } = run(['check', '--explain', 'unpriced-market-trade'])
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^# C401 unpriced-market-trade\n\nSeverity: suspends\. Forms: 4, 5\. Told instead of C101, C145, C150 at/,
    )
    expect(run(['check', '--explain', 'r116']).stdout).toMatch(/^# R116 bad-reference \(suspends\)\n/)
  })
})

describe('check --fix', () => {
  it('writes a copy with its form put right, and says what is different', () => {
    const draft = form4({ ccc: CANARY }).replace('0009999991', '9999991').replace('>4<', '> 4 <')
    writeFileSync(at('draft.xml'), draft)
    const { status, stdout } = run(['check', at('draft.xml'), '--fix', '--draft', '-o', at('fixed.xml')])
    expect(stdout.split('\n').slice(0, 7)).toEqual([
      '/ownershipDocument/documentType (white space)',
      '  - " 4 "',
      '  + "4"',
      '/ownershipDocument/issuer/issuerCik (ten digits)',
      '  - "9999991"',
      '  + "0009999991"',
      `${at('fixed.xml')}: a draft with 2 edits of form`,
    ])
    expect(status).toBeLessThan(2)
    expect(readFileSync(at('draft.xml'), 'utf8')).toBe(draft)
    expect(readFileSync(at('fixed.xml'), 'utf8')).toBe(form4({ ccc: '********' }))
    // What is there stays there.
    expect(run(['check', at('draft.xml'), '--fix', '--draft', '-o', at('fixed.xml')]).status).toBe(2)
  })
})

describe('what a filing says', () => {
  it('cannot act on the terminal', () => {
    const hostile = unpriced(form4({ owner: '\u009b2J\u202eDOE' })).replace('<value>1200<', '<value>\u009b2J\u202e<')
    writeFileSync(at('hostile.tar'), tar([{ name: '\x1b[2J\u202e.xml', content: hostile }]))
    for (const option of [[], ['--json'], ['--ndjson'], ['--sarif'], ['--draft'], ['--summary']]) {
      const { status, stdout, stderr } = run(['check', at('hostile.tar'), ...option])
      expect(status).toBe(1)
      expect(stdout + stderr).not.toMatch(/[\x1b\u009b\u202e]/)
    }
  })
})
