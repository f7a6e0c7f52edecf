import { describe, expect, test } from 'vitest'
import { dump } from '../../tools/testing/dump.ts'
import { LIMITS } from './limits.ts'
import { readThoroughly } from './ownershipXml.ts'
import { readQuickly } from './quick.ts'

const quick = (source: string) => readQuickly(new TextEncoder().encode(source), source)

const EDGAR = `<?xml version="1.0"?>
<ownershipDocument>

    <documentType>4</documentType>

    <nonDerivativeTable>
        <nonDerivativeHolding>
            <securityTitle>
                <value>Common &quot;Stock&quot;</value>
                <footnoteId id="F1"/>
            </securityTitle>
            <transactionCoding>
                <transactionFormType>3</transactionFormType>
                <footnoteId id="F1"/>
                <footnoteId id="F2"/>
            </transactionCoding>
            <postTransactionAmounts>
                <sharesOwnedFollowingTransaction>
                    <footnoteId id="F2"/>
                </sharesOwnedFollowingTransaction>
            </postTransactionAmounts>
            <ownershipNature></ownershipNature>
        </nonDerivativeHolding>
        <nonDerivativeTransaction></nonDerivativeTransaction>
        <nonDerivativeHolding></nonDerivativeHolding>
    </nonDerivativeTable>

    <footnotes>
        <footnote id="F1">a
b</footnote>
        <footnote id="F2"></footnote>
    </footnotes>
</ownershipDocument>`

describe('the fast way reads what EDGAR lays out', () => {
  test.each([
    ['as it is', EDGAR],
    ['with a line end behind it', `${EDGAR}\n`],
    ['with another declaration', EDGAR.replace('?>', ' encoding="UTF-8"?>')],
    ['without a declaration', EDGAR.slice(EDGAR.indexOf('<own'))],
    ['with CR LF', EDGAR.replaceAll('\n', '\r\n').replace('a\r\nb', 'a b')],
    ['indented by tabs', EDGAR.replaceAll('    ', '\t')],
    ['not indented', EDGAR.replaceAll('    ', '')],
    ['on one line', EDGAR.replaceAll(/\n+ *(?=<)/g, '')],
    ['with odd spelling', EDGAR.replace('&quot;Stock', '&#x22;Stock')],
    ['with white space spelled out', EDGAR.replace('Common &quot;Stock&quot;', '&#32;Common Stock&#xA;')],
    ['with nothing but white space spelled out', EDGAR.replace('Common &quot;Stock&quot;', '&#32;')],
  ])('%s', (_, source) => {
    const document = quick(source)
    expect(document).toBeDefined()
    expect(dump(document)).toBe(dump(readThoroughly(source, LIMITS).document))
  })
})

describe('the fast way leaves to the other', () => {
  test.each([
    ['nothing', ''],
    ['no root', '<?xml version="1.0"?>'],
    ['another root', EDGAR.replaceAll('ownershipDocument', 'other')],
    ['an attribute', EDGAR.replace('<footnotes>', '<footnotes a="b">')],
    ['a comment', EDGAR.replace('<footnotes>', '<footnotes><!-- a -->')],
    ['an unknown element', EDGAR.replace('<footnotes>', '<newOne></newOne><footnotes>')],
    ['another order', EDGAR.replace('<footnotes>', '<documentType>4</documentType>\n\n    <footnotes>')],
    ['an empty-element tag', EDGAR.replace('<ownershipNature></ownershipNature>', '<ownershipNature/>')],
    ['another gap', EDGAR.replace('\n\n    <footnotes>', '\n    <footnotes>')],
    ['white space alone in an element', EDGAR.replace('<ownershipNature>', '<ownershipNature>\n            ')],
    ['rows outside a table', EDGAR.replaceAll(/nonDerivative(?:Transaction|Holding)/g, 'nonDerivativeSecurity')],
    ['a bad reference', EDGAR.replace('&quot;', '&quot')],
    ['the end of a section', EDGAR.replace('&quot;', ']]>')],
    ['a character not allowed', EDGAR.replace('&quot;', '\x01')],
    ['a wrong end tag', EDGAR.replace('</footnotes>', '</footnote>')],
    ['a missing end', EDGAR.slice(0, -1)],
    ['something behind', `${EDGAR}<a/>`],
    ['a DOCTYPE', EDGAR.replace('?>', '?><!DOCTYPE a>')],
    ['an id that is no word', EDGAR.replace('id="F1"', 'id="F 1"')],
    ['a root without anything', '<ownershipDocument></ownershipDocument>'],
    ['a root with a line end', '<ownershipDocument>\n</ownershipDocument>'],
    ['a text that may have been cut', EDGAR.replace('a\nb', `a\n${'b'.repeat(2000)}`)],
  ])('%s', (_, source) => expect(quick(source)).toBeUndefined())
})

test('no part of a cut source is taken for a whole one', () => {
  for (let length = 0; length < EDGAR.length; length++) expect(quick(EDGAR.slice(0, length))).toBeUndefined()
})

test('styles that come and go do not pile up or mix', () => {
  for (let round = 0; round < 2; round++) {
    for (let width = 0; width < 20; width++) {
      const source = EDGAR.replaceAll('    ', ' '.repeat(width))
      const document = quick(source)
      if (document) expect(dump(document)).toBe(dump(readThoroughly(source, LIMITS).document))
      // An indent that begins like EDGAR's is taken for it, and left to the other reader.
      else expect(width).toBeGreaterThan(4)
    }
  }
})
