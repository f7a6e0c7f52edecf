import type { DiagnosticWording } from '@section16/core/facts'

/** The wording of this room's diagnostics: what was not sent or asked, and why. For `messageOf` of core. */
export const edgarDiagnostics: Readonly<Record<string, DiagnosticWording>> = {
  E101: {
    name: 'flag-differs-from-way',
    severity: 'suspends',
    message: 'The file says {found}, and it was to be sent as {mode}.',
    fix: 'Write the file anew for the way it is to go.',
    source: 'EDGAR API 1.11.0; what EDGAR does when they differ is not documented',
  },
  E102: {
    name: 'live-not-allowed',
    severity: 'suspends',
    message: 'The configuration does not allow LIVE submissions to EDGAR.',
    fix: 'Set allowLive, if filings are meant to be made.',
  },
  E103: {
    name: 'test-not-allowed',
    severity: 'suspends',
    message: 'The configuration does not allow TEST submissions to EDGAR.',
    fix: 'Set allowTest, if test filings are meant to be made.',
  },
  E104: {
    name: 'demonstration-to-edgar',
    severity: 'suspends',
    message: 'The document is a demonstration; it goes to a rehearsal and nowhere else.',
    fix: 'Send it to a rehearsal EDGAR on this machine.',
  },
  E105: {
    name: 'not-a-submission-file',
    severity: 'suspends',
    message: 'The file cannot be read as edgarSubmission ({why}).',
    fix: 'Write it with writeEdgarSubmission.',
    source: 'EDGAR’s schema edgarSubmission, EDGAR Ownership XML Technical Specification 5.5',
  },
  E106: {
    name: 'not-an-accession-number',
    severity: 'suspends',
    message: '“{found}” is no accession number.',
    fix: 'Ten digits, two, six, with dashes between.',
    source: 'EDGAR API 1.11.0',
  },
  E107: {
    name: 'not-one-to-25-submissions',
    severity: 'suspends',
    message: '{found} submissions were asked for at once; 1 to 25 can be.',
    fix: 'Ask several times.',
    source: 'EDGAR API 1.11.0, POST /submission/status',
  },
  E108: {
    name: 'not-a-cik',
    severity: 'suspends',
    message: '“{found}” is no CIK.',
    fix: 'One to ten digits.',
    source: 'EDGAR’s schema, EDGAR Ownership XML Technical Specification 5.5',
  },
  E109: {
    name: 'no-connection',
    severity: 'suspends',
    message: 'No connection to {host} came about ({reason}); nothing was sent.',
    fix: 'Look whether the network and EDGAR are there, and send again.',
  },
  E110: {
    name: 'rehearsal-not-proven',
    severity: 'suspends',
    message: 'Nobody at {host} says to be a rehearsal, and what is sent to this machine is for one.',
    fix: 'Start the rehearsal EDGAR.',
  },
}
