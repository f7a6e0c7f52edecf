import { attributeValue, illegalCharacter, resolveReferences } from '../../model/xmlText.ts'
import { LIMITS, type Limits } from '../limits.ts'
import { Finder } from './finder.ts'
import { endOfName, skipSpace } from './names.ts'
import { XML_DECLARATION, type XmlElement, type XmlNode, type XmlOther, type XmlProblem, type XmlTree } from './tree.ts'

/**
 * A well-formed XML 1.0 document as a tree, or the first reason why it is none. No DOCTYPE, hence no entity but the
 * five and no attribute default; no namespaces (the ownership schema has none). Does not recurse; one pass.
 */
export function parseXml(source: string, limits: Limits = LIMITS): XmlTree | XmlProblem {
  const parser = new Parser(source, limits)
  return parser.document() ?? (parser.problem as XmlProblem)
}

/** Whether parsing gave a problem instead of a tree. */
export function isProblem(result: XmlTree | XmlProblem): result is XmlProblem {
  return 'code' in result
}

class Parser {
  problem: XmlProblem | undefined
  private readonly source: string
  private readonly limits: Limits
  private at = 0
  private nodes = 0
  private root: XmlElement | undefined
  private readonly open: XmlElement[] = []
  private readonly misc: XmlOther[] = []
  private readonly brackets: Finder
  private readonly ampersands: Finder

  constructor(source: string, limits: Limits) {
    this.source = source
    this.limits = limits
    this.brackets = new Finder(source, ']]>')
    this.ampersands = new Finder(source, '&')
  }

  document(): XmlTree | undefined {
    const { source } = this
    const illegal = illegalCharacter(source)
    if (illegal >= 0) {
      const character = source.codePointAt(illegal) as number
      return this.fail('R110', illegal, { character: `U+${character.toString(16).toUpperCase().padStart(4, '0')}` })
    }
    if (source.charCodeAt(0) === 0xfeff) this.at = 1
    if (/^<\?xml[\t\n\r ?]/.test(source.slice(this.at, this.at + 6))) {
      const declaration = XML_DECLARATION.exec(source.slice(this.at))
      if (!declaration) return this.fail('R111', this.at)
      this.at += declaration[0].length
    }
    while (this.at < source.length) if (!this.item()) return undefined
    const unclosed = this.open.at(-1)
    if (unclosed) return this.fail('R112', unclosed.start, { element: unclosed.name })
    if (!this.root) return this.fail('R113', source.length)
    return { root: this.root, misc: this.misc }
  }

  /** One text, tag, comment, section or instruction. False on a problem. */
  private item(): boolean {
    const { source, at } = this
    if (++this.nodes > this.limits.nodes) {
      return this.fail('R104', at, { limit: this.limits.nodes }) !== undefined
    }
    if (source.charCodeAt(at) !== 60) return this.text()
    const next = source.charCodeAt(at + 1)
    if (next === 47) return this.endTag()
    if (next === 33) return this.declaration()
    if (next === 63) return this.instruction()
    return this.startTag()
  }

  private text(): boolean {
    const { source, at } = this
    let end = source.indexOf('<', at)
    if (end < 0) end = source.length
    const parent = this.open.at(-1)
    this.at = end
    if (!parent) return skipSpace(source, at) >= end || this.reject('R114', skipSpace(source, at))
    const bracket = this.brackets.from(at)
    if (bracket < end) return this.reject('R115', bracket)
    const ampersand = this.ampersands.from(at)
    if (ampersand < end && resolveReferences(source.slice(at, end)) === undefined) {
      return this.reject('R116', firstBadReference(source, ampersand, end))
    }
    parent.children.push({ kind: 'text', start: at, end })
    return true
  }

  private startTag(): boolean {
    const { source, at } = this
    let to = endOfName(source, at + 1)
    if (to === at + 1) return this.reject('R117', at)
    const element: XmlElement = {
      kind: 'element',
      name: source.slice(at + 1, to),
      attributes: [],
      children: [],
      start: at,
      openEnd: 0,
      closeStart: 0,
      end: 0,
    }
    let c = source.charCodeAt(to)
    while (c !== 62 && c !== 47) {
      const name = skipSpace(source, to)
      c = source.charCodeAt(name)
      if (c === 62 || c === 47) {
        to = name
        break
      }
      if (name === to) return this.reject('R118', to, { element: element.name })
      to = this.attribute(element, name)
      if (to < 0) return false
      c = source.charCodeAt(to)
    }
    const empty = c === 47
    if (empty && source.charCodeAt(++to) !== 62) return this.reject('R118', to, { element: element.name })
    this.at = to + 1
    element.openEnd = to + 1
    element.closeStart = to + 1
    element.end = to + 1
    return this.place(element, empty)
  }

