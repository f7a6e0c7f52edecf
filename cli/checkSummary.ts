import { registry } from '@section16/core/check'
import type { Diagnostic } from '@section16/core/model'
import { counted } from './counted.ts'
import { nameOf } from './problems.ts'
import { drawColumns } from './table.ts'

/** How often one rule fired. */
interface Tally {
  code: string
  name: string
  severity: string
  filings: number
  findings: number
}

/** How often each rule fired over many filings; rules that never did stand there with 0. */
export class CheckSummary {
  private readonly tallies = new Map<string, Tally>()
  private filings = 0

  constructor(allowed: ReadonlySet<string>) {
    for (const { code, name, severity } of registry) {
      if (!allowed.has(code)) this.tallies.set(code, { code, name, severity, filings: 0, findings: 0 })
    }
  }

  /** The findings of one filing. */
  add(findings: readonly Diagnostic[]): void {
    this.filings++
    for (const { code, severity } of findings) {
      const tally = this.tallies.get(code) ?? { code, name: nameOf(code), severity, filings: 0, findings: 0 }
      this.tallies.set(code, tally)
      tally.findings++
    }
    for (const code of new Set(findings.map((one) => one.code))) (this.tallies.get(code) as Tally).filings++
  }

  toJson(): object {
    const rules = this.sorted().map((tally) => ({ ...tally, rate: rateOf(tally.filings, this.filings) }))
    return { filings: this.filings, rules }
  }

  lines(width: number): string[] {
    const columns = [
      { title: 'code' },
      { title: 'rule', gives: true },
      { title: 'severity' },
      { title: 'filings', align: 'right' as const },
      { title: 'of 100', align: 'right' as const },
      { title: 'findings', align: 'right' as const },
    ]
    const rows = this.sorted().map(({ code, name, severity, filings, findings }) => [
      code,
      name,
      severity,
      String(filings),
      rateOf(filings, this.filings),
      String(findings),
    ])
    const fired = rows.filter(([, , , filings]) => filings !== '0').length
    const last = `${counted(this.filings, 'filing')}, ${counted(rows.length, 'rule')}, ${fired} of them fired`
    return [...drawColumns(columns, rows, width), last]
  }

  private sorted(): Tally[] {
    return [...this.tallies.values()].sort((a, b) => a.code.localeCompare(b.code))
  }
}

/** Filings of a hundred, to three decimals, as text. */
function rateOf(some: number, all: number): string {
  return all === 0 ? '0.000' : ((100 * some) / all).toFixed(3)
}
