/** Notices in words. Nothing is in them but what `Notice` holds: no amount, no price, no secret. */

import type { WaitingFor } from '../forms/work.ts'
import { EASTERN, writtenIn } from '../moments.ts'
import type { Notice, NoticeKind } from './notice.ts'

const WHAT: Readonly<Record<NoticeKind, string>> = {
  outcomeUnknown: 'Outcome unknown: EDGAR may have it or not. Do not send it again because of this.',
  notSent: 'It was not taken by EDGAR. Nothing has been filed.',
  suspended: 'EDGAR suspended it. It has not been filed.',
  waiting: 'It waits for you.',
  due: 'It is due soon.',
  late: 'It was due and has not been accepted.',
  cccMissing: 'Without the CCC it cannot be sent.',
  tokenEnds: 'Nothing can be sent to EDGAR without it.',
  test: 'This is a test of the notices, and nothing else.',
}

const SUBJECT: Readonly<Record<NoticeKind, string>> = {
  outcomeUnknown: 'Outcome unknown',
  notSent: 'Not sent',
  suspended: 'Suspended',
  waiting: 'Waits for you',
  due: 'Due soon',
  late: 'Late',
  cccMissing: 'CCC missing',
  tokenEnds: 'Token ends',
  test: 'Test',
}

const WAITING: Readonly<Record<WaitingFor, string>> = {
  facts: 'facts',
  content: 'the form to be finished',
  approval: 'approval',
  signature: 'signature',
  sending: 'somebody to send it',
  edgar: 'EDGAR’s answer',
  resolution: 'somebody to find out what became of it',
  delegation: 'a delegation on EDGAR’s dashboard',
  token: 'a new token',
}

export const subjectOf = ({ kind, title }: Notice): string => `${SUBJECT[kind]}: ${title}`

/** `origin` and `organizationId` make the address of the page; `now` is when it was so. */
export function textOf(notice: Notice, origin: string, organizationId: string, now: number): string {
  const { kind, title, moment, waitingFor, who, page } = notice
  const label = kind === 'tokenEnds' ? 'Ends' : 'Due'
  const lines = [
    WHAT[kind],
    '',
    title,
    ...(moment === null ? [] : [`${label}: ${writtenIn(EASTERN, moment)} (${writtenIn('UTC', moment)})`]),
    ...(kind !== 'tokenEnds' && moment !== null ? ['Only acceptance by EDGAR is in time.'] : []),
    ...(waitingFor === null
      ? []
      : [`Waits for: ${WAITING[waitingFor]}${who.length > 0 ? ` (${who.join(', ')})` : ''}`]),
    '',
    `${origin}/${organizationId}/${page}`,
    '',
    `As of ${writtenIn(EASTERN, now)}.`,
  ]
  return `${lines.join('\n')}\n`
}
