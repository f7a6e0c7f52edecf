import { expect, it } from 'vitest'
import { parseCik } from '../../model/cik.ts'
import { securityKey, securityLibrary } from './securityTitle.ts'

it.each([
  ['Common Stock', 'COMMON STOCK'],
  ['Common Stock', 'Common Stock, par value $0.001 per share'],
  ['Common Stock', 'Common Stock, $.01 par value'],
  ['Common Stock', 'Common Stock, no par value'],
  ['Common Stock', 'Common Shares'],
  ['Class A Common Stock', 'Class A Common Stock, $0.0001 par value per share'],
  ['Employee Stock Option (Right to Buy)', 'Employee Stock Option (right to purchase)'],
  ['Restricted Stock Unit', 'Restricted Stock Units (RSUs)'],
])('%s is %s', (one, other) => {
  expect(securityKey(one)).toBe(securityKey(other))
})

it.each([
  ['Common Stock', 'Class A Common Stock'],
  ['Class A Common Stock', 'Class B Common Stock'],
  ['Put Option (obligation to buy)', 'Put Option (right to sell)'],
  ['Common Stock', 'Preferred Stock'],
])('%s is not %s', (one, other) => {
  expect(securityKey(one)).not.toBe(securityKey(other))
})

it('lets the user say what else is one security, of one issuer or of all', () => {
  const one = parseCik('1001')!
  const other = parseCik('1002')
  const securityOf = securityLibrary([
    { issuer: one, title: 'Stock', security: 'Common Stock' },
    { title: 'Ordinary Stock', security: 'Common Stock' },
  ])
  expect(securityOf(one, 'STOCK')).toBe('common stock')
  expect(securityOf(other, 'Stock')).toBe('stock')
  expect(securityOf(other, 'ordinary stock')).toBe('common stock')
})
