import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import type { InputOptions } from './limits.ts'
import { deflatedZeros, gzippedZeros, TAR_END, tarHeader, tarMember, zerosCrc, zip } from './packing.mts'
import { sources } from './sources.ts'

const folder = mkdtempSync(join(tmpdir(), 'section16-input-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MIB = 2 ** 20
const good = { name: 'good.xml', content: 'good' }

/** What the work gives, and by how many MiB the process grew meanwhile, at its peak. */
async function measured<T>(work: Promise<T>): Promise<{ result: T; growth: number }> {
  const before = process.memoryUsage.rss()
  let peak = before
  const measure = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const timer = setInterval(measure, 2)
  const result = await work
  clearInterval(timer)
  measure()
  return { result, growth: (peak - before) / MIB }
}

async function lines(name: string, archive: Uint8Array, options?: InputOptions): Promise<string[]> {
  writeFileSync(join(folder, name), archive)
  const found: string[] = []
  for await (const source of sources([join(folder, name)], options)) {
    const shown = source.name.slice(folder.length + 1)
    found.push('bytes' in source ? `${shown}: ${source.bytes.length}` : `${shown}: ${source.problem.code}`)
  }
  return found
}

describe('zip bombs cost the limit, not their size', () => {
  const GIB = 1024
  const bomb = deflatedZeros(GIB)
  const crc = zerosCrc(GIB)
  const options: InputOptions = { memberBytes: 8 * MIB }
  const hasty: InputOptions = { ...options, skippedBytes: 100 * MIB }
  const tarBomb = Buffer.concat([
    gzipSync(tarHeader('bomb', GIB * MIB)),
    gzippedZeros(GIB),
    gzipSync(Buffer.concat([tarMember(good), TAR_END])),
  ])

  it.each([
    ['declared.zip', zip([{ name: 'bomb', compressed: bomb, size: GIB * MIB, crc }, good])],
    ['lying.zip', zip([{ name: 'bomb', compressed: bomb, size: 5, crc }, good])],
    ['bomb.tar.gz', tarBomb],
    ['bomb.gz', gzippedZeros(GIB)],
    ['nested.zip', zip([{ name: 'bomb.gz', content: gzippedZeros(GIB) }, good])],
    // Its inner archive is given up, the outer one is not.
    ['nested.tar', Buffer.concat([tarMember({ name: 'b.tar.gz', content: tarBomb }), tarMember(good), TAR_END])],
  ])('%s', async (name, archive) => {
    expect(archive.length).toBeLessThan(4 * MIB)
    const { result, growth } = await measured(lines(name, archive, name === 'nested.tar' ? hasty : options))
    expect(growth).toBeLessThan(200)
    expect(result[0]).toMatch(/bomb: I1(10|23)$/)
    if (name !== 'bomb.gz') expect(result.at(-1)).toBe(`${name}!good.xml: 4`)
  })

  it('are given up when merely getting past them takes too much', async () => {
    expect(await lines('bomb.tar.gz', tarBomb, hasty)).toEqual(['bomb.tar.gz!bomb: I110', 'bomb.tar.gz: I111'])
  })
})

describe('streaming', () => {
  /** 100,000 members of 10 kB: a thousand of them, gzipped, a hundred times over. */
  const PART = 1_000
  const part = gzipSync(
    Buffer.concat(
      Array.from({ length: PART }, (_, i) => {
        const noise = createHash('sha256').update(`${i}`).digest('hex')
        return tarMember({ name: `filings/${i}.xml`, content: `<n>${noise}</n>`.repeat(141) })
      }),
    ),
    { level: 1 },
  )

  it('100,000 members of a tar.gz take no more memory than the first thousands', async () => {
    const path = join(folder, 'bulk.tar.gz')
    writeFileSync(path, Buffer.concat([...Array<Buffer>(100).fill(part), gzipSync(TAR_END)]))
    let [members, bytes] = [0, 0]
    let settled = 0
    let peak = 0
    for await (const source of sources([path])) {
      if (!('bytes' in source)) throw new Error(source.problem.code)
      members++
      bytes += source.bytes.length
      if (members % 100 !== 0) continue
      const rss = process.memoryUsage.rss()
      if (members <= 10 * PART) settled = Math.max(settled, rss)
      else peak = Math.max(peak, rss)
    }
    expect(members).toBe(100 * PART)
    expect(bytes).toBe(100 * PART * 141 * 71)
    expect((peak - settled) / MIB).toBeLessThan(64)
  })

  it('reads no further ahead than its buffers while the caller is busy', async () => {
    let given = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given++
        yield part.subarray(0, 2 ** 16)
        for (let at = 2 ** 16; at < part.length; at += 2 ** 16) {
          given++
          yield part.subarray(at, at + 2 ** 16)
        }
      }
    }
    const found = sources(['-'], { stdin: endless() })
    for (let i = 0; i < 10; i++) await found.next()
    await setTimeout(200)
    const before = given
    await setTimeout(200)
    expect(given).toBe(before)
    expect(given).toBeLessThan(16)
    await found.return(undefined)
  })
})
