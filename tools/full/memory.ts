/** Memory of `section16 read --ndjson` over one archive of 100,000 filings, as `npm run bench -- memory` measures it. */
import { memory } from '../../bench/benches/memory.ts'
import type { LongTest } from '../full.ts'

export const about =
  'reading 100,000 filings from one archive takes as much memory at the end as at the start; 2 minutes'

/** See `about`. */
export const run: LongTest['run'] = async ({ out }) => {
  const [row] = await memory({ progress: out, rounds: 1, generated: true, sample: undefined })
  const after = Object.entries(row?.details ?? {}).map(([mark, megabytes]) => `${mark}=${String(megabytes)}MB`)
  return {
    ok: row?.ok ?? false,
    summary: row === undefined || row.ok === null ? String(row?.missing) : `${after.join(' ')} ratio=${row.ratio}`,
  }
}
