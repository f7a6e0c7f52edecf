import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tar } from '../input/packing.mts'
import { ACCESSION_NUMBER, CANARY, form4, run, submission } from '../invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-write-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(() => {
  writeFileSync(at('form4.xml'), form4())
  writeFileSync(at('filing.txt'), submission(form4()))
  writeFileSync(at('ccc.xml'), form4({ ccc: CANARY }))
  writeFileSync(at('latin.xml'), form4({ owner: 'DOÉ' }))
  writeFileSync(
    at('two.tar'),
    tar(['0000000000-11-000001', '0000000000-11-000002'].map((name) => ({ name: `${name}.xml`, content: form4() }))),
  )
})

const json = (text: string) => JSON.parse(text)

describe('write', () => {
  it('gives the same bytes from XML, a submission, or filing JSON', () => {
    expect(run(['write', at('form4.xml'), '--to', 'xml']).stdout).toBe(form4())
    expect(run(['write', at('filing.txt'), '--to', 'xml']).stdout).toBe(form4())
    const filing = run(['write', at('filing.txt'), '--to', 'json']).stdout
    expect(json(filing).accessionNumber).toBe(ACCESSION_NUMBER)
    expect(run(['write', '-', '--to', 'xml'], { input: filing }).stdout).toBe(form4())
  })

  it('writes rows and the shape of sec-api.io', () => {
    const row = json(run(['write', at('filing.txt'), '--to', 'ndjson']).stdout)
    expect(row).toMatchObject({ accessionNumber: ACCESSION_NUMBER, shares: '1200', pricePerShare: '10.25' })
    const csv = run(['write', at('two.tar'), '--to', 'csv'])
      .stdout.trim()
      .split('\r\n')
    expect(csv.map((line) => line.split(',')[0])).toEqual([
      'accessionNumber',
      '0000000000-11-000001',
      '0000000000-11-000002',
    ])
    expect(run(['write', at('form4.xml'), '--to', 'tsv']).stdout.split('\n')[0]).toMatch(
      /^accessionNumber\tfilingUrl\t/,
    )
    expect(json(run(['write', at('filing.txt'), '--to', 'sec-api']).stdout).issuer.cik).toBe('9999991')
    expect(json(run(['write', at('two.tar'), '--to', 'sec-api']).stdout)).toHaveLength(2)
  })

  it('prints the schema, which a filing keeps', () => {
    const schema = json(run(['write', '--schema']).stdout)
    expect(schema.properties.format.const).toBe(json(run(['read', at('form4.xml'), '--json']).stdout).format)
  })

  it('writes a file, and never over another without --force', () => {
    const out = at('out.json')
    expect(run(['write', at('form4.xml'), '--to', 'json', '-o', out]).status).toBe(0)
    writeFileSync(out, 'mine')
    const refused = run(['write', at('form4.xml'), '--to', 'json', '-o', out])
    expect([refused.status, refused.stderr]).toEqual([2, `section16: ${out} exists; --force overwrites it\n`])
    expect(readFileSync(out, 'utf8')).toBe('mine')
    expect(run(['write', at('form4.xml'), '--to', 'json', '-o', out, '--force']).status).toBe(0)
    expect(json(readFileSync(out, 'utf8')).document.documentType.value).toBe('4')
    expect(run(['write', at('form4.xml'), '--to', 'xml', '-o', at('form4.xml/x')])).toMatchObject({
      status: 2,
      stdout: '',
    })
  })

  it('writes a file for each of several filings into a folder', () => {
    const several = run(['write', at('two.tar'), '--to', 'xml'])
    expect([several.status, several.stdout]).toEqual([2, ''])
    expect(several.stderr).toContain('-o DIR/')
    expect(run(['write', at('two.tar'), '--to', 'xml', '-o', `${at('each')}/`]).status).toBe(0)
    expect(readdirSync(at('each'))).toEqual(['0000000000-11-000001.xml', '0000000000-11-000002.xml'])
    const again = run(['write', at('two.tar'), '--to', 'xml', '-o', at('each')])
    expect(again.status).toBe(1)
    expect(again.stderr.match(/I223 file-exists/g)).toHaveLength(2)
  })
})

