import { enumerator } from './anchors.ts'
import { Cursor } from './cursor.ts'
import { day } from './days.ts'
import { event } from './events.ts'
import { type Day, onDay, type When } from './vestingTerms.ts'

/** A day, an event alone, or the earliest of several. */
export function when(cursor: Cursor): When | undefined {
  return cursor.first(earliest, dayOrEarlier, (c) => {
    const only = event(c, false)
    return only && onDay(only)
  })
}

/** `June 1, 2024, or, if earlier, the next annual meeting`. */
function dayOrEarlier(c: Cursor): When | undefined {
  const first = day(c)
  if (!first) return undefined
  const either = c.try((inner) => eitherOf(inner))
  if (either) return { earliestOf: [first, either] }
  const sooner = c.try((inner) => {
    inner.words(',')
    if (!inner.word('or')) return undefined
    inner.words(',')
    if (!inner.word('if_earlier if_sooner earlier')) return undefined
    inner.words(', on the_date_of at upon')
    return inner.first(day, (one) => event(one, true))
  })
  return sooner ? { earliestOf: [first, sooner] } : onDay(first)
}

/** `June 1, 2024 or the date of the next annual meeting, whichever is earlier`. */
function eitherOf(c: Cursor): Day | undefined {
  if (!c.word('or')) return undefined
  const other = c.first(day, (one) => event(one, true))
  c.words(',')
  return other && c.word('whichever_is_earlier whichever_occurs_first whichever_comes_first whichever_is_sooner')
    ? other
    : undefined
}

const SEVERAL =
  'earlier_of earliest_of earlier_to_occur_of earliest_to_occur_of first_to_occur_of sooner_of sooner_to_occur_of earlier_to_occur_of_the'

function earliest(c: Cursor): When | undefined {
  c.words('the')
  if (!c.word(SEVERAL)) return undefined
  c.words(':')
  const members: Day[] = []
  let end = c.at
  for (;;) {
    c.words(': on upon the_date_of at as_of in_one_year_on')
    c.try((inner) => (inner.word('the') && enumerator(inner) ? true : undefined))
    enumerator(c)
    c.words('on upon at as_of')
    const member = c.first(day, eventAmong)
    if (!member) break
    members.push(member)
    end = c.at
    if (!c.try(nextMember)) break
  }
  // What follows the last member's "and" may belong to the next item.
  c.at = end
  return members.length > 1 ? { earliestOf: members } : undefined
}

/** An event that another member may follow without a comma. */
function eventAmong(c: Cursor): Day | undefined {
  const until = c.tokens.findIndex((token, i) => {
    if (i <= c.at || i >= c.end || !/^(?:or|and)$/.test(token.text)) return false
    const rest = new Cursor(c.tokens, i + 1, c.end)
    rest.words('on upon in_one_year_on')
    return enumerator(rest) || day(rest) !== undefined
  })
  if (until < 0) return event(c, true)
  const part = new Cursor(c.tokens, c.at, until)
  const found = event(part, true)
  if (!found || !part.isAtEnd) return undefined
  c.at = until
  return found
}

function nextMember(c: Cursor): true | undefined {
  c.words(', ;')
  return (c.word('or and') ?? (isEnumerator(c) ? '' : undefined)) !== undefined ? true : undefined
}

function isEnumerator(c: Cursor): boolean {
  const before = c.at
  const found = enumerator(c)
  c.at = before
  return found
}
