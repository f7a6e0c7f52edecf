import type { Other } from './filings.ts'
import { printable } from './input/names.ts'
import { nameOf } from './problems.ts'
import type { Verified } from './verified.ts'

/** Names shown of a group of files without an ownership document, and nodes shown of those lost. */
const MOST_NAMED = 3
const MOST_LOST_SHOWN = 20

/** Sums of a run of `verify`, and the lists of what is not simply the same. */
export class Tally {
  private readonly counts = { bytes: 0, identical: 0, repaired: 0, refused: 0, different: 0 }
  private readonly sums = { nodes: 0, kept: 0, lost: 0, withCcc: 0 }
  private readonly listed: Verified[] = []
  private readonly known = new Map<string, number>()
  private readonly others = new Map<string, string[]>()
  private otherCount = 0

  add(result: Verified): void {
    const { outcome, nodes, kept, lost, hasCcc, known } = result
    this.counts[outcome]++
    this.sums.nodes += nodes
    this.sums.kept += kept
    this.sums.lost += lost.length
    if (hasCcc) this.sums.withCcc++
    for (const name of known) this.known.set(name, (this.known.get(name) ?? 0) + 1)
    if (outcome !== 'bytes' && outcome !== 'identical') this.listed.push(result)
  }

  /** Groups of the same kind from the same archive or folder stand on one line. */
  addOther({ file, diagnostics: [{ code }] }: Other): void {
    const place = /^(.*)[!/]/s.exec(file)?.[1] ?? '.'
    const key = `${code} ${nameOf(code)} in ${place}`
    this.otherCount++
    const files = this.others.get(key)
    if (files) files.push(file)
    else this.others.set(key, [file])
  }

  /** Whether a node is lost or anything came back different. */
  get isFaulty(): boolean {
    return this.counts.different > 0 || this.sums.lost > 0
  }

  /** The lists, then the one line that sums up. */
  report(): string[] {
    return [...this.lists().map(printable), this.summary()]
  }

  toJson(): object {
    const { bytes, identical, repaired, refused, different } = this.counts
    const listOf = (wanted: Verified['outcome']) =>
      this.listed.flatMap(({ outcome, file, reasons }) => (outcome === wanted ? [{ file, reasons }] : []))
    return {
      filings: this.filings,
      bytes,
      identical,
      repaired,
      refused,
      different,
      other: this.otherCount,
      ...this.sums,
      keptKnown: Object.fromEntries(this.known),
      lists: {
        repaired: listOf('repaired'),
        refused: listOf('refused'),
        different: listOf('different'),
        other: Object.fromEntries(this.others),
      },
    }
  }

  private get filings(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0)
  }

  private lists(): string[] {
    const lines = this.listed.flatMap(({ outcome, reasons }) =>
      (outcome === 'different' ? reasons.slice(0, MOST_LOST_SHOWN) : reasons).map((reason) => `${outcome}: ${reason}`),
    )
    for (const [key, files] of this.others) {
      const named = files.length <= MOST_NAMED ? `: ${files.map(lastName).join(', ')}` : ''
      lines.push(`other: ${files.length} × ${key}${named}`)
    }
    if (this.sums.withCcc > 0) lines.push(`ccc: ${this.sums.withCcc} filings hold a CCC, masked before comparing`)
    for (const [name, count] of this.known) lines.push(`kept although known: ${count} × <${name}>`)
    if (this.counts.different > 0) lines.push(`different: ${this.counts.different} filings came back different`)
    return lines
  }

  private summary(): string {
    const { bytes, identical, repaired, refused } = this.counts
    const { nodes, kept, lost } = this.sums
    return (
      `filings=${this.filings} bytes=${bytes} identical=${identical} repaired=${repaired} refused=${refused} ` +
      `other=${this.otherCount} nodes=${nodes} kept=${kept} lost=${lost}`
    )
  }
}

function lastName(file: string): string {
  return /[^!/]*$/.exec(file)?.[0] ?? file
}
