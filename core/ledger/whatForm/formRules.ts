import type { DerivationRule } from '../derivation.ts'

const SPEC = 'section16-rules.md'

/** The sentences in which it is explained where something is reported. */
export const formRules = {
  'form.4': {
    law: 'Exchange Act 16(a)(2)(C); Rule 16a-3(g)(1)',
    says: 'Code {code} of {date} ({meaning}) belongs on Form 4.',
    source: `${SPEC} 2.1, 2.2`,
  },
  'form.5': {
    law: 'Rule 16a-3(f)',
    says: 'Code {code} of {date} ({meaning}) belongs on Form 5; on a Form 4 it may be reported early, with V.',
    source: `${SPEC} 2.1, 2.2`,
  },
  'form.event': {
    law: '{law}',
    says: '{event}: {form}. {note}',
    source: `${SPEC} 1.5, 2.1, 2.4`,
  },
  'form.rule16b3Before': {
    law: 'Rule 16a-3(f)(1) as it was before 2002-08-29',
    says: 'Until {until} what Rule 16b-3(d), (e) or (f) exempts was an item of Form 5.',
    source: `${SPEC} 2.1 [K]`,
  },
  'form.giftBefore': {
    law: 'Rule 16a-3(f)(1) as it was before Release 33-11138',
    says: 'Until {until} a gift given away was an item of Form 5.',
    source: `${SPEC} 2.1 [K], 2.2 [V:GIFT]`,
  },
  'form.giftTransition': {
    law: 'Release 33-11138',
    says:
      'Transition: gifts given away from {from} on are due in two business days; the forms followed only for reports ' +
      'filed from {until} on, and some notes of the time give that day for the duty too.',
    source: `${SPEC} 2.2 note 10 [K?]`,
  },
  'form.deferralLost': {
    law: 'Rule 16a-6(b)',
    says: 'The deferral was lost on {lost}: the acquisition belongs on Form 4 after all.',
    source: `${SPEC} 2.4 [V:16a-6]`,
  },
  'match.never': {
    law: 'Exchange Act 16(b)',
    says: 'For Section 16(b) it is matched as a {side}.',
    source: `${SPEC} 2.2`,
  },
  'match.exempt': {
    law: '{law}',
    says: 'For Section 16(b) it is exempt.',
    source: `${SPEC} 2.2, 2.4`,
  },
  'match.assumedExempt': {
    law: '{law}',
    says: 'Taken as exempt from Section 16(b), as nobody says otherwise: it is if {condition}; else it is matched.',
    source: `${SPEC} 2.2, 2.4`,
  },
  'match.officersOnly': {
    law: 'Rule 16b-3(a)',
    says: '{law} exempts officers and directors only, not an owner of more than ten percent who is neither.',
    source: `${SPEC} 2.4 [V:16b-3]`,
  },
  'match.notExempt': {
    law: '{law}',
    says: 'Not exempt from Section 16(b): {matched}.',
    source: `${SPEC} 2.2, 2.4`,
  },
  'match.undecided': {
    law: 'Rule 16b-6',
    says: 'For Section 16(b) it is a purchase or a sale, and which is not known: {missing}.',
    source: `${SPEC} 2.2`,
  },
  'match.premium': {
    law: 'Rule 16b-6(d)',
    says: 'Within less than six months of writing the premium received is recoverable.',
    source: `${SPEC} 2.2 [K?]`,
  },
  'status.foreign': {
    law: 'Rule 3a12-3(b); Release 34-104903',
    says: 'Of a foreign private issuer: Sections 16(b) and 16(c) do not apply.',
    source: `${SPEC} R1.3.1, R1.3.7 [V:FPI-M]`,
  },
  'status.foreignBefore': {
    law: 'Rule 3a12-3(b)',
    says: 'Before {from} insiders of foreign private issuers reported nothing, and what they did then is not reported.',
    source: `${SPEC} R1.3.1, R1.3.4 [V:FAQ]`,
  },
  'status.foreignLeft': {
    law: 'Release 34-104903',
    says: 'The person left on {left}, before insiders of foreign private issuers had to report, {from}.',
    source: `${SPEC} R1.3.3 [V:FAQ]`,
  },
  'status.foreignTenPercent': {
    law: 'Rule 16a-2; Release 34-104903',
    says: 'An owner of more than ten percent of a foreign private issuer does not report for that reason alone.',
    source: `${SPEC} R1.3.2 [V:FPI-M]`,
  },
  'status.foreignExempt': {
    law: 'SEC exemptive orders of 2026',
    says: 'Reported at home, under {regulation} ({jurisdiction}), in public and in English: exempt from {from} on.',
    source: `${SPEC} R1.3.6 [V:EXO] [V:EXO2]`,
  },
  'status.beforeAppointment': {
    law: 'Rule 16a-2(a)',
    says: 'Before {from} the person was no insider; who is appointed to a registered issuer has no look-back.',
    source: `${SPEC} R1.5.2 [V:16a-2]`,
  },
  'status.lookBack': {
    law: 'Rule 16a-2(a)',
    says:
      'The person became subject on {from} only because the issuer registered; the transaction lies in the six months ' +
      'before, and within six months of that of {trigger}, on whose Form 4 it is reported.',
    source: `${SPEC} R1.5.2 [V:FAQ] [V:16a-2]`,
  },
  'status.noLookBack': {
    law: 'Rule 16a-2(a)',
    says: 'The person became subject on {from}; the transaction is not looked back to: {reason}.',
    source: `${SPEC} R1.5.2 [V:16a-2]`,
  },
  'status.afterExit': {
    law: 'Rule 16a-2(b)',
    says: 'After leaving on {left} it is still reported, less than six months after the {opposite} of {date} while in office.',
    source: `${SPEC} R1.5.3 [K]`,
  },
  'status.afterExitNone': {
    law: 'Rule 16a-2(b)',
    says: 'After leaving on {left} it is not reported: {reason}.',
    source: `${SPEC} R1.5.3 [K]`,
  },
  'status.fiduciary': {
    law: 'Rule 16a-2(d)',
    says: 'Appointed on {since} as executor, administrator, guardian, receiver or the like: exempt until {until}.',
    source: `${SPEC} R1.5.5 [K]`,
  },
  'status.tenPercent': {
    law: 'Rule 16a-2(c)',
    says: 'The owner held more than ten percent immediately before it: it is subject, also if it leads below.',
    source: `${SPEC} R1.5.4 [V:16a-2]`,
  },
  'status.noTenPercent': {
    law: 'Rule 16a-2(c)',
    says: 'The owner did not hold more than ten percent immediately before it: it is not subject, also if it leads above.',
    source: `${SPEC} R1.5.4 [V:16a-2]`,
  },
} as const satisfies Record<string, DerivationRule>

export type FormRule = keyof typeof formRules
