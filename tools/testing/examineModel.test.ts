import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examineModel } from './examineModel.ts'
import { anyDocument } from './randomModel.ts'
import { VIOLATIONS } from './violations.ts'
import { schemaComplaints } from './xsd.ts'

test('what is written of a valid document reads back the same, in XML, JSON and the form for filing', () => {
  const runs = fc.property(anyDocument(), (document) => {
    const { roundTrip, json, submission } = examineModel(document)
    expect({ roundTrip, json, submission }).toEqual({ roundTrip: [], json: [], submission: [] })
  })
  fc.assert(runs, { seed: 16, numRuns: 60 })
})

test('the schema sees every violation that is put into a valid form', () => {
  const applied = new Set<string>()
  for (const document of fc.sample(anyDocument(), { seed: 16, numRuns: 12 })) {
    const { form } = examineModel(document)
    for (const [name, violate] of Object.entries(VIOLATIONS)) {
      const broken = violate(form)
      if (broken === form) continue
      applied.add(name)
      expect([name, schemaComplaints(broken, String(document.documentType.value))]).not.toEqual([name, []])
    }
  }
  expect([...applied].sort()).toEqual(Object.keys(VIOLATIONS).sort())
})
