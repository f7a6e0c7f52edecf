import type { DerivationRule } from '../derivation.ts'

const SPEC = 'section16-rules.md'

/** The sentences in which deadlines are explained. */
export const deadlineRules = {
  'form4.twoBusinessDays': {
    law: 'Exchange Act 16(a)(2)(C); Rule 16a-3(g)(1)',
    says:
      'What is executed on {from} or later is reported on Form 4 by the end of the second business day; the day of ' +
      'execution, {start}, is not counted.',
    source: `${SPEC} 3.1 [V:SOX403]`,
  },
  'form4.tenthOfNextMonth': {
    law: 'Exchange Act 16(a)(1) before the Sarbanes-Oxley Act',
    says: 'What was executed before {from} was reported on Form 4 by the tenth day of the next month, {day}.',
    source: `${SPEC} 3.5 [V:DOC10]`,
  },
  'form4.deemed10b5-1': {
    law: 'Rule 16a-3(g)(2)',
    says:
      'Under a plan of Rule 10b5-1(c) whose day the person does not choose, the trade is deemed executed when the ' +
      'person is told, {notified}, but not later than on the third business day after it, {limit}: on {deemed}.',
    source: `${SPEC} 3.4 [V:FACTS]`,
  },
  'form4.deemedDiscretionary': {
    law: 'Rule 16a-3(g)(3)',
    says:
      'A discretionary transaction whose day the person does not choose is deemed executed when the person is told, ' +
      '{notified}, but not later than on the third business day after it, {limit}: on {deemed}.',
    source: `${SPEC} 3.4 [V:FACTS]`,
  },
  'form4.deferralLost': {
    law: 'Rule 16a-6(b)',
    says: 'The deferral of the acquisition of {trade} was lost on {start}; the two business days run from there.',
    source: `${SPEC} 2.4 [V:16a-6]`,
  },
  'form3.tenDays': {
    law: 'Exchange Act 16(a)(2)(B)',
    says: 'Form 3 is due within ten days after {event}; the tenth is {day}.',
    source: `${SPEC} 3.2, 1 [V:SOX403]`,
  },
  'form3.registration': {
    law: 'Exchange Act 16(a)(2)(A)',
    says: 'Where the issuer registers a class, Form 3 is due by the day it becomes effective, {event}.',
    source: `${SPEC} 3.2, 2 [V:SOX403]`,
  },
  'form3.foreignFirstDay': {
    law: 'Holding Foreign Insiders Accountable Act; Release 34-104903',
    says:
      'Directors and officers of foreign private issuers file from {from} on; nobody’s Form 3 is due before that day, ' +
      'and of {event} it gives {day}.',
    source: `${SPEC} R1.3.3 [V:FAQ]`,
  },
  'form5.fortyFiveDays': {
    law: 'Rule 16a-3(f)(1)',
    says: 'Form 5 is due within 45 days after the issuer’s fiscal year end, {start}; the 45th is {day}.',
    source: `${SPEC} 3.3 [V:XSD51]`,
  },
  'calendar.rolled': {
    law: 'Rule 0-3(a)',
    says: '{day} is no business day ({event}), so the next one takes its place: {due}.',
    source: `${SPEC} 3.2, 3 [V:TCC04]`,
  },
  'calendar.weekend': {
    law: 'Rule 0-3(a)',
    says: 'Not counted as weekend: {days}.',
    source: `${SPEC} 3.6, 1`,
  },
  'calendar.notCounted': {
    law: '5 U.S.C. 6103; Rule 0-3(a)',
    says: 'Not counted: {day}, {event}.',
    source: `${SPEC} 3.6 to 3.8`,
  },
  'calendar.countedAfterAll': {
    law: 'Rule 0-3(a)',
    says: '{day} is counted: {event}.',
    source: `${SPEC} 3.6 to 3.8`,
  },
  'calendar.computed': {
    law: '5 U.S.C. 6103',
    says: 'The calendar of closings ends on {last}; later days are computed from the law, and a closing may be ordered.',
    source: `${SPEC} 3.8`,
  },
  due: {
    law: 'Regulation S-T Rule 13(a)',
    says: 'Due on {due}, by {time} Eastern.',
    source: `${SPEC} 3.1 and 3.9 [V:13a4] [V:PERK03]`,
  },
  relief: {
    law: 'order of the SEC, or position of its staff',
    says: 'Relief, {name}: filed by {filedBy}, {terms}.',
    source: `${SPEC} 3.8 and R1.3.5`,
  },
  'otherwise.isBusinessDay': {
    law: 'Rule 0-3(a)',
    says: 'No source was found for {days} ({event}) being no business day; if it is one, {due}.',
    source: `${SPEC} 9.1`,
  },
  'otherwise.isNone': {
    law: 'Rule 0-3(a)',
    says: 'No source was found for {days} ({event}) being a business day; if it is none, {due}.',
    source: `${SPEC} 9.1`,
  },
  'otherwise.several': {
    law: 'Rule 0-3(a)',
    says: 'If {days} are all the other way than taken here, {due}.',
    source: `${SPEC} 9.1`,
  },
  'otherwise.unlisted': {
    law: 'Rule 0-3(a)',
    says: 'The list of closings before {first} is not complete; if one of the days counted was closed, {due}.',
    source: `${SPEC} 9.1`,
  },
  'filed.sameDay': {
    law: 'Regulation S-T Rule 13(a)',
    says: 'Accepted on {date} at {time} Eastern, not after {cutoff}: EDGAR dates it {filingDate}.',
    source: `${SPEC} 3.9 [V:13a4]`,
  },
  'filed.afterCutoff': {
    law: 'Regulation S-T Rule 13(a)',
    says: 'Accepted on {date} at {time} Eastern, after {cutoff}: EDGAR dates it on the next business day, {filingDate}.',
    source: `${SPEC} 3.9 [V:13a4]`,
  },
  'filed.closed': {
    law: 'Regulation S-T Rule 13(a)',
    says: 'Accepted on {date}, when EDGAR was closed ({event}): it is dated {filingDate}.',
    source: `${SPEC} 3.9`,
  },
  'filed.perhapsOpen': {
    law: 'Regulation S-T Rule 13(a)',
    says: 'Whether EDGAR took filings on {date} ({event}) is not known; if it did, it is dated {filingDate}.',
    source: `${SPEC} 9.1, 2`,
  },
  'filed.stampLag': {
    law: 'Release 33-8230',
    says: 'Until the end of July 2003 EDGAR’s own stamp may say the next business day; the moment of receipt decides.',
    source: `${SPEC} 3.9, 2 [V:PERK03]`,
  },
  'filed.onTime': {
    law: 'Exchange Act 16(a)(2)',
    says: 'Dated {filingDate}, not after {due}: on time.',
    source: `${SPEC} 3.9, 3`,
  },
  'filed.late': {
    law: 'Exchange Act 16(a)(2)',
    says: 'Dated {filingDate}, after {due}: late by {count}.',
    source: `${SPEC} 3.9, 3`,
  },
} as const satisfies Record<string, DerivationRule>

export type DeadlineRule = keyof typeof deadlineRules
