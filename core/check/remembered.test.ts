import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('an answer is worked out once, until there are too many', () => {
  const asked: string[] = []
  const length = remembered((text) => {
    asked.push(text)
    return text.length
  }, 2)
  const ask = (...texts: string[]) => texts.map(length)
  expect(ask('a', 'bb', 'a', 'bb')).toEqual([1, 2, 1, 2])
  expect(asked).toEqual(['a', 'bb'])
  // The third forgets the two, and is remembered itself.
  expect(ask('ccc', 'ccc', 'a', 'ccc', 'a')).toEqual([3, 3, 1, 3, 1])
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a'])
})
