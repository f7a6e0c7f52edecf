import { expect, test } from 'vitest'
import type { StatusAnswer } from './answers.ts'
import { afterPoll, nextPoll, type PollState, startPoll } from './nextPoll.ts'

const NUMBER = '9016000016-26-000001'
const answered = { httpStatus: 200, messages: [], rehearsal: true }
const told = (processing: 'PROCESSING' | 'BLOCKED' | 'SUSPENDED', final: boolean): StatusAnswer => ({
  kind: 'status',
  ...answered,
  submission: { processing, written: processing, final, fileNumbers: [], registrants: [], submissionMessages: [] },
})
const notFound: StatusAnswer = { kind: 'notFound', ...answered, httpStatus: 404 }
const noAnswer: StatusAnswer = { kind: 'noAnswer', because: 'timedOut' }
const refused = (httpStatus: 401 | 503): StatusAnswer => ({ kind: 'refused', ...answered, httpStatus })

/** Asks whenever it is time, from a moment on; returns when it asked, and how it ended. */
function run(answers: (count: number) => StatusAnswer, until: number) {
  let state: PollState = startPoll(NUMBER, 0)
  const asked: number[] = []
  for (let now = 0; now <= until; ) {
    const step = nextPoll(state, now)
    if (step.do === 'stop') return { asked, ended: step.because }
    if (step.do === 'wait') {
      expect(step.until).toBeGreaterThan(now)
      now = step.until
      continue
    }
    asked.push(now / 1000)
    state = JSON.parse(JSON.stringify(afterPoll(state, answers(asked.length), now))) as PollState
  }
  return { asked, ended: 'not yet' }
}

const MINUTE = 60_000

test('it asks at once, often at first, then less and less, until it is final', () => {
  const { asked, ended } = run(
    (count) => (count < 80 ? told('PROCESSING', false) : told('SUSPENDED', true)),
    60 * MINUTE,
  )
  expect(asked.slice(0, 20)).toEqual([...Array.from({ length: 16 }, (_, i) => 2 * i), 40, 50, 60, 70])
  expect(asked.slice(72, 76)).toEqual([600, 660, 720, 780])
  expect([asked.length, ended]).toEqual([80, 'final'])
})

test('a submission that is held is asked for every quarter of an hour, for ever', () => {
  const { asked, ended } = run(() => told('BLOCKED', false), 24 * 60 * MINUTE)
  expect(ended).toBe('not yet')
  expect(asked.at(-1)! - asked.at(-2)!).toBe(900)
})

test('not known within half a minute is no finding; three times afterwards it is one', () => {
  expect(run(() => notFound, 60 * MINUTE)).toMatchObject({ ended: 'notFound' })
  const { asked } = run(() => notFound, 60 * MINUTE)
  expect(asked.filter((second) => second >= 30)).toHaveLength(3)
  expect(run((count) => (count % 3 === 0 ? told('PROCESSING', false) : notFound), 5 * MINUTE).ended).toBe('not yet')
})

test('a token that no longer holds stops it; being closed does not', () => {
  expect(run(() => refused(401), MINUTE)).toEqual({ asked: [0], ended: 'refused' })
  expect(run((count) => (count < 9 ? refused(503) : told('SUSPENDED', true)), 60 * MINUTE).ended).toBe('final')
})

test('where nothing is answered, the pauses grow to five minutes', () => {
  const { asked, ended } = run(() => noAnswer, 60 * MINUTE)
  expect(asked.slice(0, 6)).toEqual([0, 2, 6, 14, 30, 62])
  expect(asked.at(-1)! - asked.at(-2)!).toBe(300)
  expect(ended).toBe('not yet')
})
