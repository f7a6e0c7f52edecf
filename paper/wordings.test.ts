import { expect, test } from 'vitest'
import { paperDiagnostics } from './paperDiagnostics.ts'
import { pdfDiagnostics } from './pdf/pdfDiagnostics.ts'
import { scanDiagnostics } from './scan/scanDiagnostics.ts'
import { paperWordings } from './wordings.ts'

test('every code of the room has one wording, in the hundred of its kind', () => {
  const kinds = [paperDiagnostics, pdfDiagnostics, scanDiagnostics].map((wordings) => Object.keys(wordings))
  expect(Object.keys(paperWordings)).toHaveLength(kinds.flat().length)
  for (const [i, codes] of kinds.entries())
    for (const code of codes) expect(code).toMatch(new RegExp(`^P${i + 1}\\d\\d$`))
})
