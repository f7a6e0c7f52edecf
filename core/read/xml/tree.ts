/**
 * The source as a tree, node by node, with offsets into it instead of copies. Nothing is left out: the parts between
 * the offsets of the nodes join up to the whole source.
 */
export type XmlNode = XmlElement | XmlText | XmlOther

export interface XmlElement {
  kind: 'element'
  name: string
  attributes: XmlAttribute[]
  children: XmlNode[]
  /** Of the start tag's `<`. */
  start: number
  /** After the start tag's `>`. */
  openEnd: number
  /** Of the end tag's `<`; `openEnd` for an empty-element tag and where a mended element has no end tag. */
  closeStart: number
  /** After the end tag's `>`. */
  end: number
}

export interface XmlAttribute {
  name: string
  /** References resolved, white space characters made blanks (XML 1.0 section 3.3.3). */
  value: string
}

/** Characters with their references unresolved: `source.slice(start, end)`. */
export interface XmlText {
  kind: 'text'
  start: number
  end: number
}

/** Markup that is neither element nor text, delimiters included. */
export interface XmlOther {
  kind: 'cdata' | 'comment' | 'instruction'
  start: number
  end: number
}

export interface XmlTree {
  root: XmlElement
  /** Comments and instructions before and after the root. */
  misc: XmlOther[]
}

/** Why a source is not well-formed, or is refused by policy or limit. */
export interface XmlProblem {
  /** A code of `readDiagnostics`. */
  code: string
  offset: number
  data: Record<string, string | number>
}

/** The `xml` declaration at the start of a source, or `undefined`. Follows XML 1.0 sections 2.8, 2.9 and 4.3.3. */
export const XML_DECLARATION =
  /^<\?xml[\t\n\r ]+version[\t\n\r ]*=[\t\n\r ]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[\t\n\r ]+encoding[\t\n\r ]*=[\t\n\r ]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[\t\n\r ]+standalone[\t\n\r ]*=[\t\n\r ]*(?:"(?:yes|no)"|'(?:yes|no)'))?[\t\n\r ]*\?>/
