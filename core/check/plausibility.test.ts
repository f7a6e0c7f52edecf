import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CalendarDate } from '../model/calendarDate.ts'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import { findingsOf } from './check.ts'
import { CheckedFiling } from './checkedFiling.ts'
import { applies } from './plan.ts'
import { registry } from './registry.ts'

type Edit = readonly [from: string, to: string]
type Row = readonly [
  why: string,
  code: string,
  file: 'good' | 'bad',
  edits: readonly Edit[],
  found: number,
  filedOn?: string,
]

/** How many times a rule fires on one of its own cases with some texts replaced, once each. */
function count([, code, file, edits, , filedOn]: Row): number {
  const rule = registry.find((one) => one.code === code)!
  let xml = readFileSync(join(import.meta.dirname, `../../cases/rules/${code}-${rule.name}/${file}.xml`), 'utf8')
  for (const [from, to] of edits) {
    if (!xml.includes(from)) throw new Error(`${code}: ${from} is not in its case`)
    xml = xml.replace(from, to)
  }
  const { document } = readOwnershipXml(xml)
  const day = filedOn === undefined ? undefined : CalendarDate.parse(filedOn)
  const filing = new CheckedFiling(document!, day ? { filedOn: day } : {})
  return applies(rule, filing) ? findingsOf(rule, filing).length : 0
}

const value = (from: string, to: string): Edit => [`<value>${from}</value>`, `<value>${to}</value>`]
const code = (from: string, to: string): Edit => [`<transactionCode>${from}<`, `<transactionCode>${to}<`]
const box = (from: string, to: string): Edit => [`<aff10b5One>${from}<`, `<aff10b5One>${to}<`]
const noted = (text: string): Edit => [`<value>${text}</value>`, `<value>${text}</value><footnoteId id="F1"/>`]
const FILED = '2024-03-05'

