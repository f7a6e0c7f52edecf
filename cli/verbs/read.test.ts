import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tar } from '../input/packing.mts'
import { ACCESSION_NUMBER, form4, run, submission } from '../invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-read-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

const TYPED = submission('').replace('<XML>\n</XML>', 'FORM 4, typed')

beforeAll(() => {
  writeFileSync(at('form4.xml'), form4())
  writeFileSync(at('filing.txt'), submission(form4({ remarks: '2032-01-01' })))
  const members = [
    { name: 'a.xml', content: form4() },
    { name: 'b.txt', content: submission(form4({ owner: 'ROE RICHARD' })) },
    { name: 'c.xml', content: form4({ remarks: 'a & b' }) },
    { name: 'd.xml', content: `<!DOCTYPE x>${form4()}` },
    { name: 'e.txt', content: TYPED },
    { name: 'f.html', content: '<html>A page</html>' },
    { name: '0000000000-11-222222.xml', content: form4() },
  ]
  writeFileSync(at('mixed.tar.gz'), gzipSync(tar(members)))
})

describe('read', () => {
  it('draws the form in the width asked for', () => {
    for (const width of [80, 120]) {
      const { status, stdout } = run(['read', at('filing.txt'), '--width', String(width)])
      expect(status).toBe(0)
      expect(stdout).toContain('Invented Holdings Inc. [ZZZQ]')
      expect(stdout).toContain(ACCESSION_NUMBER)
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBe(width)
    }
  })

  it('says below the form what there is to say, and where', () => {
    const xml = form4({ owner: 'DOE' }).replace('2024-03-01</value>', '2024-02-30</value>')
    const lineOfIt = xml.split('\n').findIndex((line) => line.includes('<transactionDate>')) + 1
    for (const [input, before] of [
      [xml, 0],
      [submission(xml), submission('').split('<XML>\n')[0]!.split('\n').length],
    ] as const) {
      const { status, stdout } = run(['read', '-'], { input })
      expect(status).toBe(0)
      const path = '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]/transactionDate'
      expect(stdout).toContain(`R151 no-date (suspends)  line ${lineOfIt + before}:13, ${path}\n`)
    }
  })

  it('says that it mended, and that a number is from the name', () => {
    const { stdout } = run(['read', at('mixed.tar.gz')])
    expect(stdout).toContain('Not well-formed; mended as follows:\nR116 bad-reference')
    expect(stdout).toContain('The accession number is taken from the file’s name.')
    expect(stdout.match(/^\S*mixed\.tar\.gz!.*$/gm)).toEqual(
      ['a.xml', 'b.txt', 'c.xml', '0000000000-11-222222.xml'].map((name) => `${at('mixed.tar.gz')}!${name}`),
    )
  })

  it('gives one line for each file, whatever it is', () => {
    const { status, stdout } = run(['read', at('mixed.tar.gz'), '--ndjson'])
    expect(status).toBe(1)
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const said = lines.map(({ file, accessionNumber, outcome, diagnostics }) => [
      file.split('!')[1],
      accessionNumber,
      outcome,
      diagnostics.map(({ code }: { code: string }) => code).join(' '),
    ])
    expect(said).toEqual([
      ['a.xml', null, 'read', ''],
      ['b.txt', ACCESSION_NUMBER, 'read', ''],
      ['c.xml', null, 'repaired', 'R116 R140'],
      ['d.xml', null, 'refused', 'R101'],
      ['e.txt', ACCESSION_NUMBER, 'other', 'R222'],
      ['f.html', null, 'other', 'I202'],
      ['0000000000-11-222222.xml', '0000000000-11-222222', 'read', ''],
    ])
    expect(lines[1].document.reportingOwners[0].id.name.value).toBe('ROE RICHARD')
    expect(Object.keys(lines[1]).slice(0, 2)).toEqual(['file', 'accessionNumber'])
    expect(lines[2].diagnostics[1]).toMatchObject({
      severity: 'doubt',
      at: {
        line:
          form4()
            .split('\n')
            .findIndex((line) => line.includes('<remarks>')) + 1,
        column: 16,
      },
      message: 'A bare & in the text was read as an ampersand.',
    })
    expect(lines[6].accessionNumberFrom).toBe('fileName')
  })

  it('gives one value for one filing, and a list for several', () => {
    const single = JSON.parse(run(['read', at('filing.txt'), '--json']).stdout)
    expect(single).toMatchObject({ accessionNumber: ACCESSION_NUMBER, acceptedAt: '2024-03-04T17:01:02' })
    const several = JSON.parse(run(['read', at('mixed.tar.gz'), '--json']).stdout)
    expect(several).toHaveLength(4)
  })

  it('reads back its own lines', () => {
    const lines = run(['read', at('mixed.tar.gz'), '--ndjson']).stdout.split('\n')
    const filings = lines.filter((line) => line.includes('"document"')).join('\n')
    const again = run(['read', '-', '--ndjson'], { input: filings }).stdout.trim().split('\n')
    expect(again.map((line) => JSON.parse(line).document)).toEqual(
      filings.split('\n').map((line) => JSON.parse(line).document),
    )
  })

  it('says what files are that hold no form, one by one or counted', () => {
    writeFileSync(at('refusal.html'), '<html>Undeclared Automated Tool</html>')
    expect(run(['read', at('refusal.html')])).toEqual({
      status: 3,
      stdout: '',
      stderr:
        `${at('refusal.html')}: I201 refusal-page: This is the page with which the SEC refuses a download, not a filing. ` +
        'Fetch it again, slower and with a User-Agent that names you.\n',
    })
    const archive = at('pages.tar')
    const pages = Array.from({ length: 9 }, (_, i) => ({ name: `${i}.html`, content: '<html>A page</html>' }))
    writeFileSync(archive, tar([...pages, { name: 'x.xml', content: form4() }]))
    const { status, stderr } = run(['read', archive, '--json'])
    expect([status, stderr]).toEqual([0, '9 files without an ownership document: 9 × I202 html-page\n'])
  })
})

