import type { SecurityAlias } from '@section16/core/ledger'
import { parseCik } from '@section16/core/model'
import { readDelimited } from '@section16/core/read'
import { sources } from './input/sources.ts'
import { inputProblemLine } from './problems.ts'

/** The user's word on titles of securities, or why it could not be read. */
export type AliasFile = { readonly aliases: readonly SecurityAlias[] } | { readonly problem: string }

/** The aliases of a CSV file with the titles `title,security` and, where it holds for one issuer only, `issuer`, a CIK. */
export async function readAliasFile(path: string): Promise<AliasFile> {
  for await (const source of sources([path])) {
    if ('problem' in source) return { problem: inputProblemLine(source.problem) }
    const [titles = [], ...rows] = readDelimited(Buffer.from(source.bytes).toString('utf8')).rows
    if (!titles.includes('title') || !titles.includes('security')) {
      return { problem: `${source.name}: a line of titles with title and security in it is wanted` }
    }
    const aliases = rows.map((cells) => aliasOf(Object.fromEntries(titles.map((title, i) => [title, cells[i] ?? '']))))
    const bad = aliases.indexOf(undefined)
    if (bad >= 0) return { problem: `${source.name}: line ${bad + 2}: title and security, and issuer a CIK or empty` }
    return { aliases: aliases as SecurityAlias[] }
  }
  return { problem: `${path}: nothing was read` }
}

function aliasOf({ issuer = '', title = '', security = '' }: Record<string, string>): SecurityAlias | undefined {
  if (title.trim() === '' || security.trim() === '') return undefined
  if (issuer.trim() === '') return { title, security }
  const cik = parseCik(issuer)
  return cik && { issuer: cik, title, security }
}
