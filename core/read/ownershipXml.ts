import type { CalendarDate } from '../model/calendarDate.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import { asciiText, decode } from './decode.ts'
import { noteAt } from './diagnose.ts'
import { inspectValues } from './inspect.ts'
import { LIMITS, type Limits } from './limits.ts'
import { mend } from './mend.ts'
import { place } from './place.ts'
import { readQuickly } from './quick.ts'
import { rejoinBrokenLines, sourceOffsetOf } from './submission/rejoinBrokenLines.ts'
import { isProblem, parseXml } from './xml/parse.ts'
import type { XmlProblem, XmlTree } from './xml/tree.ts'

export interface ReadOptions {
  /** Limits other than the stated ones. */
  limits?: Partial<Limits>
  /** The filing date, where it is known: a day by which everything reported must have happened. */
  filedOn?: CalendarDate
}

/** What came of reading one ownership document. */
export interface ReadResult {
  /**
   * `read`: well-formed, everything in it kept. `repaired`: not well-formed, or bytes that are not what they say they
   * are; mended, each repair a diagnostic.
   * `refused`: no document, and the diagnostics say why.
   */
  readonly outcome: 'read' | 'repaired' | 'refused'
  readonly document: OwnershipDocument | undefined
  /** What the reader met, in the order met, then what is wrong with single values. Worked out when first asked for. */
  readonly diagnostics: readonly Diagnostic[]
  /** The well-formed text from which the document was read: the source, or the source mended. */
  readonly text: string
}

/**
 * Reads an ownership document of any version, from version-less and X0101 of 2003 to those of 2026 and later, from its
 * bytes or its text. Bad data never throws: it gives diagnostics, and as much of the document as can be read; only
 * sources without an ownership document, with a DOCTYPE, or beyond a stated limit are refused.
 * Source: ownership-xml.md sections 1 to 9.
 */
export function readOwnershipXml(source: Uint8Array | string, options: ReadOptions = {}): ReadResult {
  const limits = options.limits ? { ...LIMITS, ...options.limits } : LIMITS
  if (source.length > limits.bytes) {
    return refused('', noteAt('R100', '', 0, { bytes: source.length, limit: limits.bytes }))
  }
  const bytes = typeof source === 'string' ? encoder.encode(source) : source
  const ascii = typeof source === 'string' ? (bytes.length === source.length ? source : undefined) : asciiText(source)
  const document = ascii !== undefined && isSurelyWithin(ascii, limits) ? readQuickly(bytes, ascii) : undefined
  if (document) return new Reading('read', document, [], ascii as string, options.filedOn)
  if (typeof source === 'string') return readThoroughly(source, limits, [], options.filedOn)
  const { text, repaired } = decode(source)
  const notes = repaired ? [noteAt('R149', '', 0, repaired)] : []
  return readThoroughly(text, limits, notes, options.filedOn)
}

const encoder = new TextEncoder()

/** Depth of the schema, and attributes of a footnote: no more is read the fast way. */
const SCHEMA_DEPTH = 6
const SCHEMA_ATTRIBUTES = 1

/** Whether no limit can be met, because a node has at least a character: the fast way does not count. */
function isSurelyWithin(text: string, limits: Limits): boolean {
  return text.length <= limits.nodes && limits.depth >= SCHEMA_DEPTH && limits.attributes >= SCHEMA_ATTRIBUTES
}

/** The way that knows no layout: the strict tree, else the mended one. Also the oracle for the fast way. */
export function readThoroughly(
  text: string,
  limits: Limits,
  notes: Diagnostic[] = [],
  filedOn?: CalendarDate,
): ReadResult {
  if (text.trim() === '') return refused(text, noteAt('R106', '', 0, {}))
  const tree = parseXml(text, limits)
  if (!isProblem(tree)) return placed(notes.length > 0 ? 'repaired' : 'read', text, tree, notes, filedOn)
  const problem = noteAt(tree.code, '', tree.offset, tree.data)
  if (isPolicy(tree)) return refused(text, problem)
  // Lines cut at 1,023 characters first: a tag cut in two is then whole again and needs no mending.
  const joined = rejoinBrokenLines(text)
  const mended = mend(joined.text, limits)
  if (!mended.complete) return refused(text, problem, noteAt('R107', '', 0, { reason: 'too much is broken' }))
  const toSource = (offset: number) => sourceOffsetOf(mended.toSource(offset), joined.joins)
  for (const { at } of mended.repairs) if (at.offset !== undefined) at.offset = sourceOffsetOf(at.offset, joined.joins)
  const mendedTree = parseXml(mended.text, limits)
  if (isProblem(mendedTree)) {
    if (isPolicy(mendedTree)) return refused(text, noteAt(mendedTree.code, '', mendedTree.offset, mendedTree.data))
    return refused(text, problem, noteAt('R107', '', toSource(mendedTree.offset), { reason: mendedTree.code }))
  }
  const placing: Diagnostic[] = []
  const result = placed('repaired', mended.text, mendedTree, placing, filedOn)
  for (const { at } of placing) if (at.offset !== undefined) at.offset = toSource(at.offset)
  return result.document
    ? new Reading(
        'repaired',
        result.document,
        [...notes, problem, ...joined.diagnostics, ...mended.repairs, ...placing],
        mended.text,
        filedOn,
      )
    : result
}

function placed(
  outcome: 'read' | 'repaired',
  text: string,
  tree: XmlTree,
  notes: Diagnostic[],
  filedOn: CalendarDate | undefined,
): ReadResult {
  if (tree.root.name !== 'ownershipDocument') {
    return refused(text, noteAt('R105', '', tree.root.start, { element: tree.root.name.slice(0, 60) }))
  }
  return new Reading(outcome, place(text, tree, notes), notes, text, filedOn)
}

/** Refused by policy or by a stated limit: mending is not tried. */
function isPolicy(problem: XmlProblem): boolean {
  return problem.code < 'R110'
}

function refused(text: string, ...diagnostics: Diagnostic[]): ReadResult {
  return { outcome: 'refused', document: undefined, diagnostics, text }
}

class Reading implements ReadResult {
  readonly outcome: 'read' | 'repaired'
  readonly document: OwnershipDocument
  readonly text: string
  private readonly notes: readonly Diagnostic[]
  private readonly filedOn: CalendarDate | undefined
  private all: readonly Diagnostic[] | undefined

  constructor(
    outcome: 'read' | 'repaired',
    document: OwnershipDocument,
    notes: readonly Diagnostic[],
    text: string,
    filedOn: CalendarDate | undefined,
  ) {
    this.outcome = outcome
    this.document = document
    this.notes = notes
    this.text = text
    this.filedOn = filedOn
  }

  get diagnostics(): readonly Diagnostic[] {
    this.all ??= [...this.notes, ...inspectValues(this.document, this.filedOn)]
    return this.all
  }
}
