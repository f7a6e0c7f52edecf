import { expect, test } from 'vitest'
import type { Word } from '../page/page.ts'
import { explanationOf } from './explanation.ts'
import { WordLedger } from './ledger.ts'
import type { Band, Section } from './sections.ts'

const FULL = 'a line that goes on to the right end of the page, as far as that, column'

/** Lines of text on pages, 10 points apart; `gap` more above a line that begins with `+`. */
function sectionOf(pages: readonly (readonly string[])[]): Section {
  const bands = pages.map((lines, i): Band => {
    let top = 20
    const words = lines.flatMap((line) => {
      top += line.startsWith('+') ? 12.5 : 10
      return wordsOf(line.replace(/^\+/, ''), i + 1, top)
    })
    return { page: i + 1, top: 0, bottom: 600, words, rules: [], right: 20 + 4 * (FULL.length + 4) }
  })
  return { name: 'explanation', anchor: undefined, bands }
}

const wordsOf = (line: string, page: number, top: number): Word[] =>
  [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    text,
    place: { page, left: 20 + index * 4, top, right: 20 + (index + text.length) * 4, bottom: top + 7.5 },
    certainty: 1,
  }))

function footnotes(pages: readonly (readonly string[])[]): string[] {
  const section = sectionOf(pages)
  const ledger = new WordLedger(section.bands.flatMap(({ words }) => words))
  return explanationOf(section, ledger).footnotes.map(({ mark, text }) => `${mark}: ${text.text}`)
}

test('a footnote begins where there is more room above its mark', () => {
  expect(footnotes([['1. One.', '+2. Two.', '+4. Four.']])).toEqual(['1: One.', '2: Two.', '4: Four.'])
})

test('a mark that a doubtful word holds is one where a footnote has to begin', () => {
  const lines = ['1.1for1', '+2. Two.', '+3.Three is', '+5.5 shares']
  const section = sectionOf([lines])
  const words = section.bands[0]!.words.map((word) => (/\.\S/.test(word.text) ? { ...word, certainty: 0.5 } : word))
  const ledger = new WordLedger(words)
  const told = explanationOf({ ...section, bands: [{ ...section.bands[0]!, words }] }, ledger).footnotes
  expect(told.map(({ mark, text }) => `${mark}: ${text.text}`)).toEqual([
    '1: 1for1',
    '2: Two.',
    '3: Three is 5.5 shares',
  ])
  expect(told[0]!.text.words.every(({ certainty }) => certainty === 0.5)).toBe(true)
  expect(ledger.unplaced()).toEqual([])
  expect(footnotes([['1.5 million', '+2. Two.']])).toEqual(['2: Two.'])
})

test('a wrapped line that begins with a number begins no footnote', () => {
  const lines = [`1. ${FULL}`, '2. of Table I.', '+2. Two.']
  expect(footnotes([lines])).toEqual([`1: ${FULL} 2. of Table I.`, '2: Two.'])
})

test('a word that ends a text begins none, whatever the room above it', () => {
  const lines = [`1. ${FULL}`, FULL, '+therein.', '+2. Two.', '+(Sponsor) holds.', '+b) Three.']
  expect(footnotes([lines])).toEqual([`1: ${FULL} ${FULL} therein.`, '2: Two.', 'Sponsor: holds.', 'b: Three.'])
})

test('what hangs below a line makes no room above the next', () => {
  const section = sectionOf([[`1. by ${FULL}`, '2. of Table I.', '+2. Two.']])
  const words = section.bands[0]!.words.map((word) =>
    word.text === '1.' || word.text === '2.'
      ? word
      : { ...word, place: { ...word.place, bottom: word.place.bottom + (/[gpy]/.test(word.text) ? 2.5 : 0) } },
  )
  const bands = [{ ...section.bands[0]!, words }]
  expect(explanationOf({ ...section, bands }, new WordLedger(words)).footnotes).toHaveLength(2)
})

test('at the top of a page the number tells, though ten stands after one', () => {
  expect(
    footnotes([
      ['1. One.', '+10. Ten.'],
      ['2. Two.', '+3. Three.'],
    ]),
  ).toEqual(['1: One.', '10: Ten.', '2: Two.', '3: Three.'])
  expect(
    footnotes([
      ['1. One.', `+2. ${FULL}`],
      ['5. goes on.', '+3. Three.'],
    ])[1],
  ).toBe(`2: ${FULL} 5. goes on.`)
})

test('at the top of a page a number begins a footnote below a text that has ended, or before the number after it', () => {
  expect(footnotes([['1. One.'], ['10. Ten.', 'more.', '+11. Eleven.', '+2. Two.']])).toEqual([
    '1: One.',
    '10: Ten. more.',
    '11: Eleven.',
    '2: Two.',
  ])
  expect(footnotes([[`1. ${FULL}`], ['10. Ten.', 'more.', '+11. Eleven.']])).toEqual([
    `1: ${FULL}`,
    '10: Ten. more.',
    '11: Eleven.',
  ])
  expect(footnotes([[`1. ${FULL}`], ['10. goes on.', 'more.', '+2. Two.']])[0]).toBe(`1: ${FULL} 10. goes on. more.`)
})

test('where all lines are as far apart, numbers in order begin footnotes', () => {
  expect(footnotes([['(a) One', 'more.', '(b) Two.', '(x) is no mark.']])).toEqual([
    'a: One more.',
    'b: Two. (x) is no mark.',
  ])
})

test('the sentence that none is owned is a box ticked by itself, and a text behind a mark', () => {
  const none = 'No securities are beneficially owned.'
  const section = sectionOf([[none, '+1. Exhibit 24.']])
  const read = explanationOf(section, new WordLedger(section.bands.flatMap(({ words }) => words)))
  expect([read.noSecuritiesOwned?.state, read.footnotes.length]).toEqual(['ticked', 1])
  expect(footnotes([[`1. ${none}`]])).toEqual([`1: ${none}`])
})
