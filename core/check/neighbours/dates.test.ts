import { expect, test } from 'vitest'
import {
  filedOn,
  findingsIn,
  type InventedForm,
  type InventedRow,
  type Neighbour,
  neighbours,
} from '../../../tools/testing/inventedForm.ts'

// Dates (C5, C60, C61): documents that lie beside those of which a rule speaks. A row is of 2024-03-01, as the signature.

const rows = (...rows: InventedRow[]): InventedForm => ({ rows })
const option = (row: InventedRow = {}): InventedRow => ({ table: 'II', title: 'Stock Option', code: 'M', ...row })
const amended = (form: InventedForm): InventedForm => ({ type: '4/A', ...form })
const signed = (...dates: string[]) => dates.map((date) => ['/s/ Jane Doe', date] as const)

const NEIGHBOURS: readonly Neighbour[] = [
  // Deadlines. 2024-03-01 is a Friday: the second business day after it is the Tuesday.
  ['C500', 'on the last day', rows({}), 0, '2024-03-05'],
  ['C500', 'a day late', rows({}), 1, '2024-03-06'],
  ['C500', 'a row without a date', rows({ date: null }), 0, '2024-03-06'],
  ['C500', 'a gift given away before the switch', rows({ code: 'G', date: '2023-03-31' }), 0, '2023-05-01'],
  ['C500', 'a gift given away on the day of the switch', rows({ code: 'G', date: '2023-04-01' }), 1, '2023-05-01'],
  ['C500', 'a gift received', rows({ code: 'G', direction: 'A' }), 0, '2024-03-11'],
  ['C500', 'due after a deemed date', rows({ deemed: '2024-03-05' }), 0, '2024-03-07'],
  ['C500', 'late after a deemed date', rows({ deemed: '2024-03-05' }), 1, '2024-03-08'],
  ['C501', 'a Form 3 without its event', { type: '3', period: null }, 0, '2024-03-20'],
  ['C502', 'a Form 5 without its year', { type: '5', period: null }, 0, '2024-03-20'],
  ['C503', 'a Form 5 without its year', { type: '5', period: null }, 0, '2024-03-20'],
  ['C503', 'a Form 5 of which nobody knows when it was filed', { type: '5', period: '2024-12-31' }, 0],
  ['C503', 'filed on the last day of the year', { type: '5', period: '2024-12-31' }, 0, '2024-12-31'],
  ['C503', 'filed the day before', { type: '5', period: '2024-12-31' }, 1, '2024-12-30'],
  ['C504', 'no period', { period: null, rows: [{}] }, 0, '2024-02-01'],
  ['C504', 'filed on the day of the period', rows({}), 0, '2024-03-01'],
  ['C504', 'filed the day before', rows({}), 1, '2024-02-29'],
  ['C504', 'an empty form filed the day before', {}, 1, '2024-02-29'],
  ['C504', 'early items only', rows({ formType: '5' }, { formType: '5' }), 0, '2024-02-29'],
  ['C504', 'not only early items', rows({ formType: '5' }, {}), 1, '2024-02-29'],
  // Deemed dates.
  ['C506', 'a deemed date without a trade date', rows({ date: null, deemed: '2024-02-28' }), 0],
  ['C506', 'the day of the trade', rows({ deemed: '2024-03-01' }), 0],
  ['C506', 'the day before', rows({ deemed: '2024-02-29' }), 1],
  ['C507', 'a deemed date without a trade date', rows({ date: null, deemed: '2024-03-28' }), 0],
  ['C507', 'the third business day', rows({ deemed: '2024-03-06' }), 0],
  ['C507', 'the fourth', rows({ deemed: '2024-03-07' }), 1],
  ['C507', 'no deemed date', rows({}), 0],
  ['C508', 'a deemed date without a trade date', rows({ date: null, deemed: '2024-03-05' }), 0],
  ['C508', 'one of two rows has a deemed date', rows({}, { deemed: '2024-03-05' }), 1],
  ['C508', 'a deemed date of the trade itself', rows({ deemed: '2024-03-01' }), 0],
  ['C508', 'a discretionary transaction', rows({ code: 'I', deemed: '2024-03-05' }), 0],
  ['C508', 'a plan trade by the box', { box: '1', rows: [{ deemed: '2024-03-05' }] }, 0],
  ...['under the plan', 'a 10b5-1 trade', 'Notified on 3/5', 'the notice', 'was informed', 'her broker'].map(
    (remarks): Neighbour => ['C508', remarks, { remarks, rows: [{ deemed: '2024-03-05' }] }, 0],
  ),
  ['C508', 'other words', { remarks: 'The planet.', rows: [{ deemed: '2024-03-05' }] }, 1],
  ['C509', 'a deemed date without a trade date', rows({ date: null, deemed: '2024-03-01' }), 0],
  ['C509', 'neither date', rows({ date: null }), 0],
  ['C509', 'the next day', rows({ deemed: '2024-03-02' }), 0],
  ['C509', 'the same day', rows({ deemed: '2024-03-01' }), 1],
  // The period of report.
  ['C510', 'no period', { period: null, rows: [{}] }, 0],
  ['C510', 'no transaction', {}, 0],
  ['C510', 'no date', rows({ date: null }), 0],
  ['C510', 'the later of two', rows({ date: '2024-02-28' }, {}), 1],
  ['C510', 'the earlier of two', rows({}, { date: '2024-03-04' }), 0],
  ['C510', 'the earlier of two, the later first', rows({ date: '2024-03-04' }, {}), 0],
  ['C510', 'the earlier of those that were due', rows({ date: '2024-02-28', formType: '5' }, {}), 0],
  ['C510', 'the day it was deemed to be', rows({ date: '2024-02-28', deemed: '2024-03-01' }), 0],
  ['C510', 'a deemed day of another date', rows({ date: '2024-02-28', deemed: '2024-02-29' }), 1],
  ['C511', 'a year without end', { type: '5', period: null, rows: [{}] }, 0],
  ['C511', 'the last day', { type: '5', rows: [{}] }, 0],
  ['C511', 'the day after', { type: '5', rows: [{ date: '2024-03-02' }] }, 1],
  ['C511', 'no date', { type: '5', rows: [{ date: null }] }, 0],
  ['C512', 'no date', { type: '5', rows: [{ date: null, formType: '5' }] }, 0],
  ['C512', 'no year', { type: '5', period: null, rows: [{ date: '2020-01-02', formType: '5' }] }, 0],
  ['C512', '366 days before', { type: '5', rows: [{ date: '2023-03-01', formType: '5' }] }, 0],
  ['C512', '367 days before', { type: '5', rows: [{ date: '2023-02-28', formType: '5' }] }, 1],
  ['C512', 'said to be late', { type: '5', rows: [{ date: '2023-02-28', formType: '5', timeliness: 'L' }] }, 0],
  // Amendments.
  ['C532', 'no original', amended({}), 0, '2024-03-20'],
  ['C532', 'no period', amended({ original: '2024-03-01', period: null }), 0, '2024-03-20'],
  ['C532', 'neither', amended({ period: null }), 0, '2024-03-20'],
  ['C532', 'the period itself', amended({ original: '2024-03-01' }), 1, '2024-03-20'],
  ['C532', 'a day nobody knows', amended({ original: '2024-03-01', signatures: signed('') }), 0],
  ['C533', 'no original', amended({}), 0, '2024-03-20'],
  ['C533', 'the day of a signature', amended({ original: '2024-03-01' }), 1, '2024-03-20'],
  ['C533', 'no day of a signature', amended({ original: '2024-03-02' }), 0, '2024-03-20'],
  [
    'C533',
    'the day of the second signature',
    amended({ original: '2024-03-01', signatures: signed('2024-03-04', '2024-03-01') }),
    1,
    '2024-03-20',
  ],
  ...['amended', 'to correct', 'in error', 'restated', 'inadvertently', 'misstated', 'misreported'].map(
    (remarks): Neighbour => ['C534', remarks, amended({ remarks }), 0],
  ),
  ...['miscalculated', 'mistaken', 'the original', 'omitted', 'previously', 'the prior', 'revised', 'was not'].map(
    (remarks): Neighbour => ['C534', remarks, amended({ remarks }), 0],
  ),
  ...['refiled', 're-filed', 'a supplement', 'includes'].map(
    (remarks): Neighbour => ['C534', remarks, amended({ remarks }), 0],
  ),
  ['C534', 'words that explain nothing', amended({ remarks: 'See below.' }), 1],
  // Years that cannot be.
  ['C600', 'no date', rows({ date: null }), 0, '2024-03-05'],
  ['C600', 'the year before, by the period', rows({ date: '2023-03-01' }), 1, '2024-03-05'],
  [
    'C600',
    'the year before, by the period in December',
    { period: '2023-12-28', rows: [{ date: '2022-12-28' }] },
    1,
    '2024-01-03',
  ],
  ['C600', 'the year before, by another row', { period: null, rows: [{ date: '2023-03-01' }, {}] }, 1, '2024-03-05'],
  [
    'C600',
    'the year before, and nothing else of this year',
    { period: null, rows: [{ date: '2023-03-01' }] },
    0,
    '2024-03-05',
  ],
  [
    'C600',
    'of another year than the period',
    { period: '2022-03-01', rows: [{ date: '2023-03-01' }] },
    0,
    '2024-03-05',
  ],
  ['C600', 'ten days before in another year', rows({ date: '2023-02-24' }), 1, '2024-03-05'],
  ['C600', 'eleven days before in another year', rows({ date: '2023-02-23' }), 0, '2024-03-05'],
  ['C600', 'the day of filing in another year', rows({ date: '2023-03-05' }), 1, '2024-03-05'],
  ['C600', 'after the day of filing in another year', rows({ date: '2023-03-06' }), 0, '2024-03-05'],
  ['C600', '300 days before', { period: '2024-03-01', rows: [{ date: '2023-05-10' }] }, 0, '2024-03-05'],
  ['C600', 'in the future', rows({ date: '2025-03-01' }), 1, '2024-03-05'],
  ['C600', 'of a leap day', rows({ date: '2023-02-28' }, { date: '2024-02-29' }), 1, '2024-03-05'],
  ['C600', 'an amendment', amended({ rows: [{ date: '2023-03-01' }] }), 0, '2024-03-05'],
  ['C601', 'no date', rows({ date: null }), 0],
  ['C601', 'the day of the signature', rows({}), 0],
  ['C601', 'the day after it', rows({ date: '2024-03-02' }), 1],
  ['C602', 'no date', rows(option({ exerciseDate: null })), 0],
  [
    'C602',
    'a day nobody knows',
    { period: null, signatures: signed(''), rows: [option({ exerciseDate: '2100-01-01' })] },
    0,
  ],
  ['C602', 'forty years before', rows(option({ exerciseDate: '1984-01-01' })), 0],
  ['C602', 'forty-one years before', rows(option({ exerciseDate: '1983-12-31' })), 1],
  ['C603', 'no date', rows(option({ expires: null })), 0],
  [
    'C603',
    'a day nobody knows',
    { period: null, signatures: signed(''), rows: [option({ expires: '2100-01-01' })] },
    0,
  ],
  ['C603', 'of 1980', rows(option({ expires: '1980-01-01' })), 0],
  ['C603', 'of 1979', rows(option({ expires: '1979-12-31' })), 1],
  ['C604', 'both dates', rows(option({ exerciseDate: '1988-08-08', expires: '1988-08-08' })), 2],
  ['C604', 'the next day', rows(option({ exerciseDate: '1988-08-09', expires: '1988-08-07' })), 0],
  // An option and its dates.
  ['C605', 'stock does not expire', rows({ expires: '2024-02-01' }), 0],
  ['C605', 'no date of the trade', rows(option({ date: null, expires: '2024-02-01' })), 0],
  ['C605', 'no date of expiration', rows(option({ expires: null })), 0],
  ['C605', 'the placeholder', rows(option({ expires: '1988-08-08' })), 0],
  ['C605', 'on the day', rows(option({ expires: '2024-03-01' })), 0],
  ['C605', 'the day after', rows(option({ expires: '2024-02-29' })), 1],
  ...['E', 'H', 'J', 'D'].map(
    (code): Neighbour => ['C605', `${code} within 31 days`, rows(option({ code, expires: '2024-01-30' })), 0],
  ),
  ...['E', 'H', 'J', 'D'].map(
    (code): Neighbour => ['C605', `${code} after 32 days`, rows(option({ code, expires: '2024-01-29' })), 1],
  ),
  ['C605', 'no code has no grace', rows(option({ code: null, expires: '2024-01-30' })), 1],
  ...['Option', 'Warrant', 'Right to Buy'].map(
    (title): Neighbour => ['C606', title, rows(option({ title, expires: '2023-03-01' })), 1],
  ),
  ['C606', 'a unit', rows(option({ title: 'Unit', expires: '2023-03-01' })), 0],
  ['C606', 'no title', rows(option({ title: null, expires: '2023-03-01' })), 0],
  ['C606', 'no dates', rows(option({ exerciseDate: null, expires: null })), 0],
  ['C606', 'no date of exercise', rows(option({ exerciseDate: null })), 0],
  ['C606', 'no date of expiration', rows(option({ expires: null })), 0],
  ['C606', 'the placeholder twice', rows(option({ exerciseDate: '1988-08-08', expires: '1988-08-08' })), 0],
  ['C607', 'no date of exercise', rows(option({ exerciseDate: null })), 0],
  ['C607', 'no date of expiration', rows(option({ expires: null })), 0],
  ['C607', 'the same day', rows(option({ exerciseDate: '2031-03-01' })), 0],
  ['C607', 'the day after', rows(option({ exerciseDate: '2031-03-02' })), 1],
  ['C607', 'the placeholder', rows(option({ expires: '1988-08-08' })), 0],
  ['C613', 'stock', rows({ code: 'M', exerciseDate: '2025-01-01' }), 0],
  ['C613', 'no date of the trade', rows(option({ date: null, exerciseDate: '2025-01-01' })), 0],
  ['C613', 'no date of exercise', rows(option({ exerciseDate: null })), 0],
  ['C613', 'no code', rows(option({ code: null, exerciseDate: '2025-01-01' })), 0],
  ['C613', 'a sale', rows(option({ code: 'S', exerciseDate: '2025-01-01' })), 0],
  ...['M', 'X', 'O', 'C'].map(
    (code): Neighbour => ['C613', code, rows(option({ code, exerciseDate: '2024-03-02' })), 1],
  ),
  ['C613', 'on the day', rows(option({ exerciseDate: '2024-03-01' })), 0],
  ['C613', 'explained', rows(option({ exerciseDate: '2024-03-02^F1' })), 0],
  ['C656', 'stock', rows({ code: 'A', exerciseDate: '2023-01-01' }), 0],
  ['C656', 'a sale', rows(option({ code: 'S' })), 0],
  ['C656', 'no date of the grant', rows(option({ code: 'A', date: null })), 0],
  ['C656', 'no date of exercise', rows(option({ code: 'A', exerciseDate: null })), 0],
  ['C656', 'explained', rows(option({ code: 'A', exerciseDate: '2023-03-01^F1' })), 0],
  ['C656', 'seven days', rows(option({ code: 'A', exerciseDate: '2024-02-23' })), 0],
  ['C656', 'eight days', rows(option({ code: 'A', exerciseDate: '2024-02-22' })), 1],
  ['C656', 'a right to buy', rows(option({ code: 'A', title: 'Right to buy' })), 1],
  ['C656', 'a SAR', rows(option({ code: 'A', title: 'SAR' })), 1],
  ['C656', 'a unit', rows(option({ code: 'A', title: 'Unit' })), 0],
  ['C656', 'no title', rows(option({ code: 'A', title: null })), 0],
  ['C656', 'the placeholder', rows(option({ code: 'A', exerciseDate: '1988-08-08' })), 0],
  // Signatures.
  ['C608', 'no signature', { signatures: [], rows: [{}] }, 0],
  ['C608', 'no date of a transaction', rows({ date: null }), 0],
  ['C608', 'the latest signature counts', { signatures: signed('2024-03-01', '2024-02-01'), rows: [{}] }, 0],
  ['C608', 'the latest signature counts, wherever', { signatures: signed('2024-02-01', '2024-03-01'), rows: [{}] }, 0],
  ['C608', 'the latest transaction counts', rows({ date: '2024-03-02' }, {}), 1],
  ['C608', 'the latest transaction counts, wherever', rows({}, { date: '2024-03-02' }), 1],
  ['C608', 'an early item may be planned', rows({ date: '2024-03-02', formType: '5' }), 0],
  ['C609', 'nobody knows when it was filed', { signatures: signed('2030-01-01') }, 0],
  ['C609', 'on the day', {}, 0, '2024-03-01'],
  ['C609', 'the day after', {}, 1, '2024-02-29'],
  ['C609', 'no day', { signatures: signed('') }, 0, '2024-02-29'],
  ['C609', 'the second signature', { signatures: signed('2024-02-29', '2024-03-01') }, 1, '2024-02-29'],
  // The date of the original.
  ['C610', 'none', amended({}), 0],
  ['C610', 'the day of the amendment', amended({ original: '2024-03-01' }), 0],
  ['C610', 'the day after', amended({ original: '2024-03-02' }), 1],
  ['C610', 'by the day of filing', amended({ original: '2024-03-02' }), 0, '2024-03-02'],
  ['C610', 'nobody knows the day', amended({ original: '2024-03-02', period: null, signatures: signed('') }), 0],
  ['C611', 'none', amended({}), 0],
  ['C611', 'of 1993', amended({ original: '1993-01-01' }), 0],
  ['C611', 'of 1992', amended({ original: '1992-12-31' }), 1],
  ['C612', 'no original', amended({ rows: [{}] }), 0],
  ['C612', 'no amendment', { original: '2024-02-01', rows: [{}] }, 0],
  ['C612', 'no date', amended({ original: '2024-02-01', rows: [{ date: null }] }), 0],
  ['C612', 'on the day', amended({ original: '2024-03-01', rows: [{}] }), 0],
  ['C612', 'the day before', amended({ original: '2024-02-29', rows: [{}] }), 1],
  ['C612', 'before one of two', amended({ original: '2024-02-29', rows: [{}, { date: '2024-02-29' }] }), 0],
  ['C612', 'before the other of two', amended({ original: '2024-02-29', rows: [{ date: '2024-02-29' }, {}] }), 0],
  ['C612', 'an early item', amended({ original: '2024-02-29', rows: [{ formType: '5' }] }), 0],
]

