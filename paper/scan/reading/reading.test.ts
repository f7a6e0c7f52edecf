import { expect, test } from 'vitest'
import type { Family } from '../glyphs/families.ts'
import type { OcrWord } from '../ocr/ocrEngine.ts'
import { CERTAINTY, SecondLook } from './letters.ts'
import type { Part } from './parts.ts'
import { paired, type ReadSymbol } from './votes.ts'
import { wordsOf } from './words.ts'

/** A typeface in which every letter looks like itself alone; `ink` says what stands there. */
const families = new Map<string, Family>()

function familyOf(letter: string): Family {
  const ink = Float32Array.from({ length: 192 }, (_, i) => (i === letter.charCodeAt(0) ? 1 : 0))
  const patch = { width: 1, height: 1, dark: ink, energy: 1, x: 0, y: 0 }
  const family = families.get(letter) ?? { id: families.size, patch, form: { ink, breadth: 1 }, below: 0, tall: 1 }
  families.set(letter, family)
  return family
}

/** A line that shows `ink` and was read as `text` with that confidence; glyphs are 10 wide, gaps 2; `_` is nothing read. */
function read(ink: string, text: string, confidence = 0.95): { part: Part; symbols: ReadSymbol[] } {
  const places = (line: string) =>
    Array.from(line).flatMap((letter, i) => (letter === ' ' || letter === '_' ? [] : [{ letter, left: 12 * i }]))
  const box = (left: number) => ({ left, right: left + 10, top: 0, bottom: 20 })
  const glyphs = places(ink).map(({ left }) => ({ ...box(left), pieces: [] }))
  const line = { ...box(0), letters: [], baseline: 20, height: 20, raised: [] }
  const part: Part = {
    line,
    isRaised: false,
    glyphs,
    families: places(ink).map(({ letter }) => familyOf(letter)),
    look: ink,
    picture: { width: 1, height: 1, data: new Uint8Array(1) },
    box: box(0),
  }
  const words = text
    .replaceAll('_', '')
    .split(' ')
    .map(
      (word): OcrWord => ({
        text: word,
        confidence,
        symbols: Array.from(word).map((letter) => ({ text: letter, confidence, box: box(0) })),
      }),
    )
  const symbols = words.flatMap((word) => word.symbols.map((symbol, i) => ({ ...symbol, word, opens: i === 0 })))
  return { part, symbols: places(text).map(({ left }, i) => ({ ...symbols[i]!, box: box(left) })) }
}

function readings(...lines: readonly ReturnType<typeof read>[]) {
  const { readings: all, votes } = paired(lines)
  const look = new SecondLook([...families.values()], votes)
  return all.map((reading) => wordsOf(reading.part, look.lettersOf(reading), 1))
}

const told = (words: readonly { text: string; certainty: number; alternatives?: readonly string[] }[]) =>
  words.map(({ text, certainty, alternatives }) => [text, certainty, ...(alternatives ?? [])])

test('a digit that looks like those read otherwise elsewhere is doubtful, with both readings', () => {
  const [wrong, right] = readings(
    read('1308', '1808'),
    read('3137', '3137'),
    read('8081', '8081'),
    read('7380', '7380'),
    read('3330', '3330'),
  )
  expect(told(wrong!)).toEqual([['1308', CERTAINTY.conflict, '1808']])
  expect(told(right!)).toEqual([['3137', CERTAINTY.known]])
})

test('a reading of which the OCR was not sure gives way to what others say', () => {
  const [lone] = readings(read('V', '\\', 0), read('VIVA', 'VIVA'), read('AVID', 'AVID'))
  expect(told(lone!)).toEqual([['V', CERTAINTY.corrected, '\\']])
})

test('what no other glyph confirms is as sure as the OCR', () => {
  const [sure, unsure] = readings(read('QX', 'QX'), read('ZJ', 'ZJ', 0.5))
  expect(told(sure!)).toEqual([['QX', CERTAINTY.alone]])
  expect(told(unsure!)).toEqual([['ZJ', CERTAINTY.unsure]])
})

