import { elementNames } from '../../core/model/elements.ts'
import type { Random } from './random.ts'

/** Changes a source at one place. What comes out may be well-formed or not, and may be the same. */
type Mutation = (source: string, random: Random) => string

/** Characters to strew in: of markup, control, beyond ASCII, not allowed in XML, halves of surrogate pairs. */
const NOISE = [
  ...Array.from('<>&"\'/=?!-[];:#xX aZ09_.%'),
  ...Array.from('\t\n\r\0\x01\x0b\x0c\x1f\x7f\x80\x85\x9f\xa0\xad\xb7\xc9\xd7\xf7\xff'),
  ...Array.from('\u0130\u037e\u0300\u200c\u2028\u2029\u203f\u3000\u3001\ufeff\ufffd\ufffe\uffff'),
  ...Array.from('\u{10000}\u{1f4c8}\u{f0000}'),
  '\ud800',
  '\udc00',
]

const REFERENCES = (
  '&amp; &lt; &gt; &quot; &apos; &#65; &#x41; &#x4a; &#X41; &#x1F4C8; &#10; &#13; &#xd; &#9; &#x85; &#0; &#1; ' +
  '&#xD800; &#xFFFE; &#x110000; &#99999999999999999999; &#00000000000000000000000000000000000000065; &foo; &AMP; ' +
  '&nbsp; &#; &#x; &; & &amp &&amp; &amp;amp; &#65;&#66; &a b; &#6 5; &toString; &__proto__; &constructor;'
).split(' ')

const MARKUP = [
  ['<!-- a comment -->', '<!---->', '<!-- a -- b -->', '<!--->', '<!-- a --->', '<!-- unfinished', '-->', '<!-'],
  [
    '<![CDATA[a < b && c]]>',
    '<![CDATA[]]>',
    '<![CDATA[]]]>',
    '<![CDATA[ ]] > ]]>',
    '<![cdata[x]]>',
    '<![CDATA[',
    '<![',
  ],
  [']]>', ']]&gt;', ']] >', ']', '<?go on?>', '<?go?>', '<?go ?a?>', '<?go?a?>', '<?go??>', '<? go?>', '<?go', '?>'],
  ['<?xml version="1.0"?>', '<?xml?>', '<?XML a?>', '<?xmlish?>', '<?xml-stylesheet href="a"?>', '<?1a?>', '<??>'],
  ['<!DOCTYPE ownershipDocument>', '<!DOCTYPE a [<!ENTITY b "c">]>', '<!doctype a>', '<!ENTITY a "b">', '<!>', '<!'],
  [
    '<a/>',
    '<a>b</a>',
    '<a b="c"/>',
    '<a:b/>',
    '<:/>',
    '<_/>',
    '<é/>',
    '<\u{10000}/>',
    '<a',
    '</a>',
    '</>',
    '<>',
    '< a>',
  ],
  ['<a b="1" b="2"/>', '<a b=1/>', '<a b/>', '<a b="<"/>', '<a b="&foo;"/>', '<a b="&#65;"/>', '<a b="c"d="e"/>'],
  ["<a b='\"'/>", '<a / >', '<a/ >', '</a b="c">', '<a b = "c" />', '<a\n/>', '<a b="\r\n\t x"/>', '<1/>', '<-a/>'],
  ['<value>1</value>', '<value/>', '<footnoteId id="F1"/>', '<footnoteId/>', '<rptOwnerCcc>abcd123$</rptOwnerCcc>'],
  [
    '<ownershipDocument/>',
    '</ownershipDocument>',
    '<footnote id="F9">a</footnote>',
    '<sharesEscrowed>5</sharesEscrowed>',
  ],
].flat()

const SPACES = ['', ' ', '  ', '\t', '\n', '\r\n', '\r', '\n\n', '    ', '\n    ', '\u00a0', '\f', '\u2028', '\v']

const DECLARATIONS = [
  [
    '',
    '\ufeff',
    '\n',
    ' <?xml version="1.0"?>',
    '\ufeff<?xml version="1.0"?>',
    '<?xml version="1.0" encoding="UTF-8"?>',
  ],
  ["<?xml version='1.1' ?>", '<?xml version="1.0" standalone="yes"?>', '<?xml version="1.0" standalone="maybe"?>'],
  ['<?xml version="1.0" standalone="no" encoding="UTF-8"?>', '<?xml version="2.0"?>', '<?xml encoding="UTF-8"?>'],
  [
    '<?xml version = "1.0"\tencoding = \'us-ascii\'\r\n?>',
    '<?xml version="1.0"encoding="UTF-8"?>',
    '<?xml version="1.0"',
  ],
  [
    '<?xml version="1.0"?><!-- c -->',
    '<?xml version="1.0"?>\n<?go on?>\n',
    '<?xml version="1.0"??>',
    'stray <?xml version="1.0"?>',
  ],
  [
    '<?xml version="1.0"?><!DOCTYPE ownershipDocument>',
    '<?xml version="1.0"?><?xml version="1.0"?>',
    '<?xml version=1.0?>',
  ],
].flat()

