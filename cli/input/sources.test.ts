import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOptions } from './limits.ts'
import { tar, zip } from './packing.mts'
import { sources } from './sources.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'section16-input-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

/** `name: content` or `name: code data` for what the arguments name, all relative to the folder. */
async function found(whats: string[], options?: InputOptions): Promise<string[]> {
  const lines: string[] = []
  const paths = whats.map((what) => (what === '-' ? what : join(folder, what)))
  for await (const source of sources(paths, options)) {
    const name = source.name.replace(`${folder}/`, '')
    if ('bytes' in source) lines.push(`${name}: ${Buffer.from(source.bytes).toString()}`)
    else lines.push(`${name}: ${[source.problem.code, ...Object.values(source.problem.data)].join(' ')}`)
  }
  return lines
}

describe('files and folders', () => {
  it('come in the order of the arguments, folders sorted, archives in them opened', async () => {
    write({ 'z.xml': 'z', 'd/b.xml': 'b', 'd/B.xml': 'B', 'd/a/y.xml': 'y', 'd/a.xml': 'a', 'd/e.xml': '' })
    write({ 'd/c.zip': zip([{ name: 'm.xml', content: 'm' }]) })
    const expected = ['d/B.xml: B', 'd/a/y.xml: y', 'd/a.xml: a', 'd/b.xml: b', 'd/c.zip!m.xml: m', 'd/e.xml: ']
    expect(await found(['z.xml', 'd', 'z.xml'])).toEqual(['z.xml: z', ...expected, 'z.xml: z'])
  })

  it('include hidden files and leave out hidden folders', async () => {
    write({ 'd/.git/x.xml': '?', 'd/.hidden.xml': '!' })
    expect(await found(['d'])).toEqual(['d/.hidden.xml: !'])
    expect(await found(['d/.git'])).toEqual(['d/.git/x.xml: ?'])
  })

  it('that are not there, or empty, are named', async () => {
    write({ 'a.xml': 'a' })
    mkdirSync(join(folder, 'empty'))
    expect(await found(['no.xml', 'no.zip', 'a.xml/b', 'nul\0', 'a.xml', 'empty'])).toEqual([
      'no.xml: I101',
      'no.zip: I101',
      'a.xml/b: I101',
      'nul\\u{0}: I101',
      'a.xml: a',
      'empty: I103',
    ])
    expect(await found([])).toEqual([])
  })

  it('are shown without control characters', async () => {
    write({ 'd/\x1b]0;x': 'a' })
    expect(await found(['d'])).toEqual(['d/\\u{1b}]0;x: a'])
  })

  it('are read up to the limit, and not a byte beyond it', async () => {
    write({ 'd/1': '12345', 'd/2': '123456', 'd/3': '123' })
    expect(await found(['d'], { memberBytes: 5 })).toEqual(['d/1: 12345', 'd/2: I110 5', 'd/3: 123'])
  })

  it('that the system refuses are reported, and the rest is read', async () => {
    const long = 'n'.repeat(300)
    expect(await found([long])).toEqual([`${long}: I104 ENAMETOOLONG`])
  })

  it('without permission are reported, and the rest is read', async ({ skip }) => {
    write({ 'd/a.xml': 'a', 'd/b.xml': 'b', 'd/c.zip': 'c', 'd/d/e.xml': 'e', 'd/f.xml': 'f' })
    chmodSync(folder, 0o755)
    for (const name of ['b.xml', 'c.zip', 'd']) chmodSync(join(folder, 'd', name), 0)
    const isRoot = process.geteuid?.() === 0
    try {
      // Nothing is forbidden to root, so it steps down for a while.
      if (isRoot) process.seteuid!(65_534)
    } catch {
      skip('this process cannot step down from root')
    }
    try {
      expect(await found(['d'])).toEqual([
        'd/a.xml: a',
        'd/b.xml: I104 EACCES',
        'd/c.zip: I104 EACCES',
        'd/d: I104 EACCES',
        'd/f.xml: f',
      ])
    } finally {
      if (isRoot) process.seteuid!(0)
      chmodSync(join(folder, 'd/d'), 0o755)
    }
  })

  it('exclude pipes, sockets and devices', async ({ skip }) => {
    if (process.platform === 'win32') skip('Windows has no such files')
    write({ 'd/b.xml': 'b' })
    execFileSync('/usr/bin/env', ['mkfifo', join(folder, 'd/a.xml'), join(folder, 'd/c.zip')])
    const server = createServer().listen(join(folder, 'd/s'))
    await new Promise((resolve) => server.once('listening', resolve))
    expect(await found(['d', 'd/a.xml', 'd/c.zip', '../../dev/null'])).toEqual([
      'd/a.xml: I105 named pipe',
      'd/b.xml: b',
      'd/c.zip: I105 named pipe',
      'd/s: I105 socket',
      'd/a.xml: I105 named pipe',
      'd/c.zip: I105 named pipe',
      '/dev/null: I105 device',
    ])
    await new Promise((resolve) => server.close(resolve))
  })

  it('are closed when the caller stops early', async ({ skip }) => {
    if (process.platform !== 'linux') skip('open files are counted in /proc')
    write({ 'a.tar.gz': gzipSync(tar([{ name: '1' }, { name: '2' }])), 'a.zip': zip([{ name: '1' }, { name: '2' }]) })
    const open = () => readdirSync('/proc/self/fd').length
    const before = open()
    for (let round = 0; round < 10; round++)
      for (const name of ['a.tar.gz', 'a.zip']) for await (const _ of sources([join(folder, name)])) break
    expect(open()).toBeLessThan(before + 5)
  })
})

