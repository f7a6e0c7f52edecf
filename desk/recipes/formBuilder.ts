import {
  CalendarDate,
  type Decimal,
  type FormAnswer,
  type NewInsider,
  type NoAnswer,
  type Notice,
  newInsiderDeadline,
  type ReportDeadline,
  reportDeadline,
  whatFormForEvent,
} from '@section16/core'
import { heldQuestion, OVER_TEN_PERCENT, REPORT_EARLY, recordQuestion } from './commonFacts.ts'
import { Dialogue } from './dialogue.ts'
import { NOTHING, PositionBook } from './positionBook.ts'
import type { FormHeader, RecipeEvent, RecipeInput, RecipeLine, RecipeResult } from './result.ts'
import { type CellNotes, FootnoteBook, rowOf, runningOrder } from './rows.ts'
import { type HeldPosition, type Ownership, positionKey, type Security, seriesKey } from './security.ts'
import type { TradeFill } from './values.ts'

/** A transaction to be put on a form. */
export interface Transaction {
  readonly security: Security
  readonly ownership: Ownership
  readonly date: CalendarDate
  readonly code: string
  readonly way: 'A' | 'D'
  readonly shares: Decimal
  /** US dollars a share. Of a grant or an exercise in Table II, and of what was had for nothing: zero. */
  readonly price: Decimal
  /** Whether the condition of the code's exemption is met; absent only for codes that have none. */
  readonly exempt?: boolean
  /** Where the insider did not choose the day. */
  readonly notice?: Notice
  readonly isPlanTrade?: boolean
  readonly fills?: readonly TradeFill[]
  readonly notes?: CellNotes
}

/** A change of a position that no form reports; `note` goes on the next total that is reported. */
export interface Move {
  readonly security: Security
  readonly ownership: Ownership
  /** Negative for what goes away. */
  readonly change: Decimal
  readonly note: string
}

/** Codes whose exemption, Rule 16b-3, is for officers and directors only (its paragraph (a)). */
const RULE_16B3_CODES = 'ADFI'

type Placed = Omit<RecipeLine, 'row'>

/** A form while a recipe writes on it. Nothing more is written from where something is open or refused. */
export class FormBuilder extends Dialogue {
  private readonly input: RecipeInput
  private readonly book: PositionBook
  private readonly placed: Placed[] = []
  private readonly events: RecipeEvent[] = []
  private readonly header = { eventDate: undefined as CalendarDate | undefined, plan: false, exit: false }

  constructor(input: RecipeInput) {
    super(input.facts)
    this.input = input
    this.book = new PositionBook(input.positions)
  }

  get insider(): RecipeInput['insider'] {
    return this.input.insider
  }

  get issuer(): RecipeInput['issuer'] {
    return this.input.issuer
  }

  /** The positions as moved so far. */
  get held(): readonly HeldPosition[] {
    return this.book.positions.held
  }

  /** How many are held on a line; asked where nobody knows. */
  heldBefore(security: Security, ownership: Ownership): Decimal | undefined {
    const known = this.book.sharesOf(security, ownership)
    if (known) return known
    const { name, spec } = heldQuestion(security, ownership)
    return this.fact(name, spec)
  }

  /** Transactions that stand or fall together, in their order. */
  transactions(...transactions: readonly Transaction[]): void {
    const judged = transactions.flatMap((one) => {
      this.heldBefore(one.security, one.ownership)
      const found = this.judge(one)
      return found ? [{ one, found }] : []
    })
    if (this.isBlocked) return
    const { placed } = this
    const [lines, events] = [placed.length, this.events.length]
    this.book.attempt(() => judged.every(({ one, found }) => this.place(one, found)))
    if (!this.isRefused) return
    placed.length = lines
    this.events.length = events
  }

  /** What makes somebody an insider: with all holdings, for a Form 3 may come of it even without any. */
  newInsider(event: NewInsider, holdings: readonly HeldPosition[]): void {
    const { answer, deadline } = newInsiderDeadline(event, this.input.calendar)
    if (!deadline) {
      this.leaveOut(answer, event.date)
      return
    }
    this.header.eventDate = event.date
    this.events.push({ answer, date: event.date, deadline })
    this.book.restart(holdings)
    for (const { security, ownership, shares } of holdings) {
      const line = { security, ownership, ownedAfter: shares, notes: {}, transaction: undefined }
      this.placed.push({ ...ALONE, line, form: '3', deadline })
    }
  }

  /** Something that is reported nowhere, and what it moves. `event`: a name of core's `eventTreatments`. */
  event(event: string, date: CalendarDate, moves: readonly Move[] = []): void {
    const answer = whatFormForEvent(event)
    if (!answer.decided) throw new Error(`${event} is no event of the table`)
    for (const { security, ownership } of moves) this.heldBefore(security, ownership)
    if (this.isBlocked) return
    this.book.attempt(() => moves.every((move) => this.move(move)))
    if (!this.isRefused) this.leaveOut(answer, date)
  }

  /** Checks the exit box. */
  tickExit(): void {
    this.header.exit = true
  }

  /** Checks the box of Rule 10b5-1(c). */
  tickPlan(): void {
    this.header.plan = true
  }

  result(): RecipeResult {
    const footnotes = new FootnoteBook()
    const ordered = runningOrder([...this.placed, ...this.otherLines()])
    const lines = ordered.map((one) => ({ ...one, row: rowOf(one.line, one.form, footnotes) }))
    return {
      ...this.said,
      lines,
      footnotes: footnotes.footnotes,
      header: this.headerOf(),
      events: this.events,
      positions: this.book.positions,
    }
  }

