import { describe, expect, test } from 'vitest'
import { saxesTree } from '../../tools/testing/saxesTree.ts'
import { mend } from './mend.ts'

/** An invented document; what is broken stands in it between line ends of its own. */
const filing = (content: string) => `<?xml version="1.0"?>\n<ownershipDocument>\n${content}\n</ownershipDocument>\n`
const amounts = (content: string) =>
  filing(
    `<nonDerivativeTable><nonDerivativeTransaction><transactionAmounts>${content}</transactionAmounts></nonDerivativeTransaction></nonDerivativeTable>`,
  )

interface Case {
  name: string
  broken: string
  mended: string
  /** Codes with the text of the source at their place. */
  repairs: [code: string, at: string][]
}

const CASES: Case[] = [
  {
    name: 'the start tag of a group is missing',
    broken: filing('<issuerCik>0001234567</issuerCik></issuer>'),
    mended: filing('<issuer><issuerCik>0001234567</issuerCik></issuer>'),
    repairs: [['R139', '<issuerCik>']],
  },
  {
    name: 'a bare ampersand',
    broken: filing('<remarks>Zephyr & Quill &amp; Co &copy; &#0; &</remarks>'),
    mended: filing('<remarks>Zephyr &amp; Quill &amp; Co &amp;copy; &amp;#0; &amp;</remarks>'),
    repairs: [
      ['R140', '& Quill'],
      ['R140', '&copy;'],
      ['R140', '&#0;'],
      ['R140', '&</remarks>'],
    ],
  },
  {
    name: 'a long reference is one',
    broken: filing(`<remarks>&#${'0'.repeat(60)}65; &</remarks>`),
    mended: filing(`<remarks>&#${'0'.repeat(60)}65; &amp;</remarks>`),
    repairs: [['R140', '&</remarks>']],
  },
  {
    name: 'a bare less-than sign',
    broken: filing('<remarks>if x < 5 or <5 and y <= 6</remarks>'),
    mended: filing('<remarks>if x &lt; 5 or &lt;5 and y &lt;= 6</remarks>'),
    repairs: [
      ['R141', '< 5'],
      ['R141', '<5'],
      ['R141', '<= 6'],
    ],
  },
  {
    name: 'a name cut by a line end',
    broken: filing('<footnotes><foot\nnote id="F1">a</foot\nnote></footnotes>'),
    mended: filing('<footnotes><footnote id="F1">a</footnote></footnotes>'),
    repairs: [
      ['R142', '<foot\nnote'],
      ['R142', '</foot\nnote>'],
    ],
  },
  {
    name: 'an attribute cut by a line end',
    broken: amounts('<transactionShares><footno\r\nteId id="F1"/></transactionShares>'),
    mended: amounts('<transactionShares><footnoteId id="F1"/></transactionShares>'),
    repairs: [['R142', '<footno\r\nteId']],
  },
  {
    name: 'the rest of a name repeated in the tag',
    broken: filing('<nonDerivativeTable ativeTable></nonDerivativeTable>'),
    mended: filing('<nonDerivativeTable></nonDerivativeTable>'),
    repairs: [['R143', '<nonDerivativeTable ativeTable>']],
  },
  {
    name: 'an attribute without quotation marks',
    broken: amounts('<transactionShares><footnoteId id=F2/></transactionShares>'),
    mended: amounts('<transactionShares><footnoteId id="F2"/></transactionShares>'),
    repairs: [['R143', '<footnoteId id=F2/>']],
  },
  {
    name: 'a comment with dashes, a section outside, an instruction without a name',
    broken: filing('<!-- a -- b --><? c?><remarks>d</remarks>'),
    mended: filing('<remarks>d</remarks>'),
    repairs: [
      ['R143', '<!-- a -- b -->'],
      ['R143', '<? c?>'],
    ],
  },
  {
    name: 'what is well-formed beside what is not stays',
    broken: filing('<!-- a --><?xml-stylesheet b?><remarks><![CDATA[c & d]]> & e</remarks>'),
    mended: filing('<!-- a --><?xml-stylesheet b?><remarks><![CDATA[c & d]]> &amp; e</remarks>'),
    repairs: [['R140', '& e']],
  },
  {
    name: 'the end of a section in text',
    broken: filing('<remarks>a ]]> b</remarks>'),
    mended: filing('<remarks>a ]]&gt; b</remarks>'),
    repairs: [['R143', ']]> b']],
  },
  {
    name: 'an end tag of another name',
    broken: filing('<issuer><issuerName>Quill Corp</issuerNam></issuer>'),
    mended: filing('<issuer><issuerName>Quill Corp</issuerName></issuer>'),
    repairs: [['R144', '</issuerNam>']],
  },
  {
    name: 'an end tag that is missing before its parent ends',
    broken: filing('<issuer><issuerName>Quill Corp</issuer>'),
    mended: filing('<issuer><issuerName>Quill Corp</issuerName></issuer>'),
    repairs: [['R145', '</issuer>']],
  },
  {
    name: 'an end tag that is missing before the next element',
    broken: filing('<issuer><issuerCik>42<issuerName>Quill Corp</issuerName></issuer>'),
    mended: filing('<issuer><issuerCik>42</issuerCik><issuerName>Quill Corp</issuerName></issuer>'),
    repairs: [['R145', '<issuerName>']],
  },
  {
    name: 'an end tag that closes nothing',
    broken: filing('</issuer><issuer><issuerName>Quill Corp</issuerName></issuer>'),
    mended: filing('<issuer><issuerName>Quill Corp</issuerName></issuer>'),
    repairs: [['R146', '</issuer><issuer>']],
  },
  {
    name: 'a character that XML does not allow',
    broken: filing('<remarks>a\0b\u001f</remarks>'),
    mended: filing('<remarks>a\ufffdb\ufffd</remarks>'),
    repairs: [
      ['R147', '\0b'],
      ['R147', '\u001f</remarks>'],
    ],
  },
  {
    name: 'something before and after the root',
    broken: `<XML>\n${filing('<remarks>a</remarks>')}</XML>\n`,
    mended: '<ownershipDocument>\n<remarks>a</remarks>\n</ownershipDocument>',
    repairs: [
      ['R148', '<XML>\n<?xml'],
      ['R148', '\n</XML>\n'],
    ],
  },
  {
    name: 'a declaration that is none',
    broken: filing('').replace('version="1.0"', 'version=1.0'),
    mended: '<ownershipDocument>\n\n</ownershipDocument>\n',
    repairs: [['R148', '<?xml version=1.0?>']],
  },
  {
    name: 'cut off in a value',
    broken: '<ownershipDocument><issuer><issuerName>Quill Co',
    mended: '<ownershipDocument><issuer><issuerName>Quill Co</issuerName></issuer></ownershipDocument>',
    repairs: [
      ['R145', ''],
      ['R145', ''],
      ['R145', ''],
    ],
  },
  {
    name: 'cut off in a tag',
    broken: '<ownershipDocument><remarks>a</rema',
    mended: '<ownershipDocument><remarks>a</remarks></ownershipDocument>',
    repairs: [
      ['R144', '</rema'],
      ['R145', ''],
    ],
  },
]

