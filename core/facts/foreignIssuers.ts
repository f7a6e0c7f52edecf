import type { CalendarDate } from '../model/calendarDate.ts'
import { day, type InForce, type Sourced } from './dated.ts'

/** The rules of a foreign jurisdiction that stand in for Section 16(a). */
export interface QualifyingJurisdiction extends Sourced, InForce {
  readonly name: string
  /** The first day of the order that names it. */
  readonly from: CalendarDate
  readonly regulation: string
}

const FIRST_ORDER = day('2026-03-05')
const SECOND_ORDER = day('2026-05-20')

const jurisdiction = (from: CalendarDate, name: string, regulation: string, mark: string): QualifyingJurisdiction => ({
  name,
  from,
  regulation,
  source: `SEC exemptive order of ${from.toString()}; section16-rules.md R1.3.6 and its table ${mark}`,
})

/** The jurisdictions of the exemptive orders so far; more may follow. Names of some regulations are doubtful: [K?]. */
export const qualifyingJurisdictions: readonly QualifyingJurisdiction[] = [
  jurisdiction(FIRST_ORDER, 'Canada', 'NI 55-104 with NI 55-102 (SEDI)', '[V:EXO] [V:EXO-GT]'),
  jurisdiction(FIRST_ORDER, 'Chile', 'securities market law', '[V:EXO]; regulation [K?]'),
  jurisdiction(FIRST_ORDER, 'European Economic Area', 'Market Abuse Regulation, Article 19', '[V:EXO] [V:EXO2]'),
  jurisdiction(
    FIRST_ORDER,
    'Republic of Korea',
    'Financial Investment Services and Capital Markets Act',
    '[V:EXO]; [K?]',
  ),
  jurisdiction(FIRST_ORDER, 'Switzerland', 'rules of SIX', '[V:EXO]; regulation [K?]'),
  jurisdiction(FIRST_ORDER, 'United Kingdom', 'Market Abuse Regulation as retained', '[V:EXO] [V:EXO2]'),
  jurisdiction(SECOND_ORDER, 'Australia', 'Corporations Act 2001', '[V:EXO2]'),
  jurisdiction(SECOND_ORDER, 'India', 'SEBI insider trading regulations', '[V:EXO2]; regulation [K?]'),
  jurisdiction(SECOND_ORDER, 'Singapore', 'Securities and Futures Act', '[V:EXO2]; regulation [K?]'),
]
