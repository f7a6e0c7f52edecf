import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tar } from './input/packing.mts'
import { CANARY, form4, run, runAndLeave, submission } from './invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-command-'))
const at = (name: string) => join(folder, name)

beforeAll(() => {
  writeFileSync(at('form4.xml'), form4())
  writeFileSync(at('filing.txt'), submission(form4()))
  writeFileSync(at('broken.xml'), form4({ remarks: 'a & b' }))
  writeFileSync(at('refused.xml'), `<!DOCTYPE x>${form4()}`)
  writeFileSync(at('page.html'), '<html>A page</html>')
  const members = Array.from({ length: 400 }, (_, i) => ({ name: `${i}.xml`, content: form4() }))
  writeFileSync(at('many.tar.gz'), gzipSync(tar(members), { level: 1 }))
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('the command itself', () => {
  it('says its version and nothing else', () => {
    const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
    for (const flag of ['--version', '-V'])
      expect(run([flag])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
  })

  it('helps, with an example for each verb', () => {
    const { status, stdout } = run(['--help'])
    expect(status).toBe(0)
    const verbs = [...stdout.matchAll(/^ {2}((?!help)[a-z]+) /gm)].map(([, name]) => name)
    expect(verbs).toEqual([
      'read',
      'verify',
      'loss',
      'check',
      'rules',
      'render',
      'diff',
      'write',
      'rows',
      'ledger',
      'amendments',
      'late',
      'deadline',
      'shortswing',
      'vest',
      'edgar',
      'desk',
      'draft',
      'file',
      'status',
      'import',
      'completion',
    ])
    for (const verb of verbs) {
      const help = run([verb!, '--help'])
      expect(help.status).toBe(0)
      expect(help.stdout).toMatch(/Example:\n.*section16 /)
    }
  })

  it.each([
    ['no verb', []],
    ['an unknown verb', ['frobnicate']],
    ['nothing to read', ['read']],
    ['an unknown option', ['read', 'x', '--frobnicate']],
    ['two formats', ['read', 'x', '--json', '--ndjson']],
    ['two formats of rows', ['rows', 'x', '--csv', '--tsv']],
    ['a width that is none', ['read', 'x', '--width', 'wide']],
    ['an unknown format', ['write', 'x', '--to', 'pdf']],
    ['no format', ['write', 'x']],
    ['an unknown shell', ['completion', 'tcsh']],
  ])('usage: %s gives 2 and a line on standard error', (_, args) => {
    const { status, stdout, stderr } = run(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).not.toBe('')
  })

  it.each(['bash', 'zsh', 'fish'])('completes in %s', (shell) => {
    const { status, stdout } = run(['completion', shell])
    expect(status).toBe(0)
    for (const word of [
      'verify',
      'exhibits',
      'edgar-submission',
      'data-sets',
      'rules-of',
      'markdown',
      'diff',
      'rehearse',
      'journal',
    ])
      expect(stdout).toContain(word)
    expect(stdout).not.toContain('write-back')
  })

  it('ends quietly when nobody reads on', async () => {
    for (const args of [['read', '--ndjson'], ['read'], ['rows', '--csv'], ['verify', '--ndjson']]) {
      const { stderr, stdout } = await runAndLeave([...args, at('many.tar.gz')])
      expect(stderr).toBe('')
      expect(stdout).not.toBe('')
    }
  })
})

const VERBS = [
  ['read'],
  ['read', '--json'],
  ['read', '--ndjson'],
  ['verify'],
  ['loss'],
  ['rows'],
  ['write', '--to', 'json'],
]

describe.each(VERBS)('%s %s %s', (...args) => {
  it('gives 0 for a good filing, in a file or on standard input', () => {
    const named = run([...args, at('form4.xml')])
    expect([named.status, named.stderr]).toEqual([0, ''])
    expect(named.stdout).not.toContain('\x1b')
    const piped = run([...args, '-'], { input: readFileSync(at('filing.txt')) })
    expect([piped.status, piped.stderr]).toEqual([0, ''])
    expect(piped.stdout).not.toBe('')
  })

  it('says in one line what cannot be read and what to do, goes on, and gives 3', () => {
    const { status, stdout, stderr } = run([...args, at('nowhere.xml'), at('form4.xml')])
    expect(status).toBe(3)
    expect(stderr).toBe(
      `${at('nowhere.xml')}: I101 not-found: There is no such file or folder. ` +
        'Check the spelling and the folder you are in; quote names that hold spaces.\n',
    )
    expect(stdout).not.toBe('')
  })
})

describe('hostile names', () => {
  it('are shown, not obeyed', () => {
    const archive = at('hostile.tar')
    writeFileSync(
      archive,
      tar([
        { name: '../../\x1b[2Jevil.xml', content: form4() },
        { name: 'a\u202efdp.xml', content: '<html>page</html>' },
      ]),
    )
    for (const args of [
      ...VERBS,
      ['read', '--list'],
      ['loss', '--ndjson'],
      ['verify', '--json'],
      ['check'],
      ['check', '--sarif'],
    ]) {
      const { stdout, stderr } = run([...args, archive])
      expect(stdout + stderr).not.toMatch(/[\x1b\u202e]/)
    }
    expect(run(['write', '--to', 'xml', '-o', `${at('out')}/`, archive]).status).toBe(0)
    expect(readFileSync(at('out/u-1b-2Jevil.xml'), 'utf8')).toBe(form4())
  })
})

describe('a CCC', () => {
  const outputs = [
    ...VERBS,
    ['read', '--list'],
    ['loss', '--json'],
    ['loss', '--ndjson'],
    ['verify', '--json'],
    ['verify', '--ndjson'],
    ['rows', '--json'],
    ['rows', '--ndjson'],
    ['rows', '--csv'],
    ['rows', '--tsv'],
    ['check'],
    ['check', '--draft'],
    ['check', '--json'],
    ['check', '--ndjson'],
    ['check', '--sarif'],
    ['render', '--terminal'],
    ['render', '--markdown'],
    ...['json', 'sec-api', 'ndjson', 'csv', 'tsv'].map((to) => ['write', '--to', to]),
  ]
  const places = {
    'in its place': form4({ ccc: CANARY }),
    'as a section': form4({ ccc: `<![CDATA[${CANARY}]]>` }),
    'beside a comment': form4({ ccc: `q9<!-- ${CANARY} -->${CANARY}` }),
    'with an attribute': form4({}).replace(
      '<rptOwnerName>',
      `<rptOwnerCcc x="1">${CANARY}</rptOwnerCcc><rptOwnerName>`,
    ),
    twice: form4({ ccc: `${CANARY}</rptOwnerCcc><rptOwnerCcc>${CANARY}` }),
    'in an unknown element': form4({ extra: `<new><rptOwnerCcc>${CANARY}</rptOwnerCcc></new>` }),
    'in a section in an unknown element': form4({
      extra: `<new><rptOwnerCcc><![CDATA[${CANARY}]]></rptOwnerCcc></new>`,
    }),
    'in a footnote': form4({ remarks: `<rptOwnerCcc>${CANARY}</rptOwnerCcc>` }),
    'cut off': form4({ ccc: CANARY }).split('</rptOwnerCcc>')[0]!,
    'with a wrong end tag': form4({ ccc: CANARY }).replace('</rptOwnerCcc>', '</rptOwnerCik>'),
    'and a bare ampersand': form4({ ccc: `&${CANARY}` }),
    'too much': form4({ ccc: CANARY }).replace('</rptOwnerCcc>', `</rptOwnerCcc>${'<a>'.repeat(200)}`),
  }

  beforeAll(() => {
    mkdirSync(at('secrets'))
    for (const [place, xml] of Object.entries(places)) writeFileSync(at(`secrets/${place}.xml`), xml)
  })

  it.each(outputs)('comes out nowhere: %s %s %s', (...args) => {
    const { status, stdout, stderr } = run([...args, at('secrets')])
    expect(status).toBeLessThan(2)
    expect(stdout).not.toBe('')
    expect(stdout + stderr).not.toContain(CANARY)
  })

  it.each(['xml', 'submission', 'edgar-submission', 'data-sets'])('comes out nowhere: write --to %s', (to) => {
    const { stdout, stderr } = run(['write', '--to', to, '-o', at(`${to}-out/`), at('secrets')])
    expect(stdout + stderr).not.toContain(CANARY)
    const written = readdirSync(at(`${to}-out`))
    expect(written.length).toBeGreaterThan(1)
    for (const name of written) {
      const text = readFileSync(at(`${to}-out/${name}`), 'utf8')
      const block = /<documentMimeBlock>(.*?)</.exec(text)?.[1] ?? ''
      expect(text + Buffer.from(block, 'base64')).not.toContain(CANARY)
    }
  })
})
