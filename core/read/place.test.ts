import { describe, expect, test } from 'vitest'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import { writeOwnershipXml } from '../write/xml.ts'
import { readOwnershipXml } from './ownershipXml.ts'

/** Reads a well-formed source, and makes sure that it comes back as it was. */
function read(source: string): { document: OwnershipDocument; codes: string[]; paths: (string | undefined)[] } {
  const { outcome, document, diagnostics } = readOwnershipXml(source)
  expect(outcome).toBe('read')
  expect(writeOwnershipXml(document as OwnershipDocument)).toBe(source)
  return {
    document: document as OwnershipDocument,
    codes: diagnostics.map(({ code }) => code),
    paths: diagnostics.map(({ at }) => at.path),
  }
}

const root = (content: string) => `<?xml version="1.0"?>\n<ownershipDocument>\n\n    ${content}\n</ownershipDocument>\n`
const ROW = '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]'
const inRow = (content: string, id?: string) => {
  const row = `<nonDerivativeTransaction>${content}</nonDerivativeTransaction>`
  const footnotes = id === undefined ? '' : `<footnotes><footnote id="${id}">a</footnote></footnotes>`
  return root(`<nonDerivativeTable>\n        ${row}\n    </nonDerivativeTable>${footnotes}`)
}

describe('what has no home is kept, named and written back', () => {
  test.each([
    ['R130', 'an element of a later schema', root('<newFlag>1</newFlag>'), '/ownershipDocument/newFlag'],
    ['R130', 'one in a row', inRow('<cusip><value>123456789</value></cusip>'), `${ROW}/cusip`],
    [
      'R130',
      'one beside a value',
      inRow('<securityTitle><value>a</value><cusip>1</cusip></securityTitle>'),
      `${ROW}/securityTitle/cusip`,
    ],
    ['R131', 'an element again', root('<remarks>a</remarks><remarks>b</remarks>'), '/ownershipDocument/remarks'],
    [
      'R131',
      'a value again',
      inRow('<securityTitle><value>a</value><value>b</value></securityTitle>'),
      `${ROW}/securityTitle/value`,
    ],
    ['R132', 'an attribute', root('<remarks lang="en">a</remarks>'), '/ownershipDocument/remarks/@lang'],
    [
      'R157',
      'an empty id',
      root('<footnotes>\n        <footnote id="">a</footnote>\n    </footnotes>'),
      '/ownershipDocument/footnotes/footnote[1]',
    ],
    [
      'R132',
      'an attribute before an id',
      inRow('<securityTitle><footnoteId id="F1"/></securityTitle>', 'F1').replace('<footnote id', '<footnote a="b" id'),
      '/ownershipDocument/footnotes/footnote/@a',
    ],
    [
      'R132',
      'an attribute of the root',
      '<ownershipDocument xmlns="urn:a"></ownershipDocument>',
      '/ownershipDocument/@xmlns',
    ],
    [
      'R132',
      'an attribute of a reference',
      inRow('<securityTitle><value>a</value><footnoteId a="b" id="F1"/></securityTitle>', 'F1'),
      `${ROW}/securityTitle/footnoteId/@a`,
    ],
    [
      'R133',
      'text in a reference',
      inRow('<securityTitle><value>a</value><footnoteId id="F1">stray</footnoteId></securityTitle>', 'F1'),
      `${ROW}/securityTitle/footnoteId`,
    ],
    ['R133', 'text between elements', root('stray<remarks>a</remarks>'), '/ownershipDocument'],
    ['R133', 'an element in a value', root('<remarks>a <b>c</b></remarks>'), '/ownershipDocument/remarks'],
    ['R134', 'a comment', root('<!-- a --><remarks>b</remarks>'), '/ownershipDocument'],
    ['R134', 'a comment before the root', '<!-- a --><ownershipDocument></ownershipDocument>', ''],
    ['R135', 'an instruction', root('<?a b?>'), '/ownershipDocument'],
    [
      'R136',
      'a reference to no footnote',
      inRow('<securityTitle><value>a</value><footnoteId/></securityTitle>'),
      `${ROW}/securityTitle/footnoteId`,
    ],
  ])('%s: %s', (code, _, source, path) => {
    const { codes, paths } = read(source)
    expect(codes).toEqual([code])
    expect((paths[0] ?? '').replace(/^(?=@)/, '/')).toBe(path)
  })

  test('the first of two is read', () => {
    expect(read(root('<remarks>a</remarks><remarks>b</remarks>')).document.remarks.value).toBe('a')
  })

  test('text in an element in a value is part of the value', () => {
    expect(read(root('<remarks>a <b>c</b> d</remarks>')).document.remarks.value).toBe('a c d')
  })

  test('elements of 2026 are known', () => {
    const owner =
      '<reportingOwner><reportingOwnerAddress><rptOwnerNonUSAddressFlag>true</rptOwnerNonUSAddressFlag><rptOwnerNonUSStateTerritory>Ontario</rptOwnerNonUSStateTerritory><rptOwnerCountry>CA</rptOwnerCountry></reportingOwnerAddress></reportingOwner>'
    const source = root(`<issuer><issuerForeignTradingSymbol>ZQ.TO</issuerForeignTradingSymbol></issuer>${owner}`)
    const { document, codes } = read(source)
    expect(codes).toEqual([])
    const address = document.reportingOwners[0]?.address
    expect([
      document.issuer.foreignTradingSymbol.value,
      address?.nonUSAddressFlag.value,
      address?.nonUSStateTerritory.value,
      address?.country.value,
    ]).toEqual(['ZQ.TO', true, 'Ontario', 'CA'])
  })
})

