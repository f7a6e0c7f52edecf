import { choice, isAnswered, onlyWhen, text, type Values } from './facts.ts'
import type { FormBuilder } from './formBuilder.ts'
import { DIRECT, type Ownership } from './security.ts'

/** In whose name something is held, and who profits from it: the line of ownership on which it is reported. */
export const holderFacts = {
  pecuniaryInterest: choice(
    {
      all: 'The insider, in all of it',
      part: 'The insider, in part of it',
      none: 'Others only: the insider cannot profit from it',
    },
    {
      question: 'Who can profit from these securities?',
      why: 'What is reported is what the insider has a pecuniary interest in, directly or indirectly.',
      source: 'Rule 16a-1(a)(2); Form 4, General Instruction 4(b)(i)',
    },
  ),
  holder: onlyWhen(
    isAnswered('pecuniaryInterest', 'all', 'part'),
    choice(
      { insider: 'The insider', other: 'Somebody else: family in the household, a trust, a partnership, a plan' },
      {
        question: 'In whose name are the securities held?',
        why: 'Direct ownership and each nature of indirect ownership are lines of their own, never added.',
        source: 'Form 4, Table I columns 6 and 7, General Instruction 4(b)(iii)',
      },
    ),
  ),
  nature: onlyWhen(
    isAnswered('holder', 'other'),
    text({
      question: 'How are they held? “By Spouse”, “By the Ada Fern 2020 Trust”, “By 401(k) Plan”',
      why: 'The nature of indirect ownership is stated as specifically as possible.',
      source: 'Form 4, Table I column 7, General Instruction 4(b)(iii)',
    }),
  ),
}

/** The line of ownership that answers give; `undefined` without pecuniary interest: then it says so. */
export function ownershipOf(
  { pecuniaryInterest, holder, nature }: Values<typeof holderFacts>,
  form: FormBuilder,
): Ownership | undefined {
  if (pecuniaryInterest === 'none') {
    form.say('D131')
    return undefined
  }
  const disclaimer = pecuniaryInterest === 'part' ? { isDisclaimed: true } : {}
  return holder === 'other' && nature ? { form: 'I', nature, ...disclaimer } : { ...DIRECT, ...disclaimer }
}
