import {
  type ElementDefinition,
  OWNERSHIP_DOCUMENT,
  type OwnershipDocument,
  OwnershipRow,
  type Reported,
} from '@section16/core/model'

type Properties = Record<string, unknown>
type Change = (value: unknown) => unknown
type Group = Extract<ElementDefinition, { shape: 'group' }>

interface Step {
  readonly name: string
  /** From 1. */
  readonly number: number
}

/**
 * The field at an XPath of the schema, `/ownershipDocument/nonDerivativeTable/nonDerivativeHolding[2]/securityTitle`:
 * the places that findings name. A path that the schema does not have is a slip of the program, so it throws.
 */
export function fieldOf(document: OwnershipDocument, path: string): Reported<unknown> {
  return valueAt(document, path) as Reported<unknown>
}

/** Whatever stands at a path: a field, a group, a line. */
export function valueAt(document: OwnershipDocument, path: string): unknown {
  let here: Properties = document as unknown as Properties
  let children = OWNERSHIP_DOCUMENT.children
  for (const step of stepsOf(path)) {
    const child = childOf(children, step.name)
    const value = here[propertyOf(child, step)]
    const many = child?.shape === 'rows' || (child?.shape === 'group' && child.many)
    here = (many ? (value as Properties[])[indexOf(value as object[], child, step)] : value) as Properties
    children = child !== undefined && 'children' in child ? child.children : []
  }
  return here
}

/**
 * A document with another field at a path. Only the groups on the way are copied, so that whatever else is shown can see
 * that it is the same; a group is made where none was, and one that is left empty is none again. The document given is
 * untouched.
 */
export function withField(document: OwnershipDocument, path: string, field: Reported<unknown>): OwnershipDocument {
  return withValue(document, path, () => field)
}

/** As `withField` for whatever stands at a path: the marks of `transactionCoding`, a list of owners or lines. */
export function withValue(document: OwnershipDocument, path: string, change: Change): OwnershipDocument {
  return changed(document, OWNERSHIP_DOCUMENT.children, stepsOf(path), change) as OwnershipDocument
}

/** The path of a line, as findings give it: counted among the lines of its element. */
export function pathOfRow(rows: readonly OwnershipRow[], at: number): string {
  const { element } = rows[at] as OwnershipRow
  const number = rows.slice(0, at + 1).filter((row) => row.element === element).length
  const table = element.startsWith('nonD') ? 'nonDerivativeTable' : 'derivativeTable'
  return `/ownershipDocument/${table}/${element}[${number}]`
}

function stepsOf(path: string): Step[] {
  const [, ...steps] = path.split('/').slice(1)
  return steps.map((step) => {
    const [, name = step, number = '1'] = /^(.*?)(?:\[(\d+)\])?$/.exec(step) ?? []
    return { name, number: Number(number) }
  })
}

function childOf(children: readonly ElementDefinition[], name: string): ElementDefinition | undefined {
  return children.find((child) =>
    (child.shape === 'rows' ? (child.elements as readonly string[]) : [child.element]).includes(name),
  )
}

/** The marks of a group and the lines of a table are properties without an element of their own. */
function propertyOf(child: ElementDefinition | undefined, { name }: Step): string {
  if (child !== undefined) return child.property
  if (name === 'footnotes' || name === 'rows') return name
  throw new Error(`no element ${name} there`)
}

function indexOf(list: readonly object[], child: ElementDefinition, { name, number }: Step): number {
  if (child.shape !== 'rows') return number - 1
  let count = 0
  return (list as readonly OwnershipRow[]).findIndex((row) => row.element === name && ++count === number)
}

function changed(target: object, children: readonly ElementDefinition[], steps: Step[], change: Change): object {
  const [step, ...rest] = steps as [Step, ...Step[]]
  const copy: Properties = Object.assign(Object.create(Object.getPrototypeOf(target)), target)
  const child = childOf(children, step.name)
  const property = propertyOf(child, step)
  const value = copy[property]
  if (child?.shape === 'rows' || (child?.shape === 'group' && child.many && (rest.length > 0 || step.number > 0))) {
    const list = value as object[]
    const at = indexOf(list, child, step)
    copy[property] = list.map((one, i) =>
      i !== at ? one : rest.length === 0 ? change(one) : changed(one, child.children, rest, change),
    )
  } else if (child?.shape === 'group' && rest.length > 0) {
    const group = (value as { present: boolean }).present ? value : child.create()
    const after = changed(group as object, child.children, rest, change)
    copy[property] = saysSomething(after, child) ? after : freshAs(target)[property]
  } else copy[property] = change(value)
  return copy
}

/** A group that has nothing but absent fields is none; one that holds groups or lists stays. */
function saysSomething(group: object, { children, footnoteIds }: Group): boolean {
  const properties = group as Properties
  if (footnoteIds && (properties.footnotes as unknown[]).length > 0) return true
  return children.some(
    ({ shape, property }) =>
      (shape !== 'leaf' && shape !== 'field') || (properties[property] as Reported<unknown>).kind !== 'absent',
  )
}

/** A new one of the same kind: all its groups are not there. */
function freshAs(target: object): Properties {
  return target instanceof OwnershipRow
    ? (new OwnershipRow(target.element) as unknown as Properties)
    : Reflect.construct(target.constructor, [])
}
