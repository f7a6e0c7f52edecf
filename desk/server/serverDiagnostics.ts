import type { DiagnosticWording } from '@section16/core/facts'

/** What the server can say. A code is for ever. */
export const serverDiagnostics = {
  D501: {
    name: 'not-of-its-shape',
    severity: 'note',
    message: 'The request is not as the API says: {where}.',
    fix: 'See /api/openapi.json for what is asked.',
  },
  D502: {
    name: 'not-signed-in',
    severity: 'note',
    message: 'Nobody is signed in.',
    fix: 'Sign in.',
  },
  D503: {
    name: 'not-this-role',
    severity: 'note',
    message: 'Your role does not allow this.',
    fix: 'Ask somebody who may ({roles}), or an administrator for the role.',
  },
  D504: {
    name: 'foreign-request',
    severity: 'note',
    message: 'The request came by another name or from another page than this desk’s own.',
    fix: 'Use the address at which the desk was started.',
  },
  D505: {
    name: 'not-again',
    severity: 'note',
    message: 'Signing in again failed.',
    fix: 'Give your password, and the code of your second factor if you have set one up.',
  },
  D506: {
    name: 'too-often',
    severity: 'note',
    message: 'Too many attempts failed.',
    fix: 'Wait {seconds} seconds.',
  },
  D507: {
    name: 'too-large',
    severity: 'note',
    message: 'The request is larger than {bytes} bytes.',
    fix: 'Send less at once.',
  },
  D508: {
    name: 'failed',
    severity: 'note',
    message: 'The desk failed; nothing of this was done.',
    fix: 'Try again; the log of the desk says under {reference} where it failed.',
  },
  D510: {
    name: 'no-such-recipe',
    severity: 'note',
    message: 'There is no recipe {recipe}.',
    fix: 'Choose one of the list.',
  },
  D511: {
    name: 'event-not-complete',
    severity: 'note',
    message: 'The event has questions open for {insider}.',
    fix: 'Answer them first.',
  },
  D512: {
    name: 'nothing-to-report',
    severity: 'note',
    message: 'The event comes to no line on any form.',
    fix: 'See what the event says about why.',
  },
  D513: {
    name: 'insider-without-cik',
    severity: 'note',
    message: 'EDGAR knows {insider} by no CIK yet.',
    fix: 'Apply for access to EDGAR (Form ID) and enter the CIK.',
  },
  D514: {
    name: 'no-filing-json',
    severity: 'note',
    message: 'The content is no filing JSON.',
    fix: 'Send what the draft gave, changed.',
  },
  D520: {
    name: 'not-these-parties',
    severity: 'suspends',
    message: 'The form names {found} as its {party}; the draft is of {wanted}.',
    fix: 'A wrong issuer or owner is a new filing: begin a new draft, or correct the CIK where it is kept.',
  },
  D521: {
    name: 'cannot-be-written',
    severity: 'suspends',
    message: 'The form cannot be written for EDGAR yet.',
    fix: 'See to the findings first; then it can be signed.',
  },
  D522: {
    name: 'no-ccc',
    severity: 'note',
    message: 'The CCC of {insider} is not kept here.',
    fix: 'Enter it; it is put in last, on the way out.',
  },
  D523: {
    name: 'no-token',
    severity: 'note',
    message: 'The {token} for EDGAR is missing or has run out.',
    fix: 'Make a new one on EDGAR’s dashboard and enter it.',
  },
  D530: {
    name: 'not-typed',
    severity: 'note',
    message: 'The confirmation is not “{wanted}”.',
    fix: 'Type exactly that, if it is meant.',
  },
  D531: {
    name: 'demonstration',
    severity: 'note',
    message: 'Invented data never go to the real EDGAR.',
    fix: 'Use the rehearsal EDGAR.',
  },
  D532: {
    name: 'not-switched-on',
    severity: 'note',
    message: 'The configuration does not let a {mode} submission go to EDGAR.',
    fix: 'Set the switch in the configuration of the desk, if it is meant.',
  },
  D533: {
    name: 'not-to-be-filed',
    severity: 'note',
    message: 'It may not be sent as it is: {count} reasons stand against it.',
    fix: 'See the draft’s blockers.',
  },
  D534: {
    name: 'of-another-edgar',
    severity: 'note',
    message: 'The accession number {number} is not one of this EDGAR’s.',
    fix: 'A rehearsal’s numbers begin with 9016000016, the real EDGAR’s never do.',
  },
  D535: {
    name: 'only-ones-own',
    severity: 'note',
    message: 'Only whoever gave it can take it back.',
    fix: 'Ask them, or change the draft, which voids it.',
  },
  D570: {
    name: 'not-late-by-edgar',
    severity: 'note',
    message: 'The records hold no case for another filing date: nothing was sent in time and accepted late.',
    fix: 'Only what was sent before the due moment can be said to have been delayed.',
  },
} as const satisfies Record<string, DiagnosticWording>
