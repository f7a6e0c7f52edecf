import { expect, test } from 'vitest'
import type { Store } from '../../../store/index.ts'
import { Record } from './acknowledged.mts'

const nobody = {} as Store['kysely']

/** Asks for the same act with these answers, one after the other; then it is there so many times. */
async function faultsOf(statuses: readonly (number | undefined)[], found: number) {
  const record = new Record()
  for (const status of statuses)
    await record.ask(
      'an act',
      () => async () => found,
      async () => (status === undefined ? undefined : { status, body: {} }),
    )
  return record.faults(nobody, record.all)
}

test.for<[string, (number | undefined)[], number, number]>([
  ['acknowledged and there', [200], 1, 0],
  ['acknowledged and not there', [200], 0, 1],
  ['acknowledged and there twice', [200], 2, 1],
  ['not answered: done or not', [undefined], 1, 0],
  ['not answered, and there twice', [undefined], 2, 1],
  ['declined and there', [409], 1, 1],
  ['declined, and done when it was asked again', [409, 200], 1, 0],
  ['declined, and asked again without an answer', [409, undefined], 1, 0],
  ['done, and offered again so that it was declined', [200, 409], 1, 1],
])('%s', async ([, statuses, found, faults]) => {
  expect(await faultsOf(statuses, found)).toHaveLength(faults)
})
