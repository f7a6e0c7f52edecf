import { maskCccMarkup } from '@section16/core/model'
import { compareXml, type LossReport, lossReport, type XmlComparison } from '@section16/core/read'
import type { Filing } from './filings.ts'
import { reasonsLine } from './problems.ts'

/** What came of verifying one filing. */
export interface Verified {
  file: string
  /** Each filing is one of these. `different`: what was written is not what was read. */
  outcome: 'bytes' | 'identical' | 'repaired' | 'refused' | 'different'
  /** Why it was repaired or refused, or what is different; one line each. */
  reasons: string[]
  /** Whether the source has a CCC, which was masked before comparing, as it is in every output. */
  hasCcc: boolean
  /** Nodes of the source. */
  nodes: number
  /** Those of them that only the loss report holds. */
  kept: number
  /** Element names kept that the element table knows. */
  known: string[]
  /** Nodes that are neither in what was written nor in the loss report, as path and value. */
  lost: string[]
}

/** What a filing has to come back as. Holds texts of its own: the source's bytes may be gone by then. */
export interface Expected {
  file: string
  text: string
  /** The source's bytes; `undefined` where they were mended or masked. */
  bytes: Buffer | undefined
  hasCcc: boolean
  loss: LossReport
  repairs: string[]
}

/** What must come back from a filing that has a document. */
export function expectedOf({ file, xml, reading }: Filing): Expected {
  const { outcome, text } = reading
  const loss = lossReport(reading)
  const masked = maskCccMarkup(text)
  const hasCcc = masked !== text
  const isRepaired = outcome === 'repaired'
  const bytes = isRepaired || hasCcc ? undefined : Buffer.from(xml)
  const repairs = isRepaired ? [reasonsLine(file, [...loss.repaired, ...loss.leftOut])] : []
  return { file, text: masked, bytes, hasCcc, loss, repairs }
}

/** Compares what was written, in UTF-8, with what must come back. */
export function verified(expected: Expected, written: Buffer): Verified {
  const { file, bytes, hasCcc, loss, repairs } = expected
  const isSame = bytes?.equals(written) ?? false
  const comparison: XmlComparison = isSame ? { same: 'text', lost: [] } : compared(expected, written)
  const lost = comparison.lost.map(({ kind, path, name, value }) =>
    `${kind} ${path}${name && `/@${name}`} ${value}`.trim(),
  )
  const different = comparison.same === 'no' ? [`${file}: came back different`] : []
  return {
    file,
    outcome: outcomeOf(expected, comparison, isSame || (hasCcc && comparison.same === 'text')),
    reasons: [...repairs, ...different, ...lost.map((node) => `${file}: lost ${node}`)],
    hasCcc,
    nodes: loss.nodes.total,
    kept: loss.nodes.kept,
    known: loss.kept.flatMap(({ known }) => known),
    lost,
  }
}

function compared({ text, loss, hasCcc }: Expected, written: Buffer): XmlComparison {
  // Masked like the source, where masking also covers a CCC of blanks, which the writer leaves as it is.
  return compareXml(text, hasCcc ? maskCccMarkup(written.toString('utf8')) : written.toString('utf8'), loss)
}

function outcomeOf({ repairs }: Expected, { same, lost }: XmlComparison, isSame: boolean): Verified['outcome'] {
  if (same === 'no' || lost.length > 0) return 'different'
  if (repairs.length > 0) return 'repaired'
  return isSame ? 'bytes' : 'identical'
}
