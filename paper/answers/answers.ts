import type { Diagnostic } from '@section16/core/model'
import { paperDiagnostic } from '../paperDiagnostics.ts'

/** What a person said about one form on paper: saved, and given again with each reading. */
export interface Answers {
  /** Who answered. */
  readonly by: string
  /** When, as that person says it: a day or a moment. */
  readonly on: string
  /** SHA-256 of the file they were given for, in hexadecimal; where it is said, they hold for no other. */
  readonly of?: string
  /** Which form of the file, from 1; the first where nothing is said. */
  readonly form?: number
  /** By element path. A text in the document's own notation, a box as true or false; null: nothing stands there. */
  readonly answers: Readonly<Record<string, string | boolean | null>>
}

/** Answers read, or what is wrong with them. */
export interface AnswersReading {
  /** One for each form answered. */
  readonly answers: readonly Answers[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the text of a file of answers: one object, or a list with one for each form. Numbers are texts, never floats. */
export function readAnswers(text: string): AnswersReading {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return refused(`it is no JSON (${(error as Error).message})`)
  }
  const list = Array.isArray(json) ? json : [json]
  const problem = list.map(problemOf).find((one) => one !== undefined)
  return problem === undefined ? { answers: list as Answers[], diagnostics: [] } : refused(problem)
}

function refused(problem: string): AnswersReading {
  return { answers: [], diagnostics: [paperDiagnostic('P150', { problem })] }
}

function problemOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'an object is wanted'
  const { by, on, of, form, answers, ...others } = value as Record<string, unknown>
  if (typeof by !== 'string' || by.trim() === '') return '"by" has to say who answered'
  if (typeof on !== 'string' || on.trim() === '') return '"on" has to say when'
  if (of !== undefined && !(typeof of === 'string' && /^[0-9a-f]{64}$/i.test(of)))
    return '"of" is a SHA-256 in hexadecimal'
  if (form !== undefined && !(Number.isInteger(form) && (form as number) > 0)) return '"form" is a number from 1'
  const unknown = Object.keys(others)[0]
  if (unknown !== undefined) return `"${unknown}" is not known`
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers))
    return '"answers" is an object of paths'
  const bad = Object.entries(answers).find(
    ([, answer]) => !(answer === null || ['string', 'boolean'].includes(typeof answer)),
  )
  return bad && `the answer to ${bad[0]} is neither a text in quotes, true, false nor null`
}

/** Answers as a text to be saved, which `readAnswers` reads again. */
export function writeAnswers(answers: readonly Answers[]): string {
  return `${JSON.stringify(answers.length === 1 ? answers[0] : answers, null, 2)}\n`
}
