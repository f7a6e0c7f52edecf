import { choice, date, isAnswered, onlyWhen, shares, yesNo } from './facts.ts'
import { holderFacts, ownershipOf } from './holder.ts'
import { recipe } from './recipe.ts'
import { stock, stockTitle } from './stock.ts'
import { longDate } from './wording.ts'

const PLANS = {
  purchase: 'the employee stock purchase plan',
  savings: 'the 401(k) plan',
  dividends: 'a dividend reinvestment plan',
}

const isTaxPlan = isAnswered('plan', 'purchase', 'savings')
const isDividendPlan = isAnswered('plan', 'dividends')

/** What a plan adds without a form; the next total says so. Source: Rules 16b-3(c), 16a-11. */
export const planRollIn = recipe(
  'plan-roll-in',
  'Shares from ESPP, 401(k) or dividend reinvestment',
  'Shares that a plan bought and that no form reports are taken into the next total.',
).step(
  {
    plan: choice(
      {
        purchase: 'Employee stock purchase plan (ESPP)',
        savings: 'Savings plan, 401(k)',
        dividends: 'Dividend reinvestment plan (DRIP)',
      },
      {
        question: 'Which plan?',
        why: 'Each has its own exemption from reporting.',
        source: 'Rules 16b-3(c), 16a-11',
      },
    ),
    isTaxConditioned: onlyWhen(
      isTaxPlan,
      yesNo({
        question: 'Is it a tax-conditioned plan (qualified, excess benefit, or stock purchase plan)?',
        why: 'Only routine transactions of such plans are not reported.',
        source: 'Rule 16b-3(b), (c)',
      }),
    ),
    isDiscretionary: onlyWhen(
      isTaxPlan,
      yesNo({
        question: 'Did the insider elect to move money into or out of the issuer’s stock fund, or to cash it out?',
        why: 'Such a discretionary transaction is reported, code I.',
        source: 'Rule 16b-3(b)(1), (f)',
      }),
    ),
    isBroadBased: onlyWhen(
      isDividendPlan,
      yesNo({
        question: 'Is the plan open to all holders on the same terms, and were dividends alone reinvested?',
        why: 'Optional cash purchases, and plans that favour employees, are not exempt.',
        source: 'Rule 16a-11',
      }),
    ),
    acquired: shares({
      question: 'How many shares came from it since the last reported total?',
      why: 'They are part of the next total.',
      source: 'Form 4, General Instruction 4(a)(i)',
    }),
    asOf: date({
      question: 'As of which day, by the plan’s statement?',
      why: 'The footnote names it.',
      source: 'Practice, no rule says so',
    }),
    stock: stockTitle,
    ...holderFacts,
  },
  (values, form) => {
    const { plan, isTaxConditioned, isDiscretionary, isBroadBased, acquired, asOf } = values
    if (isTaxConditioned === false || isBroadBased === false) {
      form.refuse('D111', {
        why: 'It is not exempt from reporting: take the purchase, or the grant if it is the issuer’s.',
      })
      return
    }
    if (isDiscretionary) {
      form.refuse('D111', { why: 'A discretionary transaction is reported with code I: ask counsel.' })
      return
    }
    const ownership = ownershipOf(values, form)
    if (!ownership) return
    const rule = plan === 'dividends' ? 'Rule 16a-11' : 'Rule 16b-3(c)'
    const note =
      `Includes ${acquired.toString()} shares acquired under ${PLANS[plan]}, as of ${longDate(asOf)}, in ` +
      `transactions exempt from reporting under ${rule}.`
    const event = plan === 'dividends' ? 'dividendReinvestment' : 'taxConditionedPlan'
    form.event(event, asOf, [{ security: stock(values.stock), ownership, change: acquired, note }])
  },
)
