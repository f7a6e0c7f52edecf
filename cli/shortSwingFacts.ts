import { readShortSwingFacts, type ShortSwingFacts } from '@section16/core/ledger'
import { sources } from './input/sources.ts'
import { inputProblemLine, problemLine } from './problems.ts'

/** Facts that were read, or what to say on standard error. */
export type FactsFile = { readonly facts: ShortSwingFacts } | { readonly problems: readonly string[] }

/** Reads a file of facts, JSON. One that is wrong in any point is refused whole: its answer would be another case's. */
export async function readFactsFile(path: string): Promise<FactsFile> {
  for await (const source of sources([path])) {
    if ('problem' in source) return { problems: [inputProblemLine(source.problem)] }
    const value = parsed(Buffer.from(source.bytes).toString('utf8'))
    if (value === undefined) return { problems: [`${source.name}: this is no JSON`] }
    const { facts, diagnostics } = readShortSwingFacts(value.json)
    if (facts) return { facts }
    return { problems: diagnostics.map((diagnostic) => problemLine(source.name, diagnostic)) }
  }
  return { problems: [`${path}: nothing was read`] }
}

function parsed(text: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}
