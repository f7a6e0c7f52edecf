import type { ElementDefinition, FieldDefinition, GroupDefinition, LeafDefinition } from './elements.ts'
import type { Reported } from './reported.ts'

/** A leaf's place below an element: the groups on the way, then the leaf itself. */
export interface ElementPath {
  groups: readonly GroupDefinition[]
  leaf: LeafDefinition | FieldDefinition
}

/** A group's place below an element: the groups on the way, itself the last. */
export type GroupPath = readonly GroupDefinition[]

/**
 * Finds `transactionAmounts/transactionShares` below the children of an element. A path that the schema does not have
 * is a mistake of the program, so it throws.
 */
export function leafAt(children: readonly ElementDefinition[], path: string): ElementPath {
  const names = path.split('/')
  const groups = groupsAlong(children, names.slice(0, -1))
  const leaf = childOf(groups.at(-1)?.children ?? children, names.at(-1) as string)
  if (leaf.shape !== 'leaf' && leaf.shape !== 'field') throw new Error(`${path} is no leaf`)
  return { groups, leaf }
}

/** Finds a group, `transactionCoding`, below the children of an element; throws where the schema has none such. */
export function groupAt(children: readonly ElementDefinition[], path: string): GroupPath {
  return groupsAlong(children, path.split('/'))
}

/** The field at a path of a document, a line or another group. Absent where nothing stands there. */
export function fieldAt(target: object, { groups, leaf }: ElementPath): Reported<unknown> {
  return properties(groupIn(target, groups))[leaf.property] as Reported<unknown>
}

/** The group at a path; the shared empty one where nothing stands there. */
export function groupIn(target: object, groups: GroupPath): object {
  let here = target
  for (const { property } of groups) here = properties(here)[property] as object
  return here
}

/** The group at a path, created together with those above it where they are not there. */
export function groupFor(target: object, groups: GroupPath): object {
  let here = target
  for (const { property, create } of groups) {
    const known = properties(here)[property] as { present: boolean }
    if (!known.present) properties(here)[property] = create()
    here = properties(here)[property] as object
  }
  return here
}

/** Puts a field at a path, creating the groups on the way. */
export function putField(target: object, { groups, leaf }: ElementPath, field: Reported<unknown>): void {
  properties(groupFor(target, groups))[leaf.property] = field
}

function groupsAlong(children: readonly ElementDefinition[], names: readonly string[]): GroupDefinition[] {
  const groups: GroupDefinition[] = []
  for (const name of names) {
    const group = childOf(groups.at(-1)?.children ?? children, name)
    if (group.shape !== 'group') throw new Error(`${names.join('/')} is no group`)
    groups.push(group)
  }
  return groups
}

function childOf(children: readonly ElementDefinition[], name: string): ElementDefinition {
  const found = children.find((child) => child.element === name)
  if (!found) throw new Error(`no element ${name} there`)
  return found
}

function properties(target: object): Record<string, unknown> {
  return target as Record<string, unknown>
}