/** Every kind of change by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  deletePart: (source, random) => {
    const [from, to] = part(source, random)
    return splice(source, from, to, '')
  },
  duplicatePart: (source, random) => {
    const [from, to] = part(source, random)
    return splice(source, to, to, source.slice(from, to))
  },
  swapParts: (source, random) => {
    const [from, to] = part(source, random)
    const at = random.below(from)
    return splice(splice(source, from, to, ''), at, at, source.slice(from, to))
  },
  swapCharacters: (source, random) => {
    const at = random.below(source.length - 1)
    return splice(source, at, at + 2, source.charAt(at + 1) + source.charAt(at))
  },
  replaceCharacter: (source, random) => {
    const at = random.below(source.length)
    return splice(source, at, at + 1, random.pick(NOISE))
  },
  insertCharacter: (source, random) => insertAt(source, random.below(source.length + 1), random.pick(NOISE)),
  noiseInText: (source, random) => insertAt(source, placeInText(source, random), random.pick(NOISE)),
  truncate: (source, random) => source.slice(0, random.below(source.length)),
  beheaded: (source, random) => source.slice(random.below(source.length)),
  insertMarkup: (source, random) => insertAt(source, random.below(source.length + 1), random.pick(MARKUP)),
  markupInText: (source, random) => insertAt(source, placeInText(source, random), random.pick(MARKUP)),
  markupBetween: (source, random) => insertAt(source, random.pick(tags(source))[0], random.pick(MARKUP)),
  referenceInText: (source, random) => insertAt(source, placeInText(source, random), random.pick(REFERENCES)),
  deleteTag: (source, random) => splice(source, ...random.pick(tags(source)), ''),
  duplicateTag: (source, random) => {
    const [from, to] = random.pick(tags(source))
    return insertAt(source, random.chance(0.5) ? to : random.below(source.length), source.slice(from, to))
  },
  cutTag: (source, random) => {
    const [from, to] = random.pick(tags(source))
    const at = random.between(from, to - 1)
    return splice(source, at, random.between(at, to), random.pick(['', '', '\n', '\r\n', ' ', '>', '/']))
  },
  swapTags: (source, random) => {
    const [one, other] = [random.pick(tags(source)), random.pick(tags(source))].sort(([a], [b]) => a - b)
    if (!one || !other || one[1] > other[0]) return source
    const swapped = splice(source, ...other, source.slice(...one))
    return splice(swapped, ...one, source.slice(...other))
  },
  renameTag: (source, random) => {
    const [from, to] = random.pick(tags(source))
    return splice(source, from, to, source.slice(from, to).replace(/[\w.:-]+/, random.pick([...elementNames.keys()])))
  },
  changeCase: (source, random) => {
    const [from, to] = random.pick(tags(source))
    const tag = source.slice(from, to)
    const at = random.below(tag.length)
    const c = tag.charAt(at)
    const other = c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()
    return splice(source, from, to, random.chance(0.3) ? tag.toUpperCase() : splice(tag, at, at + 1, other))
  },
  attribute: (source, random) => {
    const [from, to] = random.pick(tags(source))
    const end = source.charAt(to - 2) === '/' ? to - 2 : to - 1
    const added = [
      ' a="b"',
      " id='F1'",
      ' id="F2"',
      ' a="b" a="c"',
      ' a',
      ' a=b',
      'a="b"',
      ' a="<"',
      ' a="&x;"',
      ' "',
      " '",
    ]
    const also = [
      ' xmlns="urn:x"',
      ' xsi:nil="true"',
      ' a="&#9;&lt;"',
      ' a="1\n2"',
      ' a = "b" ',
      ' /',
      ' é="1"',
      ' a=""',
    ]
    return from < to ? insertAt(source, end, random.pick([...added, ...also])) : source
  },
  strayQuote: (source, random) => {
    const [from, to] = random.pick(tags(source))
    return insertAt(source, random.between(from, to), random.pick(['"', "'", '&quot;', '=', '"">']))
  },
  whiteSpace: (source, random) => {
    const run = random.pick(runs(source, /[\t\n\r ]+/g))
    return splice(source, ...run, random.pick(SPACES))
  },
  whiteSpaceInTag: (source, random) => {
    const [from, to] = random.pick(tags(source))
    return insertAt(source, random.between(from, to), random.pick(SPACES))
  },
  lineEnds: (source, random) => source.replace(/\r\n?|\n/g, random.pick(['\n', '\r\n', '\r', ' ', ''])),
  indentation: (source, random) => source.replace(/^[\t ]+/gm, random.pick(['', ' ', '\t', '\t\t', '        '])),
  selfClose: (source, random) => {
    const empty = runs(source, /<[\w.:-]+[^<>]*?><\/[\w.:-]+>/g)
    if (random.chance(0.5) && empty.length > 0) {
      const [from, to] = random.pick(empty)
      return splice(source, from, to, source.slice(from, to).replace(/><.*>$/, random.pick(['/>', ' />'])))
    }
    const [from, to] = random.pick(tags(source))
    const tag = source.slice(from, to)
    return splice(source, from, to, tag.endsWith('/>') ? `${tag.slice(0, -2)}>` : `${tag.slice(0, -1)}/>`)
  },
  openEmpty: (source, random) => {
    const empty = runs(source, /<[\w.:-]+[^<>]*\/>/g)
    if (empty.length === 0) return source
    const [from, to] = random.pick(empty)
    const name = /[\w.:-]+/.exec(source.slice(from, to))?.[0]
    return splice(source, to - 2, to, `>${random.pick(['', ' ', '\n', 'x'])}</${name}>`)
  },
  section: (source, random) => {
    const [from, to] = random.pick(runs(source, /(?<=>)[^<>]+(?=<)/g))
    return splice(source, from, to, `<![CDATA[${source.slice(from, to)}]]>`)
  },
  deleteElement: (source, random) => splice(source, ...element(source, random), ''),
  moveElement: (source, random) => {
    const [from, to] = element(source, random)
    const rest = splice(source, from, to, '')
    return insertAt(rest, random.pick(tags(rest))[0], source.slice(from, to))
  },
  duplicateElement: (source, random) => {
    const [from, to] = element(source, random)
    return insertAt(source, random.pick(tags(source))[0], source.slice(from, to))
  },
  emptyElement: (source, random) => {
    const [from, to] = element(source, random)
    return splice(
      source,
      from,
      to,
      source.slice(from, to).replace(/>[\s\S]*<\//, random.pick(['></', '>\n</', '>  </'])),
    )
  },
  wrapElement: (source, random) => {
    const [from, to] = element(source, random)
    return splice(source, from, to, `<wrapper>${source.slice(from, to)}</wrapper>`)
  },
  commentOut: (source, random) => {
    const [from, to] = element(source, random)
    return splice(source, from, to, `<!-- ${source.slice(from, to)} -->`)
  },
  lineEndInName: (source, random) => {
    const [from, to] = random.pick(tags(source))
    return insertAt(source, random.between(from + 1, to - 1), random.pick(['\n', '\r\n', '\r']))
  },
  prolog: (source, random) => {
    const start = Math.max(source.indexOf('<ownershipDocument'), 0)
    return random.pick(DECLARATIONS) + random.pick(['', '\n', '\r\n\n']) + source.slice(start)
  },
  epilog: (source, random) => source + random.pick([...SPACES, ...MARKUP, ...NOISE, 'text', '</XML>\n</TEXT>']),
}

const KINDS = Object.keys(MUTATIONS)

/** A source with one to three changes, and their names. */
export function mutate(source: string, random: Random): { text: string; kinds: string[] } {
  let text = source
  const kinds: string[] = []
  const changes = random.chance(0.7) ? 1 : random.between(2, 3)
  for (let i = 0; i < changes; i++) {
    const kind = random.pick(KINDS)
    kinds.push(kind)
    text = (MUTATIONS[kind] as Mutation)(text, random)
  }
  return { text, kinds }
}

