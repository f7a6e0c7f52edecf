import type { FormEditionName } from '@section16/core/facts'

/**
 * Which print of the form it is. `1996`: "Statement for Month/Year", IRS number, seven items; `2002`:
 * the same with "Month/Day/Year" and columns 2A and 3A. From 2003 on those of core's `formEditions`, which are EDGAR's
 * style sheets: prints of electronic forms.
 */
export type PaperEditionName = '1996' | '2002' | FormEditionName

export interface PaperEdition {
  readonly name: PaperEditionName
  readonly title: string
  /** Whether prints of it are drawn by EDGAR from an electronic form, perhaps years after the filing. */
  readonly isPrintOfXml: boolean
  readonly source: string
}

const RULES = 'section16-rules.md section 7.7'

export const paperEditions: readonly PaperEdition[] = [
  { name: '1996', title: 'the form of 1996, "Statement for Month/Year"', isPrintOfXml: false, source: RULES },
  { name: '2002', title: 'the form of 2002, "Statement for Month/Day/Year"', isPrintOfXml: false, source: RULES },
  { name: '2003', title: 'EDGAR’s style sheet of 2003', isPrintOfXml: true, source: RULES },
  { name: '2012', title: 'a later EDGAR style sheet, without the Act of 1935', isPrintOfXml: true, source: RULES },
  {
    name: '2023',
    title: 'EDGAR’s style sheet of 2023, with the box of Rule 10b5-1(c)',
    isPrintOfXml: true,
    source: RULES,
  },
  {
    name: '2026',
    title: 'EDGAR’s style sheet of 2026, for foreign private issuers too',
    isPrintOfXml: true,
    source: RULES,
  },
]

/** An edition by its name; `undefined` for a name nobody knows. */
export function paperEdition(name: string | undefined): PaperEdition | undefined {
  return paperEditions.find((edition) => edition.name === name)
}

/** What a print shows of its edition. */
export interface EditionSigns {
  /** `Statement for Month/Year`. */
  readonly monthYear: boolean
  /** `Statement for Month/Day/Year`. */
  readonly monthDayYear: boolean
  /** `I.R.S. Identification Number of Reporting Person`. */
  readonly irsNumber: boolean
  /** The Public Utility Holding Company Act of 1935 below the title. */
  readonly actOf1935: boolean
  /** The box of Rule 10b5-1(c). */
  readonly aff10b5One: boolean
  readonly foreignTradingSymbol: boolean
  /** A label that every print from 2003 on has: `Date of Earliest Transaction`, `Date of Original Filed`, or the law cited. */
  readonly styleSheet: boolean
}

/** The edition that a print shows; the latest sign decides. `undefined` where it shows none. */
export function editionOf(signs: EditionSigns): PaperEditionName | undefined {
  if (signs.foreignTradingSymbol) return '2026'
  if (signs.aff10b5One) return '2023'
  if (signs.monthYear) return '1996'
  if (signs.monthDayYear || signs.irsNumber) return '2002'
  if (signs.styleSheet) return signs.actOf1935 ? '2003' : '2012'
  return undefined
}
