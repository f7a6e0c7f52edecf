import type { CalendarDate } from '../../model/calendarDate.ts'

/** A transaction with its code, and what is known of it. */
export interface ReportableTransaction {
  readonly date: CalendarDate
  /** A transaction code; `S/K` and `P/K` for an equity swap. */
  readonly code: string
  readonly acquiredDisposed?: 'A' | 'D'
  /** Whether it is in a derivative: Table II. */
  readonly derivative?: boolean
  /** Of a derivative: a right to buy or to sell. */
  readonly right?: 'call' | 'put'
  /** Whether the condition of the code's exemption from Section 16(b) holds. */
  readonly exempt?: boolean
  /** Of code L: `stands`, or the day on which it was lost (`smallAcquisitions` finds it). */
  readonly deferral?: 'stands' | CalendarDate
}

/** The day on which a small acquisition's deferral was lost; `undefined` where it stands, and for other codes. */
export function lostDeferral({ code, deferral }: ReportableTransaction): CalendarDate | undefined {
  return code === 'L' && deferral !== 'stands' ? deferral : undefined
}