function splice(source: string, from: number, to: number, replacement: string): string {
  return source.slice(0, from) + replacement + source.slice(to)
}

function insertAt(source: string, at: number, text: string): string {
  return splice(source, at, at, text)
}

/** Most parts are short; some are long enough to take elements with them. */
function part(source: string, random: Random): [number, number] {
  const from = random.below(source.length)
  return [from, Math.min(from + random.between(1, random.pick([1, 3, 12, 60, 400])), source.length)]
}

/** Where a pattern stands; where it stands nowhere, the empty part at the start, so that there is one to pick. */
function runs(source: string, pattern: RegExp): [number, number][] {
  const found = [...source.matchAll(pattern)].map(({ index, 0: text }): [number, number] => [
    index,
    index + text.length,
  ])
  return found.length > 0 ? found : [[0, 0]]
}

function tags(source: string): [number, number][] {
  return runs(source, /<[^<>]*>/g)
}

function placeInText(source: string, random: Random): number {
  const [from, to] = random.pick(runs(source, /(?<=>)[^<>]+(?=<)/g))
  return random.between(from, to)
}

/** An element from its start tag to the next end tag of the same name. */
function element(source: string, random: Random): [number, number] {
  const [from, to] = random.pick(runs(source, /<[A-Za-z][\w.:-]*[^<>/]*>/g))
  const name = /[\w.:-]+/.exec(source.slice(from, to))?.[0]
  const close = source.indexOf(`</${name}>`, to)
  return close < 0 || name === undefined ? [from, to] : [from, close + name.length + 3]
}
