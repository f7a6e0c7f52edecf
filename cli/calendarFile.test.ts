import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calendarDay } from '@section16/core/facts'
import { CalendarDate } from '@section16/core/model'
import { afterAll, describe, expect, it } from 'vitest'
import { readCalendarFile } from './calendarFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'section16-calendar-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function read(name: string, text: string) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return await readCalendarFile(path)
}

async function dayOf(date: string, name: string, text: string) {
  const file = await read(name, text)
  if ('problem' in file) throw new Error(file.problem)
  return calendarDay(CalendarDate.parse(date)!, file.calendar)
}

describe('a calendar file', () => {
  it('adds closings, JSON or CSV', async () => {
    const closing = { kind: 'other', isBusinessDay: false, edgarOpen: false, confidence: 'verified' }
    const list = JSON.stringify([{ date: '2031-05-05', event: 'invented day of mourning', source: 'a notice' }])
    const fromList = await dayOf('2031-05-05', 'days.json', list)
    expect(fromList).toMatchObject({ ...closing, event: 'invented day of mourning', source: 'a notice' })
    const table = '\uFEFFdate,event\r\n2031-05-05,"invented, day"\r\n'
    const fromTable = await dayOf('2031-05-05', 'days.csv', table)
    expect(fromTable).toMatchObject({ ...closing, event: 'invented, day' })
    expect(fromTable.source).toContain('days.csv')
    expect((await dayOf('2031-05-06', 'days.csv', table)).isBusinessDay).toBe(true)
  })

  it('corrects a day of the calendar, doubts one, opens EDGAR on one', async () => {
    const list = JSON.stringify([
      { date: '2007-01-02', isBusinessDay: true },
      { date: '2024-03-04', isBusinessDay: false, confidence: 'unverified' },
      { date: '2024-03-09', edgarOpen: true },
    ])
    expect(await dayOf('2007-01-02', 'more.json', list)).toMatchObject({ isBusinessDay: true, edgarOpen: true })
    expect(await dayOf('2024-03-04', 'more.json', list)).toMatchObject({ confidence: 'unverified' })
    expect(await dayOf('2024-03-09', 'more.json', list)).toMatchObject({ isBusinessDay: false, edgarOpen: true })
    expect(await dayOf('2018-12-05', 'more.json', list)).toMatchObject({ kind: 'dayOfMourning' })
  })

  it.each([
    ['a row without a day', 'bad.csv', 'date,event\n2031-05-05,fine\nsoon,bad\n', 'day 2: date is to be YYYY-MM-DD'],
    ['no titles', 'untitled.csv', '2031-05-05,closed\n', 'a line of titles with date in it is wanted'],
    ['another word for yes', 'yes.csv', 'date,isBusinessDay\n2031-05-05,yes\n', 'are to be true or false'],
    ['a doubtful doubt', 'sure.json', '[{"date":"2031-05-05","confidence":"sure"}]', 'verified or unverified'],
    ['broken JSON', 'broken.json', '[{"date":', 'this is no JSON'],
    ['a list of texts', 'texts.json', '["2031-05-05"]', 'a list of days is wanted'],
  ])('is refused for %s', async (_, name, text, said) => {
    const file = await read(name, text)
    expect('problem' in file && file.problem).toContain(said)
    expect('problem' in file && file.problem).toContain(name)
  })

  it('may not be there', async () => {
    const file = await readCalendarFile(join(folder, 'nowhere.csv'))
    expect('problem' in file && file.problem).toContain('nowhere.csv')
  })
})