const TABLE: readonly Row[] = [
  ['ten days before the filing', 'C600', 'bad', [value('2023-01-03', '2022-12-26')], 0],
  ['a date of ten months before is a late report', 'C600', 'bad', [value('2023-01-03', '2023-03-15')], 0],
  ['two digits changed places', 'C600', 'bad', [value('2023-01-03', '2042-01-03')], 1],
  ['the day of filing itself', 'C601', 'bad', [value('2024-04-03', '2024-03-05')], 0, FILED],
  ['the day after it', 'C601', 'bad', [value('2024-04-03', '2024-03-06')], 1, FILED],
  ['a volunteered item', 'C601', 'bad', [['<transactionFormType>4<', '<transactionFormType>5<']], 0],
  ['forty years', 'C602', 'bad', [value('2204-03-04', '2064-03-04')], 0],
  ['forty-one years', 'C602', 'bad', [value('2204-03-04', '2065-03-04')], 1],
  ['fifty years', 'C603', 'bad', [value('2304-03-04', '2074-03-04')], 0],
  ['fifty-one years', 'C603', 'bad', [value('2304-03-04', '2075-03-04')], 1],
  ['before 1980', 'C603', 'bad', [value('2304-03-04', '1979-03-04')], 1],
  ['the day of expiration', 'C605', 'bad', [value('2023-03-04', '2024-03-04')], 0],
  ['the day after it', 'C605', 'bad', [value('2023-03-04', '2024-03-03')], 1],
  ['an expiration told within a month', 'C605', 'bad', [code('M', 'H'), value('2023-03-04', '2024-02-02')], 0],
  ['and later', 'C605', 'bad', [code('M', 'H'), value('2023-03-04', '2024-02-01')], 1],
  ['signed on the day', 'C608', 'bad', [['2024-02-05', '2024-03-04']], 0],
  ['signed the day before', 'C608', 'bad', [['2024-02-05', '2024-03-03']], 1],
  ['a hundred shares may be worth it', 'C621', 'bad', [value('10000', '100')], 0],
  ['a hundred and one', 'C621', 'bad', [value('10000', '101')], 1],
  ['a hundred thousand', 'C621', 'bad', [value('200000', '100000')], 0],
  ['a price above, by a cent', 'C621', 'bad', [value('200000', '100000.01')], 1],
  ['five times the other', 'C625', 'bad', [value('2.014', '4.03')], 0],
  ['a little more', 'C625', 'bad', [value('2.014', '4.0299')], 1],
  ['a range of one dollar', 'C628', 'bad', [['$19.10', '$19.80']], 0],
  ['a range of one dollar and a bit', 'C628', 'bad', [['$19.10', '$19.7999']], 1],
  ['two ranges speak of two lines', 'C628', 'bad', [['$20.80.', '$20.80, and from $20.90 to $21.00.']], 0],
  ['the edge of the range', 'C629', 'bad', [value('21', '20.3')], 0],
  ['rounded over the edge', 'C629', 'bad', [value('21', '20.30'), ['$20.30', '$20.2951']], 0],
  ['below the range', 'C629', 'bad', [value('21', '19.79')], 1],
  ['the law before the letter', 'C627', 'bad', [['2024-03-05', '2008-06-24']], 0],
  ['the day of the letter', 'C627', 'bad', [['2024-03-05', '2008-06-25']], 1],
  ['the total after all rows', 'C640', 'bad', [value('900', '1000')], 0],
  ['running totals', 'C640', 'bad', [value('900', '800')], 0],
  ['from the latest to the earliest', 'C640', 'bad', [value('900', '1500')], 0],
  ['a footnote on the balance', 'C640', 'bad', [noted('900')], 0],
  ['another class is another line', 'C640', 'bad', [value('Common Stock', 'Class B')], 0],
  ['off by one', 'C640', 'bad', [value('900', '801')], 1],
  ['running totals of a series', 'C641', 'bad', [value('4200', '3500')], 0],
  ['the total after all exercises', 'C641', 'bad', [value('4200', '4000')], 0],
  ['just as many as were owned', 'C643', 'bad', [value('300', '500')], 0],
  ['the total after both', 'C643', 'bad', [value('300', '0')], 0],
  ['all that is owned is what was acquired', 'C644', 'bad', [value('1500', '5000')], 0],
  ['one less', 'C644', 'bad', [value('1500', '4999')], 1],
  ['a fraction paid in cash', 'C645', 'bad', [value('1000', '1499.5')], 0],
  ['a number explained', 'C645', 'bad', [noted('1000')], 0],
  ['no box is unknown, never no', 'C660', 'bad', [['<aff10b5One>1</aff10b5One>', '']], 0, FILED],
  ['a box of no', 'C660', 'bad', [box('1', '0')], 0, FILED],
  ['before the box was asked for', 'C660', 'bad', [], 0, '2023-03-31'],
  ['since it is', 'C660', 'bad', [], 1, '2023-04-01'],
  ['a month with its year', 'C660', 'bad', [['trading plan.', 'trading plan adopted in May 2023.']], 0, FILED],
  ['the last day of the old rule', 'C661', 'bad', [['November 10, 2022', 'February 26, 2023']], 1, FILED],
  ['the first day of the new one', 'C661', 'bad', [['November 10, 2022', 'February 27, 2023']], 0, FILED],
  ['no box is unknown', 'C661', 'bad', [['<aff10b5One>1</aff10b5One>', '']], 0, FILED],
  ['no box is unknown', 'C663', 'bad', [['<aff10b5One>0</aff10b5One>', '']], 0, FILED],
  ['told not to be one', 'C663', 'bad', [['Sold under', 'Not sold under']], 0, FILED],
  ['the day before the trade', 'C665', 'bad', [['August 15, 2024', 'March 3, 2024']], 0, FILED],
  ['the day of the trade', 'C665', 'bad', [['August 15, 2024', 'March 4, 2024']], 1, FILED],
  ['ninety days', 'C666', 'bad', [['January 15, 2024', 'December 5, 2023']], 0, FILED],
  ['eighty-nine days', 'C666', 'bad', [['January 15, 2024', 'December 6, 2023']], 1, FILED],
  ['others wait thirty days', 'C666', 'bad', [['<isDirector>1<', '<isDirector>0<']], 0, FILED],
  ['another family of states', 'C703', 'good', [['02110', '12110']], 1],
  [
    'Fishers Island',
    'C703',
    'good',
    [
      ['>MA<', '>NY<'],
      ['02110', '06390'],
    ],
    0,
  ],
  ['nine digits', 'C704', 'bad', [['2110', '02110-1234']], 0],
  ['another country', 'C704', 'bad', [['>MA<', '>X0<']], 0],
]

test.each(TABLE.map((row) => ({ row, title: `${row[0]}: ${row[1]}` })))('$title', ({ row }) => {
  expect(count(row)).toBe(row[4])
})