describe('the dialect of 2003 (X0101)', () => {
  const security = (title: string, date = '') =>
    `<nonDerivativeSecurity>\n        <securityTitle>\n            <value>${title}</value>\n        </securityTitle>${date}\n    </nonDerivativeSecurity>`
  const date = '\n        <transactionDate>\n            <value>2003-05-09-05:00</value>\n        </transactionDate>'

  test('rows outside a table are rows of their table', () => {
    const { document, codes } = read(root(`${security('One', date)}\n\n    ${security('Two')}`))
    expect(codes).toEqual([])
    expect(document.nonDerivativeTable.present).toBe(false)
    const { rows } = document.nonDerivativeTable
    expect(rows.map((row) => [row.securityTitle.value, row.isTransaction])).toEqual([
      ['One', true],
      ['Two', false],
    ])
    expect(String(rows[0]?.transactionDate.value)).toBe('2003-05-09')
  })

  test('transactionValue is read as it is', () => {
    const amounts = '<transactionAmounts><transactionValue><value>17.25</value></transactionValue></transactionAmounts>'
    const { document } = read(root(`<derivativeSecurity>${amounts}</derivativeSecurity>`))
    expect(String(document.derivativeTable.rows[0]?.amounts.value.value)).toBe('17.25')
  })

  test('a table beside them keeps its rows and theirs', () => {
    const table = '<nonDerivativeTable><nonDerivativeHolding></nonDerivativeHolding></nonDerivativeTable>'
    for (const content of [security('One') + table, table + security('One')]) {
      const { document } = read(root(content))
      expect(document.nonDerivativeTable.rows.map(({ element }) => element).sort()).toEqual([
        'nonDerivativeHolding',
        'nonDerivativeSecurity',
      ])
    }
  })
})

test('rows keep the order filed, transactions and holdings mixed, whatever the layout', () => {
  const names = ['nonDerivativeHolding', 'nonDerivativeTransaction', 'nonDerivativeHolding', 'nonDerivativeTransaction']
  for (const gap of ['', '\n        ', ' <!-- a --> ']) {
    const rows = names.map((name, i) => `${gap}<${name}><securityTitle><value>${i}</value></securityTitle></${name}>`)
    const { document } = read(root(`<nonDerivativeTable>${rows.join('')}</nonDerivativeTable>`))
    expect(document.nonDerivativeTable.rows.map((row) => [row.element, row.securityTitle.value])).toEqual(
      names.map((name, i) => [name, String(i)]),
    )
  }
})

test('elements in another order than the schema have their homes, and stay in theirs', () => {
  const { document } = read(root('<remarks>a</remarks><documentType>4</documentType>'))
  expect([document.remarks.value, document.documentType.value]).toEqual(['a', '4'])
})

test('a value that is spelled oddly is read plainly', () => {
  const { document } = read(root('<remarks>&#65;<![CDATA[ & ]]>&apos;x&apos;\r\ny</remarks>'))
  expect(document.remarks.value).toBe("A & 'x'\ny")
})
