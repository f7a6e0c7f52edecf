import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LabelText } from './findLabel.ts'
import { folded } from './likeness.ts'

const find = (text: string, label: string, most = 0.25) => new LabelText(text.split(' ')).find(label, most)

test.each<[string, string, [number, number] | undefined]>([
  ['1. Name and Address of Reporting Person* EXAMPLE ADA', 'Name and Address of Reporting Person', [1, 7]],
  ['X Directo r 10% Ow ner', 'Director', [1, 3]],
  ['X Directo r 10% Ow ner', '10% Owner', [3, 6]],
  ['Tal ole I - Non-De erivativ', 'Table I - Non-Der', [0, 5]],
  ['Narne and Addross', 'Name and Address', [0, 3]],
  ['Common Stock', 'Director', undefined],
  ['', 'Director', undefined],
])('in %j the label %j is at %j', (text, label, place) => {
  const found = find(text, label, 0.35)
  expect(found && [found.from, found.to]).toEqual(place)
})

test('what is taken is found no more', () => {
  const text = new LabelText(['Officer', 'Officer'])
  for (const from of [0, 1]) {
    const found = text.find('Officer', 0)
    expect(found?.from).toBe(from)
    text.take(found!)
  }
  expect(text.find('Officer', 0)).toBeUndefined()
  expect([text.isFree(0), text.isFree(1)]).toEqual([false, false])
})

/** Every stretch of the text compared with the label: slow and obvious. */
function best(text: string, label: string): number {
  const letters = folded(text)
  const needle = folded(label)
  let least = Number.POSITIVE_INFINITY
  for (let from = 0; from < letters.length; from++)
    for (let to = from + 1; to <= letters.length; to++)
      least = Math.min(least, distance(letters.slice(from, to), needle))
  return least / needle.length
}

function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const rest = (x: string) => x.slice(1)
  if (a[0] === b[0]) return distance(rest(a), rest(b))
  return 1 + Math.min(distance(rest(a), b), distance(a, rest(b)), distance(rest(a), rest(b)))
}

test('no stretch of the text is more like the label than the one found', () => {
  const letters = fc.stringMatching(/^[abn ]{1,7}$/).filter((text) => folded(text) !== '')
  fc.assert(
    fc.property(letters, fc.stringMatching(/^[abn]{2,4}$/), (text, label) => {
      const found = find(text, label, 1)
      const difference = best(text, label)
      if (difference < 1) expect(found?.difference).toBe(difference)
    }),
    { numRuns: 300 },
  )
})
