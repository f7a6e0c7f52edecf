import { type Assumptions, assuming } from '../facts/assumptions.ts'
import { GIFT_ON_FORM_4_FROM, GIFT_TRANSITION_UNTIL } from '../facts/deadlines.ts'
import type { CalendarDate } from '../model/calendarDate.ts'

/** Whether a gift given away on a day was due on a Form 4; `data` names the assumption on which that rests, if on one. */
export function giftDue(date: CalendarDate, taken: Assumptions): { isDue: boolean; data: { assumption?: string } } {
  if (date.day < GIFT_ON_FORM_4_FROM.day) return { isDue: false, data: {} }
  if (date.day >= GIFT_TRANSITION_UNTIL.day) return { isDue: true, data: {} }
  return { isDue: taken['gift-transition'] === 'due', data: { assumption: assuming(taken, 'gift-transition') } }
}
