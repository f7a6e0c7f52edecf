import type { Diagnostic } from '../../model/diagnostic.ts'
import type { HeaderEntry, SubmissionHeader } from '../../model/submission.ts'
import { CR, isSpace, LF, lineEnd, skipLineEnd, trimmed } from './lines.ts'
import { report } from './report.ts'

/** Real headers nest three deep. */
const DEEPEST = 16
/** The longest tag met has some forty characters. */
const LONGEST_TAG = 128
/** Labelled blocks are told by their indent. A tab counts for this many blanks; a few old headers use blanks. */
const TAB_COLUMNS = 8
const TAB = 9
const OPEN = 60
const CLOSE = 62
const COLON = 58

/** An open block: where its entries go, and what closes it. */
interface Block {
  entry: HeaderEntry | undefined
  /** Of a labelled block; -1 for a tagged one, which only its closing tag closes. */
  indent: number
  /** Indent of the first line inside. */
  indentInside: number | undefined
}

/**
 * What kind of block a label begins: 0 a party, 1 a part of a party, 2 any other. It decides only in files that were
 * re-indented on their way here, so that a block and what is in it stand at one indent.
 */
const BLOCK_RANKS: ReadonlyMap<string, number> = new Map([
  ...['ISSUER', 'REPORTING-OWNER', 'SUBJECT COMPANY', 'FILED BY', 'FILER'].map((label) => [label, 0] as const),
  ...['OWNER DATA', 'COMPANY DATA', 'FILING VALUES', 'BUSINESS ADDRESS'].map((label) => [label, 1] as const),
  ...['MAIL ADDRESS', 'FORMER COMPANY', 'FORMER NAME'].map((label) => [label, 1] as const),
])

function rankOf(label: string): number {
  return BLOCK_RANKS.get(label) ?? 2
}

/**
 * The lines of [start, end) as a tree that loses nothing but white space (dissemination.md sections 2 and 3).
 *
 * ```
 * REPORTING-OWNER:                     <REPORTING-OWNER>
 * ^tab^OWNER DATA:^tab                 <OWNER-DATA>
 * ^tab^tab^CENTRAL INDEX KEY:^tab^123  <CIK>123          a value's tag is never closed, a group's always is
 *                                      </OWNER-DATA>
 * ```
 *
 * A label's value is what stands behind its first colon and the tabs after it. Both styles may be mixed: before 2003
 * labelled headers hold `<REPORTING-OWNER>` with labels inside.
 */
export function readHeader(text: string, start: number, end: number, diagnostics: Diagnostic[]): SubmissionHeader {
  const tree = new HeaderTree(text, closedTags(text, start, end), diagnostics)
  for (let at = start; at < end; ) {
    const to = lineEnd(text, at, end)
    tree.addLine(at, to)
    at = skipLineEnd(text, to, end)
  }
  return { style: tree.style, entries: tree.entries }
}

/** The names in `</…>`: an empty tag that is closed later on is a group, any other is a value that is not there. */
function closedTags(text: string, start: number, end: number): Set<string> {
  const names = new Set<string>()
  for (let at = text.indexOf('</', start); at >= 0 && at < end; at = text.indexOf('</', at + 2)) {
    const close = tagEnd(text, at, end)
    if (close > 0) names.add(text.slice(at + 2, close))
  }
  return names
}

/** The `>` of the tag whose `<` is at `at`, or -1 where its line has none. */
function tagEnd(text: string, at: number, limit: number): number {
  const to = Math.min(limit, at + LONGEST_TAG)
  for (let i = at + 1; i < to; i++) {
    const unit = text.charCodeAt(i)
    if (unit === CLOSE) return i
    if (unit === OPEN || unit === LF || unit === CR) return -1
  }
  return -1
}

class HeaderTree {
  readonly entries: HeaderEntry[] = []
  style: SubmissionHeader['style'] = 'none'
  readonly #text: string
  readonly #closed: Set<string>
  readonly #diagnostics: Diagnostic[]
  readonly #open: Block[] = [{ entry: undefined, indent: -1, indentInside: undefined }]

