import { type ElementDefinition, OWNERSHIP_DOCUMENT, type RowsDefinition } from '../model/elements.ts'
import { FILING_JSON_FORMAT } from '../model/filingJson.ts'
import type { ValueType } from '../model/reported.ts'

type Schema = Record<string, unknown>

/** The JSON Schema (draft 2020-12) of the filing JSON, generated from the element table. */
export function filingJsonSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Filing JSON of section16',
    description:
      'An SEC ownership report (Form 3, 4, 5 or an amendment), complete. Every field is an object: value (canonical), ' +
      'written (as filed, where spelled otherwise or no value of its type), footnotes (ids). An absent element has no key.',
    type: 'object',
    required: ['format', 'document'],
    additionalProperties: false,
    properties: {
      format: { const: FILING_JSON_FORMAT },
      accessionNumber: { type: 'string', pattern: '^\\d{10}-\\d{2}-\\d{6}$' },
      filedAsOf: { type: 'string', format: 'date', description: "EDGAR's filing date" },
      acceptedAt: { type: 'string', description: 'Eastern civil time, YYYY-MM-DDTHH:MM:SS' },
      document: documentSchema(),
    },
    $defs: {
      ...Object.fromEntries(VALUE_TYPES.map((type) => [`${type}Field`, fieldSchema(type)])),
      footnote: {
        type: 'object',
        required: ['id', 'text'],
        additionalProperties: false,
        properties: { id: { type: 'string' }, text: { type: 'string' }, spelling: { type: 'string' } },
      },
      row: rowSchema(),
      layout: LAYOUT,
      layoutChild: LAYOUT_CHILD,
    },
  }
}

const VALUE_TYPES: readonly ValueType[] = ['text', 'decimal', 'date', 'boolean', 'cik']

const VALUES: Record<ValueType, Schema> = {
  text: { type: 'string' },
  decimal: { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$', description: 'exact, never a JSON number' },
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  boolean: { type: 'boolean' },
  cik: { type: 'string', pattern: '^\\d{10}$' },
}

const LAYOUT_CHILD: Schema = {
  type: 'object',
  required: ['child'],
  additionalProperties: false,
  properties: { child: { type: 'string' }, open: { type: 'string' }, close: { type: 'string' } },
}

const LAYOUT: Schema = {
  description: "The element's content as filed, where it is not laid out as EDGAR does",
  type: 'array',
  items: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/layoutChild' }] },
}

function fieldSchema(type: ValueType): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      value: VALUES[type],
      written: { type: 'string' },
      footnotes: { type: 'array', items: { type: 'string' } },
      spelling: { type: 'string' },
      layout: { $ref: '#/$defs/layout' },
    },
  }
}

function documentSchema(): Schema {
  const schema = groupSchema(OWNERSHIP_DOCUMENT.children, false)
  const properties = schema.properties as Schema
  properties.source = {
    description: 'What lies around the root, and the white space all through, where it is not EDGAR’s',
    type: 'object',
    required: ['style', 'prolog', 'epilog'],
    additionalProperties: false,
    properties: {
      style: {
        type: 'object',
        required: ['newline', 'indent', 'rootGap'],
        additionalProperties: false,
        properties: { newline: { type: 'string' }, indent: { type: 'string' }, rootGap: { enum: [1, 2] } },
      },
      prolog: { type: 'string' },
      epilog: { type: 'string' },
      root: { $ref: '#/$defs/layoutChild' },
    },
  }
  return schema
}

function groupSchema(children: readonly ElementDefinition[], footnoteIds: boolean): Schema {
  const properties: Schema = {}
  for (const child of children) {
    // Lines outside a table (X0101) are told as the table's: the table's own definition covers them.
    if (child.shape !== 'rows' || child.property === 'rows') properties[child.property] = childSchema(child)
  }
  if (footnoteIds) properties.footnotes = { type: 'array', items: { type: 'string' } }
  properties.layout = { $ref: '#/$defs/layout' }
  return { type: 'object', additionalProperties: false, properties }
}

function childSchema(child: ElementDefinition): Schema {
  if (child.shape === 'footnote') return { type: 'array', items: { $ref: '#/$defs/footnote' } }
  if (child.shape === 'rows') return { type: 'array', items: { $ref: '#/$defs/row' } }
  if (child.shape !== 'group') {
    return { $ref: `#/$defs/${child.type}Field`, description: `<${child.element}>` }
  }
  const group: Schema = { ...groupSchema(child.children, child.footnoteIds), description: `<${child.element}>` }
  if (child.element.endsWith('Table')) (group.properties as Schema).present = { const: false }
  return child.many ? { type: 'array', items: group } : group
}

function rowSchema(): Schema {
  const rows: RowsDefinition[] = ROWS
  const schema = groupSchema((rows[0] as RowsDefinition).children, false)
  schema.required = ['element']
  ;(schema.properties as Schema).element = { enum: rows.flatMap((definition) => definition.elements) }
  return schema
}

const ROWS = OWNERSHIP_DOCUMENT.children.flatMap((child) =>
  child.shape === 'rows'
    ? [child]
    : child.shape === 'group'
      ? child.children.filter((one) => one.shape === 'rows')
      : [],
)
