import { expect, test } from 'vitest'
import { decode } from './decode.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const wide = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

test.each([
  ['ASCII', Buffer.from('<a/>'), '<a/>', 'utf-8'],
  ['nothing', Buffer.alloc(0), '', 'utf-8'],
  ['UTF-8', Buffer.from('é\u{1f4c8}'), 'é\u{1f4c8}', 'utf-8'],
  ['UTF-8 with its mark, which is kept', Buffer.from('\ufeffa'), '\ufeffa', 'utf-8'],
  ['UTF-16, low byte first', wide('é', 'le'), 'é', 'utf-16le'],
  ['UTF-16, high byte first', wide('é', 'be'), 'é', 'utf-16be'],
  ['Latin-1 that says so', latin('<?xml version="1.0" encoding="ISO-8859-1"?>é'), undefined, 'windows-1252'],
  [
    'Windows-1252 that says so',
    latin("<?xml version='1.0' encoding='windows-1252'?>\x93é\x94"),
    undefined,
    'windows-1252',
  ],
  [
    'Latin-1 that says so and could be UTF-8',
    latin('<?xml version="1.0" encoding="ISO-8859-1"?>Ã©'),
    '<?xml version="1.0" encoding="ISO-8859-1"?>Ã©',
    'windows-1252',
  ],
])('%s', (_, bytes, text, encoding) => {
  const decoded = decode(bytes)
  expect(decoded).toMatchObject({ encoding, repaired: undefined })
  expect(decoded.text).toBe(text ?? decoded.text)
  if (text === undefined) expect(decoded.text).toMatch(/[é”]$/)
})

test.each([
  ['no UTF-8', latin('<a>caf\xe9 \x93x\x94</a>'), '<a>café “x”</a>', 'windows-1252', 'UTF-8'],
  ['UTF-8 cut short', Buffer.from('é').subarray(0, 1), 'Ã', 'windows-1252', 'UTF-8'],
  ['UTF-16 of odd length', wide('ab', 'le').subarray(0, -1), 'a\ufffd', 'utf-16le', 'UTF-16'],
  ['UTF-16 with half a pair', wide('a\ud800b', 'le'), 'a\ufffdb', 'utf-16le', 'UTF-16'],
])('%s is read and said', (_, bytes, text, encoding, said) => {
  expect(decode(bytes)).toMatchObject({ text, encoding, repaired: { encoding: said } })
})

test('bytes in the middle of a buffer', () => {
  expect(decode(Buffer.from('xx<a/>xx').subarray(2, 6)).text).toBe('<a/>')
})
