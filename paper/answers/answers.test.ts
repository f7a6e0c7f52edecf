import { expect, test } from 'vitest'
import { type Answers, readAnswers, writeAnswers } from './answers.ts'

const ANSWERS: Answers = {
  by: 'Ada Example',
  on: '2026-11-26',
  of: 'a'.repeat(64),
  form: 2,
  answers: {
    '/ownershipDocument/issuer/issuerCik': '42',
    '/ownershipDocument/aff10b5One': false,
    '/ownershipDocument/remarks': null,
  },
}

test('answers that were saved are read again as they were', () => {
  expect(readAnswers(writeAnswers([ANSWERS]))).toEqual({ answers: [ANSWERS], diagnostics: [] })
  expect(readAnswers(writeAnswers([ANSWERS, { ...ANSWERS, form: 1 }])).answers).toHaveLength(2)
})

test.each([
  ['{', 'it is no JSON'],
  ['7', 'an object'],
  ['{"on": "2026-11-26", "answers": {}}', '"by"'],
  ['{"by": "Ada", "answers": {}}', '"on"'],
  ['{"by": "Ada", "on": "today"}', '"answers"'],
  ['{"by": "Ada", "on": "today", "answers": []}', '"answers"'],
  ['{"by": "Ada", "on": "today", "answers": {"/x": 7.5}}', '/x'],
  ['{"by": "Ada", "on": "today", "of": "seed.txt", "answers": {}}', '"of"'],
  ['{"by": "Ada", "on": "today", "form": 0, "answers": {}}', '"form"'],
  ['{"by": "Ada", "on": "today", "answer": {}, "answers": {}}', '"answer" is not known'],
])('%s is refused: %s', (text, problem) => {
  const { answers, diagnostics } = readAnswers(text)
  expect(answers).toEqual([])
  expect(diagnostics.map(({ code, data }) => `${code} ${data.problem}`)).toEqual([
    expect.stringMatching(`^P150 .*${problem}`),
  ])
})
