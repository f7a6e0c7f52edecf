import fc from 'fast-check'
import { countryCodes, stateCodes, transactionCodes } from '../../core/facts/index.ts'
import { CalendarDate } from '../../core/model/calendarDate.ts'

/** Values as filed, each valid for the schema of specification 5.5 and often at one of its limits. ASCII only. */
type Written = fc.Arbitrary<string>

/** What texts are made of: words of filings, and everything that a careless writer gets wrong in XML. */
const PHRASES = ['Common Stock', 'Class A', 'par value $.01', '401(k) plan', 'See Remarks', 'By Trust', '50%', 'n/a']
const MARKUP = ['&', '<', '>', '"', "'", '&amp;', '&lt;b&gt;', '&#38;', '</value>', '<!-- -->', '<![CDATA[', ']]>']
const ODDITIES = ['\n', ' \n ', '\t', '  ', '\\', '`', '{}', '~', '|', '?>', '--', '__proto__', '=1+1', '0', 'true']
const WORDS = [...PHRASES, ...MARKUP, ...ODDITIES]

/** Text with `least` to `most` characters, at least one of them not white space unless `least` is 0. */
export function text(least: number, most: number): Written {
  const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
  const full = fc.integer({ min: 0, max: 7 }).map((n) => n === 0)
  const some = fc.tuple(words, fc.constantFrom('', ' '), full).map(([parts, between, isFull]) => {
    const sentence = parts.join(between)
    const long = isFull ? sentence.padEnd(most, `${sentence}.`) : sentence
    return /\S/.test(long.slice(0, most)) ? long.slice(0, most) : 'x'
  })
  return least === 0 ? fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 5, arbitrary: some }) : some
}

/** At most 12 digits before the point and 4 after it, spelled as filers do. */
export const decimal: Written = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.oneof(fc.nat(99_999), fc.nat(999_999_999_999)), fc.constantFrom(0, 0, 1, 2, 4), fc.nat(9999))
      .map(([whole, places, part]) =>
        places === 0 ? `${whole}` : `${whole}.${String(part).padStart(4, '0').slice(0, places)}`,
      ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '0',
      '0.0',
      '0.0001',
      '999999999999.9999',
      '999999999999',
      '.5',
      '3.49780',
      '007',
      '12.',
    ),
  },
)

const day = fc.integer({ min: new Date('1995-01-01').getTime() / 864e5, max: new Date('2045-12-31').getTime() / 864e5 })

/** A day; seldom one at the ends of the calendar, or with the zone that a few filers write. */
export const date: Written = fc.oneof(
  { weight: 20, arbitrary: day.map((days) => String(new CalendarDate(days))) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0001-01-01', '9999-12-31', '2024-02-29', '2003-05-09-05:00', '2003-05-09Z'),
  },
)

export const boolean: Written = fc.constantFrom('0', '1', 'true', 'false')
export const yes: Written = fc.constantFrom('1', 'true')
export const no: Written = fc.constantFrom('0', 'false')

/** Ten digits, as EDGAR writes them. */
export const cik: Written = fc.integer({ min: 1, max: 9_999_999_999 }).map((n) => String(n).padStart(10, '0'))

export const state: Written = fc.constantFrom(...stateCodes.keys())
export const country: Written = fc.constantFrom(
  ...[...countryCodes.values()].filter(({ obsolete }) => !obsolete).map(({ code }) => code),
)
export const zipCode: Written = fc.constantFrom('', '94025', '94025-1234', 'SW1A 1AA', '#00-17', '9999999999', 'x')
export const transactionCode: Written = fc.constantFrom(...transactionCodes.keys())
export const acquiredDisposedCode: Written = fc.constantFrom('A', 'D')
