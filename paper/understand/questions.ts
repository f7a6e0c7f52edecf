import type { Draft, DraftField } from './draft.ts'
import { elementHome } from './elementHome.ts'
import { WHOLE_FORM } from './lacks.ts'
import type { Question, QuestionReason } from './paperReading.ts'
import { open } from './reading.ts'
import { certaintyOf } from './settled.ts'

/** What every question of a form says, and what is done below a certainty. */
export interface QuestionOptions {
  /** Fields read with less are left open and asked for; 0 leaves none open. */
  readonly minCertainty: number
  /** Whether all of the form is there, or somebody said so. */
  readonly isWhole: boolean
}

const REASONS = { misfit: 'misfit', open: 'unread' } as const

/**
 * Everything to be asked: what could not be read, then what the paper does not say. Fields below the least certainty
 * become open here, so that no uncertain value gets into the document.
 */
export function questionsOf(draft: Draft, { minCertainty, isWhole }: QuestionOptions): Question[] {
  const read = [...draft.fields].flatMap(([path, field]) => questionOn(path, field, minCertainty) ?? [])
  const asked = new Set(read.map(({ path }) => path))
  const whole = isWhole ? [] : [question(WHOLE_FORM, 'notWhole')]
  return [...whole, ...read, ...missing(draft).filter(({ path }) => !asked.has(path))]
}

function questionOn(path: string, field: DraftField, minCertainty: number): Question | undefined {
  const { kind, written, alternatives, doubts } = field.reading
  if (field.answered) return undefined
  if (doubts.includes('twoDirections')) return question(path, 'contradiction', field, alternatives)
  if (kind === 'misfit' || kind === 'open') return question(path, REASONS[kind], field, alternatives)
  if (kind !== 'value' || certaintyOf(field) >= minCertainty) return undefined
  field.reading = open([written!, ...alternatives])
  return question(path, 'uncertain', field, field.reading.alternatives)
}

const isNeededFor = (reason: QuestionReason) => reason === 'missing' || reason === 'notWhole'

function question(
  path: string,
  reason: QuestionReason,
  field?: DraftField,
  alternatives: readonly string[] = [],
): Question {
  const { words, places } = field?.origin ?? { words: '', places: [] }
  return { path, reason, isNeeded: isNeededFor(reason) || isNeededPath(path), words, places, alternatives }
}

/**
 * What a submission cannot be made without (ownership-xml.md section 13), as `needed` of core's writer has it, and the name
 * and address, which the paper form asks for. That is by the schema of the day it is filed, whatever its period: an old
 * form that is filed now answers the 10b5-1 box, too, which no print before 2023 has.
 */
const NEEDED = [
  'documentType',
  'periodOfReport',
  'issuer/issuerCik',
  'issuer/issuerTradingSymbol',
  'reportingOwnerId/rptOwnerCik',
  'reportingOwnerId/rptOwnerName',
  'reportingOwnerAddress/rptOwnerStreet1',
  'reportingOwnerAddress/rptOwnerCity',
  'reportingOwnerAddress/rptOwnerState',
  'reportingOwnerAddress/rptOwnerZipCode',
  'ownerSignature[1]/signatureName',
  'ownerSignature[1]/signatureDate',
] as const

function isNeededPath(path: string): boolean {
  return (
    NEEDED.some((one) => path.endsWith(`/${one}`)) ||
    path.endsWith('/aff10b5One') ||
    path.endsWith('/dateOfOriginalSubmission')
  )
}

/** What the paper does not say and a form cannot do without. */
function missing(draft: Draft): Question[] {
  const owners = draft.document.reportingOwners.length
  const paths = NEEDED.flatMap((path) =>
    path.startsWith('reportingOwner')
      ? Array.from({ length: owners }, (_, i) => `reportingOwner[${i + 1}]/${path}`)
      : [path],
  )
  if (/^[45]/.test(draft.value('documentType') ?? '')) paths.push('aff10b5One')
  if (draft.value('documentType')?.endsWith('/A')) paths.push('dateOfOriginalSubmission')
  return paths.filter((path) => isAbsent(draft, path)).map((path) => question(`/ownershipDocument/${path}`, 'missing'))
}

/** A line or signature that is not there cannot be asked for by its fields. */
function isAbsent(draft: Draft, path: string): boolean {
  const kind = draft.field(path)?.reading.kind
  if (kind === 'blank') return draft.field(path)?.answered === undefined
  return kind === undefined && elementHome(draft.document, `/ownershipDocument/${path}`) !== undefined
}
