/**
 * The forms that the recipes make, broken: what is invalid by the SEC's schema or by a rule of EDGAR's that core checks is
 * refused by the rehearsal EDGAR, and what is not is accepted. Arguments: `--count N` changes (50,000), `--only N` one of
 * them, with its text. A run that was killed goes on where it was, with the same `--seed`.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LongTest } from '../full.ts'
import {
  type GoldenForm,
  goldenForm,
  goldenNames,
  type MutationOutcome,
  mutationOf,
  mutationOutcome,
  rehearsalOfGoldens,
} from '../testing/deskForms.ts'
import { fingerprint } from '../testing/fingerprint.ts'

export const about = 'the rehearsal EDGAR refuses the recipes’ forms where a change made them invalid; 5 minutes'

const MUTATIONS = 50_000
/** A rehearsal remembers all that it was sent, so it is a new one after so many; then the result is kept too. */
const BATCH = 500
const MOST_SHOWN = 20

type Counts = Record<MutationOutcome, number>

interface Progress {
  done: number
  counts: Counts
  /** Kinds of changes that made something invalid. */
  kinds: string[]
}

const DEPENDED_ON = [/^(?:core|desk|edgar|tools\/testing)\/.*\.(?:m?ts|xml)$/, /^tools\/full\/desk\.ts$/]

function begun(file: string): Progress {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Progress
  return { done: 0, counts: { refused: 0, accepted: 0, filers: 0, slipped: 0, harsh: 0 }, kinds: [] }
}

/** Whole or not at all, so that a run that is killed while it writes leaves the file as it was. */
function keep(file: string, progress: Progress): void {
  writeFileSync(`${file}.new`, JSON.stringify(progress))
  renameSync(`${file}.new`, file)
}

function batch(
  forms: readonly GoldenForm[],
  seed: number,
  before: Progress,
  until: number,
  out: (line: string) => void,
) {
  const edgar = rehearsalOfGoldens()
  const counts = { ...before.counts }
  const seen = new Set(before.kinds)
  for (let n = before.done; n < until; n++) {
    const { name, kinds, xml } = mutationOf(forms, seed, n)
    const { outcome, why, errors } = mutationOutcome(edgar, xml)
    counts[outcome]++
    if (outcome === 'refused') for (const kind of kinds) seen.add(kind)
    if ((outcome === 'slipped' || outcome === 'harsh') && counts.slipped + counts.harsh <= MOST_SHOWN)
      out(`change ${n} (${kinds.join(', ')} of ${name}) ${outcome}: ${[...why, ...errors].slice(0, 3).join('; ')}`)
  }
  return { done: until, counts, kinds: [...seen].sort() }
}

/** See `about`. */
export const run: LongTest['run'] = async ({ seed, out, stateDir, args }) => {
  const option = (name: string) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined)
  const forms = await Promise.all(goldenNames().map((name, i) => goldenForm(name, i % 2 === 0 ? 'jane' : 'ann')))
  const only = option('--only')
  if (only !== undefined) {
    const { name, kinds, xml } = mutationOf(forms, seed, only)
    const judged = JSON.stringify(mutationOutcome(rehearsalOfGoldens(), xml), null, 2)
    out(`change ${only}: ${kinds.join(', ')} of ${name}\n${xml}\n${judged}`)
    return { ok: true, summary: `change ${only} shown` }
  }
  const count = option('--count') ?? MUTATIONS
  const file = join(stateDir, `${seed}-${count}-${fingerprint(DEPENDED_ON)}.json`)
  let progress = begun(file)
  if (progress.done > 0) out(`${progress.done} of ${count} done before`)
  while (progress.done < count) {
    progress = batch(forms, seed, progress, Math.min(progress.done + BATCH, count), out)
    keep(file, progress)
    if (progress.done % (10 * BATCH) === 0) out(`  ${progress.done} of ${count}`)
  }
  const { counts, kinds } = progress
  const told = Object.entries(counts).map(([name, n]) => `${name}=${n}`)
  const ok = counts.slipped + counts.harsh === 0 && counts.refused > 0 && counts.accepted > 0
  return { ok, summary: `forms=${forms.length} changes=${count} ${told.join(' ')} kinds=${kinds.length}` }
}
