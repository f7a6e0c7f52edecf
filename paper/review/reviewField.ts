import { elementTitle, formPlace } from '@section16/core/facts'
import type { FootnoteId, OwnershipDocument, ValueType } from '@section16/core/model'
import { footnoteNumber } from '@section16/core/render'
import type { Place } from '../page/page.ts'
import { elementHome } from '../understand/elementHome.ts'
import { WHOLE_FORM } from '../understand/lacks.ts'
import type { FieldEvidence, PaperReading, Question } from '../understand/paperReading.ts'
import { formPaths } from './formPaths.ts'

/** `asked`, `flagged` and `corrected` fields are doubtful, in this order of weight. */
export type FieldState = 'asked' | 'flagged' | 'corrected' | 'answered' | 'read' | 'blank'

/** A field of the form as the page shows it: what was read, why, and what is asked. */
export interface ReviewField {
  /** Of its element in the page. */
  readonly id: string
  readonly path: string
  readonly type: ValueType
  /** What the form calls it. */
  readonly title: string
  /** Where it stands on the form: `Table II, row 1, column 8`; '' where the title says as much. */
  readonly formPlace: string
  readonly state: FieldState
  readonly value: string | undefined
  /** As printed beside the value. */
  readonly footnotes: readonly string[]
  readonly words: string
  readonly places: readonly Place[]
  readonly alternatives: readonly string[]
  /** `undefined` where nothing was read. */
  readonly evidence: FieldEvidence | undefined
  readonly question: Question | undefined
}

/** Every field of a reading, those of a blank too, in the order of the form. `prefix` keeps two forms' ids apart. */
export function reviewFields(reading: PaperReading, prefix: string): ReviewField[] {
  const { document, fields } = reading
  const questions = new Map(reading.questions.map((question) => [question.path, question]))
  const paths = new Set([...formPaths(document), ...fields.keys(), ...questions.keys()])
  return [...paths].map((path, i) =>
    reviewField(document, path, `${prefix}-${i + 1}`, fields.get(path), questions.get(path)),
  )
}

function reviewField(
  document: OwnershipDocument,
  path: string,
  id: string,
  evidence: FieldEvidence | undefined,
  question: Question | undefined,
): ReviewField {
  const home = elementHome(document, path)
  const title = titleOf(path)
  const place = formPlace(document, path) ?? ''
  const { words = '', places = [], alternatives = [] } = question ?? evidence ?? {}
  return {
    id,
    path,
    type: home?.type ?? (path === WHOLE_FORM ? 'boolean' : 'text'),
    title,
    formPlace: place === title || place.startsWith('Box ') ? '' : place,
    state: stateOf(evidence, question),
    value: evidence?.value,
    footnotes: (home?.get().footnotes ?? []).map((mark: FootnoteId) => footnoteNumber(mark)),
    words,
    places,
    alternatives,
    evidence,
    question,
  }
}

function titleOf(path: string): string {
  if (path === WHOLE_FORM) return 'The whole form'
  const element = path.replace(/^.*\//, '').replace(/\[\d+\]$/, '')
  return elementTitle(element)
}

function stateOf(evidence: FieldEvidence | undefined, question: Question | undefined): FieldState {
  if (question) return 'asked'
  if (!evidence) return 'blank'
  if (evidence.answered) return 'answered'
  if (evidence.isFlagged) return 'flagged'
  if (evidence.correction) return 'corrected'
  return evidence.value === undefined && evidence.words === '' ? 'blank' : 'read'
}

const DOUBTFUL: readonly FieldState[] = ['asked', 'flagged', 'corrected']

/** Whether a person should look at it. */
export function isDoubtful({ state }: ReviewField): boolean {
  return DOUBTFUL.includes(state)
}

/** What the paper does not say at all and the form asks for. */
export function isMissing({ question }: ReviewField): boolean {
  return question?.reason === 'missing' || question?.reason === 'notWhole'
}

/** Those with doubtful words: what was asked, then flagged, then corrected, each in the order of the form. */
export function doubtfulOf(fields: readonly ReviewField[]): ReviewField[] {
  return DOUBTFUL.flatMap((state) => fields.filter((field) => field.state === state && !isMissing(field)))
}
