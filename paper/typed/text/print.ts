import { folded, likeness } from '../../labels/likeness.ts'
import type { Word } from '../../page/page.ts'

/** What the forms print beside their boxes and columns, in the prints of 1991 to 2003; typists wrap it as they like. */
const SENTENCES: readonly string[] = [
  'U.S. Securities and Exchange Commission Washington, D.C. 20549 DC 20549',
  'United States Securities and Exchange Commission Washington, D.C. 20549',
  'Form 3 Form 4 Form 5 (continued) Form 3 (continued) Form 4 (continued) Form 5 (cont.) Form 3/A Form 4/A Form 5/A',
  'Initial Statement of Beneficial Ownership of Securities',
  'Statement of Changes in Beneficial Ownership of Securities',
  'Annual Statement of Changes in Beneficial Ownership of Securities',
  'Annual Statement of Beneficial Ownership of Securities',
  'Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934, Section 17(a) of the Public Utility Holding',
  'Utility Holding Company Act of 1935 or Section 30(f) of the Investment Company Act of 1940',
  'Company Act of 1935 or Section 30(h) of the Investment Company Act of 1940',
  'OMB APPROVAL OMB Number: 3235-0104 3235-0287 3235-0362 Expires: Estimated average burden hours per response 0.5 1.0',
  'OMB Number 3235-0287 OMB Number 3235-0104 OMB Number 3235-0362 burden hours per form response',
  '(Print or Type Responses) (Print or Type Response) Please print or type',
  'Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.',
  '* If the form is filed by more than one reporting person, see Instruction 4(b)(v).',
  '* If the form is filed by more than one Reporting Person, see Instruction 5(b)(v).',
  '** Intentional misstatements or omissions of facts constitute Federal Criminal Violations.',
  'See 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).',
  'Note: File three copies of this Form, one of which must be manually signed.',
  'Note. File three copies of this form, one of which must be manually signed.',
  'If space is insufficient, see Instruction 6 for procedure. If space provided is insufficient, see Instruction 6',
  'Potential persons who are to respond to the collection of information contained in this form are not required to',
  'Persons who respond to the collection of information contained in this form are not required to respond',
  'required to respond unless the form displays a currently valid OMB Number. valid OMB control number.',
  'Attach additional pages if necessary (Attach additional sheets if necessary)',
  'Table I Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned',
  'Table I Non-Derivative Securities Beneficially Owned Table I (continued)',
  'Table II Derivative Securities Acquired, Disposed of, or Beneficially Owned Table II (continued)',
  'Table II Derivative Securities Beneficially Owned',
  '(e.g., puts, calls, warrants, options, convertible securities)',
  'Signature of Reporting Person Date Explanation of Responses (Over) (Continued) continued on next page Page 1 of 2 of 3',
  'Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).',
  'See Instructions 1(b). Form 3 Holdings Reported Form 4 Transactions Reported Remarks',
]

/** What a further part of a table is called: `Table I, continued`, `(Table II, columns 4 through 6)`. */
const TABLE_PART =
  /^\(?table (?:ii?|[12])[ ,:.-]+(?:continued|cont\.|columns? \d{1,2}(?: ?(?:through|to|and|-) ?\d{1,2})?)\)?$/i

/** A print's mark and its date: `SEC 1474 (7-96)`, `(3/99)`, `Page 2 of 3`, a page's number. */
const MARKS =
  /^(?:f o r m(?: [345](?:\/A)?)?|form [345](?:\/A)? \(continued\) page \d+(?: of \d+)?|SEC ?\d{3,4}(?: ?\(\d{1,2}[-/]\d{2,4}\))?|\(?Page \d+(?: of \d+)?(?: pages)?\)?|-? ?\d{1,2} ?-?|\(over\)|OMB APPROVAL|\(?(?:SEC )?form [345](?:\/A)?(?: ?-? ?\(?\d{1,2}[-/]\d{2,4}\)?)?\)?|\(?amendment no\.? ?\d{1,2}\)?|\(continued\)|joint filer information)$/i

/** `response.......0.5`: leaders and the burden behind them. */
const LEADERS = /(?<=[a-z])\.{3,}[\d.]*$/i

const PRINTED = folded(SENTENCES.join(' '))
const WORDS = SENTENCES.map((sentence) =>
  sentence
    .split(/\s+/)
    .map(folded)
    .filter((word) => word !== ''),
)
const VOCABULARY = new Set(WORDS.flat())
/** Its words by their first letter, which slips spare. */
const BY_LETTER = Map.groupBy(VOCABULARY, (word) => word[0]!)
const PAIRS = new Set(WORDS.flatMap(pairsOf))

/** Share of neighbouring words that must stand so in the print, for text in no box or column to be the form's own. */
const ENOUGH = 0.7

/** Whether words of one line, three or more, are the form's own print and nobody's answer. */
export function isPrint(words: readonly Word[]): boolean {
  const texts = words.map((word) => word.text.replace(LEADERS, '')).filter((text) => folded(text) !== '')
  if (texts.length === 0) return false
  if (MARKS.test(texts.join(' ')) || TABLE_PART.test(texts.join(' '))) return true
  if (texts.length < 3) return false
  const pairs = pairsOf(texts.map(asPrinted))
  return pairs.filter((pair) => PAIRS.has(pair)).length >= ENOUGH * pairs.length
}

/** The same where print is wrapped into narrow columns: one or two words that stand so in it do too. */
export function isPrintPiece(words: readonly Word[]): boolean {
  const all = folded(words.map((word) => word.text).join(''))
  return isPrint(words) || (words.length < 3 && all.length >= 5 && PRINTED.includes(all))
}

/** A word as the print has it, where a typist slipped in a letter or two; else folded. */
function asPrinted(text: string): string {
  const word = folded(text)
  if (VOCABULARY.has(word) || word.length < 6) return word
  const near = BY_LETTER.get(word[0]!)?.filter((known) => Math.abs(known.length - word.length) <= 1) ?? []
  return near.find((known) => likeness(known, word) >= 0.85) ?? word
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, i) => `${words[i]} ${word}`)
}
