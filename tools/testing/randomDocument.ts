import {
  createRow,
  type ElementDefinition,
  type GroupDefinition,
  OWNERSHIP_DOCUMENT,
  type RowsDefinition,
} from '../../core/model/elements.ts'
import {
  Footnote,
  type OwnershipDocument,
  type OwnershipRow,
  OwnershipTable,
} from '../../core/model/ownershipDocument.ts'
import { reported, type ValueType } from '../../core/model/reported.ts'
import type { Random } from './random.ts'

/** Values by type as a program may give them: not markup, so anything that XML can carry goes. */
const VALUES: Record<ValueType, readonly string[]> = {
  text: [
    'Common Stock',
    'Zephyr & Quill "Z" <Q>',
    "]]> O'Dell",
    ' two\nlines ',
    'Crédit \u{1f4c8}',
    'a\rb\r\nc',
    '&amp;',
    '',
  ],
  decimal: ['1500', '0', '.5', '3.49780', '-12', 'n/a', ''],
  date: ['2024-02-29', '2024-02-30', '2003-05-09-05:00', ''],
  boolean: ['1', '0', 'true', 'false', 'yes'],
  cik: ['0001234567', '42', 'none'],
}

type Properties = Record<string, unknown>

/** An invented document made in the model alone, every element of the schema possible. */
export function randomDocument(random: Random): OwnershipDocument {
  const document = OWNERSHIP_DOCUMENT.create() as OwnershipDocument
  fill(document as unknown as Properties, OWNERSHIP_DOCUMENT.children, random)
  return document
}

/** Another value than most, to be told from what stood there before. */
export function randomField(type: ValueType, random: Random) {
  const footnotes = Array.from(
    { length: random.chance(0.7) ? 0 : random.between(1, 3) },
    () => `F${random.between(1, 9)}`,
  )
  const written = random.chance(0.15) && footnotes.length > 0 ? undefined : random.pick(VALUES[type])
  return reported(type, written, { footnotes })
}

/** Fills a group, or a row, with some of the elements it may have. */
export function fill(target: Properties, children: readonly ElementDefinition[], random: Random): void {
  for (const child of children) if (random.chance(0.7)) put(target, child, random)
}

function put(target: Properties, child: ElementDefinition, random: Random): void {
  const { property } = child
  switch (child.shape) {
    case 'leaf':
      target[property] = reported(child.type, random.pick(VALUES[child.type]))
      break
    case 'field':
      target[property] = randomField(child.type, random)
      break
    case 'footnote':
      target[property] = Array.from(
        { length: random.below(4) },
        (_, i) => new Footnote(`F${i + 1}`, random.pick(VALUES.text)),
      )
      break
    case 'rows':
      putRows(target, child, random)
      break
    default:
      target[property] = child.many
        ? Array.from({ length: random.between(1, 3) }, () => filledGroup(child, random))
        : filledGroup(child, random)
  }
}

function putRows(target: Properties, child: RowsDefinition, random: Random): void {
  const rows = Array.from({ length: random.below(4) }, () => filledRow(child, random))
  if (child.property === 'rows') {
    target.rows = rows
    return
  }
  // Rows of the 2003 dialect, beside the table that they belong to or without it.
  const table = target[child.property] as OwnershipTable
  if (table.present) table.rows.push(...rows)
  else {
    const loose = new OwnershipTable()
    loose.present = false
    loose.rows = rows
    target[child.property] = loose
  }
}

/** A group with some of its elements. */
export function filledGroup(definition: GroupDefinition, random: Random): object {
  const group = definition.create() as Properties
  fill(group, definition.children, random)
  if (definition.footnoteIds && random.chance(0.3)) group.footnotes = ['F1', 'F7']
  return group
}

/** A line of a table with some of its elements. */
export function filledRow(definition: RowsDefinition, random: Random): OwnershipRow {
  const row = createRow(random.pick(definition.elements))
  fill(row as unknown as Properties, definition.children, random)
  return row
}