  private place(element: XmlElement, empty: boolean): boolean {
    const parent = this.open.at(-1)
    if (parent) parent.children.push(element)
    else if (this.root) return this.reject('R114', element.start)
    else this.root = element
    if (empty) return true
    if (this.open.length >= this.limits.depth) return this.reject('R102', element.start, { limit: this.limits.depth })
    this.open.push(element)
    return true
  }

  /** Reads one attribute at `start`; the offset after it, or -1 on a problem. */
  private attribute(element: XmlElement, start: number): number {
    const { source } = this
    const nameEnd = endOfName(source, start)
    const equals = skipSpace(source, nameEnd)
    const quote = skipSpace(source, equals + 1)
    const mark = source.charCodeAt(quote)
    if (nameEnd === start || source.charCodeAt(equals) !== 61 || (mark !== 34 && mark !== 39)) {
      return this.refuse('R118', start, { element: element.name })
    }
    const end = source.indexOf(source.charAt(quote), quote + 1)
    if (end < 0) return this.refuse('R118', start, { element: element.name })
    const name = source.slice(start, nameEnd)
    const markup = source.slice(quote + 1, end)
    const value = attributeValue(markup)
    if (value === undefined) return this.refuse('R119', quote + 1, { element: element.name, attribute: name })
    if (element.attributes.some((attribute) => attribute.name === name)) {
      return this.refuse('R120', start, { element: element.name, attribute: name })
    }
    if (element.attributes.length >= this.limits.attributes) {
      return this.refuse('R103', start, { limit: this.limits.attributes })
    }
    element.attributes.push({ name, value })
    return end + 1
  }

  private endTag(): boolean {
    const { source, at } = this
    const nameEnd = endOfName(source, at + 2)
    const end = skipSpace(source, nameEnd)
    const element = this.open.at(-1)
    if (nameEnd === at + 2 || source.charCodeAt(end) !== 62) return this.reject('R117', at)
    const name = source.slice(at + 2, nameEnd)
    if (!element) return this.reject('R121', at, { found: name, expected: '' })
    if (name !== element.name) return this.reject('R121', at, { found: name, expected: element.name })
    element.closeStart = at
    element.end = end + 1
    this.at = end + 1
    this.open.pop()
    return true
  }

  /** `<!…`: a comment or a CDATA section. A DOCTYPE is refused by policy. */
  private declaration(): boolean {
    const { source, at } = this
    const parent = this.open.at(-1)
    if (source.startsWith('<!--', at)) {
      const dashes = source.indexOf('--', at + 4)
      if (dashes < 0 || source.charCodeAt(dashes + 2) !== 62) return this.reject('R122', at)
      return this.other('comment', dashes + 3)
    }
    if (source.startsWith('<![CDATA[', at) && parent) {
      const end = source.indexOf(']]>', at + 9)
      return end < 0 ? this.reject('R122', at) : this.other('cdata', end + 3)
    }
    if (source.startsWith('<!DOCTYPE', at)) return this.reject('R101', at)
    return this.reject('R117', at)
  }

  private instruction(): boolean {
    const { source, at } = this
    const nameEnd = endOfName(source, at + 2)
    const end = source.indexOf('?>', at + 2)
    const target = source.slice(at + 2, nameEnd)
    if (end < 0 || target === '' || /^xml$/i.test(target)) return this.reject('R123', at)
    if (nameEnd !== end && skipSpace(source, nameEnd) === nameEnd) return this.reject('R123', at)
    return this.other('instruction', end + 2)
  }

  private other(kind: XmlOther['kind'], end: number): boolean {
    const node: XmlOther = { kind, start: this.at, end }
    const siblings: XmlNode[] = this.open.at(-1)?.children ?? this.misc
    siblings.push(node)
    this.at = end
    return true
  }

  private fail(code: string, offset: number, data: XmlProblem['data'] = {}): undefined {
    this.problem = { code, offset, data }
  }

  private reject(code: string, offset: number, data: XmlProblem['data'] = {}): false {
    this.fail(code, offset, data)
    return false
  }

  private refuse(code: string, offset: number, data: XmlProblem['data']): -1 {
    this.fail(code, offset, data)
    return -1
  }
}

function firstBadReference(source: string, ampersand: number, end: number): number {
  let at = ampersand
  while (at >= 0 && at < end) {
    const semicolon = source.indexOf(';', at)
    if (semicolon < 0 || semicolon >= end) return at
    if (resolveReferences(source.slice(at, semicolon + 1)) === undefined) return at
    at = source.indexOf('&', semicolon)
  }
  return ampersand
}
