import { describe, expect, test } from 'vitest'
import { plainTree, saxesTree } from '../../../tools/testing/saxesTree.ts'
import { LIMITS } from '../limits.ts'
import { isProblem, parseXml } from './parse.ts'
import type { XmlTree } from './tree.ts'

describe('what is not well-formed is refused at its place', () => {
  test.each([
    // source with ^ before the place, code
    ['<a>^\0</a>', 'R110'],
    ['<a b="^\ufffe"/>', 'R110'],
    ['<!-- ^\x1f --><a/>', 'R110'],
    ['<a>^\udc00</a>', 'R110'],
    ['^<?xml?><a/>', 'R111'],
    ['^<?xml version="2.0"?><a/>', 'R111'],
    ['^<?xml encoding="UTF-8"?><a/>', 'R111'],
    ['^<?xml version="1.0"encoding="UTF-8"?><a/>', 'R111'],
    ['^<?xml version="1.0" standalone="yes" encoding="UTF-8"?><a/>', 'R111'],
    ['^<?xml version="1.0"', 'R111'],
    ['<a>^<b>', 'R112'],
    ['^<a>', 'R112'],
    ['<?xml version="1.0"?>\n^', 'R113'],
    ['<!-- a -->^', 'R113'],
    ['^x<a/>', 'R114'],
    ['<a/>\n^x', 'R114'],
    ['<a/>^<b/>', 'R114'],
    ['<a/>^&#32;', 'R114'],
    ['\ufeff^\ufeff<a/>', 'R114'],
    ['<a>b^]]>c</a>', 'R115'],
    ['<a>b]^]]></a>', 'R115'],
    ['<a>b ^& c</a>', 'R116'],
    ['<a>&amp;^&c;</a>', 'R116'],
    ['<a>&amp;^&c</a>', 'R116'],
    ['<a>^&#0;</a>', 'R116'],
    ['<a>^< b</a>', 'R117'],
    ['<a>^<1/></a>', 'R117'],
    ['<a>^</></a>', 'R117'],
    ['<a>^</ a></a>', 'R117'],
    ['<a>^<!ELEMENT b></a>', 'R117'],
    ['<a>^<!doctype b></a>', 'R117'],
    ['^<![CDATA[b]]><a/>', 'R117'],
    ['<a/>^<![CDATA[b]]>', 'R117'],
    ['<a>^<![cdata[b]]></a>', 'R117'],
    ['<a ^b/>', 'R118'],
    ['<a ^b=c/>', 'R118'],
    ['<a ^b="c/>', 'R118'],
    ['<a b="c"^d="e"/>', 'R118'],
    ['<a /^ >', 'R118'],
    ['<a^"/>', 'R118'],
    ['<a b="^<"/>', 'R119'],
    ['<a b="^&c;"/>', 'R119'],
    ['<a b="^&"/>', 'R119'],
    ['<a b="1" ^b="2"/>', 'R120'],
    ['<a>^</b>', 'R121'],
    ['<a>^</A>', 'R121'],
    ['<a/>^</a>', 'R121'],
    ['<a>^<!-- b', 'R122'],
    ['<a>^<!-- b -- c --></a>', 'R122'],
    ['<a>^<!-- b ---></a>', 'R122'],
    ['<a>^<!---></a>', 'R122'],
    ['<a>^<![CDATA[b</a>', 'R122'],
    ['<a>^<?b', 'R123'],
    ['<a>^<? b?></a>', 'R123'],
    ['<a>^<?xml version="1.0"?></a>', 'R123'],
    ['\n^<?xml version="1.0"?><a/>', 'R123'],
    ['<a>^<?XML?></a>', 'R123'],
    ['<a>^<?b?c?></a>', 'R123'],
    ['<a>^<?1?></a>', 'R123'],
  ])('%j: %s', (marked, code) => {
    const at = marked.indexOf('^')
    const source = marked.slice(0, at) + marked.slice(at + 1)
    expect(parseXml(source)).toMatchObject({ code, offset: at })
  })
})

test('a DOCTYPE is refused by policy, wherever it stands', () => {
  expect(parseXml('<!DOCTYPE a><a/>')).toMatchObject({ code: 'R101', offset: 0 })
  expect(parseXml('<a><!DOCTYPE a></a>')).toMatchObject({ code: 'R101', offset: 3 })
})

describe('limits', () => {
  const codeOf = (source: string, limits: Partial<typeof LIMITS>) => {
    const parsed = parseXml(source, { ...LIMITS, ...limits })
    return isProblem(parsed) ? parsed.code : 'read'
  }

  test.each([
    ['depth', 3, '<a><a><a><b/></a></a></a>', '<a><a><a><a></a></a></a></a>', 'R102'],
    ['attributes', 2, '<a b="1" c="2"/>', '<a b="1" c="2" d="3"/>', 'R103'],
    ['nodes', 4, '<a>b<c/></a>', '<a>b<c/>d</a>', 'R104'],
  ])('%s of %i', (limit, most, within, beyond, code) => {
    expect(codeOf(within, { [limit]: most })).toBe('read')
    expect(codeOf(beyond, { [limit]: most })).toBe(code)
  })
})

test.each([
  '<a/>',
  '<a />',
  '<a></a >',
  '\ufeff<a/>',
  '\n\t <a/>\r\n',
  '<?xml version="1.0"?><a/>',
  '<?xml version = \'1.0\' encoding = "us-ascii" standalone="no" ?><a/>',
  `<?xml version="1.0"${' '.repeat(2000)}?><a/>`,
  '<?xml version="1.1"?><a>\u0085</a>',
  '<?xml-stylesheet href="b"?><a/>',
  '<!-- b --><?c?><a/><!-- d --><?e f ?>',
  '<a b="1" c=\'"2"\' d = "&lt;&#10;x&#13;"/>',
  '<a b="1\n2\r\n3\t4\r5"/>',
  '<a>1\n2\r\n3\r4</a>',
  '<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x1F4C8;</a>',
  '<a>]]&gt; ]] > ></a>',
  '<a><![CDATA[<b>&c;]]]]><![CDATA[>\r\n]]></a>',
  '<a><![CDATA[]]><!----><?b?><?c  d? ?></a>',
  '<a>\u0080\u0085\u00a0\u2028\ufeff\u{10ffff}</a>',
  '<é:_ö.-·1 à="b"/>',
  '<\u{10000}\u0300/>',
  '<a><b>c</b>d<b/>e<!-- f -->g</a>',
  '<__proto__ constructor="a" __proto__="b"/>',
])('%j is read as saxes reads it', (source) => {
  const tree = parseXml(source) as XmlTree
  expect(isProblem(tree)).toBe(false)
  expect(plainTree(source, tree)).toEqual(saxesTree(source))
})

test('offsets join up to the source', () => {
  const source = '<a b="c"> d <e/><!--f--><![CDATA[g]]><?h?></a>'
  const { root } = parseXml(source) as XmlTree
  const parts = root.children.map(({ start, end }) => source.slice(start, end))
  expect(parts).toEqual([' d ', '<e/>', '<!--f-->', '<![CDATA[g]]>', '<?h?>'])
  expect([root.start, root.openEnd, root.closeStart, root.end].map((at) => source.slice(0, at).length)).toEqual([
    0, 9, 42, 46,
  ])
})
