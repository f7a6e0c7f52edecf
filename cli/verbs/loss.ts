import { type KeptMarkup, type LossReport, lossReport } from '@section16/core/read'
import { Batch } from '../batch.ts'
import type { Filing } from '../filings.ts'
import { printable } from '../input/names.ts'
import { jsonText } from '../json.ts'
import { JsonValues, Output } from '../output.ts'
import { type DiagnosticJson, diagnosticsOf, nameOf } from '../problems.ts'
import { hasColour, type ShowOptions, styled } from '../terminal.ts'

export interface LossVerbOptions extends ShowOptions {
  json?: boolean
  ndjson?: boolean
}

/**
 * `section16 loss`: what of each filing no field of the model holds. Kept as it is is not lost, so that alone gives 0;
 * exit status 1 where something was mended, left out or refused.
 */
export async function loss(whats: readonly string[], options: LossVerbOptions): Promise<number> {
  const batch = new Batch()
  const output = new Output()
  const values = new JsonValues(output)
  const sum = { total: 0, model: 0, kept: 0 }
  for await (const filing of batch.documents(whats, { paper: 'other' })) {
    const report = lossReport(filing.reading)
    if (report.repaired.length + report.leftOut.length > 0) batch.findings++
    for (const key of ['total', 'model', 'kept'] as const) sum[key] += report.nodes[key]
    if (options.ndjson) await output.line(jsonText(reportJson(filing, report)))
    else if (options.json) await values.add(reportJson(filing, report))
    else for (const line of drawn(filing, report, hasColour(options))) await output.line(line)
  }
  await values.end()
  if (!options.json && !options.ndjson && batch.filings > 1) {
    await output.line(`${batch.filings} filings: ${countsLine(sum)}`)
  }
  await output.end()
  return batch.exitStatus
}

function reportJson(filing: Filing, report: LossReport): object {
  const { file, accessionNumber, reading } = filing
  return {
    file,
    accessionNumber: accessionNumber ?? null,
    outcome: reading.outcome,
    nodes: report.nodes,
    kept: report.kept.map(({ why, path, excerpt, nodes }) => ({ code: why, name: nameOf(why), path, excerpt, nodes })),
    repaired: told(filing, report.repaired),
    leftOut: told(filing, report.leftOut),
  }
}

/** Diagnostics of the report as the command says them, with line and column. */
function told(filing: Filing, some: LossReport['repaired']): DiagnosticJson[] {
  const all = [...filing.around, ...filing.reading.diagnostics]
  const json = some.length > 0 ? diagnosticsOf(filing) : []
  return some.flatMap((one) => json[all.indexOf(one)] ?? [])
}

function drawn(filing: Filing, report: LossReport, colour: boolean): string[] {
  if (filing.source === 'json') return [`${printable(filing.file)}: filing JSON, read whole`]
  return [
    `${styled('bold', printable(filing.file), colour)}: ${countsLine(report.nodes)}`,
    ...report.kept.map((kept) => keptLine(kept)),
    ...told(filing, report.repaired).map((one) => mendedLine('repaired', one)),
    ...told(filing, report.leftOut).map((one) => mendedLine('left out', one)),
  ]
}

function countsLine({ total, model, kept }: LossReport['nodes']): string {
  return `${total} nodes, ${model} in the model, ${kept} kept as they are`
}

function keptLine({ why, path, excerpt, nodes }: KeptMarkup): string {
  const many = nodes === 1 ? '' : ` (${nodes} nodes)`
  return printable(`  kept      ${why} ${nameOf(why)}  ${path || 'beside the root'}  ${excerpt}${many}`)
}

function mendedLine(what: string, { code, at, message }: DiagnosticJson): string {
  const place = at.line === undefined ? at.path : `line ${at.line}:${at.column}`
  return printable(`  ${what.padEnd(8)}  ${code} ${nameOf(code)}  ${place ?? ''}  ${message}`)
}
