import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('the latest answer is worked out once', () => {
  const asked: string[] = []
  const length = remembered((text) => {
    asked.push(text)
    return text.length
  })
  const ask = (...texts: string[]) => texts.map(length)
  expect(ask('', '', 'bb', 'bb', 'a', 'bb')).toEqual([0, 0, 2, 2, 1, 2])
  expect(asked).toEqual(['', 'bb', 'a', 'bb'])
})