  private headerOf(): FormHeader {
    const dates = this.placed.flatMap(({ line }) => (line.transaction ? [line.transaction.date.day] : []))
    const first = dates.length > 0 ? new CalendarDate(Math.min(...dates)) : this.header.eventDate
    return { periodOfReport: first, aff10b5One: this.header.plan, notSubjectToSection16: this.header.exit }
  }

  /** Where a transaction is reported, by core's ledger; questions where facts are missing. */
  private judge(one: Transaction): ReportDeadline | undefined {
    const { date, code, way, exempt, notice, security } = one
    const { insider, issuer, calendar } = this.input
    const isForRole = !RULE_16B3_CODES.includes(code) || insider.role === 'directorOrOfficer'
    const transaction = {
      date,
      code,
      acquiredDisposed: way,
      derivative: security.table === 'II',
      ...(exempt !== undefined && { exempt: exempt && isForRole }),
    }
    const facts = { ...(notice && { notice }), ...(issuer.fiscalYearEnd && { fiscalYearEnd: issuer.fiscalYearEnd }) }
    const found = reportDeadline(transaction, facts, this.insiderAsAnswered(), calendar)
    if (!found.decided) {
      this.askMissing(found)
      return undefined
    }
    // Whether it goes on a Form 4 of its own accord is asked before anything is written.
    if (found.answer.voluntaryEarly) this.fact('reportEarly', REPORT_EARLY)
    return found
  }

  private insiderAsAnswered(): RecipeInput['insider'] {
    const { insider } = this.input
    if (insider.role !== 'tenPercentOwner' || insider.overTenPercentBefore !== undefined) return insider
    const answered = this.fact('overTenPercentBefore', OVER_TEN_PERCENT)
    return answered === undefined ? insider : { ...insider, overTenPercentBefore: answered }
  }

  private askMissing({ missing }: NoAnswer): void {
    for (const fact of missing) {
      this.askRecord(fact.fact === 'fiscalYearEnd' ? 'issuer' : 'insider', fact.fact, recordQuestion(fact))
    }
  }

  /** Puts a transaction on the form and moves its line; false where more goes than is there. */
  private place(one: Transaction, { answer, deadline }: ReportDeadline): boolean {
    const { security, ownership, date, way, shares, notes = {} } = one
    const pending = this.book.notesOf(security, ownership)
    const isReported = answer.form !== 'none'
    const change = way === 'A' ? shares : NOTHING.minus(shares)
    const ownedAfter = this.moved(security, ownership, change, isReported ? [] : pending)
    if (!ownedAfter) return false
    this.warnOf(one, answer)
    if (answer.form === 'none') {
      this.leaveOut(answer, date)
      return true
    }
    const isEarly = answer.voluntaryEarly && this.fact('reportEarly', REPORT_EARLY) === true
    const deemed = deadline?.deemedExecution
    const transaction = {
      date,
      // Column 2A is filled only where it says something (Form 4, General Instruction 4(a)(ii)).
      deemed: deemed && deemed.day > date.day ? deemed : undefined,
      code: one.code,
      formType: answer.voluntaryEarly ? '5' : '4',
      isEarly,
      shares,
      price: one.price,
      way,
    } as const
    const owned = [...pending, ...(notes.owned ?? [])]
    this.placed.push({
      line: { security, ownership, ownedAfter, notes: { ...notes, owned }, transaction },
      form: isEarly ? '4' : answer.form,
      answer,
      deadline,
      fills: one.fills,
      isPlanTrade: one.isPlanTrade ?? false,
    })
    return true
  }

  private warnOf({ code, date, exempt }: Transaction, { section16b }: FormAnswer): void {
    if (exempt === undefined || (section16b !== 'purchase' && section16b !== 'sale')) return
    this.say('D130', { code, date: String(date), side: section16b })
  }

  private move({ security, ownership, change, note }: Move): boolean {
    const notes = [...this.book.notesOf(security, ownership), note]
    return this.moved(security, ownership, change, notes) !== undefined
  }

  /** The total of a line after a change; refuses where it would be less than nothing. */
  private moved(
    security: Security,
    ownership: Ownership,
    change: Decimal,
    notes: readonly string[],
  ): Decimal | undefined {
    const held = this.heldBefore(security, ownership) ?? NOTHING
    const after = held.plus(change)
    if (after.sign < 0) {
      const gone = NOTHING.minus(change)
      this.refuse('D104', { shares: String(gone), title: security.title, held: String(held) })
      return undefined
    }
    this.book.set(security, ownership, after, notes)
    return after
  }

  private leaveOut(answer: FormAnswer, date: CalendarDate): void {
    this.events.push({ answer, date, deadline: undefined })
    this.say('D132', { why: answer.derivation.map(({ text }) => text).join(' ') })
  }

  /**
   * The other lines of ownership of a class in which something is reported, as holdings without code.
   * Source: Form 4, General Instruction 4(a)(i).
   */
  private otherLines(): Placed[] {
    const forms = new Map(
      this.placed.flatMap(({ line, form }) => (line.transaction ? [[seriesKey(line.security), form] as const] : [])),
    )
    const shown = new Set(this.placed.map(({ line }) => positionKey(line.security, line.ownership)))
    return this.held.flatMap(({ security, ownership, shares, notes = [] }) => {
      const form = forms.get(seriesKey(security))
      if (!form || shown.has(positionKey(security, ownership)) || shares.isZero) return []
      const line = { security, ownership, ownedAfter: shares, notes: { owned: notes }, transaction: undefined }
      return [{ ...ALONE, line, form }]
    })
  }
}

/** A holding. */
const ALONE = { answer: undefined, deadline: undefined, fills: undefined, isPlanTrade: false }
