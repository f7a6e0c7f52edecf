import { describe, expect, test } from 'vitest'
import { dump } from '../../tools/testing/dump.ts'
import { schemaPaths } from '../../tools/testing/schemaPaths.ts'
import { documentTypes } from '../facts/index.ts'
import { type ElementDefinition, OWNERSHIP_DOCUMENT } from '../model/elements.ts'
import { gapOf, type Style } from '../model/layout.ts'
import { LIMITS } from './limits.ts'
import { readThoroughly } from './ownershipXml.ts'
import { readQuickly } from './quick.ts'
import { Texts } from './texts.ts'

const EDGAR: Style = { newline: '\n', indent: '    ', rootGap: 2 }
const STYLES: [string, Style][] = [
  ['as EDGAR lays out', EDGAR],
  ['with tabs and the line ends of Windows', { newline: '\r\n', indent: '\t', rootGap: 1 }],
  ['without white space', { newline: '', indent: '', rootGap: 1 }],
]

/** Every path below the root of the six schemas: an element foretold at a wrong depth would be given up there. */
const PATHS = [...new Set([...documentTypes.keys()].flatMap((type) => [...schemaPaths(type)]))].slice(1)

test('the texts are those of the element table, each once', () => {
  const names = (children: readonly ElementDefinition[]): string[] =>
    children.flatMap((child) => [
      ...(child.shape === 'rows' ? child.elements : [child.element]),
      ...('children' in child ? names(child.children) : []),
    ])
  // Lines of the 2003 dialect stand outside a table and are left to the other reader.
  const expected = new Set(names(OWNERSHIP_DOCUMENT.children).filter((name) => !name.endsWith('erivativeSecurity')))
  const { style, foretold, rootClose, ...texts } = new Texts(EDGAR)
  expect(style).toEqual(EDGAR)
  expect(Object.keys(texts).sort()).toEqual([...expected].sort())
})

describe.each(STYLES)('%s', (_, style) => {
  test('every path of the schemas, alone in a document, is read the fast way, and as the other way', () => {
    expect(PATHS).toHaveLength(260)
    for (const path of PATHS) {
      for (const content of contentsOf(path)) {
        const xml = documentWith(path, content, style)
        const quick = readQuickly(new TextEncoder().encode(xml), xml)
        expect(quick, xml).toBeDefined()
        expect(dump(quick), xml).toBe(dump(readThoroughly(xml, LIMITS).document))
      }
    }
  })

  test('an element that is not where the schema has it is left to the other way', () => {
    for (const path of PATHS.filter((one) => /\w\/\w+\/\w+$/.test(one) && !one.endsWith('footnoteId'))) {
      const tooHigh = path.replace(/[^/]+\/([^/]+)$/, '$1')
      if (PATHS.includes(tooHigh)) continue
      const xml = documentWith(tooHigh, 'x', style)
      expect(readQuickly(new TextEncoder().encode(xml), xml), xml).toBeUndefined()
    }
  })
})

/** What the innermost element of a path holds: a value and nothing where it is a leaf, else nothing. */
function contentsOf(path: string): string[] {
  const isLeaf = PATHS.every((other) => !other.startsWith(`${path}/`) || other.endsWith('/@id'))
  if (!isLeaf || path.endsWith('/@id') || path.endsWith('/footnoteId')) return ['']
  if (/Date|period/.test(path)) return ['2026-04-02', '']
  if (/Shares|Price|Value|valueOwned|sharesOwned/.test(path)) return ['12.5', '']
  if (path.endsWith('Cik')) return ['0009900001', '']
  return [
    /\/(?:is[A-Z]|equity|aff|not|no[A-Z]|form\d|rptOwnerNonUSAddressFlag|rptOwnerGood)/.test(path)
      ? 'true'
      : 'D &amp; E',
    '',
  ]
}

/** A document that holds one path and nothing else. */
function documentWith(path: string, content: string, style: Style): string {
  const steps = path.replace('/@id', '').split('/').slice(2)
  const below = (depth: number): string => {
    const element = steps[depth]
    if (element === undefined) return content
    const gap = gapOf(style, depth, depth + 1)
    if (element === 'footnoteId') return `${gap}<footnoteId id="F1"/>${gapOf(style, depth, depth)}`
    const start = element === 'footnote' ? '<footnote id="F1">' : `<${element}>`
    return `${gap}${start}${below(depth + 1)}</${element}>${gapOf(style, depth, depth)}`
  }
  return `<?xml version="1.0"?>\n<ownershipDocument>${below(0)}</ownershipDocument>`
}
