import { isUtf8 } from 'node:buffer'
import { coreDiagnostics, type DiagnosticWording, messageOf } from '@section16/core/facts'
import { type Diagnostic, maskCccMarkup } from '@section16/core/model'
import { lineAndColumn, locate } from '@section16/core/read'
import { commandDiagnostics } from './commandDiagnostics.ts'
import type { Filing } from './filings.ts'
import { INPUT_PROBLEMS, type InputProblem, inputMessage } from './input/diagnostics.ts'
import { printable } from './input/names.ts'

/** The wording of every code that the command has met a room of, but for those of `input`, which have their own. */
const WORDINGS: Record<string, DiagnosticWording> = { ...coreDiagnostics, ...commandDiagnostics }

/** Learns the wordings of a room that was loaded only now. */
export function knowWordings(wordings: Readonly<Record<string, DiagnosticWording>>): void {
  Object.assign(WORDINGS, wordings)
}

/** A diagnostic as JSON says it. */
export interface DiagnosticJson {
  code: string
  severity: string
  at: { path?: string; line?: number; column?: number }
  data: Diagnostic['data']
  message: string
}

/** Everything that was said about a filing, each with its line and column in the file where that can be told. */
export function diagnosticsOf(filing: Filing): DiagnosticJson[] {
  const { around, reading } = filing
  return [...around, ...reading.diagnostics].map((one) => diagnosticJson(one, placeIn(filing, one)))
}

/** A diagnostic with its message; whatever markup its data quotes, a CCC in it is masked. `more`: wordings of rules. */
export function diagnosticJson(
  diagnostic: Diagnostic,
  place: { line?: number; column?: number } = {},
  more: Readonly<Record<string, DiagnosticWording>> = {},
): DiagnosticJson {
  const { code, severity, at } = diagnostic
  const data = Object.fromEntries(
    Object.entries(diagnostic.data).map(([key, value]) => [
      key,
      typeof value === 'string' ? maskCccMarkup(value) : value,
    ]),
  )
  const message = messageOf({ ...diagnostic, data }, more[code] ? more : WORDINGS)
  return { code, severity, at: { ...(at.path && { path: at.path }), ...place }, data, message }
}

/** An input problem in the same shape. */
export function inputProblemJson(problem: InputProblem): DiagnosticJson {
  const { code, severity, data } = problem
  return { code, severity, at: {}, data, message: inputWords(problem).message }
}

/** `file: CODE name: message. Fix.` on one line, fit for a terminal. */
export function problemLine(file: string, diagnostic: Diagnostic): string {
  const { message } = diagnosticJson(diagnostic)
  const { name, fix } = WORDINGS[diagnostic.code] ?? { name: 'unknown', fix: '' }
  return line(file, diagnostic.code, name, message, fix)
}

/** Several diagnostics of one file on one line, without what to do about them. */
export function reasonsLine(file: string, diagnostics: readonly Diagnostic[]): string {
  const reasons = diagnostics.map((one) => `${one.code} ${nameOf(one.code)}: ${sentence(diagnosticJson(one).message)}`)
  return printable(`${file}: ${reasons.join(' ')}`)
}

/** The line of an input problem. */
export function inputProblemLine(problem: InputProblem): string {
  const { message, fix } = inputWords(problem)
  return line(problem.at.path, problem.code, INPUT_PROBLEMS[problem.code].name, message, fix)
}

/** The short name of a code. */
export function nameOf(code: string): string {
  return WORDINGS[code]?.name ?? code
}

/** All that is said of a code of the command or its readers and writers; rules have pages instead. */
export function wordingOf(code: string): DiagnosticWording | undefined {
  return WORDINGS[code]
}

/** What to do about a code. */
export function fixOf(code: string): string {
  return WORDINGS[code]?.fix ?? ''
}

function line(file: string, code: string, name: string, message: string, fix: string): string {
  return printable(`${file}: ${code} ${name}: ${sentence(message)} ${fix}`.trimEnd())
}

function sentence(message: string): string {
  return /[.!?…]$/.test(message) ? message : `${message}.`
}

/** The words of an input problem without the path in front, which is said apart. */
function inputWords(problem: InputProblem): { message: string; fix: string } {
  const { message, fix } = inputMessage(problem)
  const prefix = `${problem.at.path}: `
  const rest = message.startsWith(prefix) ? message.slice(prefix.length) : message
  return { message: rest.charAt(0).toUpperCase() + rest.slice(1), fix }
}

interface LinePlace {
  line?: number
  column?: number
}

/** Where in the file: the place in the XML, moved down by the lines before the XML. */
export function placeIn(filing: Filing, diagnostic: Diagnostic): LinePlace {
  const { reading, xmlStart, text, xml } = filing
  const { at } = diagnostic
  if (isAround(filing, diagnostic)) return placeAround(text, at)
  if (filing.source === 'json' || filing.source === 'paper' || (at.offset === undefined && !at.path)) return {}
  const isRepaired = reading.outcome !== 'read'
  // Paths of a mended source are those of the mended text; only its offsets are the source's.
  if (at.offset === undefined && isRepaired) return {}
  const source = isRepaired ? Buffer.from(xml).toString(isUtf8(xml) ? 'utf8' : 'latin1') : reading.text
  const offset = at.offset ?? locate(source, at.path ?? '')
  if (offset === undefined) return {}
  const inside = lineAndColumn(source, offset)
  if (!xmlStart) return inside
  const before = lineAndColumn(text, xmlStart)
  return { line: before.line + inside.line - 1, column: inside.column + (inside.line === 1 ? before.column - 1 : 0) }
}

/** Whether a diagnostic is about the file around the form, and not the form. */
export function isAround({ around }: Filing, diagnostic: Diagnostic): boolean {
  return around.includes(diagnostic) || (diagnostic.at.path ?? '').startsWith('/edgarSubmission')
}

function placeAround(text: string, { offset, path }: Diagnostic['at']): LinePlace {
  const start = offset ?? (path === undefined ? undefined : locate(text, path))
  return start === undefined ? {} : lineAndColumn(text, start)
}
