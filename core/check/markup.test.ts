import { expect, test } from 'vitest'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import { markupPieces, spelledTexts, writtenTexts } from './markup.ts'

const read = (xml: string) => readOwnershipXml(xml).document!
const PLAIN = `<?xml version="1.0"?>
<ownershipDocument>

    <documentType>4</documentType>
</ownershipDocument>
`
const ODD = `<?xml version="1.0"?><!-- before -->
<ownershipDocument><!-- within -->

    <documentType>4</documentType>

    <issuer>
        <issuerName>A &gt; B</issuerName>
        <issuerTradingSymbol>&#65;LDR</issuerTradingSymbol>
    </issuer>

    <footnotes>
        <footnote id="F1">Say "so".</footnote>
        <footnote id="F2"></footnote>
    </footnotes>
</ownershipDocument>
<?after it?>`

test('markup stands around the root, between elements and in values', () => {
  expect(markupPieces(read(PLAIN))).toEqual([{ path: '/ownershipDocument', markup: '<?xml version="1.0"?>\n\n' }])
  const pieces = markupPieces(read(ODD))
  expect(pieces.map(({ path }) => path)).toEqual([
    '/ownershipDocument',
    '/ownershipDocument',
    '/ownershipDocument/issuer/issuerTradingSymbol',
    '/ownershipDocument/footnotes/footnote[1]',
  ])
  expect(pieces[0]?.markup).toBe('<?xml version="1.0"?><!-- before -->\n\n<?after it?>')
  expect(pieces[1]?.markup.trim().replace(/\s+/g, ' ')).toBe('<!-- within -->')
})

test('a spelling is kept where it is not EDGAR’s', () => {
  expect(spelledTexts(read(PLAIN))).toEqual([])
  expect(spelledTexts(read(ODD)).map(({ markup }) => markup)).toEqual(['&#65;LDR', 'Say "so".'])
})

test('texts are all values and footnotes that are there, references resolved', () => {
  expect(writtenTexts(read(ODD))).toEqual([
    { path: '/ownershipDocument/documentType', text: '4' },
    { path: '/ownershipDocument/issuer/issuerName', text: 'A > B' },
    { path: '/ownershipDocument/issuer/issuerTradingSymbol', text: 'ALDR' },
    { path: '/ownershipDocument/footnotes/footnote[1]', text: 'Say "so".' },
    { path: '/ownershipDocument/footnotes/footnote[2]', text: '' },
  ])
})
