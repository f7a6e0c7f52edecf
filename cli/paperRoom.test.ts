import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFilingJson } from '@section16/core/read'
import { writeOwnershipXml } from '@section16/core/write'
import { afterAll, describe, expect, test } from 'vitest'
import { form4, run } from './invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-paper-'))
const SEED = fileURLToPath(new URL('../cases/seed/form4.txt', import.meta.url))
const CASE = readFileSync(new URL('../cases/seed/form4.xml', import.meta.url), 'utf8')
const ROOT = '/ownershipDocument'
const OWNER = `${ROOT}/reportingOwner[1]`

/** What a person knows who is asked; nobody's CIK. */
const KNOWN = {
  [`${ROOT}/issuer/issuerCik`]: '0000000042',
  [`${OWNER}/reportingOwnerId/rptOwnerCik`]: '0000000077',
  [`${OWNER}/reportingOwnerAddress/rptOwnerStreet1`]: '1 NOWHERE ROAD',
  [`${OWNER}/reportingOwnerAddress/rptOwnerCity`]: 'NEW TOWN',
  [`${OWNER}/reportingOwnerAddress/rptOwnerState`]: 'MA',
  [`${OWNER}/reportingOwnerAddress/rptOwnerZipCode`]: '01886',
  [`${ROOT}/aff10b5One`]: false,
}

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function answers(name: string, said: object, more: object = {}): string {
  return file(name, JSON.stringify({ by: 'Ada Example', on: '2026-11-26', ...more, answers: said }))
}

afterAll(() => rmSync(folder, { recursive: true }))

describe('read', () => {
  test('says what it recognised, what it corrected and what it asks', () => {
    const { status, stdout, stderr } = run(['read', SEED])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('SEVERINO PAUL J')
    expect(stdout).toContain('Read from paper: text made by OCR, Form 4, edition 2012, certainty 1')
    expect(stdout).toContain('read as “10,00 0”, corrected to 10000, because the number was cut apart')
    expect(stdout).toContain('/issuer/issuerCik  not on the paper, needed to file')
    expect(stdout).toMatch(/P110 .*OMB approval to December 31, 2014/)
    expect(stdout).toMatch(/P141 .*Letimeted augrees burdon/)
  })

  test('--json has the evidence of every field, and is filing JSON all the same', () => {
    const { stdout } = run(['read', SEED, '--json'])
    const json = JSON.parse(stdout)
    expect(json.paper.recognised).toEqual({
      kind: 'ocrText',
      form: '4',
      isAmendment: false,
      edition: '2012',
      ombExpires: 'December 31, 2014',
      isBlank: false,
      lacks: [],
      certainty: 1,
    })
    const price = json.paper.fields.find(({ path }: { path: string }) => path.endsWith('/transactionPricePerShare'))
    expect(price).toMatchObject({
      value: '33100',
      words: '$33,100',
      isFlagged: true,
      doubts: [expect.stringContaining('a total where a price belongs')],
    })
    expect(json.paper.questions.map(({ path }: { path: string }) => path)).toEqual(Object.keys(KNOWN))
    const { document, diagnostics } = readFilingJson(json)
    expect(diagnostics).toEqual([])
    expect(`${writeOwnershipXml(document!)}\n`).toBe(CASE)
  })

  test('--min-certainty leaves open what is less certain', () => {
    const { stdout } = run(['read', SEED, '--json', '--min-certainty', '0.7'])
    const { document, paper } = JSON.parse(stdout)
    expect(document.derivativeTable.rows[0].amounts).not.toHaveProperty('pricePerShare')
    expect(paper.questions.filter(({ reason }: { reason: string }) => reason === 'uncertain')).toHaveLength(3)
    expect(run(['read', SEED, '--min-certainty', '1.5']).status).toBe(2)
  })

  test('--ndjson says of a page that is no form what it is', () => {
    const page = file('page.html', '<html><body>A page about gardens.</body></html>')
    const [line] = run(['read', page, SEED, '--ndjson']).stdout.split('\n')
    expect(JSON.parse(line!)).toMatchObject({ outcome: 'other', diagnostics: [{ code: 'I202' }] })
  })
})

