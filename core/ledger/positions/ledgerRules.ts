import type { DerivationRule } from '../derivation.ts'

const rule = (law: string, says: string, where: string): DerivationRule => ({
  law,
  says,
  source: `section16-rules.md ${where}`,
})

/** How the ledger says by what it counted. */
export const ledgerRules = {
  lines: rule(
    'R2.7.1',
    'A position is a class of security held directly or by one nature of indirect ownership; D and I are never added.',
    '2.7',
  ),
  totals: rule(
    'R2.7.2',
    'A total stands after its line or after all lines of the report that repeat it; whichever goes on is taken.',
    '2.7 [K?]',
  ),
  exercisableWithoutExpiry: rule(
    'R2.7.5',
    'A series is title, exercise price and expiry; where no expiry is stated the date exercisable tells grants apart.',
    '2.7 [K?]',
  ),
  titlePriceExpiry: rule('R2.7.5', 'A series is title, exercise price and expiry.', '2.7 [K?]'),
  standing: rule(
    'R2.7.6',
    'Totals stand in the order of filing; those of a Form 3 at its event, those of a Form 5 at the fiscal year end.',
    '2.7',
  ),
  amendments: rule(
    'R5.2.6',
    'Amended lines stand in the place of what they amend, unless the view is as filed.',
    '5.2',
  ),
  repeated: rule(
    'Rule 16a-3(j)',
    '{count} reports say again what another says and are counted once.',
    '1.4 points 3 and 4',
  ),
  heldBack: rule('R5.2.6', '{count} amendments could not be tied to one report at hand and are left out.', '5.2'),
  undated: rule('R5.2.6', '{count} reports without a filing date are left out of what was known on that day.', '5.2'),
} satisfies Record<string, DerivationRule>
