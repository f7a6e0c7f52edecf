import { date, yesNo } from './facts.ts'
import { recipe } from './recipe.ts'

/** No form. Source: Rules 16a-1(a)(1), 16a-2(d), as this program reads them. */
export const death = recipe('death', 'Death of an insider', 'An insider dies; the estate takes over.').step(
  {
    diedOn: date({
      question: 'On which day did the insider die?',
      why: 'Nothing that the estate does is the insider’s.',
      source: 'This program’s reading of Rules 16a-1(a)(1) and 16a-2(d)',
    }),
    isEstateOverTen: yesNo({
      question: 'Does the estate own more than ten percent of a registered class?',
      why: 'Then the estate is an insider of its own, after twelve months of an executor’s exemption.',
      source: 'Rules 16a-1(a)(1), 16a-2(d)',
    }),
  },
  ({ diedOn, isEstateOverTen }, form) => {
    form.event('death', diedOn)
    if (isEstateOverTen) form.say('D139', { date: String(diedOn) })
  },
)
