import { expect, test } from 'vitest'
import { renderHtml } from '../core/render/index.ts'
import { documentOf, form4 } from '../core/write/inventedFilings.mts'
import type { PaperForm } from './form/paperForm.ts'
import { readHtmlForms } from './html/readHtmlForms.ts'
import { faultsOf, tripOf } from './trip.mts'
import { printedTruth, truthEdition } from './truth.mts'

const document = documentOf(form4())
const truth = printedTruth(document)
const [form] = readHtmlForms(renderHtml(document)) as [PaperForm]
const issuer = truth.fields.get('issuer')!.text

/** The form with another issuer, whose words are so certain. */
function misread(certainty: number): PaperForm {
  const words = form.issuer!.words.map((word) => ({ ...word, certainty }))
  return { ...form, issuer: { ...form.issuer!, text: 'Another', words } }
}

test('a form that says what was printed has no faults', () => {
  expect(faultsOf(tripOf([form], truth, truthEdition(document)))).toEqual([])
})

test.each([
  [0.79, 'flagged'],
  [0.81, 'NOT FLAGGED'],
])('what is wrong with a certainty of %f is %s', (certainty, warning) => {
  expect(faultsOf(tripOf([misread(certainty)], truth))).toEqual([
    `issuer: expected "${issuer}", read "Another", certainty ${certainty}, ${warning}`,
  ])
})

test('a field that was not found is wrong, and nothing warns of it', () => {
  const { issuer: _, ...without } = form
  expect(faultsOf(tripOf([without], truth))).toEqual([
    `issuer: expected "${issuer}", read nothing, certainty 1.00, NOT FLAGGED`,
  ])
})

test('another edition is a fault where it is told which was printed', () => {
  expect(faultsOf(tripOf([form], truth, '2003'))).toEqual([
    `edition: expected "2003", read "${form.edition}", certainty 1.00, NOT FLAGGED`,
  ])
})

test.each([[[]], [[form, form]]])('no form, or two, is a fault of every field that anybody sees', (forms) => {
  const { outcomes } = tripOf(forms, truth)
  expect(outcomes).toHaveLength(1 + truth.fields.size)
  expect(outcomes.some(({ isRight, isFlagged }) => isRight || !isFlagged)).toBe(false)
})
