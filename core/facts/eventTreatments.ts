import { byCode, type Sourced } from './dated.ts'

/** Something that happens to an insider or to the shares and that is no transaction with a code. */
export interface EventTreatment extends Sourced {
  /** Its name in code. */
  readonly code: string
  readonly event: string
  readonly law: string
  /** `none`: nothing is filed for it alone. */
  readonly form: '3' | '5' | 'none'
  /** What to bear in mind. */
  readonly note: string
}

const NEXT_TOTAL = 'The count of shares moves all the same: the next total includes it, with a footnote.'

const none = (code: string, event: string, law: string, source: string, note = ''): EventTreatment => ({
  code,
  event,
  law,
  form: 'none',
  note,
  source: `section16-rules.md ${source}`,
})

/** By name. Source: section16-rules.md sections 1.5, 2.1, 2.4, 2.5 and 2.10. */
export const eventTreatments = byCode<EventTreatment>([
  {
    code: 'becameInsider',
    event: 'somebody became a director, an officer or an owner of more than ten percent',
    law: 'Exchange Act 16(a)(2)(B); Rule 16a-3(a)',
    form: '3',
    note: 'All holdings of that day are stated; nothing owned is stated too.',
    source: 'section16-rules.md R1.5.1, 2.1 [V:16a-3]',
  },
  {
    code: 'registration',
    event: 'the issuer’s first class of equity was registered under Section 12',
    law: 'Exchange Act 16(a)(2)(A)',
    form: '3',
    note: 'All holdings of that day are stated; nothing owned is stated too.',
    source: 'section16-rules.md R1.5.1, 2.1 [V:16a-3]',
  },
  {
    code: 'fiscalYearEnd',
    event: 'the issuer’s fiscal year ended',
    law: 'Rule 16a-3(f)',
    form: '5',
    note: 'None is due where nothing is left to report.',
    source: 'section16-rules.md 2.1 [V:CCR5]',
  },
  none('additionalRole', 'an insider took a further role', 'Rule 16a-3(b)', 'R1.5.1 [V:16a-3]'),
  none('furtherClass', 'a further class was registered', 'Rule 16a-3(b)', 'R1.5.1 [V:16a-3]'),
  none(
    'leaving',
    'an insider left',
    'Form 4, box of the exit',
    'R1.5.6 [K]',
    'The box is ticked on a Form 4 or 5 that is filed anyway; a Form 5 for the year may still be due.',
  ),
  none('death', 'an insider died', 'Rule 16a-2(d)', 'R1.5.7 [K]', 'The estate is no insider unless it owns over 10 %.'),
  none('split', 'stock split or stock dividend for the whole class', 'Rule 16a-9(a)', '2.1, 2.4 [K]', NEXT_TOTAL),
  none(
    'proRataRights',
    'rights granted to all holders pro rata',
    'Rule 16a-9(b)',
    '2.1, 2.4 [K]',
    'Their exercise or sale is reported.',
  ),
  none(
    'dividendReinvestment',
    'dividends reinvested under a broad-based plan',
    'Rule 16a-11',
    '2.1, 2.4 [V:CCR5]',
    `Optional cash purchases are reported. ${NEXT_TOTAL}`,
  ),
  none(
    'domesticRelationsOrder',
    'transfer under a domestic relations order',
    'Rule 16a-12',
    '2.1, 2.4 [K]',
    NEXT_TOTAL,
  ),
  none(
    'changeOfForm',
    'a change of the form of ownership, pecuniary interest the same',
    'Rule 16a-13',
    '2.1, 2.4 [V:16a-13]',
    NEXT_TOTAL,
  ),
  none(
    'taxConditionedPlan',
    'transaction under a tax-conditioned plan, not discretionary',
    'Rule 16b-3(c)',
    '2.1, 2.4 [V:CCR5]',
    NEXT_TOTAL,
  ),
  none(
    'longExpiry',
    'a long derivative expired or was cancelled for no value',
    'Rule 16a-4(d)',
    '2.1, 2.4 [K]',
    NEXT_TOTAL,
  ),
  none('vesting', 'an option vested', 'Rule 16a-4', '2.5, 7 [K]'),
  none('pledge', 'securities were pledged or lent', 'Exchange Act 16(a)', '2.10 [K?]', 'A sale in foreclosure is one.'),
])
