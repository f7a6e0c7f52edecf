import { describe, expect, test } from 'vitest'
import { dump } from '../../tools/testing/dump.ts'
import { elementsOf, type Home, homesOf } from '../../tools/testing/homes.ts'
import { Random } from '../../tools/testing/random.ts'
import { filledGroup, filledRow, randomDocument, randomField } from '../../tools/testing/randomDocument.ts'
import { randomSource } from '../../tools/testing/randomSource.ts'
import type { GroupDefinition, RowsDefinition } from '../model/elements.ts'
import { OWNERSHIP_DOCUMENT } from '../model/elements.ts'
import {
  Footnote,
  Footnotes,
  Issuer,
  OwnershipDocument,
  OwnershipRow,
  ReportingOwner,
  ReportingOwnerId,
} from '../model/ownershipDocument.ts'
import { reported } from '../model/reported.ts'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import type { XmlElement } from '../read/xml/tree.ts'
import { writeOwnershipXml } from './xml.ts'

/** The document of a well-formed source. */
function read(source: string): OwnershipDocument {
  const { outcome, document, diagnostics } = readOwnershipXml(source)
  if (outcome !== 'read' || !document) throw new Error(`not read: ${JSON.stringify(diagnostics)}\n${source}`)
  return document
}

const write = (document: OwnershipDocument) => writeOwnershipXml(document, { ccc: 'include' })

/** The part of each that the other does not have: what lies between their common start and their common end. */
function difference(one: string, other: string): { start: number; one: string; other: string } {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one[start] === other[start]) start++
  let end = 0
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++
  return { start, one: one.slice(start, one.length - end), other: other.slice(start, other.length - end) }
}

describe('a document made in the model', () => {
  test.each(Array.from({ length: 100 }, (_, seed) => seed))('is read back as it was written (seed %i)', (seed) => {
    const written = write(randomDocument(new Random(seed)))
    expect(write(read(written))).toBe(written)
  })

  test('is laid out as EDGAR does', () => {
    const document = new OwnershipDocument()
    document.documentType = reported('text', '4')
    document.issuer = new Issuer()
    document.issuer.cik = reported('cik', '0001234567')
    document.issuer.name = reported('text', 'Zephyr & Quill "Z" <Q>')
    document.issuer.tradingSymbol = reported('text', '')
    document.footnotes = new Footnotes()
    document.footnotes.footnotes = [new Footnote('F1', 'a > b')]
    expect(write(document)).toBe(`<?xml version="1.0"?>
<ownershipDocument>

    <documentType>4</documentType>

    <issuer>
        <issuerCik>0001234567</issuerCik>
        <issuerName>Zephyr &amp; Quill &quot;Z&quot; &lt;Q&gt;</issuerName>
        <issuerTradingSymbol></issuerTradingSymbol>
    </issuer>

    <footnotes>
        <footnote id="F1">a &gt; b</footnote>
    </footnotes>
</ownershipDocument>`)
  })
})

