/**
 * How a source was laid out where that differs from EDGAR's own serialisation (ownership-xml.md section 8), so that
 * writing back gives the same bytes. Most filings have none of this: EDGAR wrote them.
 *
 * An item is either verbatim markup (white space, a comment, an element nobody knows) or a known child by its element
 * name, with its start and end tag where they are not the plain ones (`close` is '' for `<x/>`). Repeated children are
 * named once each, in order.
 */
export type LayoutItem = string | LayoutChild

export interface LayoutChild {
  child: string
  open?: string
  close?: string
  /** Of several children of one name: the line, owner, footnote or signature that stands here. */
  of?: object
}

/** The content of one element in order; absent where it is EDGAR's. */
export type Layout = readonly LayoutItem[]

/** White space between elements, all through a document. */
export interface Style {
  /** Line end; '' when the document has none between elements. */
  newline: string
  /** One level of indentation. */
  indent: string
  /** Lines ended before each child of the root: EDGAR leaves an empty line, so 2. */
  rootGap: number
}

export const EDGAR_STYLE: Style = { newline: '\n', indent: '    ', rootGap: 2 }

/** What lies around the document element. */
export interface DocumentLayout {
  style: Style
  /** Everything before the root's start tag: declaration, comments, white space. */
  prolog: string
  /** Everything after the root's end tag. */
  epilog: string
  /** The root's tags where they are not the plain ones. */
  root?: LayoutChild
}

/** As EDGAR writes it. */
export const EDGAR_LAYOUT: DocumentLayout = {
  style: EDGAR_STYLE,
  prolog: '<?xml version="1.0"?>\n',
  epilog: '',
}

/**
 * White space before a child at `level` of an element at `depth` (child: one more than depth; end tag: the same). Only
 * the root's children have the larger gap.
 */
export function gapOf(style: Style, depth: number, level: number): string {
  const lines = depth === 0 && level === 1 ? style.rootGap : 1
  return style.newline.repeat(lines) + style.indent.repeat(level)
}