describe('links', () => {
  it('in loops end, and are noted', async () => {
    write({ 'd/a/x.xml': 'x' })
    symlinkSync('..', join(folder, 'd/a/up'))
    symlinkSync('.', join(folder, 'd/a/self'))
    symlinkSync('round', join(folder, 'd/round'))
    expect(await found(['d'])).toEqual(['d/a/self: I106', 'd/a/up: I106', 'd/a/x.xml: x', 'd/round: I107 ELOOP'])
    expect(await found(['d/round'])).toEqual(['d/round: I104 ELOOP'])
  })

  it('are followed out of the folder, once', async () => {
    write({ 'out/o.xml': 'o', 'one.xml': '1', 'd/x.xml': 'x' })
    for (const name of ['d/l1', 'd/l2', 'out/again']) symlinkSync(join(folder, 'out'), join(folder, name))
    for (const name of ['d/m1', 'd/m2']) symlinkSync(join(folder, 'one.xml'), join(folder, name))
    symlinkSync(join(folder, 'd'), join(folder, 'out/back'))
    expect(await found(['d'])).toEqual([
      'd/l1/again: I106',
      'd/l1/back: I106',
      'd/l1/o.xml: o',
      'd/l2: I106',
      'd/m1: 1',
      'd/m2: I106',
      'd/x.xml: x',
    ])
  })

  it('to what the walk reads anyway are noted, to what it leaves out are followed', async () => {
    write({ 'd/x.xml': 'x', 'd/.store/y.xml': 'y' })
    symlinkSync('x.xml', join(folder, 'd/a'))
    symlinkSync('.store/y.xml', join(folder, 'd/b'))
    symlinkSync('nowhere', join(folder, 'd/c'))
    expect(await found(['d'])).toEqual(['d/a: I106', 'd/b: y', 'd/c: I107 ENOENT', 'd/x.xml: x'])
  })

  it('above the folder do not read it twice', async () => {
    write({ 'p/d/x.xml': 'x', 'p/q.xml': 'q' })
    symlinkSync('..', join(folder, 'p/d/up'))
    expect(await found(['p/d'])).toEqual(['p/d/up/d: I106', 'p/d/up/q.xml: q', 'p/d/x.xml: x'])
  })
})

describe('patterns', () => {
  it('are expanded and sorted, each file once', async () => {
    write({
      'd/b.xml': 'b',
      'd/a.xml': 'a',
      'd/e/c.xml': 'c',
      'd/n.txt': 'n',
      'd/t.zip': zip([{ name: 'm', content: 'm' }]),
    })
    expect(await found(['d/*.xml'])).toEqual(['d/a.xml: a', 'd/b.xml: b'])
    expect(await found(['d/{b,a,a}.xm?'])).toEqual(['d/a.xml: a', 'd/b.xml: b'])
    expect(await found(['d/**/*.xml'])).toEqual(['d/a.xml: a', 'd/b.xml: b', 'd/e/c.xml: c'])
    const all = ['d/a.xml: a', 'd/b.xml: b', 'd/e/c.xml: c', 'd/n.txt: n', 'd/t.zip!m: m']
    expect(await found(['d/**'])).toEqual(all)
    expect(await found(['d/*'])).toEqual(all)
  })

  it('that match nothing are named', async () => {
    expect(await found(['no/*.xml', 'no[', 'no.xml'])).toEqual(['no/*.xml: I102', 'no[: I102', 'no.xml: I101'])
  })

  it('are not looked for in the name of a file that exists', async () => {
    write({ 'a[1].xml': 'this', 'a1.xml': 'not this' })
    expect(await found(['a[1].xml'])).toEqual(['a[1].xml: this'])
  })
})

describe('standard input', () => {
  /** Byte by byte, as the slowest pipe would. */
  async function* piped(bytes: Uint8Array | string): AsyncGenerator<Uint8Array> {
    for (const byte of Buffer.from(bytes)) yield Uint8Array.of(byte)
  }
  const members = [
    { name: 'a.xml', content: 'a' },
    { name: 'b.xml', content: 'b' },
  ]

  it('is one file, or the archive that it begins like', async () => {
    expect(await found(['-'], { stdin: piped('<x/>') })).toEqual(['-: <x/>'])
    expect(await found(['-'], { stdin: piped('') })).toEqual(['-: '])
    expect(await found(['-'], { stdin: piped(gzipSync('<x/>')) })).toEqual(['-!-: <x/>'])
    for (const archive of [tar(members), gzipSync(tar(members)), zip(members)])
      expect(await found(['-'], { stdin: piped(archive) })).toEqual(['-!a.xml: a', '-!b.xml: b'])
  })

  it('has the limit of a file; a zip archive on it has it as a whole', async () => {
    expect(await found(['-'], { stdin: piped('123456'), memberBytes: 5 })).toEqual(['-: I110 5'])
    expect(await found(['-'], { stdin: piped(zip(members)), memberBytes: 5 })).toEqual(['-: I110 5'])
  })
})
