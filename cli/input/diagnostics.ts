import type { Diagnostic } from '@section16/core/model'

/**
 * How much an input problem matters: `unreadable`, something that was asked for is missing from the answer;
 * `note`, all content was read and something about it is worth knowing.
 */
export type InputSeverity = 'unreadable' | 'note'

interface Wording {
  /** The problem's name, as one would allow or search for it. */
  name: string
  severity: InputSeverity
  /** `{path}` is where it happened, the other braces are keys of `data`; a key ending in `Bytes` is shown as a size. */
  message: string
  fix: string
}

/** Every complaint of this room. A code is for ever; its wording may change. */
export const INPUT_PROBLEMS = {
  I101: {
    name: 'not-found',
    severity: 'unreadable',
    message: '{path}: there is no such file or folder',
    fix: 'Check the spelling and the folder you are in; quote names that hold spaces.',
  },
  I102: {
    name: 'nothing-matches',
    severity: 'unreadable',
    message: '{path}: no file matches this pattern',
    fix: 'Quote the pattern so that the shell leaves it alone; ** descends into folders.',
  },
  I103: {
    name: 'nothing-inside',
    severity: 'note',
    message: '{path}: holds no file',
    fix: 'Check that this is the folder or archive you meant. Hidden folders are not searched.',
  },
  I104: {
    name: 'access-refused',
    severity: 'unreadable',
    message: '{path}: the system does not let it be read ({errno})',
    fix: 'Check the permissions of the file and of the folders above it.',
  },
  I105: {
    name: 'not-a-file',
    severity: 'unreadable',
    message: '{path}: is a {kind}, not a file, and was skipped',
    fix: 'Name a regular file, or pipe the data to the command and name it as -.',
  },
  I106: {
    name: 'link-seen-before',
    severity: 'note',
    message: '{path}: leads to what is read elsewhere in the same folder, and was not followed again',
    fix: 'Nothing to do: the content is read once, under its other name.',
  },
  I107: {
    name: 'broken-link',
    severity: 'unreadable',
    message: '{path}: is a link that leads nowhere ({errno})',
    fix: 'Restore what the link points to, or remove the link.',
  },
  I110: {
    name: 'too-large',
    severity: 'unreadable',
    message: '{path}: is larger than the limit of {limitBytes}',
    fix: 'If it is genuine, raise the limit; an archive can be unpacked first.',
  },
  I111: {
    name: 'skipping-given-up',
    severity: 'unreadable',
    message:
      '{path}: getting past members that are too large would inflate more than {limitBytes}; the rest was not read',
    fix: 'If the archive is genuine, unpack it first and name the folder.',
  },
  I112: {
    name: 'archive-too-deep',
    severity: 'unreadable',
    message: '{path}: lies deeper than {limit} archives in one another, and was not opened',
    fix: 'Unpack the outer archive first and name the folder.',
  },
  I120: {
    name: 'not-an-archive',
    severity: 'unreadable',
    message: '{path}: is named as an archive but is none (neither zip, tar nor gzip)',
    fix: 'Look at what it is: often a web page with an error message was saved in its place.',
  },
  I121: {
    name: 'archive-cut-short',
    severity: 'unreadable',
    message: '{path}: ends too early; what came before the end was read',
    fix: 'Fetch or copy it again: the transfer was probably interrupted.',
  },
  I122: {
    name: 'archive-damaged',
    severity: 'unreadable',
    message: '{path}: is damaged, and the rest of it was not read ({reason})',
    fix: 'Fetch or copy it again.',
  },
  I123: {
    name: 'member-damaged',
    severity: 'unreadable',
    message: '{path}: this member is damaged and was left out ({reason})',
    fix: 'Fetch or copy the archive again.',
  },
  I124: {
    name: 'member-encrypted',
    severity: 'unreadable',
    message: '{path}: is encrypted, and was left out',
    fix: 'Unpack the archive with its password and name the folder.',
  },
  I125: {
    name: 'method-unknown',
    severity: 'unreadable',
    message: '{path}: is compressed by zip method {method}; only methods 0 (stored) and 8 (deflated) are read',
    fix: 'Unpack the archive with another program and name the folder.',
  },
  I126: {
    name: 'unsafe-name',
    severity: 'note',
    message:
      '{path}: the archive gives this member an unsafe name ({reason}); it was read, and nothing is written there',
    fix: 'Do not unpack this archive with a program that trusts names.',
  },
  I127: {
    name: 'end-mark-missing',
    severity: 'note',
    message: '{path}: the tar archive ends without its end mark; all members met are whole, but some may be missing',
    fix: 'Compare the number of members, or the size, with the source.',
  },
  I128: {
    name: 'members-overlap',
    severity: 'unreadable',
    message: '{path}: its members share the same bytes, as in a zip bomb; the rest was not read',
    fix: 'Do not trust this archive.',
  },
} as const satisfies Record<string, Wording>

export type InputCode = keyof typeof INPUT_PROBLEMS

/** A complaint about an input: core's diagnostic with this room's own severities; `at.path` is the name as shown. */
export interface InputProblem extends Omit<Diagnostic, 'code' | 'severity' | 'at'> {
  code: InputCode
  severity: InputSeverity
  at: { path: string }
}

/** The complaint `code` about what is shown to the user as `path`. */
export function inputProblem(code: InputCode, path: string, data: InputProblem['data'] = {}): InputProblem {
  return { code, severity: INPUT_PROBLEMS[code].severity, at: { path }, data }
}

/** The wording of a complaint, in English: what happened, and what to do about it. Both are one line, safe to print. */
export function inputMessage(problem: InputProblem): { message: string; fix: string } {
  const { message, fix } = INPUT_PROBLEMS[problem.code]
  const values: Record<string, unknown> = { ...problem.data, path: problem.at.path }
  return { message: message.replace(/\{(\w+)\}/g, (_, key: string) => worded(key, values[key])), fix }
}

function worded(key: string, value: unknown): string {
  return key.endsWith('Bytes') && typeof value === 'number' ? size(value) : String(value)
}

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const

function size(bytes: number): string {
  const unit = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(bytes, 1)) / 10)))
  return `${Number((bytes / 1024 ** unit).toFixed(1))} ${UNITS[unit]}`
}
