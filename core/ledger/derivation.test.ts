import { expect, it } from 'vitest'
import { derivationStep } from './derivation.ts'

const rules = {
  plain: { law: 'Rule 16a-9', says: 'Nothing is owed.', source: 'invented' },
  filled: { law: 'Rule 16a-6', says: 'By {day}, {count} of them, not later than {day}.', source: 'invented' },
}

it('fills a sentence in, every time a name stands in it', () => {
  expect(derivationStep(rules, 'plain')).toEqual({
    rule: 'plain',
    law: 'Rule 16a-9',
    text: 'Nothing is owed.',
    data: {},
  })
  const step = derivationStep(rules, 'filled', { day: '2024-03-01', count: 2 })
  expect(step.text).toBe('By 2024-03-01, 2 of them, not later than 2024-03-01.')
  expect(step.data).toEqual({ day: '2024-03-01', count: '2' })
})

it('refuses to leave a hole in a sentence', () => {
  expect(() => derivationStep(rules, 'filled', { day: '2024-03-01' })).toThrow('filled wants count')
})
