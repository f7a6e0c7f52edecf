import { expect, test } from 'vitest'
import type { Component } from '../image/components.ts'
import { chainsOf } from './chains.ts'

const piece = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom }) as Component

test('a quotation mark and the point behind it end their line; dirt farther off does not', () => {
  const letters = [0, 16, 32, 48, 64].map((left) => piece(left, 10, left + 13, 30))
  const marks = [piece(80, 6, 84, 13), piece(88, 6, 92, 13), piece(100, 26, 104, 30)]
  const dirt = piece(140, 26, 144, 30)
  const { lines, specks } = chainsOf([...letters, ...marks, dirt], () => false)
  expect(lines).toEqual([[...letters, ...marks]])
  expect(specks).toEqual([dirt])
})
