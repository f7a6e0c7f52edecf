import { describe, expect, test, vi } from 'vitest'
import { exhibitText } from './exhibitText.ts'
import { pdfOf, wordFile, zipOf } from './inventedWord.mts'
import { POWER_LIMITS } from './limits.ts'
import { DOCX, powerText } from './powerText.ts'

// A thread begins slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`
const codes = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) => diagnostics.map(({ code }) => code)
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a Word file', () => {
  test('gives its words with changes accepted, without what is hidden or there twice', async () => {
    const body = [
      paragraph(
        '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>',
        run('POWER'),
        run(' OF &#x201C;ATTORNEY&#x201D;'),
      ),
      paragraph(run('I'), '<w:r><w:tab/><w:t>appoint</w:t><w:br/><w:t>Ann</w:t><w:noBreakHyphen/><w:t>Bo</w:t></w:r>'),
      paragraph(
        `<w:ins>${run('my ')}</w:ins>`,
        '<w:del><w:r><w:delText>his</w:delText></w:r></w:del>',
        `<w:moveFrom>${run('gone ')}</w:moveFrom>`,
        run('hidden', '<w:vanish/>'),
        run('shown', '<w:vanish w:val="false"/>'),
      ),
      `<mc:AlternateContent><mc:Choice>${paragraph(run('box'))}</mc:Choice><mc:Fallback>${paragraph(run('box'))}</mc:Fallback></mc:AlternateContent>`,
    ].join('')
    expect(await powerText(DOCX, wordFile(body))).toEqual({
      text: 'POWER OF "ATTORNEY"\nI    appoint\nAnn-Bo\nmy shown\nbox\n',
      diagnostics: [],
    })
  })

  test('says what Word draws and the text lacks', async () => {
    const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>'
    const body =
      paragraph(numbered, run('execute Forms 3, 4 and 5')) + paragraph('<w:r><w:drawing/></w:r>', run('Zo\u00eb'))
    const read = await powerText(DOCX, wordFile(body))
    expect(codes(read)).toEqual(['D562', 'D563', 'D564'])
    // No letter is replaced by another.
    expect(read.text).toBe('execute Forms 3, 4 and 5\nZo\u00eb\n')
  })

  test('that is none is refused, with why', async () => {
    for (const odd of [bytesOf('no archive'), zipOf('mimetype', 'application/zip'), new Uint8Array()])
      expect(await powerText(DOCX, odd)).toMatchObject({ text: undefined, diagnostics: [{ code: 'D560' }] })
    expect(codes(await powerText(DOCX, wordFile(paragraph())))).toEqual(['D561'])
  })
})

describe('a PDF', () => {
  test('gives the words that it says itself', async () => {
    const { text, diagnostics } = await powerText('application/pdf', pdfOf('POWER OF ATTORNEY', 'I appoint Ann Agent.'))
    expect(text).toBe('POWER OF ATTORNEY\nI appoint Ann Agent.\n')
    expect(diagnostics).toEqual([])
  })

  test('without words is a picture; one that is none is refused', async () => {
    expect(codes(await powerText('application/pdf', pdfOf()))).toEqual(['D561'])
    expect(codes(await powerText('application/pdf', bytesOf('none')))).toEqual(['D560'])
  })
})

test('a text may come in UTF-8 or from Windows, and not without end', async () => {
  const read = async (bytes: Uint8Array) => (await powerText('text/plain', bytes)).text
  expect(await read(bytesOf('\ufeff\u201cI\u201d\r\nappoint\r\n'))).toBe('"I"\nappoint\n')
  expect(await read(Uint8Array.of(0x93, 0x49, 0x94))).toBe('"I"\n')
  expect(codes(await powerText('text/plain', bytesOf('x'.repeat(POWER_LIMITS.characters + 1))))).toEqual(['D560'])
})

test('lines are wrapped at spaces, and long words stay whole', () => {
  const words = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ')
  const { text } = exhibitText(`${words}\n${'x'.repeat(100)}\n\n\n\nend`)
  const lines = text.trimEnd().split('\n')
  expect(lines.slice(0, -3).join(' ')).toBe(words)
  expect(Math.max(...lines.slice(0, -3).map(({ length }) => length))).toBeLessThanOrEqual(80)
  expect(lines.slice(-3)).toEqual(['x'.repeat(100), '', 'end'])
})
