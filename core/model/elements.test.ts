import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../tools/repository.ts'
import { documentPaths, schemaPaths } from '../../tools/testing/schemaPaths.ts'
import { documentTypes } from '../facts/index.ts'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import { writeOwnershipXml } from '../write/xml.ts'
import { type ElementDefinition, OWNERSHIP_DOCUMENT } from './elements.ts'
import { OwnershipRow } from './ownershipDocument.ts'
import { absent } from './reported.ts'
import { walk } from './walk.ts'

const SPECIFICATION = join(root, '../shared/spec/ownership-elements.json')
const NO_SPECIFICATION = 'needs the element list of ../shared/spec'

const types = [...documentTypes.keys()]
const caseOf = (type: string) => readFileSync(join(root, `cases/elements/${type.replace('/', '')}.xml`), 'utf8')
const schemas = new Map(types.map((type) => [type, schemaPaths(type)]))
const everyPath = new Set([...schemas.values()].flatMap((paths) => [...paths]))

/** Every element and attribute path of the element table. */
function tablePaths(definition: ElementDefinition, above: string): string[] {
  const names = definition.shape === 'rows' ? definition.elements : [definition.element]
  return names.flatMap((name) => {
    const path = `${above}/${name}`
    const references = [`${path}/footnoteId`, `${path}/footnoteId/@id`]
    if (definition.shape === 'leaf') return [path]
    if (definition.shape === 'footnote') return [path, `${path}/@id`]
    if (definition.shape === 'field') return [path, `${path}/value`, ...references]
    const below = definition.children.flatMap((child) => tablePaths(child, path))
    return [path, ...below, ...(definition.shape === 'group' && definition.footnoteIds ? references : [])]
  })
}

/** A path without the numbers of repeated elements. */
const plain = (path: string) => path.replace(/\[\d+\]/g, '')

/** Every path that a walk through a document comes to. */
function walkedPaths(xml: string): Set<string> {
  const { document } = readOwnershipXml(xml)
  const paths = new Set<string>()
  const add = (path: string) => {
    for (let at = path.length; at > 0; at = path.lastIndexOf('/', at - 1)) paths.add(plain(path.slice(0, at)))
  }
  if (!document) return paths
  const refer = (path: string) => add(`${path}/footnoteId/@id`)
  walk(document, {
    field: ({ written, footnotes }, { shape }, path) => {
      add(path())
      if (shape === 'field' && written !== undefined) add(`${path()}/value`)
      if (footnotes.length > 0) refer(path())
    },
    references: (_, path) => refer(path()),
    footnote: (_, path) => add(`${path()}/@id`),
  })
  return paths
}

test('the element table has every path of the six schemas', () => {
  const known = new Set(tablePaths(OWNERSHIP_DOCUMENT, ''))
  expect(everyPath.size).toBe(261)
  expect([...everyPath].filter((path) => !known.has(path))).toEqual([])
})

test('beyond the schemas the table has the 2003 dialect, and in Table I what only Table II uses', () => {
  const only = tablePaths(OWNERSHIP_DOCUMENT, '').filter((path) => !everyPath.has(path))
  const DERIVATIVE_ONLY =
    /conversionOrExercisePrice|exerciseDate|expirationDate|underlyingSecurity|transactionTotalValue/
  const unexplained = only.filter(
    (path) =>
      !/\/(?:nonDerivative|derivative)Security\b|\/transactionValue\b/.test(path) &&
      !(path.includes('/nonDerivativeTable/') && DERIVATIVE_ONLY.test(path)) &&
      // A holding has no transaction; one kind of line serves both.
      !/Holding\/(?:transaction|deemed)/.test(path),
  )
  // Of all fields of Table II the schema gives this one no footnotes; a reader takes them.
  const noted = 'derivativeTable/derivativeTransaction/transactionAmounts/transactionAcquiredDisposedCode/footnoteId'
  expect(unexplained).toEqual([`/ownershipDocument/${noted}`, `/ownershipDocument/${noted}/@id`])
})

test('every property of the table is one of the model', () => {
  const check = (children: readonly ElementDefinition[], home: object, path: string): void => {
    for (const child of children) {
      expect(child.property in home, `${path}.${child.property}`).toBe(true)
      if (child.shape === 'rows') check(child.children, new OwnershipRow('derivativeTransaction'), child.element)
      else if (child.shape === 'group') check(child.children, child.create(), child.element)
      else if (child.shape !== 'footnote') {
        // There is one absent field a type.
        expect((home as Record<string, unknown>)[child.property], child.element).toBe(absent(child.type))
      }
    }
  }
  check(OWNERSHIP_DOCUMENT.children, OWNERSHIP_DOCUMENT.create(), 'ownershipDocument')
})

describe.each(types)('the case of Form %s', (type) => {
  const xml = caseOf(type)

  test('holds every element and attribute of the schema, and no other', () => {
    expect([...documentPaths(xml)].sort()).toEqual([...(schemas.get(type) ?? [])].sort())
  })

  test('is read into the model whole, with nothing to say', () => {
    const { outcome, diagnostics } = readOwnershipXml(xml)
    expect({ outcome, diagnostics }).toEqual({ outcome: 'read', diagnostics: [] })
    expect([...walkedPaths(xml)].sort()).toEqual([...(schemas.get(type) ?? [])].sort())
  })

  test('is written back byte for byte', () => {
    const { document } = readOwnershipXml(xml)
    expect(document && writeOwnershipXml(document)).toBe(xml)
  })

  test('agrees with the element list of the specification', (context) => {
    context.skip(!existsSync(SPECIFICATION), NO_SPECIFICATION)
    interface Listed {
      path: string
      forms: Record<string, object | null>
    }
    const { elements }: { elements: Listed[] } = JSON.parse(readFileSync(SPECIFICATION, 'utf8'))
    const listed = elements.filter(({ forms }) => forms[type]).map(({ path }) => path)
    expect(listed.sort()).toEqual([...(schemas.get(type) ?? [])].sort())
  })
})
