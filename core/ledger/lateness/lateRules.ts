import type { DerivationRule } from '../derivation.ts'

const rule = (law: string, says: string, where: string): DerivationRule => ({
  law,
  says,
  source: `section16-rules.md ${where}`,
})

/** How the answers about lateness are said. */
export const lateRules = {
  filedUnknown: rule(
    'Rule 16a-3(g)',
    'When {report} was filed is not known; a signature date does not say it. Whether it was in time stays open.',
    '5.1 point 4, 3.1 (f)',
  ),
  dateMissing: rule(
    'Rule 16a-3(g)',
    'The line states no transaction date; no day of filing can be late for it.',
    '3.1',
  ),
  eventMissing: rule('Rule 16a-3(a)', 'The form states no date of the event; no day can be late for it.', '3.2'),
  early: rule(
    'Rule 16a-3(f), (g)(5)',
    'Form type 5 on a Form 4: reported early, although a Form 5 would do.',
    '2.2 note 7',
  ),
  deferrable: rule(
    'Rule 16a-3(f)',
    'Code {code} of {date} belongs on a Form 5; on a Form 4 it is early, marked so or not.',
    '2.1, 2.2',
  ),
  form5Passed: rule('Rule 16a-3(f)', 'The Form 5 for that year was due on {due}, before this report.', '3.3'),
  eitherWay: rule(
    'Form 4',
    'Whether it belongs on a Form 4 is not known ({missing}); filed in time for a Form 4 it is in time either way.',
    '2.2',
  ),
  ifForm4: rule(
    'Form 4',
    'Whether it belongs on a Form 4 is not known ({missing}); if it does, it was due on {due} and is late.',
    '2.2',
  ),
  onForm5: rule(
    'Form 5, General Instruction 4',
    'It belonged on a Form 4, due on {due}; a Form 5 makes up for it, late.',
    '2.1 Form 5 (3), 2.2 note 6',
  ),
  statedLate: rule('Form 5', 'The filer marks it as late: it belonged on an earlier form.', '2.2 note 6'),
  omittedHolding: rule('Form 5', 'A holding that was left out of the Form 3.', '2.2 note 6'),
  calendarOpen: rule(
    'Rule 0-3(a)',
    'It turns on a day that no source was found for: {assumption}. Whether it is late stays open.',
    '9.1 point 2',
  ),
  correction: rule(
    'R5.2.5',
    'The line corrects or repeats one that was filed before; that is not late by itself.',
    '5.2',
  ),
  perhapsCorrection: rule(
    'R5.2.5',
    'What this amendment amends is not at hand. If the line was filed before, it is a correction and not late.',
    '5.2',
  ),
  added: rule(
    'R5.2.5',
    'The amendment adds a transaction that the report left out; it counts from its own due day.',
    '5.2',
  ),
  byAppointment: rule(
    'Exchange Act 16(a)(2)(B)',
    'Taken as the Form 3 of somebody who became an insider; with a registration it was due the day that took effect.',
    '3.2',
  ),
} satisfies Record<string, DerivationRule>
