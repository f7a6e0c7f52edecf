import type { CalendarDate } from '../model/calendarDate.ts'
import { day, type Sourced } from './dated.ts'

/**
 * How sure it is that a day counts, or does not count, as a business day. `verified`: a source that was read says so.
 * `unverified`: none was at hand. `computed`: it follows from the rules for a day later than the list of closings.
 */
export type Confidence = 'verified' | 'unverified' | 'computed'

/** What a special day is; `other` for a day that a user adds. */
export type SpecialDayKind =
  | 'executiveOrder'
  | 'halfDay'
  | 'dayOfMourning'
  | 'inauguration'
  | 'disruption'
  | 'edgarShutDown'
  | 'noClosing'
  | 'other'

/** The calendar begins with EDGAR's; nothing is known of closings before. */
export const CALENDAR_FIRST = day('1996-01-01')

/** A day on which the calendar's rules alone would be wrong, or are often taken for wrong. */
export interface SpecialDay extends Sourced {
  readonly date: CalendarDate
  readonly kind: SpecialDayKind
  readonly event: string
  /** Whether it counts as a business day for Section 16. */
  readonly isBusinessDay: boolean
  /** Whether EDGAR took filings; `undefined` where that is not known. */
  readonly edgarOpen: boolean | undefined
  /** Of `isBusinessDay`. */
  readonly confidence: Confidence
}

type Treatment = Pick<SpecialDay, 'isBusinessDay' | 'edgarOpen' | 'confidence'>

/** The SEC said that the day is like a federal holiday, and closed EDGAR. */
const CLOSED: Treatment = { isBusinessDay: false, edgarOpen: false, confidence: 'verified' }
/** It is known not to count; whether EDGAR took filings is not. */
const NOT_COUNTED: Treatment = { isBusinessDay: false, edgarOpen: undefined, confidence: 'verified' }
/** The government was closed; what the SEC made of it was not found. */
const PROBABLY_CLOSED: Treatment = { isBusinessDay: false, edgarOpen: undefined, confidence: 'unverified' }
const OPEN: Treatment = { isBusinessDay: true, edgarOpen: true, confidence: 'verified' }
const PROBABLY_OPEN: Treatment = { isBusinessDay: true, edgarOpen: true, confidence: 'unverified' }

const special = (
  date: string,
  kind: SpecialDayKind,
  event: string,
  treatment: Treatment,
  source: string,
): SpecialDay => ({ date: day(date), kind, event, ...treatment, source })

const closing = (date: string, treatment: Treatment, source: string) =>
  special(date, 'executiveOrder', 'federal offices closed by executive order', treatment, source)

const halfDay = (date: string, source: string) =>
  special(date, 'halfDay', 'federal offices closed for the afternoon by executive order', PROBABLY_OPEN, source)

const mourning = (date: string, whom: string, treatment: Treatment, source: string) =>
  special(date, 'dayOfMourning', `national day of mourning, ${whom}`, treatment, source)

const disruption = (date: string, event: string, source: string) =>
  special(date, 'disruption', `${event}; relief is given to the person, not in the calendar`, OPEN, source)

const SANDY = '100fstreet.com, November 2012 (EDGAR ran throughout); section16-rules.md section 3.8'
const BLACKOUT = 'SEC notice for EDGAR filers of 2003-08-15, at mondovisione.com'

/**
 * One-off closings, days of mourning, and days mistaken for them. The order is what a source says; what it means for
 * filings is another matter, and `confidence` is about that. Closings of Washington offices for snow are none of these:
 * EDGAR ran. Source: each row's own; section16-rules.md sections 3.6 and 3.8.
 */
