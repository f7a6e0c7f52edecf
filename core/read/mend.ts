import type { Diagnostic } from '../model/diagnostic.ts'
import { childrenOf, elementNames } from '../model/elements.ts'
import { illegalCharacter, resolveReference } from '../model/xmlText.ts'
import { noteAt } from './diagnose.ts'
import { excerpt } from './excerpt.ts'
import { LIMITS, type Limits } from './limits.ts'
import { Finder } from './xml/finder.ts'

/** A source made well-formed, with every change named at its place in the source. */
export interface Mended {
  text: string
  repairs: Diagnostic[]
  /** The offset in the source of an offset in the mended text (where text was put in: of the place it was put). */
  toSource: (offset: number) => number
  /** False where mending was given up: too many repairs, or elements too deep inside one another. */
  complete: boolean
}

/**
 * Mends what EDGAR and others broke: bare ampersands and less-than signs, names cut by a line end, junk in a tag, end
 * tags that are missing or wrong, a source cut off in the middle, what stands before and after the root. One pass, no
 * guess without a diagnostic; a tag in doubt is read as the element that its known name says. The result still has to
 * pass `parseXml`.
 */
export function mend(source: string, limits: Limits = LIMITS): Mended {
  const mender = new Mender(source, limits)
  const complete = mender.run()
  return { text: mender.out.join(''), repairs: mender.repairs, toSource: (offset) => mender.toSource(offset), complete }
}

