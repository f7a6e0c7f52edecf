import type { Cursor } from './cursor.ts'
import type { Day } from './vestingTerms.ts'

/** Words that name something whose day is not known. */
const EVENT =
  /annual (?:general )?meeting|annual (?:stock|share)holders?'? meeting|meeting of (?:the )?(?:\w+ )?(?:stock|share)holders/

const OTHER_EVENT =
  /change (?:in|of) control|death|disability|terminat|retire|separat|resign|closing|merger|cease|consummation|initial public|departure/

const EVENT_ENDS =
  'subject_to_the_reporting subject_to_his subject_to_her subject_to_continued subject_to_the_director in_each_case provided ; , or_( and_('

/** The words of an event up to where something else begins; `isOneOf` where it stands among several. */
export function event(c: Cursor, isOneOf: boolean): Day | undefined {
  const words: string[] = []
  while (!c.isAtEnd && !ends(c)) {
    const token = c.peek()!
    if (token.kind === 'part' || token.kind === 'money') return undefined
    words.push(token.text)
    c.at++
  }
  const said = words.join(' ')
  if (/\b(?:earl|later)/.test(said)) return undefined
  const isEvent = EVENT.test(said) || (isOneOf && OTHER_EVENT.test(said))
  return isEvent && words.length <= 45 ? { base: { kind: 'event', words: said }, months: 0 } : undefined
}

function ends(c: Cursor): boolean {
  const before = c.at
  const found = c.word(EVENT_ENDS) ?? c.word('subject_to or_, or_if')
  c.at = before
  return found !== undefined
}
