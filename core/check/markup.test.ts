import { expect, test } from 'vitest'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import { CheckedFiling } from './checkedFiling.ts'
import { keptMarkup } from './markup.ts'

const keptIn = (xml: string) => keptMarkup(new CheckedFiling(readOwnershipXml(xml).document!))
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
  expect(keptIn(PLAIN).around).toEqual([{ path: '/ownershipDocument', markup: '<?xml version="1.0"?>\n\n' }])
  const { around, spelled } = keptIn(ODD)
  expect([...around, ...spelled].map(({ path }) => path)).toEqual([
    '/ownershipDocument',
    '/ownershipDocument',
    '/ownershipDocument/issuer/issuerTradingSymbol',
    '/ownershipDocument/footnotes/footnote[1]',
  ])
  expect(around[0]?.markup).toBe('<?xml version="1.0"?><!-- before -->\n\n<?after it?>')
  expect(around[1]?.markup.trim().replace(/\s+/g, ' ')).toBe('<!-- within -->')
})

test('a spelling is kept where it is not EDGAR’s', () => {
  expect(keptIn(PLAIN).spelled).toEqual([])
  expect(keptIn(ODD).spelled.map(({ markup }) => markup)).toEqual(['&#65;LDR', 'Say "so".'])
})
