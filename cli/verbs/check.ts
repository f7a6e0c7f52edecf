import { readFileSync } from 'node:fs'
import { readAssumption } from '@section16/core/facts'
import { CalendarDate } from '@section16/core/model'
import { Batch, FINE, type Met } from '../batch.ts'
import { CheckSummary } from '../checkSummary.ts'
import type { Filing } from '../filings.ts'
import { codeNamed, findingsOf, isObjection, type Judgement, toldFindings } from '../findings.ts'
import { drawFindings } from '../findingsDrawn.ts'
import { fixedCopy } from '../fixedCopy.ts'
import { jsonText } from '../json.ts'
import { JsonValues, Output } from '../output.ts'
import type { PaperVerbOptions } from '../paperRoom.ts'
import { diagnosticJson, inputProblemJson } from '../problems.ts'
import { explained } from '../ruleReference.ts'
import { SarifLog } from '../sarif.ts'
import { withSeveral } from '../several.ts'
import { hasColour, type ShowOptions, widthOf } from '../terminal.ts'
import { UsageError } from '../usageError.ts'

export interface CheckVerbOptions extends ShowOptions, PaperVerbOptions {
  json?: boolean
  ndjson?: boolean
  sarif?: boolean
  summary?: boolean
  explain?: string
  rulesOf?: string
  draft?: boolean
  allow?: string[]
  assume?: string[]
  fix?: boolean
  output?: string
  force?: boolean
}

/** `section16 check`: what the SEC, a court or a careful reader would object to. */
export async function check(whats: readonly string[], options: CheckVerbOptions): Promise<number> {
  const output = new Output()
  if (options.explain !== undefined) {
    await output.write(explained(options.explain))
    await output.end()
    return FINE
  }
  if (whats.length === 0) throw new UsageError('check needs a file, folder, archive, pattern or - to read')
  const judgement = judgementOf(options)
  const batch = new Batch(options)
  const run = new Run(batch, output, judgement)
  if (options.fix) await run.fixed(whats, options)
  else if (options.summary) await run.summary(whats, options)
  else if (options.sarif) await run.sarif(whats)
  else if (options.ndjson || options.json) await run.values(whats, options.ndjson ?? false)
  else await run.drawn(whats, options)
  await output.end()
  return batch.exitStatus
}

function judgementOf({ rulesOf, draft, allow = [], assume = [] }: CheckVerbOptions): Judgement {
  const day = rulesOf === undefined ? undefined : CalendarDate.parse(rulesOf)
  if (rulesOf !== undefined && !day) throw new UsageError(`--rules-of takes a day, YYYY-MM-DD, not ${rulesOf}`)
  const allowed = new Set(allow.map(codeNamed))
  const assumptions = Object.assign({}, ...assume.map(assumptionIn)) as Judgement['assumptions']
  return { rulesOf: day, stage: draft ? 'draft' : 'filed', allowed, assumptions }
}

function assumptionIn(written: string): Judgement['assumptions'] {
  const found = readAssumption(written)
  if (!found)
    throw new UsageError(`--assume takes NAME=READING, not ${written}; section16 rules --assumptions lists them`)
  return found
}

class Run {
  private readonly batch: Batch
  private readonly output: Output
  private readonly judgement: Judgement

  constructor(batch: Batch, output: Output, judgement: Judgement) {
    this.batch = batch
    this.output = output
    this.judgement = judgement
  }

  /** One object for every file met. */
  async values(whats: readonly string[], isLines: boolean): Promise<void> {
    const values = new JsonValues(this.output)
    for await (const met of this.batch.met(whats, { tellsOthers: true })) {
      const value = this.valueOf(met)
      if (isLines) await this.output.line(jsonText(value))
      else await values.add(value)
    }
    await values.end()
  }

  async sarif(whats: readonly string[]): Promise<void> {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    const log = new SarifLog(this.output, version)
    for await (const met of this.batch.met(whats, { tellsOthers: true })) {
      if (met.kind === 'unreadable') await log.add(met.file, inputProblemJson(met.problem))
      if (met.kind !== 'filing') continue
      for (const { json, place, inDecodedForm } of toldFindings(met, this.found(met))) {
        // The log's places are those of the file.
        const at = inDecodedForm && json.at.path ? { path: json.at.path } : inDecodedForm ? {} : json.at
        await log.add(met.file, { ...json, at }, place)
      }
    }
    await log.end()
  }

  async summary(whats: readonly string[], options: CheckVerbOptions): Promise<void> {
    const summary = new CheckSummary(this.judgement.allowed)
    for await (const filing of this.batch.documents(whats)) summary.add(this.found(filing))
    if (options.json) await this.output.line(jsonText(summary.toJson(), 2))
    else for (const line of summary.lines(widthOf(options))) await this.output.line(line)
  }

  async drawn(whats: readonly string[], options: CheckVerbOptions): Promise<void> {
    for await (const [filing, several] of withSeveral(this.batch.documents(whats))) {
      const findings = toldFindings(filing, this.found(filing))
      // Of many filings only those are shown of which there is something to say.
      if (several && findings.length === 0) continue
      for (const line of drawFindings(filing, findings, hasColour(options))) await this.output.line(line)
    }
    const { filings, findings, refused } = this.batch
    if (filings > 1) await this.output.line(`${filings} filings: ${findings} with findings, ${refused} refused`)
  }

  /** The copy is judged, not what it was made from. */
  async fixed(whats: readonly string[], options: CheckVerbOptions): Promise<void> {
    const { output: path, draft, force = false } = options
    if (!draft || path === undefined) throw new UsageError('--fix makes a copy, marked as a draft: --draft -o FILE')
    const filings: Filing[] = []
    for await (const filing of this.batch.documents(whats)) filings.push(filing)
    const [filing] = filings
    if (filings.length > 1) throw new UsageError('--fix takes one filing at a time')
    if (!filing) return
    const { copy, lines } = fixedCopy(filing, path, force)
    for (const line of lines) await this.output.line(line)
    const findings = toldFindings(copy, this.found(copy))
    for (const line of drawFindings(copy, findings, hasColour(options))) await this.output.line(line)
  }

  private valueOf(met: Met): object {
    const { file } = met
    if (met.kind === 'unreadable')
      return { file, accessionNumber: null, refused: true, findings: [inputProblemJson(met.problem)] }
    const accessionNumber = met.accessionNumber ?? null
    if (met.kind === 'other')
      return { file, accessionNumber, refused: false, findings: met.diagnostics.map((one) => diagnosticJson(one)) }
    const findings = toldFindings(met, this.found(met)).map(({ json }) => json)
    return { file, accessionNumber, refused: !met.reading.document, findings }
  }

  /** The findings of a filing, counted for the exit status. */
  private found(filing: Filing): ReturnType<typeof findingsOf> {
    const findings = findingsOf(filing, this.judgement)
    if (filing.reading.document && findings.some(isObjection)) this.batch.findings++
    return findings
  }
}
