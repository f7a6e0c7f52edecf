import { choice, date, isAnswered, onlyWhen, shares, yesNo } from './facts.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { checkPlan, isBoxed, noticeOf, planNote, planOf, planTerms } from './plan.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import { stock, stockTitle } from './stock.ts'

/** Code G: given away on Form 4, received on Form 5. Source: Rules 16a-3(f), (g), 16b-5. */
export const gift = recipe('gift', 'Gift', 'Shares are given away or received as a bona fide gift.').step(
  {
    giftDate: date({
      question: 'On which day was the gift made?',
      why: 'Two business days run from there for a gift given away.',
      source: 'Rule 16a-3(g)(1); Release 33-11138',
    }),
    way: choice(
      { given: 'Given away', received: 'Received' },
      {
        question: 'Which way?',
        why: 'A gift given away goes on Form 4, one received on Form 5.',
        source: 'Rule 16a-3(f), (g)',
      },
    ),
    giftShares: shares({
      question: 'How many shares?',
      why: 'The number acquired or disposed of.',
      source: 'Form 4, Table I column 4',
    }),
    isForNothing: yesNo({
      question: 'Was it given freely: nothing in return, no debt or duty paid with it?',
      why: 'Only a bona fide gift is exempt from Section 16(b).',
      source: 'Rule 16b-5',
    }),
    keepsInterest: onlyWhen(
      isAnswered('way', 'given'),
      yesNo({
        question: 'Can the insider still profit from the shares: own trust, family in the household, own company?',
        why: 'What changes only the form of ownership is no gift and is not reported.',
        source: 'Rule 16a-13',
      }),
    ),
    isUnderPlan: onlyWhen(
      isAnswered('way', 'given'),
      yesNo({
        question: 'Was it made under a plan that is intended to satisfy Rule 10b5-1(c)?',
        why: 'A gift may be; the form has a box for it.',
        source: 'Form 4, General Instruction 10; Release 33-11138',
      }),
    ),
    ...planTerms(isAnswered('isUnderPlan', true)),
    stock: stockTitle,
    ...holderFacts,
  },
  (values, form) => {
    const { giftDate, way, giftShares, isForNothing, keepsInterest } = values
    if (!isForNothing) {
      return form.refuse('D111', { why: 'What is paid for is no gift: take the sale or the purchase, or ask counsel.' })
    }
    if (keepsInterest) {
      return form.refuse('D111', {
        why: 'What the insider keeps an interest in is not given away: take the transfer to a trust.',
      })
    }
    const ownership = ownershipOf(values, form)
    if (!ownership) return
    const plan = planOf(values)
    if (plan) checkPlan(plan, giftDate, form)
    if (form.isBlocked) return
    form.transactions({
      ...noticeOf(plan),
      security: stock(values.stock),
      ownership,
      date: giftDate,
      code: 'G',
      way: way === 'given' ? 'D' : 'A',
      shares: giftShares,
      price: NOTHING,
      isPlanTrade: plan !== undefined,
      notes: { code: plan ? [planNote(plan, 'gift')] : [] },
    })
    if (plan && isBoxed(plan) && !form.isBlocked) form.tickPlan()
  },
)
