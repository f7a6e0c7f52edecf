/** What the rehearsal EDGAR took, by its own journal: the other side's word on whether something was sent twice. */
import { readFileSync } from 'node:fs'

export interface Taken {
  mode: 'TEST' | 'LIVE'
  accessionNumber: string
  /** Of the filing, as `remarksOf` writes it. */
  mark: string
}

/** Remarks by which a filing is known at the other side. */
export const remarksOf = (mark: string) => `Known as ${mark}.`

/** Everything that was taken, in the order in which it came. A line that is just being written is not there yet. */
export function takenBy(journal: string): Taken[] {
  const lines = readFileSync(journal, 'utf8').split('\n').slice(0, -1)
  return lines
    .map((line) => JSON.parse(line))
    .filter(({ event, submission }) => event === 'submission' && submission.accessionNumber !== '')
    .map(({ submission: { mode, accessionNumber, xml = '' } }) => ({
      mode,
      accessionNumber,
      mark: /<remarks>Known as (\S+)\.<\/remarks>/.exec(xml)?.[1] ?? '',
    }))
}
