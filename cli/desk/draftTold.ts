import { printable } from '../input/names.ts'
import { consequenceLines } from './amendmentTold.ts'
import type { Draft, Event } from './answers.ts'
import { diagnosticLine } from './deskClient.ts'

/** A draft as it stands: by when, what is against it, who signs, how it is sent. */
export function draftLines(draft: Draft): string[] {
  const { id, formType, version, closed, dues, blockers, findings, owners, submissions, amendment, split, parts } =
    draft
  return [
    `Form ${formType}, version ${version}, ${owners.map(({ name }) => printable(name)).join(', ')}`,
    ...(closed ? [`  ${closed.because}`] : []),
    ...(amendment ? [`  amends ${amendment.accessionNumber}`, ...consequenceLines(amendment)] : []),
    ...(split ? [`  takes ${split.count} forms: section16 draft ${id} --split`] : []),
    ...(parts?.drafts ?? []).map(
      (part) =>
        `  part ${part.number} of ${parts?.drafts.length}: section16 draft ${part.id}${part.closed ? `, ${part.closed.because}` : ''}`,
    ),
    ...dues.map(({ eastern, of, isPast }) => `  due ${eastern}, ${printable(of)}${isPast ? ', past' : ''}`),
    ...blockers.map((one) => `  waits: ${diagnosticLine(one)}`),
    ...findings.map((one) => `  ${one.severity}: ${diagnosticLine(one)}`),
    ...owners.flatMap(({ line }) => (line ? [`  signed: ${printable(line.name)} ${line.date}`] : [])),
    ...submissions.map(({ id: sent, mode, state }) => `  ${mode} ${state}: section16 status ${sent}`),
    ...(closed || blockers.length > 0 ? [] : [`  ready: section16 file ${id} --test, then --live`]),
  ]
}

/** What an event still asks, of whom, and why. */
export function questionLines({ id, results }: Event): string[] {
  const lines = results.flatMap(({ insiderId, open, diagnostics }) => [
    ...diagnostics.map((one) => `  ${one.severity}: ${diagnosticLine(one)}`),
    ...open.map(({ name, question, type, of }) => {
      const whose = of === 'insider' ? ` (factsOf ${insiderId})` : ''
      return `  ${name}: ${printable(question)} [${type}]${whose}`
    }),
  ])
  return [`Event ${id} is not complete:`, ...new Set(lines)]
}
