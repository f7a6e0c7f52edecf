import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import type { Tables } from './tables/index.ts'
import { inTurn } from './turns.ts'

/** Something that ends when it is told to. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  return { promise, end: resolve, fail: reject }
}

test('acts of an organisation follow one another, two organisations act at once, a third waits', async () => {
  const kysely = {} as Kysely<Tables>
  const begun: string[] = []
  const holds = [held(), held(), held(), held()]
  const names = ['a, first', 'a, second', 'b', 'c']
  const acts = names.map((name, n) =>
    inTurn(kysely, name.slice(0, 1), async () => {
      begun.push(name)
      await holds[n]?.promise
      return name
    }),
  )
  const afterSome = () => new Promise((resolve) => setTimeout(resolve, 5))
  await afterSome()
  expect(begun).toEqual(['a, first', 'b'])
  // One that fails makes room like any other, and its own organisation's next act begins.
  holds[2]?.fail(new Error('an invented fault'))
  await expect(acts[2]).rejects.toThrow('an invented fault')
  await afterSome()
  expect(begun).toEqual(['a, first', 'b', 'c'])
  holds[0]?.end()
  holds[3]?.end()
  holds[1]?.end()
  expect([await acts[0], await acts[1], await acts[3]]).toEqual(['a, first', 'a, second', 'c'])
  expect(begun).toEqual(['a, first', 'b', 'c', 'a, second'])
})
