import type { Diagnostic } from '../../core/model/diagnostic.ts'
import { LIMITS } from '../../core/read/limits.ts'
import { type ReadResult, readOwnershipXml, readThoroughly } from '../../core/read/ownershipXml.ts'
import { readQuickly } from '../../core/read/quick.ts'
import { isProblem, parseXml } from '../../core/read/xml/parse.ts'
import type { XmlProblem } from '../../core/read/xml/tree.ts'
import { writeOwnershipXml } from '../../core/write/xml.ts'
import { dump } from './dump.ts'
import { type PlainNode, plainTree, saxesTree } from './saxesTree.ts'
import { worded } from './worded.ts'

/** What one source turned out to be. */
export interface Examined {
  /** `policy`: refused for a DOCTYPE or a limit, whatever XML says. `saxesDiffers`: saxes departs from XML 1.0. */
  outcome: 'wellFormed' | 'notWellFormed' | 'policy' | 'saxesDiffers'
  /** The departure of saxes that was met, by its name in `saxesDepartures`. */
  departure?: string
  /** Whether the fast way read it. */
  fast: boolean
  /** Whether it was well-formed, an ownership document, and came back from the writer as it was. */
  roundTrip: boolean
  /** Not well-formed and mended. */
  repaired: boolean
  /** What is not as it must be. Empty is good. */
  faults: string[]
}

/**
 * Where saxes 6 departs from XML 1.0, recognised by what our parser has against the source at the place where it has it;
 * core/read/xml/saxesDiffers.test.ts has a minimal case of each.
 */
export const saxesDepartures: Readonly<Record<string, (source: string, problem: XmlProblem) => boolean>> = {
  /** `<?go?on?>`: production [16] wants white space between target and content. */
  instructionWithoutSpace: (source, { code, offset }) =>
    code === 'R123' && /^<\?[^\s?]+\?[^>]/.test(source.slice(offset)),
  /** Production [2] excludes surrogates; saxes takes a high one with any character after it for a pair. */
  loneSurrogate: (source, { code, offset }) =>
    code === 'R110' && /^[\ud800-\udbff]/.test(source.slice(offset, offset + 1)),
}

/** Holds everything the reader promises about one source against it. Never throws, unless the reader does. */
export function examine(text: string): Examined {
  const examined: Examined = {
    outcome: 'wellFormed',
    fast: false,
    roundTrip: false,
    repaired: false,
    faults: [],
  }
  const { faults } = examined
  const tree = parseXml(text)
  const result = readOwnershipXml(text)
  if (isProblem(tree)) {
    if (tree.code < 'R110') {
      examined.outcome = 'policy'
      if (result.outcome !== 'refused') faults.push(`policy ${tree.code}, but the reader says ${result.outcome}`)
    } else examineBroken(text, tree, result, examined)
  } else {
    const theirs = saxesTree(text)
    if ('complaint' in theirs) faults.push(`well-formed for us, not for saxes: ${theirs.complaint}`)
    else if (!sameTree(plainTree(text, tree), theirs)) faults.push('saxes reads another tree')
    if (tree.root.name === 'ownershipDocument') examineRead(text, result, examined)
    else if (codesOf(result) !== 'R105') faults.push(`another root, but ${result.outcome} ${codesOf(result)}`)
  }
  examineDiagnostics(text, result.diagnostics, faults)
  return examined
}

function sameTree(ours: PlainNode[], theirs: PlainNode[]): boolean {
  return JSON.stringify(ours) === JSON.stringify(theirs)
}

function examineRead(text: string, result: ReadResult, examined: Examined): void {
  const { faults } = examined
  if (result.outcome !== 'read' || !result.document) {
    faults.push(`well-formed, but ${result.outcome} ${codesOf(result)}`)
    return
  }
  const thorough = readThoroughly(text, LIMITS)
  examined.fast = isAscii(text) && readQuickly(new TextEncoder().encode(text), text) !== undefined
  const expected = dump(thorough.document)
  if (dump(result.document) !== expected) faults.push('the fast way reads another document')
  if (JSON.stringify(result.diagnostics) !== JSON.stringify(thorough.diagnostics)) {
    faults.push(`other diagnostics: ${codesOf(result)} fast, ${codesOf(thorough)} thorough`)
  }
  if (text.isWellFormed()) {
    // The bytes of a Buffer and of a plain array are looked at in ways of their own.
    const bytes = Buffer.from(text)
    const { outcome, document } = readOwnershipXml(bytes.length % 2 === 0 ? bytes : new Uint8Array(bytes))
    if (outcome !== 'read' || dump(document) !== expected) faults.push(`bytes are read otherwise: ${outcome}`)
  }
  if (result.text !== text) faults.push('the text read is not the source')
  examined.roundTrip = writtenBack(text, result, examined)
}

function examineBroken(text: string, problem: XmlProblem, result: ReadResult, examined: Examined): void {
  const { faults } = examined
  examined.outcome = 'notWellFormed'
  if (!('complaint' in saxesTree(text))) {
    const departure = Object.keys(saxesDepartures).find((name) => saxesDepartures[name]?.(text, problem))
    if (departure === undefined) faults.push(`well-formed for saxes, not for us: ${problem.code} at ${problem.offset}`)
    else Object.assign(examined, { outcome: 'saxesDiffers', departure })
  }
  if (result.outcome === 'read') faults.push('not well-formed, but read')
  if (result.diagnostics.length === 0) faults.push('not well-formed, and no diagnostic')
  if (result.outcome !== 'repaired') return
  examined.repaired = true
  if (!codesOf(result).includes(problem.code)) faults.push(`repaired without saying ${problem.code}`)
  const mended = saxesTree(result.text)
  if ('complaint' in mended) faults.push(`mended, but not well-formed for saxes: ${mended.complaint}`)
  writtenBack(result.text, result, examined)
}

function writtenBack(text: string, { document }: ReadResult, examined: Examined): boolean {
  if (!document) return false
  if (writeOwnershipXml(document, { ccc: 'include' }) === text) return true
  // A CCC that stands where none belongs is masked whatever the option says.
  if (writeOwnershipXml(document) === text.replace(/(<rptOwnerCcc\b[^>]*>)[^<]+/g, '$1********')) return true
  const difference = firstDifference(text, writeOwnershipXml(document, { ccc: 'include' }))
  examined.faults.push(`not written back as it was: ${difference}`)
  return false
}

/** Each has wording, every blank of the wording is filled, and every offset lies in the source. */
function examineDiagnostics(text: string, diagnostics: readonly Diagnostic[], faults: string[]): void {
  for (const diagnostic of diagnostics) {
    const lack = worded(diagnostic)
    if (lack !== undefined) faults.push(lack)
    const { offset = 0 } = diagnostic.at
    if (!(offset >= 0 && offset <= text.length)) faults.push(`${diagnostic.code} at ${offset}, outside the source`)
  }
}

function codesOf({ diagnostics }: ReadResult): string {
  return diagnostics.map(({ code }) => code).join()
}

function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text)
}

function firstDifference(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const near = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 30))
  return `at ${at}, ${near(one)} became ${near(other)}`
}