const GIF = Buffer.from('GIF89a, invented')
const uuencoded = `begin 644 map.gif\n${String.fromCharCode(32 + GIF.length)}${uuencode(GIF)}\n\`\nend\n`

function uuencode(bytes: Buffer): string {
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    for (const shift of [18, 12, 6, 0]) out += String.fromCharCode(32 + ((bits >> shift) & 63))
  }
  return out
}

describe('read, the documents of a submission', () => {
  const EXHIBITS = [
    ['EX-24', 'poa.txt', 'Know all\n'],
    ['GRAPHIC', 'map.gif', uuencoded],
    ['EX-99', '../../escape.txt', 'up\n'],
    ['EX-99', '.hidden', 'dot\n'],
    ['EX-99', 'a\x1b[2Jb.txt', 'escape\n'],
    ['EX-99', 'POA.TXT', 'the same on some disks\n'],
    ['EX-99', 'con.txt', 'a device\n'],
  ] as const

  it('lists them', () => {
    const { status, stdout } = run(['read', '-', '--list'], { input: submission(form4(), EXHIBITS) })
    expect(status).toBe(0)
    expect(stdout).toContain('GRAPHIC')
    expect(stdout).not.toContain('\x1b')
    const listed = JSON.parse(run(['read', '-', '--list', '--json'], { input: submission(form4(), EXHIBITS) }).stdout)
    expect(listed.documents.map(({ content }: { content: string }) => content).slice(0, 3)).toEqual([
      'xml',
      'text',
      'attachment',
    ])
  })

  it('saves them under safe names and nowhere else, and overwrites only by force', () => {
    writeFileSync(at('exhibits.txt'), submission(form4(), EXHIBITS))
    const into = at('a/b/exhibits')
    const first = run(['read', at('exhibits.txt'), '--exhibits', into])
    expect(first.status).toBe(0)
    expect(readdirSync(into).sort()).toEqual(
      [
        'document-4.txt',
        'document-5.txt',
        'document-6.txt',
        'document-7.txt',
        'document-8.txt',
        'map.gif',
        'poa.txt',
      ].sort(),
    )
    expect(readFileSync(join(into, 'map.gif'))).toEqual(GIF)
    expect(readFileSync(join(into, 'poa.txt'), 'utf8')).toBe('Know all\n')
    expect(first.stderr).toContain('I222 exhibit-renamed')
    expect(existsSync(at('escape.txt')) || existsSync(at('a/escape.txt'))).toBe(false)

    writeFileSync(join(into, 'poa.txt'), 'mine')
    const second = run(['read', at('exhibits.txt'), '--exhibits', into])
    expect(second.status).toBe(1)
    expect(second.stderr).toContain('I223 file-exists')
    expect(readFileSync(join(into, 'poa.txt'), 'utf8')).toBe('mine')
    expect(run(['read', at('exhibits.txt'), '--exhibits', into, '--force']).status).toBe(0)
    expect(readFileSync(join(into, 'poa.txt'), 'utf8')).toBe('Know all\n')
  })

  it('writes through no link', () => {
    writeFileSync(at('one.txt'), submission(form4(), [['EX-24', 'poa.txt', 'Know all\n']]))
    writeFileSync(at('target'), 'mine')
    for (const force of [[], ['--force']]) {
      const into = mkdtempSync(at('linked-'))
      symlinkSync(at('target'), join(into, 'poa.txt'))
      run(['read', at('one.txt'), '--exhibits', into, ...force])
      expect(readFileSync(at('target'), 'utf8')).toBe('mine')
    }
  })

  it('keeps those of several filings apart', () => {
    const members = ['a', 'b'].map((name) => ({
      name: `${name}.txt`,
      content: submission(form4(), [['EX-24', 'poa.txt', name]]).replaceAll('-000016', `-00000${name === 'a' ? 1 : 2}`),
    }))
    writeFileSync(at('two.tar'), tar(members))
    expect(run(['read', at('two.tar'), '--exhibits', at('two')]).status).toBe(0)
    expect(readFileSync(at('two/0009999990-24-000001/poa.txt'), 'utf8')).toBe('a')
    expect(readFileSync(at('two/0009999990-24-000002/poa.txt'), 'utf8')).toBe('b')
  })
})
