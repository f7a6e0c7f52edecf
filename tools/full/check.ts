/**
 * The rules that the SEC’s schema decides (C0xx, C1xx), against the schema itself: on mutations of valid documents,
 * invented and real, both refuse the same; and no real filing is refused under the rules of its day. Arguments:
 * `--count N` mutations (50,000), `--only N` one of them, with its text.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { documentTypes } from '../../core/facts/index.ts'
import { CalendarDate } from '../../core/model/calendarDate.ts'
import { readOwnershipXml } from '../../core/read/index.ts'
import { writeOwnershipXml } from '../../core/write/xml.ts'
import type { LongTest } from '../full.ts'
import { root } from '../repository.ts'
import { asOfX0306, compareSchema, SCHEMA_RULES, schemaFindings } from '../testing/compareSchema.ts'
import { bulkDocuments, type CorpusDocument, corpusIsThere, looseDocuments, NO_CORPUS } from '../testing/corpus.ts'
import { mutate } from '../testing/mutate.ts'
import { Random, seedOf } from '../testing/random.ts'
import { randomDocument } from '../testing/randomModel.ts'
import { mutateForSchema } from '../testing/schemaMutations.ts'
import type { SchemaEdition } from '../testing/xsd.ts'

export const about = 'our rules of the schema and libxml2 refuse the same documents; no accepted filing; 3 minutes'

const MUTATIONS = 50_000
const INVENTED_OF_EACH_TYPE = 40
const MOST_REAL = 400
/** Longer ones cost time and show nothing new. */
const LONGEST = 60_000
const MOST_SHOWN = 20
/** Of all mutations, those that know nothing of elements and often are not even well-formed. */
const BLIND = 0.1

type Out = (line: string) => void

/** A valid document to start from, and the schema by which it is valid. */
interface Base extends CorpusDocument {
  edition: SchemaEdition
}

/** The element cases, invented ones of each type, today and of Form 4 as before 2023-03-20, real ones valid today. */
function basesOf(seed: number): Base[] {
  const bases: CorpusDocument[] = ['3', '3A', '4', '4A', '5', '5A'].map((name) => ({
    name: `case ${name}`,
    text: readFileSync(join(root, `cases/elements/${name}.xml`), 'utf8'),
  }))
  for (const type of documentTypes.values()) {
    const invented = fc.sample(randomDocument(type), { seed, numRuns: INVENTED_OF_EACH_TYPE })
    bases.push(...invented.map((document, i) => ({ name: `${type.code} ${i}`, text: writeOwnershipXml(document) })))
  }
  const short = bases.filter(({ text }) => text.length <= LONGEST)
  const today = corpusIsThere ? [...short, ...realBases()] : short
  const older = short.filter(({ text }) => /<documentType>4/.test(text))
  return [
    ...today.map((base): Base => ({ ...base, edition: 'today' })),
    ...older.map(({ name, text }): Base => ({ name, text: asOfX0306(text), edition: 'x0306' })),
  ]
}

function realBases(): CorpusDocument[] {
  const bases: CorpusDocument[] = []
  for (const document of looseDocuments()) {
    if (bases.length >= MOST_REAL) break
    const isRecent = /<schemaVersion>X0[456]0[7-9]</.test(document.text)
    if (isRecent && document.text.length <= LONGEST && compareSchema(document.text).outcome === 'valid') {
      bases.push(document)
    }
  }
  return bases
}

function mutation(bases: readonly Base[], seed: number, n: number) {
  const random = new Random(seedOf(seed, n))
  const { name, text, edition } = random.pick(bases)
  if (random.chance(BLIND)) {
    const { text: xml, kinds } = mutate(text, random)
    return { name, edition, xml, kinds }
  }
  return { name, edition, ...mutateForSchema(text, random) }
}

type Counts = Record<string, number>

function mutations(bases: readonly Base[], seed: number, count: number, out: Out): Counts {
  const counts: Counts = {
    mutations: 0,
    valid: 0,
    invalid: 0,
    unread: 0,
    space: 0,
    idref: 0,
    onlyOurs: 0,
    onlyTheirs: 0,
  }
  const add = (name: string) => {
    counts[name] = 1 + (counts[name] ?? 0)
  }
  const met = new Set<string>()
  let shown = 0
  for (let n = 0; n < count; n++) {
    const { name, edition, xml, kinds } = mutation(bases, seed, n)
    const { outcome, ours, theirs } = compareSchema(xml, edition)
    add('mutations')
    add(outcome)
    for (const finding of ours) met.add(finding.slice(0, 4))
    if (!outcome.startsWith('only') || shown++ >= MOST_SHOWN) continue
    out(
      `mutation ${n} (${kinds.join(', ')} of ${name}, ${edition}) ${outcome}: ${[...ours, ...theirs].slice(0, 3).join('; ')}`,
    )
  }
  const idle = SCHEMA_RULES.filter(({ code }) => !met.has(code)).map(({ code }) => code)
  if (idle.length > 0) out(`rules that no mutation broke: ${idle.join(', ')}`)
  return { ...counts, rules: met.size, idle: idle.length }
}

/** Every filing there is was accepted, so none may be refused by the rules of its filing date. */
function acceptedFilings(out: Out): Counts {
  const counts: Counts = { accepted: 0, refused: 0 }
  for (const documents of [looseDocuments(), bulkDocuments()]) {
    for (const { name, text, filedOn } of documents) {
      const { document } = readOwnershipXml(text)
      if (!document) continue
      counts.accepted = 1 + (counts.accepted ?? 0)
      const day = CalendarDate.parse(filedOn ?? '')
      const found = schemaFindings(document, day ? { filedOn: day } : {})
      if (found.length === 0) continue
      counts.refused = 1 + (counts.refused ?? 0)
      for (const { rule, path } of found.slice(0, 3)) out(`${name}: ${rule.code} ${path}`)
    }
  }
  return counts
}

function showOne(bases: readonly Base[], seed: number, n: number, out: Out): void {
  const { name, edition, xml, kinds } = mutation(bases, seed, n)
  out(`mutation ${n}: ${kinds.join(', ')} of ${name}\n${xml}\n${JSON.stringify(compareSchema(xml, edition), null, 2)}`)
}

/** See `about`. */
export const run: LongTest['run'] = async ({ seed, out, args }) => {
  const option = (name: string) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined)
  const bases = basesOf(seed)
  const only = option('--only')
  if (only !== undefined) {
    showOne(bases, seed, only, out)
    return { ok: true, summary: `mutation ${only} shown` }
  }
  if (!corpusIsThere) out(NO_CORPUS)
  const count = option('--count') ?? MUTATIONS
  const accepted: Counts = corpusIsThere ? acceptedFilings(out) : {}
  const counts: Counts = {
    bases: bases.length,
    ...mutations(bases, seed, count, out),
    ...accepted,
  }
  // Every rule is broken by some mutation, if there are many.
  const idle = count >= MUTATIONS ? (counts.idle ?? 0) : 0
  const ok = idle + (counts.onlyOurs ?? 0) + (counts.onlyTheirs ?? 0) + (accepted.refused ?? 0) === 0
  return {
    ok,
    summary: Object.entries(counts)
      .map(([name, n]) => `${name}=${n}`)
      .join(' '),
  }
}
