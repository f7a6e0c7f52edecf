import { expect, test } from 'vitest'
import { peopleTable } from './peopleTable.ts'

const ADA = { id: 'a', cik: '0009990001', name: 'Quill Ada' }
const BEN = { id: 'b', cik: null, name: 'Moss Ben' }
const INSIDERS = [ADA, BEN, { id: 'c', cik: '0009990003', name: 'Fern Cyd' }, { id: 'd', cik: null, name: 'Fern Cyd' }]
const FACTS = [
  { name: 'options', type: 'shares' },
  { name: 'isUnder16b3', type: 'yesNo' },
]

test('each line is somebody by CIK or name, with the answers of that line', () => {
  const text = 'insider,options,isUnder16b3\r\n9990001,500,Yes\r\nmoss ben,"750",\r\n'
  const factsOf = { a: { options: '500', isUnder16b3: true }, b: { options: '750' } }
  expect(peopleTable(text, INSIDERS, FACTS)).toEqual({ insiderIds: ['a', 'b'], factsOf })
  expect(peopleTable(text.replaceAll(',', '\t'), INSIDERS, FACTS)).toEqual({ insiderIds: ['a', 'b'], factsOf })
})

test.each([
  ['somebody unknown', 'insider,options\n9990002,5', ['line 2: “9990002” is none of the desk’s insiders']],
  ['a name of two', 'insider,options\nFern Cyd,5', ['line 2: “Fern Cyd” is several of the desk’s insiders']],
  ['somebody twice', 'insider,options\n9990001,5\nQuill Ada,6', ['line 3: “Quill Ada” stands here twice']],
  ['a column of no fact', 'insider,shares\n9990001,5', ['the recipe has no fact “shares”: options, isUnder16b3']],
  ['no people', 'options\n5', ['no column is called insider', 'line 2: “” is none of the desk’s insiders']],
  ['a cell too many', 'insider,options\n9990001,1,000', ['line 2: 3 cells, not 2']],
  ['nobody', 'insider,options\n', ['there is nobody in it']],
])('%s is said, and there is no table', (_, text, problems) => {
  expect(peopleTable(text, INSIDERS, FACTS)).toEqual({ problems })
})
