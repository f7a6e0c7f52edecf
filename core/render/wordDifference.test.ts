import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordDifference } from './wordDifference.ts'

const drawn = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join(' ')

it.each([
  ['sold at 10.00 to 10.50', 'sold at 10.00 to 10.55', 'sold at 10.00 to [-10.50-] {+10.55+}'],
  ['a b c', 'a c', 'a [-b-] c'],
  ['a c', 'a b c', 'a {+b+} c'],
  ['a  b\n c', 'a b c', 'a b c'],
  ['', 'new text', '{+new text+}'],
  ['old text', ' ', '[-old text-]'],
  ['one two three', 'three four', '[-one two-] three {+four+}'],
])('%j and %j', (before, after, expected) => {
  expect(drawn(before, after)).toBe(expected)
})

it('holds both texts, and no word that is the same is left out of a longest match of one', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'dd'), { maxLength: 12 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordDifference(before, after)
      const side = (kind: string) =>
        changes
          .filter((one) => one.kind === 'same' || one.kind === kind)
          .map((one) => one.text)
          .join(' ')
      expect(side('removed')).toBe(before)
      expect(side('added')).toBe(after)
      const shared = before.split(' ').some((word) => word !== '' && after.split(' ').includes(word))
      expect(changes.some(({ kind }) => kind === 'same')).toBe(shared)
    }),
  )
})

it('exchanges texts that are too long to compare', () => {
  const many = (word: string) => `${word} `.repeat(3000).trim()
  expect(wordDifference(`x ${many('a')} m`, `x ${many('b')} m`).map(({ kind }) => kind)).toEqual([
    'same',
    'removed',
    'added',
    'same',
  ])
})