export const specialDays: readonly SpecialDay[] = [
  closing('1997-12-26', PROBABLY_CLOSED, 'Executive Order 13068, at executivedisorder.net'),
  halfDay('1998-12-24', 'Executive Order 13109, at executivedisorder.net'),
  special(
    '2000-11-24',
    'edgarShutDown',
    'EDGAR shut down for its move to the Internet; what was due was timely on Monday, 2000-11-27',
    { isBusinessDay: true, edgarOpen: false, confidence: 'unverified' },
    'nextgov.com, November 2000, quoting the SEC',
  ),
  special(
    '2001-09-11',
    'disruption',
    'the SEC’s offices were evacuated',
    PROBABLY_OPEN,
    'thecorporatecounsel.net, 2021-09-10; what became of filings was not found',
  ),
  closing('2001-12-24', PROBABLY_CLOSED, 'govexec.com, December 2003 and December 2007; federalnewsnetwork.com, 2018'),
  halfDay('2002-12-24', 'Executive Order 13281, at webharvest.gov (whitehouse.gov, 2002-12-19)'),
  disruption('2003-08-14', 'power failure in the Northeast', BLACKOUT),
  disruption('2003-08-15', 'power failure in the Northeast', BLACKOUT),
  closing('2003-12-26', PROBABLY_CLOSED, 'govexec.com, December 2003; section16-rules.md section 3.8 [K?]'),
  mourning(
    '2004-06-11',
    'Ronald Reagan',
    NOT_COUNTED,
    'NASD notice of 2004-06-09 at finra.org: closed as the SEC, no business day for reports due under Rule 17a-5',
  ),
  special(
    '2006-12-26',
    'noClosing',
    'death of Gerald Ford; no closing',
    OPEN,
    'govexec.com, December 2007 (no time off was given)',
  ),
  mourning(
    '2007-01-02',
    'Gerald Ford',
    PROBABLY_CLOSED,
    'executive order at fedsmith.com, 2006-12-29; NASD notice of 2006-12-29 at finra.org (closed as the SEC)',
  ),
  closing('2007-12-24', PROBABLY_CLOSED, 'Executive Order 13453, Title 3 CFR 2007 Compilation, at wikisource.org'),
  closing('2008-12-26', NOT_COUNTED, 'thecorporatecounsel.net, 2008-12-22 (no business day for Form 4)'),
  special(
    '2009-01-20',
    'inauguration',
    'inauguration; a holiday around Washington only',
    OPEN,
    'section16-rules.md sections 3.6 and 3.8 [V:INAUG]',
  ),
  halfDay('2009-12-24', 'Executive Order 13523, 74 FR 66563, at vlex.com'),
  disruption(
    '2011-08-23',
    'earthquake; EDGAR suspended in the evening',
    'thecorporatecounsel.net, 2011-08-24, quoting the SEC',
  ),
  disruption('2012-10-29', 'Hurricane Sandy', SANDY),
  disruption('2012-10-30', 'Hurricane Sandy', SANDY),
  closing('2012-12-24', PROBABLY_CLOSED, 'Executive Order 13633, 77 FR 76339, at justia.com'),
  closing('2014-12-26', PROBABLY_CLOSED, 'Executive Order 13682, 79 FR 73459, at justia.com'),
  halfDay('2015-12-24', 'executive order at fedsmith.com, 2015-12-11'),
  mourning('2018-12-05', 'George H. W. Bush', CLOSED, 'ICI memorandum 31512 of 2018-12-04, quoting the SEC'),
  closing('2018-12-24', CLOSED, 'Executive Order 13854, 83 FR 65481, at vlex.com; mofo.com, 2018-12-21'),
  closing(
    '2019-12-24',
    CLOSED,
    'Executive Order 13900, 84 FR 69983, at vlex.com; cooleypubco.com, 2020-12-16 (“just like last year”)',
  ),
  closing('2020-12-24', CLOSED, 'cooleypubco.com, 2020-12-16, quoting the SEC'),
  closing('2024-12-24', PROBABLY_CLOSED, 'newspopping.com on the order of 2024-12-19; section16-rules.md 3.8 [K]'),
  mourning('2025-01-09', 'Jimmy Carter', CLOSED, 'Executive Order 14133, 90 FR 187, at justia.com; freewritings.law'),
  closing('2025-12-24', CLOSED, 'thecorporatecounsel.net, December 2025, on the SEC’s announcement'),
  closing('2025-12-26', CLOSED, 'thecorporatecounsel.net, December 2025, on the SEC’s announcement'),
]

/**
 * The days for which closings were looked for with success. Before them some are listed, and others may be missing;
 * after them one may have been ordered since.
 */
export const LISTED = {
  first: day('2003-01-01'),
  last: day('2026-06-30'),
  source: 'section16-rules.md, head (state of the law: mid 2026) and section 3.8',
} as const
