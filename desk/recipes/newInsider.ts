import type { NewInsider } from '@section16/core'
import { choice, date, holdings, isAnswered, onlyWhen, yesNo } from './facts.ts'
import type { FormBuilder } from './formBuilder.ts'
import { recipe } from './recipe.ts'
import { type HeldPosition, positionKey } from './security.ts'

/** Form 3: all holdings of the day, or that there are none. Source: Exchange Act 16(a)(2), (3); Rule 16a-3(a). */
export const newInsider = recipe(
  'new-insider',
  'First report of a new insider',
  'Somebody becomes a director, an officer or an owner of more than ten percent, or the issuer registers.',
).step(
  {
    because: choice(
      {
        becameInsider: 'Elected, appointed, or over ten percent',
        registration: 'The issuer’s class became registered under Section 12',
      },
      {
        question: 'What made the person an insider?',
        why: 'Ten days run from an appointment; a registration is due the day it becomes effective.',
        source: 'Exchange Act 16(a)(2)(A), (B)',
      },
    ),
    eventDate: date({
      question: 'On which day?',
      why: 'Holdings are stated as of that day, and the time for the form runs from it.',
      source: 'Form 3, box 2; Exchange Act 16(a)(2)',
    }),
    ownsNone: yesNo({
      question: 'Did the person own no securities of the issuer at all on that day?',
      why: 'That nothing is owned is reported too.',
      source: 'Form 3, General Instructions',
    }),
    holdings: onlyWhen(
      isAnswered('ownsNone', false),
      holdings({
        question: 'Which securities were owned, directly and indirectly?',
        why: 'Every class and every line of ownership is a line of the form, derivatives with their terms.',
        source: 'Rule 16a-3(a); Form 3, General Instruction 5(b)(iii)',
      }),
    ),
  },
  ({ because, eventDate, holdings: owned = [] }, form) => {
    if (isLineTwice(owned)) {
      const why = 'the same line of ownership of one security stands there twice'
      return form.refuse('D103', { fact: 'holdings', other: 'holdings', why })
    }
    form.newInsider(personOf(because, eventDate, form), owned)
  },
)

function personOf(because: NewInsider['because'], date: NewInsider['date'], form: FormBuilder): NewInsider {
  const { role, issuer, leftOn, home } = form.insider
  return { date, because, role, ...(issuer && { issuer }), ...(leftOn && { leftOn }), ...(home && { home }) }
}

function isLineTwice(owned: readonly HeldPosition[]): boolean {
  return new Set(owned.map(({ security, ownership }) => positionKey(security, ownership))).size < owned.length
}
