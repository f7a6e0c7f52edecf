import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOwnershipXml } from '../../core/read/ownershipXml.ts'
import { toFilingJson } from '../../core/write/json.ts'
import { root } from '../repository.ts'

/** A file that holds what the program says, to be compared with what it says now. */
export interface Golden {
  /** From the repository's top. */
  path: string
  /** What stands in the file, `undefined` where there is none. */
  accepted: string | undefined
  /** What the program says now. */
  actual: string
}

/** Every golden: those of the cases that hold every element of the schema. */
export function goldens(): Golden[] {
  return globSync('cases/elements/*.xml', { cwd: root })
    .sort()
    .map((source) => golden(source.replace(/\.xml$/, '.json'), filingJson(readFileSync(join(root, source), 'utf8'))))
}

function filingJson(xml: string): string {
  const { document, diagnostics } = readOwnershipXml(xml)
  return `${JSON.stringify(document ? toFilingJson(document) : diagnostics, undefined, 2)}\n`
}

/** A golden: what a file holds beside what it should. */
export function golden(path: string, actual: string): Golden {
  try {
    return { path, actual, accepted: readFileSync(join(root, path), 'utf8') }
  } catch {
    return { path, actual, accepted: undefined }
  }
}
