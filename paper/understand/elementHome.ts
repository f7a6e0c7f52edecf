import {
  type ElementDefinition,
  type FieldDefinition,
  Footnote,
  type LeafDefinition,
  OWNERSHIP_DOCUMENT,
  type OwnershipDocument,
  type OwnershipRow,
  type Reported,
  reported,
  type ValueType,
} from '@section16/core/model'

/** Where the value of an element path lives. */
export interface ElementHome {
  readonly type: ValueType
  /** Whether the element has a place for references to footnotes. */
  readonly takesFootnotes: boolean
  get(): Reported<unknown>
  /** Creates the groups on the way where they are not there. */
  put(field: Reported<unknown>): void
}

type Properties = Record<string, unknown>

/** A path's step: an element and, where there may be several, which of them, from 1. */
interface Step {
  readonly element: string
  readonly index: number
}

/**
 * The home of an element path as core's diagnostics write it
 * (`/ownershipDocument/derivativeTable/derivativeTransaction[1]/transactionAmounts/transactionShares`). `undefined` where
 * the schema has no such element, or the document no such line, owner, signature or footnote.
 */
export function elementHome(document: OwnershipDocument, path: string): ElementHome | undefined {
  const steps = stepsOf(path)
  return steps && homeBelow(document as unknown as Properties, OWNERSHIP_DOCUMENT.children, steps)
}

function stepsOf(path: string): Step[] | undefined {
  const [empty, root, ...names] = path.split('/')
  if (empty !== '' || root !== OWNERSHIP_DOCUMENT.element || names.length === 0) return undefined
  const steps = names.map((name) => /^(\w+)(?:\[([1-9]\d{0,3})\])?$/.exec(name))
  return steps.some((step) => step === null)
    ? undefined
    : steps.map((step) => ({ element: step![1]!, index: Number(step![2] ?? 1) }))
}

function homeBelow(
  target: Properties,
  children: readonly ElementDefinition[],
  [step, ...rest]: readonly Step[],
): ElementHome | undefined {
  const child = children.find((one) =>
    (one.shape === 'rows' ? one.elements : [one.element]).includes(step!.element as never),
  )
  if (!child) return undefined
  if (child.shape === 'leaf' || child.shape === 'field') return rest.length > 0 ? undefined : fieldHome(target, child)
  if (child.shape === 'footnote') return rest.length > 0 ? undefined : footnoteHome(target, child.property, step!.index)
  if (rest.length === 0) return undefined
  const inside = child.shape === 'rows' ? rowOf(target, child.property, step!) : groupOf(target, child, step!.index)
  if (!inside) return undefined
  const home = homeBelow(inside, child.children, rest)
  if (!home || child.shape === 'rows' || child.many) return home
  const put = (field: Reported<unknown>) => {
    target[child.property] = inside
    home.put(field)
  }
  return { ...home, put }
}

function fieldHome(target: Properties, { property, type, shape }: LeafDefinition | FieldDefinition): ElementHome {
  return {
    type,
    takesFootnotes: shape === 'field',
    get: () => target[property] as Reported<unknown>,
    put: (field) => {
      target[property] = field
    },
  }
}

/** A footnote's text as a field. */
function footnoteHome(target: Properties, property: string, index: number): ElementHome | undefined {
  const footnotes = target[property] as Footnote[]
  const footnote = footnotes[index - 1]
  if (!footnote) return undefined
  return {
    type: 'text',
    takesFootnotes: false,
    get: () => reported('text', footnote.text),
    put: (field) => {
      footnotes[index - 1] = new Footnote(footnote.id, field.written ?? '')
    },
  }
}

/** Rows stand below their table; the 2003 dialect's, outside of one, are never made from paper. */
function rowOf(target: Properties, property: string, { element, index }: Step): Properties | undefined {
  if (property !== 'rows') return undefined
  const rows = target.rows as OwnershipRow[]
  return rows.filter((row) => row.element === element)[index - 1] as unknown as Properties | undefined
}

/** The group that is there, or a new one, which becomes part of the document when something is put into it. */
function groupOf(
  target: Properties,
  { property, many, create }: { property: string; many: boolean; create: () => object },
  index: number,
): Properties | undefined {
  if (many) return (target[property] as Properties[])[index - 1]
  if (index !== 1) return undefined
  const known = target[property] as Properties
  return known.present ? known : (create() as Properties)
}
