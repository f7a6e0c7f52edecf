import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokensOf } from './tokens.ts'
import { type VestingReading, vestingReading } from './vesting.ts'
import type { Day, When } from './vestingTerms.ts'

const dayText = ({ base, months }: Day): string => {
  const from = base.kind === 'date' ? String(base.date) : base.kind === 'event' ? `[${base.words}]` : base.kind
  return months === 0 ? from : `${from}+${months}`
}

const whenText = ({ earliestOf }: When): string => earliestOf.map(dayText).join(' | ')

/** `1/4 @ 2024-03-01; 3/4 @ 36: 2024-03-01+1 … 2024-03-01+36`, what is sure without a mark, what is assumed with it. */
function told(text: string): string {
  const reading = vestingReading(text)
  if (!reading) return 'none'
  const { certainty, reasons, parts } = reading
  if (certainty === 'left') return `left: ${reasons.join(' ')}`
  const said = parts.map(({ portion, whens }) => {
    const amount =
      portion.kind === 'fraction'
        ? `${portion.fraction.numerator}/${portion.fraction.denominator}`
        : portion.kind === 'count'
          ? String(portion.count)
          : 'rest'
    const days = whens.map(whenText)
    return `${amount} @ ${days.length > 4 ? `${days.length}: ${days[0]} … ${days.at(-1)}` : days.join(', ')}`
  })
  return `${certainty === 'probable' ? `probable (${reasons.join(' ')}): ` : ''}${said.join('; ')}`
}

