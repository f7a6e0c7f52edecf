import { type FormEdit, proposeFixes } from '@section16/core/check'
import { readOwnershipXml } from '@section16/core/read'
import { writeOwnershipXml } from '@section16/core/write'
import { assertFree, writeNew } from './files.ts'
import type { Filing } from './filings.ts'
import { printable } from './input/names.ts'
import { UsageError } from './usageError.ts'

const WORDS: Readonly<Record<FormEdit['kind'], string>> = {
  whiteSpace: 'white space',
  leadingZeros: 'ten digits',
  booleanSpelling: 'spelling',
  elementOrder: 'order',
}

/** A draft as it was written, and the lines that say what is different in it. */
export interface FixedCopy {
  copy: Filing
  lines: string[]
}

/**
 * Writes a copy of a draft with its form put right. What EDGAR disseminated is never the start of one: a filing as filed
 * stays as it is, and is amended instead.
 */
export function fixedCopy(filing: Filing, path: string, force: boolean): FixedCopy {
  if (filing.submission || filing.accessionNumber !== undefined)
    throw new UsageError(`${filing.file} was filed: --fix works on drafts only`)
  assertFree([path], force)
  const { document, edits } = proposeFixes(filing.reading.document!)
  const xml = writeOwnershipXml(document)
  writeNew(path, xml, force)
  const bytes = Buffer.from(xml)
  const { paper: _, ...known } = filing
  const copy: Filing = {
    ...known,
    file: path,
    source: 'xml',
    xml: bytes,
    xmlStart: 0,
    text: bytes.toString('latin1'),
    bytes,
    around: [],
    reading: readOwnershipXml(bytes),
  }
  return {
    copy,
    lines: [...edits.flatMap(editLines), `${printable(path)}: a draft with ${edits.length} edits of form`],
  }
}

function editLines({ kind, path, before, after }: FormEdit): string[] {
  const quoted = (text: string) => printable(JSON.stringify(text))
  return [`${printable(path)} (${WORDS[kind]})`, `  - ${quoted(before)}`, `  + ${quoted(after)}`]
}
