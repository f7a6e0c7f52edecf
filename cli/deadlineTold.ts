import type { Deadline, DerivationStep, FormAnswer, JudgedFiling, MissingFact, NoAnswer } from '@section16/core/ledger'
import type { AcceptedAt, CalendarDate } from '@section16/core/model'
import { counted } from './counted.ts'
import type { Asked } from './deadlineAsked.ts'
import { drawDerivation } from './derivationDrawn.ts'
import { printable } from './input/names.ts'

/** A question about a deadline with its answer. */
export interface DeadlineTold {
  readonly question: Asked
  readonly answer: FormAnswer
  /** None where nothing is reported. */
  readonly deadline: Deadline | undefined
  readonly filing: AcceptedAt | CalendarDate | undefined
  readonly judged: JudgedFiling | undefined
}

/** The answer as JSON. Without `--filed` nothing is said of a filing. */
export function deadlineJson(told: DeadlineTold): object {
  const { answer, deadline, filing, judged } = told
  return {
    ...askedJson(told.question),
    form: answer.form,
    due: deadline?.due ?? null,
    dueDate: deadline?.dueDate ?? null,
    businessDays: deadline?.businessDays ?? null,
    deemedExecutionDate: deadline?.deemedExecution ?? null,
    confidence: deadline?.confidence ?? null,
    ...(filing && judged && { filed: filingText(filing), ...punctualityJson(judged) }),
    otherwise: otherwiseJson(deadline, judged),
    reliefs: deadline?.reliefs ?? [],
    rows: answer.rows,
    isPair: answer.isPair,
    voluntaryEarly: answer.voluntaryEarly,
    coding: answer.coding,
    section16b: answer.section16b,
    assumptions: answer.assumptions,
    derivation: derivationOf(told),
  }
}

function askedJson(question: Asked): object {
  if (question.kind === 'transaction') return { trade: question.transaction.date, code: question.transaction.code }
  if (question.kind === 'form5') return { fiscalYearEnd: question.fiscalYearEnd }
  return question.event.because === 'registration'
    ? { registered: question.event.date }
    : { becameInsider: question.event.date }
}

function filingText(filing: AcceptedAt | CalendarDate): string {
  return 'time' in filing ? `${filing.date.toString()}T${filing.time}` : filing.toString()
}

function punctualityJson({ filingDate, late, businessDaysLate }: JudgedFiling | JudgedFiling['otherwise'][0]): object {
  return { filingDate, late, businessDaysLate }
}

/** The other results: of the deadline, and of a filing that may be dated otherwise. */
function otherwiseJson(deadline: Deadline | undefined, judged: JudgedFiling | undefined): object[] {
  const deadlines = deadline?.otherwise ?? []
  const results = deadlines.map(({ due, dueDate, businessDays, assumption }, i) => {
    const other = judged?.otherwise[i]
    return { due, dueDate, businessDays, ...(other && punctualityJson(other)), assumption: assumption.text }
  })
  const dated = judged?.otherwise.slice(deadlines.length) ?? []
  return [...results, ...dated.map((other) => ({ ...punctualityJson(other), assumption: other.assumption.text }))]
}

function derivationOf({ answer, deadline, judged }: DeadlineTold): DerivationStep[] {
  return [...answer.derivation, ...(deadline?.derivation ?? []), ...(judged?.derivation ?? [])]
}

const WEEKDAYS = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday']

/** The answer for people. */
export function drawDeadline(told: DeadlineTold, isExplained: boolean): string[] {
  const { answer, deadline, judged } = told
  const lines = deadline ? deadlineLines(answer, deadline) : ['Nothing is reported.']
  if (judged) lines.push(judged.derivation.at(-1)?.text ?? '')
  const said = answer.assumptions.map(({ option, value }) => `Taken for granted: ${option} is ${value}.`)
  const doubts = judged?.otherwise.map((other) => doubtLine(other, judged.late))
  const reliefs = (deadline?.reliefs ?? []).map(({ name, filedBy }) => `Relief: ${name}, by ${filedBy.toString()}.`)
  const why = deadline ? [] : answer.derivation.map(({ text }) => text)
  return [
    ...[...lines, ...why, ...said, ...(doubts ?? assumptionsOf(deadline)), ...reliefs].map(printable),
    ...(isExplained ? drawDerivation(derivationOf(told)) : []),
  ]
}

function doubtLine({ late, assumption }: JudgedFiling['otherwise'][0], isLate: boolean): string {
  return late === isLate ? assumption.text : `${late ? 'Late' : 'On time'} otherwise: ${assumption.text}`
}

function assumptionsOf(deadline: Deadline | undefined): string[] {
  return (deadline?.otherwise ?? []).map(({ assumption }) => assumption.text)
}

function deadlineLines(answer: FormAnswer, deadline: Deadline): string[] {
  const { section16b, voluntaryEarly } = answer
  const { form, start, dueDate, due, businessDays, deemedExecution } = deadline
  const weekday = WEEKDAYS[((dueDate.day % 7) + 7) % 7]
  const lines = [`Form ${form} due ${weekday} ${dueDate.toString()} ${due.slice(11, 16)} Eastern (${due})`]
  const count = `${counted(businessDays, 'business day')} after ${start.toString()}`
  lines.push(deemedExecution ? `${count}, deemed executed on ${deemedExecution.toString()}` : count)
  if (deadline.confidence === 'computed') lines.push('Computed: the list of closings ends before that day.')
  if (answer.rows.length === 0) return lines
  const early = voluntaryEarly ? '; a Form 4 may carry it early, with V' : ''
  return [...lines, `${rowsText(answer)}; Section 16(b): ${WORDS[section16b]}${early}`]
}

function rowsText({ rows, isPair }: FormAnswer): string {
  const said = rows.map(({ table, acquiredDisposed }) => `Table ${table}${WAYS[acquiredDisposed ?? '']}`)
  return said.join(isPair ? ' and ' : ' or ')
}

const WAYS: Readonly<Record<string, string>> = { A: ' (acquired)', D: ' (disposed of)', '': '' }

const WORDS: Readonly<Record<FormAnswer['section16b'], string>> = {
  purchase: 'a purchase',
  sale: 'a sale',
  premium: 'the premium is recoverable',
  exempt: 'exempt',
  notApplicable: 'does not apply',
  undecided: 'a purchase or a sale',
}

/** The option that gives a fact. */
const OPTIONS: Readonly<Record<string, string>> = {
  acquiredDisposed: '--acquired or --disposed',
  exempt: '--exempt or --not-exempt',
  deferral: '--form 5, or --deferral-lost DATE',
  fiscalYearEnd: '--fiscal-year-end DATE',
  code: '--code C',
  form: '--form',
}

/** The facts without which there is no answer, for standard error. */
export function missingLines({ missing }: NoAnswer): string[] {
  return missing.map((one) => printable(`section16: missing fact ${one.fact}: ${one.text}${optionOf(one)}`))
}

export function missingJson({ missing }: NoAnswer): object {
  return { missing: missing.map((one) => ({ ...one, option: OPTIONS[one.fact] ?? null })) }
}

function optionOf({ fact }: MissingFact): string {
  const option = OPTIONS[fact]
  return option === undefined ? '' : ` (${option})`
}
