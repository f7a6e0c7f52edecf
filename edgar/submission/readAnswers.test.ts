/** Paper and wire: each difference of submission.md section 5.3 gives one value. */
import { expect, test } from 'vitest'
import {
  isEdgars,
  readCondition,
  readMessages,
  readStatuses,
  readSubmissionStatus,
  readVerified,
} from './readAnswers.ts'

test('a suspension as it was recorded', () => {
  const wire = {
    documentCount: 0,
    receivedDate: '2026-05-20T17:26:46-04:00',
    suspendedDate: '2026-05-20T17:26:47-04:00',
    items: [],
    accessionNumber: '0003003396-26-000002',
    mode: 'TEST',
    status: 'SUSPENDED',
    formType: 'UNKNOWN',
    final: true,
    submissionProcessingStatus: 'SUSPENDED',
    submissionMessages: [
      {
        errorNumber: 386,
        docSequenceNum: 0,
        lineNumber: 0,
        lineOffset: 0,
        context: 'none',
        errorLabel: 'ERROR_CONDITION',
        type: 'ERROR',
        content: 'EDGAR no longer accepts this.',
      },
    ],
  }
  expect(readSubmissionStatus(wire)).toEqual({
    accessionNumber: '0003003396-26-000002',
    mode: 'TEST',
    processing: 'SUSPENDED',
    written: 'SUSPENDED',
    final: true,
    formType: 'UNKNOWN',
    documentCount: 0,
    receivedAt: Date.parse('2026-05-20T21:26:46Z'),
    suspendedAt: Date.parse('2026-05-20T21:26:47Z'),
    fileNumbers: [],
    registrants: [],
    submissionMessages: [
      { type: 'ERROR', content: 'EDGAR no longer accepts this.', errorNumber: 386, label: 'ERROR_CONDITION' },
    ],
  })
})

test('the same as an example writes it: texts for numbers and flags, other names', () => {
  const paper = {
    final: 'true',
    documentCount: '1',
    type: 'LIVE',
    status: 'DONE',
    acceptedDate: '2025-01-02T15:00:00Z',
    filingDate: '2025-01-02T00:00:00Z',
    submissionMessages: [
      { type: 'Warning', message: 'Look.', errorNumber: '442', ranking: '1', docSequenceNumber: '2', lineNumber: '17' },
    ],
  }
  expect(readSubmissionStatus(paper)).toMatchObject({
    final: true,
    documentCount: 1,
    mode: 'LIVE',
    processing: 'DONE',
    acceptedAt: Date.parse('2025-01-02T15:00:00Z'),
    filingDate: '2025-01-02',
    submissionMessages: [{ type: 'WARNING', content: 'Look.', errorNumber: 442, documentNumber: 2, line: 17 }],
  })
})

test('RECEIVED is being processed; an unknown word is kept and is not final; no status is none', () => {
  expect(readSubmissionStatus({ status: 'RECEIVED' })).toMatchObject({ processing: 'PROCESSING', final: false })
  expect(readSubmissionStatus({ status: 'ARCHIVED' })).toMatchObject({
    processing: 'OTHER',
    written: 'ARCHIVED',
    final: false,
  })
  expect(readSubmissionStatus({ status: 'SUSPENDED' })).toMatchObject({ final: true })
  expect(readSubmissionStatus({ tracking: 'a' })).toBeUndefined()
})

test('a filing date is the day that is written, in whatever zone', () => {
  const day = (filingDate: string) => readSubmissionStatus({ status: 'DONE', filingDate })?.filingDate
  expect(['2026-06-01T00:00:00-04:00', '2026-06-01', '2026-06-01T04:00:00Z'].map(day)).toEqual(
    Array(3).fill('2026-06-01'),
  )
  expect(day('June 1')).toBeUndefined()
})

test('conditions with blanks, conditions of no specification', () => {
  const of = (condition: string) => readCondition({ condition }, 200)
  expect(of('ACCEPTING AFTER HOURS')).toMatchObject({ condition: 'ACCEPTING_AFTER_HOURS', isAccepting: true })
  expect(of('NOT AVAILABLE')).toMatchObject({ condition: 'OTHER', written: 'NOT AVAILABLE', isAccepting: false })
  expect(of('ACCEPTING_NOTHING')).toMatchObject({ condition: 'OTHER', isAccepting: false })
  expect(readCondition({ condition: {} }, 200)).toBeUndefined()
})

test('a message without content is none; one that is only a number is one', () => {
  expect(readMessages([{ type: 'INFO', content: null }, { type: 'ERROR', errorNumber: 7 }, 'text', null])).toEqual([
    { type: 'ERROR', content: '', errorNumber: 7 },
  ])
  expect(readMessages('none')).toEqual([])
})

test('several statuses, whatever the list is called', () => {
  const one = { accessionNumber: '0003003396-26-000002', status: 'DONE' }
  expect(readStatuses({ messages: [{ type: 'INFO' }], responses: [one] })).toHaveLength(1)
  expect(readStatuses({ statuses: [one, one] })).toHaveLength(2)
  expect(readStatuses({ messages: [{ status: 'DONE' }] })).toBeUndefined()
})

test('who may file, and until when', () => {
  const wire = { canFile: true, confirmationDueDate: '2027-06-30T00:00:00-04:00', messages: [{ content: null }] }
  expect(readVerified(wire, 200)).toMatchObject({
    canFile: true,
    confirmationDueAt: Date.parse('2027-06-30T04:00:00Z'),
  })
  expect(readVerified({ canFile: 'perhaps' }, 200)).toBeUndefined()
})

test('what a gateway answers is not EDGAR’s', () => {
  expect([{ tracking: 'a' }, { messages: [{ type: 'ERROR' }] }, { error: 'gone' }, undefined].map(isEdgars)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