test.each(neighbours(NEIGHBOURS))('$code: $what', ({ code, form, found, options }) => {
  expect(findingsIn(code, form, options)).toHaveLength(found)
})

test('what is said of a date', () => {
  const dated = (code: string, form: InventedForm, filed?: string) =>
    findingsIn(code, form, filed === undefined ? {} : filedOn(filed))
  const later = { rows: [{ date: '2024-03-04' }] }
  expect(dated('C601', later)[0]).toContain('2024-03-04 lies after the last signature of 2024-03-01')
  expect(dated('C601', later, '2024-03-02')[0]).toContain('2024-03-04 lies after the filing date of 2024-03-02')
  expect(dated('C611', amended({ original: '1992-01-01' }))[0]).toContain('1992-01-01, cannot be one: EDGAR is younger')
  expect(dated('C611', amended({ original: 'May' }))[0]).toContain('May, cannot be one: it is no date')
  expect(dated('C611', amended({ original: '' }))).toEqual([])
  const twice = { rows: [{ date: '2024-03-04' }, { date: '2024-03-03' }] }
  expect(dated('C608', twice)[0]).toContain('before the transaction of 2024-03-04')
  const original = amended({ original: '2024-02-01', rows: [{ date: '2024-03-04' }, {}, { date: '2024-03-03' }] })
  expect(dated('C612', original)[0]).toContain('first 2024-03-01')
  expect(dated('C605', { rows: [option({ code: null, expires: '2024-01-01' })] })[0]).toContain('(code )')
  expect(dated('C510', { rows: [{ date: '2024-02-28' }, { date: '2024-02-27' }, {}] })[0]).toContain('2024-02-27')
})
