import { expect, test } from 'vitest'
import { folded, likeness } from './likeness.ts'

test('folding leaves what prints and typists agree on', () => {
  expect(folded('1. Title of Security (Instr. 3)')).toBe(folded('l.Title 0f  Securlty(lnstr. 3)'))
})

test('likeness is 1 for one label in two prints, low for two labels, 0 for nothing', () => {
  expect(likeness('Transaction Date', 'TRANSACTION  DATE:')).toBe(1)
  expect(likeness('Letimeted augrees burdon', 'Estimated average burden')).toBeGreaterThan(0.55)
  expect(likeness('Transaction Date', 'Transaction Code')).toBeLessThan(0.85)
  expect(likeness('', '--')).toBe(0)
})
