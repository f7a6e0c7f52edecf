import { MASKED_CCC, maskCccMarkup } from '../model/ccc.ts'
import type { ElementDefinition, FieldDefinition, GroupDefinition, RowsDefinition } from '../model/elements.ts'
import { OWNERSHIP_DOCUMENT } from '../model/elements.ts'
import { gapOf, type Layout, type LayoutChild, type LayoutItem, type Style } from '../model/layout.ts'
import type { Footnote, OwnershipDocument, OwnershipRow } from '../model/ownershipDocument.ts'
import type { Reported } from '../model/reported.ts'
import { attributeValue, escapeText } from '../model/xmlText.ts'

/** How ownership XML is written. */
export interface XmlOptions {
  /** What becomes of an owner's CCC: `mask` (the default) or `include`, for the file that goes to EDGAR and nowhere else. */
  ccc?: 'mask' | 'include'
}

/**
 * The document as EDGAR disseminates it (ownership-xml.md section 8), or, for one that was read, as it was read: byte
 * for byte, as long as nothing was changed; a change shows where it was made and nowhere else. Never fails; text
 * outside ASCII is written as it is (`submissionForm` refuses it).
 */
export function writeOwnershipXml(document: OwnershipDocument, options: XmlOptions = {}): string {
  const { style, prolog, epilog, root } = document.source
  const writer = new Writer(style, options.ccc ?? 'mask')
  const element: LayoutChild = root ?? { child: OWNERSHIP_DOCUMENT.element }
  return maskCccMarkup(prolog) + writer.group(OWNERSHIP_DOCUMENT, document, 0, element) + maskCccMarkup(epilog)
}

type Properties = Record<string, unknown>

/** A child to be written: its element name, its place in the schema's order, and how. */
interface Part {
  element: string
  order: number
  /** The line, owner, footnote or signature it is, where there may be several. */
  of?: object
  write: (tags: LayoutChild | undefined) => string
}

class Writer {
  private readonly style: Style
  private readonly ccc: 'mask' | 'include'

  constructor(style: Style, ccc: 'mask' | 'include') {
    this.style = style
    this.ccc = ccc
  }

  group(definition: GroupDefinition | RowsDefinition, target: object, depth: number, tags: LayoutChild): string {
    const parts = this.parts(definition, target as Properties, depth)
    return this.element(tags, this.content(parts, (target as { layout?: Layout }).layout, depth))
  }

  private parts(definition: GroupDefinition | RowsDefinition, target: Properties, depth: number): Part[] {
    const parts: Part[] = []
    for (const [order, child] of definition.children.entries()) this.partsOf(child, target, depth + 1, order, parts)
    if (definition.shape === 'group' && definition.footnoteIds) {
      this.references(target.footnotes as readonly string[], definition.children.length, parts)
    }
    return parts
  }

  private partsOf(child: ElementDefinition, target: Properties, depth: number, order: number, parts: Part[]): void {
    const { element } = child
    const value = target[child.property]
    switch (child.shape) {
      case 'leaf':
        if ((value as Reported<unknown>).present) {
          parts.push({ element, order, write: (tags) => this.leaf(child.element, value as Reported<unknown>, tags) })
        }
        break
      case 'field':
        if ((value as Reported<unknown>).present) {
          parts.push({ element, order, write: (tags) => this.field(child, value as Reported<unknown>, depth, tags) })
        }
        break
      case 'footnote':
        for (const footnote of value as Footnote[]) {
          parts.push({ element, order, of: footnote, write: (tags) => this.footnote(footnote, tags) })
        }
        break
      case 'rows':
        this.rows(child, target, depth, order, parts)
        break
      default:
        for (const group of child.many ? (value as object[]) : [value as object]) {
          if (!(group as { present: boolean }).present) continue
          const write = (tags: LayoutChild | undefined) => this.group(child, group, depth, tags ?? { child: element })
          parts.push(child.many ? { element, order, of: group, write } : { element, order, write })
        }
    }
  }

  private rows(child: RowsDefinition, target: Properties, depth: number, order: number, parts: Part[]): void {
    // Below a table the rows are its own; below the root they are those of a table that stand outside it.
    const home = child.property === 'rows' ? target : (target[child.property] as Properties)
    for (const row of home.rows as OwnershipRow[]) {
      const { element } = row
      if (!child.elements.includes(element)) continue
      const write = (tags: LayoutChild | undefined) => this.group(child, row, depth, tags ?? { child: element })
      parts.push({ element, order, of: row, write })
    }
  }

  private references(ids: readonly string[], order: number, parts: Part[]): void {
    for (const id of ids) {
      const write = (tags: LayoutChild | undefined) =>
        tags?.open !== undefined && idIn(tags.open) === id ? tags.open : `<footnoteId id="${escapeText(id)}"/>`
      parts.push({ element: 'footnoteId', order, write })
    }
  }

  private leaf(element: string, field: Reported<unknown>, tags: LayoutChild | undefined): string {
    const masked = element === 'rptOwnerCcc' && this.ccc === 'mask' && field.kind === 'value'
    return this.element(tags ?? { child: element }, masked ? MASKED_CCC : this.markup(field))
  }

  private field(
    definition: FieldDefinition,
    field: Reported<unknown>,
    depth: number,
    tags: LayoutChild | undefined,
  ): string {
    const parts: Part[] = []
    if (field.written !== undefined) {
      parts.push({
        element: 'value',
        order: 0,
        write: (value) => this.element(value ?? { child: 'value' }, this.markup(field)),
      })
    }
    this.references(field.footnotes, 1, parts)
    return this.element(tags ?? { child: definition.element }, this.content(parts, field.layout, depth))
  }

