import { describe, expect, it } from 'vitest'
import { writeOwnershipXml } from '../write/xml.ts'
import { compareXml } from './compareXml.ts'
import { lossReport } from './loss.ts'
import { readOwnershipXml } from './ownershipXml.ts'

const SOURCE =
  '<ownershipDocument><remarks>a &amp; b</remarks><footnotes><footnote id="F1">x y</footnote></footnotes></ownershipDocument>'

describe('compareXml', () => {
  it('tells the same text from the same document', () => {
    expect(compareXml(SOURCE, SOURCE)).toEqual({ same: 'text', lost: [] })
    for (const written of [
      SOURCE.replaceAll('><', '>\n  <'),
      SOURCE.replace('&amp;', '&#38;'),
      SOURCE.replace('"F1"', "'F1'"),
      SOURCE.replace('x y', '<![CDATA[x y]]>'),
      SOURCE.replace('</ownershipDocument>', '</ownershipDocument >\n'),
    ])
      expect(compareXml(SOURCE, written).same).toBe('canonical')
  })

  it.each([
    ['a text', 'a &amp; b', 'a &amp; c', ['text /ownershipDocument/remarks a & b']],
    ['white space in a text', 'x y', 'x  y', ['text /ownershipDocument/footnotes/footnote x y']],
    ['an attribute', ' id="F1"', '', ['attribute /ownershipDocument/footnotes/footnote F1']],
    [
      'an element',
      '<remarks>a &amp; b</remarks>',
      '',
      ['element /ownershipDocument/remarks ', 'text /ownershipDocument/remarks a & b'],
    ],
    ['a comment', SOURCE.slice(-20), `<!-- c -->${SOURCE.slice(-20)}`, []],
  ])('sees that %s is different', (_, from, to, expected) => {
    const { same, lost } = compareXml(SOURCE, SOURCE.replace(from, to))
    expect(same).toBe('no')
    expect(lost.map(({ kind, path, value }) => `${kind} ${path} ${value}`)).toEqual(expected)
  })

  it('sees elements change places, although none is lost', () => {
    const swapped = '<a><b>2</b><b>1</b></a>'
    expect(compareXml('<a><b>1</b><b>2</b></a>', swapped)).toEqual({ same: 'no', lost: [] })
  })

  it('has lost everything where what was written is no XML', () => {
    expect(compareXml('<a>1</a>', '<a>1').lost).toHaveLength(2)
  })

  it('does not call lost what the loss report holds', () => {
    const source = SOURCE.replace('<remarks>', '<new><remarks>1</remarks></new><remarks lang="en">')
    const loss = lossReport(readOwnershipXml(source))
    expect(compareXml(source, SOURCE).lost).toHaveLength(4)
    expect(compareXml(source, SOURCE, loss)).toEqual({ same: 'no', lost: [] })
    expect(compareXml(source, SOURCE.replace('x y', ''), loss).lost).toHaveLength(1)
  })

  it('detects a line taken out of the model between reading and writing', () => {
    const { document } = readOwnershipXml(SOURCE)
    document!.footnotes.footnotes.pop()
    const { same, lost } = compareXml(SOURCE, writeOwnershipXml(document!))
    expect(same).toBe('no')
    expect(lost.map(({ kind }) => kind)).toEqual(['element', 'attribute', 'text'])
  })
})
