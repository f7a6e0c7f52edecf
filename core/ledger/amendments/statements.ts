import type { FootnoteId } from '../../model/reported.ts'
import type { FiledReport } from '../filedReport.ts'

/**
 * What a footnote or the remarks of an amendment say of other lines. `withdrawsLine`: a transaction or holding is taken
 * back; `withdrawsReport`: the whole report is; `restatesAll`: it replaces the earlier report in its entirety; `adds`:
 * something was left out; `corrects`: something said was wrong; `unclear`: words of withdrawal whose object is not found.
 */
export type StatementKind = 'withdrawsLine' | 'withdrawsReport' | 'restatesAll' | 'adds' | 'corrects' | 'unclear'

export interface AmendmentStatement {
  readonly kind: StatementKind
  /** The footnote's id, or `remarks`. */
  readonly at: FootnoteId
  /** The sentence that says it, white space made plain. */
  readonly text: string
}

const LINE =
  '(?:transactions?|sales?|purchases?|dispositions?|acquisitions?|grants?|awards?|gifts?|exercises?|conversions?|' +
  'withholdings?|holdings?|positions?|lines?|rows?|entry|entries|options?|units?|rsus?|shares|securities)'
const REPORT = '(?:form [345](?:/a)?|reports?|filings?|statements?)'
const BY_MISTAKE = '(?:inadvertently|erroneously|mistakenly|improperly|in error|by mistake|through inadvertence)'
const TAKEN_BACK = '(?:withdrawn|rescinded|removed|deleted|voided|cancell?ed|reversed|unwound|eliminated|retracted)'
const TAKE_BACK = '(?:withdraws?|withdrawing|rescinds?|removes?|removing|deletes?|deleting|retracts?|eliminates?)'
const TOLD = '(?:reported|included|disclosed|listed|shown|reflected)'

/** `was reported in error as 750 shares` corrects a figure; so does `incorrectly`. */
const NOT_AS = '(?! (?:as|at|to be|that|with|under|on) )'

const pattern = (...sources: string[]) => new RegExp(sources.join('|'), 'i')

const WITHDRAWS_REPORT = pattern(
  `\\b${REPORT}\\b[^.;]{0,80}\\b(?:was|were|is|are|has been|have been) (?:hereby |being )?(?:filed )?(?:${BY_MISTAKE} )?(?:filed )?(?:${BY_MISTAKE}|withdrawn|rescinded|retracted|voided)\\b(?: filed)?`,
  `\\b${REPORT}\\b[^.;]{0,80}\\bshould not have been filed\\b`,
  `\\b${TAKE_BACK} (?:the|that|its|his|her|their|such|this) (?:[a-z]+ ){0,2}${REPORT}\\b`,
)

const WITHDRAWS_LINE = pattern(
  `\\b${LINE}\\b[^.;]{0,120}\\b(?:was|were|had been|has been|have been|being) ${BY_MISTAKE} ${TOLD}\\b${NOT_AS}`,
  `\\b${LINE}\\b[^.;]{0,120}\\b(?:was|were|had been|has been|have been|being) ${TOLD}(?: [^.;]{0,40})? ${BY_MISTAKE}\\b${NOT_AS}`,
  `\\b${LINE}\\b[^.;]{0,120}\\b(?:did not|never|does not) (?:occur(?:red)?|take place|took place|exist(?:ed)?|settled?|happen(?:ed)?)\\b`,
  `\\b${LINE}\\b[^.;]{0,120}\\b(?:was|were) (?:not|never) (?:actually |in fact )?(?:executed|effected|consummated|completed|made|issued|granted|settled)\\b`,
  `\\b${LINE}\\b[^.;]{0,120}\\bshould not have been ${TOLD}\\b${NOT_AS}`,
  `\\b${LINE}\\b[^.;]{0,120}\\b(?:is|are|was|were|has been|have been) (?:hereby |being |therefore |subsequently )?${TAKEN_BACK}\\b`,
  `\\b(?:to|hereby) ${TAKE_BACK} [^.;]{0,60}\\b${LINE}\\b`,
)

const RESTATES_ALL = pattern(
  '\\b(?:replac|supersed|restat|amend)(?:es?|ed|ing|s)\\b[^.;]{0,80}\\bin (?:its|their|the) entirety\\b',
  '\\bcomplete (?:restatement|replacement) of\\b',
)

const ADDS = pattern(
  `\\b${BY_MISTAKE} (?:omitted|left out|not ${TOLD}|excluded|failed to (?:report|include|disclose))\\b`,
  `\\b(?:omitted|left out|excluded)\\b[^.;]{0,60}\\b${BY_MISTAKE}\\b`,
  '\\b(?:previously|originally) (?:omitted|unreported|not reported)\\b',
  '\\bto (?:add|include|report) (?:[a-z]+ ){0,3}(?:omitted|unreported|additional)\\b',
)

const CORRECTS = pattern(
  `\\b${BY_MISTAKE} (?:stated|calculated|identified|classified|described|checked)\\b`,
  `\\b(?:stated|calculated)(?: [a-z]+){0,6} ${BY_MISTAKE}\\b`,
  `\\b(?:${BY_MISTAKE} )?${TOLD}(?: ${BY_MISTAKE})? (?:as|at|to be|that|with|under|on) `,
  '\\b(?:to|hereby) (?:correct|revise|add|include|reflect|report|clarify|disclose)s?\\b',
)

/** Words that may take something back. Who says one of them is heard, recognised or not. */
const STEM = /withdraw|rescind|retract|in error|inadvertent|erroneous|mistak|should not have|did not occur|delet|void/i

/**
 * What the footnotes and remarks of an amendment say of its original's lines, sentence by sentence; sentences that say
 * nothing of the kind are left out. Source: section16-rules.md 5.2, R5.2.2 and R5.2.6; words of real amendments.
 */
export function statementsOf({ document }: FiledReport): AmendmentStatement[] {
  const texts = document.footnotes.footnotes.map(({ id, text }): readonly [FootnoteId, string] => [id, text])
  const all = [...texts, ['remarks', document.remarks.value ?? ''] as const]
  return all.flatMap(([at, text]) =>
    sentencesOf(text).flatMap((sentence): AmendmentStatement[] => {
      const kind = kindOf(sentence)
      return kind ? [{ kind, at, text: sentence }] : []
    }),
  )
}

function kindOf(sentence: string): StatementKind | undefined {
  if (RESTATES_ALL.test(sentence)) return 'restatesAll'
  if (WITHDRAWS_REPORT.test(sentence)) return 'withdrawsReport'
  if (WITHDRAWS_LINE.test(sentence)) return 'withdrawsLine'
  if (ADDS.test(sentence)) return 'adds'
  if (CORRECTS.test(sentence)) return 'corrects'
  return STEM.test(sentence) ? 'unclear' : undefined
}

/** Ends of sentences, but not the points of figures, initials and `Inc.`. */
function sentencesOf(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[a-z)”"]{2}[.;]) (?=[A-Z(“"])/)
    .filter((sentence) => sentence !== '')
}
