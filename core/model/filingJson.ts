/**
 * The filing JSON: the model as JSON, complete, so that the XML can be written from it alone. Names are the model's.
 * The JSON Schema is `filingJsonSchema` in write. `section16/filing@1` is its format for ever; what changes gets a new
 * number.
 */
export const FILING_JSON_FORMAT = 'section16/filing@1'

/**
 * A field. `value` is canonical: decimals and dates are strings (`"3.4978"`, `"2003-05-09"`), booleans are booleans, CIKs
 * have ten digits. `written` stands beside it where the filing spells it otherwise, and alone where the text is no value
 * of its type (or is empty). No `value` and no `written`: footnotes only, or an empty element. An absent element has no
 * key at all.
 */
export interface FieldJson {
  value?: string | boolean
  written?: string
  footnotes?: string[]
  spelling?: string
  layout?: LayoutJson
}

export type LayoutJson = (string | { child: string; open?: string; close?: string })[]

export interface FootnoteJson {
  id: string
  text: string
  spelling?: string
}

/** An element with children; keys are the model's property names. `present` is false for a table never opened (X0101). */
export interface GroupJson {
  present?: false
  layout?: LayoutJson
  [property: string]: unknown
}

/** Where a filing comes from, as far as it is known. */
export interface FilingOrigin {
  accessionNumber?: string
  /** `YYYY-MM-DD`, EDGAR's filing date. */
  filedAsOf?: string
  /** Eastern civil time, `YYYY-MM-DDTHH:MM:SS`. */
  acceptedAt?: string
}

export interface FilingJson extends FilingOrigin {
  format: typeof FILING_JSON_FORMAT
  document: GroupJson
}
