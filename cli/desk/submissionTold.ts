import { printable } from '../input/names.ts'
import type { Submission } from './answers.ts'

/** What became of a submission, with EDGAR's messages at the cells they concern. */
export function submissionLines({
  id,
  mode,
  destination,
  state,
  accessionNumber,
  messages,
  toResolve,
  filingId,
}: Submission): string[] {
  return [
    `${mode} submission ${id}: ${state}${accessionNumber === null ? '' : `, ${accessionNumber}`}`,
    ...(destination === 'edgar' ? [] : [`  with ${WHERE[destination]}: nothing was filed with the SEC`]),
    ...messages.map(({ type, content, place, path }) =>
      printable(`  ${type}: ${place ?? path ?? ''}${(place ?? path) ? ': ' : ''}${content}`),
    ),
    ...(filingId === null ? [] : [`  archived as filing ${filingId}`]),
    ...(toResolve
      ? ['  Never send it again because of this. Find out:', ...toResolve.how.map((how) => `  - ${printable(how)}`)]
      : []),
  ]
}

const WHERE = { rehearsal: 'a rehearsal EDGAR', beta: 'EDGAR’s test system' } as const

/** States after which nothing more comes by itself. */
export function isFinal({ state }: Pick<Submission, 'state'>): boolean {
  return !['prepared', 'sending', 'received'].includes(state)
}
