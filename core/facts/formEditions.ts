import type { CalendarDate } from '../model/calendarDate.ts'
import { day, type InForce, inForceOn, type Sourced } from './dated.ts'
import type { FormNumber } from './documentTypes.ts'
import { STYLESHEETS } from './sources.ts'

/** The years by which the editions of the three forms are called. */
export type FormEditionName = '2003' | '2012' | '2023' | '2026'

/** An edition of Forms 3, 4 and 5. What changed with it is dated at its place: boxes, titles, the law cited. */
export interface FormEdition extends InForce, Sourced {
  readonly name: FormEditionName
  readonly from: CalendarDate
  readonly differs: string
}

export const formEditions: readonly FormEdition[] = [
  {
    name: '2003',
    from: day('2003-05-05'),
    until: day('2011-11-01'),
    differs: 'six boxes, "Date of Earliest Transaction", columns 2A and 3A',
    source:
      'section16-rules.md sections 0 (EDGAR’s online forms open on 2003-05-05) and 7.7; the amendments of Release ' +
      '33-8230 took effect on 2003-06-30 (Release 33-8241, 68 FR 37179)',
  },
  {
    name: '2012',
    from: day('2011-11-01'),
    until: day('2023-03-20'),
    differs: 'the same boxes and columns, without the Act of 1935',
    source:
      'instructions SEC 1475 (11-11), with OMB request 201802-3235-001; that of December 2011, 201112-3235-007, still ' +
      'has those of (08-07): the day is not established; pages of EDGAR for filings of 2016 to 2022',
  },
  {
    name: '2023',
    from: day('2023-03-20'),
    until: day('2026-03-18'),
    differs: 'the box of Rule 10b5-1(c) on Forms 4 and 5',
    source:
      'EDGAR Release 23.1 of 2023-03-20; Release 33-11138 asks it of reports from 2023-04-01 on; pages of EDGAR for ' +
      'filings of 2025',
  },
  {
    name: '2026',
    from: day('2026-03-18'),
    differs: "foreign issuers' insiders: foreign trading symbol, foreign addresses",
    source: `Release 34-104903; ${STYLESHEETS}`,
  },
]

/** The edition of a day: the first before there was one, the latest where no day is given. */
export function formEditionOn(date: CalendarDate | undefined): FormEdition {
  const latest = formEditions.at(-1)!
  return date ? (inForceOn(formEditions, date) ?? formEditions[0]!) : latest
}

/** The law a form is filed under, as printed on it. */
export interface LawCited extends InForce, Sourced {
  readonly text: string
}

const LAWS: readonly LawCited[] = [
  {
    text:
      'Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934, Section 17(a) of the Public Utility ' +
      'Holding Company Act of 1935 or Section 30(h) of the Investment Company Act of 1940',
    until: day('2007-08-01'),
    source:
      'instructions SEC 1475 (08-07), with OMB request 201112-3235-007, no longer cite the Act of 1935; ' +
      'section16-rules.md section 7.7',
  },
  {
    text:
      'Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934 or Section 30(h) of the Investment ' +
      'Company Act of 1940',
    from: day('2007-08-01'),
    source: `${STYLESHEETS}; pages of EDGAR for filings of 2016 to 2025`,
  },
]

/** What stands below the title on a day; of today where no day is given. */
export function lawCited(date: CalendarDate | undefined): string {
  return ((date && inForceOn(LAWS, date)) ?? LAWS.at(-1)!).text
}

/** A sentence printed on every form whoever files it. */
export interface FixedNote extends Sourced {
  readonly text: string
}

/** The notes at the end of a form, in printed order; box 1 and the signatures refer to those with stars. */
export function fixedNotes(form: FormNumber): readonly FixedNote[] {
  const instruction = form === '3' ? '5(b)(v)' : '4(b)(v)'
  const texts = [
    'Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.',
    `* If the form is filed by more than one reporting person, see Instruction ${instruction}.`,
    '** Intentional misstatements or omissions of facts constitute Federal Criminal Violations. ' +
      'See 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).',
    'Note: File three copies of this Form, one of which must be manually signed. If space is insufficient, ' +
      'see Instruction 6 for procedure.',
    'Persons who respond to the collection of information contained in this form are not required to respond unless ' +
      'the form displays a currently valid OMB Number.',
  ]
  return texts.map((text) => ({ text, source: `${STYLESHEETS}; pages of EDGAR for filings of 2016 to 2025` }))
}
