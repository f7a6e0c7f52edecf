import { describe, expect, test } from 'vitest'
import { differingCounts } from './counts.ts'
import { formatCounts, formatTable, keepsBudget, median, missingRow, type Row, significant } from './rows.ts'

const base = { bench: 'read', peer: 'a peer', unit: 'MB/s', budget: 25, sense: 'at least' } as const

describe('a budget', () => {
  test('at least: the ratio itself is enough, less is not', () => {
    expect(keepsBudget(25, 25, 'at least')).toBe(true)
    expect(keepsBudget(24.9, 25, 'at least')).toBe(false)
  })

  test('at most: the ratio itself is not too much, more is', () => {
    expect(keepsBudget(2, 2, 'at most')).toBe(true)
    expect(keepsBudget(2.1, 2, 'at most')).toBe(false)
  })

  test('is not judged without a ratio or without a budget', () => {
    expect(keepsBudget(null, 25, 'at least')).toBeNull()
    expect(keepsBudget(3, null, 'at least')).toBeNull()
  })
})

test('the median is the middle value, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([9, 1, 5, 6])).toBe(5.5)
  expect(median([])).toBeNaN()
})

test('figures keep three digits', () => {
  expect(significant(1234.5)).toBe(1230)
  expect(significant(0.41234)).toBe(0.412)
  expect(significant(null)).toBeNull()
})

test('a missing peer is a row with its reason, not an omission', () => {
  const row = missingRow(base, 'no compiler; to install it: apt-get install gcc', 300)
  expect(row).toMatchObject({ ours: 300, theirs: null, ratio: null, ok: null })
  expect(formatTable([row])).toContain('\n    no compiler; to install it: apt-get install gcc')
})

test('the table lines up and shows the verdict', () => {
  const rows: Row[] = [
    { ...base, ours: 300, theirs: 9.5, ratio: 31.6, ok: true },
    { ...base, peer: 'another peer', ours: 300, theirs: 900, ratio: 0.333, budget: 0.4, ok: false },
  ]
  expect(formatTable(rows)).toBe(
    [
      'bench  peer          unit  ours  theirs   ratio   budget  ok',
      'read   a peer        MB/s   300     9.5   31.6x   >= 25x  yes',
      'read   another peer  MB/s   300     900  0.333x  >= 0.4x  NO',
    ].join('\n'),
  )
})

test('counts that differ are marked, counts that a peer lacks are not', () => {
  const ours = { documents: 2, transactions: 7 }
  const theirs = { documents: 2, transactions: 6, elements: 90 }
  const row: Row = { ...base, ours: 1, theirs: 1, ratio: 1, ok: false }
  const counts = { ours, theirs, differing: differingCounts(ours, theirs) }
  expect(
    formatCounts([{ ...row, counts }])
      .trim()
      .split('\n'),
  ).toEqual([
    'found         ours  a peer',
    'documents        2       2',
    'transactions     7     ! 6',
    'elements         -      90',
  ])
  expect(formatCounts([row])).toBe('')
})
