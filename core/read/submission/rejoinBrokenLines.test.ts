import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rejoinBrokenLines, sourceOffsetOf } from './rejoinBrokenLines.ts'

/** What EDGAR did: no line longer than 1,023 characters. */
const cut = (text: string, lineEnd = '\n') =>
  text
    .split('\n')
    .flatMap((line) => line.match(/.{1,1023}/g) ?? [''])
    .join(lineEnd)

/** A document whose one long line is cut in the middle of its closing tag. */
const NOTE = `<footnotes>\n<footnote id="F1">${'x'.repeat(1001)}</footnote>\n</footnotes>\n`

describe('cut lines', () => {
  test.each(['\n', '\r\n', '\r'])('are joined, whatever ends them: %j', (lineEnd) => {
    const broken = cut(NOTE, lineEnd)
    expect(broken).toContain(`</fo${lineEnd}otnote>`)
    const { text, joins, diagnostics } = rejoinBrokenLines(broken)
    expect(text).toBe(NOTE.replaceAll('\n', lineEnd))
    expect(joins).toHaveLength(1)
    expect(diagnostics).toMatchObject([{ code: 'R231', severity: 'note', at: { offset: joins[0]?.sourceOffset } }])
  })

  test('are joined as often as they were cut, a document in one line too', () => {
    const oneLine = `<ownershipDocument>${'<remarks>words in a row</remarks>'.repeat(200)}</ownershipDocument>`
    const { text, joins } = rejoinBrokenLines(cut(oneLine))
    expect(text).toBe(oneLine)
    expect(joins).toHaveLength(Math.floor(oneLine.length / 1023))
  })

  test('are joined only in the part that is asked for', () => {
    const before = `${'b'.repeat(1023)}\nb\n`
    const broken = cut(NOTE)
    const { text, joins } = rejoinBrokenLines(
      `${before}${broken}${before}`,
      before.length,
      before.length + broken.length,
    )
    expect(text).toBe(NOTE)
    expect(joins).toMatchObject([{ sourceOffset: before.length + broken.indexOf('\n', 20), removed: 1 }])
  })

  test('can be found again in the source, character by character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(2500), { maxLength: 4 }),
        fc.constantFrom('\n', '\r\n'),
        fc.nat(9),
        (lengths, lineEnd, start) => {
          const source = '#'.repeat(start) + cut(lengths.map((n, i) => String(i).repeat(n)).join('\n'), lineEnd)
          const { text, joins } = rejoinBrokenLines(source, start)
          for (let i = 0; i < text.length; i += 7) expect(source[sourceOffsetOf(i, joins, start)]).toBe(text[i])
        },
      ),
    )
  })
})

describe('left alone', () => {
  const same = (text: string) => {
    expect(rejoinBrokenLines(text)).toEqual({ text, joins: [], diagnostics: [] })
  }
  const line = (length: number) => 'w'.repeat(length)

  test('lines of other lengths', () => {
    same('')
    same('short\nlines\r\n\rhere')
    same(`${line(1022)}\nnext`)
    same(`${line(1024)}\nnext`)
  })

  test('a line of that length where others are longer', () => {
    same(`${line(1023)}\nnext\n${line(1024)}\n`)
  })

  test('a line of that length that ends with a tag before another tag', () => {
    same(`<a>${line(1016)}</a>\n    </footnotes>\n`)
  })

  test('a line of that length before an empty line, or at the end', () => {
    same(`${line(1023)}\n  \nnext`)
    same(`${line(1023)}\n`)
    same(line(1023))
  })
})