describe('a repair', () => {
  test.each(CASES)('$name', ({ broken, mended, repairs }) => {
    const result = mend(broken)
    expect(result.text).toBe(mended)
    const places = result.repairs.map(({ code, at }) => [code, broken.slice(at.offset).slice(0, 40)])
    expect(places).toEqual(repairs.map(([code, at]) => [code, expect.stringMatching(startsWith(at))]))
    expect(result.complete).toBe(true)
    expect(saxesTree(broken)).toHaveProperty('complaint')
    expect(saxesTree(mended)).not.toHaveProperty('complaint')
  })

  test('every code of mending has its case; R149 is that of decoding', () => {
    const codes = new Set(CASES.flatMap(({ repairs }) => repairs.map(([code]) => code)))
    expect([...codes].sort()).toEqual(Array.from({ length: 10 }, (_, i) => `R${139 + i}`))
  })

  test('offsets lead back to the source', () => {
    const source = '<ownershipDocument><remarks>a & b</remarks><rema\nrks>c</remarks></ownershipDocument>'
    const { text, toSource } = mend(source)
    for (const word of ['a ', ' b', '</remarks>', 'c<', '</ownershipDocument>']) {
      expect(source.slice(toSource(text.lastIndexOf(word))).startsWith(word), word).toBe(true)
    }
    expect(toSource(text.length)).toBe(source.length)
  })
})

describe('mending is given up', () => {
  test.each([
    ['beyond a thousand repairs', filing(`<remarks>${'& '.repeat(1002)}</remarks>`)],
    ['beyond a thousand repairs in many places', filing('<remarks>&</remarks>'.repeat(1002))],
    ['beyond the depth', `<ownershipDocument>${'<a>'.repeat(102)}`],
  ])('%s', (_, source) => expect(mend(source).complete).toBe(false))

  test('beyond the nodes', () => {
    const limits = { bytes: 1e6, depth: 100, attributes: 100, nodes: 50 }
    expect(mend(filing('&'.concat('<a/>'.repeat(60))), limits).complete).toBe(false)
    expect(mend(filing('&'.concat('<a/>'.repeat(40))), limits).complete).toBe(true)
  })
})

function startsWith(text: string): RegExp {
  return text === '' ? /^$/ : new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`)
}