describe('a document read, whatever its layout', () => {
  const seeds = Array.from({ length: 30 }, (_, seed) => seed + 1000)

  test.each(seeds)('shows a change of one field in that field alone (seed %i)', (seed) => {
    const random = new Random(seed)
    const source = randomSource(random)
    for (const [i, { definition, isPresent }] of homesOf(read(source)).entries()) {
      if (!isPresent) continue
      const document = read(source)
      const { holder, path } = homesOf(document)[i] as Home
      const other =
        definition.shape === 'leaf' ? reported(definition.type, 'another') : randomField(definition.type, random)
      holder[definition.property] = other
      const changed = write(document)
      const element = elementsOf(source).get(path)
      if (!element) throw new Error(`${path} is not in the source`)
      expect(changed.startsWith(source.slice(0, element.start)), path).toBe(true)
      expect(changed.endsWith(source.slice(element.end)), path).toBe(true)
      const reread = homesOf(read(changed))[i] as Home
      const now = reread.holder[definition.property] as typeof other
      expect([now.written, now.footnotes], path).toEqual([other.written, other.footnotes])
    }
  })

  test.each(seeds)('takes a field in without touching anything else (seed %i)', (seed) => {
    const random = new Random(seed)
    const source = randomSource(random)
    for (const [i, { definition, isPresent, path }] of homesOf(read(source)).entries()) {
      if (isPresent) continue
      const document = read(source)
      const { holder, parent } = homesOf(document)[i] as Home
      holder[definition.property] = reported(definition.type, 'new')
      const changed = write(document)
      const { one, other } = difference(source, changed)
      const opened = elementsOf(source).get(parent)
      expect(one, path).toMatch(opened && opened.closeStart === opened.end ? /^ ?\/$/ : /^$/)
      expect(other, path).toContain('new')
      expect(dump(read(changed)), path).not.toBe(dump(read(source)))
      const reread = homesOf(read(changed))[i] as Home
      expect((reread.holder[definition.property] as { written: string }).written, path).toBe('new')
    }
  })

  test.each(seeds)(
    'lets a row, an owner, a footnote or a field go without touching anything else (seed %i)',
    (seed) => {
      const source = randomSource(new Random(seed))
      for (const { path, take } of removals(read(source))) {
        const document = read(source)
        take(document)
        const changed = write(document)
        expect(withoutElement(source, path), path).toContain(changed)
      }
    },
  )

  test.each(seeds)('takes a row, an owner or a footnote in without touching anything else (seed %i)', (seed) => {
    const random = new Random(seed)
    const source = randomSource(random)
    for (const { name, add } of additions(read(source), random)) {
      const document = read(source)
      const parent = add(document)
      const changed = write(document)
      const { one } = difference(source, changed)
      const opened = elementsOf(source).get(parent)
      expect(one, name).toMatch(opened && opened.closeStart === opened.end ? /^ ?\/$/ : /^$/)
      expect(write(read(changed)), name).toBe(changed)
      expect(changed.length, name).toBeGreaterThan(source.length)
      expect(rowsIn(read(changed)), name).toEqual(rowsIn(document))
    }
  })

  test('of rows that go and come, the others keep their order and what stands around them', () => {
    const row = (kind: string, title: string) =>
      `<nonDerivative${kind} a="${title}"><securityTitle><value>${title}</value></securityTitle></nonDerivative${kind}>`
    const parts = [
      '<!--1-->',
      row('Holding', 'A'),
      '<!--2-->',
      row('Transaction', 'B'),
      '<!--3-->',
      row('Holding', 'C'),
    ]
    const table = (all: string[]) =>
      `<ownershipDocument><nonDerivativeTable>${all.join('')}</nonDerivativeTable></ownershipDocument>`
    const document = read(table(parts))
    const { rows } = document.nonDerivativeTable
    const [a, b, c] = rows
    document.nonDerivativeTable.rows = rows.slice(1)
    expect(write(document)).toBe(table(['<!--1-->', '<!--2-->', ...parts.slice(3)]))
    const added = new OwnershipRow('nonDerivativeTransaction')
    document.nonDerivativeTable.rows = [added, ...rows]
    const plain = '<nonDerivativeTransaction></nonDerivativeTransaction>'
    expect(write(document)).toBe(table(['<!--1-->', plain, ...parts.slice(1)]))
    document.nonDerivativeTable.rows = [a, b, added, c] as OwnershipRow[]
    expect(write(document)).toBe(table([...parts.slice(0, 5), plain, ...parts.slice(5)]))
    document.nonDerivativeTable.rows = [...rows, added]
    expect(write(document)).toBe(table([...parts, plain]))
  })

  test('a line end in an id is written back', () => {
    const source = '<ownershipDocument><footnotes><footnote id="F\n1">a</footnote></footnotes></ownershipDocument>'
    expect(write(read(source))).toBe(source)
  })

  test('an empty-element tag keeps its attributes when it is filled', () => {
    const document = read('<ownershipDocument><derivativeTable a="b" /></ownershipDocument>')
    document.derivativeTable.rows = [new OwnershipRow('derivativeHolding')]
    expect(write(document)).toBe(
      '<ownershipDocument><derivativeTable a="b"><derivativeHolding></derivativeHolding></derivativeTable></ownershipDocument>',
    )
  })
})

/** The rows of both tables, but for those of 2003 that stand outside one. */
function rowsIn({ nonDerivativeTable, derivativeTable }: OwnershipDocument) {
  return [...nonDerivativeTable.rows, ...derivativeTable.rows]
    .filter(({ element }) => !element.endsWith('Security'))
    .map(({ element, securityTitle }) => [element, securityTitle.written])
}

/**
 * A source without an element: the white space before it goes too, and where nothing else stands in its parent that
 * after it may go as well.
 */
function withoutElement(source: string, path: string): string[] {
  const elements = elementsOf(source)
  const { start, end } = elements.get(path) as XmlElement
  const parent = elements.get(path.slice(0, path.lastIndexOf('/'))) as XmlElement
  const before = source.slice(parent.openEnd, start)
  const after = source.slice(end, parent.closeStart)
  const alone = source.slice(0, start) + source.slice(end)
  const withSpace = source.slice(0, start - (/\s*$/.exec(before)?.[0].length ?? 0)) + source.slice(end)
  const all = source.slice(0, parent.openEnd) + source.slice(parent.closeStart)
  // Behind stray text the white space belongs to that.
  if (/\S\s*$/.test(before) && !/>\s*$/.test(before)) return [alone]
  return (before + after).trim() === '' ? [withSpace, all] : [withSpace]
}

