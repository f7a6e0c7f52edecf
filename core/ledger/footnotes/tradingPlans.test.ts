import { describe, expect, test } from 'vitest'
import { type PlanDate, tradingPlanReading } from './tradingPlans.ts'

const dateText = (date: PlanDate) =>
  date.kind === 'date' ? String(date.date) : `${date.year}-${String(date.month).padStart(2, '0')}`

function told(text: string): string {
  const reading = tradingPlanReading(text)
  if (!reading) return 'none'
  const events = reading.events.map(
    ({ event, dates, by }) => `${event} ${dates.map(dateText).join(' + ')}${by === undefined ? '' : ` by ${by}`}`,
  )
  const doubt = reading.certainty === 'certain' ? [] : [`${reading.certainty} (${reading.reasons.join(' ')})`]
  return [...doubt, ...events].join(', ')
}

describe('section16-rules.md 5.6: the adoption date of a plan', () => {
  test.each([
    ['Sold under a Rule 10b5-1 trading plan adopted by Jane Doe on August 15, 2031.', 'adopted 2031-08-15 by Jane Doe'],
    ['Sold under a 10b5-1 plan entered into 8/15/31.', 'adopted 2031-08-15'],
    ['Sold under a plan of Rule 10b5-1(c) dated as of August 15, 2031.', 'adopted 2031-08-15'],
    ['On August 15, 2031, Ms. Doe adopted a Rule 10b5-1 plan.', 'adopted 2031-08-15 by Ms. Doe'],
    [
      'Under a 10b5-1 plan adopted on August 15, 2031 by the Reporting Person.',
      'adopted 2031-08-15 by the Reporting Person',
    ],
    [
      'Under a 10b5-1 plan established by Ms. Doe and the Doe Trust on August 15, 2031.',
      'adopted 2031-08-15 by Ms. Doe and the Doe Trust',
    ],
    [
      'Under a 10b5-1 plan adopted by Invented Holdings, LLC on August 15, 2031.',
      'adopted 2031-08-15 by Invented Holdings, LLC',
    ],
    [
      'Under a 10b5-1 plan adopted by the holder on August 15, 2031, and modified on September 1, 2031.',
      'adopted 2031-08-15 by the holder, modified 2031-09-01',
    ],
    ['Under Rule 10b5-1 plans adopted on August 15, 2031 and September 1, 2031.', 'adopted 2031-08-15 + 2031-09-01'],
    [
      'Under a 10b5-1 plan adopted on August 15, 2031 and terminated on May 1, 2032.',
      'adopted 2031-08-15, terminated 2032-05-01',
    ],
    ['Under a 10b5-1 plan. The plan was adopted on August 15, 2031.', 'adopted 2031-08-15'],
    ['Under a 10b5-1 plan adopted in August 2031.', 'probable (monthOnly), adopted 2031-08'],
    // A date that is neither: the reader is told that something was left.
    [
      'Under a 10b5-1 plan adopted on August 15, 2031, which was completed on May 1, 2032.',
      'probable (otherDates), adopted 2031-08-15',
    ],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  test.each([
    ['Sold under a Rule 10b5-1 plan.', 'left (noAdoptionDate)'],
    ['Sold under a Rule 10b5-1 plan adopted by Jane Doe.', 'left (noAdoptionDate)'],
    ['Sold under a Rule 10b5-1 plan that expires on May 1, 2032.', 'left (noAdoptionDate)'],
    [
      'Sold under a Rule 10b5-1 plan adopted by Jane Doe that became effective August 15, 2031.',
      'left (noAdoptionDate)',
    ],
    ['Sold under a Rule 10b5-1 plan to pay for the vesting of units granted on May 1, 2030.', 'left (noAdoptionDate)'],
    ['Sold under a Rule 10b5-1 plan. Granted under the Equity Plan adopted on May 1, 2020.', 'left (noAdoptionDate)'],
    ['Under Rule 10b5-1 of the Securities Exchange Act of 1934, as amended.', 'left (noAdoptionDate)'],
    ['The incentive plan was adopted on May 1, 2020.', 'none'],
  ])('no date of adoption: %s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  test('a hostile footnote costs no more than its length', () => {
    const began = process.cpuUsage().user
    const text = `A 10b5-1 plan ${'adopted on March 1, 2031 and '.repeat(20_000)}so on.`
    expect(tradingPlanReading(text)?.events).toHaveLength(20_000)
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(5)
  })
})
