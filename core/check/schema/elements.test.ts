import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../../tools/repository.ts'
import { asOfX0306 } from '../../../tools/testing/compareSchema.ts'
import { isValid } from '../../../tools/testing/schemaVerdict.ts'
import { day } from '../../facts/dated.ts'
import { readOwnershipXml } from '../../read/ownershipXml.ts'
import { isProblem, parseXml } from '../../read/xml/parse.ts'
import type { XmlElement } from '../../read/xml/tree.ts'
import { CheckedFiling } from '../checkedFiling.ts'
import type { Fault } from './fault.ts'
import { schemaFaults } from './schemaFaults.ts'

// Every element of the cases that hold every element of the schema, put wrong in one way at a time: the SEC's schema, as
// libxml2 reads it, refuses what ours does.

interface Place {
  element: XmlElement
  /** The XPath of the element in which it stands. */
  parent: string
  /** Where its parent's content begins and ends. */
  from: number
  to: number
}

/** Of elements with one path, the first will do. */
const NUMBERS = /\[\d+\]/g

const MANY = /^(?:reportingOwner|ownerSignature|footnote|\w+(?:Transaction|Holding))$/

/** The elements below the root, the first of each path. */
function placesOf(xml: string): Place[] {
  const tree = parseXml(xml)
  if (isProblem(tree)) throw new Error(tree.code)
  const places: Place[] = []
  const met = new Set<string>()
  const visit = (element: XmlElement, path: string) => {
    const counts = new Map<string, number>()
    for (const child of element.children) {
      if (child.kind !== 'element') continue
      const count = (counts.get(child.name) ?? 0) + 1
      counts.set(child.name, count)
      const at = `${path}/${child.name}${MANY.test(child.name) ? `[${count}]` : ''}`
      const plain = at.replace(NUMBERS, '')
      if (!met.has(plain)) places.push({ element: child, parent: path, from: element.openEnd, to: element.closeStart })
      met.add(plain)
      visit(child, at)
    }
  }
  visit(tree.root, '/ownershipDocument')
  return places
}

type Change = (xml: string, place: Place) => string | undefined

const isGroup = ({ children }: XmlElement) => children.some(({ kind }) => kind === 'element')
const cut = (xml: string, from: number, to: number, put = '') => xml.slice(0, from) + put + xml.slice(to)
const filled =
  (content: (old: string) => string): Change =>
  (xml, { element }) =>
    isGroup(element) || element.name === 'footnoteId'
      ? undefined
      : cut(xml, element.openEnd, element.closeStart, content(xml.slice(element.openEnd, element.closeStart)))
const begun =
  (content: string): Change =>
  (xml, { element }) =>
    isGroup(element) ? cut(xml, element.openEnd, element.openEnd, content) : undefined

/** Asked of every form: the same element may have another place in it. */
const STRUCTURE: Readonly<Record<string, Change>> = {
  'without it': (xml, { element }) => cut(xml, element.start, element.end),
  'with it twice': (xml, { element }) => cut(xml, element.end, element.end, xml.slice(element.start, element.end)),
  'with it last': (xml, { element, to }) =>
    cut(cut(xml, to, to, xml.slice(element.start, element.end)), element.start, element.end),
  'with it first': (xml, { element, from }) =>
    cut(cut(xml, element.start, element.end), from, from, xml.slice(element.start, element.end)),
}

/** Asked where an element is met first. */
const CONTENT: Readonly<Record<string, Change>> = {
  'with nothing in it': filled(() => ''),
  'with a blank in it': filled(() => ' '),
  'with a word in it': filled(() => 'word'),
  'with 5 in it': filled(() => '5'),
  'with many words in it': filled(() => 'word '.repeat(500)),
  'with blanks around its value': filled((old) => ` ${old}\n`),
  'with an element in it that nobody knows': begun('<invented/>'),
  'with text between its elements': begun('text'),
  'with an attribute': (xml, { element }) =>
    cut(xml, element.start + 1 + element.name.length, element.start + 1 + element.name.length, ' lang="en"'),
}

const EDITIONS = [
  ...['3/A', '4', '5/A'].map((type) => ({ type, edition: 'today', rulesOf: '2026-06-01' }) as const),
  { type: '4', edition: 'x0306', rulesOf: '2023-03-17' } as const,
].map((form) => {
  const xml = readFileSync(join(root, 'cases/elements', `${form.type.replace('/', '')}.xml`), 'utf8')
  return { ...form, xml: form.edition === 'today' ? xml : asOfX0306(xml) }
})

type Edition = (typeof EDITIONS)[number]

/** The places where the SEC's schema and ours do not agree about a change. */
function disagreements({ xml, type, edition, rulesOf }: Edition, places: readonly Place[], change: Change) {
  const wrong: { where: string; faults: readonly Fault[] }[] = []
  for (const place of places) {
    const changed = change(xml, place)
    if (changed === undefined) continue
    const { document } = readOwnershipXml(changed)
    // libxml2 does not ask whether the footnote is there.
    const faults = schemaFaults(new CheckedFiling(document!, { rulesOf: day(rulesOf) })).filter(
      ({ kind }) => kind !== 'reference-without-footnote',
    )
    const where = `${place.parent}/${place.element.name}`
    if ((faults.length === 0) !== isValid(changed, type, edition)) wrong.push({ where, faults })
  }
  return wrong
}

const pathOf = ({ parent, element }: Place) => `${parent}/${element.name}`.replace(NUMBERS, '')
const met = new Set<string>()

describe.each(EDITIONS)('a form $type by the schema of $edition', (form) => {
  const places = placesOf(form.xml)
  const fresh = places.filter((place) => !met.has(pathOf(place)))
  for (const place of fresh) met.add(pathOf(place))

  test.each(Object.entries(STRUCTURE))('each element %s', (_, change) => {
    expect(disagreements(form, places, change)).toEqual([])
  })

  test.each(Object.entries(CONTENT))('each new element %s', (_, change) => {
    expect(disagreements(form, fresh, change)).toEqual([])
  })
})
