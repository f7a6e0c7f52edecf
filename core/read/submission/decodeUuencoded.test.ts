import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeUuencoded } from './decodeUuencoded.ts'
import { readSubmission } from './readSubmission.ts'

/** The textbook encoder; `zero` is what stands for six zero bits, a blank or a back quote. */
function encode(bytes: Uint8Array, zero: string, bytesPerLine = 45): string[] {
  const sign = (value: number) => (value === 0 ? zero : String.fromCharCode(32 + value))
  const lines: string[] = []
  for (let from = 0; from < bytes.length; from += bytesPerLine) {
    const part = bytes.subarray(from, from + bytesPerLine)
    let line = sign(part.length)
    for (let i = 0; i < part.length; i += 3) {
      const [a = 0, b = 0, c = 0] = part.subarray(i, i + 3)
      line += [a >> 2, ((a << 4) | (b >> 4)) & 63, ((b << 2) | (c >> 6)) & 63, c & 63].map(sign).join('')
    }
    lines.push(line)
  }
  return lines
}

const wrapped = (lines: string[]) => `<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\n${lines.join('\n')}\n</TEXT>\n</DOCUMENT>\n`

function decode(text: string) {
  const [document] = readSubmission(text).documents
  const { file, diagnostics } = decodeUuencoded(text, document!)
  return { isUuencoded: document?.isUuencoded, file, told: diagnostics.map(({ code, data }) => [code, data]) }
}

const PICTURE = Uint8Array.from('GIF89a, and then some more bytes \0\0\0\xff to fill two lines of text', (c) =>
  c.charCodeAt(0),
)

test('a picture comes out as it went in', () => {
  const text = wrapped(['begin 644 logo 1.gif', ...encode(PICTURE, '`'), '`', 'end', ''])
  expect(decode(text)).toEqual({
    isUuencoded: true,
    file: { name: 'logo 1.gif', mode: '644', bytes: PICTURE },
    told: [],
  })
})

test('any bytes come out as they went in, blanks cut off or not', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom(' ', '`'),
      fc.integer({ min: 1, max: 63 }),
      (bytes, zero, width) => {
        const lines = encode(bytes, zero, width)
        for (const written of [lines, lines.map((line) => line.trimEnd())]) {
          const { file, told } = decode(wrapped(['begin 0644 x', ...written, '', 'end']))
          expect(file?.bytes).toEqual(bytes)
          expect(told).toEqual([])
        }
      },
    ),
  )
})

test('a PDF in its own tag is found', () => {
  const { isUuencoded, file } = decode(
    wrapped(['<PDF>', 'begin 644 a.pdf', ...encode(PICTURE, '`'), '`', 'end', '</PDF>']),
  )
  expect({ isUuencoded, bytes: file?.bytes }).toEqual({ isUuencoded: true, bytes: PICTURE })
})

test('a line that mail has quoted is read', () => {
  const lines = encode(PICTURE, '`', 13).map((line) => line.replace(/^-/, '- -'))
  expect(lines.some((line) => line.startsWith('- -'))).toBe(true)
  expect(decode(wrapped(['begin 644 x', ...lines, '`', 'end']))).toMatchObject({ file: { bytes: PICTURE }, told: [] })
})

test('words are no file', () => {
  expect(decode(wrapped(['begin with words', 'end']))).toEqual({
    isUuencoded: false,
    file: undefined,
    told: [['R241', {}]],
  })
})

test('a damaged line is told, and its place', () => {
  const lines = encode(PICTURE, '`')
  const text = wrapped(['begin 644 x', lines[0]!.replace(/.$/, '~'), ...lines.slice(1), '`', 'end'])
  const [document] = readSubmission(text).documents
  const { file, diagnostics } = decodeUuencoded(text, document!)
  expect(diagnostics).toMatchObject([
    { code: 'R242', data: { lines: 1, name: 'x' }, at: { offset: text.indexOf(lines[0]!.slice(0, 20)) } },
  ])
  expect(file?.bytes.length).toBe(PICTURE.length)
})

test('a line too long for what it says is told', () => {
  const [first = '', ...others] = encode(PICTURE, '`')
  const { told } = decode(wrapped(['begin 644 x', `${first}AA`, ...others, '`', 'end']))
  expect(told).toEqual([['R242', { lines: 1, name: 'x' }]])
})

test('a file that does not end is told', () => {
  const { file, told } = decode(wrapped(['begin 644 x', ...encode(PICTURE, '`')]))
  expect(file?.bytes).toEqual(PICTURE)
  expect(told).toEqual([['R243', { name: 'x' }]])
})
