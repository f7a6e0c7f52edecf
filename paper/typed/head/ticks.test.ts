import { expect, test } from 'vitest'
import { gridOf } from '../text/grid.ts'
import { segmentsOf } from '../text/segments.ts'
import { ROLES } from './tickLabels.ts'
import { readTicks } from './ticks.ts'

function states(text: string): string {
  const { ticks } = readTicks(gridOf(text)!.flatMap(segmentsOf), ROLES)
  const { isDirector, isTenPercentOwner, isOfficer, isOther } = ticks
  return [isDirector, isTenPercentOwner, isOfficer, isOther].map((tick) => tick?.state[0] ?? '-').join('')
}

test.for([
  ['(X) Director ( ) 10% Owner ( ) Officer (give title below) ( ) Other', 'teee'],
  ['[ ] Director  [x] 10% Owner\n[x] Officer  [ ] Other (specify below)', 'ette'],
  ['_X_ Director ___ 10% Owner ___ Officer ___ Other', 'teee'],
  ['X  Director      10% Owner\n   Officer       Other', 'teee'],
  ['Director [X]   10% Owner [ ]   Officer [X]   Other [ ]', 'tete'],
  ['Director: ____  10% Owner: _X_  Officer: ____  Other: ____', 'etee'],
  ['/ / Director  /X/ 10% Owner  / / Officer  / / Other', 'etee'],
  ['|X| Director |_| 10% Owner |_| Officer |_| Other', 'teee'],
  ['[?] Director [ ] 10% Owner [ ] Officer [ ] Other', 'ueee'],
  ['Directr (X) Ten Percent Owner ( ) Oficer ( ) Other ( )', 'teee'],
] as const)('%s', ([text, expected]) => {
  expect(states(text)).toBe(expected)
})

test('a cross that is no label’s leaves boxes without a mark unread', () => {
  expect(states('Director   10% Owner\n   X\nOfficer   Other')).toBe('uuuu')
})

test('the words of a title are no second label', () => {
  const { rest } = readTicks(
    gridOf('[ ] Director [X] Officer (give title below)\n  Managing Director')!.flatMap(segmentsOf),
    ROLES,
  )
  expect(rest.map(({ text }) => text)).toEqual(['Managing', 'Director'])
})
