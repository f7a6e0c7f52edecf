/** `section16 verify` over every real filing there is. Arguments: what to verify instead. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { corpusFolder, hasCorpus } from '../../bench/corpus.ts'
import type { LongTest } from '../full.ts'
import { root } from '../repository.ts'

export const about =
  'every real filing is written back from its JSON alone by a second process; nothing lost; 10 seconds'

/** See `about`. */
export const run: LongTest['run'] = async ({ out, args }) => {
  const whats = args.length > 0 ? args : [corpusFolder]
  if (args.length === 0 && !hasCorpus()) return { ok: false, summary: 'needs the real filings of ../shared/corpus' }
  const command = join(root, 'cli/bin/section16.mjs')
  const child = spawn(process.execPath, [command, 'verify', ...whats], { stdio: ['ignore', 'pipe', 'inherit'] })
  const status = new Promise<number | null>((resolve) => child.on('close', resolve))
  let last: string | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    if (last !== undefined) out(last)
    last = line
  }
  // The last line is the sum of all.
  return { ok: (await status) === 0 && /\blost=0$/.test(last ?? ''), summary: last ?? 'verify said nothing' }
}
