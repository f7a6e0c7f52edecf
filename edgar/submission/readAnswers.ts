/** From the JSON of an answer to the value it means. Source: EDGAR API 1.11.0 and answers of EDGAR's beta system. */
import type {
  Answered,
  Condition,
  ConditionTold,
  EdgarMessage,
  Mode,
  ProcessingStatus,
  Registrant,
  SubmissionStatus,
  Verified,
} from './answers.ts'
import { count, dayOf, decoded, flag, type Json, moment, object, objects, said, text, texts, word } from './wire.ts'

const CONDITIONS: ReadonlySet<string> = new Set<Condition>([
  'ACCEPTING',
  'ACCEPTING_WITH_TECHNICAL_DIFFICULTIES',
  'ACCEPTING_AFTER_HOURS',
  'ACCEPTING_AFTER_HOURS_WITH_TECHNICAL_DIFFICULTIES',
  'OUTSIDE_OPERATING_HOURS',
  'NO_COMMUNICATION',
])

const PROCESSING: ReadonlySet<string> = new Set<ProcessingStatus>([
  'PROCESSING',
  'ACCEPTED',
  'DISSEMINATED',
  'DONE',
  'SUSPENDED',
  'BLOCKED',
  'NO_STATUS',
])

const FINAL: ReadonlySet<string> = new Set<ProcessingStatus>(['DISSEMINATED', 'DONE', 'SUSPENDED'])
const MESSAGE_TYPES: ReadonlySet<string> = new Set<EdgarMessage['type']>(['INFO', 'NOTICE', 'WARNING', 'ERROR'])

/** Tracking, locator and messages, which every answer may carry. */
export function readAnswered(json: Json, httpStatus: number): Answered {
  return {
    httpStatus,
    ...said('tracking', text(json.tracking)),
    ...said('locator', text(json.locator)),
    messages: readMessages(json.messages),
    rehearsal: json.rehearsal === true,
  }
}

/** Messages with something to say; on the wire there is one without content when all is well. */
export function readMessages(list: unknown): EdgarMessage[] {
  return objects(list).flatMap((one) => {
    const content = text(one.content) ?? text(one.message)
    const errorNumber = count(one.errorNumber)
    if (content === undefined && errorNumber === undefined) return []
    const type = word(one.type)
    return {
      type: MESSAGE_TYPES.has(type) ? (type as EdgarMessage['type']) : 'OTHER',
      content: content ?? '',
      ...said('errorNumber', errorNumber),
      ...said('label', text(one.errorLabel)),
      ...said('documentNumber', count(one.docSequenceNum ?? one.docSequenceNumber) || undefined),
      ...said('line', count(one.lineNumber) || undefined),
      ...said('column', count(one.lineOffset) || undefined),
      ...said('context', text(one.context) === 'none' ? undefined : text(one.context)),
    }
  })
}

/** `undefined` where the answer names no condition. */
export function readCondition(json: Json, httpStatus: number): ConditionTold | undefined {
  const written = text(json.condition)
  if (written === undefined) return undefined
  const condition = word(written)
  return {
    kind: 'condition',
    ...readAnswered(json, httpStatus),
    condition: CONDITIONS.has(condition) ? (condition as Condition) : 'OTHER',
    written,
    isAccepting: CONDITIONS.has(condition) && condition.startsWith('ACCEPTING'),
    ...said('message', text(json.message)),
  }
}

/** `undefined` where the answer names no status of a submission. */
export function readSubmissionStatus(json: Json): SubmissionStatus | undefined {
  const written = text(json.submissionProcessingStatus) ?? text(json.processingStatus) ?? text(json.status)
  if (written === undefined) return undefined
  const processing = processingOf(word(written))
  return {
    ...said('accessionNumber', text(json.accessionNumber) ?? text(json.submissionAccessionNumber)),
    ...said('mode', readMode(json)),
    processing,
    written,
    final: flag(json.final) ?? FINAL.has(processing),
    ...said('formType', text(json.formType) ?? text(json.submissionFormType)),
    ...said('company', text(json.company)),
    ...said('documentCount', count(json.documentCount)),
    ...said('receivedAt', moment(json.receivedDate)),
    ...said('acceptedAt', moment(json.acceptedDate)),
    ...said('suspendedAt', moment(json.suspendedDate)),
    ...said('filingDate', dayOf(json.filingDate)),
    fileNumbers: texts(json.fileNumbers),
    registrants: objects(json.registrants).map(readRegistrant),
    submissionMessages: readMessages(json.submissionMessages),
    ...said('notification', decoded(json.notification)),
  }
}

/** An example shows `RECEIVED` as the status of a submission that is being processed. */
function processingOf(written: string): ProcessingStatus {
  if (written === 'RECEIVED') return 'PROCESSING'
  return PROCESSING.has(written) ? (written as ProcessingStatus) : 'OTHER'
}

/** `mode` on the wire, `type` in an example. */
export function readMode(json: Json): Mode | undefined {
  for (const said of [json.mode, json.submissionMode, json.type].map(word)) {
    if (said === 'TEST' || said === 'LIVE') return said
  }
  return undefined
}

function readRegistrant(json: Json): Registrant {
  return {
    ...said('cik', text(json.cik)),
    ...said('company', text(json.company)),
    ...said('filingRole', text(json.filingRole)),
    ...said('formType', text(json.formType)),
    fileNumbers: texts(json.fileNumbers),
  }
}

/** The statuses of several submissions: the one list of objects that say an accession number. */
export function readStatuses(json: Json): SubmissionStatus[] | undefined {
  for (const value of Object.values(json)) {
    const list = objects(value).flatMap((one) => readSubmissionStatus(one) ?? [])
    if (list.length > 0 && list.every(({ accessionNumber }) => accessionNumber !== undefined)) return list
  }
  return undefined
}

/** `undefined` where the answer does not say whether one may file. */
export function readVerified(json: Json, httpStatus: number): Verified | undefined {
  const canFile = flag(json.canFile)
  if (canFile === undefined) return undefined
  return {
    kind: 'verified',
    ...readAnswered(json, httpStatus),
    canFile,
    ...said('confirmationDueAt', moment(json.confirmationDueDate)),
    ...said('filerTokenExpiresAt', moment(json.filerApiTokenExpirationDate)),
    ...said('userTokenExpiresAt', moment(json.userApiTokenExpirationDate)),
  }
}

/** Whether an object is what EDGAR's API answers, and not a gateway's page. */
export function isEdgars(json: Json | undefined): json is Json {
  return json !== undefined && (text(json.tracking) !== undefined || object(objects(json.messages)[0]) !== undefined)
}
