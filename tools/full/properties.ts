/**
 * Random valid documents through every reader and writer, and the SEC's schemas over what is to be filed. Arguments:
 * `--count N` documents (6,000, as many of each form type).
 */
import fc from 'fast-check'
import { type DocumentType, documentTypes } from '../../core/facts/index.ts'
import type { OwnershipDocument } from '../../core/model/ownershipDocument.ts'
import { writeOwnershipXml } from '../../core/write/xml.ts'
import type { LongTest } from '../full.ts'
import { examineModel } from '../testing/examineModel.ts'
import { randomDocument } from '../testing/randomModel.ts'
import { documentPaths, schemaPaths } from '../testing/schemaPaths.ts'
import { VIOLATIONS } from '../testing/violations.ts'
import { schemaComplaints } from '../testing/xsd.ts'

export const about = 'random valid documents come back from XML, JSON and the form for filing as they were; 3 minutes'

const DOCUMENTS = 6000
const KINDS = ['roundTrip', 'json', 'submission'] as const
/** Every violation is put into every nth form. */
const EVERY_NTH = 20
/** Of one type: in fewer documents a rare element may be missing. */
const ENOUGH_FOR_EVERY_PATH = 200

/** EDGAR takes the CCC out, so no disseminated document has it; `examineModel` puts it into the form. */
const NOT_DISSEMINATED = '/rptOwnerCcc'

const counts = {
  documents: 0,
  roundTrip: 0,
  json: 0,
  submissionValid: 0,
  fast: 0,
  violations: 0,
  unseenViolations: 0,
  missingPaths: 0,
  failed: 0,
}

export const run: LongTest['run'] = async ({ seed, out, args }) => {
  const at = args.indexOf('--count')
  const each = Math.ceil((at < 0 ? DOCUMENTS : Number(args[at + 1])) / documentTypes.size)
  for (const type of documentTypes.values()) examineType(type, { seed, numRuns: each }, out)
  const summary = Object.entries(counts).map(([name, count]) => `${name}=${count}`)
  return { summary: summary.join(' '), ok: counts.failed + counts.missingPaths === 0 && counts.documents > 0 }
}

function examineType(
  type: DocumentType,
  parameters: { seed: number; numRuns: number },
  out: (line: string) => void,
): void {
  const paths = new Set<string>()
  let examined = 0
  const property = fc.property(randomDocument(type), (document) => {
    const faults = examineOne(document, type, examined++ % EVERY_NTH === 0)
    if (faults.length > 0) throw new Error(faults.join('\n'))
    for (const path of documentPaths(writeOwnershipXml(document))) paths.add(path)
  })
  const { failed, numRuns, errorInstance, counterexample } = fc.check(property, parameters)
  counts.documents += numRuns
  if (failed) {
    counts.failed++
    const [smallest] = counterexample as [OwnershipDocument]
    const why = errorInstance instanceof Error ? errorInstance.message : ''
    out(`${type.code}: ${why}\n${writeOwnershipXml(smallest)}`)
  }
  const missing = [...schemaPaths(type.code)].filter((path) => !paths.has(path) && !path.endsWith(NOT_DISSEMINATED))
  if (numRuns >= ENOUGH_FOR_EVERY_PATH) counts.missingPaths += missing.length
  out(
    `${type.code}: ${numRuns} documents, ${paths.size} element paths${missing.map((path) => `, not ${path}`).join('')}`,
  )
}

function examineOne(document: OwnershipDocument, type: DocumentType, isViolated: boolean): string[] {
  const examined = examineModel(document)
  counts.roundTrip += Number(examined.roundTrip.length === 0)
  counts.json += Number(examined.json.length === 0)
  counts.submissionValid += Number(examined.submission.length === 0)
  counts.fast += Number(examined.fast)
  const unseen = isViolated ? unseenViolations(examined.form, type) : []
  return [...KINDS.flatMap((kind) => examined[kind].map((text) => `${kind}: ${text}`)), ...unseen]
}

function unseenViolations(form: string, type: DocumentType): string[] {
  const broken = Object.entries(VIOLATIONS)
    .map(([name, violate]) => [name, violate(form)] as const)
    .filter(([, text]) => text !== form)
  const unseen = broken.filter(([, text]) => schemaComplaints(text, type.code).length === 0)
  counts.violations += broken.length
  counts.unseenViolations += unseen.length
  return unseen.map(([name]) => `the schema does not see ${name}`)
}
