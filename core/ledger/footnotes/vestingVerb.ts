import type { Cursor } from './cursor.ts'
import type { VestingItem } from './vestingItem.ts'

export const VERB_BEFORE =
  'began begins commenced shall will to is are was were has have had been be being become becomes became becoming scheduled_to first'

export const VERB =
  'vest vests vested vesting exercisable and_exercisable and_vested or_exercisable nonforfeitable and_nonforfeitable'

const VERB_AFTER =
  'and_be_settled and_settle and_settles and_settled and_convert_into_common_stock and_converts_into_common_stock and_become_vested and_become and_becomes and_became and_be and_is and_are and_will_become and_shall_become and_will_be exercisable and_exercisable and_vested and_distribute and_distributes and_unrestricted and_nonforfeitable and_convertible or_vests or_vest or_will_vest or_became or_will_become and_settled and_be_settled or_becomes and_are_scheduled_to_settle and_pay and_payable'

/** `vests`, `shall vest and become exercisable`, `is fully vested`: that something vests, and whether it has already. */
export function verb(c: Cursor, item: VestingItem): boolean {
  return (
    c.try((inner) => {
      const from = inner.at
      const wasFull = fullness(inner)
      const hasCopula = inner.words(VERB_BEFORE)
      const said = inner.tokens[inner.at - 1]?.text ?? ''
      if (said === 'to' && /^(?:was|were)$/.test(inner.tokens[inner.at - 2]?.text ?? '')) return undefined
      const isFull = fullness(inner) || wasFull
      const isNow = inner.words('immediately currently presently now')
      if (!inner.words(VERB)) return undefined
      const main = inner.tokens[inner.at - 1]?.text ?? ''
      const chain = inner.tokens.slice(Math.max(0, from - 2), inner.at).map(({ text }) => text)
      inner.words(VERB_AFTER)
      item.hasVerb = true
      item.isExercisable = main === 'exercisable'
      item.isPast = /^(?:vested|exercisable)$/.test(main) && !chain.some((one) => /^(?:will|shall|to|would)$/.test(one))
      if (isNow || (hasCopula && /^(?:is|are|was|were)$/.test(said) && isFull)) item.isAlready = true
      return true
    }) ?? false
  )
}

/** `fully`, `in full`: all of what is spoken of. */
export function fullness(c: Cursor): boolean {
  return c.words('fully entirely in_whole in_full in_its_entirety in_their_entirety completely')
}
