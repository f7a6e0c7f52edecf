import { describe, expect, it } from 'vitest'
import { day } from '../../facts/dated.ts'
import { type NewInsider, newInsiderDeadline } from './newInsider.ts'

const ask = (person: Omit<NewInsider, 'because'>, because: NewInsider['because'] = 'becameInsider') => {
  const found = newInsiderDeadline({ ...person, because })
  return found.deadline ? `${found.answer.form} ${found.deadline.dueDate.toString()}` : found.answer.form
}
const foreign = { issuer: 'foreignPrivate' } as const

describe('a new insider', () => {
  it('owes a Form 3', () => {
    expect(ask({ date: day('2024-05-15') })).toBe('3 2024-05-28')
    expect(ask({ date: day('2024-05-15'), role: 'tenPercentOwner' })).toBe('3 2024-05-28')
    expect(ask({ date: day('2024-05-15') }, 'registration')).toBe('3 2024-05-15')
    expect(ask({ date: day('2024-05-15'), leftOn: day('2024-05-16') })).toBe('3 2024-05-28')
  })

  // R1.3.2, R1.3.3, R1.3.6.
  it('of a foreign private issuer owes one from 2026-03-18 on, if still there', () => {
    expect(ask({ ...foreign, date: day('2020-01-02') })).toBe('3 2026-03-18')
    expect(ask({ ...foreign, date: day('2020-01-02'), leftOn: day('2026-03-18') })).toBe('3 2026-03-18')
    expect(ask({ ...foreign, date: day('2020-01-02'), leftOn: day('2026-03-17') })).toBe('none')
    expect(ask({ ...foreign, date: day('2026-05-04'), role: 'tenPercentOwner' })).toBe('none')
  })

  it('who reports at home under an exemptive order owes none', () => {
    const home = { organizedIn: 'Singapore', regulationOf: 'Singapore', reports: true, inEnglish: true }
    expect(ask({ ...foreign, date: day('2026-05-20'), home })).toBe('none')
    expect(ask({ ...foreign, date: day('2026-05-19'), home })).toBe('3 2026-05-29')
    const swiss = { ...home, organizedIn: 'Switzerland', regulationOf: 'Switzerland' }
    expect(ask({ ...foreign, date: day('2019-01-02'), home: swiss })).toBe('none')
    expect(ask({ ...foreign, date: day('2019-01-02'), home: { ...swiss, reports: false } })).toBe('3 2026-03-18')
  })
})
