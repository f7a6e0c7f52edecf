import type { Calendar } from '@section16/core/facts'
import {
  type Deadline,
  type FormAnswer,
  form5Deadline,
  type Insider,
  judgeFiling,
  type NoAnswer,
  newInsiderDeadline,
  reportDeadline,
  whatFormForEvent,
} from '@section16/core/ledger'
import { type Asked, asked, askedFiling, type DeadlineOptions } from './deadlineAsked.ts'
import type { DeadlineTold } from './deadlineTold.ts'

/** The answer to what the options ask, by a calendar. Throws a `UsageError` where they ask nothing sensible. */
export function answered(options: DeadlineOptions, calendar: Calendar): DeadlineTold | NoAnswer {
  const question = asked(options)
  const filing = options.filed === undefined ? undefined : askedFiling(options.filed)
  const found = answerTo(question, options, calendar)
  if ('missing' in found) return found
  const judged = filing && found.deadline ? judgeFiling(found.deadline, filing, calendar) : undefined
  return { question, ...found, filing, judged }
}

interface Answer {
  readonly answer: FormAnswer
  readonly deadline: Deadline | undefined
}

/** Whoever asks of a transaction at a foreign private issuer asks as a director or officer: nobody else reports there. */
const FOREIGN: Insider = { role: 'directorOrOfficer', issuer: 'foreignPrivate' }

function answerTo(question: Asked, { foreign }: DeadlineOptions, calendar: Calendar): Answer | NoAnswer {
  if (question.kind === 'transaction') {
    return reportDeadline(question.transaction, question.facts, foreign ? FOREIGN : undefined, calendar)
  }
  if (question.kind === 'form3') return newInsiderDeadline(question.event, calendar)
  const answer = whatFormForEvent('fiscalYearEnd') as FormAnswer
  return { answer, deadline: form5Deadline(question.fiscalYearEnd, calendar) }
}