  private footnote(footnote: Footnote, tags: LayoutChild | undefined): string {
    const id = footnote.id === '' ? '' : ` id="${escapeText(footnote.id)}"`
    const asFiled = tags?.open !== undefined && (idIn(tags.open) ?? '') === footnote.id
    const open = asFiled ? (tags.open as string) : `<footnote${id}>`
    const close = tags?.close ?? '</footnote>'
    return this.element(
      { child: 'footnote', open, close },
      this.spelled(footnote.spelling) ?? escapeText(footnote.text),
    )
  }

  private markup(field: Reported<unknown>): string {
    return this.spelled(field.spelling) ?? escapeText(field.written ?? '')
  }

  /** Markup as filed; a CCC may stand in it by mistake. */
  private spelled(spelling: string | undefined): string | undefined {
    return this.ccc === 'mask' && spelling !== undefined ? maskCccMarkup(spelling) : spelling
  }

  /** An element from its tags. A tag that says `<x/>` gives way when there is something to put inside. */
  private element(tags: LayoutChild, content: string): string {
    const { child, open = `<${child}>`, close = `</${child}>` } = tags
    if (close === '' && content !== '') return `${open.replace(/\s*\/>$/, '>')}${content}</${child}>`
    return open + content + close
  }

  private content(parts: readonly Part[], layout: Layout | undefined, depth: number): string {
    if (layout) return this.laidOut(parts, layout, depth)
    if (parts.length === 0) return ''
    const gap = gapOf(this.style, depth, depth + 1)
    let out = ''
    for (const part of parts) out += gap + part.write(undefined)
    return out + gapOf(this.style, depth, depth)
  }

  /**
   * The parts at the places the layout gives them. A part that the layout does not know (it was added since) goes
   * beside its fellows, as the model has them, else before the first part that follows it in the schema; a place
   * without a part (it was taken away) goes with the white space before it.
   */
  private laidOut(parts: readonly Part[], layout: Layout, depth: number): string {
    const places = matchParts(parts, layout)
    const added = new Added(parts, places)
    const gap = gapOf(this.style, depth, depth + 1)
    let out = ''
    const rest = () => {
      for (const part of added.rest.splice(0)) out += gap + part.write(undefined)
    }
    for (const [i, item] of layout.entries()) {
      if (typeof item === 'string') {
        if (i === layout.length - 1) rest()
        if (!(item.trim() === '' && isChild(layout[i + 1]) && !places[i + 1])) out += maskCccMarkup(item)
        continue
      }
      const place = places[i]
      if (!place) continue
      // The white space before this place is written already: it serves the part that comes in.
      for (const part of added.before(place)) out += part.write(undefined) + gap
      out += place.write(item.open === undefined && item.close === undefined ? undefined : item)
      for (const part of added.behind(place)) out += gap + part.write(undefined)
    }
    rest()
    return out
  }
}

/** The parts that a layout does not know, each beside the part that it is to be written with. */
class Added {
  readonly rest: Part[] = []
  private readonly byNext = new Map<Part, Part[]>()
  private readonly byPrevious = new Map<Part, Part[]>()

  constructor(parts: readonly Part[], places: readonly (Part | undefined)[]) {
    const known = new Set(places.filter((place) => place !== undefined))
    let waiting: Part[] = []
    let previous: Part | undefined
    for (const part of parts) {
      const isFellow = waiting[0]?.order === part.order
      if (waiting.length > 0 && !isFellow) waiting = this.settle(waiting, previous, places)
      if (!known.has(part)) waiting.push(part)
      else {
        if (waiting.length > 0) this.byNext.set(part, waiting)
        waiting = []
        previous = part
      }
    }
    if (waiting.length > 0) this.settle(waiting, previous, places)
  }

  before(part: Part): readonly Part[] {
    return this.byNext.get(part) ?? []
  }

  behind(part: Part): readonly Part[] {
    return this.byPrevious.get(part) ?? []
  }

  /** Parts with no fellow behind them: behind the last fellow, else before what follows in the schema, else at the end. */
  private settle(waiting: Part[], previous: Part | undefined, places: readonly (Part | undefined)[]): Part[] {
    const { order } = waiting[0] as Part
    const next = places.find((place) => place !== undefined && place.order > order)
    if (previous?.order === order) this.byPrevious.set(previous, waiting)
    else if (next) this.byNext.set(next, [...(this.byNext.get(next) ?? []), ...waiting])
    else this.rest.push(...waiting)
    return []
  }
}

function isChild(item: LayoutItem | undefined): boolean {
  return item !== undefined && typeof item !== 'string'
}

/** The value of the `id` attribute of a start tag. */
function idIn(tag: string): string | undefined {
  const found = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag)
  return found ? attributeValue((found[1] ?? found[2]) as string) : undefined
}

/**
 * For each item of a layout the part that stands there: of several that are known to it the very one, else children of a
 * name in turn.
 */
function matchParts(parts: readonly Part[], layout: readonly LayoutItem[]): (Part | undefined)[] {
  const known = new Map<object, Part>()
  const waiting = new Map<string, Part[]>()
  for (const part of [...parts].reverse()) {
    if (part.of) known.set(part.of, part)
    const queue = waiting.get(part.element)
    if (queue) queue.push(part)
    else waiting.set(part.element, [part])
  }
  return layout.map((item) => {
    if (typeof item === 'string') return undefined
    return item.of ? known.get(item.of) : waiting.get(item.child)?.pop()
  })
}
