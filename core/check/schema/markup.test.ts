import { expect, test } from 'vitest'
import { attributesOf, contentOf, elementOf, holdsElement, isStrayText } from './markup.ts'

test('attributes are those of the first tag', () => {
  expect(attributesOf('<a b="1" c:d = \'>"2\'/>')).toEqual([
    { name: 'b', value: '1' },
    { name: 'c:d', value: '>"2' },
  ])
  expect(attributesOf('<a><b c="1"/></a>')).toEqual([])
})

test('the content of an element is what stands between its tags', () => {
  expect(contentOf('<footnoteId id=">"/>')).toBe('')
  expect(contentOf('<footnoteId id="F1"></footnoteId>')).toBe('')
  expect(contentOf('<footnoteId id="F1">x</footnoteId>')).toBe('x')
})

test.each([
  ['\n    ', false],
  ['&#10;', false],
  ['<!-- x -->', false],
  ['<?go on?>', false],
  ['<![CDATA[]]>', true],
  ['\u00a0', true],
  ['x', true],
])('text between elements, %j: %s', (markup, isStray) => expect(isStrayText(markup)).toBe(isStray))

test('comments and sections hold no elements', () => {
  expect(holdsElement('a <!-- <b/> --> <![CDATA[<b/>]]> <?b <c/>?>')).toBe(false)
  expect(holdsElement('a <b/>')).toBe(true)
})

test('what is no element has no name', () => {
  expect(elementOf('<a:b c="1"/>')).toBe('a:b')
  expect(elementOf('<!-- a -->')).toBeUndefined()
  expect(elementOf('a')).toBeUndefined()
})