describe('write, for filing', () => {
  it('leaves out what EDGAR puts in, and the CCC unless it is asked for', () => {
    const plain = run(['write', at('ccc.xml'), '--submission'])
    expect(plain.status).toBe(0)
    expect(plain.stdout).not.toMatch(/rptOwnerCcc|schemaVersion|issuerName/)
    expect(run(['write', at('ccc.xml'), '--to', 'submission']).stdout).toBe(plain.stdout)
    const secret = run(['write', at('ccc.xml'), '--submission', '--with-ccc'])
    expect(secret.stdout).toContain(`<rptOwnerCcc>${CANARY}</rptOwnerCcc>`)
    expect(secret.stderr).not.toContain(CANARY)
  })

  it('puts a CCC into nothing else', () => {
    for (const format of ['xml', 'json', 'sec-api', 'ndjson', 'csv', 'tsv'])
      expect(run(['write', at('ccc.xml'), '--to', format, '--with-ccc'])).toMatchObject({ status: 2, stdout: '' })
  })

  it('says where there is no CCC to put in, or a masked one', () => {
    const missing = run(['write', at('form4.xml'), '--submission', '--with-ccc'])
    expect([missing.status, missing.stdout]).toEqual([1, ''])
    expect(missing.stderr).toContain('I220 ccc-missing')
    const masked = run(['write', at('ccc.xml'), '--to', 'json']).stdout
    const refused = run(['write', '-', '--submission', '--with-ccc'], { input: masked })
    expect([refused.status, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toContain('I221 ccc-masked')
  })

  it('writes nothing where EDGAR would suspend it', () => {
    const out = at('suspended.xml')
    const { status, stderr } = run(['write', at('latin.xml'), '--to', 'edgar-submission', '-o', out])
    expect(status).toBe(0)
    // EDGAR puts the owner's name in itself; in the remarks the character counts.
    writeFileSync(at('remarks.xml'), form4({ remarks: 'É' }))
    const refused = run(['write', at('remarks.xml'), '--to', 'edgar-submission', '-o', at('refused.xml')])
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('W101 non-ascii')
    expect(existsSync(at('refused.xml'))).toBe(false)
    expect(stderr).toContain('W206 ccc-needed')
  })

  it('wraps form and exhibits for EDGAR: for a test unless told otherwise', () => {
    writeFileSync(at('poa.txt'), 'Know all')
    const args = ['write', at('ccc.xml'), '--to', 'edgar-submission', '--with-ccc']
    const details = ['--contact-name', 'Ann', '--contact-phone', '212-555-0100', '--contact-email', 'ann@example.com']
    const more = ['--notify', 'a@example.com', '--notify', 'b@example.com', '--exhibit', `${at('poa.txt')}:EX-24:Power`]
    const { status, stdout, stderr } = run([...args, ...details, ...more])
    expect([status, stderr]).toEqual([0, ''])
    for (const text of [
      '<testOrLive>TEST</testOrLive>',
      '<contactName>Ann</contactName>',
      '<contactPhoneNumber>212-555-0100</contactPhoneNumber>',
      '<contactEmailAddress>ann@example.com</contactEmailAddress>',
      '<notificationEmailAddress>b@example.com</notificationEmailAddress>',
      '<documentName>poa.txt</documentName>',
      '<documentDescription>Power</documentDescription>',
      Buffer.from('Know all').toString('base64'),
    ])
      expect(stdout).toContain(text)
    expect(run([...args, '--live']).stdout).toContain('<testOrLive>LIVE</testOrLive>')
    expect(run([...args, '--live', '--test']).status).toBe(2)
    expect(run([...args, '--exhibit', at('nowhere.txt:EX-24')]).status).toBe(2)
    expect(run([...args, '--exhibit', at('poa.txt')]).status).toBe(2)
    const back = run(['write', '-', '--submission', '--with-ccc'], { input: stdout })
    expect(back.stdout).toContain(CANARY)
  })
})

describe('rows', () => {
  it('draws them, and gives them in four forms', () => {
    const drawn = run(['rows', at('filing.txt')]).stdout
    expect(drawn).toMatch(/I {6}2024-03-01 {2}P {5}A {6}1200 {2}10\.25 {9}5000 {2}D {4}Common Stock/)
    const line = json(run(['rows', at('two.tar'), '--ndjson']).stdout.split('\n')[1]!)
    expect(line).toMatchObject({ accessionNumber: '0000000000-11-000002', rows: [{ shares: '1200' }] })
    expect(json(run(['rows', at('two.tar'), '--json']).stdout)).toHaveLength(2)
    expect(run(['rows', at('two.tar'), '--csv']).stdout).toBe(run(['write', at('two.tar'), '--to', 'csv']).stdout)
    expect(run(['rows', at('two.tar'), '--tsv']).stdout).toBe(run(['write', at('two.tar'), '--to', 'tsv']).stdout)
  })

  it('fills the eight tables, numbered through', () => {
    expect(run(['rows', at('two.tar'), '--data-sets', at('sets')]).status).toBe(0)
    expect(readdirSync(at('sets'))).toHaveLength(8)
    const lines = readFileSync(at('sets/NONDERIV_TRANS.tsv'), 'utf8').trim().split('\n')
    expect(lines.map((line) => line.split('\t').slice(0, 2).join(' '))).toEqual([
      'ACCESSION_NUMBER NONDERIV_TRANS_SK',
      '0000000000-11-000001 1',
      '0000000000-11-000002 2',
    ])
    expect(run(['rows', at('two.tar'), '--data-sets', at('sets')]).status).toBe(2)
    expect(run(['write', at('two.tar'), '--to', 'data-sets', '-o', at('sets'), '--force']).status).toBe(0)
    expect(readFileSync(at('sets/NONDERIV_TRANS.tsv'), 'utf8').trim().split('\n')).toEqual(lines)
  })
})
