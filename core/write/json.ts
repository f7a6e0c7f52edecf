import { MASKED_CCC, maskCccMarkup } from '../model/ccc.ts'
import { type ElementDefinition, OWNERSHIP_DOCUMENT } from '../model/elements.ts'
import {
  FILING_JSON_FORMAT,
  type FieldJson,
  type FilingJson,
  type FilingOrigin,
  type FootnoteJson,
  type GroupJson,
  type LayoutJson,
} from '../model/filingJson.ts'
import { EDGAR_LAYOUT, type Layout, type LayoutItem } from '../model/layout.ts'
import type { Footnote, OwnershipDocument, OwnershipRow } from '../model/ownershipDocument.ts'
import { canonical, type Reported } from '../model/reported.ts'

/**
 * A document as filing JSON: nothing left out, from which `readFilingJson` makes the same document and
 * `writeOwnershipXml` the same bytes. The one exception is a CCC: it is masked.
 */
export function toFilingJson(document: OwnershipDocument, origin: FilingOrigin = {}): FilingJson {
  const json = groupJson(OWNERSHIP_DOCUMENT.children, document as unknown as Properties)
  const { style, prolog, epilog, root } = document.source
  if (document.source !== EDGAR_LAYOUT) {
    json.source = {
      style,
      prolog: maskCccMarkup(prolog),
      epilog: maskCccMarkup(epilog),
      ...(root ? { root } : {}),
    }
  }
  const { accessionNumber, filedAsOf, acceptedAt } = origin
  return {
    format: FILING_JSON_FORMAT,
    ...(accessionNumber === undefined ? {} : { accessionNumber }),
    ...(filedAsOf === undefined ? {} : { filedAsOf }),
    ...(acceptedAt === undefined ? {} : { acceptedAt }),
    document: json,
  }
}

type Properties = Record<string, unknown>

function groupJson(children: readonly ElementDefinition[], group: Properties): GroupJson {
  const json: GroupJson = {}
  if (group.present === false) json.present = false
  for (const child of children) addChild(json, child, group)
  // Of the groups only the coding has footnotes of its own; elsewhere `footnotes` is a list of texts.
  if (Array.isArray(group.footnotes) && typeof group.footnotes[0] === 'string') json.footnotes = [...group.footnotes]
  if (group.layout) json.layout = layoutJson(group.layout as Layout)
  return json
}

function addChild(json: GroupJson, child: ElementDefinition, group: Properties): void {
  const { property } = child
  const value = group[property]
  if (child.shape === 'footnote') json[property] = (value as Footnote[]).map(footnoteJson)
  else if (child.shape === 'rows') {
    // Lines outside a table are in the table's own list: here only when no table element brings them.
    if (property === 'rows') json.rows = rowsJson(child.children, group)
    else if (!(value as Properties).present && ((value as Properties).rows as unknown[]).length > 0) {
      json[property] = { present: false, rows: rowsJson(child.children, value as Properties) }
    }
  } else if (child.shape !== 'group') {
    if ((value as Reported<unknown>).present) json[property] = fieldJson(value as Reported<unknown>, child.element)
  } else if (child.many) {
    const list = (value as Properties[]).map((one) => groupJson(child.children, one))
    if (list.length > 0) json[property] = list
  } else if ((value as Properties).present) json[property] = groupJson(child.children, value as Properties)
}

function rowsJson(children: readonly ElementDefinition[], table: Properties): GroupJson[] {
  return (table.rows as OwnershipRow[]).map((row) => ({
    element: row.element,
    ...groupJson(children, row as unknown as Properties),
  }))
}

function fieldJson(field: Reported<unknown>, element: string): FieldJson {
  if (element === 'rptOwnerCcc')
    return field.kind === 'value' ? { value: MASKED_CCC } : { written: field.written ?? '' }
  const json: FieldJson = {}
  if (field.kind === 'value') {
    const value = field.value as string | boolean
    json.value = typeof value === 'boolean' ? value : canonical(value)
    if (field.written !== canonical(value)) json.written = field.written
  } else if (field.written !== undefined) json.written = field.written
  if (field.footnotes.length > 0) json.footnotes = [...field.footnotes]
  if (field.spelling !== undefined) json.spelling = maskCccMarkup(field.spelling)
  if (field.layout) json.layout = layoutJson(field.layout)
  return json
}

function footnoteJson({ id, text, spelling }: Footnote): FootnoteJson {
  return { id, text, ...(spelling === undefined ? {} : { spelling: maskCccMarkup(spelling) }) }
}

function layoutJson(layout: Layout): LayoutJson {
  return layout.map((item: LayoutItem) => {
    if (typeof item === 'string') return maskCccMarkup(item)
    const { child, open, close } = item
    return { child, ...(open === undefined ? {} : { open }), ...(close === undefined ? {} : { close }) }
  })
}
