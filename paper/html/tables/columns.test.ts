import { expect, test } from 'vitest'
import { recognise } from './columns.ts'

test.each([
  ['I', '1. Title of Security (Instr. 3)', 'securityTitle'],
  ['I', '2A. Deemed Execution Date, if any (Month/Day/Year)', 'deemedExecutionDate'],
  ['I', '3. Transaction Code (Instr. 8) V', 'voluntary'],
  ['I', '4. Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5) (A) or (D)', 'acquiredOrDisposed'],
  ['I', '5. Amount of Securities Beneficially Owned at End of Month (Instr. 3 and 4)', 'owned'],
  ['I', "5. Amount of Securities Beneficially Owned at the End of Issuer's Fiscal Year (Instr. 3 and 4)", 'owned'],
  ['I', 'Price', 'price'],
  ['II', '5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4, and 5) (A)', 'acquired'],
  ['II', '5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4, and 5) (D)', 'disposed'],
  ['II', '6. Date Exercisable and Expiration Date (Month/Day/Year)', 'dates'],
  ['II', '6. Date Exercisable and Expiration Date (Month/Day/Year) Expiration Date', 'expirationDate'],
  ['II', '7. Title and Amount of Underlying Securities (Instr. 3 and 4)', 'underlying'],
  [
    'II',
    '7. Title and Amount of Underlying Securities (Instr. 3 and 4) Amount or Number of Shares',
    'underlyingAmount',
  ],
  ['II', '10. Ownership of Derivative Security: Direct (D) or Indirect (I) (Instr. 4)', 'directOrIndirect'],
  ['II', '8. Price of Derivative Security (Instr. 5)', 'price'],
  ['I', 'Name and Address of Reporting Person', undefined],
  ['II', 'Common Stock', undefined],
] as const)('Table %s: %s is %s', (table, text, key) => {
  expect(recognise(text, table, '4')?.key).toBe(key)
})

test('the number of a column tells two forms apart', () => {
  expect(recognise('4. Conversion or Exercise Price of Derivative Security', 'II', '3')?.alike).toBeGreaterThan(1)
  expect(recognise('4. Conversion or Exercise Price of Derivative Security', 'II', '4')?.alike).toBe(1)
})
