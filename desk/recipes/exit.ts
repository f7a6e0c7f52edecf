import { date, yesNo } from './facts.ts'
import { recipe } from './recipe.ts'

/** The exit box, on a form that is filed anyway. Source: Rule 16a-2(b); Form 4, General Instruction 1(b). */
export const exit = recipe(
  'exit',
  'Exit',
  'A director or officer leaves, or an owner falls to ten percent or below.',
).step(
  {
    leftOn: date({
      question: 'On which day did the person cease to be an insider?',
      why: 'Later transactions are reportable only in part.',
      source: 'Rule 16a-2(b)',
    }),
    isFormFiled: yesNo({
      question: 'Is a Form 4 or 5 filed anyway, with something to report?',
      why: 'The box is checked on such a form; none is filed only for the box.',
      source: 'Form 4, General Instruction 1(b); no form for the box alone is practice, no rule says so',
    }),
  },
  ({ leftOn, isFormFiled }, form) => {
    form.event('leaving', leftOn)
    if (isFormFiled) form.tickExit()
    else form.say('D137', { date: String(leftOn) })
    form.say('D138', { date: String(leftOn) })
  },
)
