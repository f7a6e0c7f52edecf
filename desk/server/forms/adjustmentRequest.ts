/** A request that EDGAR date a form as of the day on which it was sent in vain, with what the desk recorded of it. */
import type { Destination, SubmissionState } from '../../store/index.ts'
import { EASTERN, writtenIn } from '../moments.ts'
import type { DueMoment } from './findings.ts'
import { destinationNote } from './page.ts'

/** A live submission of the form, with every state that it went through. */
export interface Attempt {
  id: string
  ofHash: string
  states: readonly SubmissionState[]
}

export interface LateForm {
  formType: string
  issuer: { name: string; cik: string }
  owners: readonly { name: string; cik: string | null }[]
  due: DueMoment
  attempts: readonly Attempt[]
}

/**
 * The text of a request for a filing date adjustment: who, which form, by when it was due, and every attempt with the
 * moments of its states and EDGAR's own words. What only the filer can say, and the signature, are left open.
 * `undefined` where the records hold no case for it: nothing was sent by the due moment, or it was accepted by then, or
 * that moment has not come. `now` is milliseconds UTC. Source: Regulation S-T Rule 13(b) (17 CFR 232.13(b)).
 */
export function adjustmentRequest(form: LateForm, destination: Destination, now: number): string | undefined {
  const { due, attempts } = form
  const all = attempts.flatMap(({ states }) => states)
  const accepted = all.find(({ state }) => state === 'accepted')
  const isTried = all.some(({ state, at }) => state === 'sending' && at <= due.at)
  if (!isTried || (accepted?.at ?? now) <= due.at) return undefined
  const note = destinationNote(destination)
  return [
    ...(note === undefined ? [] : [note, '']),
    'REQUEST FOR AN ADJUSTMENT OF A FILING DATE',
    'Rule 13(b) of Regulation S-T (17 CFR 232.13(b))',
    '',
    'To the Securities and Exchange Commission',
    `Prepared ${eastern(now)}`,
    '',
    `Form ${form.formType}`,
    `Issuer: ${form.issuer.name}, CIK ${form.issuer.cik}`,
    ...form.owners.map(({ name, cik }) => `Reporting owner: ${name}, CIK ${cik ?? 'none'}`),
    `Due: ${eastern(due.at)} (${due.of})`,
    accepted
      ? `Accepted: ${eastern(accepted.at)}, accession number ${accepted.accessionNumber}`
      : 'Not accepted so far.',
    '',
    'WHAT WAS SENT, as recorded when it happened',
    ...attempts.flatMap(attemptLines),
    '',
    'WHAT DELAYED IT, in the filer’s own words',
    '[What went wrong at EDGAR, why it was beyond the filer’s control, and whom the filer told of it and when]',
    '',
    `We ask that the filing date be adjusted to ${due.day}.`,
    '',
    '[Signature, name, telephone number]',
    '',
  ].join('\n')
}

function attemptLines({ id, ofHash, states }: Attempt): string[] {
  return [
    `Submission ${id}, content ${ofHash}`,
    ...states.map(({ at, state, detail, accessionNumber }) => {
      const number = accessionNumber === null ? '' : `, ${accessionNumber}`
      const words = detail === null ? '' : `: ${JSON.stringify(detail)}`
      return `  ${eastern(at)} ${state}${number}${words}`
    }),
  ]
}

const eastern = (at: number): string => writtenIn(EASTERN, at)