/** A well-formed tag; of a bounded number of attributes, because each takes from the engine's stack. */
const TAG =
  /<([A-Za-z_:][\w:.-]*)((?:[\t\n\r ]+[A-Za-z_:][\w:.-]*[\t\n\r ]*=[\t\n\r ]*(?:"[^"<&]*"|'[^'<&]*')){0,200})[\t\n\r ]*(\/?)>/y

/** How an instruction begins that is no `xml` declaration. */
const INSTRUCTION = /<\?(?!xml[\t\n\r ?])[A-Za-z_:][\w.:-]*(?:[\t\n\r ]|\?>)/iy

/** Beyond this many repairs a source is no broken filing but something else. */
const MOST_REPAIRS = 1000

interface Open {
  name: string
  /** Whether an element stands in it. */
  hasElements: boolean
}

class Mender {
  readonly out: string[] = []
  readonly repairs: Diagnostic[] = []
  private readonly source: string
  private readonly limits: Limits
  private at = 0
  private written = 0
  private readonly open: Open[] = []
  private done = false
  /** Pairs of offsets, mended and source, from which on the two run together. */
  private readonly marks: [number, number][] = [[0, 0]]
  private readonly commentEnds: Finder
  private readonly sectionEnds: Finder
  private readonly instructionEnds: Finder

  constructor(source: string, limits: Limits) {
    this.source = source
    this.limits = limits
    this.commentEnds = new Finder(source, '-->')
    this.sectionEnds = new Finder(source, ']]>')
    this.instructionEnds = new Finder(source, '?>')
  }

  /** False where it was given up. */
  run(): boolean {
    this.beforeRoot()
    for (let items = 0; this.at < this.source.length && !this.done; items++) {
      this.item()
      if (this.repairs.length > MOST_REPAIRS || this.open.length > this.limits.depth) return false
      if (items > this.limits.nodes) return false
    }
    for (const { name } of [...this.open].reverse()) this.close(name, this.source.length, 'R145', { element: name })
    this.afterRoot()
    return true
  }

  toSource(offset: number): number {
    let low = 0
    let high = this.marks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.marks[middle] as [number, number])[0] <= offset) low = middle
      else high = middle - 1
    }
    const [mended, source] = this.marks[low] as [number, number]
    return Math.min(source + (offset - mended), this.source.length)
  }

  private emit(text: string): void {
    this.out.push(text)
    this.written += text.length
  }

  /** Writes a part of the source as it is. */
  private copy(from: number, to: number): void {
    const [mended, source] = this.marks.at(-1) as [number, number]
    // Where the two have run together since the last mark, none is needed.
    if (this.written - mended !== from - source) this.marks.push([this.written, from])
    this.emit(this.source.slice(from, to))
  }

  private repair(code: string, offset: number, data: Diagnostic['data'] = {}): void {
    this.repairs.push(noteAt(code, this.path(), offset, data))
  }

  private path(): string {
    return this.open.map(({ name }) => `/${name}`).join('')
  }

  /** Leaves out what stands before the root, but for a declaration that is well-formed and first. */
  private beforeRoot(): void {
    const { source } = this
    const root = source.search(/<ownershipDocument[\s>/]/)
    const start = root >= 0 ? root : Math.max(source.search(/<[A-Za-z_]/), 0)
    const prolog = /^\ufeff?(?:<\?xml[^<>]*\?>)?[\t\n\r ]*/.exec(source.slice(0, start))?.[0] ?? ''
    const declared = /^\ufeff?<\?xml version=["']1\.0["'](?: encoding=["'][A-Za-z][\w.-]*["'])?\s*\?>/.test(prolog)
    if (declared && prolog.length === start) this.copy(0, start)
    else if (source.slice(0, start).trim() !== '') {
      this.repair('R148', 0, { where: 'before the root', found: excerpt(source.slice(0, start)) })
    }
    this.at = start
  }

  private afterRoot(): void {
    const rest = this.source.slice(this.at)
    if (rest.trim() !== '') this.repair('R148', this.at, { where: 'after the root', found: excerpt(rest) })
    else if (rest !== '') this.copy(this.at, this.source.length)
  }

  private item(): void {
    const { source, at } = this
    if (source.charCodeAt(at) !== 60) {
      const end = source.indexOf('<', at)
      this.text(at, end < 0 ? source.length : end)
    } else if (source.startsWith('<!--', at)) this.comment()
    else if (source.startsWith('<![CDATA[', at)) this.section()
    else if (source.startsWith('<?', at)) this.instruction()
    else if (source.charCodeAt(at + 1) === 47) this.endTag()
    else this.startTag()
  }

  /** Text with what XML does not allow in it mended. */
  private text(from: number, to: number): void {
    this.at = to
    const markup = this.source.slice(from, to)
    if (!/[&]|\]\]>/.test(markup) && illegalCharacter(markup) < 0) {
      this.copy(from, to)
      return
    }
    let copied = from
    for (const found of markup.matchAll(
      /&(?:([#\w]+);)?|\]\]>|[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
    )) {
      const offset = from + found.index
      if (found[1] !== undefined && resolveReference(found[1]) !== undefined) continue
      this.copy(copied, offset)
      // A text may be all of a source: what `run` asks after every item must be asked within it.
      if (this.repairs.length > MOST_REPAIRS) return
      const [whole] = found
      if (whole.startsWith('&')) {
        this.emit('&amp;')
        this.repair('R140', offset)
        copied = offset + 1
      } else {
        const code = whole.codePointAt(0) as number
        this.emit(whole === ']]>' ? ']]&gt;' : '\ufffd')
        if (whole !== ']]>')
          this.repair('R147', offset, { character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` })
        else this.repair('R143', offset, { found: ']]>', element: ']]&gt;' })
        copied = offset + whole.length
      }
    }
    this.copy(copied, to)
  }

  private comment(): void {
    const { source, at } = this
    const end = this.commentEnds.from(at + 4)
    const inner = source.slice(at + 4, end)
    if (end === Number.POSITIVE_INFINITY) this.bareLessThan()
    else if (inner.includes('--') || inner.endsWith('-') || illegalCharacter(inner) >= 0) {
      this.repair('R143', at, { found: excerpt(source.slice(at, end + 3)), element: 'comment left out' })
      this.at = end + 3
    } else {
      this.copy(at, end + 3)
      this.at = end + 3
    }
  }

  private section(): void {
    this.keep(this.sectionEnds.from(this.at + '<![CDATA['.length) + ']]>'.length, this.open.length > 0)
  }

  private instruction(): void {
    INSTRUCTION.lastIndex = this.at
    this.keep(this.instructionEnds.from(this.at + '<?'.length) + '?>'.length, INSTRUCTION.test(this.source))
  }

  /** Keeps what stands up to `end` if it is well-formed, else leaves it out. */
  private keep(end: number, isWellFormed: boolean): void {
    const { source, at } = this
    if (end === Number.POSITIVE_INFINITY) {
      this.bareLessThan()
      return
    }
    const whole = source.slice(at, end)
    if (isWellFormed && illegalCharacter(whole) < 0) this.copy(at, end)
    else this.repair('R143', at, { found: excerpt(whole), element: 'left out' })
    this.at = end
  }

  private bareLessThan(): void {
    this.emit('&lt;')
    this.repair('R141', this.at)
    this.at++
  }

  private endTag(): void {
    const { source, at } = this
    const end = this.endOfTag()
    const name = source.slice(at + 2, end).replace(/[^\w:.-]/g, '')
    const next = source.charCodeAt(end) === 62 ? end + 1 : end
    const top = this.open.at(-1)
    if (name === '') {
      this.bareLessThan()
      return
    }
    if (top?.name === name) {
      const plain = source.slice(at + 2, next) === `${name}>`
      if (!plain && !/^[\w:.-]+\s*>$/.test(source.slice(at + 2, next))) {
        this.repair('R142', at, { found: excerpt(source.slice(at, next)), element: `/${name}` })
        this.emit(`</${name}>`)
      } else this.copy(at, next)
      this.pop()
    } else if (this.open.some((open) => open.name === name)) {
      while (this.open.at(-1)?.name !== name) {
        const { name: inner } = this.open.at(-1) as Open
        this.close(inner, at, 'R145', { element: inner })
      }
      this.endTag()
      return
    } else if (top && !top.hasElements && !CONTAINERS.has(top.name)) {
      this.close(top.name, at, 'R144', { found: name, element: top.name })
    } else this.repair('R146', at, { found: name })
    this.at = next
  }

  private close(name: string, offset: number, code: string, data: Diagnostic['data']): void {
    this.repair(code, offset, data)
    this.emit(`</${name}>`)
    this.pop()
  }

  private pop(): void {
    this.open.pop()
    if (this.open.length === 0) this.done = true
  }

  /** Where the tag at hand ends: its `>`, or the next `<`, or the end. */
  private endOfTag(): number {
    const { source, at } = this
    for (let i = at + 1; i < source.length; i++) {
      const c = source.charCodeAt(i)
      if (c === 62 || c === 60) return i
    }
    return source.length
  }

  private startTag(): void {
    const { source, at } = this
    TAG.lastIndex = at
    const strict = TAG.exec(source)
    if (strict && !hasAttributeTwice(strict[2] as string)) {
      this.begin(strict[1] as string, strict[3] === '/', () => this.copy(at, at + strict[0].length))
      this.at = at + strict[0].length
      return
    }
    const end = this.endOfTag()
    const closed = source.charCodeAt(end) === 62
    const inner = source.slice(at + 1, end)
    const read = readBrokenTag(inner, closed)
    if (!read) {
      this.bareLessThan()
      return
    }
    const found = excerpt(source.slice(at, closed ? end + 1 : end))
    this.begin(read.name, read.empty, () => {
      this.repair(read.broken ? 'R142' : 'R143', at, { found, element: read.name })
      this.emit(`<${read.name}${read.id === undefined ? '' : ` id="${read.id}"`}${read.empty ? '/' : ''}>`)
    })
    this.at = closed ? end + 1 : end
  }

  /** Opens the group whose start tag is missing before one of its elements. */
  private openMissing(name: string): void {
    const parent = this.open.at(-1)
    const group = parent && name !== 'value' && name !== 'footnoteId' ? groupBetween(parent.name, name) : undefined
    if (!parent || group === undefined) return
    this.repair('R139', this.at, { element: group })
    parent.hasElements = true
    this.emit(`<${group}>`)
    this.open.push({ name: group, hasElements: false })
  }

  private begin(name: string, empty: boolean, write: () => void): void {
    // An element that holds text only and was not closed: its end tag is missing before this one.
    const top = this.open.at(-1)
    if (top && LEAVES.has(top.name) && elementNames.has(name)) {
      this.close(top.name, this.at, 'R145', { element: top.name })
    }
    this.openMissing(name)
    const parent = this.open.at(-1)
    if (parent) parent.hasElements = true
    write()
    if (!empty) this.open.push({ name, hasElements: false })
    else if (this.open.length === 0) this.done = true
  }
}

/** For a parent and an element that stands in it by mistake: the one group of the parent that the element belongs to. */
function groupBetween(parent: string, name: string): string | undefined {
  const children = childrenOf.get(parent)
  if (!children || children.has(name)) return undefined
  const groups = [...children].filter((child) => childrenOf.get(child)?.has(name))
  return groups.length === 1 ? groups[0] : undefined
}

const LEAVES = new Set([...elementNames].filter(([, kind]) => kind === 'leaf').map(([name]) => name))
const CONTAINERS = new Set([...elementNames].filter(([, kind]) => kind === 'container').map(([name]) => name))

/** A tag that is not well-formed, by the known name in it; `undefined` where it is no tag. */
function readBrokenTag(
  inner: string,
  closed: boolean,
): { name: string; empty: boolean; broken: boolean; id: string | undefined } | undefined {
  if (inner.length > 200 || !/^\s*[A-Za-z_]/.test(inner)) return undefined
  const empty = /\/\s*$/.test(inner)
  const id = /\bid\s*=\s*["']?\s*([A-Za-z]\d{1,3})\b/.exec(inner)?.[1]
  const joined = inner.replace(/[\r\n]+/g, '')
  const first = /^\s*([\w.-]+)/.exec(inner)?.[1] as string
  const whole = /^([\w.-]+?)(?:id=.*)?\/?\s*$/.exec(joined.replace(/\s+/g, ''))?.[1] ?? ''
  const afterJoin = /^\s*([\w.-]+)/.exec(joined)?.[1] ?? ''
  for (const [name, broken] of [
    [first, false],
    [afterJoin, true],
    [whole, true],
  ] as const) {
    if (elementNames.has(name))
      return { name, empty: empty || name === 'footnoteId', broken, id: ID_BEARERS.has(name) ? id : undefined }
  }
  // A name nobody knows is taken for a tag only if it ends like one.
  return closed && /^[A-Za-z_][\w.-]*$/.test(first) && !/\s/.test(inner.trim().slice(0, first.length + 1))
    ? { name: first, empty, broken: false, id: undefined }
    : undefined
}

const ID_BEARERS = new Set(['footnoteId', 'footnote'])

function hasAttributeTwice(attributes: string): boolean {
  const names = [...attributes.matchAll(/([A-Za-z_:][\w:.-]*)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map((found) => found[1])
  return new Set(names).size < names.length
}