/** Each way to take one thing out: where it stands, and how it is taken. */
function removals(document: OwnershipDocument): { path: string; take: (document: OwnershipDocument) => void }[] {
  const root = '/ownershipDocument'
  const owners = document.reportingOwners.map((_, i) => ({
    path: `${root}/reportingOwner[${i + 1}]`,
    take: (from: OwnershipDocument) => from.reportingOwners.splice(i, 1),
  }))
  const rows = (['nonDerivativeTable', 'derivativeTable'] as const).flatMap((table) => {
    const counts = new Map<string, number>()
    return document[table].rows.map(({ element }, i) => {
      counts.set(element, (counts.get(element) ?? 0) + 1)
      const parent = element.endsWith('Security') ? root : `${root}/${table}[1]`
      return {
        path: `${parent}/${element}[${counts.get(element)}]`,
        take: (from: OwnershipDocument) => from[table].rows.splice(i, 1),
      }
    })
  })
  const footnotes = document.footnotes.footnotes.map((_, i) => ({
    path: `${root}/footnotes[1]/footnote[${i + 1}]`,
    take: (from: OwnershipDocument) => from.footnotes.footnotes.splice(i, 1),
  }))
  const fields = homesOf(document).flatMap(({ isPresent, path, definition }, i) => {
    const take = (from: OwnershipDocument) => {
      const { holder } = homesOf(from)[i] as Home
      holder[definition.property] = (new OwnershipDocument() as unknown as Record<string, unknown>).remarks
    }
    return isPresent ? [{ path, take }] : []
  })
  return [...owners, ...rows, ...footnotes, ...fields]
}

/** Each way to put one thing in; `add` answers the path of the element that it goes into. */
function additions(
  document: OwnershipDocument,
  random: Random,
): { name: string; add: (document: OwnershipDocument) => string }[] {
  const root = '/ownershipDocument'
  const definitionOf = (element: string) => OWNERSHIP_DOCUMENT.children.find((child) => child.element === element)
  const all = [
    {
      name: 'an owner',
      add: (to: OwnershipDocument) => {
        to.reportingOwners.push(
          filledGroup(definitionOf('reportingOwner') as GroupDefinition, random) as ReportingOwner,
        )
        return root
      },
    },
    ...(['nonDerivativeTable', 'derivativeTable'] as const)
      .filter((table) => document[table].present)
      .flatMap((table) =>
        [0, 1].map((end) => ({
          name: `a row at the ${end ? 'end' : 'start'} of ${table}`,
          add: (to: OwnershipDocument) => {
            const { children } = definitionOf(table) as GroupDefinition
            const row = filledRow(children[0] as RowsDefinition, random)
            to[table].rows.splice(end ? to[table].rows.length : 0, 0, row)
            return `${root}/${table}[1]`
          },
        })),
      ),
    ...(document.footnotes.present
      ? [
          {
            name: 'a footnote',
            add: (to: OwnershipDocument) => {
              to.footnotes.footnotes.push(new Footnote('F99', 'new & "quoted"'))
              return `${root}/footnotes[1]`
            },
          },
        ]
      : []),
  ]
  return all
}

describe('a CCC', () => {
  const secret = 'abcd123$'
  const document = new OwnershipDocument()
  const owner = new ReportingOwner()
  owner.id = new ReportingOwnerId()
  owner.id.ccc = reported('text', secret)
  document.reportingOwners = [owner]

  test('is masked unless the file goes to EDGAR', () => {
    expect(writeOwnershipXml(document)).toContain('<rptOwnerCcc>********</rptOwnerCcc>')
    expect(writeOwnershipXml(document)).not.toContain(secret)
    expect(write(document)).toContain(`<rptOwnerCcc>${secret}</rptOwnerCcc>`)
  })

  test.each([
    `<extra><rptOwnerCcc>${secret}</rptOwnerCcc></extra>`,
    `<!-- <rptOwnerCcc>${secret}</rptOwnerCcc> -->`,
    `<rptOwnerCcc a="b">${secret}</rptOwnerCcc>`,
  ])('is masked where it stands by mistake too: %s', (markup) => {
    const source = `<ownershipDocument>${markup}</ownershipDocument>`
    const { document: read, diagnostics } = readOwnershipXml(source)
    expect(writeOwnershipXml(read as OwnershipDocument)).toBe(source.replace(secret, '********'))
    expect(JSON.stringify(diagnostics)).not.toContain(secret)
  })
})