test('no word is witness for itself', () => {
  const [alone] = readings(read('888', '888'))
  expect(alone![0]!.certainty).toBeLessThanOrEqual(CERTAINTY.alone)
})

test('ink that was not read, and letters without ink, are doubtful', () => {
  const [missed] = readings(read('1,008', '1_008'), read('8,100', '8,100'), read('10,80', '10,80'))
  expect(missed!.map(({ certainty }) => certainty)).toEqual([CERTAINTY.unread])
  expect([missed![0]!.text, ...(missed![0]!.alternatives ?? [])]).toContain('1,008')
  const [invented] = readings(read('100', '1007'), read('017', '017'), read('710', '710'))
  expect(invented![0]!.certainty).toBeLessThanOrEqual(CERTAINTY.conflict)
})

test('words end where the OCR says so, but not without a gap', () => {
  const [two, tight] = readings(read('AB CD', 'AB CD'), read('$0', '$0'))
  expect(two!.map(({ text, place }) => [text, place.left, place.right])).toEqual([
    ['AB', 0, 22],
    ['CD', 36, 58],
  ])
  expect(tight!.map(({ text }) => text)).toEqual(['$0'])
})

test('where a gap is too wide for one word, the words are doubtful', () => {
  const line = read('AB  CD', 'AB  CD')
  const symbols = line.symbols.map((symbol, i) => ({ ...symbol, opens: i === 0 }))
  const [words] = readings({ ...line, symbols })
  expect(words!.map(({ text, certainty }) => [text, certainty <= CERTAINTY.conflict])).toEqual([
    ['AB', true],
    ['CD', true],
  ])
})

test('a gap that the OCR passes over is a space where the line has spaces as narrow, else a doubt', () => {
  const [name, line] = readings(read('MARK T', 'MARK_T'), read('MA RK TA KR AT', 'MA RK TA KR_AT'))
  expect(told(name!)).toEqual([['MARKT', CERTAINTY.conflict]])
  expect(told(line!).slice(2)).toEqual([
    ['TA', CERTAINTY.known],
    ['KR', CERTAINTY.conflict],
    ['AT', CERTAINTY.conflict],
  ])
})

test('a single tick within a word or behind its last s is an apostrophe, else perhaps half a quotation mark', () => {
  const words = ["X's", "As'", "(As')", "'As"]
  const [line] = readings(read(words.join(' '), words.join(' ')), read('X A s', 'X A s'), read('s A X (', 's A X ('))
  expect(line!.map(({ certainty }) => certainty === CERTAINTY.conflict)).toEqual([false, false, true, true])
})

test('letters of one form are doubtful in words in which they are unlikely', () => {
  const doubtful = ['lll', 'Al', 'GlBSON', 'lllinois', 'aIl', 'Iess', 'C0RP', 'SoNUS']
  const sure = ['III', 'II', 'ALL', 'Bill', "we'll", 'Illinois', 'Inc', 'loss', 'McGEE', '16b', 'CORP']
  const words = [...doubtful, ...sure]
  const letters = [...new Set(words.join(''))].map((letter) => Array<string>(4).fill(letter).join(' ')).join(' ')
  const [line] = readings(read(words.join(' '), words.join(' ')), read(letters, letters))
  expect(line!.map(({ text }) => text)).toEqual(words)
  expect(line!.filter(({ certainty }) => certainty > CERTAINTY.conflict).map(({ text }) => text)).toEqual(sure)
})

test('a space that the OCR sees where letters stand as near as in a word is doubtful', () => {
  const line = read('CapitalG', 'CapitalG')
  const symbols = line.symbols.map((symbol, i) => ({ ...symbol, opens: i === 0 || i === 7 }))
  const near = {
    ...line.part,
    glyphs: line.part.glyphs.map((glyph, i) => ({ ...glyph, left: glyph.left + (i === 7 ? 1 : 0) })),
  }
  const [words] = readings({ part: near, symbols })
  expect(told(words!)).toEqual([
    ['Capital', CERTAINTY.conflict],
    ['G', CERTAINTY.conflict],
  ])
})