describe('every verb takes paper', () => {
  test.each([
    [['check'], 1, 'column-8-is-a-total'],
    [['render', '--markdown'], 0, 'Non-qualified Stock Option'],
    [['rows', '--csv'], 0, 'SEVERINO PAUL J'],
    [['deadline'], 0, 'unknown: filingDateNotKnown'],
    [['vest'], 0, '2007-05-07'],
    [['ledger'], 0, '10000'],
  ])('%s', ([verb, ...options], status, said) => {
    const ran = run([verb!, SEED, ...options])
    expect(ran.stdout).toContain(said)
    expect(ran.status).toBe(status)
    expect(ran.stderr).toMatch(
      /I241 read-from-paper: 4 fields to be compared with the paper, 7 to be answered, 0 passages without/,
    )
  })

  test('diff compares it with XML', () => {
    const { status, stdout } = run(['diff', SEED, fileURLToPath(new URL('../cases/seed/form4.xml', import.meta.url))])
    expect([status, stdout.trim().split('\n').at(-1)]).toEqual([0, 'no difference'])
  })

  test.each(['verify', 'loss'])('but for %s, which is about XML', (verb) => {
    const { stdout, stderr } = run([verb, SEED])
    expect(stdout + stderr).toMatch(/I209/)
  })

  test('a file that cannot be read as what it is stops no other, and is told', () => {
    const mixed = mkdtempSync(join(folder, 'mixed-'))
    writeFileSync(join(mixed, 'a.pdf'), '%PDF-1.4\nbroken')
    writeFileSync(join(mixed, 'b.txt'), readFileSync(SEED))
    writeFileSync(join(mixed, 'c.xml'), CASE)
    writeFileSync(join(mixed, 'd.txt'), 'A note on gardens.')
    const { status, stdout, stderr } = run(['rows', mixed, '--ndjson'])
    expect([status, stdout.trim().split('\n').length]).toEqual([3, 2])
    expect(stderr).toMatch(/a\.pdf: P202 pdf-broken: The PDF cannot be read: [^.]+\. Save it again/)
    expect(stderr).toContain('d.txt: I209')
  })

  test('among other files without an answer for them', () => {
    const xml = file('form4.xml', form4())
    const { status, stdout } = run(['rows', xml, SEED, '--ndjson'])
    expect([status, stdout.trim().split('\n').length > 1]).toEqual([0, true])
  })
})

