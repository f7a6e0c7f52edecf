import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import type { InputOptions } from './limits.ts'
import { TAR_END, type TarMember, tar, tarHeader, tarMember, zip } from './packing.mts'
import { sources } from './sources.ts'

const folder = mkdtempSync(join(tmpdir(), 'section16-input-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What is found in an archive of this name: `name: content` or `name: code data`, names less the folder. */
async function found(file: string, archive: Uint8Array, options?: InputOptions): Promise<string[]> {
  const path = join(folder, file)
  writeFileSync(path, archive)
  const lines: string[] = []
  for await (const source of sources([path], options)) {
    const name = source.name.slice(folder.length + 1)
    if ('bytes' in source) lines.push(`${name}: ${Buffer.from(source.bytes).toString()}`)
    else lines.push(`${name}: ${[source.problem.code, ...Object.values(source.problem.data)].join(' ')}`)
  }
  return lines
}

const TWO = [
  { name: 'b.xml', content: 'second' },
  { name: 'sub/a.xml', content: 'first' },
]

describe('what archives hold', () => {
  it.each([
    ['x.tar', tar(TWO)],
    ['x.tar.gz', gzipSync(tar(TWO))],
    ['X.TGZ', gzipSync(tar(TWO))],
    ['x.zip', zip(TWO)],
    ['stored.zip', zip(TWO.map((member) => ({ ...member, method: 0 })))],
  ])('reads the members of %s in their order', async (name, archive) => {
    expect(await found(name, archive)).toEqual([`${name}!b.xml: second`, `${name}!sub/a.xml: first`])
  })

  it('reads a gzipped file under its name less .gz, and concatenated ones as one', async () => {
    expect(await found('x.xml.gz', gzipSync('one'))).toEqual(['x.xml.gz!x.xml: one'])
    expect(await found('y.gz', Buffer.concat([gzipSync('one'), gzipSync(' two')]))).toEqual(['y.gz!y: one two'])
    expect(await found('z.gz', Buffer.concat([gzipSync('one'), Buffer.alloc(700)]))).toEqual(['z.gz!z: one'])
  })

  it('reads a tar archive made of concatenated gzip files', async () => {
    const parts = [...TWO.map(tarMember), TAR_END].map((part) => gzipSync(part))
    expect(await found('x.tar.gz', Buffer.concat(parts))).toHaveLength(2)
  })

  it('goes by the content where the name is wrong about the kind of archive', async () => {
    expect(await found('inflated.tar.gz', tar(TWO))).toHaveLength(2)
    expect(await found('really-tar.zip', gzipSync(tar(TWO)))).toHaveLength(2)
    expect(await found('tar.gz', gzipSync(tar(TWO)))).toEqual(['tar.gz!b.xml: second', 'tar.gz!sub/a.xml: first'])
  })

  it('reads tar archives from before POSIX, which have no magic', async () => {
    const old = Buffer.concat([tarHeader('a', 2, '\0', ''), Buffer.from('hi'), Buffer.alloc(510), TAR_END])
    expect(await found('old.tar', old)).toEqual(['old.tar!a: hi'])
  })

  it('leaves out folders and what lies in hidden ones', async () => {
    const members = [
      { name: 'd/', type: '5' },
      { name: './.git/x', content: '?' },
      { name: './d/.x', content: '!' },
    ]
    expect(await found('x.tar', tar(members))).toEqual(['x.tar!./d/.x: !'])
    expect(await found('x.zip', zip([{ name: 'd/' }, { name: 'd/x', content: '!' }]))).toEqual(['x.zip!d/x: !'])
  })

  it('says when there is nothing inside', async () => {
    expect(await found('x.tar', TAR_END)).toEqual(['x.tar: I103'])
    expect(await found('x.tar.gz', gzipSync(TAR_END))).toEqual(['x.tar.gz: I103'])
    expect(await found('x.zip', zip([]))).toEqual(['x.zip: I103'])
    expect(await found('x.gz', gzipSync(''))).toEqual(['x.gz!x: '])
  })

  it('says when an archive is none', async () => {
    for (const name of ['x.zip', 'x.tar', 'x.tgz', 'x.gz'])
      for (const content of ['', 'PK', '<html>Undeclared Automated Tool</html>'.repeat(40)])
        expect(await found(name, Buffer.from(content))).toEqual([`${name}: I120`])
  })
})

describe('archives in archives', () => {
  const inner = [{ name: 'a.xml', content: 'deep' }]

  it('are opened, whatever lies in what', async () => {
    const packed = {
      'i.zip': zip(inner),
      'i.tar.gz': gzipSync(tar(inner)),
      'i.tar': tar(inner),
      'a.xml.gz': gzipSync('deep'),
    }
    const members = Object.entries(packed).map(([name, content]) => ({ name, content }))
    const expected = ['i.zip!a.xml', 'i.tar.gz!a.xml', 'i.tar!a.xml', 'a.xml.gz!a.xml'].map((name) => `${name}: deep`)
    expect(await found('o.tar.gz', gzipSync(tar(members)))).toEqual(expected.map((line) => `o.tar.gz!${line}`))
    expect(await found('o.zip', zip(members))).toEqual(expected.map((line) => `o.zip!${line}`))
    expect(await found('o.tar.gz.gz', gzipSync(gzipSync(tar(inner))))).toEqual(['o.tar.gz.gz!o.tar.gz!a.xml: deep'])
  })

  it('are refused beyond the limit, and what follows them is read', async () => {
    const third = zip([
      { name: 'third.zip', content: zip(inner) },
      { name: 'b.xml', content: 'beside' },
    ])
    const archive = tar([
      { name: 'second.zip', content: third },
      { name: 'c.xml', content: 'after' },
    ])
    expect(await found('first.tar', archive)).toEqual([
      'first.tar!second.zip!third.zip: I112 2',
      'first.tar!second.zip!b.xml: beside',
      'first.tar!c.xml: after',
    ])
    expect(await found('first.tar', archive, { archiveDepth: 3 })).toContain(
      'first.tar!second.zip!third.zip!a.xml: deep',
    )
    expect(await found('first.tar', archive, { archiveDepth: 1 })).toContain('first.tar!second.zip: I112 1')
  })

  it('do not stop the outer one when they are damaged', async () => {
    const members = [
      { name: 'cut.tar.gz', content: gzipSync(tar(inner)).subarray(0, 40) },
      { name: 'cut.zip', content: zip(inner).subarray(0, 60) },
      { name: 'none.gz', content: 'no gzip' },
    ]
    for (const [name, archive] of [
      ['o.tar', tar([...members, ...TWO])],
      ['o.zip', zip([...members, ...TWO])],
    ] as const)
      expect(await found(name, archive)).toEqual([
        `${name}!cut.tar.gz: I121`,
        `${name}!cut.zip: I121`,
        `${name}!none.gz: I120`,
        `${name}!b.xml: second`,
        `${name}!sub/a.xml: first`,
      ])
  })
})

describe('names', () => {
  const names: [string, string, string][] = [
    ['../../etc/passwd', '../../etc/passwd', 'it leaves its folder by ..'],
    ['a\\..\\b', 'a\\..\\b', 'it leaves its folder by ..'],
    ['/etc/passwd', '/etc/passwd', 'it is an absolute path'],
    ['C:\\x', 'C:\\x', 'it is an absolute path'],
    ['\x1b[2Jx', '\\u{1b}[2Jx', 'it holds control characters'],
    ['x\u202elmx', 'x\\u{202e}lmx', 'it holds control characters'],
  ]
  it.each(names)('%j is noted and its member read', async (name, shown, reason) => {
    for (const [file, archive] of [
      ['x.zip', zip([{ name, content: 'read' }])],
      ['x.tar', tar([{ name, content: 'read' }])],
    ] as const)
      expect(await found(file, archive)).toEqual([`${file}!${shown}: I126 ${reason}`, `${file}!${shown}: read`])
  })

  it('may hold a NUL in zip', async () => {
    const lines = await found('x.zip', zip([{ name: 'x\0y', content: 'read' }]))
    expect(lines).toEqual(['x.zip!x\\u{0}y: I126 it holds a NUL character', 'x.zip!x\\u{0}y: read'])
  })

  it('are cut when they are endless', async () => {
    const [line] = await found('x.zip', zip([{ name: 'n'.repeat(60_000), content: 'read' }]))
    expect(line).toBe(`x.zip!${'n'.repeat(1_000)}…: read`)
  })

  it('are read in the encoding of old zip programs unless marked as UTF-8', async () => {
    const [line] = await found('x.zip', zip([{ name: Buffer.from([0x81, 0x2e]), flags: 0, content: '-' }]))
    expect(line).toBe('x.zip!ü.: -')
  })
})

describe('members that cannot be read leave a problem and harm no other', () => {
  const good = { name: 'good', content: 'good' }

  it('tar: links, devices, pipes', async () => {
    const members: TarMember[] = ['1', '2', '3', '4', '6', 'V'].map((type) => ({ name: 't', type }))
    expect(await found('x.tar', tar([...members, good]))).toEqual([
      'x.tar!t: I105 link',
      'x.tar!t: I105 symlink',
      'x.tar!t: I105 character-device',
      'x.tar!t: I105 block-device',
      'x.tar!t: I105 fifo',
      'x.tar!t: I105 member of an unknown type',
      'x.tar!good: good',
    ])
  })

  it.each([
    ['encrypted', { flags: 0x801 }, 'I124'],
    ['an unknown method', { method: 93 }, 'I125 93'],
    ['a symbolic link', { mode: 0o120777 }, 'I105 symlink'],
    ['a wrong checksum', { crc: 7 }, 'I123 its checksum does not match'],
    ['no deflate data', { compressed: Buffer.alloc(9, 0xff) }, 'I123 invalid block type'],
    ['deflate data cut short', { compressed: deflateRawSync('content').subarray(0, 5) }, 'I123 unexpected end of file'],
    ['smaller than declared', { size: 2_000 }, 'I123 2000 bytes declared, 7 found'],
    ['larger than declared', { size: 3 }, 'I123 it is larger than declared'],
    ['stored, not as declared', { method: 0, size: 3 }, 'I123 3 bytes declared, 7 found'],
    ['declared beyond the limit', { size: 2 ** 30 }, 'I110 1048576'],
    ['compressed beyond the file', { compressedSize: 900_000 }, 'I123 file data overflows file bounds'],
    ['no local header', { offset: 3 }, 'I123 invalid local file header signature: 0x'],
    ['a local header beyond the file', { offset: 2 ** 31 }, 'I123 it points beyond its own end'],
  ])('zip: %s', async (_, odd, expected) => {
    const archive = zip([good, { name: 'bad', content: 'content', ...odd }, { ...good, name: 'last' }])
    const lines = await found('x.zip', archive, { memberBytes: 2 ** 20 })
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe('x.zip!good: good')
    expect(lines[1]).toContain(`x.zip!bad: ${expected}`)
    expect(lines[2]).toBe('x.zip!last: good')
  })

  it('zip: an archive in it whose own bytes are damaged', async () => {
    const archive = zip([{ name: 'bad.tar', content: tar([good]), crc: 7 }, good])
    expect(await found('x.zip', archive)).toEqual([
      'x.zip!bad.tar!good: good',
      'x.zip!bad.tar: I123 its checksum does not match',
      'x.zip!good: good',
    ])
  })

  it('reads a member of exactly the limit and refuses one byte more', async () => {
    const members = [100, 101, 99].map((size) => ({ name: `${size}`, content: Buffer.alloc(size, 120) }))
    for (const [name, archive] of [
      ['x.zip', zip(members)],
      ['s.zip', zip(members.map((member) => ({ ...member, method: 0 })))],
      ['x.tar.gz', gzipSync(tar(members))],
    ] as const)
      expect(await found(name, archive, { memberBytes: 100 })).toEqual([
        `${name}!100: ${'x'.repeat(100)}`,
        `${name}!101: I110 100`,
        `${name}!99: ${'x'.repeat(99)}`,
      ])
    expect(await found('x.gz', gzipSync('x'.repeat(100)), { memberBytes: 100 })).toEqual([`x.gz!x: ${'x'.repeat(100)}`])
    expect(await found('x.gz', gzipSync('x'.repeat(101)), { memberBytes: 100 })).toEqual(['x.gz!x: I110 100'])
  })
})

describe('damaged archives', () => {
  const many = Array.from({ length: 40 }, (_, i) => ({ name: `${i}.xml`, content: `<n>${i}</n>`.repeat(200) }))

  it('tar.gz cut anywhere: what came before is kept, and the cut is reported once, at the end', async () => {
    const whole = gzipSync(tar(many), { level: 1 })
    for (let length = 2; length < whole.length; length += 61) {
      const cut = whole.subarray(0, length)
      const lines = await found('cut.tar.gz', cut)
      expect(lines.filter((line) => line === 'cut.tar.gz: I121')).toHaveLength(1)
      expect(lines.at(-1)).toBe('cut.tar.gz: I121')
      // As many members as are whole in what zlib can make of the cut file.
      const inflated = gunzipSync(cut, { finishFlush: constants.Z_SYNC_FLUSH }).length
      const ends = many.map(({ content }, i) => tar(many.slice(0, i)).length - TAR_END.length + 512 + content.length)
      const kept = many.filter((_, i) => ends[i]! <= inflated)
      expect(lines.filter((line) => line.includes('<n>'))).toEqual(
        kept.map(({ name, content }) => `cut.tar.gz!${name}: ${content}`),
      )
    }
  })

  it('tar cut inside a member names it; cut between members only the end mark tells', async () => {
    const two = tar(TWO)
    expect(await found('x.tar', two.subarray(0, 1024 + 514))).toEqual([
      'x.tar!b.xml: second',
      'x.tar!sub/a.xml: I123 the archive breaks off in the middle of it',
      'x.tar: I121',
    ])
    expect(await found('x.tar', two.subarray(0, 1024))).toEqual(['x.tar!b.xml: second', 'x.tar: I127'])
  })

  it('tar with a damaged header keeps what came before', async () => {
    const archive = tar(TWO)
    archive[1024] = archive[1024]! ^ 1
    const lines = await found('x.tar', archive)
    expect(lines[0]).toBe('x.tar!b.xml: second')
    expect(lines[1]).toMatch(/^x\.tar: I122 Invalid tar header/)
  })

  it('gzip with a wrong checksum: a tar archive keeps what came before, a single file is refused', async () => {
    const archive = gzipSync(tar([...many, ...many, ...many, ...many]), { level: 1 })
    archive[archive.length - 8] = archive[archive.length - 8]! ^ 1
    const lines = await found('x.tar.gz', archive)
    expect(lines.length).toBeGreaterThan(many.length)
    expect(lines.at(-1)).toBe('x.tar.gz: I122 incorrect data check')
    const single = gzipSync('one')
    single[single.length - 8] = single[single.length - 8]! ^ 1
    expect(await found('x.gz', single)).toEqual(['x.gz!x: I122 incorrect data check'])
    expect(await found('x.gz', gzipSync('one').subarray(0, 12))).toEqual(['x.gz!x: I121'])
  })

  it('zip cut short has lost its directory', async () => {
    expect(await found('x.zip', zip(TWO).subarray(0, -30))).toEqual(['x.zip: I121'])
  })

  it('zip whose members share bytes is given up once they claim more than there is', async () => {
    const bytes = Buffer.alloc(1_000, 'x')
    const shared = { content: bytes, method: 0, offset: 0 }
    const archive = zip([
      { name: 'a', content: bytes, method: 0 },
      ...['b', 'c'].map((name) => ({ name, ...shared, compressed: Buffer.alloc(0), compressedSize: 1_000 })),
    ])
    expect((await found('x.zip', archive)).at(-1)).toBe('x.zip: I128')
  })

  it('never throw, wherever a byte is changed, and zip members are as packed or refused', async () => {
    let seed = 16
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
      return Math.floor((seed / 2 ** 31) * below)
    }
    const packed = { 'f.zip': zip(TWO), 'f.tar': tar(TWO), 'f.tar.gz': gzipSync(tar(TWO)) }
    for (const [name, archive] of Object.entries(packed))
      for (let round = 0; round < 400; round++) {
        const changed = Buffer.from(archive)
        for (let n = 0; n <= round % 3; n++) changed[random(changed.length)] = random(256)
        const lines = await found(name, changed, { memberBytes: 2 ** 16, skippedBytes: 2 ** 20 })
        expect(lines.length).toBeGreaterThan(0)
        if (name === 'f.zip') for (const line of lines) expect(line).toMatch(/: (second|first|I1\d\d.*)$/s)
      }
  })
})
