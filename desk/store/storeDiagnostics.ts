import type { DiagnosticWording } from '@section16/core/facts'

/** What the store can say. A code is for ever. */
export const storeDiagnostics = {
  D401: {
    name: 'data-newer-than-program',
    severity: 'note',
    message: 'The data are of version {dataVersion}, this program knows version {programVersion}.',
    fix: 'Use the newer program; an older one would damage what it does not know.',
  },
  D402: {
    name: 'cannot-open',
    severity: 'note',
    message: 'The database cannot be opened: {reason}',
    fix: 'Put right what the database says, and start again. Nothing was changed.',
  },
  D403: {
    name: 'stale',
    severity: 'note',
    message: 'This was made from {basedOn}, but the draft is at {current} by now.',
    fix: 'Compare the two and save, approve or sign again.',
  },
  D404: {
    name: 'not-found',
    severity: 'note',
    message: 'There is no such {subject}.',
    fix: 'Look for it in the list; it may belong to somebody else.',
  },
  D405: {
    name: 'secret-does-not-open',
    severity: 'note',
    message: 'The {purpose} was sealed with the key {keyId} and does not open.',
    fix: 'Give the key with which it was sealed, or enter the secret again.',
  },
  D406: {
    name: 'not-in-this-state',
    severity: 'note',
    message: 'The {subject} is {state}; it cannot become {wanted}.',
    fix: 'See its history for what happened.',
  },
  D407: {
    name: 'already-there',
    severity: 'note',
    message: 'There is a {subject} with this {what} already.',
    fix: 'Use the one that is there.',
  },
  D408: {
    name: 'no-value',
    severity: 'note',
    message: '“{written}” is no {what}.',
    fix: 'Amounts are plain decimal numbers without needless zeros, days YYYY-MM-DD, CIKs ten digits.',
  },
  D409: {
    name: 'not-this-database',
    severity: 'note',
    message: 'The database is not one of this program: {reason}',
    fix: 'Name the right database, or an empty one.',
  },
  D410: {
    name: 'back-up-first',
    severity: 'note',
    message: 'The data are of version {dataVersion} and have to be brought to {programVersion}.',
    fix: 'Make a backup with pg_dump, then say that it was made (upgradeAfterBackup).',
  },
  D411: {
    name: 'not-durable',
    severity: 'note',
    message: 'The database server runs with {setting} = {value}: what it acknowledges can be lost.',
    fix: 'Turn it on in the configuration of the server.',
  },
  D412: {
    name: 'lease-lost',
    severity: 'note',
    message: 'The job {kind} is no longer held by this worker.',
    fix: 'Do nothing more with it; whoever holds it now goes on.',
  },
  D413: {
    name: 'ccc-in-stored-form',
    severity: 'note',
    message: 'The form to be stored carries a CCC.',
    fix: 'Store the form without it; it is put in last, on the way out.',
  },
  D414: {
    name: 'last-administrator',
    severity: 'note',
    message: 'Nobody else administers this organisation.',
    fix: 'Name another administrator first.',
  },
} as const satisfies Record<string, DiagnosticWording>
