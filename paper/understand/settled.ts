import type { DraftField } from './draft.ts'
import { DOUBTFUL_BELOW } from './evidence.ts'
import type { Correction, FieldEvidence } from './paperReading.ts'
import { corrections, doubts } from './reading.ts'

/** A doubt lowers what the letters and the shape say. */
const DOUBTED = 0.6

/** How sure a field is: its letters, what was made of them, and whether anything speaks against it. */
export function certaintyOf({ reading, origin, answered }: DraftField): number {
  if (answered) return 1
  const certainty = origin.certainty * reading.certainty
  const capped = reading.doubts.length > 0 ? Math.min(certainty, DOUBTED) : certainty
  return Math.round(capped * 1000) / 1000
}

/** What the document says of a field and why, once everything is settled. */
export function evidenceOf(path: string, field: DraftField): FieldEvidence {
  const { reading, origin, source, answered } = field
  const certainty = certaintyOf(field)
  const isUndecided = reading.kind === 'open' || reading.kind === 'misfit'
  const correction = answered ? answerCorrection(field) : correctionOf(field)
  return {
    path,
    value: reading.written,
    source,
    words: origin.words,
    places: origin.places,
    certainty,
    alternatives: reading.alternatives,
    ...(correction && { correction }),
    doubts: reading.doubts.map((doubt) => doubts[doubt]),
    isFlagged: !answered && (isUndecided || certainty < DOUBTFUL_BELOW || reading.doubts.length > 0),
    ...(answered && { answered }),
  }
}

function correctionOf({ reading, origin }: DraftField): Correction | undefined {
  if (!reading.because) return undefined
  return { from: origin.words, to: reading.written, because: corrections[reading.because].because }
}

function answerCorrection({ reading, origin, answered }: DraftField): Correction | undefined {
  if (origin.words === '') return undefined
  return { from: origin.words, to: reading.written, because: `${answered!.by} answered so` }
}
