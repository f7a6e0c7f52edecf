import { expect, test, vi } from 'vitest'
import { readPaper } from './readPaper.ts'

vi.mock('./html/readHtmlForms.ts', () => ({
  readHtmlForms: () => {
    throw new TypeError('no such cell.\n  at nowhere')
  },
}))

const PAGE = '<html><body>FORM 4 Beneficial ownership. Section 16. Reporting person. Issuer. Derivative.</body></html>'
const SUBMISSION = `<SEC-DOCUMENT>0000000001-99-000001.txt : 19990101
<TYPE>4
<DOCUMENT>
<TYPE>4
<TEXT>
${PAGE}
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`

test.each([
  ['a page', PAGE, 'html'],
  ['a submission', SUBMISSION, undefined],
])('what breaks a reader is said of the file, %s, and costs no other', async (_, text, kind) => {
  const result = await readPaper({ name: 'x', bytes: Buffer.from(text) })
  expect([result.kind, result.readings]).toEqual([kind, []])
  expect(result.diagnostics).toEqual([
    { code: 'P107', severity: 'doubt', at: {}, data: { why: 'TypeError: no such cell' } },
  ])
})