  constructor(text: string, closed: Set<string>, diagnostics: Diagnostic[]) {
    this.#text = text
    this.#closed = closed
    this.#diagnostics = diagnostics
  }

  addLine(from: number, to: number): void {
    const text = this.#text
    let at = from
    let indent = 0
    while (at < to && isSpace(text.charCodeAt(at))) {
      indent += text.charCodeAt(at) === TAB ? TAB_COLUMNS : 1
      at++
    }
    if (at === to) return
    if (text.charCodeAt(at) === OPEN) this.#addTag(from, at, to)
    else this.#addLabel(from, at, to, indent)
  }

  #addTag(from: number, at: number, to: number): void {
    const close = tagEnd(this.#text, at, to)
    if (close < 0) this.#addUnlabelled(from, at, to)
    else if (this.#text.startsWith('</', at)) this.#closeTag(this.#text.slice(at + 2, close), at)
    else this.#openTag(from, this.#text.slice(at + 1, close), trimmed(this.#text, close + 1, to))
  }

  #openTag(from: number, label: string, value: string): void {
    // The acceptance time is a tag in headers of either style.
    if (this.style === 'none' && label !== 'ACCEPTANCE-DATETIME') this.style = 'tagged'
    this.#closeLabels(0, '')
    const entry = this.#add(label, value, from)
    if (value === '' && this.#closed.has(label)) this.#openBlock(entry, -1)
  }

  #addLabel(from: number, at: number, to: number, indent: number): void {
    const text = this.#text
    let colon = at
    while (colon < to && text.charCodeAt(colon) !== COLON) colon++
    if (colon === to) {
      this.#addUnlabelled(from, at, to)
      return
    }
    this.style = 'labelled'
    const label = trimmed(text, at, colon)
    const value = trimmed(text, colon + 1, to)
    this.#closeLabels(indent, label)
    this.#open[this.#open.length - 1]!.indentInside ??= indent
    const entry = this.#add(label, value, from)
    // `SEC ACT:` without a value looks like `FILING VALUES:`; only what follows tells them apart.
    if (value === '') this.#openBlock(entry, indent)
  }

  #addUnlabelled(from: number, at: number, to: number): void {
    const line = trimmed(this.#text, at, to)
    this.#add('', line, from)
    report(this.#diagnostics, 'R206', at, { line: line.slice(0, 80) })
  }

  #add(label: string, value: string, offset: number): HeaderEntry {
    const entry: HeaderEntry = value === '' ? { label, offset } : { label, value, offset }
    const block = this.#open.at(-1)?.entry
    if (block === undefined) this.entries.push(entry)
    else if (block.entries === undefined) block.entries = [entry]
    else block.entries.push(entry)
    return entry
  }

  #openBlock(entry: HeaderEntry, indent: number): void {
    if (this.#open.length <= DEEPEST) this.#open.push({ entry, indent, indentInside: undefined })
    else report(this.#diagnostics, 'R208', entry.offset, { limit: DEEPEST })
  }

  /**
   * Closes the labelled blocks that a line of this indent and label is not inside of, all of them for a tag, which is
   * said by indent 0 and no label. Tagged blocks stay.
   */
  #closeLabels(indent: number, label: string): void {
    const open = this.#open
    while (open.length > 1) {
      const block = open[open.length - 1]!
      if (block.indent < indent) return
      const isFlat = block.indent === indent && (block.indentInside ?? indent) === indent
      if (isFlat && label !== '' && rankOf(label) > rankOf(block.entry!.label)) return
      open.pop()
    }
  }

  #closeTag(name: string, offset: number): void {
    const open = this.#open
    let i = open.length - 1
    while (i > 0 && !(open[i]!.indent < 0 && open[i]!.entry?.label === name)) i--
    if (i > 0) open.length = i
    else report(this.#diagnostics, 'R207', offset, { tag: name.slice(0, 80) })
  }
}

/** The first entry under one of the labels. */
export function findEntry(
  entries: readonly HeaderEntry[] | undefined,
  labels: readonly string[],
): HeaderEntry | undefined {
  return entries?.find((entry) => labels.includes(entry.label))
}