describe('write', () => {
  test('gives the XML of the case', () => {
    expect(`${run(['write', SEED, '--to', 'xml']).stdout}\n`).toBe(CASE)
  })

  test('--submission lists what is missing, and refuses', () => {
    const { status, stdout, stderr } = run(['write', SEED, '--submission'])
    expect([status, stdout]).toEqual([1, ''])
    for (const path of Object.keys(KNOWN)) expect(stderr).toContain(`<${path.replace(/^.*\//, '')}>`)
  })

  test('--submission with an answer missing still refuses', () => {
    const { [`${OWNER}/reportingOwnerAddress/rptOwnerCity`]: _, ...others } = KNOWN
    const { status, stdout, stderr } = run(['write', SEED, '--submission', '--answers', answers('fewer.json', others)])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('P123 not-on-paper: <rptOwnerCity>')
  })

  test('--submission refuses what stands there and was not read, until it is answered', () => {
    const expiration = `${ROOT}/derivativeTable/derivativeTransaction[1]/expirationDate`
    const paper = file('unread.txt', readFileSync(SEED, 'utf8').replace('05/07/2013', '02/30/2013'))
    const submission = (name: string, said: object) =>
      run(['write', paper, '--submission', '--answers', answers(name, said)])
    const refused = submission('unread.json', KNOWN)
    expect([refused.status, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toContain('P121 left-open: “02/30/2013” could not be read')
    const blank = submission('blank.json', { ...KNOWN, [expiration]: null })
    expect([blank.status, blank.stdout.includes('<expirationDate>')]).toEqual([0, false])
  })

  test('--submission of half a form refuses until somebody says that it is whole', () => {
    const half = file('half.txt', readFileSync(SEED, 'utf8').replace(/^.*ole I - [\s\S]*?(?=^\t*Table II)/m, ''))
    const write = (known: object) => run(['write', half, '--submission', '--answers', answers('half.json', known)])
    const refused = write(KNOWN)
    expect([refused.status, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toContain('P108 not-whole: The form is not whole: Table I not found')
    expect(write({ ...KNOWN, [ROOT]: true }).status).toBe(0)
    expect(run(['read', half]).stdout).toMatch(/P108 not-whole .*Table I not found/)
  })

  test('with the answers is the case and what was answered', () => {
    const path = answers('all.json', KNOWN)
    const { stdout } = run(['write', SEED, '--to', 'xml', '--answers', path])
    const answered =
      /^ *<(issuerCik|rptOwnerCik|rptOwner(?:Street1|City|State|ZipCode)|aff10b5One)>.*\n|^ *<\/?reportingOwnerAddress>\n/gm
    expect(stdout.match(answered)).toHaveLength(9)
    expect(`${stdout.replace(answered, '').replace(/\n\n\n/g, '\n\n')}\n`).toBe(CASE)
    const submission = run(['write', SEED, '--submission', '--answers', path])
    expect(submission.status).toBe(0)
    expect(submission.stdout).toContain('<rptOwnerCity>NEW TOWN</rptOwnerCity>')
    const again = run(['read', SEED, '--json', '--answers', path]).stdout
    expect(
      JSON.parse(again).paper.fields.find((one: { path: string }) => one.path.endsWith('issuerCik')),
    ).toMatchObject({
      source: 'answer',
      answered: { by: 'Ada Example', on: '2026-11-26' },
    })
  })
})

describe('answers', () => {
  test.each([
    ['{', /P150 answers-not-json/],
    [
      '{"by": "Ada", "on": "today", "answers": {"/ownershipDocument/issuer/issuerCik": "forty-two"}}',
      /P152 answer-no-value.*forty-two.*cik/,
    ],
    [
      '{"by": "Ada", "on": "today", "answers": {"/ownershipDocument/issuer/nothing": "42"}}',
      /P151 answer-without-field/,
    ],
  ])('that do not parse are a clear error: %s', (text, message) => {
    const { status, stdout, stderr } = run(['read', SEED, '--answers', file('bad.json', text)])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })

  test('that are not there are a clear error', () => {
    const { status, stderr } = run(['read', SEED, '--answers', join(folder, 'none.json')])
    expect([status, stderr]).toEqual([2, expect.stringContaining('cannot be read (ENOENT)')])
  })

  test('hold for the file that they name', () => {
    const of = createHash('sha256').update(readFileSync(SEED)).digest('hex')
    const right = run(['read', SEED, '--json', '--answers', answers('right.json', KNOWN, { of })])
    expect([right.status, JSON.parse(right.stdout).document.issuer.cik]).toEqual([0, { value: '0000000042' }])
    const wrong = run(['read', SEED, '--json', '--answers', answers('wrong.json', KNOWN, { of: '0'.repeat(64) })])
    expect(wrong.status).toBe(1)
    expect(JSON.parse(wrong.stdout).document.issuer).not.toHaveProperty('cik')
    expect(wrong.stderr).toContain('P153 answers-of-another-file')
  })

  test('that no paper was met for are said', () => {
    const { status, stderr } = run(['read', file('other.xml', form4()), '--answers', answers('unused.json', KNOWN)])
    expect([status, stderr]).toEqual([1, expect.stringContaining('P153')])
  })
})
