import type { CalendarDate } from '@section16/core'
import { choice } from './facts.ts'
import type { FormBuilder } from './formBuilder.ts'

/** Rule 16b-3(d): what may exempt an acquisition from the issuer. */
export const grantApproval = choice(
  {
    board: 'The board of directors approved it',
    committee: 'A committee of two or more non-employee directors approved it',
    shareholders: 'Shareholders approved it in advance, or ratify it at the next annual meeting',
    sixMonths: 'None of these; it will be held for six months',
    none: 'None of these',
  },
  {
    question: 'Who approved the acquisition from the issuer?',
    why: 'With one of the approvals it is exempt from Section 16(b); without, it is matched as a purchase.',
    source: 'Rule 16b-3(d)',
  },
)

/** Rule 16b-3(e): what exempts a disposition to the issuer. */
export const dispositionApproval = choice(
  {
    board: 'The board approved these terms in advance',
    committee: 'A committee of two or more non-employee directors approved these terms in advance',
    shareholders: 'Shareholders approved these terms in advance',
    none: 'Nobody approved them in advance',
  },
  {
    question: 'Who approved the terms of the disposition to the issuer in advance?',
    why: 'With an approval in advance it is exempt from Section 16(b); without, it is matched as a sale.',
    source: 'Rule 16b-3(e)',
  },
)

/** Whether a grant is exempt as of its day. A promise to hold for six months exempts nothing before they are over. */
export function isExemptGrant(approval: string, date: CalendarDate, form: FormBuilder): boolean {
  if (approval === 'sixMonths') form.say('D134', { date: String(date) })
  return isApproved(approval) && approval !== 'sixMonths'
}

/** Whether somebody approved who counts. */
export function isApproved(approval: string): boolean {
  return approval !== 'none'
}
