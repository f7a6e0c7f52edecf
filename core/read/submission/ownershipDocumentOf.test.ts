import { describe, expect, test } from 'vitest'
import { locateOwnershipXml, ownershipDocumentOf } from './ownershipDocumentOf.ts'
import { readSubmission } from './readSubmission.ts'

const XML = '<?xml version="1.0"?>\n<!-- made up -->\n<ownershipDocument>\n</ownershipDocument>\n'

const submissionOf = (
  form: string,
  ...documents: [type: string, content: string][]
) => `<SEC-DOCUMENT>0009999999-24-000001.txt : 20240102
<SEC-HEADER>0009999999-24-000001.hdr.sgml : 20240102
ACCESSION NUMBER:\t\t0009999999-24-000001
CONFORMED SUBMISSION TYPE:\t${form}
</SEC-HEADER>
${documents.map(([type, content]) => `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>1\n<FILENAME>same.xml\n<TEXT>\n${content}</TEXT>\n</DOCUMENT>\n`).join('')}</SEC-DOCUMENT>
`

function find(text: string) {
  const { found, diagnostics } = ownershipDocumentOf(text, readSubmission(text))
  return {
    type: found?.document.type,
    xml: found && text.slice(found.start, found.end),
    told: diagnostics.map(({ code, data }) => [code, data]),
  }
}

describe('the ownership document', () => {
  test.each(['3', '3/A', '4', '4/A', '5', '5/A'])('of form %s is found', (form) => {
    expect(find(submissionOf(form, [form, `<XML>\n${XML}</XML>\n`]))).toEqual({ type: form, xml: XML, told: [] })
  })

  test('is found behind an exhibit, and one that speaks of it is not taken', () => {
    const speaking: [string, string] = ['EX-99', 'see <ownershipDocument> below\n']
    expect(find(submissionOf('4', speaking, ['4', `<XML>\n${XML}</XML>\n`]))).toEqual({ type: '4', xml: XML, told: [] })
  })

  test('is found without <XML> around it', () => {
    expect(find(submissionOf('4', ['4', XML]))).toEqual({ type: '4', xml: XML, told: [] })
  })

  test('of the right type wins over one of another', () => {
    const other = XML.replace('made up', 'copy')
    const text = submissionOf('4', ['EX-99', `<XML>\n${other}</XML>\n`], ['4', `<XML>\n${XML}</XML>\n`])
    expect(find(text)).toEqual({ type: '4', xml: XML, told: [] })
  })

  test('in a document of another type is taken, and that is told', () => {
    expect(find(submissionOf('4', ['EX-99', XML]))).toEqual({
      type: 'EX-99',
      xml: XML,
      told: [['R224', { type: 'EX-99' }]],
    })
  })

  test('may be another form than the header’s', () => {
    expect(find(submissionOf('4', ['4/A', XML])).told).toEqual([['R225', { header: '4', document: '4/A' }]])
  })

  test('is the first of several', () => {
    const second = XML.replace('made up', 'second')
    const text = submissionOf('4', ['EX-24', 'words\n'], ['4', XML], ['4', second])
    expect(find(text)).toEqual({ type: '4', xml: XML, told: [['R221', { count: 2, document: 2 }]] })
  })

  test.each([
    ['typed text', 'FORM 4\n'],
    ['HTML', '<HTML><BODY>FORM 4</BODY></HTML>\n'],
  ])('is not there in a form on paper, as %s', (kind, content) => {
    const told = [['R222', { document: 2, type: '4', kind }]]
    expect(find(submissionOf('4', ['EX-24', 'words\n'], ['4', content]))).toEqual({
      type: undefined,
      xml: undefined,
      told,
    })
  })

  test('is not there where no document is such a form', () => {
    expect(find(submissionOf('8-K', ['8-K', 'words\n'])).told).toEqual([['R223', { found: 1, formType: '8-K' }]])
    expect(find('').told).toEqual([['R223', { found: 0, formType: '' }]])
  })
})

describe('the quick way', () => {
  const quick = (text: string) => {
    const at = locateOwnershipXml(text)
    return at && text.slice(at.start, at.end)
  }

  test('finds the same XML', () => {
    expect(quick(submissionOf('4', ['EX-24', 'words\n'], ['4', `<XML>\n${XML}</XML>\n`]))).toBe(XML)
    expect(quick(submissionOf('4', ['4', XML], ['EX-24', 'words\n']))).toBe(XML)
    expect(quick(submissionOf('4', ['4', `<XML>\n${XML}</XML>\n`]).replaceAll('\n', '\r'))).toBe(
      XML.replaceAll('\n', '\r'),
    )
  })

  test('finds a bare document, whatever stands before it', () => {
    expect(quick(XML)).toBe(XML)
    expect(quick(`\ufeff\n${XML}`)).toBe(XML)
    expect(quick('<ownershipDocument/>')).toBe('<ownershipDocument/>')
  })

  test('leaves to the careful way what is not simple', () => {
    expect(quick(submissionOf('4', ['EX-99', 'see <ownershipDocument>\n'], ['4', XML]))).toBeUndefined()
    expect(quick(submissionOf('4', ['4', 'FORM 4\n']))).toBeUndefined()
    expect(quick('<ownershipDocumentary/>')).toBeUndefined()
    expect(quick('')).toBeUndefined()
  })
})
