import { checkBoxes, columnOf, formNumberOf } from '@section16/core/facts'
import {
  type ElementDefinition,
  OWNERSHIP_DOCUMENT,
  type OwnershipDocument,
  type OwnershipRow,
} from '@section16/core/model'

type Properties = Record<string, unknown>

/** Elements that no form shows. */
const NOT_SHOWN = new Set(['schemaVersion', 'rptOwnerCcc', 'rptOwnerGoodAddress', 'rptOwnerStateDescription'])

const ROOT = `/${OWNERSHIP_DOCUMENT.element}`

/**
 * The path of every field that a document has room for on its form, blank ones too, in the schema's order; the lines of a
 * table as printed. Elements that the form has no box or column for are left out.
 */
export function formPaths(document: OwnershipDocument): string[] {
  return pathsBelow(document as unknown as Properties, OWNERSHIP_DOCUMENT.children, ROOT).filter((path) =>
    isOnForm(document, path),
  )
}

function pathsBelow(target: Properties, children: readonly ElementDefinition[], path: string): string[] {
  return children.flatMap((child) => {
    const here = `${path}/${child.element}`
    if (child.shape === 'leaf' || child.shape === 'field') return NOT_SHOWN.has(child.element) ? [] : [here]
    if (child.shape === 'rows') return rowPaths(target, child.property, child.children, path)
    const value = target[child.property]
    if (child.shape === 'footnote') return (value as unknown[]).map((_, i) => `${here}[${i + 1}]`)
    if (!child.many) return pathsBelow(value as Properties, child.children, here)
    return (value as Properties[]).flatMap((one, i) => pathsBelow(one, child.children, `${here}[${i + 1}]`))
  })
}

/** Each line counts among those of its own element. Lines outside of a table are never made from paper. */
function rowPaths(
  target: Properties,
  property: string,
  children: readonly ElementDefinition[],
  path: string,
): string[] {
  if (property !== 'rows') return []
  const counts = new Map<string, number>()
  return (target.rows as OwnershipRow[]).flatMap((row) => {
    const count = (counts.get(row.element) ?? 0) + 1
    counts.set(row.element, count)
    return pathsBelow(row as unknown as Properties, children, `${path}/${row.element}[${count}]`)
  })
}

function isOnForm(document: OwnershipDocument, path: string): boolean {
  const form = formNumberOf(document)
  const row = /\/(d|nonD)erivativeTable\/[^/]+\/(.+)$/.exec(path)
  if (row) return columnOf(form, row[1] === 'd' ? 'II' : 'I', row[2]!) !== undefined
  const element = path.slice(ROOT.length + 1)
  if (element === 'noSecuritiesOwned') return form === '3'
  return checkBoxes.find((box) => box.element === element)?.forms.includes(form) ?? true
}
