/** Sources made to cost a reader its time, its memory or its stack; each grows with `n`. */
export const HOSTILE: Readonly<Record<string, (n: number) => string | Uint8Array>> = {
  // Depth.
  'elements inside one another': (n) => '<ownershipDocument>'.concat('<a>'.repeat(n), '</a>'.repeat(n), END),
  'elements never closed': (n) => '<ownershipDocument>'.concat('<a>'.repeat(n)),
  'elements never closed behind an error': (n) => '<ownershipDocument>&'.concat('<a>'.repeat(n)),
  'known elements never closed behind an error': (n) => '<ownershipDocument>&'.concat('<nonDerivativeTable>'.repeat(n)),
  'leaves never closed behind an error': (n) => '<ownershipDocument>&'.concat('<value>'.repeat(n)),
  'fields without their groups': (n) => document('&'.concat('<transactionShares><value>1'.repeat(n))),
  'roots inside one another': (n) => '<ownershipDocument>'.repeat(n),
  'depth inside a value': (n) => document(`<remarks>${'<b>'.repeat(n)}x${'</b>'.repeat(n)}</remarks>`),
  // Breadth.
  rows: (n) =>
    document(`<nonDerivativeTable>${'<nonDerivativeHolding></nonDerivativeHolding>'.repeat(n)}</nonDerivativeTable>`),
  'rows as EDGAR lays them out': (n) => {
    const row = '\n        <nonDerivativeHolding></nonDerivativeHolding>'
    return edgarDocument(`<nonDerivativeTable>${row.repeat(n)}\n    </nonDerivativeTable>`)
  },
  'rows outside a table, then the table': (n) =>
    document(`${'<nonDerivativeSecurity/>'.repeat(n)}<nonDerivativeTable/>`),
  owners: (n) => document('<reportingOwner/>'.repeat(n)),
  footnotes: (n) => document(`<footnotes>${many(n, (i) => `<footnote id="F${i}">a</footnote>`)}</footnotes>`),
  'footnotes of one id': (n) => document(`<footnotes>${'<footnote id="F1">a</footnote>'.repeat(n)}</footnotes>`),
  'footnote references': (n) => inField(many(n, (i) => `<footnoteId id="F${i}"/>`)),
  'footnote references without an id': (n) => inField('<footnoteId/>'.repeat(n)),
  'unknown elements': (n) => document(many(n, (i) => `<e${i}/>`)),
  'an element again and again': (n) => document('<remarks>a</remarks>'.repeat(n)),
  comments: (n) => document('<!---->'.repeat(n)),
  instructions: (n) => document('<?a?>'.repeat(n)),
  'comments in a value': (n) => document(`<remarks>${'a<!---->'.repeat(n)}</remarks>`),
  'sections in a value': (n) => document(`<remarks>${'<![CDATA[a]]>'.repeat(n)}</remarks>`),
  'comments before the root': (n) => '<!---->'.repeat(n).concat('<ownershipDocument/>'),
  'comments after the root': (n) => document('').concat('<!---->'.repeat(n)),
  'whole elements behind an error': (n) => document('&'.concat('<a/>'.repeat(n))),
  'lines cut at 1,023 characters behind an error': (n) => {
    const line = `${'<a/>'.repeat(15)}${'x'.repeat(963)}\n`
    return `<ownershipDocument>&\n${line.repeat(Math.ceil(n / 25))}y${END}`
  },
  // Attributes and tags.
  attributes: (n) => document(`<a${many(n, (i) => ` a${i}="1"`)}/>`),
  'attributes behind an error': (n) => document(`&<a${many(n, (i) => ` a${i}="1"`)}/>`),
  'one attribute again and again': (n) => document(`<a${' b="1"'.repeat(n)}/>`),
  'attributes without an end': (n) => '<ownershipDocument '.concat('a="1" '.repeat(n)),
  'quotation marks never closed': (n) => document('<a b="'.repeat(n)),
  'quotation marks behind an error': (n) => document('&'.concat("<a b='".repeat(n))),
  'junk in a tag': (n) => document(`<remarks ${'" '.repeat(n)}>a</remarks>`),
  'junk in tags': (n) => document('<remarks ">a</remarks>'.repeat(n)),
  'white space in a tag': (n) => document(`<a${' '.repeat(n)}`),
  'white space in an end tag': (n) => document(`<a></a${' '.repeat(n)}b>`),
  'line ends in tags': (n) => document('<rema\nrks>a</rema\nrks>'.repeat(n)),
  'a long name': (n) => document(`<${'a'.repeat(n)}/>`),
  'a long name without an end': (n) => document(`<${'a'.repeat(n)}`),
  'a long attribute value': (n) => document(`<a b="${'x\n'.repeat(n)}"/>`),
  'references in an attribute value': (n) => document(`<a b="${'&#65;'.repeat(n)}"/>`),
  'white space in the declaration': (n) => `<?xml version="1.0"${' '.repeat(n)}x?>${document('')}`,
  declarations: (n) => '<?xml version="1.0"?>'.repeat(n).concat(document('')),
  // Characters that begin something.
  ampersands: (n) => '&'.repeat(n),
  'ampersands in text': (n) => document('&'.repeat(n)),
  'ampersands in values': (n) => document('<remarks>&</remarks>'.repeat(n)),
  'ampersands and one far semicolon': (n) => document(`${'&amp'.repeat(n)};`),
  'unknown references': (n) => document(`<remarks>${'&a;'.repeat(n)}</remarks>`),
  'references to nothing': (n) => document(`<remarks>${'&#1;'.repeat(n)}</remarks>`),
  references: (n) => document(`<remarks>${'&amp;'.repeat(n)}</remarks>`),
  'references and one bad one': (n) => document(`<remarks>${'&amp;'.repeat(n)}&</remarks>`),
  'a long reference': (n) => document(`<remarks>&#${'0'.repeat(n)}65;</remarks>`),
  'a long reference to nothing': (n) => document(`<remarks>&#${'9'.repeat(n)};</remarks>`),
  'less-than signs': (n) => '<'.repeat(n),
  'less-than signs in text': (n) => document('<'.repeat(n)),
  'less-than signs and blanks': (n) => document('< '.repeat(n)),
  'greater-than signs': (n) => document(`<remarks>${'>'.repeat(n)}</remarks>`),
  'openings of comments': (n) => document('<!--'.repeat(n)),
  'openings of comments alone': (n) => '<!--'.repeat(n),
  'comments with dashes': (n) => document('<!-- -- -->'.repeat(n)),
  'a comment of dashes': (n) => document(`<!--${'-'.repeat(n)}`),
  'openings of sections': (n) => document('<![CDATA['.repeat(n)),
  'openings of instructions': (n) => document('<?a '.repeat(n)),
  'openings of declarations': (n) => document('<!'.repeat(n)),
  'ends of sections': (n) => document(']]>'.repeat(n)),
  brackets: (n) => document(`<remarks>${']]'.repeat(n)}</remarks>`),
  'end tags': (n) => document('</a>'.repeat(n)),
  'end tags of the root': (n) => document('</ownershipDocument>'.repeat(n)),
  'openings of end tags': (n) => document('</'.repeat(n)),
  'tags of secrets never closed': (n) => document('<rptOwnerCcc'.repeat(n)),
  'tags of secrets in a comment': (n) => document(`<!--${'<rptOwnerCcc'.repeat(n)}-->`),
  // Declared entities.
  'a billion laughs': (n) => {
    const entities = many(Math.min(n, 40), (i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`)
    return `<?xml version="1.0"?><!DOCTYPE ownershipDocument [<!ENTITY l0 "lol">${entities}]>${document('&l40;')}`
  },
  'a long DOCTYPE': (n) => `<!DOCTYPE ownershipDocument [${'<!ENTITY a "b">'.repeat(n)}]>${document('&a;')}`,
  // Characters and bytes.
  'NUL characters': (n) => document(`<remarks>${'\0'.repeat(n)}</remarks>`),
  'byte order marks': (n) => '\ufeff'.repeat(n).concat(document('')),
  'halves of surrogate pairs': (n) => document(`<remarks>${'\ud800'.repeat(n)}</remarks>`),
  'carriage returns': (n) => document(`<remarks>${'\r'.repeat(n)}</remarks>`),
  blanks: (n) => ' '.repeat(n),
  'text behind the root tag': (n) => '<ownershipDocument>'.concat('x'.repeat(n)),
  'a long text': (n) => document(`<remarks>${'x'.repeat(n)}</remarks>`),
  'a long number': (n) => inField(`<value>${'9'.repeat(n)}</value>`),
  'a long fraction': (n) => inField(`<value>0.${'0'.repeat(n)}</value>`),
  'a long date': (n) => document(`<periodOfReport>2024-01-01T${'1'.repeat(n)}</periodOfReport>`),
  'blanks around a date': (n) => document(`<periodOfReport>${' '.repeat(n)}x${' '.repeat(n)}</periodOfReport>`),
  'bytes that are no UTF-8': (n) => withBytes(new Uint8Array(n).fill(0xff)),
  'UTF-8 cut short': (n) => withBytes(Buffer.from('\u00e9'.repeat(n)).subarray(0, 2 * n - 1)),
  'UTF-16': (n) => Buffer.from(`\ufeff${document(`<remarks>${'\u00e9'.repeat(n)}</remarks>`)}`, 'utf16le'),
  'UTF-16 cut short': (n) => Buffer.from(`\ufeff${document(`<remarks>${'a'.repeat(n)}`)}`, 'utf16le').subarray(0, -1),
  'NUL bytes': (n) => new Uint8Array(n),
}

const END = '</ownershipDocument>'

function document(content: string): string {
  return `<?xml version="1.0"?><ownershipDocument>${content}${END}`
}

function edgarDocument(content: string): string {
  return `<?xml version="1.0"?>\n<ownershipDocument>\n\n    ${content}\n${END}`
}

function inField(content: string): string {
  const field = `<transactionShares>${content}</transactionShares>`
  const row = `<nonDerivativeTransaction><transactionAmounts>${field}</transactionAmounts></nonDerivativeTransaction>`
  return document(`<nonDerivativeTable>${row}</nonDerivativeTable>`)
}

function many(n: number, text: (i: number) => string): string {
  return Array.from({ length: n }, (_, i) => text(i)).join('')
}

function withBytes(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('<ownershipDocument><remarks>'), bytes, Buffer.from(`</remarks>${END}`)])
}
