import { type FormContent, formContent } from './formContent.ts'
import type { RecipeResult } from './result.ts'

/** Whether several insiders may file one report. */
export interface JointReport {
  /** The common lines; absent where there are none, or where the insiders do not report the same. */
  readonly content: FormContent | undefined
  /** The insiders whose lines are not those of the first, by id; they file for themselves. */
  readonly different: readonly string[]
}

/**
 * One report of several insiders who have the same transactions, as the fund, its general partner and its manager: its
 * lines are common to all of them, and each signs. Who may file jointly with whom is for them to say.
 * Source: Rule 16a-3(j); Form 4, General Instruction 4(b)(v).
 */
export function jointReport(
  form: '3' | '4' | '5',
  insiders: ReadonlyMap<string, readonly RecipeResult[]>,
): JointReport {
  const reports = [...insiders].map(([id, results]) => ({ id, content: formContent(form, results) }))
  const [first] = reports
  if (!first || first.content.lines.length === 0) return { content: undefined, different: [] }
  const said = wordsOf(first.content)
  const different = reports.filter(({ content }) => wordsOf(content) !== said).map(({ id }) => id)
  return { content: different.length === 0 ? first.content : undefined, different }
}

function wordsOf({ lines, header }: FormContent): string {
  return JSON.stringify([lines.map(({ line }) => line), header])
}