describe('section16-rules.md 6.1: the grammar to support', () => {
  test.each([
    // The footnote of the seed.
    [
      'The option vests as to 25% of the shares on 5/7/2004 and then, as to the remaining 75% of the shares, in equal monthly increments for the following thirty-six months.',
      '1/4 @ 2004-05-07; 3/4 @ 36: 2004-05-07+1 … 2004-05-07+36',
    ],
    // "immediately exercisable"
    ['The warrants are immediately exercisable.', '1/1 @ report'],
    ['Immediately exercisable.', '1/1 @ report'],
    // "one or several <pct|fraction|number> on <date|event>"
    ['The units vest 40% on March 1, 2031 and 60% on March 1, 2032.', '2/5 @ 2031-03-01; 3/5 @ 2032-03-01'],
    ['One half of the units vests on 3/1/31, the other half on 3/1/33.', '1/2 @ 2031-03-01; 1/2 @ 2033-03-01'],
    [
      'The option vests as to 7,000 shares on June 1, 2031 and 3,000 shares on June 1, 2032.',
      '7000 @ 2031-06-01; 3000 @ 2032-06-01',
    ],
    [
      'The units vest in full on the date of the next annual meeting of shareholders.',
      '1/1 @ [the date of the next annual meeting of shareholders]',
    ],
    // "in <n> equal <monthly|quarterly|annual|semi-annual> installments", "beginning on", "commencing", "following"
    ['Vests in 48 equal monthly installments beginning on June 15, 2031.', '1/1 @ 48: 2031-06-15 … 2031-06-15+47'],
    [
      'The option vests in eight (8) equal quarterly installments commencing June 15, 2031.',
      '1/1 @ 8: 2031-06-15 … 2031-06-15+21',
    ],
    [
      'The shares vest in four equal semi-annual installments following the date of grant.',
      '1/1 @ grantDate+6, grantDate+12, grantDate+18, grantDate+24',
    ],
    // "over <n> years"
    [
      'The units vest in equal annual installments over three years from the date of grant.',
      '1/1 @ grantDate+12, grantDate+24, grantDate+36',
    ],
    // "1/48th per month"
    [
      'The option vests as to 1/48th of the shares per month from the vesting commencement date.',
      '1/1 @ 48: commencement+1 … commencement+48',
    ],
    // "on the earlier of A and B"
    [
      'The award vests on the earlier of June 1, 2031 and the next annual meeting of stockholders.',
      '1/1 @ 2031-06-01 | [the next annual meeting of stockholders]',
    ],
    // "Performance or service conditions without a date → unknown"
    ['The units vest upon achievement of revenue goals.', 'left: performance'],
    ['The warrants become exercisable upon completion of the merger.', 'left: wordsNotUnderstood'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  test.each([
    ['The units vest on March 1, 2031, subject to continued service through that day.', 'service'],
    ['The units vest on March 1, 2031, with accelerated vesting upon a change of control.', 'acceleration'],
    ['The units vest on March 1, 2031, subject to earlier forfeiture.', 'forfeiture'],
    [
      'The units vest on March 1, 2031, unless that date falls on a non-business date, in which case the next business date shall apply.',
      'businessDay',
    ],
  ])('a condition is kept as a note, not a date: %s', (text, kind) => {
    expect(told(text)).toBe('1/1 @ 2031-03-01')
    expect(vestingReading(text)?.notes.map((note) => note.kind)).toEqual([kind])
  })
})

describe('days', () => {
  test.each([
    ['The units vest on the first anniversary of the grant date.', '1/1 @ grantDate+12'],
    ['The units vest on the 18-month anniversary of March 31, 2031.', '1/1 @ 2031-03-31+18'],
    ['The units vest two years after the date of grant.', '1/1 @ grantDate+24'],
    [
      'The units vest in equal installments on the first, second and third anniversaries of March 1, 2031.',
      '1/1 @ 2031-03-01+12, 2031-03-01+24, 2031-03-01+36',
    ],
    [
      'One-third of the units vests on each of the first three anniversaries of the grant date.',
      '1/1 @ grantDate+12, grantDate+24, grantDate+36',
    ],
    [
      'The units vest in three equal installments on March 1, 2031, 2032 and 2033.',
      '1/1 @ 2031-03-01, 2032-03-01, 2033-03-01',
    ],
    [
      'The units vest 10%, 20% and 70% on May 1, 2031, May 1, 2032 and May 1, 2033, respectively.',
      '1/10 @ 2031-05-01; 1/5 @ 2032-05-01; 7/10 @ 2033-05-01',
    ],
    [
      '25% vests on each anniversary of the grant date.',
      '1/1 @ grantDate+12, grantDate+24, grantDate+36, grantDate+48',
    ],
    ['The option became exercisable on the Exercisable Date set forth above.', '1/1 @ exerciseDate'],
    [
      'Vests on May 1, 2031, or, if earlier, the next annual meeting of stockholders.',
      '1/1 @ 2031-05-01 | [the next annual meeting of stockholders]',
    ],
    [
      '1/4 of the award vested on May 15, 2031 and 1/16 of the award vests quarterly thereafter on each August 15th, November 15th, March 1st and May 15th.',
      '1/4 @ 2031-05-15; 3/4 @ 12: 2031-08-15 … 2034-05-15',
    ],
    ['The units vest on February 30, 2031.', 'left: wordsNotUnderstood'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })
})

describe('series', () => {
  test.each([
    [
      '1/16th vested on March 25, 2031 and an additional 1/16th vests quarterly thereafter until fully vested.',
      '1/16 @ 2031-03-25; 15/16 @ 15: 2031-03-25+3 … 2031-03-25+45',
    ],
    [
      'A quarter of the units vests on March 1, 2031; the balance will vest 6.25% quarterly thereafter.',
      '1/4 @ 2031-03-01; 3/4 @ 12: 2031-03-01+3 … 2031-03-01+36',
    ],
    // The end tells which of two meanings a beginning has.
    [
      'The units vest in quarterly installments over three years, commencing on May 1, 2031, so that they will be fully vested on February 1, 2034.',
      '1/1 @ 12: 2031-05-01 … 2031-05-01+33',
    ],
    [
      'The units vest in quarterly installments over three years, commencing on May 1, 2031, so that they will be fully vested on May 1, 2034.',
      '1/1 @ 12: 2031-05-01+3 … 2031-05-01+36',
    ],
    ['The units vest in quarterly installments over three years, commencing on May 1, 2031.', 'left: ambiguousStart'],
    [
      'The units vest in monthly installments over the one-year period commencing on May 1, 2031.',
      '1/1 @ 12: 2031-05-01+1 … 2031-05-01+12',
    ],
    ['The option vests at a rate of 20% per year commencing on May 1, 2031.', 'left: ambiguousStart'],
    [
      'The option vests in three equal annual installments.',
      'probable (firstDayUnstated): 1/1 @ first, first+12, first+24',
    ],
    [
      'The units vest as to 33.33% on each anniversary of the grant date.',
      'probable (roundedPercentage): rest @ grantDate+12, grantDate+24, grantDate+36',
    ],
    ['The units vest in three equal installments beginning on May 1, 2031.', 'left: numberOfInstalmentsUnknown'],
    ['25% vests on May 1, 2031 and annually thereafter, over a four-year period.', 'left: ambiguousStart'],
    // A month's end is a day of the calendar, not a step from the anchor.
    ['25% vests on May 18, 2031 and 1/48th at the end of each month thereafter.', 'left: wordsNotUnderstood'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })
})

describe('what does not add up or is not said of the whole is never guessed', () => {
  test.each([
    ['The units vest 60% on May 1, 2031 and 60% on May 1, 2032.', 'left: addsUpToMore'],
    ['The units vest 50% on May 1, 2031 and May 1, 2032.', 'left: amountsAndDaysDiffer'],
    ['The units vest in three equal installments on May 1, 2031 and May 1, 2032.', 'left: amountsAndDaysDiffer'],
    ['The remaining 80% vests on May 1, 2032 after 25% vested on May 1, 2031.', 'left: wordsNotUnderstood'],
    ['The units will not vest before May 1, 2031.', 'left: wordsNotUnderstood'],
    ['The units would have vested on May 1, 2031.', 'left: wordsNotUnderstood'],
    ['The units were to vest on May 1, 2031.', 'left: wordsNotUnderstood'],
    ['The units vest on May 1, 2031. This vesting represents one-third of the award.', 'left: wordsNotUnderstood'],
    ['100 units and 200 units vest on May 1, 2031.', 'left: amountsAndDaysDiffer'],
    [
      '1/4 of the award granted in 2029 vested on May 1, 2031; 1/4 will continue to vest annually.',
      'left: wordsNotUnderstood',
    ],
    ['25% vested on May 1, 2031 and 1/36 vests monthly thereafter.', 'left: ambiguousShare'],
    [
      'The units granted on May 1, 2031 and those granted on June 1, 2031 vest on the first anniversary of the grant date.',
      'left: severalAwards',
    ],
    ['If she remains a director, some units vest on May 1, 2031.', 'left: wordsNotUnderstood'],
    [
      'Includes (i) 100 units that vest on May 1, 2031 and (ii) 200 units that vest in tranches.',
      'left: wordsNotUnderstood',
    ],
    ['Shares withheld to pay taxes when units vested on May 1, 2031.', 'left: otherTransaction'],
    ['One third (25%) of the units vests on May 1, 2031.', 'left: wordsNotUnderstood'],
    [
      '25% of the shares vest on May 1, 2031, subject to vesting of the rest on May 1, 2032.',
      'left: wordsNotUnderstood',
    ],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  test('a part alone is a part, and known as one', () => {
    const text = 'One-third of the units vested on May 1, 2031.'
    expect(told(text)).toBe('1/3 @ 2031-05-01')
    expect(vestingReading(text)?.isComplete).toBe(false)
  })
})

test.each([
  'Each unit is the right to receive one share upon vesting.',
  'She has voting and investment power.',
  'Shares acquired under the dividend reinvestment plan.',
  '',
])('no schedule: %s', (text) => {
  expect(told(text)).toBe('none')
})

describe('the award', () => {
  const about = (text: string) => {
    const { total, grantDate, commencement } = vestingReading(text)!
    return [total, grantDate && String(grantDate), commencement && String(commencement)]
  }
  test.each([
    [
      'On May 1, 2031, Jane Doe was granted 1,200 restricted stock units, which vest on May 1, 2032.',
      [1200n, '2031-05-01', undefined],
    ],
    [
      'The option was granted on May 1, 2031, the VCD. 1/48th vests on each monthly anniversary of the VCD.',
      [undefined, '2031-05-01', '2031-05-01'],
    ],
    [
      'The Vesting Commencement Date is May 1, 2031. The units vest on the first anniversary of the Vesting Commencement Date.',
      [undefined, undefined, '2031-05-01'],
    ],
    // Two awards: neither is the one.
    [
      '100 units granted on May 1, 2031 and 200 units granted on June 1, 2031 are fully vested as of the date of grant.',
      [undefined, undefined, undefined],
    ],
  ])('%s', (text, expected) => {
    expect(about(text)).toEqual(expected)
  })
})

describe('properties', () => {
  const words =
    'vests vest vested the of 25% 1/3 36 equal monthly installments on March 1, 2031 and thereafter remaining shares over three years beginning each anniversary grant date (i) ; until fully subject to service earlier next annual meeting'.split(
      ' ',
    )
  const texts = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((some) => some.join(' '))

  const isSound = ({ at, certainty, reasons, parts }: VestingReading, text: string): boolean =>
    at.start >= 0 &&
    at.end <= text.length &&
    at.start < at.end &&
    (certainty === 'left' ? parts.length === 0 && reasons.length === 1 : parts.length > 0)

  test('any words give a sound reading or none', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ maxLength: 300 })), (text) => {
        const reading = vestingReading(text)
        expect(reading === undefined || isSound(reading, text)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('tokens cover the text in order, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let end = 0
        for (const token of tokensOf(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.end).toBeGreaterThan(token.start)
          end = token.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  test('a long footnote costs no more than its length', () => {
    const text = `${'The units vest 1/3 on March 1, 2031 and '.repeat(2500)}so on.`
    const began = process.cpuUsage().user
    expect(vestingReading(text)?.certainty).toBe('left')
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(3)
  })
})
